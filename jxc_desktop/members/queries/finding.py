"""Finding members by card or phone, and while somebody types: bounded questions, best guesses first."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, plain, words_of
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.core.texts import typed_code
from jxc_desktop.partners.queries import masked
from jxc_desktop.shop.actor import may, needs

LAST = "\U0010ffff"
"""Sorts after every letter: the end of all that begins alike."""
CANDIDATES = 64
TAIL = 4
"""Digits from which the end of a phone number finds its members."""


@dataclass(frozen=True, slots=True)
class MemberHit:
    """A member as a popup shows them; `code` is the card's number, `phone` masked for who may not see it."""

    id: int
    code: str
    name: str
    phone: str
    disabled: bool


_OWN = "SELECT m.id, m.card_no, m.name, coalesce(m.phone, ''), m.disabled, m.pinyin FROM member m "
_EXACT = Statement(
    f"{_OWN}WHERE m.card_no = :card OR m.phone = :phone ORDER BY m.card_no <> :card LIMIT 1"
)


def _ranged(column: str) -> Statement:
    return Statement(
        f"{_OWN}WHERE m.{column} >= :low AND m.{column} < :high AND m.disabled = 0 "
        f"ORDER BY m.{column} LIMIT :limit"
    )


_FROM = {name: _ranged(name) for name in ("card_no", "phone", "phone_end", "pinyin", "name")}
_BY_WORDS = Statement(
    "SELECT m.id, m.card_no, m.name, coalesce(m.phone, ''), m.disabled, m.pinyin FROM member_search s "
    "JOIN member m ON m.id = s.rowid WHERE s.member_search MATCH :match AND m.disabled = 0 LIMIT :limit",
    postgresql=f"{_OWN}WHERE m.disabled = 0 AND "
    "array_to_tsvector(array_remove(string_to_array(m.search_text, ' '), '')) "
    "@@ CAST(:match AS tsquery) LIMIT :limit",
)


@needs("member.view")
def member_by_code(session: Session, text: str) -> MemberHit | None:
    """The member whose card number or whole phone number `text` is, in use or not; None for nobody."""
    typed = typed_code(text).replace(" ", "")
    row = _EXACT.first(session, card=typed, phone=typed) if typed else None
    return None if row is None else _hit(row, seen=may(session, "field.customer_contact"))


@needs("member.view")
def find_members(session: Session, text: str, limit: int = 8) -> tuple[MemberHit, ...]:
    """At most `limit` members in use whose card, phone, phone's end, pinyin or name bears `text`.

    A phone is found by a part of it even for who sees it masked: the caller says the number, the till finds them.
    """
    found: dict[int, MemberHit] = {}
    words = words_of(text)
    if not words:
        return ()
    seen = may(session, "field.customer_contact")
    for row in _candidates(session, text, words, limit):
        found.setdefault(row[0], _hit(row, seen=seen))
        if len(found) == limit:
            break
    return tuple(found.values())


def _candidates(session: Session, text: str, words: tuple[str, ...], limit: int) -> Iterator[Row]:
    typed = typed_code(text).replace(" ", "")
    if len(words) == 1:
        yield from _from(session, "card_no", typed, limit)
        if typed.isdecimal() and len(typed) >= TAIL:
            yield from _from(session, "phone", typed, limit)
            yield from _from(session, "phone_end", typed[::-1], limit)
        yield from _from(session, "pinyin", words[0], limit)
        yield from _from(session, "name", typed, limit)
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    match = (match_on_sqlite if on_sqlite else match_on_postgresql)(words)
    for row in _BY_WORDS.all(session, match=match, limit=CANDIDATES):
        texts = (plain(row[2]), row[5])
        if all(any(word in text for text in texts) for word in words):
            yield row


def _from(session: Session, column: str, beginning: str, limit: int) -> list[Row]:
    return _FROM[column].all(session, low=beginning, high=beginning + LAST, limit=limit)


def _hit(row: Row, *, seen: bool) -> MemberHit:
    phone = row[3] if seen else masked(row[3])
    return MemberHit(row[0], row[1], row[2], phone, bool(row[4]))
