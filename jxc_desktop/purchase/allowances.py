"""What a supplier gives back without goods: rebates, prices made good (返利、补差价, domain.md §2.4, T17).

Goods that still lie there cost less by it; for those that were sold it lessens the cost of sales.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import (
    MoneyAccountFacts,
    Payment,
    payment_rows,
    require_payments,
    require_right_to_pay,
)
from jxc_desktop.cash.settling import match
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, net_of, tax_on, text_of, trimmed
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, parts_of, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.partners.facts import PartnerFacts, supplier_facts
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.invoice_models import (
    PurchaseAllowance,
    PurchaseAllowanceLine,
    PurchaseAllowancePayment,
)
from jxc_desktop.purchase.legs import DEDUCTIBLE, PAYABLE, SERVICES, usual_invoice
from jxc_desktop.purchase.models import GoodsReceiptLine
from jxc_desktop.purchase.receipts import given_back, worth_left
from jxc_desktop.purchase.returns import TAX_OUT, receipt_to_follow
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.shop.tax import require_rate
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import Goods, GoodsStep, move_goods, moved_by_line, record_moves
from jxc_desktop.stock.priced import LineDraft, at_line, base_of

ALLOWANCE = Family(
    PurchaseAllowance, (PurchaseAllowanceLine, PurchaseAllowancePayment), "采购折让单"
)


@dataclass(frozen=True, slots=True)
class AllowanceLine:
    """`amount` fen given back for `quantity` 1e-4 of `unit` of a product.

    Of a receipt, `from_line` says which line; quantity and product are the line's when they are left out.
    """

    amount: int
    product_id: int | None = None
    quantity: int | None = None
    unit: str = ""
    tax_rate: int | None = None
    from_line: int | None = None


@dataclass(frozen=True, slots=True)
class AllowanceDraft:
    """An allowance as typed: on receipt `original`, or on goods at large."""

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[AllowanceLine, ...]
    original: str = ""
    invoice: str | None = None
    price_includes_tax: bool | None = None
    payments: tuple[Payment, ...] = ()
    reason: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Source:
    """The receipt an allowance is on: its header and lines, fen left of what they cost, what was invoiced and moved."""

    head: Mapping[str, Any]
    lines: Mapping[int, Mapping[str, Any]]
    left: Mapping[int, int]
    open: Mapping[int, OpenLine]
    moved: frozenset[int]


@needs("purchase_allowance.post")
def post_purchase_allowance(session: Session, draft: AllowanceDraft, *, key: Key) -> Posted:
    """Lessen what the supplier is owed, and what the goods cost."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    supplier = supplier_facts(session, draft.partner_id)
    source = _source(session, draft)
    header = _header(session, draft, supplier, source)
    rows = list(_rows(session, draft, source, header))
    total = sum(row["gross"] for row in rows)
    require_right_to_pay(session, ALLOWANCE.kind, draft.payments)
    payments = require_payments(session, draft.payments, total)
    document_id = open_paper(session, PurchaseAllowance, header)
    named = ({**row, "document_id": document_id} for row in rows)
    write_parts(session, PurchaseAllowanceLine, named)
    write_parts(session, PurchaseAllowancePayment, payment_rows(document_id, draft.payments))
    steps = list(_steps(rows, header["warehouse_id"]))
    goods = move_goods(session, steps, "allowance", allow_negative=True)
    legs = list(_legs(rows, goods, payments, supplier, deductible=header["deductible"]))
    summary = f"采购折让 {supplier.name}"
    paper = Paper(ALLOWANCE.kind, document_id, PurchaseAllowance.prefix, draft.day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=draft.day)
    if source is not None:
        match(session, PAYABLE, supplier.id, draft.original, number)
    return remember(session, key, Posted(ALLOWANCE.kind, document_id, number, total))


@needs("purchase_allowance.reverse")
def reverse_purchase_allowance(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take an allowance back: debt and cost as before."""
    return reverse_goods_paper(session, ALLOWANCE, wanted, key=key)


def _source(session: Session, draft: AllowanceDraft) -> _Source | None:
    if not draft.original:
        return None
    head = receipt_to_follow(session, draft.original, draft.partner_id)
    rows = parts_of(session, GoodsReceiptLine, head["id"])
    states = open_lines(session, head["id"])
    return _Source(
        head,
        {row["line_no"]: row for row in rows},
        worth_left(head, rows, states, given_back(session, head["id"])),
        states,
        frozenset(moved_by_line(session, draft.original)),
    )


def _header(
    session: Session, draft: AllowanceDraft, supplier: PartnerFacts, source: _Source | None
) -> dict[str, Any]:
    settings = settings_of(session)
    invoice = _invoice(draft, supplier, settings, source)
    includes = draft.price_includes_tax
    if includes is None:
        includes = (
            bool(source.head["price_includes_tax"]) if source else settings.purchases_include_tax
        )
    return {
        "day": draft.day,
        "partner_id": supplier.id,
        "partner_name": supplier.name,
        "warehouse_id": source.head["warehouse_id"] if source else draft.warehouse_id,
        "invoice": invoice,
        "deductible": settings.general and invoice in DEDUCTIBLE,
        "price_includes_tax": includes,
        "original_id": source.head["id"] if source else None,
        "reason": draft.reason,
        "remark": draft.remark,
    }


def _invoice(
    draft: AllowanceDraft, supplier: PartnerFacts, settings: Settings, source: _Source | None
) -> str:
    """The kind of invoice whose tax goes back: the receipt's, or that of the invoice that came later."""
    if source is None:
        return draft.invoice or usual_invoice(supplier, general=settings.general)
    if not source.head["estimated"]:
        return str(source.head["invoice"])
    return "special" if any(line.deducted for line in source.open.values()) else "ordinary"


def _rows(
    session: Session, draft: AllowanceDraft, source: _Source | None, header: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    if not draft.lines:
        raise InvalidInput(translate("purchase", "折让单没有一行。写上金额"), field="lines")
    left = dict(source.left) if source else {}
    for place, each in enumerate(draft.lines):
        try:
            goods, tracked = _goods(session, each, source)
            row = {**goods, **_worth(session, each, goods, header)}
            if source is not None:
                _require_room(left, row)
        except UserError as error:
            raise at_line(error, place) from None
        worth = row["net"] if header["deductible"] else row["gross"]
        yield {**row, "line_no": place + 1, "difference": -worth if tracked else 0}


def _goods(
    session: Session, each: AllowanceLine, source: _Source | None
) -> tuple[dict[str, Any], bool]:
    """The goods of a line, and whether they are kept in stock."""
    if source is not None:
        line = _receipt_line(each, source)
        whole = each.quantity is None
        quantity = line["quantity"] if each.quantity is None else each.quantity
        product = product_facts(session, [line["product_id"]])[line["product_id"]]
        base = line["base_quantity"] if whole else product.to_base(quantity, line["unit"])
        if not 0 < quantity <= line["quantity"]:
            raise Refused(
                translate("purchase", "这一行只进了 {quantity} {unit}").format(
                    quantity=trimmed(line["quantity"], QUANTITY_PLACES), unit=line["unit"]
                ),
                field="quantity",
            )
        found = _goods_row(product, line["unit"], quantity, base, line["line_no"])
        return {**found, "tax_rate": line["tax_rate"]}, line["line_no"] in source.moved
    if each.product_id is None or each.quantity is None:
        raise InvalidInput(translate("purchase", "写上商品和数量"), field="product")
    product = product_facts(session, [each.product_id])[each.product_id]
    base = base_of(LineDraft(product.id, each.quantity, each.unit), product)
    unit = each.unit or product.unit
    found = _goods_row(product, unit, each.quantity, base, None)
    return {**found, "tax_rate": product.tax_rate}, product.track_stock


def _goods_row(
    product: ProductFacts, unit: str, quantity: int, base: int, line: int | None
) -> dict[str, Any]:
    return {
        "product_id": product.id,
        "unit": unit,
        "quantity": quantity,
        "base_quantity": base,
        "from_line": line,
    }


def _receipt_line(each: AllowanceLine, source: _Source) -> Mapping[str, Any]:
    """The receipt's line that is meant, by number or by goods; its invoice must have come."""
    for number, line in source.lines.items():
        if each.from_line in {None, number} and each.product_id in {None, line["product_id"]}:
            if source.head["estimated"] and source.open[number].left > 0:
                raise Refused(
                    translate("purchase", "这一行还没开票。录发票时直接写优惠后的价"),
                    field="from_line",
                )
            return line
    raise InvalidInput(translate("purchase", "入库单没有这一行"), field="from_line")


def _worth(
    session: Session, each: AllowanceLine, goods: Mapping[str, Any], header: Mapping[str, Any]
) -> dict[str, int]:
    if each.amount <= 0:
        raise InvalidInput(translate("purchase", "折让金额要大于 0"), field="amount")
    rates = (each.tax_rate, goods["tax_rate"], settings_of(session).default_tax_rate)
    rate = require_rate(next(r for r in rates if r is not None), header["day"], field="tax_rate")
    if header["price_includes_tax"]:
        net, gross = net_of(each.amount, rate), each.amount
    else:
        net, gross = each.amount, each.amount + tax_on(each.amount, rate)
    return {"tax_rate": rate, "net": net, "tax": gross - net, "gross": gross}


def _require_room(left: dict[int, int], row: Mapping[str, Any]) -> None:
    """Refuse to be given back more than is `left` of what a line cost, and take it off there."""
    number = row["from_line"]
    if row["gross"] > left[number]:
        raise Refused(
            translate("purchase", "这一行最多还能折让 {left}").format(
                left=text_of(max(left[number], 0), MONEY_PLACES)
            ),
            field="amount",
        )
    left[number] -= row["gross"]


def _steps(rows: Sequence[Mapping[str, Any]], warehouse_id: int) -> Iterator[GoodsStep]:
    for row in rows:
        if row["difference"]:
            yield GoodsStep(
                row["line_no"],
                row["product_id"],
                warehouse_id,
                0,
                amount=row["difference"],
                concerns=row["base_quantity"],
            )


def _legs(
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
