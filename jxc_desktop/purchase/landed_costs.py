"""Freight and other costs of goods that came, spread over them (采购费用分摊, domain.md §2.4, T14, T15).

Goods that still lie there are worth more by their share; the share of those that were sold is cost of sales.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.landed import LandedDraft, landed_rows
from jxc_desktop.purchase.landed_models import LandedCost, LandedCostLine, LandedCostPayment
from jxc_desktop.purchase.legs import INPUT_TAX, PAYABLE, SERVICES
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.pools import pool_key
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.returned_lots import revalued_in_lots

LANDED_COST = Family(LandedCost, (LandedCostLine, LandedCostPayment), "采购费用分摊单")
MOVED = "landed_cost"


@needs("landed_cost.post")
def post_landed_cost(session: Session, draft: LandedDraft, *, key: Key) -> Posted:
    """Owe or pay the cost, and let the goods bear it."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    header, rows = landed_rows(session, draft, supplier)
    total = header["total"]
    require_right_to_pay(session, LANDED_COST.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    facts = partial(Facts, draft.day, total, supplier.name, paid=paid_in(payments))
    if held := held_back(session, LANDED_COST.kind, draft, facts, key):
        return held
    document_id = _write(session, draft, header, rows)
    goods = move_goods(session, landed_steps(session, header, rows), MOVED, allow_negative=True)
    legs = landed_legs(header, goods, payments, supplier)
    paper = Paper(
        LANDED_COST.kind, document_id, LandedCost.prefix, draft.day, word_of(supplier), total
    )
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(LANDED_COST.kind, document_id, number, total))


@needs("landed_cost.reverse")
def reverse_landed_cost(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: debt, money and the worth of goods as before."""
    return reverse_goods_paper(session, LANDED_COST, wanted, key=key)


def word_of(supplier: PartnerFacts) -> str:
    """What the books call it."""
    return f"采购费用 {supplier.name}"


def landed_steps(
    session: Session, header: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
) -> list[GoodsStep]:
    """What the goods cost more, to be borne by those that still lie there; nothing where it is an expense."""
    if not header["capitalised"]:
        return []
    steps = [step for row in rows if row["amount"] for step in _steps(row)]
    settings = settings_of(session)
    if settings.costing == "fifo":
        return steps
    # Nobody knows which of several lines of the same goods were sold: what lies there is of all of them alike.
    by_warehouse = settings.cost_scope == "warehouse"
    alike: Counter[tuple[int, int, int]] = Counter()
    for step in steps:
        alike[pool_key(step, by_warehouse=by_warehouse)] += step.concerns
    return [
        replace(step, concerns=alike[pool_key(step, by_warehouse=by_warehouse)]) for step in steps
    ]


def _steps(row: Mapping[str, Any]) -> Iterator[GoodsStep]:
    line = row["kept"]
    step = GoodsStep(
        row["line_no"],
        row["product_id"],
        line.warehouse_id,
        0,
        amount=row["amount"],
        concerns=row["base_quantity"],
        origin=(line.receipt, line.from_line),
    )
    yield from revalued_in_lots(step, line.moved)


def landed_legs(
    header: Mapping[str, Any],
    goods: Goods,
    payments: Sequence[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
) -> Iterator[LegDraft]:
    """Dr 1405 what still lies there bears, Dr 5401 the rest (or Dr 5601 all), Dr 22210101 / Cr 220201 or money."""
    tax = header["tax"] if header["deductible"] else 0
    cost = header["total"] - tax
    if header["capitalised"]:
        yield LegDraft(STOCK, debit=goods.adjustment)
        yield LegDraft(COST_OF_SALES, debit=cost - goods.adjustment)
    else:
        yield LegDraft(SERVICES, debit=cost)
    yield LegDraft(INPUT_TAX, debit=tax)
    for account, amount in payments:
        yield LegDraft(account.account, credit=amount, money_account_id=account.id)
    owed = header["total"] - paid_in(payments)
    yield LegDraft(PAYABLE, credit=owed, partner_id=supplier.id)


def _write(
    session: Session,
    draft: LandedDraft,
    header: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
) -> int:
    own = {name: value for name, value in header.items() if name != "total"}
    document_id = open_paper(session, LandedCost, own)
    named = ({**row, "document_id": document_id} for row in rows)
    write_parts(session, LandedCostLine, named)
    write_parts(session, LandedCostPayment, payment_rows(document_id, draft.payments))
    return document_id
