"""Search text: what is stored so that any part of a name is found at once (decisions 24).

A name is kept as its overlapping pairs of letters, digits and Han characters and its last single character:
纯牛奶1L → 纯牛 牛奶 奶1 1l l. A typed word is found where all its pairs are; a single character where a pair begins
with it. Both databases index the same text: FTS5 on SQLite, a GIN index of lexemes on PostgreSQL.
"""

from unicodedata import category, is_normalized, normalize

LONGEST = 128
"""Characters of a text that are made searchable, and of a query that are looked at."""


def plain(text: str) -> str:
    """`text` without width, case, accents, spaces and marks: only letters, digits and Han characters."""
    if not is_normalized("NFKD", text):
        apart = normalize("NFKD", text)
        text = normalize("NFKC", "".join(c for c in apart if category(c) != "Mn"))
    folded = text.casefold()
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def search_text(*texts: str) -> str:
    """The words to index for a thing that is called `texts`, separated by spaces, each once."""
    found: dict[str, None] = {}
    for text in texts:
        letters = plain(text[:LONGEST])
        found.update(dict.fromkeys([letters[i : i + 2] for i in range(len(letters))]))
    return " ".join(found)


def words_of(query: str) -> tuple[str, ...]:
    """What a person typed, as plain words; marks and blanks only part them or vanish."""
    parts = normalize("NFKC", query[:LONGEST]).split()
    return tuple(dict.fromkeys(word for word in map(plain, parts) if word))


def match_on_sqlite(words: tuple[str, ...], *, thin: bool = False) -> str:
    """The FTS5 expression that finds what bears all of `words`; not empty for words.

    A `thin` one asks for half the pairs: faster, but what it finds must be looked at again.
    """
    pairs = _pairs(words, thin=thin)
    return " AND ".join(f'"{pair}"' if whole else f'"{pair}" *' for pair, whole in pairs)


def match_on_postgresql(words: tuple[str, ...], *, thin: bool = False) -> str:
    """The tsquery that finds what bears all of `words`; `thin` as for SQLite."""
    pairs = _pairs(words, thin=thin)
    return " & ".join(f"'{pair}'" if whole else f"'{pair}':*" for pair, whole in pairs)


def _pairs(words: tuple[str, ...], *, thin: bool) -> dict[tuple[str, bool], None]:
    """Pairs to be found whole; a single character (False) is the beginning of a pair."""
    found: dict[tuple[str, bool], None] = {}
    for word in words:
        if len(word) == 1:
            found[word, False] = None
            continue
        for start in (*range(0, len(word) - 1, 2 if thin else 1), len(word) - 2):
            found[word[start : start + 2], True] = None
    return found
