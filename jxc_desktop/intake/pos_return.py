"""Goods of a ticket handed back, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.intake.codes import products_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, line_objects
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.pos_sale import require_till_terms, shift_for, tenders_of
from jxc_desktop.ledger.papers import header_of, parts_of
from jxc_desktop.pos.drafts import ReturnDraft
from jxc_desktop.pos.models import PosSale, PosSaleLine
from jxc_desktop.pos.services import post_return, reverse_return
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock.returned import ReturnLine

LINE = ("product", "quantity", "unit", "from_line")


@dataclass(frozen=True, slots=True)
class Handed:
    """A return, the shift that takes it, and what the sender says is given back (fen), where they say."""

    draft: ReturnDraft
    shift_id: int
    refund: int | None


def _handed(session: Session, fields: Fields) -> Handed:
    shift = shift_for(session, fields)
    require_till_terms(session, fields, shift)
    tenders = tenders_of(fields)
    if len(tenders) > 1:
        problem = InvalidInput(translate("intake", "退款只能用一种付款方式"))
        raise fields.wrong(problem, "payments")
    draft = ReturnDraft(
        original=fields.needed("from"),
        lines=_lines(session, fields),
        reason="；".join(filter(None, (fields.text("reason"), fields.text("remark")))),
        **({"method": tenders[0].method} if tenders else {}),
    )
    return Handed(draft, shift.id, tenders[0].amount if tenders else None)


def _lines(session: Session, fields: Fields) -> tuple[ReturnLine, ...]:
    lines = [line.only(LINE) for line in line_objects(fields)]
    sold = _sold(session, fields)
    named = products_named(session, (line.text("product") for line in lines))
    found = []
    for line in lines:
        product = line.text("product")
        product_id = named[product].product_id if product in named else None
        row = _sold_line(line, sold, product_id)
        quantity = line.given("quantity", line.quantity("quantity"))
        found.append(ReturnLine(row["line_no"], quantity))
    return tuple(found)


def _sold(session: Session, fields: Fields) -> Sequence[Mapping[str, Any]]:
    """The lines of the ticket that the goods were sold on."""
    number = fields.needed("from")
    try:
        header = header_of(session, PosSale.kind, number)
    except NotFound as error:
        raise fields.wrong(NotFound(error.message), "from") from None
    return list(parts_of(session, PosSaleLine, header["id"]))


def _sold_line(
    line: Fields, sold: Sequence[Mapping[str, Any]], product_id: int | None
) -> Mapping[str, Any]:
    """The sold line that a line names by number, by goods, or by both."""
    number, named = line.whole("from_line"), bool(line.text("product"))
    if number is None and not named:
        raise line.wrong(InvalidInput(translate("intake", "写上原单的行号或商品")), "from_line")
    hits = [
        row
        for row in sold
        if number in {None, row["line_no"]} and (not named or row["product_id"] == product_id)
    ]
    if not hits:
        place = "product" if named else "from_line"
        raise line.wrong(NotFound(translate("intake", "原单没有这一行")), place)
    if line.text("unit") not in {"", hits[0]["unit"]}:
        problem = translate("intake", "原单这一行按 {unit} 卖的").format(unit=hits[0]["unit"])
        raise line.wrong(InvalidInput(problem), "unit")
    return hits[0]


def _post(session: Session, handed: Handed, /, *, key: Key) -> Posted:
    posted = post_return(session, handed.draft, handed.shift_id, key=key)
    if handed.refund not in {None, posted.total}:
        raise Refused(
            translate("intake", "应退 {total}，不是写的这个数。改成 {total}").format(
                total=text_of(posted.total, MONEY_PLACES)
            ),
            field="payments[0].amount",
        )
    return posted


INTAKE = Intake(
    "pos_return",
    (*EVERY, "till", "warehouse", "price_includes_tax", "from", "reason", "lines", "payments"),
    _handed,
    _post,
    reverse_return,
)
