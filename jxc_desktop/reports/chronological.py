"""序时账 and 科目汇总表: every leg in the order of the pages, and what each account moved."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import accounts
from jxc_desktop.ledger.queries.books import account_sums, chronological, voucher_count_of
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Proof, Report, Request, Result, Row


def parameters() -> list[Parameter]:
    return [
        Parameter("account", translate("reports", "科目"), "account"),
        Parameter("text", translate("reports", "摘要包含")),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.day(),
        Column("voucher", translate("reports", "凭证字号")),
        headings.number(),
        Column("summary", translate("reports", "摘要")),
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        Column("about", translate("reports", "辅助核算")),
        *_sides(),
    ]


def _sides() -> Iterator[Column]:
    yield Column("debit", translate("reports", "借方"), "money", total=True, matrix=True)
    yield Column("credit", translate("reports", "贷方"), "money", total=True, matrix=True)


def rows(session: Session, request: Request) -> Iterator[Row]:
    words = (request.get("text") or "").split()
    for leg in chronological(session, request.from_day, request.to_day, request.get("account")):
        if all(word in leg.summary or word in leg.about for word in words):
            cells = (
                leg.day, leg.voucher, leg.number, leg.summary, leg.account, leg.name, leg.about,
                leg.debit, leg.credit,
            )  # fmt: skip
            yield Row(cells, link=Link(document=leg.number))


def prove(_session: Session, result: Result) -> Proof | None:
    """Debits and credits agree, where nothing was filtered out."""
    if result.request.values:
        return None
    holds = result.totals["debit"] == result.totals["credit"]
    words = translate("reports", "借贷平衡") if holds else translate("reports", "借贷不平")
    return Proof(holds, words)


def summary_columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("account", translate("reports", "科目编码")),
        Column("name", translate("reports", "科目名称")),
        *_sides(),
        Column("vouchers", translate("reports", "凭证张数"), "count"),
    ]


def summary_rows(session: Session, request: Request) -> Iterator[Row]:
    names = {view.code: view.name.strip() for view in accounts(session)}
    for each in account_sums(session, request.from_day, request.to_day):
        link = Link(report="subsidiary_ledger", filters={"account": each.account})
        cells = (each.account, names[each.account], each.debit, each.credit, each.vouchers)
        yield Row(cells, link=link)


def prove_summary(session: Session, result: Result) -> Proof:
    """Debits and credits agree; told with the number of pages they come from."""
    count = voucher_count_of(session, result.request.from_day, result.request.to_day)
    holds = result.totals["debit"] == result.totals["credit"]
    words = (
        translate("reports", "%n 张凭证，借贷平衡", "", count)
        if holds
        else translate("reports", "%n 张凭证，借贷不平", "", count)
    )
    return Proof(holds, words)


REPORT = Report(
    name="chronological",
    title=lambda: translate("reports", "序时账"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
    prove=prove,
)
SUMMARY = Report(
    name="voucher_summary",
    title=lambda: translate("reports", "科目汇总表"),
    group="books",
    permission="report.books",
    columns=summary_columns,
    rows=summary_rows,
    prove=prove_summary,
)
