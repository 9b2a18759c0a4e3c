"""What a report is, and the one way to run it: rights, parameters, rows, totals.

A report declares its columns and yields rows of plain integers. Columns that need a right are absent from the
result for who lacks it: from screen, paper, sheets and JSON alike.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.clock import FIRST_DAY, LAST_DAY
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.ledger.models import Entry
from jxc_desktop.printing.form import Form, FormPaper
from jxc_desktop.reports.parameters import Parameter, resolve
from jxc_desktop.reports.reach import within_reach
from jxc_desktop.shop.actor import authorize, may
from jxc_desktop.shop.settings import settings_of

Kind = Literal["text", "day", "money", "quantity", "price", "cost", "percent", "count"]
Role = Literal["row", "group", "subtotal"]
Cell = str | int | date | None
Totals = dict[str, int | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `kind` says what its integers count (core.numbers); a cost is a price shown to four places.

    `needs` is the right without which it is absent; `total` sums it; `group` is a heading over several columns.
    `detail` columns are for people (screen, paper, sheets) and not part of the promised JSON. A `matrix` column
    leaves zeros blank for people.
    """

    id: str
    title: str
    kind: Kind = "text"
    needs: str = ""
    total: bool = False
    group: str = ""
    detail: bool = False
    matrix: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Where Enter leads from a row: to a document by its number, to another report, or to a pane's subject."""

    document: str = ""
    report: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    pane: str = ""
    subject: object = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a value for every declared column, in their order.

    `unit` is what its quantities count, None where they are mixed. Group and subtotal rows are for people; they
    are in no total and in no data file.
    """

    cells: tuple[Cell, ...]
    unit: str | None = ""
    link: Link | None = None
    role: Role = "row"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: a period with both its days, and the parameters' values as the report understands them."""

    from_day: date
    to_day: date
    values: Mapping[str, Any]
    texts: Mapping[str, str]

    def get(self, name: str) -> Any:
        """The value of a parameter, None when it was not given."""
        return self.values.get(name)


Columns = Callable[[Session, Request], Sequence[Column]]
Rows = Callable[[Session, Request], Iterable[Row]]
Prove = Callable[[Session, "Result"], "Proof | None"]
Paper = Callable[[Session, "Result"], tuple[Form, FormPaper] | None]
Sheet = Callable[["Result"], bytes | None]
Derive = Callable[[Totals, Sequence[Row]], Mapping[str, int | None]]


def _nothing(_totals: Totals, _rows: Sequence[Row]) -> Mapping[str, int | None]:
    """For reports whose totals are sums alone."""
    return {}


@dataclass(frozen=True, slots=True)
class Proof:
    """What a result was held against, in words, and whether it agrees."""

    holds: bool
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report: `title` in the user's language, `group` its place in the catalogue.

    `derive` adds totals that are no sums (a margin) from those that are. `prove` holds the result against the books,
    where that means something. `point` reports stand on one day, `to_day`. `paper` and `sheet` draw what goes to
    somebody outside; where they are missing, or give nothing, a report is printed and exported as the table it is.
    """

    name: str
    title: Callable[[], str]
    group: str
    permission: str
    columns: Columns
    rows: Rows
    parameters: Callable[[], Sequence[Parameter]] = tuple
    derive: Derive = _nothing
    prove: Prove = lambda _session, _result: None
    point: bool = False
    paper: Paper = lambda _session, _result: None
    sheet: Sheet = lambda _result: None


@dataclass(frozen=True, slots=True)
class Result:
    """A finished report: only columns that may be seen, rows to match, totals by column id.

    A total is None where it would add different units. `company`, `made_at` (the shop's wall time) and `made_by`
    say whose figures they are and who asked when.
    """

    report: Report
    title: str
    request: Request
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Totals
    company: str
    made_at: str
    made_by: str
    proof: Proof | None = None

    @property
    def data(self) -> list[Row]:
        """The rows that are data, without headings and subtotals."""
        return [row for row in self.rows if row.role == "row"]

    def column(self, column_id: str) -> int:
        """Where a column stands; raises `KeyError` when it is absent."""
        for place, column in enumerate(self.columns):
            if column.id == column_id:
                return place
        raise KeyError(column_id)


def run_report(
    session: Session,
    report: Report,
    from_day: date | None = None,
    to_day: date | None = None,
    filters: Mapping[str, str] | None = None,
) -> Result:
    """Run `report` for whoever is at work; without days it covers everything in the books.

    Raises `Forbidden`, and `InvalidInput` or `NotFound` for a filter or value the report does not know.
    """
    actor = authorize(session, report.permission)
    request = _request(session, report, from_day, to_day, filters or {})
    columns, rows = _seen(session, report, request)
    totals = _totals(columns, rows)
    derived = report.derive(totals, rows)
    totals.update({c.id: derived[c.id] for c in columns if c.id in derived})
    clock, company = clock_of(session), settings_of(session).name
    made_at = clock.local(clock.milliseconds()).strftime("%Y-%m-%d %H:%M")
    result = Result(
        report, report.title(), request, columns, rows, totals, company, made_at, actor.name
    )
    return replace(result, proof=report.prove(session, result))


def find_report(reports: Iterable[Report], name: str) -> Report:
    """The report called `name`."""
    known = list(reports)
    for report in known:
        if report.name == name:
            return report
    raise NotFound(
        translate("reports", "没有报表“{name}”。有的是 {known}").format(
            name=name, known=listed(each.name for each in known)
        )
    )


def reports_for(session: Session, reports: Iterable[Report]) -> list[Report]:
    """Those that whoever is at work may see."""
    return [report for report in reports if may(session, report.permission)]


def _seen(
    session: Session, report: Report, request: Request
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns that whoever is at work may see, and the rows cut to them."""
    declared = report.columns(session, request)
    kept = [i for i, c in enumerate(declared) if not c.needs or may(session, c.needs)]
    rows = tuple(_only(row, kept, declared) for row in report.rows(session, request))
    return tuple(declared[i] for i in kept), rows


def _only(row: Row, seen: Sequence[int], declared: Sequence[Column]) -> Row:
    if len(row.cells) != len(declared):
        raise ValueError(f"{len(row.cells)} cells for {len(declared)} columns")
    if len(seen) == len(declared):
        return row
    return Row(tuple(row.cells[i] for i in seen), row.unit, row.link, row.role)


def _totals(columns: Sequence[Column], rows: Sequence[Row]) -> Totals:
    counted = [row for row in rows if row.role == "row"]
    one_unit = len({row.unit for row in counted}) <= 1 and all(r.unit is not None for r in counted)
    totals: Totals = {}
    for place, column in enumerate(columns):
        if column.total:
            mixed = column.kind == "quantity" and not one_unit
            totals[column.id] = None if mixed else _sum(row.cells[place] for row in counted)
    return totals


def _sum(cells: Iterable[Cell]) -> int:
    return sum(cell for cell in cells if isinstance(cell, int))


def _request(
    session: Session,
    report: Report,
    from_day: date | None,
    to_day: date | None,
    filters: Mapping[str, str],
) -> Request:
    parameters = {each.name: each for each in report.parameters()}
    for name in filters:
        if name not in parameters:
            raise InvalidInput(_unknown(report, name, list(parameters)), field=f"filter.{name}")
    texts = {n: filters.get(n, "").strip() or p.default for n, p in parameters.items()}
    values = {n: resolve(session, parameters[n], text) for n, text in texts.items() if text}
    within_reach(session, report.permission, parameters, values, texts)
    for name, parameter in parameters.items():
        if parameter.required and name not in values:
            raise InvalidInput(
                translate("reports", "{report} 要指明{parameter}（{name}=…）").format(
                    report=report.title(), parameter=parameter.title, name=name
                ),
                field=f"filter.{name}",
            )
    first, last = from_day or _first_day(session), to_day or _last_day(session)
    _require_period(first, last)
    return Request(first, last, values, {n: t for n, t in texts.items() if t})


def _require_period(first: date, last: date) -> None:
    if first > last:
        raise InvalidInput(
            translate("reports", "期间从 {first} 到 {last} 是反的。把两天对调").format(
                first=first, last=last
            ),
            field="from",
        )
    if first < FIRST_DAY or last > LAST_DAY:
        raise InvalidInput(
            translate("reports", "报表的日期要在 {first} 和 {last} 之间").format(
                first=FIRST_DAY, last=LAST_DAY
            ),
            field="from" if first < FIRST_DAY else "to",
        )


def _unknown(report: Report, name: str, known: Sequence[str]) -> str:
    if not known:
        return translate("reports", "{report} 没有筛选项，去掉 {name}").format(
            report=report.title(), name=name
        )
    return translate("reports", "{report} 没有筛选项 {name}，只有 {known}").format(
        report=report.title(), name=name, known=listed(known)
    )


def _first_day(session: Session) -> date:
    """Where the books begin."""
    start = settings_of(session).start_month
    return (
        date.fromisoformat(f"{start}-01") if start else date(clock_of(session).today().year, 1, 1)
    )


def _last_day(session: Session) -> date:
    """Today, or the day of a later posting."""
    today = clock_of(session).today()
    last = session.scalar(select(func.max(Entry.day)))
    return max(today, last) if last else today
