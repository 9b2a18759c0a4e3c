"""A landed cost while it is typed: the lines of its receipts, and what each would bear if it were posted now.

`fields` hold receipts, amount (fen with tax), tax_rate, invoice, basis, policy, account and lines (as
`TypedLanded.kept`, what was given by hand).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.purchase.landed import (
    ByHand,
    KeptLine,
    LandedDraft,
    cost_of,
    kept_lines,
    landed_rows,
)
from jxc_desktop.purchase.landed_costs import MOVED, landed_steps
from jxc_desktop.purchase.landed_models import Basis
from jxc_desktop.purchase.queries import PURCHASE_PRICE, receipt_view
from jxc_desktop.shop.actor import authorize, needs
from jxc_desktop.stock.posting import foresee_goods

Place = tuple[str, int]
"""A receipt and a line of it."""


@dataclass(frozen=True, slots=True)
class TypedLanded:
    """A receipt's line: `quantity` base units and `worth` fen that have not gone back.

    Where it is spread by `hand`, `by_hand` fen were typed; `share` is what it would bear now, of which `to_stock` are
    borne by goods that still lie there.
    """

    receipt: str = ""
    from_line: int = 0
    code: str = ""
    name: str = ""
    quantity: int = 0
    worth: int = 0
    hand: bool = False
    by_hand: int | None = None
    share: int | None = None
    to_stock: int | None = None

    @property
    def place(self) -> Place:
        """The receipt and the line of it."""
        return self.receipt, self.from_line

    @property
    def borne(self) -> int | None:
        """Fen that it bears: as typed by hand, else as it is spread."""
        return self.by_hand if self.hand else self.share

    @property
    def beside(self) -> int | None:
        """Fen that the goods lying there would not bear."""
        if self.share is None or self.to_stock is None:
            return None
        return self.share - self.to_stock

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line; the receipt's side is read again."""
        return {"receipt": self.receipt, "from_line": self.from_line, "amount": self.by_hand}


@dataclass(frozen=True, slots=True)
class Preview:
    """What each line would bear and how much of it goes into stock; `problem` says why nobody knows yet.

    `cost` is what is to be spread, in fen: without the tax that comes back.
    """

    shares: Mapping[Place, tuple[int, int]]
    cost: int | None = None
    problem: str = ""


@needs("landed_cost.view")
def landed_lines(session: Session, numbers: Sequence[str]) -> list[TypedLanded]:
    """The lines of receipts that a cost can be spread over."""
    authorize(session, PURCHASE_PRICE)
    return [_typed(line) for line in kept_lines(session, numbers, hold=False)]


def _typed(line: KeptLine) -> TypedLanded:
    return TypedLanded(
        line.receipt, line.from_line, line.code, line.name, line.quantity, line.worth
    )


@needs("landed_cost.view")
def receipt_to_land(session: Session, number: str) -> TypedFields:
    """A landed cost begun on one receipt, never before it; owed to who brought it until somebody says otherwise."""
    view = receipt_view(session, number)
    kept_lines(session, [number], hold=False)
    own = {"receipts": [number]}
    day = max(view.head.day, clock_of(session).today())
    return TypedFields(day, view.partner_id, view.partner_name, fields=own)


@needs("landed_cost.view")
def preview(session: Session, draft: LandedDraft) -> Preview:
    """What posting the draft now would do to each line."""
    authorize(session, PURCHASE_PRICE)
    try:
        supplier = supplier_facts(session, draft.partner_id)
        cost = cost_of(session, draft, supplier)
        told = _not_yet(draft, cost)
        if told:
            return Preview({}, cost, told)
        header, rows = landed_rows(session, draft, supplier, hold=False)
        goods = foresee_goods(session, landed_steps(session, header, rows), MOVED)
    except UserError as error:
        return Preview({}, problem=error.message)
    stock: dict[int, int] = {}
    for move in goods.moves:
        stock[move.line_no] = stock.get(move.line_no, 0) + move.amount
    shares = {
        (row["kept"].receipt, row["from_line"]): (row["amount"], stock.get(row["line_no"], 0))
        for row in rows
    }
    return Preview(shares, cost)


def _not_yet(draft: LandedDraft, cost: int) -> str:
    """While it is spread by hand: how much is still to be given to lines, or too much was."""
    if draft.basis != Basis.HAND:
        return ""
    left = cost - sum(share.amount for share in draft.shares)
    if left > 0:
        told = translate("purchase", "要分摊 {cost}，还差 {left}")
    elif left < 0:
        told = translate("purchase", "要分摊 {cost}，多了 {left}")
    else:
        return ""
    return told.format(cost=text_of(cost, MONEY_PLACES), left=text_of(abs(left), MONEY_PLACES))


def spread_by(line: TypedLanded, *, hand: bool) -> TypedLanded:
    """The line once the way of spreading changed: by hand it begins with what was spread."""
    if hand and not line.hand and line.by_hand is None:
        return replace(line, hand=True, by_hand=line.share)
    return replace(line, hand=hand)


def with_share(line: TypedLanded, found: Preview) -> TypedLanded:
    """The line with what it would bear now."""
    share, stock = found.shares.get(line.place, (None, None))
    return replace(line, share=share, to_stock=stock)


def placed(kept: Sequence[Mapping[str, Any]], lines: Sequence[TypedLanded]) -> list[TypedLanded]:
    """Every line of the receipts with what was kept of it."""
    typed = {(each["receipt"], each["from_line"]): each["amount"] for each in kept}
    return [replace(line, by_hand=typed.get(line.place)) for line in lines]


def landed_draft(typed: TypedFields) -> LandedDraft:
    """The landed cost for the service; an account pays the whole, without one it is owed."""
    own = typed.fields
    basis, amount = own.get("basis") or Basis.AMOUNT, own.get("amount") or 0
    by_hand = own.get("lines", ()) if basis == Basis.HAND else ()
    account = own.get("account")
    return LandedDraft(
        typed.day,
        typed.partner_id or 0,
        tuple(own.get("receipts", ())),
        amount,
        basis=basis,
        shares=tuple(
            ByHand(each["from_line"], each["amount"], each["receipt"])
            for each in by_hand
            if each["amount"]
        ),
        policy=own.get("policy") or None,
        invoice=own.get("invoice") or None,
        tax_rate=own.get("tax_rate"),
        price_includes_tax=True,
        payments=(Payment(account, amount),) if account and amount else (),
        remark=typed.remark,
    )


def landed_again(draft: LandedDraft, subject: str) -> TypedFields | None:
    """The draft as it would be typed; None where the form has no place for something of it."""
    paid = sum(each.amount for each in draft.payments)
    if not draft.price_includes_tax or len(draft.payments) > 1 or paid not in {0, draft.amount}:
        return None
    fields = {
        "receipts": list(draft.receipts),
        "amount": draft.amount,
        "tax_rate": draft.tax_rate,
        "invoice": draft.invoice or "",
        "basis": draft.basis,
        "policy": draft.policy or "",
        "account": draft.payments[0].money_account_id if draft.payments else None,
        "lines": [
            {
                "receipt": share.receipt or draft.receipts[0],
                "from_line": share.from_line,
                "amount": share.amount,
            }
            for share in draft.shares
        ],
    }
    return TypedFields(draft.day, draft.partner_id, subject, draft.remark, fields)
