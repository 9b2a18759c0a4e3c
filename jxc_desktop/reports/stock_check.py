"""库存一致性检查: every rule between moves, levels, pools and books, and where one is broken (verify's own rules)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.reports.report import Column, Report, Request, Row
from jxc_desktop.stock.invariants import INVARIANTS
from jxc_desktop.stock.trade import COST


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("rule", translate("reports", "规则")),
        Column("name", translate("reports", "检查什么")),
        Column("state", translate("reports", "结果")),
        Column("problems", translate("reports", "不符处"), "count", total=True, matrix=True),
        Column("problem", translate("reports", "哪里不符"), needs=COST),
    ]


def rows(session: Session, _request: Request) -> Iterator[Row]:
    holds, broken = translate("reports", "相符"), translate("reports", "不符")
    for rule in INVARIANTS:
        title = translate("invariants", rule.title)
        problems = rule.check(session)
        if not problems:
            yield Row((rule.id, title, holds, 0, ""))
        for problem in problems:
            yield Row((rule.id, title, broken, 1, problem))


REPORT = Report(
    name="stock_check",
    title=lambda: translate("reports", "库存一致性检查"),
    group="quality",
    permission="report.stock",
    columns=columns,
    rows=rows,
    point=True,
)
