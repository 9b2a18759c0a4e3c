"""Goods sent back to a supplier: from a receipt at its price and cost, or without one at the average (T7–T9)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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
from jxc_desktop.cash.settling import PAYABLE, match
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
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.estimates import ESTIMATED
from jxc_desktop.purchase.legs import DEDUCTIBLE, SERVICES, usual_invoice
from jxc_desktop.purchase.models import (
    GoodsReceiptLine,
    PurchaseReturn,
    PurchaseReturnLine,
    PurchaseReturnPayment,
)
from jxc_desktop.purchase.receipts import require_unspent
from jxc_desktop.purchase.returned_estimates import DEDUCTED, with_estimates
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK, legs_of_adjustment
from jxc_desktop.stock.lot_drafts import tracked_among
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.papers import line_rows, reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft, Terms, price_lines
from jxc_desktop.stock.returned import ReturnLine, Source, returned_lines
from jxc_desktop.stock.returned_lots import in_lots

RETURN = Family(PurchaseReturn, (PurchaseReturnLine, PurchaseReturnPayment), "采购退货单")
FROM_RECEIPT = Source(GoodsReceiptLine, RETURN.kind)
TAX_OUT = "22210109"


@dataclass(frozen=True, slots=True)
class PurchaseReturnDraft:
    """A return as typed: `back` names lines of receipt `original`, or `lines` say what goes without one."""

    day: date
    partner_id: int
    warehouse_id: int
    original: str = ""
    back: tuple[ReturnLine, ...] = ()
    lines: tuple[LineDraft, ...] = ()
    invoice: str | None = None
    price_includes_tax: bool | None = None
    payments: tuple[Payment, ...] = ()
    reason: str = ""
    remark: str = ""


@needs("purchase_return.post")
def post_purchase_return(session: Session, draft: PurchaseReturnDraft, *, key: Key) -> Posted:
    """Send the goods out and lessen what the supplier is owed; what the cost differs by is cost of sales."""
    if earlier := answered(session, key):
        return earlier
    settings = settings_of(session)
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    original, invoice, rows = return_rows(session, draft, supplier)
    if original is not None:
        require_unspent(session, original, rows)
    total = sum(row["gross"] for row in rows)
    require_right_to_pay(session, RETURN.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    facts = partial(Facts, draft.day, total, supplier.name, paid=paid_in(payments))
    if held := held_back(session, RETURN.kind, draft, facts, key):
        return held
    document_id = _write(session, draft, supplier, original, rows, invoice=invoice)
    steps = return_from_lots(session, draft, rows)
    goods = move_goods(session, steps, "return", allow_negative=settings.allow_negative_stock)
    legs = return_legs(session, rows, goods, payments, supplier)
    summary = f"采购退货 {supplier.name}"
    paper = Paper(RETURN.kind, document_id, PurchaseReturn.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    if original is not None:
        match(session, PAYABLE, supplier.id, draft.original, number)
    return remember(session, key, Posted(RETURN.kind, document_id, number, total))


@needs("purchase_return.reverse")
def reverse_purchase_return(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a return back: the goods in again at the same worth, the debt as before."""
    return reverse_goods_paper(session, RETURN, wanted, key=key)


def return_rows(
    session: Session, draft: PurchaseReturnDraft, supplier: PartnerFacts, *, hold: bool = True
) -> tuple[Mapping[str, Any] | None, str, list[dict[str, Any]]]:
    """The receipt, where there is one, the kind of invoice, and the lines as they will be posted.

    The receipt is held until the transaction ends; `hold` False is for looking only.
    """
    settings = settings_of(session)
    if draft.original:
        receipt = receipt_to_follow(session, draft.original, draft.partner_id, hold=hold)
        rows = returned_lines(session, FROM_RECEIPT, receipt, draft.back)
        deductible = settings.general and receipt["invoice"] in DEDUCTIBLE
        rows = list(_taxed(session, rows, receipt, deductible=deductible))
        return receipt, str(receipt["invoice"]), rows
    invoice = draft.invoice or usual_invoice(supplier, general=settings.general)
    deductible = settings.general and invoice in DEDUCTIBLE
    rows = list(_taxed(session, _free_rows(session, draft), None, deductible=deductible))
    return None, invoice, rows


def receipt_to_follow(
    session: Session, number: str, partner_id: int, *, hold: bool = True
) -> dict[str, Any]:
    """The header of a posted receipt of this supplier, which a later document is about (`original_header`)."""
    original = original_header(session, "goods_receipt", number, hold=hold)
    require_state(number, original["state"], State.POSTED)
    if original["reverses_id"] is not None:
        raise Refused(
            translate("purchase", "{number} 是红字单，后面不能再接单").format(number=number)
        )
    if original["partner_id"] != partner_id:
        raise InvalidInput(
            translate("purchase", "{number} 不是这个供应商的单").format(number=number),
            field="partner",
        )
    return original


def _free_rows(session: Session, draft: PurchaseReturnDraft) -> Iterator[dict[str, Any]]:
    settings = settings_of(session)
    products = product_facts(session, (line.product_id for line in draft.lines))
    terms = Terms(
        draft.day,
        _includes_tax(session, draft),
        settings.default_tax_rate,
        buying=True,
        listed_with_tax=settings.purchases_include_tax,
    )
    for row in line_rows(0, price_lines(draft.lines, products, terms)):
        yield {**row, "cost": None, "lots": ()}


def _taxed(
    session: Session,
    rows: Iterable[dict[str, Any]],
    original: Mapping[str, Any] | None,
    *,
    deductible: bool,
) -> Iterator[dict[str, Any]]:
    """Each row knowing the tax that goes back with it, and what of it was only estimated."""
    final = {"estimated": False, "estimate": 0}
    if original is None or not original["estimated"]:
        for row in rows:
            yield {**row, **final, DEDUCTED: row["tax"] if deductible else 0}
        return
    includes = original["price_includes_tax"]
    known = [{**row, **final, "includes_tax": includes} for row in rows]
    yield from with_estimates(session, original, known)


def _includes_tax(session: Session, draft: PurchaseReturnDraft) -> bool:
    if draft.price_includes_tax is None:
        return settings_of(session).purchases_include_tax
    return draft.price_includes_tax


def _write(
    session: Session,
    draft: PurchaseReturnDraft,
    supplier: PartnerFacts,
    original: Mapping[str, Any] | None,
    rows: list[dict[str, Any]],
    *,
    invoice: str,
) -> int:
    includes = _includes_tax(session, draft) if original is None else original["price_includes_tax"]
    header = {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": draft.warehouse_id,
        "invoice": invoice,
        "price_includes_tax": includes,
        "original_id": original["id"] if original else None,
        "reason": draft.reason,
        "remark": draft.remark,
    }
    document_id = open_paper(session, PurchaseReturn, header)
    write_parts(session, PurchaseReturnLine, ({**row, "document_id": document_id} for row in rows))
    write_parts(session, PurchaseReturnPayment, payment_rows(document_id, draft.payments))
    return document_id


def return_steps(
    session: Session, draft: PurchaseReturnDraft, rows: list[dict[str, Any]]
) -> Iterator[GoodsStep]:
    """The goods out of the warehouse, at their original cost where it is known."""
    products = product_facts(session, (row["product_id"] for row in rows))
    for row in rows:
        if products[row["product_id"]].track_stock:
            step = GoodsStep(
                row["line_no"],
                row["product_id"],
                draft.warehouse_id,
                -row["base_quantity"],
                amount=None if row["cost"] is None else -row["cost"],
                origin=(draft.original, row["from_line"]) if draft.original else None,
            )
            yield from in_lots(step, row["lots"])


def return_from_lots(
    session: Session, draft: PurchaseReturnDraft, rows: list[dict[str, Any]], *, hold: bool = True
) -> list[GoodsStep]:
    """`return_steps`; without a receipt, goods kept by lot go out of the lots told, else of the first to expire."""
    steps = return_steps(session, draft, rows)
    if draft.original:
        return list(steps)
    products = product_facts(session, (line.product_id for line in draft.lines))
    return out_of_lots(session, steps, draft.lines, tracked_among(products), hold=hold)


def return_legs(
    session: Session,
    rows: list[dict[str, Any]],
    goods: Goods,
    payments: list[tuple[MoneyAccountFacts, int]],
    supplier: PartnerFacts,
) -> Iterator[LegDraft]:
    """Dr 220201 gross / Cr 1405 cost, Cr 22210109 tax; what is left goes to 5401 (domain.md §2.4).

    What went back before its invoice lessens 220202 by its estimate instead.
    """
    for account, amount in payments:
        yield LegDraft(account.account, debit=amount, money_account_id=account.id)
    due = sum(row["gross"] for row in rows if not row["estimated"])
    paid = sum(amount for _account, amount in payments)
    yield LegDraft(PAYABLE, debit=due - paid, partner_id=supplier.id)
    estimate = sum(row["estimate"] for row in rows)
    yield LegDraft(ESTIMATED, debit=estimate, partner_id=supplier.id)
    tax = sum(row[DEDUCTED] for row in rows)
    yield LegDraft(TAX_OUT, credit=tax)
    products = product_facts(session, (row["product_id"] for row in rows))
    services = sum(_worth(row) for row in rows if not products[row["product_id"]].track_stock)
    yield LegDraft(SERVICES, credit=services)
    yield LegDraft(STOCK, credit=-goods.amount)
    difference = due + estimate - tax - services + goods.amount
    if difference > 0:
        yield LegDraft(COST_OF_SALES, credit=difference)
    elif difference < 0:
        yield LegDraft(COST_OF_SALES, debit=-difference)
    yield from legs_of_adjustment(goods.adjustment)


def _worth(row: Mapping[str, Any]) -> int:
    """Fen that a line had cost us: its estimate, else what it comes to without the tax that goes back."""
    return int(row["estimate"] if row["estimated"] else row["gross"] - row[DEDUCTED])
