"""What a member's card holds, and how it came to that."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs

MOST = 200
"""The moves of a card that are shown; the report 积分储值流水 has them all."""
_ACCOUNT = Statement(
    "SELECT m.id, m.name, m.card_no, coalesce(b.points, 0), coalesce(b.principal, 0), coalesce(b.bonus, 0) "
    "FROM member m LEFT JOIN member_balance b ON b.member_id = m.id WHERE m.id = :id"
)
_MOVES = Statement(
    "SELECT id, day, kind, source, points, principal, bonus FROM card_move WHERE member_id = :id "
    "ORDER BY id DESC LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class CardMoveView:
    """One change of what a card holds; fen."""

    id: int
    day: date
    kind: str
    source: str
    points: int
    principal: int
    bonus: int


@dataclass(frozen=True, slots=True)
class CardAccount:
    """What a card holds now, fen paid and given, and its last changes, the newest first."""

    member_id: int
    name: str
    card_no: str
    points: int
    principal: int
    bonus: int
    moves: tuple[CardMoveView, ...]


@needs("member.view")
def card_account(session: Session, member_id: int) -> CardAccount:
    """The card of a member, one out of use too; raises `NotFound`."""
    row = _ACCOUNT.first(session, id=member_id)
    if row is None:
        raise NotFound(translate("members", "会员不存在了。刷新后再看"))
    moves = tuple(
        CardMoveView(move[0], date.fromisoformat(move[1]), *move[2:])
        for move in _MOVES.all(session, id=member_id, most=MOST)
    )
    own_id, name, card_no, points, principal, bonus = row
    return CardAccount(own_id, name, card_no, points, principal, bonus, moves)


def move_words() -> dict[str, str]:
    """Why what a card holds changed, as people say it."""
    return {
        "earned": translate("members", "获得积分"),
        "redeemed": translate("members", "积分抵钱"),
        "adjusted": translate("members", "调整积分"),
        "expired": translate("members", "积分过期"),
        "topped_up": translate("members", "充值"),
        "spent": translate("members", "储值消费"),
        "refunded": translate("members", "储值退款"),
    }
