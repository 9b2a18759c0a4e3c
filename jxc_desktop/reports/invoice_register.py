"""发票登记簿: what came in with input VAT and the invoices given out, day by day (features F15, F17).

Input tax is what documents booked on 22210101 and is held against that account; output tax is what registered
invoices say, beside what the books owe for the period's sales.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.invoices.register import OUTPUT_TAX
from jxc_desktop.ledger.queries.balances import moved_on
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row
from jxc_desktop.shop.acts import kind_words

INPUT_TAX = "22210101"
ALL, IN, OUT = "all", "in", "out"
_ON_TAX = f"l.account LIKE '{INPUT_TAX}%'"
_DUE = "(l.account LIKE '220201%' OR l.account LIKE '1123%' OR l.account LIKE '10%')"
_CAME_IN = Statement(
    "SELECT e.day, e.source, e.kind, coalesce(max(p.name), ''), coalesce(max(i.invoice_number), ''), "
    f"sum(CASE WHEN {_ON_TAX} THEN l.debit - l.credit ELSE 0 END), "
    f"sum(CASE WHEN {_DUE} THEN l.credit - l.debit ELSE 0 END) "
    "FROM entry e JOIN leg l ON l.entry_id = e.id LEFT JOIN partner p ON p.id = l.partner_id "
    "LEFT JOIN purchase_invoice i ON i.number = e.source "
    "WHERE e.day BETWEEN :first AND :last AND EXISTS "
    f"(SELECT 1 FROM leg x WHERE x.entry_id = e.id AND x.account LIKE '{INPUT_TAX}%') "
    "GROUP BY e.id, e.day, e.source, e.kind ORDER BY e.day, e.id"
)
_GIVEN_OUT = Statement(
    "SELECT x.day, x.document, x.kind, coalesce(p.name, ''), x.invoice_number, sum(x.tax), "
    "sum(x.net + x.tax) FROM tax_invoice x LEFT JOIN partner p ON p.id = x.partner_id "
    "WHERE x.day BETWEEN :first AND :last "
    "GROUP BY x.day, x.document, x.kind, p.name, x.invoice_number ORDER BY x.day, min(x.id)"
)


def parameters() -> list[Parameter]:
    choices = (
        (ALL, translate("reports", "全部")),
        (IN, translate("reports", "进项")),
        (OUT, translate("reports", "销项")),
    )
    return [Parameter("side", translate("reports", "进销项"), "choice", choices, ALL)]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        Column("side", translate("reports", "进销项")),
        headings.number(),
        Column("kind", translate("reports", "种类")),
        Column("invoice", translate("reports", "发票号码")),
        Column("red", translate("reports", "红蓝字")),
        Column("firm", translate("reports", "往来单位")),
        Column("gross", translate("reports", "价税合计"), "money"),
        Column("input", translate("reports", "进项税额"), "money", total=True),
        Column("output", translate("reports", "销项税额"), "money", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    side, span = request.get("side"), {"first": request.from_day, "last": request.to_day}
    if side != OUT:
        word = translate("reports", "进项")
        for day, source, kind, firm, invoice, *sums in _CAME_IN.all(session, **span):
            tax, gross = map(int, sums)
            told = (day, word, source, kind_words(kind), invoice, _red(tax), firm, gross, tax, 0)
            yield Row(told, link=Link(document=source))
    if side != IN:
        word, kinds = translate("reports", "销项"), invoice_kinds()
        for day, paper, kind, firm, invoice, *sums in _GIVEN_OUT.all(session, **span):
            tax, gross = map(int, sums)
            told = (day, word, paper, kinds[kind], invoice, _red(gross), firm, gross, 0, tax)
            yield Row(told, link=Link(document=paper))


def invoice_kinds() -> dict[str, str]:
    """Kinds of invoices as people call them."""
    return {
        "special": translate("reports", "专用发票"),
        "ordinary": translate("reports", "普通发票"),
    }


def _red(fen: int) -> str:
    return translate("reports", "红字") if fen < 0 else translate("reports", "蓝字")


def proved(session: Session, result: Result) -> Proof:
    """Input tax against 22210101; what of the output VAT in the books no invoice of the period says."""
    side, asked = result.request.get("side"), result.request
    debit, credit = moved_on(session, INPUT_TAX, asked.from_day, asked.to_day)
    came, given = (int(result.totals[name] or 0) for name in ("input", "output"))
    if side == OUT:
        return Proof(True, _beside(session, asked, given))
    text = translate("reports", "进项税额 {came}，总账 22210101 {booked}").format(
        came=text_of(came, MONEY_PLACES), booked=text_of(debit - credit, MONEY_PLACES)
    )
    if side == ALL:
        text = f"{text}；{_beside(session, asked, given)}"
    return Proof(came == debit - credit, text)


def _beside(session: Session, asked: Request, given: int) -> str:
    moved = [moved_on(session, account, asked.from_day, asked.to_day) for account in OUTPUT_TAX]
    owed = sum(credit for _debit, credit in moved)
    return translate(
        "reports", "发票税额 {given}，账上销项 {owed}，差 {left} 没开票或不在本期"
    ).format(
        given=text_of(given, MONEY_PLACES),
        owed=text_of(owed, MONEY_PLACES),
        left=text_of(owed - given, MONEY_PLACES),
    )


REPORT = Report(
    name="invoice_register",
    title=lambda: translate("reports", "发票登记簿"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=proved,
)
