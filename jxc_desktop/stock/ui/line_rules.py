"""How a kind of document fills and judges its lines: the rules the columns follow, and the marks of a quantity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.formats import quantity_text


def _no_amount(_line: TypedLine) -> int | None:
    return None


def _no_mark(_line: TypedLine) -> Mark | None:
    return None


def _not_fixed(_line: TypedLine) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class LineRules:
    """How a kind of document fills and judges its lines.

    `terms` are those of the document now; `price_of(line, unit)` gives the price to fill in; `price_mark` says
    whether a price wants a look, `meant_unit` the other unit it was probably typed for; `shortage` is the tone of a
    line that takes more than there is, "" for none. `over_mark` says that a line takes more than what it follows
    has, `fixed` why only its quantity can be typed.
    `words` are the headings of `quantity`, `ordered` and `done`; without the last two those columns do not exist.
    `by_lot` says that lots are told, `lots_come` that they must be, because goods come in.
    """

    terms: Callable[[], Terms]
    price_of: Callable[[TypedLine, str], int | None]
    price_mark: Callable[[TypedLine], Mark | None]
    meant_unit: Callable[[TypedLine], str]
    shortage: str
    last_heading: str
    may_create: bool = False
    priced: bool = True
    amount_of: Callable[[TypedLine], int | None] = _no_amount
    over_mark: Callable[[TypedLine], Mark | None] = _no_mark
    fixed: Callable[[TypedLine], str] = _not_fixed
    words: Mapping[str, str] = field(default_factory=dict)
    by_lot: bool = False
    lots_come: bool = False


def quantity_mark(line: TypedLine, rules: LineRules) -> Mark | None:
    """Why a quantity wants a look or cannot be posted."""
    if line.product is None:
        return None
    if line.quantity == 0 and not rules.fixed(line):
        return Mark("bad", translate("stock", "数量是 0。填数量，或按 Ctrl+Del 删这一行"))
    if line.quantity is not None and line.base_quantity is None:
        return Mark("bad", _too_fine(line.product))
    over = rules.over_mark(line)
    if over is not None:
        return over
    return _shortage_mark(line, line.product, rules) if rules.shortage else None


def _shortage_mark(line: TypedLine, product: ProductFacts, rules: LineRules) -> Mark | None:
    """More than lies there is told in the document's own tone, goods promised to others are worth a look."""
    if line.there is None or not line.promised_away:
        return None
    if line.short:
        told = translate("stock", "{product} 只有 {there} {unit}。改数量，或先入库")
    else:
        told = translate(
            "stock", "{product} 现存 {there} {unit}，订单占用后可用 {available}。核对是不是给这家的"
        )
    said = told.format(
        product=product.name,
        there=quantity_text(line.there.quantity),
        available=quantity_text(line.there.available),
        unit=product.unit,
    )
    return Mark(rules.shortage if line.short else "warn", said)


def _too_fine(product: ProductFacts) -> str:
    return translate("stock", "{product} 的数量最多 {places} 位小数，按 {unit} 计").format(
        product=product.name, places=product.places, unit=product.unit
    )
