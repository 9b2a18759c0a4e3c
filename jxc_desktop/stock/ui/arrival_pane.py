"""调拨入库单: goods of a transfer that was on its way, come in, on screen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.note import printed_transfer_receipt
from jxc_desktop.stock.transfer_receipts import (
    RECEIPT,
    ArrivalDraft,
    post_transfer_receipt,
    reverse_transfer_receipt,
)
from jxc_desktop.stock.transfer_views import ArrivalView, ComingRow, transfer_receipt_view
from jxc_desktop.stock.typed_arrival import (
    ArrivalChoices,
    Sent,
    arrival_choices,
    arrival_draft,
    sent_goods,
)
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.goods_form import GoodsForm, GoodsThere, choose
from jxc_desktop.stock.ui.line_columns import AVAILABLE
from jxc_desktop.stock.ui.line_filler import GoodsReader
from jxc_desktop.stock.ui.shown_goods import shown_goods
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel

SENT, SHORT = "sent", "short"


class ArrivalForm(GoodsForm):
    """Which transfer, how much of each line came, and how much never will."""

    aliases: ClassVar = {"from": "source"}

    def __init__(self, pane: Pane, choices: ArrivalChoices) -> None:
        self.original, self.reason = QComboBox(), QComboBox()
        for each in choices.reasons:
            self.reason.addItem(each.name, each.id)
        self._sent: Sent | None = None
        self.posted: RowsModel[Any] = RowsModel(shown_goods(), pane)
        shown = Grid(self.posted, name="arrival_posted", settings=pane.context.settings)
        super().__init__(pane, RECEIPT.kind, choices.papers, shown)
        self.take_coming(choices.coming)

    # --- what the form says ---

    def make_rows(self) -> None:
        self.add_row("source", self.tr("调拨单"), self.original)
        self.add_row("reason", self.tr("短少原因"), self.reason)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.original.currentIndexChanged.connect(self._turn_to)
        self.reason.currentIndexChanged.connect(self.on_edited)

    def reader(self) -> GoodsReader:
        return GoodsThere(lambda: self._sent.target if self._sent else None)

    def columns(self, goods: Sequence[EntryColumn[Any]]) -> Sequence[EntryColumn[Any]]:
        kept = [column for column in goods if column.key != AVAILABLE]
        place = next(n for n, column in enumerate(kept) if column.key == "quantity")
        return (*kept[:place], self._sent_column(), kept[place], _short(), *kept[place + 1 :])

    def called(self) -> str:
        return str(self.original.currentData() or "")

    def own_fields(self) -> dict[str, Any]:
        return {"source": self.called(), "reason": self.reason.currentData()}

    def show_own(self, fields: Mapping[str, Any]) -> None:
        if fields.get("source"):
            self._choose(fields["source"])
        choose(self.reason, fields.get("reason"))

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        super().show_fields(fields)
        self._ask_sent(fill=not fields.get("lines"))

    def show_view(self, view: ArrivalView) -> None:
        self._choose(view.transfer)
        self.posted.set_rows(view.lines)
        self.show_quantities([(x.unit, x.quantity) for x in view.lines])

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.original.setEnabled(not locked)
        self.rows["reason"].setVisible(not locked)

    def no_lines(self) -> str:
        if not self.called():
            return self.tr("没有在途的调拨单。调拨时勾上“在途”，到货后才到这里收")
        return super().no_lines()

    def why_not(self, line: TypedLine) -> tuple[str, str]:
        if line.rejected and line.quantity is None:
            return "", ""
        return super().why_not(line)

    def own_obstacle(self) -> str:
        obstacle = super().own_obstacle()
        if not obstacle and not any(line.quantity for _row, line in self.counted()):
            return self.tr("一件都没到：回调拨单，按“报损在途”")
        return obstacle

    # --- which transfer ---

    def take_coming(self, coming: Sequence[ComingRow]) -> None:
        """Offer what is on its way now; what was chosen stays."""
        chosen = self.called()
        filling, self._filling = self._filling, True
        self.original.clear()
        for each in coming:
            self.original.addItem(f"{each.number}  {each.ends}", each.number)
        self._choose(chosen or (coming[0].number if coming else ""))
        self._filling = filling

    def _choose(self, number: str) -> None:
        if number and self.original.findData(number) < 0:
            self.original.addItem(number, number)
        self.original.setCurrentIndex(self.original.findData(number))

    def _turn_to(self) -> None:
        if not self._filling:
            self._ask_sent(fill=True)
            self.on_edited()

    def _ask_sent(self, *, fill: bool) -> None:
        if self.called():
            read = partial(sent_goods, number=self.called())
            self.pane.run_read(read, then=partial(self._take_sent, fill), slot="sent")

    def _take_sent(self, fill: bool, found: Sent) -> None:
        if found.number != self.called() or not self.typing:
            return
        self._sent = found
        if fill:
            self.place(found.lines)
        else:
            self.grid.amend(lambda line: line.product is not None, lambda line: line)

    def _sent_column(self) -> EntryColumn[Any]:
        return EntryColumn[Any](
            SENT,
            translate("stock", "在途"),
            self._on_its_way,
            kind=Kind.QUANTITY,
            text=lambda value: "" if value is None else quantity_text(value),
            width=72,
            muted=True,
            sortable=False,
        )

    def _on_its_way(self, line: TypedLine) -> int | None:
        if self._sent is None or line.from_line is None:
            return None
        return line.in_unit(self._sent.left.get(line.from_line, 0))


class ArrivalKind:
    """What a receipt of a transfer says about itself to its pane."""

    kind = RECEIPT.kind

    def draft(self, typed: TypedFields) -> ArrivalDraft:
        """The document for the service."""
        return arrival_draft(typed)

    def post(self, session: Session, draft: ArrivalDraft, *, key: Key) -> Posted:
        """Post it."""
        return post_transfer_receipt(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return reverse_transfer_receipt(session, wanted, key=key)

    def view(self, session: Session, number: str) -> ArrivalView:
        """The receipt with this number."""
        return transfer_receipt_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_transfer_receipt(session, number)


class ArrivalPane(ReversiblePane, FieldsPane):
    """Types, posts and shows goods of transfers that came in."""

    title = str(QT_TR_NOOP("调拨入库单"))
    icon = "arrow-down-to-line"
    needs = "transfer_receipt.view"
    watches = frozenset({"stock_transfer", "transfer_receipt", "stock_loss"})
    books = False
    not_copied: ClassVar = frozenset({"source", "lines"})
    form: ArrivalForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = ArrivalKind()
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(arrival_choices, then=self._begin, slot="choices")

    def follow(self, number: str) -> None:
        """Begin the receipt of all that is on its way of one transfer."""
        self.begin_typed(TypedFields(self.context.clock.today(), fields={"source": number}))

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    def _begin(self, choices: ArrivalChoices) -> None:
        self._open_form(ArrivalForm(self, choices))


def _short() -> EntryColumn[Any]:
    """How much of a line never came; a quantity that nobody typed otherwise gives it up."""
    return EntryColumn[Any](
        SHORT,
        translate("stock", "短少"),
        lambda line: line.rejected,
        kind=Kind.QUANTITY,
        text=lambda value: quantity_text(value) if value else "",
        draft=lambda line: quantity_text(line.rejected) if line.rejected else "",
        width=72,
        sortable=False,
        edit=_with_short,
    )


def _with_short(line: TypedLine, text: str) -> TypedLine:
    short = parse_quantity(text) if text.strip() else 0
    if short < 0:
        raise InvalidInput(translate("stock", "短少的数量不能小于 0"))
    whole = (line.quantity or 0) + (line.rejected or 0)
    return replace(line, rejected=short or None, quantity=max(whole - short, 0))
