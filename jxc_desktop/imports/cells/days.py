"""Days in every form that tables have: dates, texts, serial numbers."""

import re
import unicodedata
from datetime import date, datetime, timedelta

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.cells.faults import Clean, Fault, Filled, cleaner
from jxc_desktop.imports.cells.texts import NOTHING, plain

SERIAL_ORIGIN = date(1899, 12, 30)
"""Day 0 of Excel's serial numbers, its phantom 1900-02-29 counted in."""
SERIALS = range(7306, 73051)
"""Whole numbers taken for serials: 1920-01-01 to 2099-12-31."""
EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

_TIME = r"(?:\s*[T ]\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}(?:\.\d+)?秒?)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?)?"
_DATED = re.compile(rf"(\d{{4}})\s*([-/.年])\s*(\d{{1,2}})\s*(?:\2|月)\s*(\d{{1,2}})\s*日?{_TIME}")
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_TIME}")
_NO_YEAR = re.compile(r"(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?")


def day() -> Clean:
    """A calendar day; a time of day is dropped, a date without a year is a `Fault`."""

    def read(cell: Filled) -> object:
        if isinstance(cell, datetime):
            return _in_reach(cell.date())
        if isinstance(cell, date):
            return _in_reach(cell)
        return _of_text(unicodedata.normalize("NFKC", plain(cell)))

    return cleaner(read)


def _of_text(text: str) -> date | Fault | None:
    if text.casefold() in NOTHING:
        return None
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _day(text, compact[1], compact[2], compact[3])
    dated = _DATED.fullmatch(text)
    if dated:
        return _day(text, dated[1], dated[3], dated[4])
    serial = re.fullmatch(r"(\d{4,5})(\.\d+)?", text)
    if serial and int(serial[1]) in SERIALS:
        return SERIAL_ORIGIN + timedelta(days=int(serial[1]))
    if _NO_YEAR.fullmatch(text):
        return Fault(
            translate("imports", "“{text}”没有年份。填如 2026-03-05 的日期").format(text=text)
        )
    return _no_day(text)


def _day(text: str, year: str, month: str, of_month: str) -> date | Fault:
    try:
        return _in_reach(date(int(year), int(month), int(of_month)))
    except ValueError:
        return Fault(translate("imports", "没有 {text} 这一天。改成对的日期").format(text=text))


def _in_reach(found: date) -> date | Fault:
    return found if EARLIEST <= found <= LATEST else _no_day(found.isoformat())


def _no_day(text: str) -> Fault:
    return Fault(
        translate("imports", "看不懂日期“{text}”。填如 2026-03-05 的日期").format(text=text)
    )
