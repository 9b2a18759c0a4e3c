"""Orders as data, what documents say of the order they follow, and the further life of an order.

A document names its order in `from`; without lines it takes all that is still open. A line without `product` names
its order's line alone.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.codes import warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, LINE, day_of, drafts_of, lines_of, products_of
from jxc_desktop.intake.goods import line_of as goods_line
from jxc_desktop.intake.returned import Originals, original_of
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.priced import LineDraft

FOLLOWING_LINE = (*LINE, "from_line")
BOUGHT_OFFER = (
    *EVERY, "partner", "warehouse", "price_includes_tax", "order_discount", "due_day", "amends", "lines",
)  # fmt: skip
OFFER = (*BOUGHT_OFFER, "salesperson")
ORDER = (*OFFER, "from")

PartnerNamed = Callable[[Session, Fields], int]


def following_lines(session: Session, fields: Fields, kind: OrderKind) -> tuple[LineDraft, ...]:
    """The lines of a document that may follow an order of `kind`."""
    if not fields.text("from"):
        return lines_of(session, fields)
    return following_drafts(session, fields, kind, fields.objects("lines"))


def following_drafts(
    session: Session, fields: Fields, kind: OrderKind, lines: Sequence[Fields]
) -> tuple[LineDraft, ...]:
    """Each of `lines` as a line of goods that may follow the order named in `from`."""
    if not fields.text("from"):
        return drafts_of(session, lines)
    original = original_of(session, fields, Originals(kind.kind, kind.family.parts[0]))
    ordered = {row["line_no"]: row for row in original.lines}
    return tuple(_following_line(session, line.only(FOLLOWING_LINE), ordered) for line in lines)


def _following_line(
    session: Session, line: Fields, ordered: Mapping[int, Mapping[str, Any]]
) -> LineDraft:
    number = line.whole("from_line")
    if number is not None and number not in ordered:
        raise line.wrong(InvalidInput(translate("intake", "订单没有这一行")), "from_line")
    if number is not None and not line.text("product"):
        product, unit = ordered[number]["product_id"], ordered[number]["unit"]
    else:
        [named] = products_of(session, [line])
        product, unit = named.product_id, named.unit
    return goods_line(line, product, unit, from_line=number)


def shared_discount(fields: Fields) -> int | None:
    """The order discount in fen; None leaves it to the order that is followed."""
    typed = fields.money("order_discount")
    return typed if typed is not None or fields.text("from") else 0


def order_draft(
    session: Session, fields: Fields, partner: PartnerNamed, follows: OrderKind | None = None
) -> OrderDraft:
    """The draft that a JSON order describes; one that follows another has its partner by default."""
    lines = (
        lines_of(session, fields) if follows is None else following_lines(session, fields, follows)
    )
    if any(line.lots for line in lines):
        problem = translate("intake", "订单不写批次和序列号，入库出库时再写")
        raise fields.wrong(InvalidInput(problem), "lines")
    return OrderDraft(**order_head(session, fields, partner, follows), lines=lines)


def order_head(
    session: Session, fields: Fields, partner: PartnerNamed, follows: OrderKind | None
) -> dict[str, Any]:
    """Everything of an order's draft but its lines."""
    return {
        "day": day_of(session, fields),
        "partner_id": partner_of(session, fields, partner, follows),
        "warehouse_id": warehouse_of(session, fields, follows),
        "due_day": fields.day("due_day"),
        "salesperson": fields.text("salesperson"),
        "price_includes_tax": fields.flag("price_includes_tax"),
        "order_discount": shared_discount(fields),
        "source": fields.text("from"),
        "remark": fields.text("remark"),
        "amends": fields.text("amends"),
    }


def partner_of(
    session: Session, fields: Fields, partner: PartnerNamed, follows: OrderKind | None
) -> int:
    """The partner as named, or the one of the order that is followed."""
    if follows is None or fields.text("partner") or not fields.text("from"):
        return partner(session, fields)
    header = original_of(session, fields, Originals(follows.kind, follows.family.parts[0])).header
    return int(header["partner_id"]) if "partner_id" in header else partner(session, fields)


def warehouse_of(session: Session, fields: Fields, follows: OrderKind | None = None) -> int:
    """The warehouse as named, or the one of the order that is followed, or the shop's first."""
    if follows is None or fields.text("warehouse") or not fields.text("from"):
        return warehouse_named(session, fields)
    original = original_of(session, fields, Originals(follows.kind, follows.family.parts[0]))
    return int(original.header["warehouse_id"])
