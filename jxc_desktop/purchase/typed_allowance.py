"""An allowance (采购折让单) while it is typed: of a receipt line by line, or of goods at large.

`fields` hold original, warehouse, invoice, account, reason and lines (as `AllowedLine.kept`). Amounts hold tax.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.numbers import net_of
from jxc_desktop.ledger.papers import header_of, parts_of
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.models import GoodsReceipt, GoodsReceiptLine
from jxc_desktop.purchase.queries import PURCHASE_PRICE, given_by_line
from jxc_desktop.purchase.returns import receipt_to_follow
from jxc_desktop.shop.actor import authorize, needs
from jxc_desktop.stock.taken import TakenGoods, taken_goods
from jxc_desktop.stock.typed_paper import TypedLine, with_goods


@dataclass(frozen=True, slots=True)
class AllowedLine(TypedLine):
    """A line as it is typed: `amount` fen given back for it.

    Of a receipt's line it knows what that came to (`worth`) and what was `given` back of it before, in fen with tax.
    """

    amount: int | None = None
    worth: int | None = None
    given: int | None = None

    def tax(self, default_rate: int) -> int:
        """Fen of tax in the amount; `default_rate` (1e-4) is for goods without a rate of their own."""
        own = self.product.tax_rate if self.product else None
        rates = (self.tax_rate, own, default_rate)
        amount = self.amount or 0
        return amount - net_of(amount, next(rate for rate in rates if rate is not None))

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line; goods and receipt are read again."""
        return {
            "product": self.product.id if self.product else None,
            "unit": self.unit,
            "quantity": self.quantity,
            "from_line": self.from_line,
            "amount": self.amount,
        }


def allowed(line: TypedLine, amount: int | None) -> AllowedLine:
    """A line that goods were just taken into, at the amount that stood there."""
    own = {each.name: getattr(line, each.name) for each in fields(TypedLine)}
    return AllowedLine(**own, amount=amount)


@dataclass(frozen=True, slots=True)
class AllowedReceipt:
    """A receipt that something is given back of: its lines by number, with their goods."""

    number: str
    partner_id: int
    partner_name: str
    warehouse_id: int
    lines: Mapping[int, AllowedLine]

    def placed(self, kept: Sequence[Mapping[str, Any]]) -> list[AllowedLine]:
        """Every line of the receipt with what was kept of it."""
        typed = {each["from_line"]: each for each in kept}
        return [
            replace(line, quantity=old["quantity"], amount=old["amount"])
            if (old := typed.get(number))
            else line
            for number, line in self.lines.items()
        ]

    def renewed(self, line: AllowedLine) -> AllowedLine:
        """A typed line of this receipt with what is known of it now."""
        now = self.lines.get(line.from_line or 0, line)
        return replace(line, worth=now.worth, given=now.given)


@needs("purchase_allowance.view")
def receipt_to_allow(session: Session, number: str) -> AllowedReceipt:
    """A receipt, and what was given back of its lines before."""
    authorize(session, PURCHASE_PRICE)
    partner = header_of(session, GoodsReceipt.kind, number)["partner_id"]
    head = receipt_to_follow(session, number, partner, hold=False)
    rows = parts_of(session, GoodsReceiptLine, head["id"])
    products = (row["product_id"] for row in rows)
    goods = taken_goods(session, products, head["warehouse_id"])
    given, waiting = given_by_line(session, head["id"]), open_lines(session, head["id"])
    lines = {}
    for row in rows:
        place = row["line_no"]
        worth = _worth(waiting[place], row["gross"], estimated=bool(head["estimated"]))
        line = AllowedLine(
            unit=row["unit"],
            quantity=row["quantity"],
            tax_rate=row["tax_rate"],
            from_line=place,
            ordered=row["base_quantity"],
            worth=worth,
            given=given.get(place, 0),
        )
        lines[place] = _of_goods(line, goods[row["product_id"]])
    return AllowedReceipt(number, partner, head["partner_name"], head["warehouse_id"], lines)


def _worth(line: OpenLine, gross: int, *, estimated: bool) -> int | None:
    """Fen with tax that a receipt's line came to: by its invoices where it was an estimate, None until they came."""
    if not estimated:
        return gross
    return None if line.left else line.gross


def _of_goods(line: AllowedLine, goods: TakenGoods) -> AllowedLine:
    known = with_goods(line, goods)
    if not isinstance(known, AllowedLine):
        raise TypeError(type(known))
    return known


def lines_at_large(
    kept: Sequence[Mapping[str, Any]], goods: Mapping[int, TakenGoods]
) -> list[AllowedLine]:
    """Kept lines of no receipt, with their goods as they are now."""
    return [
        _of_goods(
            AllowedLine(unit=line["unit"], quantity=line["quantity"], amount=line["amount"]),
            goods[line["product"]],
        )
        for line in kept
        if line["product"] is not None
    ]


def allowance_of_receipt(receipt: AllowedReceipt, day: date) -> TypedFields:
    """An allowance on a receipt, with no amount yet."""
    own = {"original": receipt.number, "warehouse": receipt.warehouse_id}
    return TypedFields(day, receipt.partner_id, receipt.partner_name, fields=own)


def allowance_draft(typed: TypedFields) -> AllowanceDraft:
    """The allowance for the service; an account takes the whole, without one the debt is lessened."""
    own = typed.fields
    lines = tuple(_line(each) for each in own.get("lines", ()))
    account, total = own.get("account"), sum(line.amount for line in lines)
    return AllowanceDraft(
        typed.day,
        typed.partner_id or 0,
        own.get("warehouse") or 0,
        lines,
        original=own.get("original", ""),
        invoice=own.get("invoice") or None,
        price_includes_tax=True,
        payments=(Payment(account, total),) if account else (),
        reason=own.get("reason", ""),
        remark=typed.remark,
    )


def _line(kept: Mapping[str, Any]) -> AllowanceLine:
    product = None if kept["from_line"] else kept["product"]
    return AllowanceLine(
        kept["amount"] or 0,
        product,
        kept["quantity"],
        kept["unit"],
        from_line=kept["from_line"],
    )
