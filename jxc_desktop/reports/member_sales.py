"""会员消费: what each member bought at the till in a period, came back with, and earned by it (features no. 29).

Amounts are what was really paid, with tax; the given part of stored value is no part of them.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.core.sql import Statement
from jxc_desktop.reports import headings
from jxc_desktop.reports.member_cards import parameters
from jxc_desktop.reports.report import Column, Link, Report, Request, Row

_BOUGHT = Statement(
    "SELECT m.card_no, m.name, l.name, max(x.day), sum(x.tickets), sum(x.sold), sum(x.back), sum(x.points) "
    "FROM (SELECT member_id, day, CASE WHEN reverses_id IS NULL THEN 1 ELSE -1 END AS tickets, "
    "total + back_total AS sold, back_total AS back, points_earned - back_points_earned AS points FROM pos_sale "
    "WHERE member_id IS NOT NULL "
    "AND state IN ('posted', 'reversed') AND day >= :first AND day <= :last UNION ALL "
    "SELECT member_id, day, 0, 0, total, -points_earned FROM pos_return WHERE member_id IS NOT NULL "
    "AND state IN ('posted', 'reversed') AND day >= :first AND day <= :last) x "
    "JOIN member m ON m.id = x.member_id JOIN member_level l ON l.id = m.level_id "
    "WHERE :card = '' OR m.card_no = :card OR m.phone = :card "
    "GROUP BY m.id, m.card_no, m.name, l.name ORDER BY sum(x.sold) - sum(x.back) DESC, m.card_no"
)


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        headings.key(translate("reports", "会员卡号")),
        headings.name(),
        Column("level", translate("reports", "级别")),
        Column("last_day", translate("reports", "最近消费"), "day"),
        Column("documents", translate("reports", "单数"), "count", total=True),
        Column("sold", translate("reports", "消费金额"), "money", total=True),
        Column("returned", translate("reports", "退货金额"), "money", total=True),
        Column("net", translate("reports", "实际消费"), "money", total=True),
        Column("average", translate("reports", "单均金额"), "money"),
        Column("points", translate("reports", "获得积分"), "count", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    asked = {"first": request.from_day, "last": request.to_day, "card": request.get("member") or ""}
    for card_no, name, level, day, *sums in _BOUGHT.all(session, **asked):
        tickets, sold, back, points = map(int, sums)
        average = div_half_up(sold, tickets) if tickets else None
        cells = (
            card_no, name, built_in_name(level), day, tickets, sold, back, sold - back, average, points,
        )  # fmt: skip
        yield Row(cells, link=Link(report="card_journal", filters={"member": card_no}))


REPORT = Report(
    name="member_sales",
    title=lambda: translate("reports", "会员消费"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
