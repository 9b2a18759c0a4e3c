"""The member on the ticket being rung up: found, called, and the goods at the price of their level."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.queries import MemberHit, find_members, level_of, member_by_code
from jxc_desktop.partners.queries import masked
from jxc_desktop.shop.actor import needs

CHOICES = 8


@dataclass(frozen=True, slots=True)
class Guest:
    """A member as the till shows them: the phone always masked, money in fen, `discount` 1e-4 off."""

    id: int
    card_no: str
    name: str
    phone: str
    level: str
    price_level: str
    discount: int
    points: int
    principal: int
    bonus: int
    level_id: int = 0

    @property
    def value(self) -> int:
        """Fen that can be spent."""
        return self.principal + self.bonus


_GUEST = Statement(
    "SELECT m.id, m.card_no, m.name, coalesce(m.phone, ''), m.level_id, m.disabled, b.points, b.principal, "
    "b.bonus FROM member m JOIN member_balance b ON b.member_id = m.id WHERE m.id = :id"
)


@needs("member.view")
def guest_of(session: Session, member_id: int) -> Guest:
    """The member with this id; raises for one that is gone or out of use."""
    row = _GUEST.first(session, id=member_id)
    if row is None:
        raise NotFound(translate("pos", "会员不存在了。重新找"))
    own_id, card_no, name, phone, level_id, disabled, points, principal, bonus = row
    if disabled:
        raise Refused(translate("pos", "会员卡 {card} 已停用。到会员里启用").format(card=card_no))
    level = level_of(session, level_id)
    return Guest(
        own_id, card_no, name, masked(phone), built_in_name(level.name), level.price_level,
        level.discount, points, principal, bonus, level_id,
    )  # fmt: skip


def guest_still_there(session: Session, member_id: int) -> Guest | None:
    """The member of a ticket that lay for a while; None when they are gone or out of use."""
    try:
        return guest_of(session, member_id)
    except (NotFound, Refused):
        return None


@needs("member.view")
def look_for_guest(session: Session, text: str) -> tuple[MemberHit, ...]:
    """Who a card, a phone or a name means: one, several to choose from, or nobody."""
    exact = member_by_code(session, text)
    return (exact,) if exact is not None else find_members(session, text, CHOICES)


def at_level(session: Session, goods: Sequence[ProductAtTill], level: str) -> list[ProductAtTill]:
    """Goods, in their order, at the price of a level ("" is retail), each in the unit it was scanned in."""
    facts = product_facts(session, (each.id for each in goods), level=level)
    return [_priced(each, facts[each.id], level) for each in goods]


def _priced(product: ProductAtTill, facts: ProductFacts, level: str) -> ProductAtTill:
    """At the level's price; what a scale's label asks holds where the level asks no more and no less than retail."""
    price = facts.price_of(level, product.unit)
    if product.weight and price == facts.retail_of(product.unit):
        return product
    return replace(product, price=price)
