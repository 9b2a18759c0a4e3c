"""Search text: what is stored so that any part of a name is found at once (decisions 24).

A name is kept as its overlapping pairs of letters, digits and Han characters and its last single character:
纯牛奶1L → 纯牛 牛奶 奶1 1l l. A typed word is found where all its pairs are; a single character where a pair begins
with it. Both databases index the same text: FTS5 on SQLite, a GIN index of lexemes on PostgreSQL.
"""

import unicodedata
from itertools import pairwise

LONGEST = 128
"""Characters of a text that are made searchable, and of a query that are looked at."""


def plain(text: str) -> str:
    """`text` without width, case, accents, spaces and marks: only letters, digits and Han characters."""
    if text.isascii():
        return "".join(c for c in text.lower() if c.isalnum())
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if unicodedata.category(c) != "Mn")
    folded = unicodedata.normalize("NFKC", bare).casefold()
    return "".join(c for c in folded if c.isalnum())


def search_text(*texts: str) -> str:
    """The words to index for a thing that is called `texts`, separated by spaces, each once."""
    found: dict[str, None] = {}
    for text in texts:
        letters = plain(text[:LONGEST])
        found.update(dict.fromkeys(map("".join, pairwise(letters))))
        if letters:
            found[letters[-1]] = None
    return " ".join(found)


def words_of(query: str) -> tuple[str, ...]:
    """What a person typed, as plain words; marks and blanks only part them or vanish."""
    parts = unicodedata.normalize("NFKC", query[:LONGEST]).split()
    return tuple(dict.fromkeys(word for word in map(plain, parts) if word))


def match_on_sqlite(words: tuple[str, ...]) -> str:
    """The FTS5 expression that finds what bears all of `words`; not empty for words."""
    return " AND ".join(f'"{pair}"' if whole else f'"{pair}" *' for pair, whole in _pairs(words))


def match_on_postgresql(words: tuple[str, ...]) -> str:
    """The tsquery that finds what bears all of `words`."""
    return " & ".join(f"'{pair}'" if whole else f"'{pair}':*" for pair, whole in _pairs(words))


def _pairs(words: tuple[str, ...]) -> dict[tuple[str, bool], None]:
    """Pairs to be found whole; a single character (False) is the beginning of a pair."""
    found: dict[tuple[str, bool], None] = {}
    for word in words:
        if len(word) == 1:
            found[word, False] = None
        for start in range(len(word) - 1):
            found[word[start : start + 2], True] = None
    return found
