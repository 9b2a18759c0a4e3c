"""固定资产折旧表: every asset on the books in a period: its cost, what was written off in it and before, what is left.

Cost and what was written off are held against 1601 and 1602 on the last day.
"""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.ledger.assets.queries import ASSETS, DEPRECIATION, assets
from jxc_desktop.ledger.queries.balances import balance_of
from jxc_desktop.reports import headings
from jxc_desktop.reports.report import Column, Proof, Report, Request, Result, Row


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "资产编号")),
        headings.name(),
        Column("came", translate("reports", "启用日期"), "day"),
        Column("months", translate("reports", "使用月数"), "count"),
        Column("department", translate("reports", "部门"), detail=True),
        Column("cost", translate("reports", "原值"), "money", total=True),
        Column("salvage", translate("reports", "残值"), "money", detail=True),
        Column("before", translate("reports", "期初累计折旧"), "money", total=True),
        Column("charged", translate("reports", "本期折旧"), "money", total=True),
        Column("left", translate("reports", "处置转出"), "money", total=True),
        Column("after", translate("reports", "期末累计折旧"), "money", total=True),
        Column("net", translate("reports", "净值"), "money", total=True),
        Column("left_on", translate("reports", "处置日期"), "day"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    earlier = {each.id: each for each in assets(session, request.from_day - timedelta(days=1))}
    for asset in assets(session, request.to_day):
        was = earlier[asset.id]
        if asset.day > request.to_day or was.left_on is not None:
            continue
        gone = asset.left_on is not None
        charged = asset.gone - was.gone
        yield Row(
            (
                asset.code, asset.name, asset.day, asset.months, asset.department,
                0 if gone else asset.cost, asset.salvage, was.written_off, charged,
                asset.written_off if gone else 0, 0 if gone else asset.written_off,
                0 if gone else asset.net, asset.left_on,
            )
        )  # fmt: skip


def proved(session: Session, result: Result) -> Proof | None:
    """Against 1601 and 1602, once there are cards."""
    if not result.rows:
        return None
    day = result.request.to_day
    cost, after = (int(result.totals[name] or 0) for name in ("cost", "after"))
    booked, worn = balance_of(session, ASSETS, day), -balance_of(session, DEPRECIATION, day)
    told = translate(
        "reports", "原值 {cost}，总账 1601 {booked}；累计折旧 {after}，总账 1602 {worn}"
    )
    figures = {"cost": cost, "booked": booked, "after": after, "worn": worn}
    text = told.format(**{name: text_of(fen, MONEY_PLACES) for name, fen in figures.items()})
    return Proof((cost, after) == (booked, worn), text)


REPORT = Report(
    name="fixed_assets",
    title=lambda: translate("reports", "固定资产折旧表"),
    group="books",
    permission="report.books",
    columns=columns,
    rows=rows,
    prove=proved,
)
