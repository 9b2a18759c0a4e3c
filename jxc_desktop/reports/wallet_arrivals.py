"""钱包到账表: what wallets took by day, what should come to the bank and when, what has come, what has not.

Enter on a day that has not come begins its transfer, with the fee that is expected.
"""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import money_accounts, money_balances
from jxc_desktop.cash.wallets import Arrival, arrivals, bank_of, transfer_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row

ALL, OPEN = "all", "open"


def parameters() -> list[Parameter]:
    shown = ((OPEN, translate("reports", "没到账的")), (ALL, translate("reports", "全部")))
    return [
        Parameter("account", translate("reports", "结算账户"), "money_account"),
        Parameter("show", translate("reports", "列哪些"), "choice", shown, OPEN),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "编号")),
        Column("name", translate("reports", "结算账户")),
        Column("day", translate("reports", "收款日期"), "day"),
        Column("taken", translate("reports", "收款"), "money", total=True),
        Column("arrived", translate("reports", "已到账"), "money", total=True, matrix=True),
        Column("open", translate("reports", "未到账"), "money", total=True, matrix=True),
        Column("fee", translate("reports", "预计手续费"), "money", total=True, matrix=True),
        Column("expected", translate("reports", "预计到账"), "money", total=True, matrix=True),
        Column("due", translate("reports", "预计到账日"), "day"),
        Column("state", translate("reports", "状态")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    bank = bank_of(money_accounts(session))
    for found in _asked(session, request):
        cells = (
            found.wallet.code, found.wallet.name, found.day, found.taken, found.arrived, found.open,
            found.fee, found.expected, found.due, _state(found, request.to_day),
        )  # fmt: skip
        link = Link(report="cash_journal", filters={"account": found.wallet.code})
        if found.open > 0:
            link = Link(pane="money_transfer", subject=transfer_of(found, bank))
        yield Row(cells, link=link)


def _asked(session: Session, request: Request) -> list[Arrival]:
    account, shown = request.get("account"), request.values["show"]
    return [
        each
        for each in arrivals(session, request.to_day)
        if account in {None, each.wallet.id}
        and (each.open if shown == OPEN else each.open or each.day >= request.from_day)
    ]


def _state(found: Arrival, today: date) -> str:
    if not found.open:
        return translate("reports", "已到账")
    if found.open < 0:
        return translate("reports", "多转了")
    if found.due < today:
        return translate("reports", "迟了 {days} 天").format(days=(today - found.due).days)
    return translate("reports", "在路上")


def prove(session: Session, result: Result) -> Proof:
    """What is open is what lies in the wallets."""
    account = result.request.get("account")
    lies = money_balances(session, result.request.to_day)
    wallets = [
        each.id
        for each in money_accounts(session)
        if each.settle_days is not None and account in {None, each.id}
    ]
    balance, left = sum(lies.get(each, 0) for each in wallets), result.totals["open"] or 0
    told = translate("reports", "未到账 {left}，账户余额 {balance}").format(
        left=text_of(left, MONEY_PLACES), balance=text_of(balance, MONEY_PLACES)
    )
    return Proof(left == balance, told)


REPORT = Report(
    name="wallet_arrivals",
    title=lambda: translate("reports", "钱包到账表"),
    group="cash",
    permission="report.cash",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=prove,
)
