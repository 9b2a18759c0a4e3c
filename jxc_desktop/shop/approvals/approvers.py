"""Who may say yes to what: the person themselves, whoever they stand in for, and the owner to everything."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import listed
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.roles import OWNER, role_words


@dataclass(frozen=True, slots=True)
class Need:
    """One yes that a paper waits or waited for; `user` is the login name where one person was named."""

    number: int
    step: int
    condition: str
    value: int
    role: str
    user_id: int | None
    user: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """A person whose yes counts now: whoever is at work, or somebody they stand in for (`for_user_id`)."""

    user_id: int
    roles: frozenset[str]
    for_user_id: int | None = None

    def covers(self, need: Need) -> bool:
        """Whether this yes is one that `need` waits for."""
        return OWNER in self.roles or need.role in self.roles or need.user_id == self.user_id


_DELEGATED = Statement(
    "SELECT DISTINCT d.from_user_id, r.role FROM delegation d JOIN shop_user u ON u.id = d.from_user_id "
    "LEFT JOIN user_role r ON r.user_id = d.from_user_id "
    "WHERE d.to_user_id = :user AND d.first_day <= :today AND d.last_day >= :today AND u.disabled = 0 "
    "ORDER BY d.from_user_id"
)
_NEEDS_SQL = (
    "SELECT n.pending_id, n.need_no, n.step, n.condition, n.value, n.role, n.user_id, coalesce(u.name, ''), "
    "CASE WHEN s.id IS NULL THEN 0 ELSE 1 END FROM pending_need n "
    "LEFT JOIN shop_user u ON u.id = n.user_id "
    "LEFT JOIN approval_step s ON s.pending_id = n.pending_id AND s.need_no = n.need_no "
    "WHERE n.pending_id {papers} ORDER BY n.step, n.need_no"
)
_NEEDS = Statement(
    _NEEDS_SQL.format(papers=f"IN {among('papers')}"),
    postgresql=_NEEDS_SQL.format(papers="= ANY(:papers)"),
)


def voices(session: Session) -> tuple[Voice, ...]:
    """Everybody that whoever is at work speaks for today, themselves first."""
    actor = actor_of(session)
    rows = _DELEGATED.all(session, user=actor.user_id, today=clock_of(session).today())
    others: dict[int, set[str]] = {}
    for user_id, role in rows:
        others.setdefault(user_id, set()).add(role)
    return (
        Voice(actor.user_id, actor.roles),
        *(Voice(user, frozenset(roles), user) for user, roles in others.items()),
    )


def apart_from(speaking: Iterable[Voice], maker: int) -> tuple[Voice, ...]:
    """The voices that are not the maker's, be it themselves or somebody who stands in for them."""
    return tuple(voice for voice in speaking if voice.user_id != maker)


def needs_of(session: Session, pending_id: int) -> list[Need]:
    """Every yes a paper waits or waited for, in order."""
    return needs_of_many(session, [pending_id]).get(pending_id, [])


def needs_of_many(session: Session, papers: Iterable[int]) -> dict[int, list[Need]]:
    """The same of many papers at once, by paper."""
    found: dict[int, list[Need]] = {}
    for paper, number, step, condition, value, role, user_id, user, done in _NEEDS.all(
        session, papers=sorted(papers)
    ):
        need = Need(number, step, condition, value, role, user_id, user, done=bool(done))
        found.setdefault(paper, []).append(need)
    return found


def waited_for(needs: Iterable[Need]) -> list[Need]:
    """The needs of the step that a paper stands at now; none when every yes was said."""
    open_needs = [need for need in needs if not need.done]
    first = min((need.step for need in open_needs), default=0)
    return [need for need in open_needs if need.step == first]


def covered(needs: Iterable[Need], speaking: Iterable[Voice]) -> list[tuple[Need, Voice]]:
    """What these voices can say yes to now, step after step until somebody else's turn comes."""
    said: list[tuple[Need, Voice]] = []
    left = [need for need in needs if not need.done]
    while step := waited_for(left):
        here = [(need, voice) for need in step if (voice := _voice_for(need, speaking))]
        said += here
        if len(here) < len(step):
            break
        left = [need for need in left if need not in step]
    return said


def _voice_for(need: Need, speaking: Iterable[Voice]) -> Voice | None:
    return next((voice for voice in speaking if voice.covers(need)), None)


def approver_words(needs: Iterable[Need]) -> str:
    """Whom these needs wait for, as people say it: 店长、老王."""
    known = role_words()
    return listed(dict.fromkeys(need.user or known.get(need.role, need.role) for need in needs))
