"""银行余额调节表: the books' balance beside the bank's on a day, each with what it lacks (domain.md §5)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine
from jxc_desktop.cash.bank.reconciliation import Reconciliation, reconciled
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row


@dataclass(frozen=True, slots=True)
class _Item:
    """One line of one side; fen as they stand there, always to be added or taken off as `text` of its heading says."""

    day: date | None = None
    text: str = ""
    number: str = ""
    amount: int | None = None


def parameters() -> list[Parameter]:
    title = translate("reports", "结算账户")
    return [Parameter("account", title, "money_account", default="bank", required=True)]


def columns(_session: Session, _request: Request) -> list[Column]:
    books, bank = translate("reports", "企业账面"), translate("reports", "银行对账单")
    return [
        Column("books_day", translate("reports", "日期"), "day", group=books),
        Column("books_text", translate("reports", "项目"), group=books),
        Column("books_number", translate("reports", "流水号"), group=books),
        Column("books_amount", translate("reports", "金额"), "money", group=books),
        Column("bank_day", translate("reports", "日期"), "day", group=bank),
        Column("bank_text", translate("reports", "项目"), group=bank),
        Column("bank_number", translate("reports", "单号"), group=bank),
        Column("bank_amount", translate("reports", "金额"), "money", group=bank),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    found = reconciled(session, request.values["account"], request.to_day)
    yield _row(
        _Item(None, translate("reports", "账面余额"), "", found.booked),
        _Item(None, translate("reports", "对账单余额"), "", found.bank),
    )
    yield from _section(
        _Item(None, translate("reports", "加：银行已收、企业未收"), "", _sum(found.lines, 1)),
        [_said(line) for line in found.lines if line.amount > 0],
        _Item(None, translate("reports", "加：企业已收、银行未收"), "", _sum(found.legs, 1)),
        [_booked(leg) for leg in found.legs if leg.amount > 0],
    )
    yield from _section(
        _Item(None, translate("reports", "减：银行已付、企业未付"), "", _sum(found.lines, -1)),
        [_said(line) for line in found.lines if line.amount < 0],
        _Item(None, translate("reports", "减：企业已付、银行未付"), "", _sum(found.legs, -1)),
        [_booked(leg) for leg in found.legs if leg.amount < 0],
    )
    adjusted = translate("reports", "调节后余额")
    yield _row(
        _Item(None, adjusted, "", found.adjusted_books),
        _Item(None, adjusted, "", found.adjusted_bank),
    )


def _section(
    books: _Item, lacked: Sequence[_Item], bank: _Item, pending: Sequence[_Item]
) -> Iterator[Row]:
    """What is added or taken off on both sides: the sums, then one by one."""
    yield _row(books, bank)
    for left, right in zip_longest(lacked, pending, fillvalue=_Item()):
        yield _row(left, right)


def _said(line: OpenLine) -> _Item:
    words = " ".join(filter(None, (line.counterparty, line.summary)))
    return _Item(line.day, f"　{words}", line.reference, abs(line.amount))


def _booked(leg: OpenLeg) -> _Item:
    return _Item(leg.day, f"　{leg.summary}", leg.number, abs(leg.amount))


def _sum(items: Sequence[OpenLine | OpenLeg], side: int) -> int:
    """Fen that came in (1) or went out (-1), without a sign."""
    return sum(abs(item.amount) for item in items if item.amount * side > 0)


def _row(books: _Item, bank: _Item) -> Row:
    link = Link(document=bank.number) if bank.number else None
    cells = [
        cell for item in (books, bank) for cell in (item.day, item.text, item.number, item.amount)
    ]
    return Row(tuple(cells), link=link)


def prove(session: Session, result: Result) -> Proof:
    """Whether both sides agree, and why not."""
    found = reconciled(session, result.request.values["account"], result.request.to_day)
    return Proof(holds(found), agreement(found))


def holds(found: Reconciliation) -> bool:
    """Whether books and bank come to the same."""
    return found.adjusted_books == found.adjusted_bank


def agreement(found: Reconciliation) -> str:
    """In a sentence whether they do."""
    if holds(found):
        return translate("reports", "调节后两边相等：{amount}").format(
            amount=text_of(found.adjusted_books, MONEY_PLACES)
        )
    return translate(
        "reports", "调节后差 {gap}：银行自己的余额比导入的流水多出这么多，流水缺页"
    ).format(gap=text_of(found.missing, MONEY_PLACES))


REPORT = Report(
    name="bank_reconciliation",
    title=lambda: translate("reports", "银行余额调节表"),
    group="cash",
    permission="bank_statement.view",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=prove,
    point=True,
)
