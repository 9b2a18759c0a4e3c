"""The paper under the cursor of 待我审核, as it would be posted: facts, lines, total, and what was said to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import labelled, statements
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.queries import StepView
from jxc_desktop.shop.approvals.reviews import Review, ReviewLine
from jxc_desktop.shop.approvals.words import decision_words
from jxc_desktop.widgets.amounts import BigAmount
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_TONES = {"pending": "warn", "approved": "ok", "rejected": "bad", "withdrawn": "mute"}


class ReviewCard(QWidget):
    """Shows one `Review`; empty without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Words("", Size.CARD_TITLE, bold=True)
        self.state = ChipLabel(Chip(""))
        self.why = Words(tone="warn")
        self.facts = Words(tone="text2")
        self.problem = Words(tone="bad")
        self.model: RowsModel[ReviewLine] = RowsModel(self._columns(), self)
        self.lines = Grid(self.model, name="")
        self.lines.setAccessibleName(self.tr("单据明细"))
        self.empty = EmptyState(self.lines, self.tr("选一张单，这里显示它的明细。"))
        self.total = BigAmount()
        self.total.setAccessibleName(self.tr("金额"))
        self.said = Words(size=Size.HINT, tone="text2")
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.model.set_rows(())
        for words in (self.title, self.why, self.facts, self.problem, self.said):
            words.setText("")
            words.hide()
        self.state.hide()
        self.total.hide()

    def show_review(self, review: Review) -> None:
        """Show a paper."""
        paper = review.paper
        _tell(self.title, f"{kind_words(paper.kind)} {paper.subject}".strip())
        self.state.set_chip(Chip(decision_words()[paper.state], _TONES[paper.state]))
        self.state.show()
        _tell(self.why, labelled(self.tr("拦下的原因"), paper.why))
        given = (labelled(word, value) for word, value in review.facts)
        _tell(self.facts, statements((labelled(self.tr("日期"), f"{paper.day}"), *given)))
        _tell(self.problem, review.problem)
        self.model.set_rows(review.lines)
        self.total.set_amount(paper.total)
        self.total.setVisible(bool(paper.total))
        _tell(self.said, self._history(review))

    def _history(self, review: Review) -> str:
        paper = review.paper
        begun = self.tr("{time} {who} 提交").format(
            time=f"{paper.made_at:%m-%d %H:%M}", who=paper.maker
        )
        waits = self.tr("等 {who} 审核").format(who=paper.waits_for) if paper.waits_for else ""
        return "\n".join(filter(None, (begun, *map(self._step, review.steps), waits)))

    def _step(self, step: StepView) -> str:
        who = step.user
        if step.absent:
            who = self.tr("{deputy}（代 {absent}）").format(deputy=step.user, absent=step.absent)
        said = f"{step.at:%m-%d %H:%M} {who} {decision_words()[step.decision]}"
        return labelled(said, step.comment) if step.comment else said

    def _columns(self) -> tuple[Column[ReviewLine], ...]:
        return (
            Column[ReviewLine](
                "name",
                self.tr("内容"),
                sub=lambda line: line.spec,
                width=100,
                stretch=True,
                sortable=False,
            ),
            Column[ReviewLine](
                "quantity", self.tr("数量"), kind=Kind.QUANTITY, width=58, sortable=False
            ),
            Column[ReviewLine]("unit", self.tr("单位"), width=44, sortable=False),
            Column[ReviewLine]("price", self.tr("单价"), kind=Kind.PRICE, width=72, sortable=False),
            Column[ReviewLine](
                "discount", self.tr("折扣"), kind=Kind.DISCOUNT, width=66, sortable=False
            ),
            Column[ReviewLine](
                "amount", self.tr("金额"), kind=Kind.MONEY, width=82, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        for words in (self.title, self.why, self.facts, self.problem, self.said):
            words.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.total, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(self.facts)
        column.addWidget(self.problem)
        column.addWidget(self.lines, 1)
        column.addLayout(foot)


def _tell(words: Words, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
