"""The words that head columns, and which field of a kind each means (resources/imports/headings.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from jxc_desktop.core.paths import resource

DOCUMENTS = "documents"
"""The kind whose words serve every document type."""
ALIKE = 0.85
"""From this similarity on a heading is taken for a misspelt synonym."""

_REMARK = re.compile(
    r"[(\[【<]((必填|选填|可选|必须|必输|非必填|元|人民币|rmb|cny|¥)[^)\]】>]*)[)\]】>]"
)
_BRACKETS = re.compile(r"[(\[【<][^)\]】>]*[)\]】>]")
_INVISIBLE = {"Cf", "Cc", "Zs", "Zl", "Zp"}
_DECORATION = frozenset("*_:-：·.、'\"")


class Likeness(IntEnum):
    """How surely a heading means a field; larger is surer."""

    FUZZY = 1
    CONTAINS = 2
    BARE = 3
    EXACT = 4
    TOLD = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """`field` as a heading's meaning; `rank` counts the likelier synonyms of that field before it."""

    field: str
    likeness: Likeness
    rank: int = 0

    @property
    def weight(self) -> tuple[int, int]:
        return (self.likeness, -self.rank)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The synonyms of one kind, normalised; `ranks` tells where each stands in its field's list."""

    fields: Mapping[str, str]
    ranks: Mapping[str, int]
    ignored: frozenset[str]
    several: Mapping[str, str]
    names: frozenset[str]

    def meaning(self, heading: str) -> Meaning | None:
        """What `heading` surely means: exactly, or without what stands in brackets."""
        plain = normalised(heading)
        if plain in self.ignored:
            return None
        if plain in self.fields:
            return Meaning(self.fields[plain], Likeness.EXACT, self.ranks[plain])
        bare = _BRACKETS.sub("", plain)
        if bare in self.fields and bare not in self.ignored:
            return Meaning(self.fields[bare], Likeness.BARE, self.ranks[bare])
        return None

    def ignores(self, heading: str) -> bool:
        """Whether `heading` is known to mean nothing here, such as 序号."""
        return normalised(heading) in self.ignored

    def guesses(self, heading: str) -> list[Meaning]:
        """What `heading` may mean: by containing a synonym, else by likeness; several are a doubt."""
        plain = normalised(heading)
        if not plain or plain in self.ignored:
            return []
        return self._contained(plain) or self._alike(plain)

    def _contained(self, plain: str) -> list[Meaning]:
        """The fields of the longest synonyms within `plain`; Chinese only, for "unit" is in "community"."""
        inside = [
            word for word in self.fields if len(word) > 1 and not word.isascii() and word in plain
        ]
        longest = max(map(len, inside), default=0)
        return self._meanings((w for w in inside if len(w) == longest), Likeness.CONTAINS)

    def _alike(self, plain: str) -> list[Meaning]:
        matcher = SequenceMatcher(b=plain, autojunk=False)
        scores: dict[str, float] = {}
        for word in self.fields:
            matcher.set_seq1(word)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                scores[word] = matcher.ratio()
        best = max(scores.values(), default=0.0)
        if best < ALIKE:
            return []
        return self._meanings((w for w, score in scores.items() if score == best), Likeness.FUZZY)

    def _meanings(self, words: Iterator[str], likeness: Likeness) -> list[Meaning]:
        found: dict[str, Meaning] = {}
        for word in words:
            found.setdefault(
                self.fields[word], Meaning(self.fields[word], likeness, self.ranks[word])
            )
        return list(found.values())


def normalised(heading: str) -> str:
    """`heading` without width, case, spaces, line breaks, marks and remarks such as （必填） or （元）."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    visible = "".join(c for c in plain if unicodedata.category(c) not in _INVISIBLE)
    return "".join(c for c in _REMARK.sub("", visible) if c not in _DECORATION)


@cache
def vocabulary(kind: str) -> Vocabulary:
    """The words of `kind`; a kind without words of its own is a document type."""
    table = _table()
    words = _fields_of(table, kind if kind in table["kinds"] else DOCUMENTS)
    fields: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for field, synonyms in words.items():
        for rank, synonym in enumerate(synonyms):
            if fields.setdefault(normalised(synonym), field) == field:
                ranks.setdefault(normalised(synonym), rank)
    return Vocabulary(
        MappingProxyType(fields),
        MappingProxyType(ranks),
        frozenset(map(normalised, table["ignored"]["headings"])),
        MappingProxyType(table["several"]),
        frozenset(words),
    )


def _fields_of(table: dict[str, Any], kind: str) -> dict[str, list[str]]:
    """Field → synonyms, the kind's own words before those of its groups."""
    about = table["kinds"][kind]
    words = {field: list(synonyms) for field, synonyms in about.get("fields", {}).items()}
    for group in about["groups"]:
        for field, synonyms in table["groups"][group].items():
            words.setdefault(field, []).extend(synonyms)
    return words


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("imports", "headings.toml").read_text(encoding="utf-8"))
