"""Finding firms by code, and while somebody types: bounded questions, best guesses first."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, plain, words_of
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.core.texts import typed_code
from jxc_desktop.partners.drafts import Role
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.assigned import Assigned, hidden, require_seen

LAST = "\U0010ffff"
"""Sorts after every letter: the end of all that begins alike."""
CANDIDATES = 64


@dataclass(frozen=True, slots=True)
class PartnerHit:
    """A firm as a popup shows it, under its code in the role that was asked for."""

    id: int
    code: str
    name: str
    short_name: str
    disabled: bool


class _Questions:
    """The statements of one role."""

    def __init__(self, role: Role) -> None:
        code = f"p.{role}_code"
        hit = f"p.id, {code}, p.name, p.short_name, p.disabled, p.pinyin"
        own = f"SELECT {hit} FROM partner p WHERE {code}"
        self.by_code = Statement(f"{own} = :code")
        self.from_code = Statement(
            f"{own} >= :low AND {code} < :high AND p.disabled = 0 ORDER BY {code} LIMIT :limit"
        )
        self.from_name = Statement(
            f"{own} IS NOT NULL AND p.name >= :low AND p.name < :high AND p.disabled = 0 "
            "ORDER BY p.name LIMIT :limit"
        )
        self.from_pinyin = Statement(
            f"{own} IS NOT NULL AND p.pinyin >= :low AND p.pinyin < :high AND p.disabled = 0 "
            "ORDER BY p.pinyin LIMIT :limit"
        )
        self.by_words = Statement(
            f"SELECT {hit} FROM partner_search s JOIN partner p ON p.id = s.rowid "
            f"WHERE s.partner_search MATCH :match AND {code} IS NOT NULL AND p.disabled = 0 LIMIT :limit",
            postgresql=f"{own} IS NOT NULL AND p.disabled = 0 AND "
            "array_to_tsvector(array_remove(string_to_array(p.search_text, ' '), '')) "
            "@@ CAST(:match AS tsquery) LIMIT :limit",
        )


_QUESTIONS = {role: _Questions(role) for role in Role}


@needs("customer.view")
def customer_by_code(session: Session, code: str) -> PartnerHit:
    """The customer with this code; raises `NotFound`."""
    return _by_code(session, Role.CUSTOMER, code)


@needs("supplier.view")
def supplier_by_code(session: Session, code: str) -> PartnerHit:
    """The supplier with this code; raises `NotFound`."""
    return _by_code(session, Role.SUPPLIER, code)


@needs("customer.view")
def find_customers(session: Session, text: str, limit: int = 8) -> tuple[PartnerHit, ...]:
    """At most `limit` customers in use whose name, short name, pinyin or code bears `text`."""
    return _find(session, Role.CUSTOMER, text, limit)


@needs("supplier.view")
def find_suppliers(session: Session, text: str, limit: int = 8) -> tuple[PartnerHit, ...]:
    """At most `limit` suppliers in use whose name, short name, pinyin or code bears `text`."""
    return _find(session, Role.SUPPLIER, text, limit)


def _by_code(session: Session, role: Role, code: str) -> PartnerHit:
    row = _QUESTIONS[role].by_code.first(session, code=typed_code(code))
    if row is None:
        told = (
            translate("partners", "没有编号是 {code} 的客户。查一下编号，或新建客户")
            if role is Role.CUSTOMER
            else translate("partners", "没有编号是 {code} 的供应商。查一下编号，或新建供应商")
        )
        raise NotFound(told.format(code=code), field="partner")
    require_seen(session, Assigned.CUSTOMER, row[0], "partner")
    return _hit(row)


def _find(session: Session, role: Role, text: str, limit: int) -> tuple[PartnerHit, ...]:
    found: dict[int, PartnerHit] = {}
    words = words_of(text)
    if not words:
        return ()
    unseen = hidden(session).get(Assigned.CUSTOMER, frozenset())
    for row in _candidates(session, _QUESTIONS[role], text, words, limit):
        if row[0] not in unseen:
            found.setdefault(row[0], _hit(row))
        if len(found) == limit:
            break
    return tuple(found.values())


def _candidates(
    session: Session, ask: _Questions, text: str, words: tuple[str, ...], limit: int
) -> Iterator[Row]:
    typed = typed_code(text)
    if len(words) == 1:
        for code in dict.fromkeys((typed, typed.upper())):
            yield from ask.from_code.all(session, low=code, high=code + LAST, limit=limit)
        yield from ask.from_pinyin.all(session, low=words[0], high=words[0] + LAST, limit=limit)
        yield from ask.from_name.all(session, low=typed, high=typed + LAST, limit=limit)
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    match = (match_on_sqlite if on_sqlite else match_on_postgresql)(words)
    for row in ask.by_words.all(session, match=match, limit=CANDIDATES):
        texts = (plain(row[2]), plain(row[3]), row[5])
        if all(any(word in text for text in texts) for word in words):
            yield row


def _hit(row: Row) -> PartnerHit:
    return PartnerHit(row[0], row[1], row[2], row[3], bool(row[4]))
