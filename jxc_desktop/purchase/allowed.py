"""The lines of an allowance against the goods it is for: what each takes off the debt, and off what the goods cost.

On a receipt no more is given back of a line than is left of what it cost; what still waits for its invoice is not
lessened, for the invoice can say the lower price.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, net_of, tax_on, text_of, trimmed
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.partners.facts import PartnerFacts
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.legs import DEDUCTIBLE, usual_invoice
from jxc_desktop.purchase.models import GoodsReceiptLine
from jxc_desktop.purchase.receipts import given_back, worth_left
from jxc_desktop.purchase.returns import receipt_to_follow
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.shop.tax import require_rate
from jxc_desktop.stock.moved import Moved, moved_by_lot
from jxc_desktop.stock.priced import LineDraft, at_line, base_of


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
    moved: Mapping[int, Moved]


def allowance_rows(
    session: Session, draft: AllowanceDraft, supplier: PartnerFacts, *, hold: bool = True
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The header and the lines as they will be posted, each line with its `difference` in the worth of goods.

    A receipt is held until the transaction ends; `hold` False is for looking only.
    """
    source = _source(session, draft, hold=hold)
    header = _header(session, draft, supplier, source)
    return header, list(_rows(session, draft, source, header))


def _source(session: Session, draft: AllowanceDraft, *, hold: bool) -> _Source | None:
    if not draft.original:
        return None
    head = receipt_to_follow(session, draft.original, draft.partner_id, hold=hold)
    rows = parts_of(session, GoodsReceiptLine, head["id"])
    states = open_lines(session, head["id"])
    return _Source(
        head,
        {row["line_no"]: row for row in rows},
        worth_left(head, rows, states, given_back(session, head["id"])),
        states,
        moved_by_lot(session, draft.original),
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
    products = product_facts(session, _products(draft, source))
    for place, each in enumerate(draft.lines):
        try:
            goods, tracked = _goods(each, source, products)
            row = {**goods, **_worth(session, each, goods, header)}
            if source is not None:
                _require_room(left, row)
        except UserError as error:
            raise at_line(error, place) from None
        worth = row["net"] if header["deductible"] else row["gross"]
        came = source.moved.get(row["from_line"], {}) if source else {}
        own = {"line_no": place + 1, "difference": -worth if tracked else 0, "came": came}
        yield {**row, **own}


def _products(draft: AllowanceDraft, source: _Source | None) -> Iterable[int]:
    """The goods that the lines can be about."""
    if source is not None:
        return (row["product_id"] for row in source.lines.values())
    return (each.product_id for each in draft.lines if each.product_id is not None)


def _goods(
    each: AllowanceLine, source: _Source | None, products: Mapping[int, ProductFacts]
) -> tuple[dict[str, Any], bool]:
    """The goods of a line, and whether they are kept in stock."""
    if source is not None:
        line = _receipt_line(each, source)
        whole = each.quantity is None
        quantity = line["quantity"] if each.quantity is None else each.quantity
        product = products[line["product_id"]]
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
    product = products[each.product_id]
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
