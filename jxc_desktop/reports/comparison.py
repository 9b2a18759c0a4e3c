"""A statement beside an earlier one: the period before, or the same a year ago."""

from datetime import date, timedelta

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Request

NONE, PREVIOUS, LAST_YEAR = "none", "previous", "last_year"
Span = tuple[date, date]
_DAY = timedelta(days=1)


def parameter() -> Parameter:
    """What to hold the statement against; without it the form has its official columns only."""
    choices = (
        (NONE, translate("reports", "不比较")),
        (PREVIOUS, translate("reports", "上期")),
        (LAST_YEAR, translate("reports", "上年同期")),
    )
    return Parameter("compare", translate("reports", "比较"), "choice", choices, NONE)


def columns(request: Request) -> list[Column]:
    """The column of the earlier period and of the change, when there is one to compare with."""
    if not spans(request):
        return []
    return [
        Column("before", dict(parameter().choices)[request.values["compare"]], "money", matrix=True)
    ]


def spans(request: Request) -> list[Span]:
    """The earlier period, as one or none."""
    match request.get("compare"):
        case "previous":
            return [before(request.from_day, request.to_day)]
        case "last_year":
            return [(_year_before(request.from_day), _year_before(request.to_day))]
    return []


def before(first: date, last: date) -> Span:
    """The period of the same length before; whole months are followed by whole months."""
    if first.day == 1 and (last + _DAY).day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
        return date(year, month + 1, 1), first - _DAY
    return first - (last - first) - _DAY, first - _DAY


def _year_before(day: date) -> date:
    """The same day a year ago; the last of February stays the last."""
    if (day + _DAY).day == 1:
        following = day + _DAY
        return following.replace(year=following.year - 1) - _DAY
    return day.replace(year=day.year - 1)
