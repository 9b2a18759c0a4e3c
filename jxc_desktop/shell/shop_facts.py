"""What the bars say of the shop: its name, its kind, the month that is open."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.periods import is_closed, month_of
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.queries import own_name
from jxc_desktop.shop.roles import role_words
from jxc_desktop.shop.setting_words import choice_words
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The shop and whoever is at work in the words of the bars."""

    name: str
    kind: str
    person: str
    period: str
    open_period: bool


def shop_facts(session: Session) -> ShopFacts:
    """What the bars say now."""
    settings = settings_of(session)
    taxpayer = choice_words()["taxpayer"][settings.taxpayer]
    month = month_of(clock_of(session).today())
    is_open = not is_closed(session, month)
    state = translate("shell", "开启") if is_open else translate("shell", "已结账")
    return ShopFacts(
        name=settings.name,
        kind=translate("shell", "小企业会计准则 · {taxpayer}").format(taxpayer=taxpayer),
        person=built_in_name(own_name(session)),
        period=translate("shell", "期间 {month} {state}").format(month=month, state=state),
        open_period=is_open,
    )


def roles_in_words(actor: Actor) -> str:
    """The roles of somebody at work, as people call them."""
    words = role_words()
    return " · ".join(words[role] for role in words if role in actor.roles)
