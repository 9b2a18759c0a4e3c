"""What a basket would cost and why, before anybody buys it: with a promotion as it is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up, line_amount, net_of
from jxc_desktop.pricing.promotions.drafts import PromotionDraft
from jxc_desktop.pricing.promotions.guard import unit_costs
from jxc_desktop.pricing.promotions.offer import Basket, BasketLine, Moment, Offer
from jxc_desktop.pricing.promotions.queries import moment_now, offer_of, offers_on
from jxc_desktop.pricing.promotions.reckoning import reckon
from jxc_desktop.pricing.promotions.rules import tidied
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.settings import settings_of

NEW = -1
"""Stands for the promotion that has no id yet."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """So much of a product, 1e-4 base units."""

    product_id: int
    count: int


@dataclass(frozen=True, slots=True)
class TriedLine:
    """A line of the basket in fen: `full` without promotions, `off` what they take; `profit` None for who may not."""

    product: str
    count: int
    full: int
    off: int
    reasons: tuple[tuple[str, int], ...]
    profit: int | None

    @property
    def paid(self) -> int:
        """Fen to pay."""
        return self.full - self.off


@dataclass(frozen=True, slots=True)
class Tried:
    """A basket that was tried out, and which promotions took off how much."""

    lines: tuple[TriedLine, ...]
    taken: tuple[tuple[str, int], ...]

    @property
    def full(self) -> int:
        """Fen without promotions."""
        return sum(line.full for line in self.lines)

    @property
    def paid(self) -> int:
        """Fen to pay."""
        return sum(line.paid for line in self.lines)

    @property
    def profit(self) -> int | None:
        """Fen earned without tax; None for who may not see it."""
        known = [line.profit for line in self.lines if line.profit is not None]
        return sum(known) if len(known) == len(self.lines) and known else None


@needs("promotion.view")
def try_basket(
    session: Session,
    wanted: Sequence[Wanted],
    *,
    draft: PromotionDraft | None = None,
    moment: Moment | None = None,
    level: int | None = None,
    called: frozenset[int] = frozenset(),
) -> Tried:
    """What goods at retail prices come to; `draft` is in force as typed, in place of its own kept self."""
    if not wanted:
        raise InvalidInput(translate("promotions", "还没有商品。写上要试的商品"), field="goods")
    when = moment or moment_now(session)
    offers = list(offers_on(session, when.day))
    if draft is not None:
        offers, called = _with(session, offers, draft, called)
    facts = product_facts(session, (each.product_id for each in wanted))
    lines = tuple(
        BasketLine(
            each.product_id,
            each.count,
            line_amount(each.count, facts[each.product_id].retail_price or 0),
        )
        for each in wanted
    )
    outcome = reckon(offers, Basket(lines, when, level, called))
    costs = (
        unit_costs(session, {e.product_id for e in wanted})
        if may(session, "field.cost_price")
        else {}
    )
    rate = settings_of(session).default_tax_rate
    tried = []
    for place, line in enumerate(lines):
        product, off = facts[line.product_id], outcome.off(place)
        own_rate = rate if product.tax_rate is None else product.tax_rate
        cost, profit = costs.get(line.product_id), None
        if cost is not None:
            profit = net_of(line.amount - off, own_rate) - div_half_up(cost * line.count, 10**8)
        reasons = tuple(outcome.reasons(place))
        tried.append(TriedLine(product.name, line.count, line.amount, off, reasons, profit))
    return Tried(tuple(tried), tuple((each.name, each.total) for each in outcome.taken))


def _with(
    session: Session, offers: list[Offer], draft: PromotionDraft, called: frozenset[int]
) -> tuple[list[Offer], frozenset[int]]:
    """The offers with the one that is being typed; its own coupon is taken as given."""
    clean = tidied(draft, clock_of(session).today())
    own_id = NEW if clean.id is None else clean.id
    typed = replace(offer_of(session, clean), id=own_id)
    others = [offer for offer in offers if offer.id != own_id]
    return [*others, typed], called | {own_id}
