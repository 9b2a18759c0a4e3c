"""What a member's card does to a ticket, and what of it goes back with the goods (domain.md §2.7).

Points and the given part of stored value come off the lines as discounts; only paid money is revenue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.methods import STORED_VALUE, MethodFacts
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.cards import Change, HeldCard, hold_card, require_points, require_value
from jxc_desktop.members.models import CardMoveKind
from jxc_desktop.members.worth import points_for, share_back, split, worth_of
from jxc_desktop.pos.drafts import Settled, TicketDraft
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class CardPart:
    """The member's part in a ticket: what went off the card and onto it; money in fen. Nothing for anybody else."""

    member_id: int | None = None
    points_used: int = 0
    points_off: int = 0
    points_earned: int = 0
    principal: int = 0
    bonus: int = 0

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of the ticket's header."""
        return {
            "member_id": self.member_id,
            "points_used": self.points_used,
            "points_off": self.points_off,
            "points_earned": self.points_earned,
            "bonus_off": self.bonus,
        }

    def changes(self, sign: int) -> tuple[Change, ...]:
        """What a sale (1) or a return (-1) does to the card."""
        return (
            Change(CardMoveKind.SPENT, principal=-sign * self.principal, bonus=-sign * self.bonus),
            Change(CardMoveKind.REDEEMED, points=-sign * self.points_used),
            Change(CardMoveKind.EARNED, points=sign * self.points_earned),
        )


NOBODY = CardPart()


def card_of(session: Session, draft: TicketDraft) -> HeldCard | None:
    """The card of the ticket's member, held; None for a ticket without one, which asks nothing."""
    if draft.member_id is not None:
        return hold_card(session, draft.member_id)
    if draft.points_used:
        raise InvalidInput(translate("pos", "用积分要先叫出会员"), field="member")
    return None


def points_part(session: Session, draft: TicketDraft, card: HeldCard | None) -> CardPart:
    """The member and the points that come off as money."""
    if card is None:
        return NOBODY
    if draft.points_used < 0:
        raise InvalidInput(translate("pos", "用的积分不能小于 0"), field="points")
    part = CardPart(card.member_id, draft.points_used)
    if not draft.points_used:
        return part
    price = settings_of(session).points_for_yuan
    if not price:
        raise Refused(translate("pos", "这家店不用积分抵钱。到设置里打开"), field="points")
    require_points(card, draft.points_used)
    off = worth_of(draft.points_used, price)
    if not off:
        raise InvalidInput(translate("pos", "积分太少，抵不了 1 分钱"), field="points")
    return replace(part, points_off=off)


def spend(
    settled: Sequence[Settled], card: HeldCard | None, part: CardPart
) -> tuple[list[Settled], CardPart]:
    """The tenders as kept, stored value with its paid part only, and the part with what is spent."""
    spent = sum(each.amount for each in settled if each.method.code == STORED_VALUE)
    if not spent:
        return list(settled), part
    if card is None:
        raise Refused(translate("pos", "用储值要先叫出会员"), field="member")
    require_value(card, spent)
    principal, bonus = split(spent, card.principal, card.bonus)
    kept = [each for each in settled if each.method.code != STORED_VALUE]
    if principal:
        method = next(each.method for each in settled if each.method.code == STORED_VALUE)
        kept.append(Settled(method, principal, principal))
    return kept, replace(part, principal=principal, bonus=bonus)


def earning(part: CardPart, card: HeldCard | None, paid: int) -> CardPart:
    """The part with the points for what was really paid, in fen."""
    return replace(part, points_earned=points_for(paid, card.level.points_rate)) if card else part


_SPENT = Statement(
    "SELECT coalesce(sum(amount), 0) FROM pos_sale_tender WHERE document_id = :id AND method = :method"
)
_WORTH = Statement(
    "SELECT coalesce(sum(gross + reduction), 0) FROM pos_sale_line WHERE document_id = :id AND from_line IS NULL"
)
_GONE = ("total", "points_used", "points_off", "points_earned", "bonus_off", "worth", "spent")
_BACK = Statement(
    f"SELECT {', '.join(f'coalesce(sum(d.{name}), 0)' for name in _GONE)} FROM (SELECT r.total, "
    "r.points_used, r.points_off, r.points_earned, r.bonus_off, "
    "(SELECT sum(l.gross + l.reduction) FROM pos_return_line l WHERE l.document_id = r.id) AS worth, "
    "(SELECT sum(t.amount) FROM pos_return_tender t WHERE t.document_id = r.id AND t.method = :method) AS spent "
    "FROM pos_return r WHERE r.original_id = :id AND r.state IN ('posted', 'reversed') "
    "UNION ALL SELECT s.back_total, s.back_points_used, s.back_points_off, s.back_points_earned, s.back_bonus, "
    "(SELECT -sum(l.gross + l.reduction) FROM pos_sale_line l WHERE l.document_id = s.id AND l.from_line IS NOT NULL), "
    "s.back_spent FROM pos_sale s WHERE s.original_id = :id AND s.state IN ('posted', 'reversed')) d"
)


def going_back(
    session: Session, original: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]
) -> CardPart:
    """What of the member's part goes back with these lines: in proportion, and exactly all of it with the last.

    Money paid from the card and points earned follow what is given back; points used and given money follow the worth
    of the goods before reductions, for a ticket may have been paid with them alone.
    """
    if original["member_id"] is None:
        return NOBODY
    lines, asked = list(rows), {"id": original["id"], "method": STORED_VALUE}
    paid, worth = sum(r["gross"] for r in lines), sum(r["gross"] + r["reduction"] for r in lines)
    gone = dict(zip(_GONE, map(int, _BACK.one(session, **asked)), strict=True))
    # Of an exchange only what was new can come back: its own part, not the one of the goods it took back.
    spent = int(_SPENT.one(session, **asked)[0]) + original["back_spent"]
    whole = {**original, "spent": spent, "total": original["total"] + original["back_total"]}
    whole_worth = int(_WORTH.one(session, id=original["id"])[0])

    def of_paid(name: str) -> int:
        return share_back(whole[name], gone[name], paid, gone["total"], whole["total"])

    def of_worth(name: str) -> int:
        return share_back(whole[name], gone[name], worth, gone["worth"], whole_worth)

    return CardPart(
        original["member_id"],
        points_used=of_worth("points_used"),
        points_off=of_worth("points_off"),
        points_earned=of_paid("points_earned"),
        principal=of_paid("spent"),
        bonus=of_worth("bonus_off"),
    )


def refunded(
    methods: Mapping[str, MethodFacts], code: str, total: int, part: CardPart
) -> list[Settled]:
    """How `total` fen go back: what came from the card onto it, the rest by the way `code`."""
    rest = total - part.principal
    ways = [(STORED_VALUE, part.principal), (code, rest)]
    for way, amount in ways:
        if amount and way not in methods:
            problem = translate("pos", "没有“{method}”这种付款方式").format(method=way)
            raise InvalidInput(problem, field="payments")
    if rest and code == STORED_VALUE:
        problem = translate("pos", "只有用储值付的才退回卡上。其余换一种退款方式")
        raise Refused(problem, field="payments")
    return [Settled(methods[way], amount, amount) for way, amount in ways if amount]
