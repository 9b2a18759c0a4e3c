"""Text tables: csv, tsv and their relatives, in the encodings that Chinese shops have."""

import codecs
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.grid import Row, Sheet
from jxc_desktop.imports.refusals import no_spreadsheet

DELIMITERS = (",", "\t", ";", "|")
SAMPLE = 40
"""Records looked at to find the delimiter."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKUP = re.compile(r"\s*<(\?xml|!doctype|html|head|table|meta|body|style|div|!--)", re.IGNORECASE)
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(data: bytes, name: str, encoding: str | None = None) -> Sheet:
    """The one sheet of a text table. Every filled cell is a text; "" is nothing.

    A row is a record as a spreadsheet counts it, so line breaks inside quotes do not count.
    """
    text = _decoded(data, name, encoding)
    if _MARKUP.match(text):
        raise InvalidInput(
            translate(
                "imports", "{name} 其实是网页，不是表格。用表格软件打开，另存为 xlsx 再导入"
            ).format(name=name)
        )
    text, delimiter = _delimiter(text)
    return Sheet(name, tuple(_records(text, delimiter, name)))


def _decoded(data: bytes, name: str, encoding: str | None) -> str:
    if encoding is not None:
        return _decoded_as(data, name, encoding)
    for mark, by_mark in _BOMS:
        if data.startswith(mark):
            return _decoded_as(data, name, by_mark)
    if b"\x00" in data:
        raise no_spreadsheet(name)
    for likely in ("utf-8", "gb18030"):
        try:
            text = data.decode(likely)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            return text
    raise InvalidInput(
        translate("imports", "认不出 {name} 的文字编码。指明编码，或另存为 UTF-8 再导入").format(
            name=name
        )
    )


def _decoded_as(data: bytes, name: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise InvalidInput(
            translate("imports", "没有叫 {encoding} 的编码。常用的是 utf-8 和 gb18030").format(
                encoding=encoding
            )
        ) from error
    except UnicodeError as error:
        raise InvalidInput(
            translate("imports", "{name} 不是 {encoding} 编码。换一个编码，或另存为 UTF-8").format(
                name=name, encoding=encoding
            )
        ) from error
    if "\x00" in text:
        raise no_spreadsheet(name)
    return text.removeprefix("\ufeff")


def _plausible(text: str) -> bool:
    """Whether people wrote it: bytes of another encoding decode to controls, private or empty places."""
    strange = (
        c
        for c in set(text)
        if c not in "\t\r\n\v\f" and unicodedata.category(c) in {"Cc", "Co", "Cn"}
    )
    return sum(text.count(c) for c in strange) * 1000 <= len(text)


def _delimiter(text: str) -> tuple[str, str]:
    """The text without Excel's `sep=` line, and the delimiter that makes the most even table."""
    told = _SEP_LINE.match(text)
    if told:
        return text[told.end() :], told[1]
    sample = "".join(_first_lines(text))
    return text, max(DELIMITERS, key=lambda each: _evenness(sample, each))


def _first_lines(text: str) -> Iterator[str]:
    start = 0
    for _ in range(SAMPLE):
        end = text.find("\n", start) + 1
        if end == 0:
            yield text[start:]
            return
        yield text[start:end]
        start = end


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    """How many rows have the commonest width, and that width; a delimiter that never occurs scores 0."""
    try:
        rows = list(csv.reader(sample.splitlines(keepends=True), delimiter=delimiter))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _records(text: str, delimiter: str, name: str) -> Iterator[Row]:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    reader = csv.reader(lines, delimiter=delimiter)
    done = 0
    try:
        for record in reader:
            yield _row(record)
            done += 1
    except csv.Error as error:
        raise InvalidInput(
            translate("imports", "{name} 第 {row} 行的引号没有配对。补上引号再导入").format(
                name=name, row=done + 1
            )
        ) from error


def _row(record: list[str]) -> Row:
    filled = len(record)
    while filled and not record[filled - 1]:
        filled -= 1
    return tuple(text or None for text in record[:filled])
