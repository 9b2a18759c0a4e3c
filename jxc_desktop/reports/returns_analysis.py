"""退货分析: what came back, for which reason, of which goods and customers, and how much of what was sold that is."""

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from sqlalchemy import Subquery, func, select, union_all
from sqlalchemy.orm import Session, aliased

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import (
    Parameter,
    by_parameter,
    category_parameter,
    customer_parameter,
    product_parameter,
    salesperson_parameter,
    warehouse_parameter,
)
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import Summed, summarise
from jxc_desktop.reports.summing import margin as share_of
from jxc_desktop.reports.trade_sources import GIVEN_BACK, GONE_OUT
from jxc_desktop.reports.traded import traded_lines

Reasons = Mapping[str, str]


def parameters() -> list[Parameter]:
    return [
        by_parameter(
            [
                ("reason", translate("reports", "按原因")),
                ("product", translate("reports", "按商品")),
                ("customer", translate("reports", "按客户")),
                ("salesperson", translate("reports", "按业务员")),
                ("bill", translate("reports", "按单据")),
            ]
        ),
        product_parameter(),
        category_parameter(),
        customer_parameter(),
        warehouse_parameter(),
        salesperson_parameter(),
        Parameter("reason", translate("reports", "退货原因")),
    ]


def columns(_session: Session, request: Request) -> list[Column]:
    titles = {
        "reason": translate("reports", "退货原因"),
        "product": translate("reports", "商品编号"),
        "customer": translate("reports", "客户编号"),
        "salesperson": translate("reports", "业务员"),
        "bill": translate("reports", "单号"),
    }
    return [
        headings.key(titles[request.values["by"]]),
        headings.name(),
        Column("documents", translate("reports", "单数"), "count"),
        headings.unit(),
        headings.quantity(),
        Column("amount_incl", translate("reports", "退货额"), "money", total=True),
        Column("portion", translate("reports", "占比"), "percent"),
        Column("sold", translate("reports", "销售额"), "money"),
        Column("rate", translate("reports", "退货率"), "percent"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    by, reasons = request.values["by"], _reasons(session, request)
    lines = _of_reason(traded_lines(session, request, GIVEN_BACK), request, reasons)
    back = _by_reason(session, lines, reasons) if by == "reason" else summarise(session, lines, by)
    sold = _sold(session, request, by)
    whole = -sum(each.gross for each in back)
    for each in sorted(back, key=lambda each: (each.gross, each.key)):
        amount, out = -each.gross, sold.get("" if by == "reason" else each.key)
        cells = (
            each.key, each.name, each.documents, each.unit or "",
            None if each.quantity is None else -each.quantity, amount, share_of(amount, whole),
            out, None if out is None else share_of(amount, out),
        )  # fmt: skip
        yield Row(cells, each.unit, _link(request, by, each))


def _sold(session: Session, request: Request, by: str) -> dict[str, int]:
    """Fen sold by the same key; of reasons all that was sold (under ""), of single documents nothing."""
    if by == "bill":
        return {}
    lines = traded_lines(session, request, GONE_OUT)
    if by == "reason":
        return {"": sum(each.gross for each in summarise(session, lines, "month"))}
    return {each.key: each.gross for each in summarise(session, lines, by)}


def _of_reason(lines: Subquery, request: Request, reasons: Reasons) -> Subquery:
    """The lines of returns for the reason that is asked for."""
    wanted = request.get("reason")
    if wanted is None:
        return lines
    numbers = [number for number, reason in reasons.items() if reason == wanted]
    return select(lines).where(lines.c.number.in_(numbers)).subquery("of_reason")


def _by_reason(session: Session, lines: Subquery, reasons: Reasons) -> list[Summed]:
    """Document by document put under its reason; what takes a return back is under the return's own."""
    nobody = translate("reports", "未写原因")
    found: dict[str, list[Summed]] = {}
    for each in summarise(session, lines, "bill"):
        reason = reasons.get(each.key, "")
        renamed = Summed(
            reason, reason or nobody, each.unit, each.quantity, each.net, each.tax, each.gross,
            each.cost, each.documents,
        )  # fmt: skip
        found.setdefault(reason, []).append(renamed)
    return [reduce(Summed.with_, found[reason]) for reason in sorted(found)]


def _reasons(session: Session, request: Request) -> Reasons:
    """Why goods came back, by the number of the document, in the period."""
    branches = []
    for source in GIVEN_BACK:
        header = source.header
        first = aliased(header)
        query = select(header.number, func.coalesce(first.reason, header.reason).label("reason"))
        query = query.outerjoin(first, first.id == header.reverses_id)
        branches.append(query.where(header.day.between(request.from_day, request.to_day)))
    rows: Any = session.execute(union_all(*branches))
    return {number: reason for number, reason in rows if number is not None}


def _link(request: Request, by: str, each: Summed) -> Link | None:
    if not each.key:
        return None
    if by == "bill":
        return Link(document=each.key)
    kept = {name: text for name, text in request.texts.items() if name != "by"}
    return Link(report="returns_analysis", filters={**kept, "by": "bill", by: each.key})


REPORT = Report(
    name="returns_analysis",
    title=lambda: translate("reports", "退货分析"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
