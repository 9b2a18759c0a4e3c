"""What can be done with stock by itself: opening stock, and taking opening documents back."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.ledger.models import OpeningBalance, OpeningBalanceLine
from jxc_desktop.ledger.opening import BALANCING, first_day, require_not_opened
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.legs import STOCK, legs_of_adjustment
from jxc_desktop.stock.lot_drafts import LotShare, tracked_among
from jxc_desktop.stock.lot_entry import into_lots
from jxc_desktop.stock.models import OpeningStock, OpeningStockLine
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import move_goods, record_moves

OPENING = Family(OpeningStock, (OpeningStockLine,), "期初库存单")
OPENING_BALANCE = Family(OpeningBalance, (OpeningBalanceLine,), "期初余额单")


@dataclass(frozen=True, slots=True)
class OpeningStockLineDraft:
    """What lay there: quantity in 1e-4 base units and its worth in fen; `lots` are those that it is of."""

    product_id: int
    quantity: int
    amount: int
    lots: tuple[LotShare, ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningStockDraft:
    """Opening stock of one warehouse."""

    warehouse_id: int
    lines: tuple[OpeningStockLineDraft, ...]
    remark: str = ""


@needs("opening.edit")
def post_opening_stock(session: Session, draft: OpeningStockDraft, *, key: Key) -> Posted:
    """Put opening stock into the pools and 1405, against 0001 期初平衡."""
    if earlier := answered(session, key):
        return earlier
    require_not_opened(session)
    day = first_day(session)
    require_open_period(session, day)
    steps = _steps(session, draft)
    total = sum(line.amount for line in draft.lines)
    header = {"day": day, "warehouse_id": draft.warehouse_id, "remark": draft.remark}
    document_id = open_paper(session, OpeningStock, header)
    write_parts(session, OpeningStockLine, _rows(document_id, draft))
    goods = move_goods(session, steps, "opening", allow_negative=True)
    legs = [
        LegDraft(STOCK, debit=goods.amount),
        LegDraft(BALANCING, credit=goods.amount),
        *legs_of_adjustment(goods.adjustment),
    ]
    summary = "期初库存"
    paper = Paper(OPENING.kind, document_id, OpeningStock.prefix, day, summary, total)
    number = book(session, paper, legs)
    record_moves(session, goods, source=number, day=day)
    return remember(session, key, Posted(OPENING.kind, document_id, number, total))


@needs("opening.edit")
def reverse_opening_stock(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take opening stock back."""
    require_not_opened(session)
    return reverse_goods_paper(session, OPENING, wanted, key=key)


@needs("opening.edit")
def reverse_opening_balance(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take opening balances back."""
    require_not_opened(session)
    return reverse_goods_paper(session, OPENING_BALANCE, wanted, key=key)


def _steps(session: Session, draft: OpeningStockDraft) -> list[GoodsStep]:
    if not draft.lines:
        raise InvalidInput(translate("stock", "期初库存没有一行"), field="lines")
    products = product_facts(session, (line.product_id for line in draft.lines))
    for number, line in enumerate(draft.lines, 1):
        _require_line(number, line, products[line.product_id])
    steps = (
        GoodsStep(number, line.product_id, draft.warehouse_id, line.quantity, amount=line.amount)
        for number, line in enumerate(draft.lines, 1)
    )
    return into_lots(session, steps, draft.lines, tracked_among(products))


def _require_line(number: int, line: OpeningStockLineDraft, product: ProductFacts) -> None:
    place = f"lines[{number - 1}]"
    if line.quantity <= 0:
        raise InvalidInput(
            translate("stock", "第 {line} 行：期初数量要大于 0").format(line=number),
            field=f"{place}.quantity",
        )
    if line.quantity % 10 ** (QUANTITY_PLACES - product.places):
        raise InvalidInput(
            translate("stock", "第 {line} 行：{product} 的数量最多 {places} 位小数").format(
                line=number, product=product.name, places=product.places
            ),
            field=f"{place}.quantity",
        )
    if line.amount < 0:
        raise InvalidInput(
            translate("stock", "第 {line} 行：期初金额不能小于 0").format(line=number),
            field=f"{place}.amount",
        )


def _rows(document_id: int, draft: OpeningStockDraft) -> Iterator[dict[str, int]]:
    for number, line in enumerate(draft.lines, 1):
        yield {
            "document_id": document_id,
            "line_no": number,
            "product_id": line.product_id,
            "quantity": line.quantity,
            "amount": line.amount,
        }
