"""Freight and other costs of goods that came, as data: the receipts it was for, and by what it is spread."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.intake.codes import supplier_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, payments_of
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.purchase_allowance import RECEIVED
from jxc_desktop.intake.returned import line_named, original_of
from jxc_desktop.purchase.landed import INVOICES, POLICIES, ByHand, LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost, reverse_landed_cost
from jxc_desktop.purchase.landed_models import Basis

SHARE = ("from", "from_line", "product", "amount")


def landed_draft(session: Session, fields: Fields) -> LandedDraft:
    """The draft that a JSON landed cost describes; whoever brought the goods is the creditor by default."""
    receipts = _receipts(fields)
    shares = tuple(_shares(session, fields, receipts))
    return LandedDraft(
        day=day_of(session, fields),
        partner_id=_partner(session, fields, receipts),
        receipts=receipts,
        amount=fields.given("amount", fields.money("amount")),
        basis=fields.one_of("basis", tuple(Basis)) or (Basis.HAND if shares else Basis.AMOUNT),
        shares=shares,
        policy=fields.one_of("policy", POLICIES),
        invoice=fields.one_of("invoice", INVOICES),
        tax_rate=fields.rate("tax_rate"),
        price_includes_tax=fields.flag("price_includes_tax"),
        payments=payments_of(session, fields),
        remark=fields.text("remark"),
    )


def _receipts(fields: Fields) -> tuple[str, ...]:
    """`from` names one receipt, or a list of them."""
    if isinstance(fields.data.get("from"), list):
        return fields.texts("from")
    return (fields.needed("from"),)


def _partner(session: Session, fields: Fields, receipts: tuple[str, ...]) -> int:
    if fields.text("partner"):
        return supplier_named(session, fields)
    named = Fields({"from": receipts[0]} if receipts else {}, fields.path)
    return int(original_of(session, named, RECEIVED).header["partner_id"])


def _shares(session: Session, fields: Fields, receipts: tuple[str, ...]) -> Iterator[ByHand]:
    """What was given to each line by hand."""
    for line in fields.objects("lines"):
        line.only(SHARE)
        number = line.text("from") or (receipts[0] if len(receipts) == 1 else line.needed("from"))
        original = original_of(session, Fields({**line.data, "from": number}, line.path), RECEIVED)
        row = line_named(session, line, original.lines)
        yield ByHand(row["line_no"], line.given("amount", line.money("amount")), number)


INTAKE = Intake(
    "landed_cost",
    (
        *EVERY, "partner", "from", "amount", "basis", "policy", "invoice", "tax_rate", "price_includes_tax", "lines",
        "payments",
    ),
    landed_draft,
    post_landed_cost,
    reverse_landed_cost,
    draft=LandedDraft,
)  # fmt: skip
