"""收银稽核: what each cashier did beside selling, and where that is far more than the others did (reliability.md G18).

Counts come from the audit log, where every line taken off, ticket given up and drawer opened stands, money in fen.
`unusual` names what somebody did at least three times, and twice as often for their tickets as all others together.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Column, Report, Request, Row
from jxc_desktop.shop.queries import acts_of_people

LAST_MINUTES = 30
"""Money given back in so many minutes before the drawer is counted is told apart."""
FEWEST, TIMES = 3, 2
"""How often at least, and how many times as often as the others, for being unusual."""
_ACTS = {
    "ticket.delete_line": "deleted", "ticket.cancel": "cancelled", "ticket.discard": "cancelled",
    "drawer.open": "drawer", "receipt.reprint": "reprints", "pos_sale.reverse": "reversed",
    "right.lend": "lent",
}  # fmt: skip
_SOLD = Statement(
    "SELECT u.name, sum(CASE WHEN d.reverses_id IS NULL THEN 1 ELSE -1 END), sum(d.total + d.back_total), "
    "sum(d.order_discount), sum(CASE WHEN d.original_id IS NULL THEN 0 WHEN d.reverses_id IS NULL THEN 1 ELSE -1 END), "
    "sum(d.back_total) FROM pos_sale d JOIN shift s ON s.id = d.shift_id JOIN shop_user u ON u.id = s.user_id "
    "WHERE d.state IN ('posted', 'reversed') AND d.day >= :first AND d.day <= :last GROUP BY u.name"
)
_LINES = Statement(
    "SELECT u.name, sum(CASE WHEN l.quantity > 0 THEN 1 ELSE -1 END) FROM pos_sale_line l "
    "JOIN pos_sale d ON d.id = l.document_id JOIN shift s ON s.id = d.shift_id JOIN shop_user u ON u.id = s.user_id "
    "WHERE d.state IN ('posted', 'reversed') AND d.day >= :first AND d.day <= :last AND l.discount > 0 "
    "AND l.from_line IS NULL GROUP BY u.name"
)
_BACK = Statement(
    "SELECT u.name, sum(CASE WHEN d.reverses_id IS NULL THEN 1 ELSE -1 END), sum(d.total), "
    "sum(CASE WHEN s.closed_at - d.posted_at <= :window THEN d.total ELSE 0 END) "
    "FROM pos_return d JOIN shift s ON s.id = d.shift_id JOIN shop_user u ON u.id = s.user_id "
    "WHERE d.state IN ('posted', 'reversed') AND d.day >= :first AND d.day <= :last GROUP BY u.name"
)


@dataclass(slots=True)
class _Done:
    """What one cashier did: how often by name, and fen by name."""

    times: Counter[str] = field(default_factory=Counter)
    fen: Counter[str] = field(default_factory=Counter)


def parameters() -> list[Parameter]:
    return [Parameter("cashier", translate("reports", "收银员"))]


def columns(_session: Session, _request: Request) -> list[Column]:
    words, amount = _words(), translate("reports", "金额")
    back = translate("reports", "退货")
    return [
        Column("cashier", translate("reports", "收银员")),
        Column("sales", translate("reports", "笔数"), "count", total=True),
        Column("sales_amount", translate("reports", "销售额"), "money", total=True),
        Column("deleted", translate("reports", "行数"), "count", total=True, group=words["deleted"]),
        Column("deleted_amount", amount, "money", total=True, group=words["deleted"]),
        Column("cancelled", translate("reports", "张数"), "count", total=True, group=words["cancelled"]),
        Column("cancelled_amount", amount, "money", total=True, group=words["cancelled"]),
        Column("discounted", words["discounted"], "count", total=True),
        Column("order_discounts", translate("reports", "整单优惠"), "money", total=True),
        Column("drawer", words["drawer"], "count", total=True),
        Column("reprints", words["reprints"], "count", total=True),
        Column("reversed", words["reversed"], "count", total=True),
        Column("lent", words["lent"], "count", total=True),
        Column("returns", translate("reports", "笔数"), "count", total=True, group=back),
        Column("returns_amount", amount, "money", total=True, group=back),
        Column("late_returns", translate("reports", "交班前半小时"), "money", total=True, group=back),
        Column("unusual", translate("reports", "比别人多")),
    ]  # fmt: skip


def _words() -> dict[str, str]:
    """What is counted and compared, as people call it."""
    return {
        "deleted": translate("reports", "删行"),
        "cancelled": translate("reports", "整单取消"),
        "discounted": translate("reports", "打折行数"),
        "drawer": translate("reports", "不卖货开钱箱"),
        "reprints": translate("reports", "重打小票"),
        "reversed": translate("reports", "红冲小票"),
        "lent": translate("reports", "当场授权"),
        "returns": translate("reports", "退货"),
    }


def rows(session: Session, request: Request) -> Iterator[Row]:
    done = _done(session, request)
    wanted = request.get("cashier")
    for name in sorted(done):
        if wanted in {None, name}:
            yield Row((*_cells(name, done[name]), listed(_unusual(name, done))))


def _done(session: Session, request: Request) -> dict[str, _Done]:
    """What was done in the period, by login name of whoever was at the till."""
    asked = {"first": request.from_day, "last": request.to_day}
    found: dict[str, _Done] = {}
    for name, action, detail in acts_of_people(session, request.from_day, request.to_day, _ACTS):
        _count(found.setdefault(name, _Done()), _ACTS[action], json.loads(detail))
    for name, sales, sold, discount, swaps, back in _SOLD.all(session, **asked):
        each = found.setdefault(name, _Done())
        each.times.update(sales=int(sales), returns=int(swaps))
        each.fen.update(sales=int(sold), order_discounts=int(discount), returns=int(back))
    for name, lines in _LINES.all(session, **asked):
        found.setdefault(name, _Done()).times["discounted"] += int(lines)
    window = LAST_MINUTES * 60_000
    for name, count, total, late in _BACK.all(session, window=window, **asked):
        each = found.setdefault(name, _Done())
        each.times["returns"] += int(count)
        each.fen.update(returns=int(total), late=int(late))
    return found


def _count(each: _Done, what: str, detail: Mapping[str, Any]) -> None:
    each.times[what] += 1
    each.fen[what] += int(detail.get("amount") or detail.get("due") or 0)


def _cells(name: str, each: _Done) -> tuple[str | int, ...]:
    times, fen = each.times, each.fen
    return (
        name, times["sales"], fen["sales"], times["deleted"], fen["deleted"], times["cancelled"],
        fen["cancelled"], times["discounted"], fen["order_discounts"], times["drawer"], times["reprints"],
        times["reversed"], times["lent"], times["returns"], fen["returns"], fen["late"],
    )  # fmt: skip


def _unusual(name: str, done: Mapping[str, _Done]) -> list[str]:
    """What somebody did far more often than the others, for as many tickets."""
    own = done[name].times
    others: Counter[str] = sum((x.times for n, x in done.items() if n != name), Counter())
    if not others["sales"]:
        return []
    return [
        words
        for what, words in _words().items()
        if own[what] >= FEWEST
        and own[what] * others["sales"] >= TIMES * others[what] * own["sales"]
    ]


REPORT = Report(
    name="cashier_audit",
    title=lambda: translate("reports", "收银稽核"),
    group="till",
    permission="audit.view",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
