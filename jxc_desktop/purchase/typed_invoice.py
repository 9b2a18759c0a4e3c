"""A supplier's invoice while it is typed: the lines whose invoice is to come, how much of each it says, at which price.

What a line comes to is reckoned as posting reckons it, so the screen shows the fen that will be booked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.document import State
from jxc_desktop.core.numbers import div_half_up, line_amount, net_of, tax_on
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.estimates import OpenLine, open_lines_of_many
from jxc_desktop.purchase.invoice_models import PurchaseInvoice, PurchaseInvoiceLine
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseReturn,
    PurchaseReturnLine,
)
from jxc_desktop.purchase.queries import PURCHASE_PRICE
from jxc_desktop.shop.actor import authorize, needs

MOST = 500
"""Receipts whose lines without an invoice are offered, the oldest first."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A receipt's line whose invoice is to come: `left` of `quantity` (1e-4 of `unit`), price 1e-6 yuan, money fen.

    `estimate` is what still stands on 220202, 0 where the goods were final when they came.
    """

    receipt: str
    day: str
    partner_id: int
    partner_name: str
    from_line: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    quantity: int
    left: int
    price: int
    discount: int
    tax_rate: int
    gross: int
    includes_tax: bool
    estimated: bool
    estimate: int

    @property
    def place(self) -> tuple[str, int]:
        """The receipt and the line of it."""
        return self.receipt, self.from_line


@dataclass(frozen=True, slots=True)
class TypedBill:
    """A waiting line as it is typed: `quantity` None leaves it out, `price` None is the receipt's."""

    waiting: Waiting | None = None
    quantity: int | None = None
    price: int | None = None

    @property
    def booked(self) -> int | None:
        """Fen with tax that the receipt said of what is invoiced."""
        if self.waiting is None or not self.quantity:
            return None
        return _share(self.waiting, self.waiting.gross, self.quantity)

    @property
    def gross(self) -> int | None:
        """Fen with tax that the invoice says; None while nothing is invoiced."""
        if self.waiting is None or not self.quantity or self.price is None:
            return self.booked
        amount = line_amount(self.quantity, self.price)
        if self.waiting.includes_tax:
            return amount
        return amount + tax_on(amount, self.waiting.tax_rate)

    @property
    def tax(self) -> int:
        """The tax in it, in fen."""
        gross = self.gross or 0
        return 0 if self.waiting is None else gross - net_of(gross, self.waiting.tax_rate)

    @property
    def difference(self) -> int | None:
        """Fen by which the invoice differs from the receipt."""
        if self.gross is None or self.booked is None:
            return None
        return self.gross - self.booked

    @property
    def line(self) -> InvoiceLine | None:
        """The line for the service; None while nothing is invoiced."""
        if self.waiting is None or not self.quantity:
            return None
        return InvoiceLine(
            self.waiting.receipt,
            self.waiting.from_line,
            self.quantity,
            self.price,
            includes_tax=self.waiting.includes_tax,
        )

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line; the receipt's side is read again."""
        return {
            "receipt": self.waiting.receipt if self.waiting else "",
            "from_line": self.waiting.from_line if self.waiting else 0,
            "quantity": self.quantity,
            "price": self.price,
            "includes_tax": self.waiting.includes_tax if self.waiting else None,
        }

    def renewed(self, known: Mapping[tuple[str, int], Waiting]) -> "TypedBill":
        """The line as it waits now; of one that waits no longer nothing is left."""
        if self.waiting is None:
            return self
        return replace(self, waiting=known.get(self.waiting.place, replace(self.waiting, left=0)))


def bills_of(
    kept: Sequence[Mapping[str, Any]], waiting: Sequence[Waiting]
) -> tuple[list[TypedBill], int]:
    """Every waiting line with what was kept of it, and how many kept lines wait no longer."""
    typed = {(each["receipt"], each["from_line"]): each for each in kept}
    lines = []
    for each in waiting:
        old = typed.pop(each.place, None)
        lines.append(TypedBill(each, old["quantity"], old["price"]) if old else TypedBill(each))
    return lines, len(typed)


def bill_of_receipt(waiting: Sequence[Waiting], day: date) -> TypedFields:
    """The invoice of one receipt, with all that is left of it."""
    first = waiting[0]
    lines = [TypedBill(each, each.left).kept() for each in waiting]
    fields = {"receipt": first.receipt, "lines": lines}
    return TypedFields(day, first.partner_id, first.partner_name, fields=fields)


def invoice_draft(typed: TypedFields) -> PurchaseInvoiceDraft:
    """The invoice for the service."""
    fields, day = typed.fields, typed.fields.get("invoice_day")
    return PurchaseInvoiceDraft(
        typed.day,
        typed.partner_id or 0,
        fields.get("number", ""),
        lines=tuple(InvoiceLine(**line) for line in fields.get("lines", ())),
        invoice=fields.get("invoice") or None,
        invoice_day=date.fromisoformat(day) if day else None,
        remark=typed.remark,
    )


def _share(waiting: Waiting, whole: int, quantity: int) -> int:
    """The share of a receipt's sum, as `billed_lines` gives it."""
    before = waiting.quantity - waiting.left

    def given(upto: int) -> int:
        return div_half_up(whole * upto, waiting.quantity)

    return given(before + quantity) - given(before)


@needs("purchase_invoice.view")
def waiting_lines(
    session: Session, partner_id: int | None = None, receipt: str = ""
) -> list[Waiting]:
    """The lines of a supplier's receipts, or of one receipt, whose invoice is to come; the oldest first."""
    authorize(session, PURCHASE_PRICE)
    head = GoodsReceipt
    query = (
        select(
            head.id, head.number, head.day, head.partner_id, head.partner_name,
            head.price_includes_tax, head.estimated,
        )
        .where(head.state == State.POSTED, head.reverses_id.is_(None), head.invoice != "none")
        .where(_something_waits())
        .order_by(head.day, head.id)
        .limit(MOST)
    )  # fmt: skip
    query = query.where(head.number == receipt) if receipt else query
    query = query if partner_id is None else query.where(head.partner_id == partner_id)
    return list(_waiting_of(session, session.execute(query).all()))


def _something_waits() -> ColumnElement[bool]:
    """Whether a receipt has a line that is neither invoiced nor sent back before its invoice (`estimates`)."""
    line, billed, back = GoodsReceiptLine, PurchaseInvoiceLine, PurchaseReturnLine
    standing = (State.POSTED, State.REVERSED)
    invoiced = (
        select(func.coalesce(func.sum(billed.quantity), 0))
        .join(PurchaseInvoice, PurchaseInvoice.id == billed.document_id)
        .where(
            billed.receipt_id == GoodsReceipt.id,
            billed.from_line == line.line_no,
            PurchaseInvoice.state.in_(standing),
        )
        .correlate(GoodsReceipt, line)
        .scalar_subquery()
    )
    returned = (
        select(func.coalesce(func.sum(back.quantity), 0))
        .join(PurchaseReturn, PurchaseReturn.id == back.document_id)
        .where(
            PurchaseReturn.original_id == GoodsReceipt.id,
            back.from_line == line.line_no,
            back.estimated.in_([True]),
            PurchaseReturn.state.in_(standing),
        )
        .correlate(GoodsReceipt, line)
        .scalar_subquery()
    )
    waits = line.quantity - invoiced - returned > 0
    return exists().where(line.document_id == GoodsReceipt.id, waits).correlate(GoodsReceipt)


def _waiting_of(session: Session, heads: Sequence[Any]) -> Iterator[Waiting]:
    """The waiting lines of receipts, in their order: two questions, however many there are."""
    line, receipts = GoodsReceiptLine, [head.id for head in heads]
    query = (
        select(
            line.document_id, line.line_no, line.product_id, Product.code, Product.name, Product.spec, line.unit,
            line.quantity, line.price, line.discount, line.tax_rate, line.gross,
        )
        .join(Product, Product.id == line.product_id)
        .where(line.document_id.in_(receipts))
        .order_by(line.document_id, line.line_no)
    )  # fmt: skip
    lines: dict[int, list[Any]] = {}
    for row in session.execute(query) if receipts else ():
        lines.setdefault(row.document_id, []).append(row)
    state = open_lines_of_many(session, receipts) if receipts else {}
    for head in heads:
        for row in lines.get(head.id, ()):
            if state[head.id][row.line_no].left > 0:
                yield _waiting(head, row, state[head.id][row.line_no])


def _waiting(head: Any, row: Any, state: OpenLine) -> Waiting:
    return Waiting(
        head.number, head.day.isoformat(), head.partner_id, head.partner_name, row.line_no, row.product_id,
        row.code, row.name, row.spec, row.unit, row.quantity, state.left, row.price, row.discount,
        row.tax_rate, row.gross, bool(head.price_includes_tax), bool(head.estimated), state.open_estimate,
    )  # fmt: skip
