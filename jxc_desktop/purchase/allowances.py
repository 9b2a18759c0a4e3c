"""What a supplier gives back without goods: rebates, prices made good (返利、补差价, domain.md §2.4, T17).

Goods that still lie there cost less by it; for those that were sold it lessens the cost of sales.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    paid_in,
    payment_rows,
    require_payments,
    require_right_to_pay,
)
from jxc_desktop.cash.settling import match
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.allowed import AllowanceDraft, allowance_rows
from jxc_desktop.purchase.invoice_models import (
    PurchaseAllowance,
    PurchaseAllowanceLine,
    PurchaseAllowancePayment,
)
from jxc_desktop.purchase.legs import PAYABLE, SERVICES
from jxc_desktop.purchase.returns import TAX_OUT
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.returned_lots import revalued_in_lots

ALLOWANCE = Family(
    PurchaseAllowance, (PurchaseAllowanceLine, PurchaseAllowancePayment), "采购折让单"
)


@needs("purchase_allowance.post")
def post_purchase_allowance(session: Session, draft: AllowanceDraft, *, key: Key) -> Posted:
    """Lessen what the supplier is owed, and what the goods cost."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    header, rows = allowance_rows(session, draft, supplier)
    total = sum(row["gross"] for row in rows)
    require_right_to_pay(session, ALLOWANCE.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    facts = partial(Facts, draft.day, total, supplier.name, paid=paid_in(payments))
    if held := held_back(session, ALLOWANCE.kind, draft, facts, key):
        return held
    document_id = open_paper(session, PurchaseAllowance, header)
    named = ({**row, "document_id": document_id} for row in rows)
    write_parts(session, PurchaseAllowanceLine, named)
    write_parts(session, PurchaseAllowancePayment, payment_rows(document_id, draft.payments))
    steps = list(allowance_steps(rows, header["warehouse_id"], draft.original))
    goods = move_goods(session, steps, "allowance", allow_negative=True)
    legs = allowance_legs(rows, goods, payments, supplier, deductible=header["deductible"])
    summary = f"采购折让 {supplier.name}"
    paper = Paper(ALLOWANCE.kind, document_id, PurchaseAllowance.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    if draft.original:
        match(session, PAYABLE, supplier.id, draft.original, number)
    return remember(session, key, Posted(ALLOWANCE.kind, document_id, number, total))


@needs("purchase_allowance.reverse")
def reverse_purchase_allowance(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take an allowance back: debt and cost as before."""
    return reverse_goods_paper(session, ALLOWANCE, wanted, key=key)


def allowance_steps(
    rows: Sequence[Mapping[str, Any]], warehouse_id: int, original: str
) -> Iterator[GoodsStep]:
    """What the goods cost less, to be borne by those that still lie there."""
    for row in rows:
        if row["difference"]:
            step = GoodsStep(
                row["line_no"],
                row["product_id"],
                warehouse_id,
                0,
                amount=row["difference"],
                concerns=row["base_quantity"],
                origin=(original, row["from_line"]) if original else None,
            )
            yield from revalued_in_lots(step, row["came"])


def allowance_legs(
    rows: Sequence[Mapping[str, Any]],
    goods: Goods,
    payments: Sequence[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
    *,
    deductible: bool,
) -> Iterator[LegDraft]:
    """Dr 220201 / Cr 1405 what still lies there bears, Cr 5401 the rest, Cr 22210109 the tax that goes back."""
    for account, amount in payments:
        yield LegDraft(account.account, debit=amount, money_account_id=account.id)
    total, paid = sum(row["gross"] for row in rows), sum(amount for _account, amount in payments)
    yield LegDraft(PAYABLE, debit=total - paid, partner_id=supplier.id)
    goods_worth = -sum(row["difference"] for row in rows)
    tax = sum(row["tax"] for row in rows) if deductible else 0
    yield LegDraft(STOCK, credit=-goods.adjustment)
    yield LegDraft(COST_OF_SALES, credit=goods_worth + goods.adjustment)
    yield LegDraft(SERVICES, credit=total - tax - goods_worth)
    yield LegDraft(TAX_OUT, credit=tax)
