"""The list of members, a page at a time, filtered and sorted in SQL."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select, text, tuple_
from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, words_of
from jxc_desktop.core.texts import typed_code
from jxc_desktop.members.models import Member
from jxc_desktop.members.queries.finding import LAST, TAIL
from jxc_desktop.members.queries.levels import levels_by_id
from jxc_desktop.partners.queries import masked
from jxc_desktop.shop.actor import may, needs

PAGE = 200


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which members; all conditions hold together."""

    text: str = ""
    level_id: int | None = None
    disabled: bool | None = False


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the list; phone and birthday are hidden from who may not see them.

    `place` is where the row stands in the order that was asked.
    """

    id: int
    card_no: str
    name: str
    phone: str
    birthday: date | None
    level: str
    joined: date
    disabled: bool
    place: Any


_ORDERS: dict[str, ColumnElement[Any]] = {
    "name": Member.pinyin.expression,
    "level": Member.level_id.expression,
    "joined": Member.joined.expression,
}
"""What the list can be sorted by besides the card; names by their pinyin, nothing by what may be masked."""


@needs("member.view")
def list_members(
    session: Session,
    wanted: MemberFilter,
    *,
    sort: str = "card_no",
    descending: bool = False,
    after: MemberRow | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[MemberRow, ...]:
    """A page of members: behind the row `after` of the page before, else from `offset`."""
    order = _ORDERS.get(sort, Member.card_no.expression)
    query = select(Member, order.label("place")).where(*_conditions(session, wanted))
    if after is not None:
        here, last = tuple_(order, Member.id), (after.place, after.id)
        query = query.where(here < last if descending else here > last)
    else:
        query = query.offset(offset)
    ends = (order.desc(), Member.id.desc()) if descending else (order, Member.id)
    seen = may(session, "field.customer_contact")
    names = {x.id: built_in_name(x.name) for x in levels_by_id(session).values()}
    rows = session.execute(query.order_by(*ends).limit(limit))
    return tuple(_row(member, place, names, seen=seen) for member, place in rows)


@needs("member.view")
def count_members(session: Session, wanted: MemberFilter) -> int:
    """How many members the filter lets through."""
    query = select(func.count()).select_from(Member).where(*_conditions(session, wanted))
    return int(session.execute(query).scalar_one())


def _conditions(session: Session, wanted: MemberFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.disabled is not None:
        found.append(Member.disabled == wanted.disabled)
    if wanted.level_id is not None:
        found.append(Member.level_id == wanted.level_id)
    if wanted.text.strip():
        found.append(_bearing(session, wanted.text))
    return found


def _bearing(session: Session, typed: str) -> ColumnElement[bool]:
    words = words_of(typed)
    if not words:
        return false()
    ways: list[ColumnElement[bool]] = [_holding(session, words)]
    if len(words) == 1:
        code = typed_code(typed).replace(" ", "")
        ways.append(_begins(Member.card_no, code))
        if code.isdecimal() and len(code) >= TAIL:
            ways += [_begins(Member.phone, code), _begins(Member.phone_end, code[::-1])]
    return or_(*ways)


def _begins(column: Any, beginning: str) -> ColumnElement[bool]:
    return and_(column >= beginning, column < beginning + LAST)


def _holding(session: Session, words: tuple[str, ...]) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "sqlite":
        matching = text("SELECT rowid FROM member_search WHERE member_search MATCH :match")
        expression = match_on_sqlite(words)
    else:
        matching = text(
            "SELECT id FROM member WHERE "
            "array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) "
            "@@ CAST(:match AS tsquery)"
        )
        expression = match_on_postgresql(words)
    return Member.id.in_(matching.bindparams(match=expression).columns(Member.id))


def _row(member: Member, place: Any, levels: dict[int, str], *, seen: bool) -> MemberRow:
    phone = member.phone or ""
    return MemberRow(
        id=member.id,
        card_no=member.card_no,
        name=member.name,
        phone=phone if seen else masked(phone),
        birthday=member.birthday if seen else None,
        level=levels[member.level_id],
        joined=member.joined,
        disabled=member.disabled,
        place=place,
    )
