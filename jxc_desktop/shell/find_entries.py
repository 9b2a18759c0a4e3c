"""What the find box knows without asking the shop: panes, functions, reports, settings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jxc_desktop.core.search_text import plain, words_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found and opened; `run(beside)` opens it. `words` are further words for it.

    `inside` is the whole text of a page of the manual, which is looked through when only the manual is asked.
    """

    group: str
    text: str
    run: Callable[[bool], None]
    sub: str = ""
    key: str = ""
    icon: str = ""
    words: str = ""
    function: bool = True
    inside: str = field(default="", compare=False, repr=False)
    initials: str = field(default="", compare=False)


def fitting(
    entries: Iterable[Entry], typed: str, most: int, *, inside: bool = False
) -> list[Entry]:
    """At most `most` entries of each group that bear every typed word, `inside` their texts too.

    The one that is called just so comes first, then those that begin so, those that only tell of it last.
    """
    words = words_of(typed)
    found = [entry for entry in entries if all(_bears(entry, word) for word in words)]
    if inside:
        told = (entry for entry in entries if all(word in entry.inside for word in words))
        found += [entry for entry in told if entry not in found]
    first = words[0] if words else ""
    found.sort(key=lambda entry: (plain(typed) not in _names(entry), not _begins(entry, first)))
    kept: dict[str, list[Entry]] = {}
    for entry in found:
        kept.setdefault(entry.group, []).append(entry)
    return [entry for group in kept.values() for entry in group[:most]]


def _bears(entry: Entry, word: str) -> bool:
    if word in plain(entry.text) or word in entry.initials:
        return True
    return any(other.startswith(word) for other in words_of(entry.words.replace("_", " ")))


def _begins(entry: Entry, word: str) -> bool:
    return any(name.startswith(word) for name in _names(entry))


def _names(entry: Entry) -> tuple[str, str]:
    return plain(entry.text), entry.initials
