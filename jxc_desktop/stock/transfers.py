"""Goods moved from one warehouse to another in one step (调拨单, domain.md §2.8).

Where cost is averaged over the company the pool is as before, so there is no entry. Where each warehouse has its own
average, goods leave at that of the first and come in at exactly that worth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.papers import Family, Reversal, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.costing import Pool, worth
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.moved_lines import MovedLine, moved_lines
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import ADJUSTMENT, Goods, GoodsStep, move_goods, record_moves
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine

TRANSFER = Family(StockTransfer, (StockTransferLine,), "调拨单")
MOVED = "transfer"
"""Why the goods moved."""

_POOL = "SELECT product_id, quantity, value, last_cost FROM cost_pool WHERE product_id "
_WHOLE = "AND warehouse_id = 0 AND lot_id = 0"
_POOLS = Statement(
    f"{_POOL}IN {among('products')} {_WHOLE}",
    postgresql=f"{_POOL}= ANY(:products) {_WHOLE} ORDER BY product_id FOR UPDATE",
)


@dataclass(frozen=True, slots=True)
class TransferDraft:
    """A transfer as typed."""

    day: date
    from_warehouse_id: int
    to_warehouse_id: int
    lines: tuple[LineDraft, ...]
    remark: str = ""


@needs("stock_transfer.post")
def post_stock_transfer(session: Session, draft: TransferDraft, *, key: Key) -> Posted:
    """Take the goods from one warehouse into the other."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    _require_two_places(draft)
    lines = moved_lines(session, draft.lines)
    goods = _move(session, draft, lines)
    header = {
        "day": draft.day,
        "from_warehouse_id": draft.from_warehouse_id,
        "to_warehouse_id": draft.to_warehouse_id,
        "remark": draft.remark,
    }
    document_id = open_paper(session, StockTransfer, header)
    rows = ({**line.row, "document_id": document_id} for line in lines)
    write_parts(session, StockTransferLine, rows)
    kind, prefix = TRANSFER.kind, StockTransfer.prefix
    paper = Paper(kind, document_id, prefix, draft.day, "调拨", 0)
    number = book(session, paper, legs_of_adjustment(goods.adjustment))
    record_moves(session, goods, source=number, day=draft.day)
    return remember(session, key, Posted(kind, document_id, number, 0))


@needs("stock_transfer.reverse")
def reverse_stock_transfer(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Bring the goods back to where they were, at the same worth."""
    return reverse_goods_paper(session, TRANSFER, wanted, key=key)


def _require_two_places(draft: TransferDraft) -> None:
    if draft.from_warehouse_id == draft.to_warehouse_id:
        raise InvalidInput(
            translate("stock", "调出仓和调入仓是同一个。改一个"), field="to_warehouse"
        )


def _move(session: Session, draft: TransferDraft, lines: Sequence[MovedLine]) -> Goods:
    settings = settings_of(session)
    allowed = settings.allow_negative_stock
    if settings.cost_scope == "warehouse":
        out = move_goods(session, list(_out(draft, lines)), MOVED, allow_negative=allowed)
        worths = {m.line_no: -m.amount for m in out.moves if m.kind != ADJUSTMENT}
        into = move_goods(session, list(_into(draft, lines, worths)), MOVED, allow_negative=True)
        return Goods([*out.moves, *into.moves])
    worths = _shares(session, lines)
    steps = [
        step
        for each in zip(_into(draft, lines, worths), _out(draft, lines, worths), strict=True)
        for step in each
    ]
    return move_goods(session, steps, MOVED, allow_negative=allowed)


def _out(
    draft: TransferDraft, lines: Sequence[MovedLine], worths: Mapping[int, int] | None = None
) -> list[GoodsStep]:
    """Goods out of the first warehouse, at the average where no worth is told."""
    return [
        GoodsStep(
            line.line_no,
            line.product.id,
            draft.from_warehouse_id,
            -line.base_quantity,
            amount=None if worths is None else -worths[line.line_no],
            fallback=line.product.purchase_price or 0,
        )
        for line in lines
    ]


def _into(
    draft: TransferDraft, lines: Sequence[MovedLine], worths: Mapping[int, int]
) -> list[GoodsStep]:
    return [
        GoodsStep(
            line.line_no,
            line.product.id,
            draft.to_warehouse_id,
            line.base_quantity,
            amount=worths[line.line_no],
        )
        for line in lines
    ]


def _shares(session: Session, lines: Sequence[MovedLine]) -> dict[int, int]:
    """Fen of each line by its pool's own ratio, by number of line.

    Goods that come in at that worth and go out again at it, in this order, leave quantity and value of the pool as
    they were, oversold or not.
    """
    products = sorted({line.product.id for line in lines})
    pools = {row[0]: Pool(row[1], row[2], row[3]) for row in _POOLS.all(session, products=products)}
    return {line.line_no: _share(pools.get(line.product.id, Pool()), line) for line in lines}


def _share(pool: Pool, line: MovedLine) -> int:
    if pool.quantity:
        return div_half_up(line.base_quantity * pool.value, pool.quantity)
    return worth(line.base_quantity, pool.last_cost or line.product.purchase_price or 0)
