"""Goods of a transfer on its way that came in (调拨入库单): in parts, and with what of them never came.

What was lost on the way is a loss of its own for a reason (stock.losses), posted with the receipt: it follows the
transfer just as the receipt does, and either is taken back alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import Family, Reversal, Undone, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.carrying import carry_goods
from jxc_desktop.stock.holding import hold_for_differences
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.losses import LossDraft, post_stock_loss
from jxc_desktop.stock.moved_lines import moved_lines
from jxc_desktop.stock.papers import reverse_goods_paper
from jxc_desktop.stock.posting import record_moves
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.transfer_models import TransferReceipt, TransferReceiptLine
from jxc_desktop.stock.transit import (
    arriving,
    coming_again,
    coming_goods,
    promise_coming,
    require_after,
)

RECEIPT = Family(TransferReceipt, (TransferReceiptLine,), "调拨入库单")


@dataclass(frozen=True, slots=True)
class ArrivalDraft:
    """What came of transfer `source`; without `lines` all that is on its way and not `lost`.

    `lost` never came or came broken, for the reason `reason_id`.
    """

    day: date
    source: str
    lines: tuple[LineDraft, ...] = ()
    remark: str = ""
    lost: tuple[LineDraft, ...] = ()
    reason_id: int | None = None


@needs("transfer_receipt.post")
def post_transfer_receipt(session: Session, draft: ArrivalDraft, *, key: Key) -> Posted:
    """Take goods that were on their way into the warehouse they were sent to; post what was lost as a loss."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    coming = coming_goods(session, draft.source)
    require_after(draft.day, coming)
    came, lost = arriving(session, coming, draft.lines, draft.lost)
    _lose(session, draft, lost, [line.product_id for line in came], key)
    lines = moved_lines(session, came)
    goods = carry_goods(session, coming.way, lines)
    header = {"day": draft.day, "transfer_id": coming.id, "remark": draft.remark}
    document_id = open_paper(session, TransferReceipt, header)
    rows = [{**line.row, "document_id": document_id} for line in lines]
    write_parts(session, TransferReceiptLine, rows)
    kind, prefix = RECEIPT.kind, TransferReceipt.prefix
    paper = Paper(kind, document_id, prefix, draft.day, "调拨入库", 0)
    number = book(session, paper, legs_of_adjustment(goods.adjustment))
    record_moves(session, goods, source=number, day=draft.day)
    promise_coming(session, coming.way, rows, back=True)
    return remember(session, key, Posted(kind, document_id, number, 0))


@needs("transfer_receipt.reverse")
def reverse_transfer_receipt(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Send the goods on their way again, at the same worth."""
    return reverse_goods_paper(session, RECEIPT, wanted, key=key, undo=_on_its_way)


def _on_its_way(session: Session, number: str) -> Undone:
    return coming_again(session, RECEIPT, number)


def _lose(
    session: Session, draft: ArrivalDraft, lost: Sequence[LineDraft], came: list[int], key: Key
) -> None:
    """Post what never came as a loss, which needs its own right and may have to be approved."""
    if not lost:
        return
    if draft.reason_id is None:
        raise InvalidInput(translate("stock", "有短少，没有写原因。选一个报损原因"), field="reason")
    products = [*came, *(line.product_id for line in lost)]
    hold_for_differences(session, draft.day, products, TransferReceipt.prefix)
    made: dict[str, Any] = {"remark": draft.remark, "source": draft.source}
    loss = LossDraft(draft.day, 0, draft.reason_id, tuple(lost), **made)
    post_stock_loss(session, loss, key=replace(key, value=f"{key.value}:lost"))
