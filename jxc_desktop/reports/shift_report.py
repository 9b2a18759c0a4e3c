"""交班报表: every shift with what was rung up, what came in by each way, and the drawer (domain.md §5).

Expected cash is the float and the cash that stayed; the difference is counted minus expected (长款 positive).
"""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MethodView, payment_methods
from jxc_desktop.core.clock import Clock
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.queries import ShiftView, shift_view, shifts_between
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Cell, Column, Report, Request, Row


def parameters() -> list[Parameter]:
    return [
        Parameter("shift", translate("reports", "交班单"), "shift"),
        Parameter("till", translate("reports", "收银台")),
        Parameter("cashier", translate("reports", "收银员")),
    ]


def columns(session: Session, _request: Request) -> list[Column]:
    sales, returns = translate("reports", "销售"), translate("reports", "退货")
    count, amount = translate("reports", "笔数"), translate("reports", "金额")
    paid = translate("reports", "支付方式（净额）")
    return [
        Column("number", translate("reports", "交班单号")),
        Column("day", translate("reports", "营业日"), "day"),
        Column("till", translate("reports", "收银台")),
        Column("cashier", translate("reports", "收银员")),
        Column("opened_at", translate("reports", "开始")),
        Column("closed_at", translate("reports", "结束")),
        Column("sales", count, "count", total=True, group=sales),
        Column("sales_amount", amount, "money", total=True, group=sales),
        Column("returns", count, "count", total=True, group=returns),
        Column("returns_amount", amount, "money", total=True, group=returns),
        Column("reductions", translate("reports", "优惠"), "money", total=True),
        Column("rounding_off", translate("reports", "抹零"), "money", total=True),
        *(
            Column(f"paid_{method.code}", method.name, "money", total=True, group=paid)
            for method in payment_methods(session)
        ),
        Column("topups", translate("reports", "储值充值"), "money", total=True),
        Column("float_amount", translate("reports", "备用金"), "money"),
        Column("expected", translate("reports", "应有现金"), "money", total=True),
        Column("counted", translate("reports", "实点现金"), "money", total=True),
        Column("difference", translate("reports", "长短款"), "money", total=True),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    methods, clock = payment_methods(session), clock_of(session)
    for shift in _shifts(session, request):
        yield Row(_cells(shift, methods, clock))


def _shifts(session: Session, request: Request) -> list[ShiftView]:
    if (shift := request.get("shift")) is not None:
        return [shift_view(session, shift)]
    till, cashier = request.get("till"), request.get("cashier")
    return [
        shift
        for shift in shifts_between(session, request.from_day, request.to_day)
        if till in {None, shift.till} and cashier in {None, shift.cashier, shift.cashier_name}
    ]


def _cells(shift: ShiftView, methods: Sequence[MethodView], clock: Clock) -> tuple[Cell, ...]:
    came = {each.method: each.net for each in shift.methods}
    return (
        shift.number or translate("reports", "未交班"),
        shift.day,
        shift.till,
        shift.cashier_name or shift.cashier,
        _moment(shift.opened_at, clock),
        _moment(shift.closed_at, clock),
        shift.sales,
        shift.sales_amount,
        shift.returns,
        shift.returns_amount,
        shift.reductions,
        shift.rounding_off,
        *(came.get(method.code, 0) for method in methods),
        shift.topups,
        shift.float_amount,
        shift.expected,
        shift.counted,
        shift.difference,
    )


def _moment(moment: int | None, clock: Clock) -> str:
    return "" if moment is None else clock.local(moment).strftime("%Y-%m-%d %H:%M")


REPORT = Report(
    name="shift_report",
    title=lambda: translate("reports", "交班报表"),
    group="till",
    permission="report.shift",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
