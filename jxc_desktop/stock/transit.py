"""Goods on their way between warehouses (在途调拨): what of a transfer has not come yet, and for whom it is kept.

They lie in the shop's transit warehouse. Whoever asks what may be sold sees them allocated there and on order where
they go, so nobody sells them and whoever buys counts them as coming.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import SERIAL
from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Family, Undone, header_of, original_header, parts_of
from jxc_desktop.stock.carrying import Way
from jxc_desktop.stock.lot_drafts import LotShare, shares_of
from jxc_desktop.stock.lot_picking import LAST
from jxc_desktop.stock.ordering.following import Followed, followed_lines
from jxc_desktop.stock.ordering.promises import add_promises, fulfilled_of
from jxc_desktop.stock.ordering.transit_kind import TRANSFER, TRANSIT
from jxc_desktop.stock.priced import LineDraft, at_line, base_of
from jxc_desktop.stock.transfer_models import StockTransferLine
from jxc_desktop.stock.warehouses import transit_warehouse

_CAME = Statement(
    "SELECT number FROM transfer_receipt WHERE transfer_id = :id AND state = 'posted' "
    "AND reverses_id IS NULL UNION ALL SELECT number FROM stock_loss WHERE transfer_id = :id "
    "AND state = 'posted' AND reverses_id IS NULL"
)
_TARGET = Statement("SELECT to_warehouse_id FROM stock_transfer WHERE id = :id")
_LOTS = Statement(
    "SELECT x.line, o.code, o.expiry, o.id, sum(m.quantity) FROM ("
    "SELECT d.number AS number, l.line_no AS line_no, l.line_no AS line FROM stock_transfer d "
    "JOIN stock_transfer_line l ON l.document_id = d.id WHERE d.id = :id UNION ALL "
    "SELECT d.number, l.line_no, l.from_line FROM transfer_receipt d "
    "JOIN transfer_receipt_line l ON l.document_id = d.id WHERE d.transfer_id = :id UNION ALL "
    "SELECT d.number, l.line_no, l.from_line FROM stock_loss d "
    "JOIN stock_loss_line l ON l.document_id = d.id WHERE d.transfer_id = :id) x "
    "JOIN move m ON m.source = x.number AND m.source_line = x.line_no AND m.warehouse_id = :transit "
    "JOIN lot o ON o.id = m.lot_id GROUP BY x.line, o.id, o.code, o.expiry HAVING sum(m.quantity) > 0"
)
"""What of each lot a line still has on its way."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A transfer on its way: its lines, and the way that its goods still have to go."""

    order: Followed
    day: date
    way: Way

    @property
    def id(self) -> int:
        """Of the transfer."""
        return self.order.id


def coming_goods(session: Session, number: str, *, hold: bool = True) -> Coming:
    """Transfer `number`, held until the transaction ends; raises where none of its goods is on its way."""
    head = original_header(session, TRANSFER.kind, number, hold=hold)
    if not head["in_transit"]:
        raise Refused(
            translate("stock", "{number} 是一步调拨，货已经入库，不用再收").format(number=number),
            field="from",
        )
    if head["state"] != State.POSTED or head["reverses_id"] is not None:
        raise Refused(
            translate("stock", "{number} 已红冲，没有在途的货").format(number=number), field="from"
        )
    rows = parts_of(session, StockTransferLine, head["id"])
    order = Followed(
        TRANSIT,
        head["id"],
        number,
        head,
        {row["line_no"]: row for row in rows},
        fulfilled_of(session, TRANSIT, head["id"]),
        product_facts(session, (row["product_id"] for row in rows)),
    )
    way = Way(transit_warehouse(session), head["to_warehouse_id"])
    return Coming(order, date.fromisoformat(head["day"]), way)


def require_after(day: date, coming: Coming) -> None:
    """Nothing comes before it was sent."""
    if day < coming.day:
        raise InvalidInput(
            translate("stock", "收货日期不能早于 {number} 的 {day}").format(
                number=coming.order.number, day=coming.day
            ),
            field="day",
        )


def arriving(
    session: Session, coming: Coming, came: Sequence[LineDraft], lost: Sequence[LineDraft] = ()
) -> tuple[tuple[LineDraft, ...], tuple[LineDraft, ...]]:
    """Lines of what came, and of what never will, each naming the transfer's line and its lots.

    Without `came`, all that is on its way and not `lost` came.
    """
    gone = followed_lines(coming.order, lost) if lost else ()
    rest = replace(coming.order, done=_with(coming, gone)) if gone else coming.order
    if not (came or any(rest.left(line) for line in rest.lines)):
        raise Refused(
            translate(
                "stock", "{number} 没有在途的货可收了。一件都没到，就从调拨单上写报损单"
            ).format(number=coming.order.number),
            field="lines",
        )
    here = followed_lines(rest, came)
    _require_on_the_way(coming, [*here, *gone])
    lots = _Lots(session, coming)
    return (
        tuple(lots.told(place, line) for place, line in enumerate(here)),
        tuple(lots.told(place, line) for place, line in enumerate(gone)),
    )


def promise_coming(
    session: Session, way: Way, rows: Iterable[Mapping[str, Any]], *, back: bool = False
) -> None:
    """Goods of `rows` are on `way` from now on, or `back` no more: kept out of sale there, expected here."""
    sign = -1 if back else 1
    goods: dict[int, int] = {}
    for row in rows:
        goods[row["product_id"]] = goods.get(row["product_id"], 0) + sign * row["base_quantity"]
    add_promises(
        session,
        (
            (product, place, quantity if place == way.source else 0, quantity if place == way.target else 0)
            for product, quantity in sorted(goods.items())
            for place in sorted((way.source, way.target))
        ),
    )  # fmt: skip


def coming_again(session: Session, family: Family, number: str) -> Undone:
    """What document `number` brought in, or wrote off on its way, is on its way again."""
    head = header_of(session, family.kind, number)
    if head["transfer_id"] is None:
        return Undone()
    rows = parts_of(session, family.parts[0], head["id"])
    [target] = _TARGET.one(session, id=head["transfer_id"])
    way = Way(transit_warehouse(session), int(target))
    write = partial(promise_coming, session, way, rows)
    return Undone(record=lambda _red, _day: write())


def require_nothing_came(session: Session, transfer_id: int, number: str) -> None:
    """Refuse to take a transfer back while a receipt or a loss of its goods stands."""
    came = [str(row[0]) for row in _CAME.all(session, id=transfer_id)]
    if came:
        raise Refused(
            translate("stock", "{number} 已由 {others} 收货或报损。先红冲 {others}").format(
                number=number, others=listed(came)
            ),
            field="number",
        )


def _with(coming: Coming, lines: Sequence[LineDraft]) -> dict[int, int]:
    """Base quantity by line that went before, and with `lines`."""
    done = dict(coming.order.done)
    for draft in lines:
        if draft.from_line is not None:
            base = base_of(draft, coming.order.products[draft.product_id])
            done[draft.from_line] = done.get(draft.from_line, 0) + base
    return done


def _require_on_the_way(coming: Coming, lines: Sequence[LineDraft]) -> None:
    taken: dict[int, int] = {}
    for place, draft in enumerate(lines):
        if draft.from_line is None:
            raise InvalidInput(
                translate("stock", "第 {place} 行：{number} 没有发这个商品").format(
                    place=place + 1, number=coming.order.number
                ),
                field=f"lines[{place}].product",
            )
        product = coming.order.products[draft.product_id]
        taken[draft.from_line] = taken.get(draft.from_line, 0) + base_of(draft, product)
        left = coming.order.left(draft.from_line)
        if taken[draft.from_line] > left:
            raise Refused(
                translate(
                    "stock", "第 {place} 行：{number} 的 {product} 只剩 {left} {unit} 在途，这里要 {wanted}"
                ).format(
                    place=place + 1,
                    number=coming.order.number,
                    product=product.name,
                    left=trimmed(left, QUANTITY_PLACES),
                    unit=product.unit,
                    wanted=trimmed(taken[draft.from_line], QUANTITY_PLACES),
                ),
                field=f"lines[{place}].quantity",
            )  # fmt: skip


class _Lots:
    """What of each lot the lines of a transfer still have on their way; what is told is taken off."""

    def __init__(self, session: Session, coming: Coming) -> None:
        self._products = coming.order.products
        self._left: dict[int, dict[str, int]] = {}
        if any(product.tracking for product in self._products.values()):
            rows = _LOTS.all(session, id=coming.id, transit=coming.way.source)
            for line, code, _expiry, _lot, quantity in sorted(
                rows, key=lambda row: (str(row[2] or LAST), row[3])
            ):
                self._left.setdefault(line, {})[code] = int(quantity)

    def told(self, place: int, draft: LineDraft) -> LineDraft:
        """The line naming the lots it takes of the transfer's: as told, else the first to expire first."""
        product = self._products[draft.product_id]
        if not product.tracking:
            return draft
        left = self._left.get(draft.from_line or 0, {})
        try:
            shares = self._shares(draft, product, left)
        except UserError as error:
            raise at_line(error, place) from None
        for share in shares:
            left[share.code] -= share.quantity or 0
        return replace(draft, lots=tuple(share for share in shares if share.quantity))

    def _shares(
        self, draft: LineDraft, product: ProductFacts, left: Mapping[str, int]
    ) -> list[LotShare]:
        wanted = base_of(draft, product)
        whole = wanted == sum(left.values())
        if draft.lots or (product.tracking == SERIAL and not whole):
            told = [
                LotShare(share.code, share.quantity) for share in shares_of(draft, product, wanted)
            ]
        else:
            told = list(_first_out(left, wanted))
        for share in told:
            if left.get(share.code, 0) < (share.quantity or 0):
                raise Refused(
                    translate("stock", "{product} 的 {code} 不在这张调拨单的在途货里").format(
                        product=product.name, code=share.code
                    ),
                    field="lots",
                )
        return told


def _first_out(left: Mapping[str, int], wanted: int) -> Iterable[LotShare]:
    """`wanted` base units of the lots, in their order."""
    for code, quantity in left.items():
        taken = min(quantity, wanted)
        wanted -= taken
        if taken:
            yield LotShare(code, taken)
