"""What a card holds, and the one way it changes: held, looked at, moved with a document's number (decisions 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.papers import Undone
from jxc_desktop.members.models import CardMove, CardMoveKind
from jxc_desktop.members.queries.levels import LevelView, level_of


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A member as a posting sees them: what the card holds now, and what their level gives."""

    member_id: int
    card_no: str
    level: LevelView
    disabled: bool
    points: int
    principal: int
    bonus: int

    @property
    def value(self) -> int:
        """Fen that can be spent."""
        return self.principal + self.bonus


@dataclass(frozen=True, slots=True)
class Change:
    """What a document does to a card: points, and fen paid and given; negative goes off."""

    kind: CardMoveKind
    points: int = 0
    principal: int = 0
    bonus: int = 0


_CARD = (
    "SELECT m.id, m.card_no, m.level_id, m.disabled, b.points, b.principal, b.bonus "
    "FROM member m JOIN member_balance b ON b.member_id = m.id WHERE m.id = :id"
)
_HELD = Statement(_CARD, postgresql=f"{_CARD} FOR UPDATE OF b")
_MOVE = insert_into(
    CardMove, ("member_id", "day", "at", "kind", "source", "points", "principal", "bonus")
)
_KEEP = Statement(
    "UPDATE member_balance SET points = points + :points, principal = principal + :principal, "
    "bonus = bonus + :bonus WHERE member_id = :member_id",
    changes="member_balance",
)
_MOVED = Statement(
    "SELECT member_id, kind, points, principal, bonus FROM card_move WHERE source = :source ORDER BY id"
)


def hold_card(session: Session, member_id: int, *, even_disabled: bool = False) -> HeldCard:
    """The card, held until this transaction ends: nobody else spends from it meanwhile. Raises for one out of use."""
    row = _HELD.first(session, id=member_id)
    if row is None:
        raise NotFound(translate("members", "会员不存在了。刷新后再看"), field="member")
    own_id, card_no, level, disabled, points, principal, bonus = row
    if disabled and not even_disabled:
        problem = translate("members", "会员卡 {card} 已停用。到会员里启用").format(card=card_no)
        raise Refused(problem, field="member")
    return HeldCard(
        own_id, card_no, level_of(session, level), bool(disabled), points, principal, bonus
    )


def require_points(card: HeldCard, points: int, field: str = "points") -> None:
    """Refuse to take more points than there are; giving some is fine where some are owed."""
    if points > max(card.points, 0):
        problem = translate("members", "卡上只有 {left} 分").format(left=card.points)
        raise Refused(problem, field=field)


def require_value(card: HeldCard, amount: int, field: str = "payments") -> None:
    """Refuse to spend more than the card holds."""
    if amount > card.value:
        problem = translate("members", "卡上只有 {left}，不够 {amount}。少用一些，或先充值")
        told = problem.format(
            left=text_of(card.value, MONEY_PLACES), amount=text_of(amount, MONEY_PLACES)
        )
        raise Refused(told, field=field)


def move_card(
    session: Session, member_id: int, changes: Sequence[Change], source: str, day: date
) -> None:
    """Write what document `source` does to a held card."""
    real = [x for x in changes if x.points or x.principal or x.bonus]
    if not real:
        return
    at = clock_of(session).milliseconds()
    common = {"member_id": member_id, "day": day, "at": at, "source": source}
    sums = {name: [getattr(x, name) for x in real] for name in ("points", "principal", "bonus")}
    _MOVE.run_many(
        session,
        (
            {
                **common,
                "kind": x.kind,
                "points": x.points,
                "principal": x.principal,
                "bonus": x.bonus,
            }
            for x in real
        ),
    )
    _KEEP.run(session, member_id=member_id, **{name: sum(each) for name, each in sums.items()})


def changes_back(session: Session, source: str) -> list[tuple[int, Change]]:
    """What takes back all that document `source` did to cards, by member; the cards are held from here on.

    Money that was paid on and spent since cannot be taken back.
    """
    found = []
    for member_id, kind, points, principal, bonus in _MOVED.all(session, source=source):
        found.append((int(member_id), Change(CardMoveKind(kind), -points, -principal, -bonus)))
    for member_id in sorted({member for member, _change in found}):
        card = hold_card(session, member_id, even_disabled=True)
        own = [change for member, change in found if member == member_id]
        short = (
            card.principal + sum(x.principal for x in own) < 0
            or card.bonus + sum(x.bonus for x in own) < 0
        )
        if short:
            problem = translate(
                "members", "{number} 充的钱已经用了，红冲不了。退余下的用储值退款单"
            )
            raise Refused(problem.format(number=source), field="number")
    return found


def card_back(session: Session, number: str) -> Undone:
    """What document `number` did to cards, to be taken back under the red number."""
    back = changes_back(session, number)

    def write(red: str, day: date) -> None:
        for member_id in dict.fromkeys(member for member, _change in back):
            own = [change for member, change in back if member == member_id]
            move_card(session, member_id, own, red, day)

    return Undone((), write)
