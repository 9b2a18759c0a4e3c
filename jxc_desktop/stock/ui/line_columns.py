"""The columns that lines of goods are typed into: # 商品 单位 数量 单价 折扣 税率 价税合计 可用."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts
from jxc_desktop.catalog.ui.product_search import product_suggestions
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    div_half_up,
    trimmed,
)
from jxc_desktop.stock.lot_drafts import LotShare
from jxc_desktop.stock.lot_grammar import lots_text, read_lots, read_serials
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.taken import Offer
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.line_rules import LineRules, quantity_mark
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import (
    parse_discount,
    parse_percent,
    parse_price,
    parse_quantity,
)
from jxc_desktop.widgets.formats import (
    discount_text,
    quantity_text,
    short_day_text,
    tax_text,
)
from jxc_desktop.widgets.formats import price_text as shown_price

PRODUCT, UNIT, QUANTITY, PRICE = "product", "unit", "quantity", "price"
DISCOUNT, RATE, AMOUNT, AVAILABLE = "discount", "tax_rate", "gross", "available"
ORDERED, DONE = "ordered", "done"
REJECTED, CAUSE, LOTS = "rejected", "cause", "lots"
UNIT_SIZE = 10**QUANTITY_PLACES


Suggest = Callable[[str, TypedLine, Answer], None]
Take = Callable[[TypedLine, Offer], TypedLine]


def line_columns(
    rules: LineRules, suggest: Suggest, take: Take
) -> tuple[EntryColumn[TypedLine], ...]:
    """Every column in order; without the right to see prices those with money do not exist."""
    goods = (number_column(), _product(rules, suggest, take), _unit(rules))
    before = tuple(_followed(key, rules) for key in (ORDERED, DONE) if key in rules.words)
    money = (_price(rules), _discount(rules), _rate(rules), _amount(rules)) if rules.priced else ()
    refused = (_rejected(rules), _cause(rules)) if REJECTED in rules.words else ()
    lots = (_lots(rules),) if rules.by_lot else ()
    after = () if before or refused else (_available(),)
    return (*goods, *before, _quantity(rules), *refused, *lots, *money, *after)


def leave_unused(
    grid: EntryGrid, refused: frozenset[str], before: frozenset[str] | None
) -> frozenset[str]:
    """Leave `refused` away, and the lots while no line has goods kept by lot; what is left away now."""
    tracked = any(line.product and line.product.tracking for line in grid.lines())
    keys = {column.key for column in grid.entry.entry_columns}
    away = frozenset(keys & (refused if tracked else refused | {LOTS}))
    if away != before:
        grid.arrangement.leave_away(away)
    return away


def empty_line() -> TypedLine:
    """The line below the last."""
    return TypedLine()


def _product(rules: LineRules, suggest: Suggest, take: Take) -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        PRODUCT,
        translate("stock", "商品"),
        lambda line: line.product.name if line.product else "",
        sub=lambda line: line.spec,
        width=170,
        stretch=True,
        sortable=False,
        suggestions=product_suggestions(
            lambda offer: offer.hit, _offered(rules), may_create=rules.may_create
        ),
        suggest=suggest,
        take=take,
        row_of=_row_of,
        wants=lambda line: line.product is None,
        copy=_copied,
        latin=False,
    )


def _copied(line: TypedLine, above: TypedLine) -> TypedLine:
    """The goods of the line above; what that follows, no second line follows."""
    same = replace(above, quantity=line.quantity)
    return replace(same, from_line=None, ordered=None, done=None)


def _offered(rules: LineRules) -> Sequence[Column[Offer]]:
    there = Column[Offer](AVAILABLE, translate("stock", "可用"), kind=Kind.QUANTITY, width=76)
    last = Column[Offer](
        "last",
        rules.last_heading,
        _last_text,
        width=132,
        right=True,
        tone=lambda offer: "text2" if offer.row else "",
    )
    return (there, last) if rules.priced else (there,)


def _last_text(offer: Offer) -> str:
    if offer.row is not None:
        return translate("stock", "已在第 {row} 行").format(row=offer.row)
    if offer.last is None:
        return "—"
    return f"{shown_price(offer.last.price)} ({short_day_text(offer.last.day)})"


def _row_of(offer: Offer, lines: Sequence[TypedLine]) -> int | None:
    for row, line in enumerate(lines):
        if line.product is not None and line.product.id == offer.hit.id:
            return row
    return None


def _followed(key: str, rules: LineRules) -> EntryColumn[TypedLine]:
    """How much of the line it follows was agreed, or went before, in the line's unit."""
    return EntryColumn[TypedLine](
        key,
        rules.words[key],
        lambda line: line.in_unit(getattr(line, key)),
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        width=67,
        muted=True,
        sortable=False,
    )


def _unit(rules: LineRules) -> EntryColumn[TypedLine]:
    def edit(line: TypedLine, text: str) -> TypedLine:
        product = _product_of(_free(line, rules))
        product.factor(text.strip())
        return with_unit(line, text.strip() or product.unit, rules)

    return EntryColumn[TypedLine](
        UNIT,
        translate("stock", "单位"),
        width=46,
        sortable=False,
        edit=edit,
        fix=lambda line: _next_unit(line, rules),
        latin=False,
    )


def with_unit(line: TypedLine, unit: str, rules: LineRules) -> TypedLine:
    """The line in another unit; a price that nobody typed follows, and so does the one of what the line follows."""
    if line.from_line is not None and line.product is not None and line.price is not None:
        (above, below), (old_above, old_below) = map(line.product.factor, (unit, line.unit))
        price = div_half_up(line.price * above * old_below, below * old_above)
        return replace(line, unit=unit, price=price)
    return replace(
        line, unit=unit, price=line.price if line.touched else rules.price_of(line, unit)
    )


def _next_unit(line: TypedLine, rules: LineRules) -> TypedLine | None:
    if line.product is None or not line.product.factors or rules.fixed(line):
        return None
    units = [line.product.unit, *line.product.factors]
    following = units[(units.index(line.unit) + 1) % len(units)]
    return with_unit(line, following, rules)


def _quantity(rules: LineRules) -> EntryColumn[TypedLine]:
    def edit(line: TypedLine, text: str) -> TypedLine:
        product = _product_of(line)
        quantity = parse_quantity(text, units_in(product, line.unit))
        if quantity < 0:
            raise InvalidInput(translate("stock", "数量不能小于 0。退货另开单，改错用红冲"))
        return replace(line, quantity=quantity)

    return EntryColumn[TypedLine](
        QUANTITY,
        rules.words.get(QUANTITY) or translate("stock", "数量"),
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        width=66,
        sortable=False,
        edit=edit,
        wants=lambda line: line.product is not None and not line.quantity,
        mark=lambda line: quantity_mark(line, rules),
        counts=True,
    )


def _rejected(rules: LineRules) -> EntryColumn[TypedLine]:
    """What was refused at the door; it is not received."""

    def edit(line: TypedLine, text: str) -> TypedLine:
        product = _product_of(line)
        quantity = parse_quantity(text, units_in(product, line.unit)) if text.strip() else 0
        if quantity < 0:
            raise InvalidInput(translate("stock", "数量不能小于 0"))
        return replace(line, rejected=quantity or None, cause=line.cause if quantity else "")

    return EntryColumn[TypedLine](
        REJECTED,
        rules.words[REJECTED],
        kind=Kind.QUANTITY,
        text=lambda value: "" if value is None else quantity_text(value),
        draft=lambda line: "" if line.rejected is None else quantity_text(line.rejected),
        width=62,
        sortable=False,
        edit=edit,
    )


def _cause(rules: LineRules) -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        CAUSE,
        rules.words[CAUSE],
        width=76,
        sortable=False,
        edit=lambda line, text: replace(_known(line, rules), cause=text.strip()),
        wants=lambda line: bool(line.rejected) and not line.cause,
        latin=False,
    )


def _lots(rules: LineRules) -> EntryColumn[TypedLine]:
    """Of which lots or serial numbers the goods are; only seen where a line has such goods."""

    def edit(line: TypedLine, text: str) -> TypedLine:
        product = _product_of(line)
        if not product.tracking:
            raise InvalidInput(
                translate("stock", "{product} 不按批次管理").format(product=product.name)
            )
        read = read_serials if product.tracking == SERIAL else read_lots
        return with_lots(line, read(text))

    return EntryColumn[TypedLine](
        LOTS,
        translate("stock", "批号 / 序列号"),
        lambda line: lots_text(line.lots),
        width=210,
        sortable=False,
        edit=edit,
        wants=lambda line: needs_lots(line, rules),
    )


def with_lots(line: TypedLine, lots: tuple[LotShare, ...]) -> TypedLine:
    """The line of these lots; of pieces with a serial number there are as many as numbers."""
    product = _product_of(line)
    if product.tracking != SERIAL or not lots:
        return replace(line, lots=lots)
    return replace(line, lots=lots, unit=product.unit, quantity=len(lots) * UNIT_SIZE)


def needs_lots(line: TypedLine, rules: LineRules) -> bool:
    """Whether the lots of a line must be told: pieces always, lots where goods come in."""
    if line.product is None or line.lots:
        return False
    return line.product.tracking == SERIAL or (bool(line.product.tracking) and rules.lots_come)


def units_in(product: ProductFacts, unit: str) -> Mapping[str, int]:
    """How much each unit is, in 1e-4 of `unit`; those that do not divide evenly are left out."""
    above, below = product.factor(unit)
    found = {}
    for name, (numerator, denominator) in {product.unit: (1, 1), **product.factors}.items():
        size, rest = divmod(UNIT_SIZE * numerator * below, denominator * above)
        if not rest:
            found[name] = size
    return found


def _price(rules: LineRules) -> EntryColumn[TypedLine]:
    def edit(line: TypedLine, text: str) -> TypedLine:
        _product_of(_free(line, rules))
        price = parse_price(text)
        if price < 0:
            raise InvalidInput(translate("stock", "单价不能小于 0"))
        return replace(line, price=price, touched=True)

    return EntryColumn[TypedLine](
        PRICE,
        translate("stock", "单价"),
        kind=Kind.PRICE,
        short=translate("stock", "单价"),
        text=lambda value: "" if value is None else shown_price(value),
        draft=lambda line: "" if line.price is None else trimmed(line.price, PRICE_PLACES, 2),
        width=84,
        sortable=False,
        tone=lambda line: "" if line.touched else "text2",
        edit=edit,
        wants=lambda line: line.product is not None and line.price is None,
        mark=rules.price_mark,
        fix=lambda line: _in_meant_unit(line, rules),
    )


def _in_meant_unit(line: TypedLine, rules: LineRules) -> TypedLine | None:
    """The line in the unit that its price was probably typed for; the price stays."""
    unit = "" if rules.fixed(line) else rules.meant_unit(line)
    return replace(line, unit=unit) if unit else None


def _discount(rules: LineRules) -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        DISCOUNT,
        translate("stock", "折扣"),
        kind=Kind.DISCOUNT,
        short=translate("stock", "折"),
        text=discount_text,
        sortable=False,
        edit=lambda line, text: replace(_known(line, rules), discount=parse_discount(text)),
    )


def _rate(rules: LineRules) -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        RATE,
        translate("stock", "税率"),
        lambda line: rate_of(line, rules.terms()),
        kind=Kind.PERCENT,
        text=lambda value: "" if value is None else tax_text(value),
        tone=lambda _line: "text",  # 免税 is kept as -1 and no debt
        draft=lambda line: _rate_draft(rate_of(line, rules.terms())),
        width=64,
        sortable=False,
        edit=lambda line, text: replace(_known(line, rules), tax_rate=parse_percent(text)),
    )


def rate_of(line: TypedLine, terms: Terms) -> int | None:
    """The rate the line will be posted with."""
    if line.product is None:
        return None
    rates = (line.tax_rate, line.product.tax_rate, terms.default_rate)
    return next(rate for rate in rates if rate is not None)


def _rate_draft(rate: int | None) -> str:
    if rate is None or rate < 0:
        return "" if rate is None else tax_text(rate)
    return trimmed(rate, RATE_PLACES - 2)


def _amount(rules: LineRules) -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        AMOUNT,
        translate("stock", "价税合计"),
        rules.amount_of,
        kind=Kind.MONEY,
        short=translate("stock", "合计"),
        width=98,
        sortable=False,
    )


def _available() -> EntryColumn[TypedLine]:
    return EntryColumn[TypedLine](
        AVAILABLE,
        translate("stock", "可用"),
        kind=Kind.QUANTITY,
        width=64,
        muted=True,
        sortable=False,
    )


def _product_of(line: TypedLine) -> ProductFacts:
    if line.product is None:
        raise InvalidInput(translate("stock", "先选商品"))
    return line.product


def _free(line: TypedLine, rules: LineRules) -> TypedLine:
    reason = rules.fixed(line)
    if reason:
        raise InvalidInput(reason)
    return line


def _known(line: TypedLine, rules: LineRules) -> TypedLine:
    _product_of(_free(line, rules))
    return line
