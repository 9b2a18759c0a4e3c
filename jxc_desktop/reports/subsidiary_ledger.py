"""明细账: the legs on one account in order, with the balance after each (domain.md §5, three columns)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import CardRow, account_card, moved_on
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Role, Row, Totals
from jxc_desktop.reports.running import side_of, with_ends

BALANCE = -1
"""Where the balance stands in a row."""


def parameters() -> list[Parameter]:
    return [
        Parameter("account", translate("reports", "科目"), "account", required=True),
        Parameter("partner", translate("reports", "往来单位"), "partner"),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        Column("voucher", translate("reports", "凭证字号")),
        Column("number", translate("reports", "单号"), detail=True),
        Column("summary", translate("reports", "摘要")),
        Column("debit", translate("reports", "借方"), "money", total=True, matrix=True),
        Column("credit", translate("reports", "贷方"), "money", total=True, matrix=True),
        Column("side", translate("reports", "方向")),
        Column("balance", translate("reports", "余额"), "money"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    account, partner = request.values["account"], request.get("partner")
    first, last = request.from_day, request.to_day
    card = account_card(session, account, first, last, partner_id=partner)
    yield _line(first, ("", "", translate("reports", "期初余额")), (0, 0), card.opening)
    month, year = _MOVED_NOTHING, _year_before(session, account, first, partner)
    for row, ends in with_ends(card.rows, len("2026-03")):
        said = (row.voucher, row.number, row.summary)
        moved = (row.debit, row.credit)
        yield _line(row.day, said, moved, row.balance, Link(document=row.number))
        if row.day.year != first.year:
            first, year = row.day, _MOVED_NOTHING
        month, year = _added(month, moved), _added(year, moved)
        if ends:
            yield from _month_end(row, month, year)
            month = _MOVED_NOTHING


_MOVED_NOTHING = (0, 0)


def _year_before(session: Session, account: str, day: date, partner: int | None) -> tuple[int, int]:
    """Debits and credits from New Year up to the day before the period."""
    if (day.month, day.day) == (1, 1):
        return _MOVED_NOTHING
    return moved_on(session, account, date(day.year, 1, 1), day - timedelta(days=1), partner)


def _added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _line(
    day: date | None,
    said: tuple[str, str, str],
    moved: tuple[int, int],
    balance: int,
    link: Link | None = None,
    role: Role = "row",
) -> Row:
    return Row((day, *said, *moved, side_of(balance), abs(balance)), link=link, role=role)


def _month_end(row: CardRow, month: tuple[int, int], year: tuple[int, int]) -> Iterator[Row]:
    sums = (
        (translate("reports", "本月合计"), month),
        (translate("reports", "本年累计"), year),
    )
    for word, moved in sums:
        yield _line(None, ("", "", word), moved, row.balance, role="subtotal")


def derive(_totals: Totals, rows: Sequence[Row]) -> Mapping[str, int | None]:
    """The closing balance, on the side that the last row names."""
    last = rows[-1].cells[BALANCE]
    return {"balance": last if isinstance(last, int) else None}


REPORT = Report(
    name="subsidiary_ledger",
    title=lambda: translate("reports", "明细账"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
    derive=derive,
)
