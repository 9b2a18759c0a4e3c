"""最低售价: no line is sold below the lowest price of its goods, unless somebody with the right allows it.

What counts is what is paid for the line with tax, all discounts taken off; only 抹零 at the till is spared. The same
right promises a customer less (客户价), and lifts the lowest price above what customers were promised.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, div_half_up, price_with_tax, trimmed
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.approvals.rules import BELOW_MIN, approved_for
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.priced import PricedLine

RIGHT = "price.below_min"


def lowest_amount(min_price: int, quantity: int, numerator: int = 1, denominator: int = 1) -> int:
    """The least that `quantity` may be sold for, in fen.

    `min_price` 1e-6 yuan a base unit, `quantity` 1e-4 of a unit of `numerator / denominator` base units.
    """
    return div_half_up(min_price * quantity * numerator, denominator * 10**8)


def below_minimum(line: PricedLine, paid: int | None = None) -> bool:
    """Whether `paid` fen (the line's own gross without) are less than the goods' lowest price allows."""
    lowest = line.product.min_price
    if lowest is None or line.is_gift:
        return False
    return (line.gross if paid is None else paid) < lowest_amount(lowest, line.base_quantity)


def lowest_price(product: ProductFacts, unit: str) -> int | None:
    """The lowest price of one `unit`, 1e-6 yuan with tax; None without one."""
    return None if product.min_price is None else in_unit(product, product.min_price, unit)


def in_unit(product: ProductFacts, price: int, unit: str) -> int:
    """A price of the base unit as one of `unit`."""
    above, below = product.factor(unit)
    return div_half_up(price * above, below)


def lists_below(session: Session, product: ProductFacts, unit: str, price: int, least: int) -> bool:
    """Whether `price` of one `unit`, on the footing of tax that the shop lists on, brings less than `least` with tax.

    `least` is 1e-6 yuan of the base unit.
    """
    settings = settings_of(session)
    rate = settings.default_tax_rate if product.tax_rate is None else product.tax_rate
    paid = price if settings.sale_price_includes_tax else price_with_tax(price, rate)
    return paid < in_unit(product, least, unit)


def may_go_below(session: Session) -> bool:
    """Whether whoever is at work has the right, or what is being done was approved all the same."""
    return approved_for(session, BELOW_MIN) or may(session, RIGHT)


def any_below(lines: Iterable[PricedLine]) -> bool:
    """Whether some line goes below the lowest price of its goods."""
    return any(below_minimum(line) for line in lines)


def require_lowest(
    session: Session, lines: Sequence[PricedLine], paid: Sequence[int] | None = None
) -> None:
    """Raise `Forbidden`, naming product and minimum, for a line that is too cheap; the right or an approval allows it.

    `paid` are fen of each line where they are not the lines' own gross.
    """
    if may_go_below(session):
        return
    for place, line in enumerate(lines):
        if below_minimum(line, paid[place] if paid else None):
            raise Forbidden(
                translate(
                    "pricing",
                    "第 {line} 行：{product} 低于最低售价 {price}。改价，或请店长授权",
                ).format(
                    line=line.line_no,
                    product=line.product.name,
                    price=trimmed(lowest_price(line.product, line.unit) or 0, PRICE_PLACES, 2),
                ),
                field=f"lines[{place}].price",
                lendable=RIGHT,
            )
