"""A paper of goods without prices on screen: typed by keys, approved by F12, then gone on from."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.paper_title import PaperTitle
from jxc_desktop.purchase.taken import goods_to_buy, offers_to_buy
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.states import close_order, reopen_order, unapprove_order
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, line_of, without_blanks
from jxc_desktop.stock.ui.line_columns import empty_line, line_columns
from jxc_desktop.stock.ui.line_filler import LineFiller
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.chips import status_chip
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.form_row import FormGrid, FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.tokens import Size, Space

TAIL = 4


class Goods:
    """Reads goods for the lines: what lies in the warehouse and what is on its way, nothing of prices."""

    def __init__(self, warehouse: Callable[[], int | None]) -> None:
        self._warehouse = warehouse

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(offers_to_buy, text=text, warehouse_id=self._warehouse(), partner_id=None)

    def goods(self, products: Sequence[int]) -> Callable[[Session], Mapping[int, TakenGoods]]:
        return partial(
            goods_to_buy, products=products, warehouse_id=self._warehouse(), partner_id=None
        )


class WishPane(Pane):
    """Types, approves and shows one kind of paper without prices."""

    orders: ClassVar[OrderKind]
    chips: ClassVar[Mapping[str, str]] = {}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.view: Any = None
        self.amends = ""
        self._key = new_key()
        today = context.clock.today
        self.day, self.due = DayField(today(), today=today), DayField(None, today=today)
        self.warehouse = QComboBox()
        self.rows = {
            "day": FormRow(self.tr("业务日期"), self.day),
            "warehouse": FormRow(self.tr("仓库"), self.warehouse),
            "due_day": FormRow(self.due_word(), self.due),
            **self.own_rows(),
        }
        rules = _rules(may_create=context.may("product.edit"))
        self.filler = LineFiller(self, Goods(self.warehouse.currentData), rules)
        self.grid = EntryGrid(
            line_columns(rules, self.filler.suggest, self.filler.take),
            empty_line,
            name=f"{self.orders.kind}_lines",
            settings=context.settings,
        )
        self.grid.setAccessibleName(self.tr("商品行"))
        self.filler.attach(self.grid)
        self.shown = self.make_shown()
        self.note = Words(size=Size.HINT, tone="text2")
        self.title_line = PaperTitle(self.heading(), action_named(self, "settle"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.run_read(paper_choices, then=self._begin, slot="choices")

    # --- what each kind says ---

    @abstractmethod
    def due_word(self) -> str:
        """What the further day is called."""

    def own_rows(self) -> Mapping[str, FormRow]:
        """Further fields."""
        return {}

    @abstractmethod
    def make_shown(self) -> QWidget:
        """What an approved paper is shown in."""

    @abstractmethod
    def show_approved(self, view: Any) -> None:
        """Fill `shown` and the kind's own fields."""

    @abstractmethod
    def read(self, session: Session, number: str) -> Any:
        """The view of an approved paper."""

    @abstractmethod
    def approve(self, session: Session, lines: tuple[LineDraft, ...], *, key: Key) -> Posted:
        """Approve what is typed; the fields were read before by `take_fields`."""

    @abstractmethod
    def take_fields(self) -> None:
        """Keep what the fields say, before the writer's thread runs."""

    def clear_own(self) -> None:
        """Empty the kind's own fields."""

    def own_obstacle(self) -> str:
        """What else stands in the way of approving."""
        return ""

    @abstractmethod
    def next_steps(self) -> Sequence[str]:
        """Names of the actions that go on from an approved paper, the main one first."""

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, str) and subject:
            self.ask_view(subject)

    def refresh(self) -> None:
        if self.view is not None:
            self.ask_view(self.view.head.number)

    def take_scan(self, code: str) -> bool:
        if self.view is not None:
            return False
        self.filler.scan(code)
        return True

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            rows = [row for row, _line in without_blanks(self.grid.lines())]
            self.grid.mark(rows[int(place)], name.lstrip(".") or "product", reason)
        elif field in self.rows:
            self.rows[field].set_error(reason)
            self.rows[field].field.setFocus()

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the main action."""
        if self.view is not None:
            steps = self.next_steps()
            return "" if steps else self.tr("{number} 没有下一步").format(number=self.number)
        if not self.context.may(f"{self.orders.kind}.post"):
            return self.tr("没有审核这种单据的权限")
        if not (self.grid.commit() and self.day.settle() and self.due.settle()):
            return self.tr("有一格还没填好。先改好")
        lines = without_blanks(self.grid.lines())
        if not lines:
            return self.tr("还没有商品。在商品格填编号、拼音或扫码")
        for row, line in lines:
            if not line.quantity:
                self.grid.mark(row, "quantity", self.tr("没有数量"))
                return self.tr("第 {row} 行没有数量").format(row=row + 1)
        return self.own_obstacle()

    @property
    def number(self) -> str:
        """The number of the shown paper."""
        return str(self.view.head.number) if self.view is not None else ""

    @action(str(QT_TR_NOOP("审核")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Approve what is typed, or go on from what is approved."""
        if self.view is not None:
            action_named(self, self.next_steps()[0]).trigger()
            return
        self.take_fields()
        lines = tuple(draft for line in self.grid.lines() if (draft := line.draft))
        self.run_write(partial(self.approve, key=self._key), lines, then=self._on_approved)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="file-plus")
    def begin_new(self) -> None:
        """Begin another paper here."""
        self.view, self.amends, self._key = None, "", new_key()
        self.day.set_day(self.context.clock.today())
        self.due.set_day(None)
        self.clear_own()
        self.grid.start([])
        self.title_line.show_draft("")
        self.show_mode()
        self.grid.setFocus()

    @action(str(QT_TR_NOOP("反审核")), icon="undo-2")
    def unapprove(self) -> None:
        """Make it a draft again, to be written anew under its number."""
        view = self.view
        self.run_write(
            unapprove_order, self.orders, self.number, then=lambda _done: self._type_again(view)
        )

    @action(str(QT_TR_NOOP("关闭余量")), icon="ban")
    def close_rest(self) -> None:
        """Say that the rest will not come, and why."""
        title = self.tr("关闭 {number} 的余量").format(number=self.number)
        effects = (self.tr("余下的不再执行"), self.tr("以后可以重新打开"))
        do, reason = self.tr("关闭余量"), self.tr("关闭原因")
        sheet = Sheet(self, title, effects, do=do, reason=reason)
        sheet.agreed.connect(self._close)
        if sheet.reason is not None:
            sheet.reason.field.setFocus()

    @action(str(QT_TR_NOOP("重新打开")), icon="rotate-ccw")
    def reopen(self) -> None:
        """Let the rest come after all."""
        self.run_write(reopen_order, self.orders, self.number, then=self._again)

    # --- inside ---

    def ask_view(self, number: str) -> None:
        """Show an approved paper."""
        self.run_read(self.read, number, then=self._show_view, slot="view")

    def show_mode(self) -> None:
        """Fields and buttons follow whether the paper is typed."""
        typing = self.view is None
        self._stack.setCurrentWidget(self.grid if typing else self.shown)
        self.setFocusProxy(self.grid if typing else self.shown)
        for field in (self.day, self.due):
            field.setReadOnly(not typing)
        self.warehouse.setEnabled(typing)
        steps = () if typing else self.next_steps()
        main = action_named(self, "settle")
        main.setText(action_named(self, steps[0]).text() if steps else self.tr("审核"))
        self.title_line.show_buttons(() if typing else ("begin_new",))
        further = [] if typing else [*steps[1:], *self._life()]
        self.title_line.show_further([action_named(self, name) for name in further])
        self.note.setText(self.history())

    def history(self) -> str:
        """The line below the fields."""
        if self.view is None:
            return (
                self.tr("反审核的 {number} 正在重写").format(number=self.amends)
                if self.amends
                else ""
            )
        head = self.view.head
        said = self.tr("{who} 制单，{poster} 审核").format(
            who=head.created_by, poster=head.posted_by
        )
        if head.state == State.CLOSED:
            said += self.tr("；已关闭：{reason}").format(reason=head.reason)
        return said

    def _life(self) -> Sequence[str]:
        """What can be done to the paper itself as it stands."""
        if not self.context.may(f"{self.orders.kind}.post"):
            return ()
        if self.view.head.state == State.CLOSED:
            return ("reopen",)
        return ("close_rest",) if self.view.followers else ("unapprove", "close_rest")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ROW, 0, Space.ROW)
        column.setSpacing(Space.ROW)
        self.title_line.add_buttons([action_named(self, "begin_new")])
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.addWidget(self.title_line)
        head.addWidget(FormGrid(list(self.rows.values())))
        head.addWidget(self.note)
        column.addLayout(head)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.shown)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for part in (self.grid, self.day, self.due):
            part.refused.connect(self.context.messages.notice)
        self.grid.told.connect(self.context.messages.info)
        self.grid.code_typed.connect(self.filler.scan)

    def _begin(self, choices: PaperChoices) -> None:
        for value, word in choices.warehouses:
            self.warehouse.addItem(word, value)
        if self.view is None:
            self.show_mode()

    def _on_approved(self, posted: Posted) -> None:
        self.context.messages.success(self.tr("{number} 已审核").format(number=posted.number))
        self.ask_view(posted.number)

    def _show_view(self, view: Any) -> None:
        if view.head.state == State.DRAFT:
            self._type_again(view)
            return
        fresh = self.number != view.head.number
        self.view = view
        self._show_head(view)
        self.title_line.show_number(
            view.head.number, status_chip(self.chips.get(view.progress, view.progress))
        )
        self.subject_changed.emit(f"…{view.head.number[-TAIL:]}")
        self.show_approved(view)
        self.show_mode()
        if fresh:
            self.shown.setFocus()

    def _show_head(self, view: Any) -> None:
        self.day.set_day(view.head.day)
        self.due.set_day(view.due_day)
        self.warehouse.setCurrentIndex(max(self.warehouse.findData(view.warehouse_id), 0))

    def _type_again(self, view: Any) -> None:
        """An un-approved paper is typed on under its number."""
        self.view, self.amends, self._key = None, str(view.head.number), new_key()
        self._show_head(view)
        self.title_line.show_draft("", self.amends)
        self.show_mode()
        products = [line.product_id for line in view.lines]
        asked = Goods(self.warehouse.currentData).goods(products)
        self.run_read(asked, then=partial(self._show_lines, view), slot="lines")

    def _show_lines(self, view: Any, goods: Mapping[int, TakenGoods]) -> None:
        self.grid.start([line_of(_kept(line), goods) for line in view.lines])
        self.grid.setFocus()

    def _close(self, reason: str) -> None:
        self.run_write(close_order, self.orders, self.number, reason, then=self._again)

    def _again(self, _done: object) -> None:
        self.ask_view(self.number)


def _kept(line: Any) -> dict[str, Any]:
    return {"product": line.product_id, "unit": line.unit, "quantity": line.quantity}


def _rules(*, may_create: bool) -> LineRules:
    """Lines that bear no prices."""
    return LineRules(
        terms=lambda: Terms(date.min, includes_tax=True, default_rate=0),
        price_of=_no_price,
        price_mark=lambda _line: None,
        meant_unit=lambda _line: "",
        shortage="",
        last_heading=translate("purchase", "上次进价"),
        may_create=may_create,
        priced=False,
    )


def _no_price(_line: TypedLine, _unit: str) -> int | None:
    return None
