"""Tickets of the till as data; without a till they go to the one of the machine interface (decisions 27).

Lines with a negative quantity come back of the ticket named in `from` (换货); payments are negative where the customer
gets money back, and may be left out where nothing changes hands or cash goes back.
"""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.codes import member_named, warehouse_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY, day_of, drafts_of, line_objects
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.returned import Originals, original_of, returned_lines_of
from jxc_desktop.pos.drafts import TenderDraft, TicketDraft, ToldReduction, Wish
from jxc_desktop.pos.models import PosSale, PosSaleLine
from jxc_desktop.pos.services import post_ticket, reverse_ticket
from jxc_desktop.pos.shifts import ShiftFacts, api_shift, open_shift_at
from jxc_desktop.pricing.promotions.queries import promotion_named
from jxc_desktop.shop.keys import Key, Posted

TENDER = ("method", "amount")
PROMOTED = ("line", "promotion", "amount")
SOLD = Originals(PosSale.kind, PosSaleLine)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket and the shift that sells it."""

    draft: TicketDraft
    shift_id: int


def shift_for(session: Session, fields: Fields) -> ShiftFacts:
    """The open shift of the named till, or the shift of the day at the till of the machine interface."""
    till = fields.text("till")
    if not till:
        return api_shift(session, day_of(session, fields))
    shift = open_shift_at(session, till)
    if shift is None:
        problem = Refused(translate("intake", "收银台 {till} 没有开班").format(till=till))
        raise fields.wrong(problem, "till")
    if fields.day("day") not in {None, shift.day}:
        problem = Refused(
            translate("intake", "收银台 {till} 这一班的业务日期是 {day}").format(
                till=till, day=shift.day
            )
        )
        raise fields.wrong(problem, "day")
    return shift


def require_till_terms(session: Session, fields: Fields, shift: ShiftFacts) -> None:
    """Refuse a ticket that wants another warehouse than its till's, or prices without tax."""
    if fields.text("warehouse") and warehouse_named(session, fields) != shift.warehouse_id:
        problem = InvalidInput(
            translate("intake", "收银台 {till} 卖的是另一个仓库的货").format(till=shift.till)
        )
        raise fields.wrong(problem, "warehouse")
    if fields.flag("price_includes_tax") is False:
        problem = InvalidInput(translate("intake", "零售价都是含税价"))
        raise fields.wrong(problem, "price_includes_tax")


def tenders_of(fields: Fields) -> tuple[TenderDraft, ...]:
    """What was handed over, by way to pay."""
    return tuple(
        TenderDraft(each.needed("method"), each.given("amount", each.money("amount")))
        for each in (payment.only(TENDER) for payment in fields.objects("payments"))
    )


def _wish(session: Session, fields: Fields) -> Wish | None:
    """Whether promotions take part: when asked for, with a coupon, or as they were told before."""
    coupons = fields.texts("coupons")
    told = tuple(_told(session, each.only(PROMOTED)) for each in fields.objects("promoted"))
    if not (coupons or told or fields.flag("promotions")):
        return None
    return Wish(coupons=coupons, told=told)


def _told(session: Session, fields: Fields) -> ToldReduction:
    line = fields.given("line", fields.integer("line"))
    try:
        promotion = promotion_named(session, fields.needed("promotion"))
    except NotFound as error:
        raise fields.wrong(error, "promotion") from None
    return ToldReduction(line - 1, promotion.id, fields.given("amount", fields.money("amount")))


def _ticket(session: Session, fields: Fields) -> Ticket:
    shift = shift_for(session, fields)
    require_till_terms(session, fields, shift)
    lines = line_objects(fields)
    new = [line for line in lines if not _comes_back(line)]
    draft = TicketDraft(
        lines=drafts_of(session, new),
        tenders=tenders_of(fields),
        order_discount=fields.money("order_discount") or 0,
        rounding_off=fields.money("rounding_off") or 0,
        remark=fields.text("remark"),
        member_id=member_named(session, fields) if fields.text("member") else None,
        points_used=fields.integer("points") or 0,
        wish=_wish(session, fields),
    )
    if len(new) < len(lines) or fields.text("from"):
        back = [line for line in lines if _comes_back(line)]
        draft = replace(draft, **_exchanged(session, fields, back))
    return Ticket(draft, shift.id)


def _comes_back(line: Fields) -> bool:
    return (line.quantity("quantity") or 0) < 0


def _exchanged(session: Session, fields: Fields, back: list[Fields]) -> dict[str, Any]:
    """The part of an exchange that comes back."""
    if not back:
        problem = InvalidInput(translate("intake", "换货要有退回的行，数量写成负数"))
        raise fields.wrong(problem, "lines")
    original = original_of(session, fields, SOLD)
    return {
        "original": fields.text("from"),
        "back": returned_lines_of(session, back, original, sign=-1),
    }


def _post(session: Session, ticket: Ticket, /, *, key: Key) -> Posted:
    return post_ticket(session, ticket.draft, ticket.shift_id, key=key)


INTAKE = Intake(
    "pos_sale",
    (
        *EVERY, "till", "warehouse", "price_includes_tax", "member", "points", "order_discount", "rounding_off",
        "promotions", "coupons", "promoted", "from", "lines", "payments",
    ),
    _ticket,
    _post,
    reverse_ticket,
)  # fmt: skip
