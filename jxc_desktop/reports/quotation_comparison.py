"""供应商报价比较表: every answer to every inquiry of the period, the best of each line marked (features 6)."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.comparison import Answer, compare_quotations
from jxc_desktop.purchase.order_models import Rfq
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import STANDING
from jxc_desktop.reports.parameters import Parameter, product_parameter, supplier_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.shop.actor import may


def parameters() -> list[Parameter]:
    return [
        Parameter("number", translate("reports", "询价单号"), "text"),
        product_parameter(),
        supplier_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    money = headings.PURCHASE_PRICE
    return [
        headings.number(),
        headings.product(),
        headings.name(),
        headings.unit(),
        headings.quantity(),
        Column("partner", translate("reports", "供应商编号"), detail=True),
        Column("partner_name", translate("reports", "供应商")),
        Column("quotation", translate("reports", "报价单号")),
        Column("price", translate("reports", "报价"), "price", money),
        Column("offered_unit", translate("reports", "报价单位")),
        Column("unit_price", translate("reports", "折合单价"), "price", money),
        Column("lead_days", translate("reports", "到货天数"), "count"),
        Column("minimum", translate("reports", "起订量"), "quantity", matrix=True),
        Column("mark", translate("reports", "比较")),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    if not may(session, headings.PURCHASE_PRICE):
        return
    for number in _inquiries(session, request):
        seen = compare_quotations(session, number)
        for compared in seen.lines:
            line = compared.line
            if not _wanted(request, "product", line.product_id):
                continue
            for supplier, answer in zip(seen.suppliers, compared.answers, strict=True):
                if answer is None or not _wanted(request, "supplier", supplier.partner_id):
                    continue
                cells = (
                    number, line.product, line.name, line.base_unit, line.base_quantity,
                    supplier.partner, supplier.name, answer.quotation, answer.price, answer.unit,
                    answer.cost, answer.lead_days, answer.minimum, _mark(answer),
                )  # fmt: skip
                yield Row(cells, line.base_unit, Link(document=answer.quotation))


def _inquiries(session: Session, request: Request) -> list[str]:
    query = select(Rfq.number).where(
        Rfq.state.in_(STANDING), Rfq.day.between(request.from_day, request.to_day)
    )
    if number := request.get("number"):
        query = query.where(Rfq.number == number)
    return [str(row[0]) for row in session.execute(query.order_by(Rfq.day, Rfq.number))]


def _wanted(request: Request, name: str, value: int) -> bool:
    chosen = request.get(name)
    return chosen is None or value in chosen


def _mark(answer: Answer) -> str:
    if answer.best:
        return translate("reports", "最低")
    return "" if answer.enough else translate("reports", "不够起订量")


REPORT = Report(
    name="quotation_comparison",
    title=lambda: translate("reports", "供应商报价比较表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
