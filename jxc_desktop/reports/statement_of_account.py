"""客户对账单 and 供应商对账单: a firm's account with the goods of each document, and the paper the firm gets."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import on_paper, translate
from jxc_desktop.core.numbers import MONEY_PLACES, PRICE_PLACES, QUANTITY_PLACES, text_of, trimmed
from jxc_desktop.partners.queries import partner_draft
from jxc_desktop.printing.form import Field, Form, FormColumn, FormPaper
from jxc_desktop.reports import headings
from jxc_desktop.reports.account_course import CUSTOMER, SUPPLIER, CourseRow, Side, course_of
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Result, Row, Totals
from jxc_desktop.shop.settings import settings_of

PAPER = FormPaper("A4 横", 297, 210, top_margin=10)
CHECK_DAYS = 7
"""Days in which the firm is asked to object."""
GOODS, NO_GOODS = "yes", "no"


def parameters(title: str) -> list[Parameter]:
    goods = (
        (GOODS, translate("reports", "带商品明细")),
        (NO_GOODS, translate("reports", "不带商品明细")),
    )
    return [
        Parameter("partner", title, "partner", required=True),
        Parameter("goods", translate("reports", "明细"), "choice", goods, GOODS),
    ]


def columns(side: Side, _session: Session, _request: Request) -> list[Column]:
    more, less = (
        (translate("reports", "应收增加"), translate("reports", "收款"))
        if side is CUSTOMER
        else (translate("reports", "应付增加"), translate("reports", "付款"))
    )
    return [
        headings.day(),
        headings.number(),
        Column("summary", translate("reports", "摘要")),
        Column("quantity", translate("reports", "数量"), "quantity"),
        Column("unit", translate("reports", "单位")),
        Column("price", translate("reports", "单价"), "price"),
        Column("amount", translate("reports", "金额"), "money"),
        Column("increase", more, "money", total=True, matrix=True),
        Column("decrease", less, "money", total=True, matrix=True),
        Column("discount", translate("reports", "优惠"), "money", total=True, matrix=True),
        Column("balance", translate("reports", "余额"), "money"),
    ]


def rows(side: Side, session: Session, request: Request) -> Iterator[Row]:
    with_goods = request.values["goods"] == GOODS
    partner = request.values["partner"]
    course = course_of(session, side, partner, request, with_goods=with_goods)
    said = translate("reports", "期初余额")
    nothing = (None, "", None, None)
    yield Row((request.from_day, "", said, *nothing, 0, 0, 0, course.opening))
    for row in course.rows:
        yield from _rows_of(row)


def _rows_of(row: CourseRow) -> Iterator[Row]:
    """The document, then its goods line by line."""
    figures = (row.increase, row.decrease, row.discount, row.balance)
    link = Link(document=row.number)
    yield Row((row.day, row.number, row.summary, None, "", None, None, *figures), link=link)
    for line in row.goods:
        said = (line.quantity, line.unit, line.price, line.amount)
        yield Row((None, "", f"  {line.name}", *said, None, None, None, None), None, link)


def derive(_totals: Totals, rows: Sequence[Row]) -> Mapping[str, int | None]:
    """What is owed at the end."""
    return {"balance": [cell for row in rows if isinstance(cell := row.cells[-1], int)][-1]}


def paper(side: Side, session: Session, result: Result) -> tuple[Form, FormPaper]:
    """The statement for the firm, across an A4 sheet."""
    firm = partner_draft(session, result.request.values["partner"])
    return statement_form(side, firm.name, settings_of(session).phone, result), PAPER


@on_paper
def statement_form(side: Side, partner: str, phone: str, result: Result) -> Form:
    """The statement with room for both stamps."""
    period = f"{result.request.from_day} – {result.request.to_day}"
    closing = result.totals["balance"] or 0
    title = (
        translate("reports", "客户对账单")
        if side is CUSTOMER
        else translate("reports", "供应商对账单")
    )
    return Form(
        company=result.company,
        title=title,
        columns=_form_columns(side),
        rows=tuple(_form_row(row) for row in result.rows),
        header=(
            (
                Field(translate("reports", "往来单位"), partner, 2.0),
                Field(translate("reports", "期间"), period, 1.5),
                Field(translate("reports", "制表"), f"{result.made_by} {result.made_at}", 1.5),
            ),
        ),
        total=_form_total(result),
        words=closing,
        footer=((Field(_request_to_check(phone)),),),
        signatures=(
            Field(translate("reports", "我方盖章"), weight=2.0),
            Field(translate("reports", "日期")),
            Field(translate("reports", "对方盖章"), weight=2.0),
            Field(translate("reports", "日期")),
        ),
    )


def _request_to_check(phone: str) -> str:
    said = translate("reports", "请于 {days} 日内核对并盖章寄回，逾期视为无误")
    if phone:
        said = translate("reports", "请于 {days} 日内核对并盖章寄回，如有差异请联系 {phone}")
    return said.format(days=CHECK_DAYS, phone=phone)


def _form_columns(side: Side) -> tuple[FormColumn, ...]:
    more, less = (
        (translate("reports", "应收增加"), translate("reports", "收款"))
        if side is CUSTOMER
        else (translate("reports", "应付增加"), translate("reports", "付款"))
    )
    return (
        FormColumn(translate("reports", "日期"), 21),
        FormColumn(translate("reports", "单号"), 40),
        FormColumn(translate("reports", "摘要")),
        FormColumn(translate("reports", "数量"), 20, "right"),
        FormColumn(translate("reports", "单价"), 20, "right"),
        FormColumn(translate("reports", "金额"), 24, "right"),
        FormColumn(more, 25, "right"),
        FormColumn(less, 25, "right"),
        FormColumn(translate("reports", "优惠"), 18, "right"),
        FormColumn(translate("reports", "余额"), 27, "right"),
    )


def _form_row(row: Row) -> tuple[str, ...]:
    day, number, summary, quantity, unit, price, amount, *figures = row.cells
    counted = ""
    if isinstance(quantity, int):
        counted = f"{trimmed(quantity, QUANTITY_PLACES)} {unit}"
    shown = trimmed(price, PRICE_PLACES, 2) if isinstance(price, int) else ""
    more, less, discount, balance = figures
    return (
        str(day or ""), str(number), str(summary), counted, shown, _money(amount),
        *(_money(x or None) for x in (more, less, discount)), _money(balance),
    )  # fmt: skip


def _form_total(result: Result) -> tuple[str, ...]:
    totals = [_money(result.totals[name]) for name in ("increase", "decrease", "discount")]
    closing = _money(result.totals["balance"])
    return ("", "", translate("reports", "期末余额"), "", "", "", *totals, closing)


def _money(fen: object) -> str:
    return text_of(fen, MONEY_PLACES) if isinstance(fen, int) else ""


CUSTOMERS = Report(
    name="customer_statement",
    title=lambda: translate("reports", "客户对账单"),
    group="cash",
    permission="report.cash",
    columns=partial(columns, CUSTOMER),
    rows=partial(rows, CUSTOMER),
    parameters=lambda: parameters(translate("reports", "客户")),
    derive=derive,
    paper=partial(paper, CUSTOMER),
)
SUPPLIERS = Report(
    name="supplier_statement",
    title=lambda: translate("reports", "供应商对账单"),
    group="cash",
    permission="report.cash",
    columns=partial(columns, SUPPLIER),
    rows=partial(rows, SUPPLIER),
    parameters=lambda: parameters(translate("reports", "供应商")),
    derive=derive,
    paper=partial(paper, SUPPLIER),
)
