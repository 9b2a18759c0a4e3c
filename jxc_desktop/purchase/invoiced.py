"""The lines of a supplier's invoice against the goods that came: how much, at which price, what was estimated.

A line without a price is invoiced at the receipt's; of x of a line, the sums given come to S(x) = half_up(sum · x /
quantity). Goods that were final when they came can only be invoiced at what they came for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES, div_half_up, text_of, trimmed
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.models import GoodsReceiptLine
from jxc_desktop.purchase.returns import receipt_to_follow
from jxc_desktop.stock.moved import Moved, moved_by_lot
from jxc_desktop.stock.priced import LineDraft, Terms, at_line, price_line

SHARED = ("net", "gross", "reduction")
_PRICE = 10**8
"""Turns fen / 1e-4 units into 1e-6 yuan a unit."""


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """Line `from_line` of a receipt as invoiced: `quantity` 1e-4 of its unit, None all that is left.

    `price` 1e-6 yuan, None the receipt's; `tax_rate` 1e-4, None the receipt's. `includes_tax` says whether the price
    holds tax, None that it is as the invoice's.
    """

    receipt: str
    from_line: int
    quantity: int | None = None
    price: int | None = None
    discount: int = 0
    tax_rate: int | None = None
    includes_tax: bool | None = None


@dataclass(frozen=True, slots=True)
class Billed:
    """A line of `receipt` ready to be posted: its columns, and what posting must know of the goods it is for.

    `moved` is what the receipt's line moved, None for goods without stock.
    """

    receipt: str
    row: dict[str, Any]
    warehouse_id: int
    moved: Moved | None
    estimated: bool

    @property
    def tracked(self) -> bool:
        """Whether the goods are kept in stock."""
        return self.moved is not None

    def cost(self, *, deductible: bool) -> int:
        """Fen that the goods cost by the invoice."""
        return int(self.row["net"] if deductible else self.row["gross"])


@dataclass(frozen=True, slots=True)
class _Came:
    """A receipt that is invoiced: its header and lines, what is open of them, which moved goods."""

    head: Mapping[str, Any]
    lines: Mapping[int, Mapping[str, Any]]
    open: Mapping[int, OpenLine]
    moved: Mapping[int, Moved]


def receipts_named(
    session: Session, numbers: Sequence[str], partner_id: int, *, hold: bool = True
) -> dict[str, _Came]:
    """The receipts that an invoice is for; raises when one is not posted or is another supplier's.

    They are held in the order of their numbers, so that two who invoice the same ones never wait for each other;
    `hold` False is for looking only.
    """
    came = {n: _came(session, n, partner_id, hold=hold) for n in sorted(set(numbers))}
    return {number: came[number] for number in dict.fromkeys(numbers)}


def _came(session: Session, number: str, partner_id: int, *, hold: bool) -> _Came:
    head = receipt_to_follow(session, number, partner_id, hold=hold)
    rows = parts_of(session, GoodsReceiptLine, head["id"])
    return _Came(
        head,
        {row["line_no"]: row for row in rows},
        open_lines(session, head["id"]),
        moved_by_lot(session, number),
    )


def rest_of(receipts: Mapping[str, _Came]) -> list[InvoiceLine]:
    """Every line of the receipts that is not invoiced yet, whole."""
    found = [
        InvoiceLine(number, line)
        for number, came in receipts.items()
        for line, each in came.open.items()
        if each.left > 0
    ]
    if not found:
        raise Refused(translate("purchase", "这些入库单的发票都录过了，没有余下的"), field="from")
    return found


def billed_lines(
    session: Session, receipts: Mapping[str, _Came], wanted: Sequence[InvoiceLine], terms: Terms
) -> list[Billed]:
    """The lines of the invoice, each with its share of the estimate; errors name `lines[i].field`."""
    seen: set[tuple[str, int]] = set()
    products = _products(session, receipts)
    found = []
    for place, each in enumerate(wanted):
        try:
            if (each.receipt, each.from_line) in seen:
                raise InvalidInput(
                    translate("purchase", "这一行写了两次。合成一行"), field="from_line"
                )
            seen.add((each.receipt, each.from_line))
            found.append(_billed(products, receipts[each.receipt], place + 1, each, terms))
        except UserError as error:
            raise at_line(error, place) from None
    return found


def _products(session: Session, receipts: Mapping[str, _Came]) -> Mapping[int, ProductFacts]:
    """The goods of the receipts."""
    lines = (line for came in receipts.values() for line in came.lines.values())
    return product_facts(session, (line["product_id"] for line in lines))


def _billed(
    products: Mapping[int, ProductFacts],
    came: _Came,
    number: int,
    each: InvoiceLine,
    terms: Terms,
) -> Billed:
    line, state = came.lines.get(each.from_line), came.open.get(each.from_line)
    if line is None or state is None:
        raise InvalidInput(
            translate("purchase", "{number} 没有第 {line} 行").format(
                number=each.receipt, line=each.from_line
            ),
            field="from_line",
        )
    quantity = _quantity(each, state, line)
    row = _at_receipt_price(came, line, state, quantity, terms)
    estimated = bool(came.head["estimated"])
    own_price = each.price is not None or each.tax_rate is not None
    if own_price:
        typed = _at_own_price(products[line["product_id"]], came, line, each, quantity, terms)
        if not estimated:
            _require_final(row, typed)
        row = typed
    row |= {
        "line_no": number,
        "receipt_id": came.head["id"],
        "from_line": each.from_line,
        "own_price": own_price,
        "estimate": state.share(quantity) if estimated else 0,
        "difference": 0,
    }
    moved = came.moved.get(each.from_line)
    return Billed(each.receipt, row, came.head["warehouse_id"], moved, estimated)


def _quantity(each: InvoiceLine, state: OpenLine, line: Mapping[str, Any]) -> int:
    quantity = state.left if each.quantity is None else each.quantity
    if quantity <= 0 or quantity > state.left:
        raise Refused(
            translate("purchase", "{number} 第 {line} 行只剩 {left} {unit} 没开票").format(
                number=each.receipt,
                line=each.from_line,
                left=trimmed(max(state.left, 0), QUANTITY_PLACES),
                unit=line["unit"],
            ),
            field="quantity",
        )
    return quantity


def _at_receipt_price(
    came: _Came, line: Mapping[str, Any], state: OpenLine, quantity: int, terms: Terms
) -> dict[str, Any]:
    before, whole = state.quantity - state.left, state.quantity

    def part(total: int) -> int:
        return div_half_up(total * (before + quantity), whole) - div_half_up(total * before, whole)

    row = {name: line[name] for name in _KEPT} | {name: part(line[name]) for name in SHARED}
    row |= {
        "quantity": quantity,
        "base_quantity": part(line["base_quantity"]),
        "tax": row["gross"] - row["net"],
    }
    return _on_footing(row, terms, includes_tax=bool(came.head["price_includes_tax"]))


def _on_footing(row: dict[str, Any], terms: Terms, *, includes_tax: bool) -> dict[str, Any]:
    """The row with its price on the invoice's footing of tax; its money stays."""
    if includes_tax == terms.includes_tax:
        return row
    amount = row["gross"] if terms.includes_tax else row["net"]
    price = div_half_up(amount * _PRICE, row["quantity"])
    return row | {"price": price, "discount": 0, "reduction": 0}


_KEPT = ("product_id", "unit", "price", "discount", "tax_rate", "is_gift")


def _at_own_price(
    product: ProductFacts,
    came: _Came,
    line: Mapping[str, Any],
    each: InvoiceLine,
    quantity: int,
    terms: Terms,
) -> dict[str, Any]:
    footing = each.includes_tax if each.price is not None else came.head["price_includes_tax"]
    includes = terms.includes_tax if footing is None else bool(footing)
    draft = LineDraft(
        line["product_id"],
        quantity,
        line["unit"],
        line["price"] if each.price is None else each.price,
        each.discount if each.price is not None else line["discount"],
        line["tax_rate"] if each.tax_rate is None else each.tax_rate,
        bool(line["is_gift"]),
    )
    priced = price_line(draft, product, replace(terms, includes_tax=includes))
    names = (*_KEPT, *SHARED, "quantity", "base_quantity", "tax")
    row = {
        name: draft.product_id if name == "product_id" else getattr(priced, name) for name in names
    }
    return _on_footing(row, terms, includes_tax=includes)


def _require_final(row: Mapping[str, Any], typed: Mapping[str, Any]) -> None:
    """Goods that were final when they came are owed already; another price on the invoice is another debt."""
    if (typed["gross"], typed["net"]) != (row["gross"], row["net"]):
        raise Refused(
            translate(
                "purchase",
                "发票是 {billed}，入库时已按 {booked} 记应付。价格变了就另做采购折让单，或红冲入库单重做",
            ).format(
                billed=text_of(typed["gross"], MONEY_PLACES),
                booked=text_of(row["gross"], MONEY_PLACES),
            ),
            field="price",
        )
