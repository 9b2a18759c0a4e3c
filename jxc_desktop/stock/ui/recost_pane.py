"""重算成本: what counting goods anew would change, by line; F12 books it after a backup, and takes it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.catalog.ui.product_search import product_field
from jxc_desktop.core.i18n import clauses, listed
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.ui.paper_reversal import PaperReversal
from jxc_desktop.ledger.ui.paper_title import PaperTitle
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.stock import recosts
from jxc_desktop.stock.cost_models import Part
from jxc_desktop.stock.queries import RecostView, recost_view
from jxc_desktop.stock.recosts import Preview
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.tasks import Progress
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.totals_row import TotalsRow

BackUp = Callable[[Progress], str]
"""Makes the backup that counting anew wants first and says where it lies; "" where the shop has no place for one."""
_PRODUCT, _DAY = 240, 132


@dataclass(frozen=True, slots=True)
class RecostRow:
    """A line as people read it: fen that went to cost before and now; what came back counts negative."""

    day: date
    source: str
    line: int
    name: str
    part: str
    before: int | None
    now: int | None

    @property
    def difference(self) -> int | None:
        """Fen more that go to cost."""
        return None if self.before is None or self.now is None else self.now - self.before


class RecostKind:
    """What a recost says about itself where it is taken back."""

    kind = recosts.RECOST.kind

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return recosts.reverse_recost(session, wanted, key=key)


class RecostPane(Pane):
    """Its subject is a product's id, or the number of a recost that is in the books."""

    title = str(QT_TR_NOOP("重算成本"))
    icon = "refresh-cw"
    needs = "recost.view"
    watches = frozenset({"recost", "move", "closed_period"})

    def __init__(
        self, context: Context, back_up: BackUp | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._back_up = back_up
        self.preview: Preview | None = None
        self.view: RecostView | None = None
        self.product_id: int | None = None
        self.number = ""
        self.reversal = PaperReversal(self, RecostKind())
        self.reversal.reversed.connect(self.show_subject)
        self.title_line = PaperTitle(self.heading(), action_named(self, "go_on"))
        self.title_line.add_buttons([action_named(self, "begin_new")])
        self.product = product_field(self)
        self.product.setPlaceholderText(self.tr("晚录过单据的全部商品"))
        self.day = DayField(today=context.clock.today)
        self.note = Words(tone="text2")
        self.model: RowsModel[RecostRow] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            name="recost",
            settings=context.settings,
            row_key=lambda row: (row.source, row.line, row.part, row.name),
        )
        self.grid.setAccessibleName(self.tr("成本要改的单据行"))
        self.totals = TotalsRow(self.grid)
        self.empty = EmptyState(
            self.grid,
            self.tr("没有要重算的。单据补录到以前的日期，后面的出库成本才会要重算。"),
            icon_name="refresh-cw",
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def show_subject(self, subject: object) -> None:
        """Turn to a product, or to a recost by its number."""
        if isinstance(subject, int):
            self.product_id, self.number = subject, ""
            self.refresh()
        elif isinstance(subject, str) and subject:
            self.number = subject
            self.refresh()

    def refresh(self) -> None:
        if self.number:
            self.run_read(recost_view, self.number, then=self._show_view, slot="recost")
            return
        ask = partial(recosts.preview, product_id=self.product_id, from_day=self.day.day)
        self.run_read(ask, then=self._show_preview, slot="recost")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("重算过账")), "F12", needs="recost.post", icon="badge-check")
    def go_on(self) -> None:
        """Book what is shown, or take back what is in the books."""
        if self.view is not None:
            if why := self.reversal.obstacle(self.view):
                self.context.messages.notice(why)
            else:
                self.reversal.ask(str(self.view.head.number))
            return
        if self.preview is not None and self.day.settle():
            self.run_read(
                partial(recosts.checked, draft=self.preview.draft), then=self._ask, slot="checked"
            )

    @action(str(QT_TR_NOOP("打开单据")), icon="external-link")
    def open_document(self) -> None:
        """Open the document whose cost changes."""
        row = self.grid.current()
        if row is not None:
            open_source(self, row.source)

    @action(str(QT_TR_NOOP("再算一次")), "Ctrl+N", icon="plus")
    def begin_new(self) -> None:
        """Leave what is shown and look at all goods again."""
        self.number, self.product_id = "", None
        self.product.set_choice(None)
        self.day.set_day(None)
        self.refresh()

    @action(str(QT_TR_NOOP("换商品")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the field that holds the product."""
        self.product.setFocus()

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[RecostRow], ...]:
        def money(key: str, heading: str) -> Column[RecostRow]:
            return Column[RecostRow](
                key,
                heading,
                kind=Kind.MONEY,
                text=lambda fen: "" if fen is None else money_text(fen),
                width=86,
                sortable=False,
            )

        return (
            Column[RecostRow]("day", self.tr("业务日期"), kind=Kind.DAY, width=92, sortable=False),
            Column[RecostRow]("source", self.tr("单据"), kind=Kind.CODE, width=150, sortable=False),
            Column[RecostRow]("line", self.tr("行"), width=40, right=True, sortable=False),
            Column[RecostRow]("name", self.tr("商品"), width=110, stretch=True, sortable=False),
            Column[RecostRow](
                "part", self.tr("内容"), lambda row: self._part(row.part), width=72, sortable=False
            ),
            money("before", self.tr("原成本")),
            money("now", self.tr("重算后")),
            money("difference", self.tr("差额")),
        )

    def _part(self, part: str) -> str:
        words = {Part.GOODS: self.tr("货的成本"), Part.LAYERS: self.tr("换了先后")}
        return words.get(Part(part)) or self.tr("成本补差")

    def _lay_out(self) -> None:
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROW)
        self.product.setMaximumWidth(_PRODUCT)
        self.product.setAccessibleName(self.tr("商品"))
        self.day.setFixedWidth(_DAY)
        self.day.setPlaceholderText(self.tr("最早晚录的"))
        self.day.setAccessibleName(self.tr("从哪天算起"))
        row.addWidget(Words(self.tr("商品"), tone="text2"))
        row.addWidget(self.product, 3)
        row.addWidget(Words(self.tr("从哪天算起"), tone="text2"))
        row.addWidget(self.day)
        row.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        top.setSpacing(Space.BLOCK)
        top.addWidget(self.title_line)
        top.addWidget(self.question)
        top.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        column.addWidget(self._hints())

    def _hints(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(Space.PANE, Space.LABEL, Space.PANE, Space.LABEL)
        keys = [("Enter", self.tr("打开单据")), ("Ctrl+F", self.tr("换商品"))]
        row.addWidget(KeyHints(keys))
        row.addStretch(1)
        return strip

    def _connect(self) -> None:
        self.grid.opened.connect(lambda _row: self.open_document())
        self.product.chosen.connect(self._on_product)
        self.day.day_changed.connect(lambda _day: self.refresh())
        self.day.refused.connect(self.context.messages.error)

    # --- what comes back ---

    def _on_product(self, hit: object) -> None:
        self.product_id = getattr(hit, "id", None)
        self.refresh()
        self.grid.setFocus()

    def _show_preview(self, preview: Preview) -> None:
        self.preview, self.view = preview, None
        found = preview.plan
        rows = [
            RecostRow(
                line.source_day,
                line.source,
                line.source_line,
                preview.names[line.product_id],
                line.part,
                -line.booked,
                -line.booked - line.amount,
            )
            for line in found.lines
        ]
        self.title_line.show_draft("")
        self._show(rows, self._about(preview), (self.tr("重算过账"), "badge-check"))

    def _about(self, preview: Preview) -> str:
        """From when, of how many goods and months, and what is left out."""
        found = preview.plan
        told = [self.tr("从 {day} 起按业务日期重算").format(day=found.from_day)]
        if months := sorted({line.month for line in found.lines}):
            told.append(self.tr("涉及 {months}").format(months=listed(months)))
        if left := found.left_out:
            closed = listed(sorted({line.month for line in left}))
            told.append(
                self.tr("已结账的 {months} 有 {count} 行不改").format(
                    months=closed, count=len(left)
                )
            )
        return clauses(told)

    def _show_view(self, view: RecostView) -> None:
        self.view, self.preview = view, None
        rows = [
            RecostRow(
                line.source_day,
                line.source,
                line.source_line,
                line.name,
                line.part,
                None if line.booked is None else -line.booked,
                None if line.booked is None else -line.booked - (line.amount or 0),
            )
            for line in view.lines
        ]
        chip = "reversal" if view.head.reverses else str(view.head.state)
        told = self.tr("{day} 过账，从 {from_day} 起按业务日期重算").format(
            day=view.head.day, from_day=view.from_day
        )
        self.title_line.show_number(str(view.head.number), status_chip(chip))
        self._show(rows, told, (self.tr("红冲"), "undo-2"))

    def _show(self, rows: Sequence[RecostRow], note: str, main: tuple[str, str]) -> None:
        number = self.number
        self.subject_changed.emit(number)
        word, symbol = main
        action_named(self, "go_on").setText(word)
        action_named(self, "go_on").setIcon(icon(symbol, "on_accent"))
        self.title_line.show_buttons(("begin_new",) if number else ())
        self.question.setVisible(not number)
        self.note.setText(note)
        self.model.set_rows(rows)
        sums = {"difference": sum(row.difference or 0 for row in rows)}
        self.totals.set_totals(sums, count=len(rows))
        self.attention.emit({"kind": RecostKind.kind, **({"number": number} if number else {})})

    # --- booking ---

    def _ask(self, preview: Preview) -> None:
        """What it will do, once the service has nothing against it."""
        self._show_preview(preview)
        total = -preview.plan.total
        effects = (
            self.tr("{count} 行单据的成本改成重算的").format(count=len(preview.plan.lines)),
            self.tr("今天一张凭证，主营业务成本 {amount}").format(amount=money_text(total)),
            self.tr("先做一次备份；以后可以红冲"),
        )
        sheet = Sheet(self, self.tr("重算成本"), effects, do=self.tr("重算过账"))
        sheet.agreed.connect(lambda _reason: self._begin(preview))
        sheet.do.setFocus()

    def _begin(self, preview: Preview) -> None:
        """Back up first, then book."""
        if self._back_up is None:
            self._post(preview, "")
        else:
            self.run_background(self._back_up, then=lambda path: self._post(preview, path))

    def _post(self, preview: Preview, backup: str) -> None:
        if self._back_up is not None and not backup:
            self.context.messages.notice(self.tr("没有备份文件夹，重算前没有备份"))
        service = partial(recosts.post_recost, key=new_key())
        self.run_write(service, preview.draft, then=self._posted)

    def _posted(self, posted: Posted) -> None:
        link = Link(self.tr("看凭证"), partial(self.context.open, "voucher_preview", posted.number))
        told = self.tr("{number} 已过账，主营业务成本 {amount}")
        said = told.format(number=posted.number, amount=money_text(-posted.total))
        self.context.messages.success(said, link)
        self.show_subject(posted.number)
