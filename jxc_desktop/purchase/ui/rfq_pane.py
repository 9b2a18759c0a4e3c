"""询价比价: suppliers asked for their prices, and their answers side by side with the best of each line marked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import clauses, listed
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.comparison import Answer, ComparedLine, Comparison, compare_quotations
from jxc_desktop.purchase.order_kinds import RFQ
from jxc_desktop.purchase.queries import RequestView, purchase_request_view, rfq_view
from jxc_desktop.purchase.requests import RfqDraft, approve_rfq
from jxc_desktop.purchase.ui.wish_pane import Goods, WishPane
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.taken import TakenGoods
from jxc_desktop.stock.typed_paper import kept_line, line_of
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import price_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.rows_model import RowsModel

ANSWER_WIDTH = 176


class RfqPane(WishPane):
    """Types and sends inquiries; once sent shows the matrix of answers."""

    title = str(QT_TR_NOOP("询价比价"))
    icon = "scale"
    needs = "rfq.view"
    watches = frozenset({"rfq", "supplier_quotation", "purchase_order"})
    orders = RFQ
    chips: ClassVar[Mapping[str, str]] = {"partly": "partly_answered"}

    def due_word(self) -> str:
        return self.tr("回复截止")

    def own_rows(self) -> Mapping[str, FormRow]:
        self.source = ""
        self.asked: dict[int, str] = {}
        self.from_lines: dict[int, int] = {}
        self.comparison: Comparison | None = None
        self.supplier = supplier_field(self)
        self.supplier.chosen.connect(self._add_supplier)
        self.names = Words()
        return {
            "suppliers": FormRow(self.tr("加供应商"), self.supplier),
            "names": FormRow(self.tr("问谁"), self.names),
        }

    def make_shown(self) -> QWidget:
        holder = QWidget()
        self._matrix = QVBoxLayout(holder)
        self._matrix.setContentsMargins(0, 0, 0, 0)
        self._across: tuple[int, ...] | None = None
        return holder

    # --- asking ---

    def follow(self, request: str, _chosen: object = ()) -> None:
        """Ask for what a request still wants."""
        self.begin_new()
        self.run_read(purchase_request_view, request, then=self._take_request, slot="lines")

    def clear_own(self) -> None:
        self.source, self.asked, self.from_lines = "", {}, {}
        self._tell_names()

    def own_obstacle(self) -> str:
        return "" if self.asked else self.tr("还没有供应商。选上要问的供应商")

    def take_fields(self) -> None:
        self._draft = partial(
            RfqDraft,
            self.day.day or self.context.clock.today(),
            self.warehouse.currentData(),
            suppliers=tuple(self.asked),
            due_day=self.due.day,
            source=self.source,
            amends=self.amends,
        )

    def approve(self, session: Session, lines: tuple[LineDraft, ...], *, key: Key) -> Posted:
        return approve_rfq(session, self._draft(lines), key=key)

    @action(str(QT_TR_NOOP("去掉最后一个供应商")), icon="circle-minus")
    def drop_supplier(self) -> None:
        """Take the last supplier off the list of whom to ask."""
        if self.view is None and self.asked:
            self.asked.popitem()
            self._tell_names()

    # --- answers ---

    def read(self, session: Session, number: str) -> Any:
        """The inquiry with its answers; without them for who may not see prices."""
        view = rfq_view(session, number)
        priced = self.context.may("field.purchase_price")
        self._compared = compare_quotations(session, number) if priced else None
        return view

    def show_approved(self, view: Any) -> None:
        self.comparison = self._compared
        self.source = view.source
        self.asked = {each.partner_id: each.name for each in view.suppliers}
        self._tell_names()
        self._show_matrix(
            self.comparison.lines
            if self.comparison
            else tuple(ComparedLine(line, ()) for line in view.lines)
        )

    def _show_matrix(self, lines: Sequence[ComparedLine]) -> None:
        """Goods down, suppliers across; other suppliers need another grid."""
        across = tuple(self.asked) if self.comparison else ()
        if self._across != across:
            self._across = across
            while (item := self._matrix.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.deleteLater()
            self.rows_shown: RowsModel[Any] = RowsModel(self._columns(), self)
            grid = Grid(self.rows_shown, name="rfq_matrix", settings=self.context.settings)
            grid.setAccessibleName(self.tr("报价比较"))
            self._matrix.addWidget(grid)
            self.shown.setFocusProxy(grid)
        self.rows_shown.set_rows(lines)

    def show_mode(self) -> None:
        super().show_mode()
        self.supplier.setReadOnly(self.view is not None)

    def next_steps(self) -> Sequence[str]:
        if self.view.head.state != State.APPROVED or self.comparison is None:
            return ()
        waiting = any(not each.answer for each in self.comparison.suppliers)
        may_answer = self.context.may("supplier_quotation.edit") and waiting
        answered = any(each.answer for each in self.comparison.suppliers)
        may_order = self.context.may("purchase_order.edit") and answered
        steps = (("order_best", may_order), ("enter_answer", may_answer))
        return [name for name, allowed in steps if allowed]

    @action(str(QT_TR_NOOP("按最低转订单")), icon="clipboard-check")
    def order_best(self) -> None:
        """Begin an order to each supplier whose answer is the best, for the lines where it is."""
        for quotation, lines in best_of(self.comparison).items():
            pane = self.context.open("purchase_order")
            if pane is not None:
                pane.follow(quotation, lines)

    @action(str(QT_TR_NOOP("录报价")), icon="file-text")
    def enter_answer(self) -> None:
        """Enter the answer of the next supplier that has not answered yet."""
        pane = self.context.open("supplier_quotation")
        if pane is not None:
            pane.follow(self.number)

    # --- inside ---

    def _take_request(self, view: RequestView) -> None:
        self.source = str(view.head.number)
        wanted = [line for line in view.lines if line.left]
        if not wanted:
            self.context.messages.notice(self.tr("这张请购单没有余下的"))
            return
        asked = Goods(self.warehouse.currentData).goods([line.product_id for line in wanted])
        self.run_read(asked, then=partial(self._show_request, wanted), slot="lines")

    def _show_request(self, wanted: Sequence[Any], goods: Mapping[int, TakenGoods]) -> None:
        drafts = [
            LineDraft(line.product_id, line.left, line.base_unit, from_line=line.line_no)
            for line in wanted
        ]
        self.grid.start([line_of(kept_line(draft), goods) for draft in drafts])
        self.supplier.setFocus()

    def _add_supplier(self, hit: Any) -> None:
        if hit is None:
            return
        self.asked[hit.id] = hit.name
        self.supplier.set_choice(None)
        self._tell_names()

    def _tell_names(self) -> None:
        self.names.setText(listed(self.asked.values()) if self.asked else "—")

    def _columns(self) -> tuple[Column[Any], ...]:
        goods = (
            Column[Any](
                "number",
                "#",
                lambda row: row.line.line_no,
                width=34,
                right=True,
                muted=True,
                sortable=False,
            ),
            Column[Any](
                "name",
                self.tr("商品"),
                lambda row: row.line.name,
                sub=lambda row: row.line.spec,
                width=130,
                stretch=True,
                sortable=False,
            ),
            Column[Any](
                "unit", self.tr("单位"), lambda row: row.line.base_unit, width=46, sortable=False
            ),
            Column[Any](
                "quantity",
                self.tr("数量"),
                lambda row: row.line.base_quantity,
                kind=Kind.QUANTITY,
                width=64,
                sortable=False,
            ),
        )
        suppliers = self.comparison.suppliers if self.comparison else ()
        return (
            *goods,
            *(self._answer_column(place, each.name) for place, each in enumerate(suppliers)),
        )

    def _answer_column(self, place: int, name: str) -> Column[Any]:
        def answer(row: ComparedLine) -> Answer | None:
            return row.answers[place]

        return Column[Any](
            f"answer{place}",
            name,
            lambda row: self._words(answer(row)),
            width=ANSWER_WIDTH,
            sortable=False,
            tone=_tone_of(answer),
        )

    def _words(self, found: Answer | None) -> str:
        """An answer in a cell: what a unit costs, how long it takes, the least that is sold, whether it is the best."""
        if found is None:
            return "—"
        best = [self.tr("最低")] if found.best else []
        said = [*best, f"{price_text(found.price)}/{found.unit}"]
        if found.lead_days is not None:
            said.append(self.tr("{days} 天").format(days=found.lead_days))
        if found.minimum:
            told = self.tr("起订 {quantity}")
            said.append(told.format(quantity=quantity_text(found.minimum)))
        return clauses(said)


def _tone_of(answer: Callable[[ComparedLine], Answer | None]) -> Callable[[ComparedLine], str]:
    def tone(row: ComparedLine) -> str:
        found = answer(row)
        if found is None:
            return "text2"
        if found.best:
            return "ok"
        return "" if found.enough else "warn"

    return tone


def best_of(comparison: Comparison | None) -> dict[str, list[int]]:
    """Each quotation that is the best for some lines, with its own lines of those."""
    found: dict[str, list[int]] = {}
    for row in comparison.lines if comparison else ():
        for answer in row.answers:
            if answer is not None and answer.best:
                found.setdefault(answer.quotation, []).append(answer.line_no)
    return found
