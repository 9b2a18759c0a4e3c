"""What the shop has already: such rows change nothing, or only what the source lets them change."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.findings import Findings
from jxc_desktop.imports.repeats import alike, keys_of
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Lookup, Source

RENAMED = 0.5
"""From this likeness on, two names under one code are one thing that was renamed."""


def against_shop(
    source: Source, rows: list[CleanRow], lookup: Lookup | None, found: Findings
) -> tuple[list[CleanRow], int]:
    """New rows, and changed ones where the source updates; then how many are there already."""
    if lookup is None:
        return rows, 0
    shop = _Shop(source, rows, lookup)
    fresh: list[CleanRow] = []
    unchanged = 0
    for row in rows:
        known = shop.known(row)
        if len(known) > 1:
            found.add(row, _torn(source, known))
        elif not known:
            fresh.append(row)
        elif not source.updates and _another(source, row, known[0]):
            found.add(row, _taken(source, row, known[0]))
        elif source.updates and differs(row, known[0]):
            fresh.append(replace(row, known=known[0]))
        else:
            unchanged += 1
            if differs(row, known[0]):
                found.add(row, _left_alone(source, known[0]))
    return fresh, unchanged


class _Shop:
    """What the shop has of the keys in the file, asked for once per key."""

    def __init__(self, source: Source, rows: Iterable[CleanRow], lookup: Lookup) -> None:
        self._source = source
        wanted: dict[Key, set[Key]] = {}
        for row in rows:
            for fields, values in self._identities(row):
                wanted.setdefault(fields, set()).add(values)
        self._found = {fields: lookup(fields, values) for fields, values in wanted.items()}

    def known(self, row: CleanRow) -> list[Known]:
        """Each different thing that a key of `row` names."""
        things = (self._found[fields].get(values) for fields, values in self._identities(row))
        return list({thing.id: thing for thing in things if thing}.values())

    def _identities(self, row: CleanRow) -> list[tuple[Key, Key]]:
        keys: list[tuple[Key, Key]] = [
            ((key,), (value,)) for key, value in keys_of(self._source, row)
        ]
        if keys or not self._source.natural:
            return keys
        natural = self._source.natural
        return [(natural, tuple(str(row.values.get(field, "")) for field in natural))]


def _another(source: Source, row: CleanRow, known: Known) -> bool:
    """Whether nothing but the first key is the same: two lists that count 1, 2, 3 name different things alike."""
    one, other = (alike(str(each.get("name", ""))) for each in (row.values, known.values))
    if not one or not other or SequenceMatcher(None, one, other).ratio() >= RENAMED:
        return False
    others = source.keys[1:]
    return not any(_overlap(row.values.get(key), known.values.get(key)) for key in others)


def _overlap(one: object, other: object) -> bool:
    """Whether two values, or two bundles of them, have something in common."""
    ones, others = (each if isinstance(each, tuple) else (each,) for each in (one, other))
    return not {each for each in ones if each is not None}.isdisjoint(others)


def differs(row: CleanRow, known: Known) -> bool:
    """Whether `row` would change what is there. Fields that the shop's view does not name do not count."""
    return any(
        _missing_from(value, known.values[field])
        for field, value in row.values.items()
        if field in known.values
    )


def _missing_from(value: object, there: object) -> bool:
    """Barcodes are added to, everything else is replaced."""
    if isinstance(value, tuple) and isinstance(there, tuple):
        return not set(value) <= set(there)
    return value != there


def _torn(source: Source, known: list[Known]) -> Flaw:
    names = "”“".join(str(each.values.get("name", each.id)) for each in known)
    text = translate("imports", "本行的编号和条码分别是“{names}”的。改成同一个的")
    return Flaw(source.keys[0], text.format(names=names))


def _taken(source: Source, row: CleanRow, known: Known) -> Flaw:
    text = translate("imports", "{value} 已是“{name}”的，和本行不是一个。换一个，或去掉这一行")
    key = source.keys[0]
    value = row.values.get(key, "")
    return Flaw(key, text.format(value=value, name=known.values.get("name", "")))


def _left_alone(source: Source, known: Known) -> Flaw:
    text = translate("imports", "已有“{name}”，内容不同，没有改它")
    return Flaw(
        (source.keys or source.natural)[0],
        text.format(name=known.values.get("name", "")),
        notice=True,
    )
