"""Repeats within one file: a code or barcode borne twice is wrong, a name borne twice is worth a look."""

import re
import unicodedata
from collections.abc import Iterator

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.findings import Findings
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Source

_BRACKETS = str.maketrans("（）［］【】〔〕｛｝×✕＊*", "()[][][]{}xxxx")
_LOOSE = re.compile(r"[\s·・_\-]+")


def without_repeats(source: Source, rows: list[CleanRow], found: Findings) -> list[CleanRow]:
    """The first row of a code or barcode keeps it; later ones are wrong."""
    owners: dict[str, CleanRow] = {}
    kept: list[CleanRow] = []
    for row in rows:
        repeats = [(key, value) for key, value in keys_of(source, row) if value in owners]
        for key, value in repeats:
            found.add(row, _repeated(key, value, owners[value]))
        if not repeats:
            kept.append(row)
            owners.update((value, row) for _, value in keys_of(source, row))
    return kept


def keys_of(source: Source, row: CleanRow) -> Iterator[tuple[str, str]]:
    for key in source.keys:
        value = row.values.get(key)
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                yield key, str(each)


def _repeated(key: str, value: str, first: CleanRow) -> Flaw:
    name = first.values.get("name")
    told = translate("imports", "{value} 与第 {row} 行“{name}”相同。换一个，或去掉这一行")
    untold = translate("imports", "{value} 与第 {row} 行相同。换一个，或去掉这一行")
    return Flaw(key, (told if name else untold).format(value=value, row=first.row, name=name))


def note_like_names(source: Source, rows: list[CleanRow], found: Findings) -> None:
    """Names that are the same, or differ by width, brackets and spaces only: perhaps one thing twice."""
    if not any(field.name == "name" for field in source.fields) or "code" not in _names(source):
        return
    first: dict[Key, CleanRow] = {}
    for row in rows:
        name = str(row.values.get("name", ""))
        spec = "".join(str(row.values.get(part) or "") for part in ("spec", "colour", "size"))
        like = first.setdefault((alike(name), alike(spec)), row)
        if like is not row and name:
            found.add(row, _like(name, like))


def _names(source: Source) -> frozenset[str]:
    return frozenset(field.name for field in source.fields)


def _like(name: str, other: CleanRow) -> Flaw:
    same = translate("imports", "名称与第 {row} 行相同。看看是不是同一个")
    loose = translate("imports", "名称与第 {row} 行“{name}”只差写法。看看是不是同一个")
    text = same if other.values.get("name") == name else loose
    return Flaw("name", text.format(row=other.row, name=other.values.get("name")), notice=True)


def alike(name: str) -> str:
    """`name` without width, case, kinds of brackets, × or x, and spaces: equal for names one may confuse."""
    plain = unicodedata.normalize("NFKC", name.translate(_BRACKETS)).casefold()
    return _LOOSE.sub("", plain.translate(_BRACKETS))
