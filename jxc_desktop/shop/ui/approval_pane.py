"""待我审核: the papers that rules hold back, the document beside, yes with A and no with R."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.queries import (
    PendingView,
    decided_papers,
    own_papers,
    papers_for_me,
    waiting_papers,
)
from jxc_desktop.shop.approvals.reviews import Review
from jxc_desktop.shop.approvals.words import decision_words
from jxc_desktop.shop.keys import Posted
from jxc_desktop.shop.ui.review_card import ReviewCard
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton, Segments
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import short_day_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.side_by_side import side_by_side
from jxc_desktop.widgets.tokens import Size, Space

ACT = "approval.act"
MINE, WAITING, OWN, DECIDED = "mine", "waiting", "own", "decided"
_LISTS: Mapping[str, Callable[[Session], tuple[PendingView, ...]]] = {
    MINE: papers_for_me,
    WAITING: waiting_papers,
    OWN: own_papers,
    DECIDED: decided_papers,
}
_TONES = {"pending": "warn", "approved": "ok", "rejected": "bad", "withdrawn": "mute"}


@dataclass(frozen=True, slots=True)
class Approving:
    """What can be done to papers of any kind; handed in, because documents stand above the shop."""

    review: Callable[[Session, int], Review]
    approve: Callable[[Session, int, str], Posted]
    reject: Callable[[Session, int, str], None]
    withdraw: Callable[[Session, int], None]


class ApprovalPane(Pane):
    """Shows a paper by its id; opened without one it shows those that wait for whoever is here."""

    title = str(QT_TR_NOOP("待我审核"))
    icon = "stamp"
    needs = "approval.view"
    watches = frozenset({"pending_paper", "approval_step", "setting", "delegation"})

    def __init__(
        self, context: Context, approving: Approving, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._acts = approving
        self._wanted: int | None = None
        build_actions(self, context.may)
        self.which = Segments(self._choices())
        self.model: RowsModel[PendingView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model, name="approvals", settings=context.settings, row_key=lambda row: row.id
        )
        self.grid.setAccessibleName(self.heading())
        self.empty = EmptyState(self.grid, "", icon_name="circle-check")
        self.card = ReviewCard()
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("不写也可以"))
        self._lay_out()
        self.grid.row_changed.connect(self._on_row)
        self.grid.opened.connect(self._open)
        self.which.chosen.connect(self._on_which)
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what others ask ---

    def refresh(self) -> None:
        which = self.which.current
        self.run_read(_LISTS[which], then=partial(self._list, which), slot="papers")

    def show_subject(self, subject: object) -> None:
        """Go to one paper, wherever it is listed."""
        if isinstance(subject, int):
            self._wanted = subject
            self.refresh()

    # --- what can be done ---

    @action(str(QT_TR_NOOP("通过")), "A", needs=ACT, icon="badge-check")
    def approve(self) -> None:
        """Say yes to the paper under the cursor and go to the next."""
        paper = self._asked()
        if paper is not None:
            said = self.comment.text().strip()
            self.run_write(self._acts.approve, paper.id, said, then=self._approved)

    @action(str(QT_TR_NOOP("驳回")), "R", needs=ACT, icon="undo-2")
    def reject(self) -> None:
        """Give the paper under the cursor back, with a reason."""
        paper = self._asked()
        if paper is not None:
            self.ask_reason(paper)

    @action(str(QT_TR_NOOP("撤回")), "Ctrl+Shift+Delete", icon="rotate-ccw")
    def withdraw(self) -> None:
        """Take one's own paper back; it is a draft again."""
        paper = self.grid.current()
        if paper is None or paper.state != "pending":
            self.context.messages.notice(self.tr("没有选中在等审核的单"))
        elif not paper.own:
            said = self.tr("这张单是 {name} 提交的，只有本人能撤回")
            self.context.messages.notice(said.format(name=paper.maker))
        else:
            told = self.tr("已撤回，单据在草稿里")
            self.run_write(self._acts.withdraw, paper.id, then=partial(self._given_back, told))

    @action(str(QT_TR_NOOP("审批规则")), "Ctrl+Shift+G", icon="list-checks")
    def open_rules(self) -> None:
        """Go to the rules."""
        self.context.open("approval_rule")

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the papers again."""
        self.refresh()

    def ask_reason(self, paper: PendingView) -> Sheet:
        """Ask over the pane why a paper is rejected."""
        name = f"{kind_words(paper.kind)} {paper.subject}".strip()
        effects = (
            self.tr("退回给 {maker}，变成草稿").format(maker=paper.maker),
            self.tr("原因写给他看，也记进操作日志"),
        )
        title = self.tr("驳回 {name}").format(name=name)
        sheet = Sheet(self, title, effects, do=self.tr("驳回"), reason=self.tr("驳回原因"))
        sheet.agreed.connect(partial(self._reject, paper))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()
        return sheet

    # --- how it looks ---

    def _choices(self) -> list[tuple[str, str]]:
        mine = [(MINE, self.tr("等我审核")), (WAITING, self.tr("全部待审核"))]
        own, decided = (OWN, self.tr("我提交的")), (DECIDED, self.tr("审过的"))
        return [*mine, own, decided] if self.context.may(ACT) else [own]

    def _columns(self) -> tuple[Column[PendingView], ...]:
        return (
            Column[PendingView](
                "made_at", self.tr("提交"), text=lambda at: f"{at:%m-%d %H:%M}", width=88
            ),
            Column[PendingView]("kind", self.tr("单据"), text=kind_words, width=88),
            Column[PendingView]("subject", self.tr("对象"), width=72, stretch=True),
            Column[PendingView]("total", self.tr("金额"), kind=Kind.MONEY, width=84),
            Column[PendingView]("maker", self.tr("制单人"), width=62),
            Column[PendingView]("why", self.tr("拦下的原因"), width=126),
            Column[PendingView]("waits_for", self.tr("等谁"), width=72, hidden=True),
            Column[PendingView](
                "state", self.tr("状态"), value=_chip, kind=Kind.CHIP, width=84, hidden=True
            ),
            Column[PendingView](
                "day", self.tr("业务日期"), text=short_day_text, width=72, hidden=True
            ),
        )

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addWidget(self.which)
        bar.addStretch(1)
        for name in ("open_rules", "withdraw"):
            bar.addWidget(ActionButton(action_named(self, name)))
        foot, column = QHBoxLayout(), QVBoxLayout()
        foot.setSpacing(Space.ROW)
        foot.addWidget(FormRow(self.tr("意见"), self.comment), 1)
        foot.addWidget(ActionButton(action_named(self, "reject"), "danger"))
        yes = action_named(self, "approve")
        yes.setIcon(icon("badge-check", "on_accent"))
        foot.addWidget(ActionButton(yes, "main"))
        column.addWidget(self.card, 1)
        column.addLayout(foot)
        split = side_by_side(self.grid, column, (560, 460), grows=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        whole.setSpacing(Space.BLOCK)
        whole.addLayout(bar)
        whole.addWidget(split, 1)

    # --- inside ---

    def _asked(self) -> PendingView | None:
        """The paper under the cursor, if whoever is here is asked; else why not."""
        paper: PendingView | None = self.grid.current()
        if paper is None or paper.state != "pending":
            self.context.messages.notice(self.tr("没有选中在等审核的单"))
            return None
        if paper.mine:
            return paper
        if paper.own:
            self.context.messages.notice(
                self.tr("自己制的单不能自己审核，请{who}中的另一个人审核").format(
                    who=paper.waits_for
                )
            )
        else:
            said = self.tr("这张单等{who}审核，轮不到你")
            self.context.messages.notice(said.format(who=paper.waits_for))
        return None

    def _list(self, which: str, papers: tuple[PendingView, ...]) -> None:
        if self._wanted is not None and self._go_on_looking(which, papers):
            return
        self.empty.set_words(self._nothing(which))
        self.model.set_rows(papers)
        count = str(len(papers)) if which == MINE and papers else ""
        self.subject_changed.emit(count)
        places = [place for place, paper in enumerate(papers) if paper.id == self._wanted]
        self._wanted = None
        if places:
            self.grid.go_to(places[0])
        elif papers and self.grid.current_row() < 0:
            self.grid.go_to(0)
        if not papers:
            self.card.clear()

    def _go_on_looking(self, which: str, papers: tuple[PendingView, ...]) -> bool:
        """The paper asked for stands in another list: look there."""
        if any(paper.id == self._wanted for paper in papers):
            return False
        lists = [value for value, _word in self._choices()]
        following = lists[lists.index(which) + 1 :]
        if not following:
            return False
        self.which.blockSignals(True)
        self.which.choose(following[0])
        self.which.blockSignals(False)
        self.refresh()
        return True

    def _nothing(self, which: str) -> str:
        return {
            MINE: self.tr("没有等你审核的单。"),
            WAITING: self.tr("没有待审核的单。审批规则拦下的单会在这里。"),
            OWN: self.tr("你提交的单还没有被拦下过。"),
            DECIDED: self.tr("还没有审过的单。"),
        }[which]

    def _on_which(self, _which: str) -> None:
        self.refresh()
        self.grid.setFocus()

    def _on_row(self, paper: PendingView | None) -> None:
        if paper is None:
            self.card.clear()
        else:
            self.run_read(self._acts.review, paper.id, then=self._show, slot="review")
            held = {"number": paper.number} if paper.number else {"pending_id": paper.id}
            self.attention.emit({"kind": paper.kind, **held})

    def _show(self, review: Review) -> None:
        paper = self.grid.current()
        if paper is not None and paper.id == review.paper.id:
            self.card.show_review(review)

    def _open(self, paper: PendingView) -> None:
        """Enter goes to the posted document."""
        if paper.number:
            self.context.open(paper.kind, paper.number)
        else:
            self.context.messages.info(self.tr("还没过账，没有单号。右边是它的明细"))

    def _approved(self, posted: Posted) -> None:
        self.comment.clear()
        if posted.pending:
            self.context.messages.success(self.tr("你这一步通过了，还要下一个人审核"))
        else:
            show = Link(self.tr("打开"), partial(self.context.open, posted.kind, posted.number))
            said = self.tr("{number} 已审核过账").format(number=posted.number)
            self.context.messages.success(said, show)
        self.grid.setFocus()

    def _reject(self, paper: PendingView, reason: str) -> None:
        told = self.tr("已驳回，退给 {maker}").format(maker=paper.maker)
        done = partial(self._given_back, told)
        self.run_write(self._acts.reject, paper.id, reason, then=done)

    def _given_back(self, told: str, _nothing: object) -> None:
        self.context.messages.success(told)
        self.grid.setFocus()


def _chip(paper: PendingView) -> Chip:
    return Chip(decision_words()[paper.state], _TONES[paper.state])
