"""辅助余额表: balances by account and by firm, person, department, project, item, purse, goods or place."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.journal.drafts import dimension_words
from jxc_desktop.ledger.queries import accounts
from jxc_desktop.ledger.queries.books import NAMED, TEXTS, dimension_rows
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row


def parameters() -> list[Parameter]:
    words = dimension_words()
    choices = tuple((each, words[each]) for each in (*NAMED, *TEXTS))
    return [
        Parameter("dimension", translate("reports", "辅助核算"), "choice", choices, "partner"),
        Parameter("account", translate("reports", "科目"), "account"),
    ]


def columns(_session: Session, request: Request) -> list[Column]:
    word = dimension_words()[request.values["dimension"]]
    return [
        Column("account", translate("reports", "科目编码")),
        Column("account_name", translate("reports", "科目名称")),
        Column("code", translate("reports", "编号")),
        Column("name", word),
        Column("opening", translate("reports", "期初余额"), "money", total=True, matrix=True),
        Column("debit", translate("reports", "借方"), "money", total=True, matrix=True),
        Column("credit", translate("reports", "贷方"), "money", total=True, matrix=True),
        Column("closing", translate("reports", "期末余额"), "money", total=True, matrix=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    names = {view.code: view.name.strip() for view in accounts(session)}
    dimension = request.values["dimension"]
    found = dimension_rows(
        session, dimension, request.from_day, request.to_day, request.get("account")
    )
    for each in found:
        filters = {"account": each.account}
        if dimension == "partner" and each.code:
            filters["partner"] = each.code
        figures = (each.opening, each.debit, each.credit, each.closing)
        yield Row(
            (each.account, names[each.account], each.code, each.name, *figures),
            link=Link(report="subsidiary_ledger", filters=filters),
        )


REPORT = Report(
    name="dimension_balance",
    title=lambda: translate("reports", "辅助余额表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
