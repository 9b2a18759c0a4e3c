"""Cost put right by hand (成本调整单): value into or out of stock without goods, against cost of sales or by reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.cost_models import CostAdjustment, CostAdjustmentLine
from jxc_desktop.stock.costing import worth
from jxc_desktop.stock.goods import Goods, GoodsStep
from jxc_desktop.stock.legs import COST_OF_SALES, STOCK
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import record_moves, revalue_goods
from jxc_desktop.stock.priced import at_line

ADJUSTMENT = Family(CostAdjustment, (CostAdjustmentLine,), "成本调整单")
ADJUSTED = "cost_adjustment"
"""The kind of its moves."""
MORE, LESS = "5301", "5711"
"""Non-operating income takes only what stock gains, non-operating expense only what it loses."""
AGAINST = {
    COST_OF_SALES: noop("stock", "主营业务成本"),
    MORE: noop("stock", "营业外收入"),
    LESS: noop("stock", "营业外支出"),
}
"""Accounts that may stand on the other side (domain.md §2.8)."""


@dataclass(frozen=True, slots=True)
class AdjustedLine:
    """By how many fen a product is worth more (negative: less), or its right `unit_cost` in 1e-6 yuan; one of both."""

    product_id: int
    amount: int | None = None
    unit_cost: int | None = None


@dataclass(frozen=True, slots=True)
class AdjustmentDraft:
    """A correction as typed; the warehouse's own pool where cost is kept by warehouse, else the company's."""

    day: date
    warehouse_id: int
    lines: tuple[AdjustedLine, ...]
    account: str = COST_OF_SALES
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a pool holds: 1e-4 base units and fen."""

    quantity: int = 0
    value: int = 0


_POOLS = "SELECT product_id, warehouse_id, quantity, value FROM cost_pool WHERE lot_id = 0 AND product_id "
_WORTHS = Statement(f"{_POOLS}IN {among('products')}", postgresql=f"{_POOLS}= ANY(:products)")
_HELD_WORTHS = Statement(
    f"{_POOLS}IN {among('products')}",
    postgresql=f"{_POOLS}= ANY(:products) ORDER BY product_id, warehouse_id, lot_id FOR UPDATE",
)


@needs("cost_adjustment.post")
def post_cost_adjustment(session: Session, draft: AdjustmentDraft, *, key: Key) -> Posted:
    """Change the value: Dr 1405 / Cr the account for what stock gains, the other way for what it loses."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    rows = _rows(session, draft, _HELD_WORTHS)
    total = sum(row["amount"] for row in rows)
    facts = partial(Facts, draft.day, abs(total), _word(draft))
    if held := held_back(session, ADJUSTMENT.kind, draft, facts, key):
        return held
    goods = revalue_goods(session, _steps(draft, rows), ADJUSTED)
    header = {
        "day": draft.day,
        "warehouse_id": draft.warehouse_id,
        "account": draft.account,
        "remark": draft.remark,
    }
    document_id = open_paper(session, CostAdjustment, header)
    write_parts(session, CostAdjustmentLine, ({**row, "document_id": document_id} for row in rows))
    paper = Paper(
        ADJUSTMENT.kind, document_id, CostAdjustment.prefix, draft.day, _word(draft), total
    )
    number = book(session, paper, _legs(goods, draft.account))
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(ADJUSTMENT.kind, document_id, number, total))


@needs("cost_adjustment.reverse")
def reverse_cost_adjustment(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take it back: the same value the other way; what no goods are left to bear is cost of sales."""
    return reverse_goods_paper(session, ADJUSTMENT, wanted, key=key)


@needs("voucher.view")
def foresee_adjustment(session: Session, draft: AdjustmentDraft) -> Foreseen:
    """What it would book now."""
    goods = revalue_goods(session, _steps(draft, _rows(session, draft)), ADJUSTED, seen_only=True)
    because = translate("stock", "因为：只改库存金额，货不动；另一边是选的科目")
    return foreseen(session, list(_legs(goods, draft.account)), _word(draft), because)


def foreseen_rows(session: Session, draft: AdjustmentDraft) -> list[dict[str, Any]]:
    """The lines as they would be posted now, for showing."""
    return _rows(session, draft)


@needs("field.cost_price")
def worths_there(session: Session, products: Sequence[int], warehouse_id: int) -> dict[int, Worth]:
    """What the pool holds that a document in this warehouse works on, by product; nothing where none moved."""
    return _worths(session, _WORTHS, products, warehouse_id)


def difference(held: Worth, unit_cost: int) -> int:
    """Fen that bring what is held to a unit cost of 1e-6 yuan."""
    return worth(held.quantity, unit_cost) - held.value


def _worths(
    session: Session, question: Statement, products: Sequence[int], warehouse_id: int
) -> dict[int, Worth]:
    place = warehouse_id if settings_of(session).cost_scope == "warehouse" else 0
    found = {
        product: Worth(quantity, value)
        for product, warehouse, quantity, value in question.all(
            session, products=sorted(set(products))
        )
        if warehouse == place
    }
    return {product: found.get(product, Worth()) for product in products}


def _rows(
    session: Session, draft: AdjustmentDraft, question: Statement = _WORTHS
) -> list[dict[str, Any]]:
    if draft.account not in AGAINST:
        told = translate("stock", "成本调整的对方科目只能是 5401、5301、5711")
        raise InvalidInput(told, field="account")
    if not draft.lines:
        raise InvalidInput(translate("stock", "单据没有一行商品。至少写一行"), field="lines")
    ids = [line.product_id for line in draft.lines]
    products = product_facts(session, ids)
    there = _worths(session, question, ids, draft.warehouse_id)
    rows = []
    for place, line in enumerate(draft.lines):
        product = products[line.product_id]
        try:
            if line.product_id in ids[:place]:
                told = translate("stock", "{product} 写了两行。合成一行")
                raise InvalidInput(told.format(product=product.name), field="product")
            rows.append(_row(place + 1, line, product, there[line.product_id], draft.account))
        except UserError as error:
            raise at_line(error, place) from None
    return rows


def _row(
    line_no: int, line: AdjustedLine, product: ProductFacts, held: Worth, account: str
) -> dict[str, Any]:
    if product.tracking:
        told = translate(
            "stock",
            "{product} 按批次或序列号管理，成本调整单不能写是哪一批。用其他出库单按批出，再用其他入库单按对的成本入",
        )
        raise Refused(told.format(product=product.name), field="product")
    if held.quantity == 0:
        told = translate("stock", "{product} 没有库存，没有成本可调。先入库")
        raise Refused(told.format(product=product.name), field="product")
    amount = _amount(line, held)
    if amount == 0:
        told = translate("stock", "{product} 的调整金额是 0。填金额，或删掉这一行")
        raise InvalidInput(told.format(product=product.name), field="amount")
    if (account == MORE and amount < 0) or (account == LESS and amount > 0):
        told = translate("stock", "{product} 调 {amount}：营业外收入只收调增，营业外支出只收调减")
        yuan = text_of(amount, MONEY_PLACES)
        raise InvalidInput(told.format(product=product.name, amount=yuan), field="amount")
    return {
        "line_no": line_no,
        "product_id": product.id,
        "held": held.quantity,
        "worth": held.value,
        "amount": amount,
    }


def _amount(line: AdjustedLine, held: Worth) -> int:
    if (line.amount is None) == (line.unit_cost is None):
        told = translate("stock", "写调整金额，或写调整后的单位成本，两个选一个")
        raise InvalidInput(told, field="amount")
    if line.unit_cost is None:
        return line.amount or 0
    if line.unit_cost < 0:
        raise InvalidInput(translate("stock", "单位成本不能小于 0"), field="unit_cost")
    return difference(held, line.unit_cost)


def _steps(draft: AdjustmentDraft, rows: Sequence[dict[str, Any]]) -> list[GoodsStep]:
    return [
        GoodsStep(row["line_no"], row["product_id"], draft.warehouse_id, 0, amount=row["amount"])
        for row in rows
    ]


def _word(draft: AdjustmentDraft) -> str:
    return draft.remark or "成本调整"


def _legs(goods: Goods, account: str) -> Iterator[LegDraft]:
    more = sum(move.amount for move in goods.moves if move.amount > 0)
    less = -sum(move.amount for move in goods.moves if move.amount < 0)
    if more:
        yield LegDraft(STOCK, debit=more)
        yield LegDraft(account, credit=more)
    if less:
        yield LegDraft(account, debit=less)
        yield LegDraft(STOCK, credit=less)
