"""Documents of goods: their lines as rows, and their reversal with the goods going back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.settling import require_unsettled, take_back_settlements
from jxc_desktop.ledger.papers import Family, Reversal, Undone, header_of, reverse_paper
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.legs import legs_of_adjustment
from jxc_desktop.stock.posting import mirror_goods, record_moves
from jxc_desktop.stock.priced import PricedLine


def line_rows(document_id: int, lines: Sequence[PricedLine]) -> Iterable[dict[str, Any]]:
    """Priced lines as rows of a line table."""
    for line in lines:
        yield {
            "document_id": document_id,
            "line_no": line.line_no,
            "product_id": line.product.id,
            "unit": line.unit,
            "quantity": line.quantity,
            "base_quantity": line.base_quantity,
            "price": line.price,
            "discount": line.discount,
            "tax_rate": line.tax_rate,
            "reduction": line.reduction,
            "net": line.net,
            "tax": line.tax,
            "gross": line.gross,
            "is_gift": line.is_gift,
            "from_line": line.from_line,
        }


def reverse_goods_paper(
    session: Session,
    family: Family,
    wanted: Reversal,
    *,
    key: Key,
    prefix: str = "",
    changes: Callable[[dict[str, Any]], Mapping[str, Any]] = lambda _original: {},
    bound: bool = True,
    undo: Callable[[Session, str], Undone] | None = None,
) -> Posted:
    """Post the exact mirror of a document of goods: what came in goes out at the same worth, and back.

    `undo` takes back what else it did, held before the pools are.

    A document that a later one settled keeps standing until that is taken back; what it settled itself (a return its
    delivery) is open again.
    """
    posted = reverse_paper(
        session,
        family,
        wanted,
        key=key,
        prefix=prefix,
        changes=changes,
        bound=bound,
        undo=goods_back if undo is None else partial(_both_back, undo),
    )
    if not posted.repeated:
        day = date.fromisoformat(header_of(session, family.kind, posted.number)["day"])
        take_back_settlements(session, wanted.number, red=posted.number, day=day)
    return posted


def _both_back(undo: Callable[[Session, str], Undone], session: Session, number: str) -> Undone:
    first, goods = undo(session, number), goods_back(session, number)

    def write(red: str, day: date) -> None:
        goods.record(red, day)
        first.record(red, day)

    return Undone([*first.legs, *goods.legs], write)


def goods_back(session: Session, number: str) -> Undone:
    """Move the goods of document `number` back; the cure of the sign rule goes to cost of sales."""
    require_unsettled(session, number)
    allowed = settings_of(session).allow_negative_stock
    goods, cure = mirror_goods(session, number, allow_negative=allowed)

    def write(red: str, day: date) -> None:
        record_moves(session, goods, source=red, day=day)

    return Undone(list(legs_of_adjustment(cure)), write)
