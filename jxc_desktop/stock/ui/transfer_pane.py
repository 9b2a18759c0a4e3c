"""调拨单: goods from one warehouse in another, on screen."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QCheckBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.note import printed_transfer
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.queries import on_hand_of
from jxc_desktop.stock.transfer_views import IN_TRANSIT, TransferView, stock_transfer_view
from jxc_desktop.stock.transfers import (
    TRANSFER,
    TransferDraft,
    post_stock_transfer,
    reverse_stock_transfer,
)
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.typed_transfer import transfer_draft
from jxc_desktop.stock.ui.goods_form import GoodsForm, choose, place_box
from jxc_desktop.stock.ui.shown_goods import shown_goods
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel


class TransferForm(GoodsForm):
    """From where, to where, and how much of what; beside each line what lies at both ends."""

    aliases: ClassVar = {"from_warehouse": "warehouse"}

    def __init__(self, pane: Pane, choices: PaperChoices) -> None:
        self.target = place_box(choices)
        self.in_transit = QCheckBox(translate("stock", "在途，到货后再收"))
        self._there: Mapping[int, int] = {}
        self.posted: RowsModel[Any] = RowsModel((*shown_goods(), _coming()), pane)
        shown = Grid(self.posted, name="transfer_posted", settings=pane.context.settings)
        negative = choices.settings.allow_negative_stock
        super().__init__(
            pane, TRANSFER.kind, choices, shown, shortage="warn" if negative else "bad"
        )
        self.filler.filled.connect(self._ask_there)

    def make_rows(self) -> None:
        self.add_row("warehouse", self.tr("调出仓"), self.warehouse)
        self.add_row("to_warehouse", self.tr("调入仓"), self.target)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.add_row("in_transit", self.tr("到货"), self.in_transit)
        self.in_transit.toggled.connect(self.on_edited)
        self.target.currentIndexChanged.connect(self.on_edited)
        self.target.currentIndexChanged.connect(lambda _place: self._ask_there())

    def columns(self, goods: Sequence[EntryColumn[Any]]) -> Sequence[EntryColumn[Any]]:
        there = EntryColumn[Any](
            "there",
            translate("stock", "调入仓现存"),
            self._lies_there,
            kind=Kind.QUANTITY,
            text=lambda value: "" if value is None else quantity_text(value),
            width=92,
            muted=True,
            sortable=False,
        )
        return (*goods, there)

    def called(self) -> str:
        return f"{self.warehouse.currentText()} → {self.target.currentText()}"

    def own_fields(self) -> dict[str, Any]:
        return {
            "to_warehouse": self.target.currentData(),
            "in_transit": self.in_transit.isChecked(),
        }

    def show_own(self, fields: Mapping[str, Any]) -> None:
        place = self.target.findData(fields.get("to_warehouse"))
        # A new transfer goes to the second warehouse: to the first it comes from.
        self.target.setCurrentIndex(place if place >= 0 else min(1, self.target.count() - 1))
        self.in_transit.setChecked(bool(fields.get("in_transit")))

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        super().show_fields(fields)
        self._ask_of([line["product"] for line in fields.get("lines", ())])

    def show_view(self, view: TransferView) -> None:
        choose(self.warehouse, view.from_warehouse_id)
        choose(self.target, view.to_warehouse_id)
        self.in_transit.setChecked(view.in_transit)
        self.posted.set_rows(view.lines)
        self.show_quantities([(x.unit, x.quantity) for x in view.lines])

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.target.setEnabled(not locked)
        self.in_transit.setEnabled(not locked)

    def own_obstacle(self) -> str:
        if self.target.count() < 2:  # noqa: PLR2004  goods go from one to another
            return self.tr("只有一个仓库，没有地方可调。先在“仓库”里新建一个")
        if self.warehouse.currentData() == self.target.currentData():
            self.target.setFocus()
            return self.tr("调出仓和调入仓是同一个。改一个")
        return super().own_obstacle()

    # --- what lies at the other end ---

    def _ask_there(self) -> None:
        self._ask_of([line.product.id for _row, line in self.counted() if line.product])

    def _ask_of(self, products: Sequence[int]) -> None:
        if products:
            read = partial(on_hand_of, products=products, warehouse_id=self.target.currentData())
            self.pane.run_read(read, then=self._take_there, slot="there")

    def _take_there(self, found: Mapping[int, int]) -> None:
        self._there = found
        self.grid.amend(lambda line: line.product is not None, lambda line: line)

    def _lies_there(self, line: TypedLine) -> int | None:
        return None if line.product is None else self._there.get(line.product.id, 0)


def _coming() -> Column[Any]:
    """How much of a posted line has not come yet, in base units; empty where all did."""
    return Column[Any](
        "coming",
        translate("stock", "在途"),
        kind=Kind.QUANTITY,
        text=lambda value: quantity_text(value) if value else "",
        width=72,
        sortable=False,
    )


class TransferKind:
    """What a transfer says about itself to its pane."""

    kind = TRANSFER.kind

    def draft(self, typed: TypedFields) -> TransferDraft:
        """The document for the service."""
        return transfer_draft(typed)

    def post(self, session: Session, draft: TransferDraft, *, key: Key) -> Posted:
        """Post it."""
        return post_stock_transfer(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return reverse_stock_transfer(session, wanted, key=key)

    def view(self, session: Session, number: str) -> TransferView:
        """The transfer with this number."""
        return stock_transfer_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_transfer(session, number)


class TransferPane(ReversiblePane, FieldsPane):
    """Types, posts and shows transfers."""

    title = str(QT_TR_NOOP("调拨单"))
    icon = "truck"
    needs = "stock_transfer.view"
    watches = frozenset({"stock_transfer", "transfer_receipt", "move", "warehouse"})
    books = False
    buttons = ("receive", *FieldsPane.buttons)
    form: TransferForm | None
    view: TransferView | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = TransferKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(paper_choices, then=self._begin, slot="choices")

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", "write_off", *more)

    def chip_of(self, view: TransferView) -> str:
        return IN_TRANSIT if view.open else super().chip_of(view)

    def history(self, view: TransferView) -> str:
        said = super().history(view)
        if view.followers:
            told = translate("stock", "；到货 {numbers}").format(numbers=listed(view.followers))
            return said + told
        return said + translate("stock", "；还没到货") if view.open else said

    def shown_buttons(self) -> tuple[str, ...]:
        if self.view is not None and self.view.open:
            return ("receive", "print_paper")
        return super().shown_buttons()

    @action(str(QT_TR_NOOP("收货")), "F8", icon="arrow-down-to-line", needs="transfer_receipt.edit")
    def receive(self) -> None:
        """Take in what is on its way."""
        self._follow("transfer_receipt")

    @action(str(QT_TR_NOOP("报损在途")), "F9", icon="package-minus", needs="stock_loss.edit")
    def write_off(self) -> None:
        """Say that what is on its way never came."""
        self._follow("stock_loss")

    def _follow(self, kind: str) -> None:
        if self.view is None or not self.view.open:
            self.context.messages.notice(self.tr("这张没有在途的货"))
            return
        pane = self.context.open(kind)
        if pane is not None:
            pane.follow(self.view.head.number)

    def _show_state(self) -> None:
        super()._show_state()
        for name in ("receive", "write_off"):
            action_named(self, name).setEnabled(self.view is not None)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    def _begin(self, choices: PaperChoices) -> None:
        self._open_form(TransferForm(self, choices))
