"""Goods a customer brings back: from a delivery at its price and cost, or without one at today's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    paid_in,
    payment_rows,
    require_payments,
    require_right_to_pay,
)
from jxc_desktop.cash.settling import RECEIVABLE, match
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    open_paper,
    original_header,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts
from jxc_desktop.sales.legs import goods_step, red_revenue_legs
from jxc_desktop.sales.models import (
    SalesDeliveryLine,
    SalesReturn,
    SalesReturnLine,
    SalesReturnPayment,
)
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.legs import legs_of_returned
from jxc_desktop.stock.lot_drafts import tracked_among
from jxc_desktop.stock.lot_entry import into_lots
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, Terms, price_lines
from jxc_desktop.stock.returned import ReturnLine, Source, returned_lines
from jxc_desktop.stock.returned_lots import in_lots

RETURN = Family(SalesReturn, (SalesReturnLine, SalesReturnPayment), "销售退货单")
FROM_DELIVERY = Source(SalesDeliveryLine, RETURN.kind)


@dataclass(frozen=True, slots=True)
class SalesReturnDraft:
    """A return as typed: `back` names lines of delivery `original`, or `lines` say what came without one."""

    day: date
    partner_id: int
    warehouse_id: int
    original: str = ""
    back: tuple[ReturnLine, ...] = ()
    lines: tuple[LineDraft, ...] = ()
    price_includes_tax: bool | None = None
    payments: tuple[Payment, ...] = ()
    reason: str = ""
    remark: str = ""


@needs("sales_return.post")
def post_sales_return(session: Session, draft: SalesReturnDraft, *, key: Key) -> Posted:
    """Take the goods back in and lessen what the customer owes, or pay back at once."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    customer = customer_facts(session, draft.partner_id)
    original, rows = return_rows(session, draft)
    total = sum(row["gross"] for row in rows)
    require_right_to_pay(session, RETURN.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    facts = partial(Facts, draft.day, total, customer.name, paid=paid_in(payments))
    if held := held_back(session, RETURN.kind, draft, facts, key):
        return held
    document_id = _write(session, draft, customer, original, rows)
    steps = _into_lots(session, draft, return_steps(session, draft, rows))
    goods = move_goods(session, steps, "return", allow_negative=True)
    legs = [
        *credit_legs(total, payments, customer),
        *red_revenue_legs(session, rows),
        *legs_of_returned(goods),
    ]
    summary = f"销售退货 {customer.name}"
    paper = Paper(RETURN.kind, document_id, SalesReturn.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    if original is not None:
        match(session, RECEIVABLE, customer.id, draft.original, number)
    return remember(session, key, Posted(RETURN.kind, document_id, number, total))


@needs("sales_return.reverse")
def reverse_sales_return(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a return back: the goods out again, the debt as before."""
    return reverse_goods_paper(session, RETURN, wanted, key=key)


def return_rows(
    session: Session, draft: SalesReturnDraft, *, hold: bool = True
) -> tuple[Mapping[str, Any] | None, list[dict[str, Any]]]:
    """The header of the original, where there is one, and the lines as they will be posted.

    The original is held until the transaction ends; `hold` False is for looking only.
    """
    if not draft.original:
        return None, list(_free_rows(session, draft))
    original = original_header(session, "sales_delivery", draft.original, hold=hold)
    require_returnable(draft.original, original)
    if original["partner_id"] != draft.partner_id:
        raise InvalidInput(
            translate("sales", "{number} 不是这个客户的单").format(number=draft.original),
            field="partner",
        )
    return original, returned_lines(session, FROM_DELIVERY, original, draft.back)


def require_returnable(number: str, header: Mapping[str, Any]) -> None:
    """Refuse a delivery that was taken back, or takes one back."""
    require_state(number, header["state"], State.POSTED)
    if header["reverses_id"] is not None:
        raise Refused(translate("sales", "{number} 是红字单，不能退货").format(number=number))


def _free_rows(session: Session, draft: SalesReturnDraft) -> Iterator[dict[str, Any]]:
    """Lines without an original: priced as typed, their cost left to the average."""
    settings = settings_of(session)
    products = product_facts(session, (line.product_id for line in draft.lines))
    terms = Terms(
        draft.day,
        _includes_tax(session, draft),
        settings.default_tax_rate,
        listed_with_tax=settings.sale_price_includes_tax,
    )
    for row in line_rows(0, price_lines(draft.lines, products, terms)):
        yield {**row, "cost": None, "lots": ()}


def _includes_tax(session: Session, draft: SalesReturnDraft) -> bool:
    if draft.price_includes_tax is None:
        return settings_of(session).sale_price_includes_tax
    return draft.price_includes_tax


def _write(
    session: Session,
    draft: SalesReturnDraft,
    customer: PartnerFacts,
    original: Mapping[str, Any] | None,
    rows: list[dict[str, Any]],
) -> int:
    includes = _includes_tax(session, draft) if original is None else original["price_includes_tax"]
    header = {
        "day": draft.day,
        "partner_id": customer.id,
        "partner_name": customer.name,
        "warehouse_id": draft.warehouse_id,
        "price_includes_tax": includes,
        "original_id": original["id"] if original else None,
        "reason": draft.reason,
        "remark": draft.remark,
    }
    document_id = open_paper(session, SalesReturn, header)
    write_parts(session, SalesReturnLine, ({**row, "document_id": document_id} for row in rows))
    write_parts(session, SalesReturnPayment, payment_rows(document_id, draft.payments))
    return document_id


def return_steps(
    session: Session, draft: SalesReturnDraft, rows: list[dict[str, Any]]
) -> Iterator[GoodsStep]:
    """The goods back into the warehouse, at their original cost where it is known."""
    products = product_facts(session, (row["product_id"] for row in rows))
    for row in rows:
        product = products[row["product_id"]]
        if product.track_stock:
            step = goods_step(row, draft.warehouse_id, draft.original)
            step = replace(step, fallback=product.purchase_price or 0)
            yield from in_lots(step, row["lots"])


def _into_lots(
    session: Session, draft: SalesReturnDraft, steps: Iterator[GoodsStep]
) -> list[GoodsStep]:
    """Goods that come without a delivery go into the lots that their lines tell."""
    if draft.original:
        return list(steps)
    products = product_facts(session, (line.product_id for line in draft.lines))
    return into_lots(session, steps, draft.lines, tracked_among(products))


def credit_legs(
    total: int, payments: list[tuple[MoneyAccountFacts, int]], customer: PartnerFacts
) -> Iterator[LegDraft]:
    """What the customer gets back, in red on the side where a sale stands."""
    for account, amount in payments:
        yield LegDraft(account.account, debit=-amount, money_account_id=account.id)
    rest = total - sum(amount for _account, amount in payments)
    yield LegDraft(RECEIVABLE, debit=-rest, partner_id=customer.id)
