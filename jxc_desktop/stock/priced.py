"""From what a person typed on a line to what it is worth: units, price, discount, tax.

The line is the truth: net and tax are rounded on each line, a document's are their sums (reliability.md §2). A
discount of the whole order is spread over the lines by largest remainder before tax is split (decisions 17).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    ONE,
    div_half_up,
    line_amount,
    net_of,
    price_with_tax,
    price_without_tax,
    spread,
    tax_on,
)
from jxc_desktop.shop.tax import require_rate
from jxc_desktop.stock.lot_drafts import LotShare

MOST = 10**6 * 10**4
"""Quantities above a million units are taken for a slip of the scanner."""


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as typed. `quantity` 1e-4 of `unit` ("" is the base unit); `price` 1e-6 yuan, None asks the goods.

    `discount` is the fraction off in 1e-4; `tax_rate` None asks the goods, then the company. `from_line` is the line
    it follows, of the order that the document names. `lots` are the lots or serial numbers of the goods. `promoted` fen
    are taken off by promotions.
    """

    product_id: int
    quantity: int
    unit: str = ""
    price: int | None = None
    discount: int = 0
    tax_rate: int | None = None
    is_gift: bool = False
    from_line: int | None = None
    lots: tuple[LotShare, ...] = ()
    promoted: int = 0


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line ready to be posted; money in fen, `reduction` its share of the order discount and of promotions."""

    line_no: int
    product: ProductFacts
    unit: str
    quantity: int
    base_quantity: int
    price: int
    discount: int
    tax_rate: int
    reduction: int
    net: int
    tax: int
    gross: int
    is_gift: bool
    from_line: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """How the lines of a document are priced.

    `level` is the customer's price level, "" retail. `listed_with_tax` says whether prices of the list hold tax, None
    that they are as the document's.
    """

    day: date
    includes_tax: bool
    default_rate: int
    order_discount: int = 0
    buying: bool = False
    level: str = ""
    listed_with_tax: bool | None = None

    def listed(self, price: int, rate: int) -> int:
        """A price of the list on the document's own footing of tax, for goods taxed at `rate`."""
        if self.listed_with_tax in {None, self.includes_tax}:
            return price
        return price_with_tax(price, rate) if self.includes_tax else price_without_tax(price, rate)


def price_lines(
    drafts: Sequence[LineDraft], products: Mapping[int, ProductFacts], terms: Terms
) -> list[PricedLine]:
    """Price every line, spread the order discount, split the tax; errors name `lines[i].field`."""
    if not drafts:
        raise InvalidInput(translate("stock", "单据没有一行商品。至少写一行"), field="lines")
    rows = []
    for place, draft in enumerate(drafts):
        try:
            rows.append(_typed(draft, products[draft.product_id], terms))
        except UserError as error:
            raise at_line(error, place) from None
    amounts = [row.amount for row in rows]
    reductions = _spread_discount(terms.order_discount, amounts)
    return [
        _priced(number, draft, row, reduction, includes_tax=terms.includes_tax)
        for number, (draft, row, reduction) in enumerate(
            zip(drafts, rows, reductions, strict=True), 1
        )
    ]


def largest_discount(lines: Iterable[PricedLine]) -> int:
    """The largest share off a line, its part of the order discount included, in 1e-4."""
    return max((_share_off(line) for line in lines), default=0)


def _share_off(line: PricedLine) -> int:
    full = line_amount(line.quantity, line.price)
    paid = line_amount(line.quantity, line.price, line.discount) - line.reduction
    return div_half_up((full - paid) * ONE, full) if full else 0


def price_line(draft: LineDraft, product: ProductFacts, terms: Terms) -> PricedLine:
    """One line by itself, without a share of any discount of the order."""
    return _priced(1, draft, _typed(draft, product, terms), 0, includes_tax=terms.includes_tax)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line understood; `amount` is fen before the order discount, promotions taken off."""

    product: ProductFacts
    base_quantity: int
    price: int
    tax_rate: int
    amount: int


def at_line(error: UserError, place: int) -> UserError:
    """`error` about the line at `place`, from 0, saying so."""
    sentence = translate("stock", "第 {line} 行：{problem}").format(
        line=place + 1, problem=error.message
    )
    field = f"lines[{place}]" + (f".{error.field}" if error.field else "")
    return type(error)(sentence, field=field)


def base_of(draft: LineDraft, product: ProductFacts) -> int:
    """The base quantity of a line; raises when nobody could mean that quantity of these goods."""
    if draft.quantity <= 0:
        raise InvalidInput(translate("stock", "数量要大于 0"), field="quantity")
    if draft.quantity >= MOST:
        raise InvalidInput(translate("stock", "数量太大，像是把条码扫进了数量"), field="quantity")
    if product.disabled:
        raise product.out_of_use()
    return product.to_base(draft.quantity, draft.unit)


def _typed(draft: LineDraft, product: ProductFacts, terms: Terms) -> _Typed:
    base = base_of(draft, product)
    if not 0 <= draft.discount <= ONE:
        raise InvalidInput(translate("stock", "折扣要在 0 和 1 之间"), field="discount")
    rate = rate_of(draft, product, terms)
    price = _price(draft, product, terms, rate)
    amount = line_amount(draft.quantity, price, draft.discount) - draft.promoted
    return _Typed(product, base, price, rate, amount)


def _price(draft: LineDraft, product: ProductFacts, terms: Terms, rate: int) -> int:
    if draft.price is not None:
        if draft.price < 0:
            raise InvalidInput(translate("stock", "单价不能小于 0"), field="price")
        return draft.price
    if draft.is_gift:
        return 0
    unit = draft.unit
    own = product.purchase_of(unit) if terms.buying else product.price_of(terms.level, unit)
    if own is None:
        raise InvalidInput(
            translate("stock", "{product} 没有价格。填上单价").format(product=product.name),
            field="price",
        )
    return terms.listed(own, rate)


def rate_of(draft: LineDraft, product: ProductFacts, terms: Terms) -> int:
    """The rate a line is taxed at: as typed, the goods', the company's; raises for one that is not in force."""
    for rate in (draft.tax_rate, product.tax_rate):
        if rate is not None:
            return require_rate(rate, terms.day, field="tax_rate")
    return terms.default_rate


def _spread_discount(discount: int, amounts: Sequence[int]) -> list[int]:
    if discount < 0 or discount > sum(amounts):
        raise InvalidInput(translate("stock", "整单优惠要在 0 和合计之间"), field="order_discount")
    return spread(discount, amounts)


def _priced(
    number: int, draft: LineDraft, row: _Typed, reduction: int, *, includes_tax: bool
) -> PricedLine:
    paid = row.amount - reduction
    if includes_tax:
        net, gross = net_of(paid, row.tax_rate), paid
    else:
        net, gross = paid, paid + tax_on(paid, row.tax_rate)
    return PricedLine(
        line_no=number,
        product=row.product,
        unit=draft.unit or row.product.unit,
        quantity=draft.quantity,
        base_quantity=row.base_quantity,
        price=row.price,
        discount=draft.discount,
        tax_rate=row.tax_rate,
        reduction=reduction + draft.promoted,
        net=net,
        tax=gross - net,
        gross=gross,
        is_gift=draft.is_gift,
        from_line=draft.from_line,
    )
