"""多栏账: the legs on an account with a column for each account below it, or for each item."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import accounts, balance_of, leaves_of, opening_of
from jxc_desktop.ledger.queries.multi_column import ColumnLeg, column_legs
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Cell, Column, Link, Proof, Report, Request, Result, Row
from jxc_desktop.reports.running import side_of

BALANCE = 7


def parameters() -> list[Parameter]:
    return [Parameter("account", translate("reports", "科目"), "account", required=True)]


def columns(session: Session, request: Request) -> list[Column]:
    group = translate("reports", "明细栏（借方，贷方为负）")
    return [
        headings.day(),
        Column("voucher", translate("reports", "凭证字号")),
        headings.number(),
        Column("summary", translate("reports", "摘要")),
        Column("debit", translate("reports", "借方"), "money", total=True, matrix=True),
        Column("credit", translate("reports", "贷方"), "money", total=True, matrix=True),
        Column("side", translate("reports", "方向")),
        Column("balance", translate("reports", "余额"), "money"),
        *(
            Column(f"part_{place}", title, "money", total=True, group=group, matrix=True)
            for place, (_key, title) in enumerate(_parts(session, request), 1)
        ),
    ]


def _parts(session: Session, request: Request) -> list[tuple[str, str]]:
    """The columns: leaves below the account, else the items its legs bear, each by key and title."""
    account = request.values["account"]
    leaves = leaves_of(session, account)
    if leaves != [account]:
        names = {view.code: view.name.strip() for view in accounts(session)}
        return [(code, names[code]) for code in leaves]
    found = sorted({leg.item for leg in _legs(session, request)})
    return [(item, item or translate("reports", "未分项目")) for item in found]


def _legs(session: Session, request: Request) -> list[ColumnLeg]:
    return column_legs(session, request.values["account"], request.from_day, request.to_day)


def rows(session: Session, request: Request) -> Iterator[Row]:
    account = request.values["account"]
    keys = [key for key, _title in _parts(session, request)]
    by_item = leaves_of(session, account) == [account]
    balance = opening_of(session, account, request.from_day)
    nothing = (0,) * len(keys)
    said = ("", "", translate("reports", "期初余额"), 0, 0, side_of(balance), abs(balance))
    yield Row((request.from_day, *said, *nothing))
    for leg in _legs(session, request):
        balance += leg.debit - leg.credit
        own = leg.item if by_item else leg.account
        parts = (leg.debit - leg.credit if key == own else 0 for key in keys)
        head = (leg.day, leg.voucher, leg.number, leg.summary, leg.debit, leg.credit)
        cells: tuple[Cell, ...] = (*head, side_of(balance), abs(balance), *parts)
        yield Row(cells, link=Link(document=leg.number))


def prove(session: Session, result: Result) -> Proof:
    """Whether the last balance is the account's, and the columns make up what moved."""
    account = result.request.values["account"]
    closing = balance_of(session, account, result.request.to_day)
    told = result.rows[-1].cells[BALANCE]
    parts = sum(v or 0 for k, v in result.totals.items() if k.startswith("part_"))
    moved = (result.totals["debit"] or 0) - (result.totals["credit"] or 0)
    if told == abs(closing) and parts == moved:
        return Proof(True, translate("reports", "和总账余额相符"))
    return Proof(False, translate("reports", "和总账余额不符，做一次账实自检"))


REPORT = Report(
    name="multi_column_ledger",
    title=lambda: translate("reports", "多栏账"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=prove,
)
