"""Finds the header of a foreign table and which of its columns means which field.

The user's own mapping comes first, then exact words, words that contain a synonym, and misspelt ones. What remains
in doubt is named, never guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.imports.grid import Sheet
from jxc_desktop.imports.header_lines import joined, texts_of
from jxc_desktop.imports.vocabulary import Likeness, Meaning, Vocabulary, normalised, vocabulary

SEARCHED = 30
"""Rows in which the header is looked for."""
ENOUGH = 3
"""Known headings that make a row a header; a narrower table needs all of its headings known."""

Override = Mapping[str, str | None]
"""The user's `--map`: heading → field, None to leave the column out."""


@dataclass(frozen=True, slots=True)
class HeaderMap:
    """Where a sheet keeps what. Rows and columns count from 0; data begin at `header_row + 1`.

    `columns` has several columns only for fields that may (barcodes). `unknown` are headings without a
    meaning; `ambiguous` tells for a heading which fields, or which better heading, stood against it.
    """

    header_row: int
    headings: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    unknown: tuple[str, ...]
    ambiguous: Mapping[str, tuple[str, ...]]

    def heading(self, field: str) -> str:
        """The file's own heading over `field`; "" when it has none."""
        columns = self.columns.get(field)
        return self.headings[columns[0]] if columns else ""


def map_headings(
    sheet: Sheet, kind: str, override: Override | None = None, *, header_row: int | None = None
) -> HeaderMap:
    """Find the header of `sheet` and the meaning of its headings for an import of `kind`.

    `header_row`, counted from 0, is where a person has seen it. Raises `InvalidInput` when no row looks like a header,
    or when `override` names what is not there.
    """
    words = vocabulary(kind)
    told = _told(override or {}, words)
    found = (
        _best_header(sheet, words, told)
        if header_row is None
        else _best_layout(sheet, header_row, words, told)
    )
    if found is None:
        raise InvalidInput(
            translate(
                "imports",
                "“{name}”里没有认出表头。表头要有编号、名称这样的列名，并在前 {rows} 行内",
            ).format(name=sheet.name, rows=SEARCHED)
        )
    _require_present(override or {}, found.headings)
    return found


def choose_sheet(
    sheets: Sequence[Sheet], kind: str, override: Override | None = None
) -> tuple[Sheet, HeaderMap]:
    """`likeliest_sheet` with its header."""
    chosen = likeliest_sheet(sheets, kind, override)
    return chosen, map_headings(chosen, kind, override)


def likeliest_sheet(sheets: Sequence[Sheet], kind: str, override: Override | None = None) -> Sheet:
    """The sheet that knows most fields of `kind`, visible and earlier ones first; else the first that is filled."""
    words = vocabulary(kind)
    told = _told(override or {}, words)
    best: tuple[tuple[bool, int], Sheet] | None = None
    for sheet in sheets:
        found = _best_header(sheet, words, told)
        score = (not sheet.hidden, len(found.columns) if found else 0)
        if found and (best is None or score > best[0]):
            best = (score, sheet)
    return best[1] if best else _first_filled(sheets)


def _first_filled(sheets: Sequence[Sheet]) -> Sheet:
    for sheet in sheets:
        if any(sheet.rows):
            return sheet
    raise InvalidInput(translate("imports", "文件里没有内容。换一个有数据的文件"))


def _told(override: Override, words: Vocabulary) -> dict[str, str | None]:
    for heading, field in override.items():
        if field and field not in words.names:
            raise InvalidInput(
                translate(
                    "imports", "“{heading}”对到的 {field} 不是这里的字段。可以用的有 {fields}"
                ).format(heading=heading, field=field, fields=listed(sorted(words.names)))
            )
    return {normalised(heading): field or None for heading, field in override.items()}


def _require_present(override: Override, headings: Iterable[str]) -> None:
    present = {normalised(heading) for heading in headings}
    for heading in override:
        if normalised(heading) not in present:
            raise InvalidInput(
                translate("imports", "文件里没有“{heading}”这一列。对照表头改一下对应表").format(
                    heading=heading
                )
            )


def _best_header(
    sheet: Sheet, words: Vocabulary, told: Mapping[str, str | None]
) -> HeaderMap | None:
    """The first row that is a header, alone or joined with the line above or below, whichever tells more."""
    searched = sheet.rows[:SEARCHED]
    widest = max((sum(cell is not None for cell in row) for row in searched), default=0)
    for row in range(len(searched)):
        alone = texts_of(searched[row])
        header = _is_header(alone, words, told, widest)
        layouts = [_mapped(row, alone, words, told)] if header else []
        layouts += [
            _mapped(last, texts, words, told)
            for last, texts in joined(sheet, row)
            if (header and last == row) or _is_header(texts, words, told, widest)
        ]
        if layouts:
            return max(layouts, key=_telling)
    return None


def _best_layout(
    sheet: Sheet, row: int, words: Vocabulary, told: Mapping[str, str | None]
) -> HeaderMap | None:
    """The header that ends in `row`, alone or joined with the line above; None for a row without a text."""
    alone = texts_of(sheet.rows[row]) if row < len(sheet.rows) else []
    if not any(alone):
        return None
    layouts = [_mapped(row, alone, words, told)]
    layouts += [
        _mapped(last, texts, words, told) for last, texts in joined(sheet, row) if last == row
    ]
    return max(layouts, key=_telling)


def _telling(header: HeaderMap) -> tuple[int, int]:
    return len(header.columns), -len(header.ambiguous)


def likely_header(sheet: Sheet) -> int:
    """Where a person should begin to look for a header that was not recognised: the first row as wide as any."""
    widths = [sum(cell is not None for cell in row) for row in sheet.rows[:SEARCHED]]
    return widths.index(max(widths, default=0)) if widths else 0


def _is_header(
    texts: Sequence[str], words: Vocabulary, told: Mapping[str, str | None], widest: int
) -> bool:
    """Three known headings; or nothing but known ones over the whole width; or all that the user named."""
    filled = [text for text in texts if text]
    known = {meaning.field for meaning in (_sure(text, words, told) for text in filled) if meaning}
    if len(known) >= ENOUGH or (told and set(told) <= {normalised(text) for text in filled}):
        return True
    return len(known) > 0 and len(known) == len(filled) >= widest


def _sure(text: str, words: Vocabulary, told: Mapping[str, str | None]) -> Meaning | None:
    plain = normalised(text)
    if plain in told:
        field = told[plain]
        return Meaning(field, Likeness.TOLD) if field else None
    return words.meaning(text)


@dataclass(frozen=True, slots=True)
class _Claim:
    column: int
    heading: str
    meaning: Meaning


def _mapped(
    row: int, headings: Sequence[str], words: Vocabulary, told: Mapping[str, str | None]
) -> HeaderMap:
    claims, unknown, ambiguous = _claims(headings, words, told)
    columns: dict[str, tuple[int, ...]] = {}
    winners: dict[str, _Claim] = {}
    for claim in sorted(claims, key=lambda each: each.meaning.weight, reverse=True):
        field = claim.meaning.field
        if field not in columns:
            columns[field], winners[field] = (claim.column,), claim
        elif field in words.several and claim.meaning.likeness >= Likeness.BARE:
            columns[field] = tuple(sorted((*columns[field], claim.column)))
        else:
            ambiguous[claim.heading] = (winners[field].heading,)
    plain = tuple(heading.replace("\n", "") for heading in headings)
    return HeaderMap(row, plain, columns, tuple(unknown), ambiguous)


def _claims(
    headings: Sequence[str], words: Vocabulary, told: Mapping[str, str | None]
) -> tuple[list[_Claim], list[str], dict[str, tuple[str, ...]]]:
    """What each heading says it is; then the headings without a meaning, and those with several."""
    claims: list[_Claim] = []
    unknown: list[str] = []
    ambiguous: dict[str, tuple[str, ...]] = {}
    for column, text in enumerate(headings):
        heading = text.replace("\n", "")
        meanings = _meanings(text, words, told)
        if len(meanings) == 1:
            claims.append(_Claim(column, heading, meanings[0]))
        elif meanings:
            ambiguous[heading] = tuple(meaning.field for meaning in meanings)
        elif heading and normalised(text) not in told and not words.ignores(text):
            unknown.append(heading)
    return claims, unknown, ambiguous


def _meanings(text: str, words: Vocabulary, told: Mapping[str, str | None]) -> list[Meaning]:
    """Of a heading of two lines: both together, else the lower, else the upper; then guesses."""
    if normalised(text) in told:
        sure = _sure(text, words, told)
        return [sure] if sure else []
    upper, _, lower = text.rpartition("\n")
    for part in (text, lower):
        meaning = _sure(part, words, told)
        if meaning:
            return [_weaker(meaning) if part != text else meaning]
    return words.guesses(text) or (words.guesses(upper) if upper and not lower else [])


def _weaker(meaning: Meaning) -> Meaning:
    """The lower line alone says less than both together: 本期数量 must not beat 期初数量."""
    return Meaning(meaning.field, Likeness.BARE, meaning.rank + 100)
