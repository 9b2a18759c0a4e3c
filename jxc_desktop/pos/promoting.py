"""What promotions take off a ticket when it is posted, and the coupons that are used up with it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.ledger.papers import Undone
from jxc_desktop.members.cards import HeldCard, card_back
from jxc_desktop.pos.drafts import TicketDraft, Wish
from jxc_desktop.pricing.promotions.coupons import CouponView, give_back, hold_coupons
from jxc_desktop.pricing.promotions.offer import NOTHING, Basket, BasketLine, Outcome, Taken
from jxc_desktop.pricing.promotions.queries import moment_now, offers_on, promotion_of
from jxc_desktop.pricing.promotions.reckoning import reckon
from jxc_desktop.shop.actor import may
from jxc_desktop.stock.priced import LineDraft, PricedLine


@dataclass(frozen=True, slots=True)
class Promoted:
    """What a ticket gets, and the coupons that were of use; nothing for a ticket that asks for none."""

    outcome: Outcome = NOTHING
    coupons: tuple[CouponView, ...] = ()

    def onto(self, drafts: Sequence[LineDraft]) -> Sequence[LineDraft]:
        """The lines with what comes off each."""
        if not self.outcome.taken:
            return drafts
        return [replace(x, promoted=self.outcome.off(place)) for place, x in enumerate(drafts)]

    def rows(self, document_id: int) -> Iterator[dict[str, Any]]:
        """The rows that keep it with the ticket."""
        for taken in self.outcome.taken:
            for number, amount in enumerate(taken.shares, 1):
                if amount:
                    yield {
                        "document_id": document_id,
                        "line_no": number,
                        "promotion_id": taken.promotion_id,
                        "name": taken.name,
                        "amount": amount,
                    }


PLAIN = Promoted()


def coupons_for(session: Session, draft: TicketDraft) -> tuple[CouponView, ...]:
    """The ticket's coupons, held; () without any, which asks nothing."""
    wish = draft.wish
    if wish is None or not wish.coupons:
        return ()
    # What is told again was good when it was told.
    day = None if wish.told else (wish.moment or moment_now(session)).day
    return hold_coupons(session, wish.coupons, day)


def promoted(
    session: Session,
    wish: Wish,
    lines: Sequence[PricedLine],
    own: Callable[[PricedLine], bool],
    *,
    day: date,
    card: HeldCard | None,
    coupons: tuple[CouponView, ...],
) -> Promoted:
    """What the wish comes to for priced lines; `own` says whether nobody typed a line's price or discount."""
    if wish.told:
        return Promoted(_as_told(session, wish, lines), coupons)
    hand = wish.by_hand
    basket = Basket(
        tuple(
            BasketLine(
                x.product.id,
                x.base_quantity,
                line_amount(x.quantity, x.price, x.discount),
                by_hand=not own(x) if hand is None else place in hand,
            )
            for place, x in enumerate(lines)
        ),
        wish.moment or moment_now(session, day),
        None if card is None else card.level.id,
        frozenset(coupon.promotion_id for coupon in coupons),
    )
    outcome = reckon(offers_on(session, basket.moment.day), basket)
    if wish.off is not None and wish.off != outcome.total:
        raise Refused(
            translate("pos", "促销刚改过，应收变了。按 Esc 回到小票，再结算一次"),
            field="promotions",
        )
    used = {taken.promotion_id for taken in outcome.taken}
    return Promoted(outcome, _one_each(coupons, used))


def _one_each(coupons: Sequence[CouponView], used: set[int]) -> tuple[CouponView, ...]:
    """Of several coupons for one promotion the first is used up, and none that was of no use."""
    found: dict[int, CouponView] = {}
    for coupon in coupons:
        if coupon.promotion_id in used:
            found.setdefault(coupon.promotion_id, coupon)
    return tuple(found.values())


def _as_told(session: Session, wish: Wish, lines: Sequence[PricedLine]) -> Outcome:
    """Reductions that were reckoned before; they are as good as a typed discount and need its right."""
    if not may(session, "pos.discount"):
        raise Forbidden(translate("pos", "打折要店长授权。请店长来，或用原价"))
    by_promotion: dict[int, list[int]] = {}
    for told in wish.told:
        shares = by_promotion.setdefault(told.promotion_id, [0] * len(lines))
        if not 0 <= told.place < len(lines) or told.amount <= 0:
            raise InvalidInput(translate("pos", "促销优惠的行号或金额不对"), field="promoted")
        shares[told.place] += told.amount
    for place, line in enumerate(lines):
        full = line_amount(line.quantity, line.price, line.discount)
        if sum(shares[place] for shares in by_promotion.values()) > full:
            raise InvalidInput(
                translate("pos", "第 {line} 行的促销优惠比它的金额还多").format(line=place + 1),
                field="promoted",
            )
    return Outcome(
        tuple(
            Taken(own_id, promotion_of(session, own_id).draft.name, tuple(shares))
            for own_id, shares in by_promotion.items()
        )
    )


def all_back(
    session: Session, number: str, *, card: bool, coupons: bool
) -> Callable[[Session, str], Undone] | None:
    """How a ticket gives back what it did to a card and to coupons; the coupons are held from now on."""
    if not coupons:
        return card_back if card else None
    free = give_back(session, number)

    def undo(within: Session, original: str) -> Undone:
        first = card_back(within, original) if card else Undone()

        def write(red: str, day: date) -> None:
            first.record(red, day)
            free(red)

        return Undone(first.legs, write)

    return undo
