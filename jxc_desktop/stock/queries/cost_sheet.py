"""How a figure of cost came about: what lay in the pool before, the arithmetic, and what was put right afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    div_half_up,
    text_of,
    trimmed,
)
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.costing import unit_cost, worth
from jxc_desktop.stock.words import move_word

MOST_LINES, EARLIER = 20, 5
"""Lines of a document that are told, and moves before each."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of the arithmetic: `amount` fen into stock positive, `source` the document behind it; `strong` heads."""

    words: str
    amount: int | None
    source: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class CostSheet:
    """The arithmetic of a document's goods, or of what a product is worth now; `subject` says which."""

    subject: str
    rows: tuple[SheetRow, ...]


_GOODS = (
    "SELECT m.pool_id, m.seq, m.day, m.kind, m.quantity, m.amount, m.source, m.source_line, p.name, p.unit, "
    "m.warehouse_id, m.lot_id FROM move m JOIN product p ON p.id = m.product_id "
)
_OF_DOCUMENT = Statement(
    f"{_GOODS}WHERE m.source = :number AND m.quantity <> 0 AND :product IN (0, m.product_id) "
    "ORDER BY m.id LIMIT :most"
)
_WORTH_OF_DOCUMENT = Statement(
    f"{_GOODS}WHERE m.source = :number AND m.quantity = 0 AND :product IN (0, m.product_id) "
    "ORDER BY m.id LIMIT :most"
)
"""What a document that moved no goods at all added to the worth of some: an adjustment, freight, an invoice."""
_BEFORE = Statement(
    "SELECT coalesce(CAST(sum(quantity) AS bigint), 0), coalesce(CAST(sum(amount) AS bigint), 0), count(*) "
    "FROM move WHERE pool_id = :pool AND seq < :seq"
)
_LATEST = Statement(
    "SELECT day, kind, quantity, amount, source FROM move WHERE pool_id = :pool AND seq < :seq "
    "ORDER BY seq DESC LIMIT :most"
)
_BESIDE = Statement(
    "SELECT kind, amount FROM move WHERE source = :source AND source_line = :line AND quantity = 0 "
    "AND pool_id = :pool ORDER BY id"
)
_RECOSTS = Statement(
    "SELECT d.day, d.number, l.amount FROM recost_line l JOIN recost d ON d.id = l.document_id "
    "WHERE l.source = :source AND l.source_line = :line AND l.warehouse_id = :place AND l.lot_id = :lot "
    "AND d.state IN ('posted', 'reversed') ORDER BY d.id"
)
_POOLS = Statement(
    "SELECT c.id, c.seq, c.quantity, c.value, p.name, p.unit FROM cost_pool c "
    "JOIN product p ON p.id = c.product_id WHERE c.product_id = :product ORDER BY c.id"
)


@needs("field.cost_price")
def cost_sheet(session: Session, number: str, product_id: int | None) -> CostSheet:
    """The arithmetic of the first lines of a document, of one product alone where it is given.

    Where the document moved nothing of it: what the product is worth now, pool by pool, with the latest moves.
    """
    asked = {"number": number, "product": product_id or 0, "most": MOST_LINES}
    goods = _OF_DOCUMENT.all(session, **asked)
    worths = [] if goods else _WORTH_OF_DOCUMENT.all(session, **asked)
    if product_id is not None and not (goods or worths):
        return _of_product(session, product_id)
    rows = [row for move in goods for row in _of_move(session, move)]
    rows += [row for move in worths for row in _of_worth(session, move)]
    return CostSheet(number, tuple(rows))


def _of_product(session: Session, product_id: int) -> CostSheet:
    rows: list[SheetRow] = []
    pools = _POOLS.all(session, product=product_id)
    for pool, seq, quantity, value, _name, unit in pools:
        rows.append(SheetRow(_per_unit(value, quantity, unit), value, strong=True))
        rows += _earlier(session, pool, seq + 1, unit)
    return CostSheet(str(pools[0][4]) if pools else "", tuple(rows))


def _of_move(session: Session, move: Row) -> Iterator[SheetRow]:
    pool, seq, _day, kind, quantity, amount, source, line, name, unit, place, lot = move
    head = translate("stock", "{line}. {product}：{word} {quantity} {unit}").format(
        line=line, product=name, word=move_word(kind), quantity=_units(abs(quantity)), unit=unit
    )
    yield SheetRow(head, amount, strong=True)
    before, worth_before, count = _BEFORE.one(session, pool=pool, seq=seq)
    yield SheetRow(_arithmetic(before, worth_before, quantity, amount), None)
    for beside, changed in _BESIDE.all(session, source=source, line=line, pool=pool):
        yield SheetRow(move_word(beside), changed)
    for day, number, changed in _RECOSTS.all(
        session, source=source, line=line, place=place, lot=lot
    ):
        told = translate("stock", "后来：{day} 重算成本").format(day=day)
        yield SheetRow(told, changed, number)
    yield from _earlier(session, pool, seq, unit)
    if count > EARLIER:
        more = translate("stock", "更早还有 {count} 笔，看收发明细").format(count=count - EARLIER)
        yield SheetRow(more, None)


def _of_worth(session: Session, move: Row) -> Iterator[SheetRow]:
    """Value that came or went without goods: what lay there, and what a unit costs since."""
    pool, seq, _day, kind, _quantity, amount, _source, line, name, unit, *_place = move
    head = translate("stock", "{line}. {product}：{word}").format(
        line=line, product=name, word=move_word(kind)
    )
    yield SheetRow(head, amount, strong=True)
    held, value, _count = _BEFORE.one(session, pool=pool, seq=seq)
    told = translate("stock", "库里 {held} {unit} 值 {value}，以后值 {after}").format(
        held=_units(held), unit=unit, value=_yuan(value), after=_yuan(value + amount)
    )
    yield SheetRow(told, None)
    if held:
        yield SheetRow(_per_unit(value + amount, held, unit), None)
    yield from _earlier(session, pool, seq, unit)


def _earlier(session: Session, pool: int, seq: int, unit: str) -> Iterator[SheetRow]:
    """The moves of a pool just before one, the latest first."""
    for day, kind, quantity, amount, source in _LATEST.all(
        session, pool=pool, seq=seq, most=EARLIER
    ):
        told = translate("stock", "之前：{day} {word}").format(
            day=date.fromisoformat(day).isoformat(), word=move_word(kind)
        )
        many = f" {_units(abs(quantity))} {unit}" if quantity else ""
        yield SheetRow(f"{told}{many}", amount, source)


def _arithmetic(held: int, value: int, quantity: int, amount: int) -> str:
    """The sum in numbers, where the rule of the average gave it; else where the worth came from."""
    out, cost = -quantity, -amount
    if quantity > 0:
        return translate("stock", "按单据的金额 {amount} 入库").format(amount=_yuan(amount))
    if out == held and cost == value:
        return translate("stock", "库里 {held} 值 {value}，全部出完").format(
            held=_units(held), value=_yuan(value)
        )
    if 0 < out < held and div_half_up(out * value, held) == cost:
        return f"{_yuan(value)} ÷ {_units(held)} × {_units(out)} = {_yuan(cost)}"
    if 0 < held < out:
        last = unit_cost(value, held)
        if value + worth(out - held, last) == cost:
            return f"{_yuan(value)} + {_units(out - held)} × {_price(last)} = {_yuan(cost)}"
    if held <= 0:
        each = unit_cost(cost, out)
        return translate("stock", "库里没有，按最近成本 {cost} × {out} = {amount}").format(
            cost=_price(each), out=_units(out), amount=_yuan(cost)
        )
    return translate("stock", "按原来进货的金额 {amount} 出库").format(amount=_yuan(cost))


def _per_unit(value: int, quantity: int, unit: str) -> str:
    if quantity == 0:
        return translate("stock", "现在没有库存")
    each = _price(unit_cost(value, quantity))
    return f"{_yuan(value)} ÷ {_units(quantity)} {unit} = {each}"


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)


def _units(quantity: int) -> str:
    return trimmed(quantity, QUANTITY_PLACES)


def _price(cost: int) -> str:
    return trimmed(cost, PRICE_PLACES, 2)
