"""费用统计表 and 其他收入统计表: what was spent or earned month by month, by item, person, department or project."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account, Entry, Leg
from jxc_desktop.reports.parameters import Parameter, by_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row, Totals
from jxc_desktop.reports.traded import month_of_day

SPENT = ("5601", "5602", "5603", "5711")
EARNED = ("5051", "5301")
MOST_MONTHS = 36
SHARE = -1
"""Where the share of the whole stands in a row."""


@dataclass(slots=True)
class _Item:
    """An account's item: fen by month."""

    account: str
    name: str
    item: str
    months: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.months.values())


def parameters() -> list[Parameter]:
    return [by_parameter([(name, word) for name, (word, _heading) in _words().items()])]


def _words() -> dict[str, tuple[str, str]]:
    """What the sums may be told by: as a choice, and as a heading."""
    return {
        "item": (translate("reports", "按项目"), translate("reports", "项目")),
        "employee": (translate("reports", "按职员"), translate("reports", "职员")),
        "department": (translate("reports", "按部门"), translate("reports", "部门")),
        "project": (translate("reports", "按核算项目"), translate("reports", "核算项目")),
    }


def columns(_session: Session, request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        Column("item", _words()[request.values["by"]][1]),
        *(
            Column(month, month, "money", total=True, matrix=True)
            for month in months_of(request)
        ),
        Column("total", translate("reports", "合计"), "money", total=True),
        Column("share", translate("reports", "占比"), "percent"),
    ]  # fmt: skip


def months_of(request: Request) -> list[str]:
    """The months of the period, at most the last three years of it."""
    last = request.to_day.year * 12 + request.to_day.month - 1
    first = max(request.from_day.year * 12 + request.from_day.month - 1, last - MOST_MONTHS + 1)
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


def rows(accounts: tuple[str, ...], session: Session, request: Request) -> Iterator[Row]:
    months = months_of(request)
    found = _items(session, request, accounts)
    whole = sum(item.total for item in found)
    for item in found:
        share = div_half_up(item.total * ONE, whole) if whole else None
        cells = (
            item.account, item.name, item.item, *(item.months.get(month, 0) for month in months),
            item.total, share,
        )  # fmt: skip
        link = Link(report="subsidiary_ledger", filters={"account": item.account})
        yield Row(cells, link=link)


def _items(session: Session, request: Request, accounts: tuple[str, ...]) -> list[_Item]:
    """Every item that moved, as the side of its account counts: costs by debits, revenue by credits."""
    month = month_of_day(Leg.day)
    item = func.coalesce(getattr(Leg, request.values["by"]), "")
    spent = accounts is SPENT
    amount = Leg.debit - Leg.credit if spent else Leg.credit - Leg.debit
    first = max(request.from_day, date.fromisoformat(f"{months_of(request)[0]}-01"))
    name = name_column()
    query = (
        select(Leg.account, name, item, month, summed(amount))
        .join(Account, Account.code == Leg.account)
        .join(Entry, Entry.id == Leg.entry_id)
        .where(
            Leg.account.in_(accounts),
            Entry.closing.in_([False]),
            Leg.day.between(first, request.to_day),
        )
        .group_by(Leg.account, name, item, month)
        .order_by(Leg.account, item)
    )
    found: dict[tuple[str, str], _Item] = {}
    for account, name, of_item, of_month, fen in session.execute(query):
        row = found.setdefault((account, of_item), _Item(account, name.strip(), of_item))
        row.months[of_month] = fen
    return [item for item in found.values() if any(item.months.values())]


def derive(_totals: Totals, rows: Sequence[Row]) -> Mapping[str, int | None]:
    """All of it is the whole."""
    return {"share": ONE if any(row.cells[SHARE] for row in rows) else None}


EXPENSES = Report(
    name="expense_summary",
    title=lambda: translate("reports", "费用统计表"),
    group="cash",
    permission="report.cash",
    columns=columns,
    parameters=parameters,
    rows=partial(rows, SPENT),
    derive=derive,
)
INCOME = Report(
    name="other_income_summary",
    title=lambda: translate("reports", "其他收入统计表"),
    group="cash",
    permission="report.cash",
    columns=columns,
    parameters=parameters,
    rows=partial(rows, EARNED),
    derive=derive,
)
