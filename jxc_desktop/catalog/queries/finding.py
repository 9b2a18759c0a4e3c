"""Finding goods while somebody types: bounded questions, best guesses first (performance.md P6).

What begins with the typed letters comes before what merely holds them. Every question stops at its limit, so none
sorts or ranks what a million products would give.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.barcodes import canonical
from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, plain, words_of
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.core.texts import typed_code

LAST = "\U0010ffff"
"""Sorts after every letter: the end of all that begins alike."""
CANDIDATES = 64
"""Rows looked at for names that hold the words."""
SHORTEST_BARCODE = 4
"""Digits from which a beginning of a barcode is looked up."""

_HIT = (
    "p.id, p.code, p.name, p.spec, p.unit, p.retail_price, p.places, p.is_style, p.brand, p.pinyin"
)
# A style is out of use; it is found only by who asks for styles.
_SHOWN = "p.disabled <= p.is_style * :styles"
_SELECT = f"SELECT {_HIT} FROM product p"
_BY_CODE = Statement(
    f"{_SELECT} WHERE p.code >= :low AND p.code < :high AND {_SHOWN} ORDER BY p.code LIMIT :limit"
)
_BY_BARCODE = Statement(
    f"SELECT {_HIT} FROM barcode b JOIN product p ON p.id = b.product_id "
    f"WHERE b.code >= :low AND b.code < :high AND {_SHOWN} ORDER BY b.code LIMIT :limit"
)
_BY_NAME = Statement(
    f"{_SELECT} WHERE p.name >= :low AND p.name < :high AND {_SHOWN} ORDER BY p.name LIMIT :limit"
)
_BY_PINYIN = Statement(
    f"{_SELECT} WHERE p.pinyin >= :low AND p.pinyin < :high AND {_SHOWN} "
    "ORDER BY p.pinyin LIMIT :limit"
)
_BY_WORDS = Statement(
    f"SELECT {_HIT} FROM product_search s JOIN product p ON p.id = s.rowid "
    f"WHERE s.product_search MATCH :match AND {_SHOWN} LIMIT :limit",
    postgresql=f"{_SELECT} WHERE array_to_tsvector(array_remove(string_to_array(p.search_text, ' '), '')) "
    f"@@ CAST(:match AS tsquery) AND {_SHOWN} LIMIT :limit",
)


@dataclass(frozen=True, slots=True)
class ProductHit:
    """A product as the popup shows it; `retail_price` 1e-6 yuan per base unit."""

    id: int
    code: str
    name: str
    spec: str
    unit: str
    retail_price: int | None
    places: int
    is_style: bool = False


def find_products(
    session: Session, text: str, limit: int = 8, *, styles: bool = False
) -> tuple[ProductHit, ...]:
    """At most `limit` products in use that bear every word of `text`, those that begin with it first.

    Styles, which are not bought or sold themselves, are among them when they are asked for.

    A word is a part of the name, its specification, brand or pinyin initials; a single word may also be the
    beginning of a code or barcode.
    """
    found: dict[int, ProductHit] = {}
    words = words_of(text)
    if not words:
        return ()
    for row in _candidates(session, text, words, limit, styles=styles):
        found.setdefault(row[0], ProductHit(*(*row[:7], bool(row[7]))))
        if len(found) == limit:
            break
    return tuple(found.values())


def _candidates(
    session: Session, text: str, words: tuple[str, ...], limit: int, *, styles: bool
) -> Iterator[Row]:
    typed = typed_code(text)
    if len(words) == 1:
        yield from _beginnings(session, typed, words[0], {"limit": limit, "styles": int(styles)})
    match_on = match_on_sqlite if _on_sqlite(session) else match_on_postgresql
    match = match_on(words, thin=True)
    for row in _BY_WORDS.all(session, match=match, limit=CANDIDATES, styles=int(styles)):
        if _bears(row, words):
            yield row


def _beginnings(session: Session, typed: str, word: str, asked: Mapping[str, int]) -> Iterator[Row]:
    for code in dict.fromkeys((typed, typed.upper(), typed.lower())):
        yield from _BY_CODE.all(session, **_range(code), **asked)
    if len(typed) >= SHORTEST_BARCODE and typed.isascii():
        for code in dict.fromkeys((canonical(typed), typed)):
            yield from _BY_BARCODE.all(session, **_range(code), **asked)
    if word.isascii() and word.isalnum():
        yield from _BY_PINYIN.all(session, **_range(word), **asked)
    yield from _BY_NAME.all(session, **_range(typed), **asked)


def _range(beginning: str) -> dict[str, str]:
    return {"low": beginning, "high": beginning + LAST}


def _bears(row: Row, words: tuple[str, ...]) -> bool:
    """Pairs of characters may lie scattered; the words must be there as they are."""
    _id, _code, name, spec, _unit, _price, _places, _style, brand, pinyin = row
    texts = (plain(name + spec), plain(brand), pinyin)
    return all(any(word in text for text in texts) for word in words)


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
