"""Members from a foreign list. Only the name is a must.

Members the shop has already, known by card or else by phone, are left as they are.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.fields import member_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.queries import levels_by_id
from jxc_desktop.members.rules import tidied
from jxc_desktop.members.services import write_members

_AS_THEY_ARE = ("card_no", "name", "phone", "birthday", "remark")
_NOT_KEPT = ("gender", "points", "stored_value", "gift_value")
_COLUMNS = ("card_no", "phone", "name")


def _known_by(column: str) -> Statement:
    sql = f"SELECT id, {', '.join(_COLUMNS)} FROM member WHERE {column} "
    return Statement(f"{sql}IN {among('wanted')}", postgresql=f"{sql}= ANY(:wanted)")


_KNOWN = {column: _known_by(column) for column in ("card_no", "phone")}


def members() -> Source:
    """The import of members."""
    return Source(
        "members",
        translate("imports", "会员"),
        member_fields(),
        keys=("card_no",),
        natural=("phone",),
        lookup=_look_up,
        verify=_verify,
        write=_write,
    )


def _look_up(session: Session, fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    [field] = fields
    place = 1 + _COLUMNS.index(field)
    rows = _KNOWN[field].all(session, wanted=[value for [value] in wanted if value])
    return {(row[place],): Known(row[0], dict(zip(_COLUMNS, row[1:], strict=True))) for row in rows}


def _levels(session: Session) -> dict[str, int]:
    """Levels by every name they go by."""
    found = {}
    for level in levels_by_id(session).values():
        found[level.name] = found[built_in_name(level.name)] = level.id
    return found


def _draft(values: Values, levels: Mapping[str, int]) -> MemberDraft:
    plain: dict[str, Any] = {
        name: values[name] for name in _AS_THEY_ARE if values.get(name) is not None
    }
    return MemberDraft(**plain, level_id=levels.get(str(values.get("level") or "")))


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    levels, today = _levels(session), clock_of(session).today()
    for row in rows:
        level = str(row.values.get("level") or "")
        if level and level not in levels:
            text = translate("imports", "没有会员级别“{level}”。先建级别，可以用 {known}")
            yield row, Flaw("level", text.format(level=level, known=listed(levels)))
            continue
        try:
            tidied(_draft(row.values, levels), today)
        except InvalidInput as error:
            yield row, Flaw(error.field or "name", error.message)
    yield from _taken_phones(session, rows)
    yield from _unused(rows)


def _taken_phones(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    """A phone is one member's, in the shop and in the file."""
    phones = Counter(str(row.values["phone"]) for row in rows if row.values.get("phone"))
    owners = {each[2]: each[0] for each in _KNOWN["phone"].all(session, wanted=sorted(phones))}
    for row in rows:
        phone = str(row.values.get("phone") or "")
        known = row.known.id if row.known else None
        if phone and (phones[phone] > 1 or owners.get(phone, known) != known):
            text = translate("imports", "手机 {phone} 已是别的会员的。一个号码一个会员")
            yield row, Flaw("phone", text.format(phone=phone))


def _unused(rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    """One notice for each filled column that is left out, at its first filled row."""
    for field in _NOT_KEPT:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            text = translate("imports", "这一列没有导入。积分用积分变动单补记，储值余额还不能导入")
            yield first, Flaw(field, text, notice=True)


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    levels = _levels(session)
    write_members(session, [_draft(row.values, levels) for row in rows])
