"""业务员提成: net sales, gross profit and money collected by salesperson, and the commission on one of them.

Collected is what was paid with deliveries and tickets or settled them later, less what was paid back; it counts for
whoever sold the delivery. Base and rate are what the list of employees says of the person, else settings of the shop;
the base may be asked otherwise.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import CustomerReceipt, Matching, Settlement, SettlementMode
from jxc_desktop.cash.settling import RECEIVABLE
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.pos.models import Shift
from jxc_desktop.reports.parameters import Parameter, salesperson_parameter
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row
from jxc_desktop.reports.summing import Summed, summarise
from jxc_desktop.reports.trade_sources import COUNTED, SOLD, Source
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.sales.models import (
    SalesDelivery,
    SalesDeliveryPayment,
    SalesReturn,
    SalesReturnPayment,
)
from jxc_desktop.shop.employees import own_commissions
from jxc_desktop.shop.models import User
from jxc_desktop.shop.setting_words import choice_words
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.trade import COST

AS_SET, PROFIT = "shop", "profit"


def parameters() -> list[Parameter]:
    known = choice_words()["commission_base"].items()
    bases = [(AS_SET, translate("reports", "照设置")), *((str(x), word) for x, word in known)]
    return [
        Parameter("base", translate("reports", "按什么算"), "choice", tuple(bases), AS_SET),
        salesperson_parameter(),
    ]


def columns(session: Session, request: Request) -> list[Column]:
    needs = COST if PROFIT in _bases(session, request) else ""
    return [
        Column("key", translate("reports", "业务员")),
        Column("documents", translate("reports", "单数"), "count", total=True),
        Column("net", translate("reports", "净销售额"), "money", total=True),
        Column("profit", translate("reports", "毛利"), "money", COST, total=True),
        Column("collected", translate("reports", "回款额"), "money", total=True),
        Column("reckoned", translate("reports", "按什么算")),
        Column("base", translate("reports", "提成基数"), "money", needs, total=True),
        Column("rate", translate("reports", "比例"), "percent"),
        Column("commission", translate("reports", "提成"), "money", needs, total=True),
    ]


def terms(session: Session, request: Request) -> Callable[[str], tuple[str, int]]:
    """What somebody's commission is a share of, and the share: the base as asked, else his own or the shop's."""
    asked, own, shop = str(request.values["base"]), own_commissions(session), settings_of(session)

    def terms_of(person: str) -> tuple[str, int]:
        base, rate = own.get(person, ("", None))
        set_base = base or shop.commission_base
        return (
            set_base if asked == AS_SET else asked,
            shop.commission_rate if rate is None else rate,
        )

    return terms_of


def _bases(session: Session, request: Request) -> set[str]:
    """Every base that somebody's commission may be reckoned on."""
    terms_of = terms(session, request)
    return {terms_of(person)[0] for person in ("", *own_commissions(session))}


def rows(session: Session, request: Request) -> Iterator[Row]:
    terms_of, words = terms(session, request), choice_words()["commission_base"]
    sold = _sold(session, request)
    money = collected(session, request)
    for person in sorted(sold.keys() | money.keys()):
        figures = _figures(sold.get(person), money.get(person, 0))
        base, rate = terms_of(person)
        amount = figures[base]
        earned = None if amount is None else commission(amount, rate)
        cells: tuple[Cell, ...] = (
            person or translate("reports", "未填"), figures["documents"], figures["net"],
            figures[PROFIT], figures["collected"], words[base], amount, rate, earned,
        )  # fmt: skip
        link = Link(report="sales_detail", filters={"salesperson": person}) if person else None
        yield Row(cells, link=link)


def commission(base: int, rate: int) -> int:
    """Fen of commission on `base` fen at `rate` (1e-4); nothing on a loss."""
    return div_half_up(max(base, 0) * rate, ONE)


def _figures(sold: Summed | None, money: int) -> dict[str, int | None]:
    if sold is None:
        return {"documents": 0, "net": 0, PROFIT: 0, "collected": money}
    figures = {"documents": sold.documents, "net": sold.net, PROFIT: sold.profit}
    return {**figures, "collected": money}


def _sold(session: Session, request: Request) -> dict[str, Summed]:
    lines = traded_lines(session, request, SOLD)
    return {each.key: each for each in summarise(session, lines, "salesperson")}


def collected(session: Session, request: Request) -> dict[str, int]:
    """Fen collected in the period by salesperson."""
    branches = [_paid_at_once(request), _paid_back(request), *_by_advances(request)]
    branches += [_at_the_till(request, source) for source in SOLD if source.person == "cashier"]
    whole = union_all(*branches).subquery()
    query = select(whole.c.person, summed(whole.c.amount)).group_by(whole.c.person)
    found: dict[str, int] = defaultdict(int)
    for person, amount in (*session.execute(query), *_by_receipts(session, request)):
        found[person] += amount
    wanted = request.get("salesperson")
    return {x: amount for x, amount in found.items() if amount and wanted in {None, x}}


def _in_period(query: Any, request: Request, header: Any) -> Any:
    days = header.day.between(request.from_day, request.to_day)
    return query.where(header.state.in_(COUNTED), days)


def _paid_at_once(request: Request) -> Any:
    payment = SalesDeliveryPayment
    query = select(SalesDelivery.salesperson.label("person"), payment.amount.label("amount"))
    query = query.join(payment, payment.document_id == SalesDelivery.id)
    return _in_period(query, request, SalesDelivery)


def _settled(request: Request) -> list[Any]:
    """What was settled of deliveries, and of returns against them, since when it counts."""
    seller = func.coalesce(SalesDelivery.salesperson, "")
    sold = select(SalesDelivery.salesperson.label("person"), Matching.amount.label("amount"))
    sold = sold.join(Matching, Matching.number == SalesDelivery.number)
    back = select(seller.label("person"), Matching.amount.label("amount"))
    back = back.select_from(SalesReturn).join(Matching, Matching.number == SalesReturn.number)
    back = back.outerjoin(SalesDelivery, SalesDelivery.id == SalesReturn.original_id)
    days = Matching.since.between(request.from_day, request.to_day)
    return [query.where(Matching.account == RECEIVABLE, days) for query in (sold, back)]


def _by_advances(request: Request) -> list[Any]:
    """What money that had come ahead of time paid."""
    applied = Settlement.mode == SettlementMode.ADVANCE_RECEIPT
    return [
        query.join(Settlement, Settlement.number == Matching.by).where(applied)
        for query in _settled(request)
    ]


def _by_receipts(session: Session, request: Request) -> Iterator[tuple[str, int]]:
    """What receipts paid; a cash discount settles too, but is no money."""
    receipt = CustomerReceipt
    columns = (receipt.amount, receipt.cash_discount, receipt.advance)
    for settled_by_any in _settled(request):
        query = settled_by_any.join(receipt, receipt.number == Matching.by)
        rows = session.execute(query.add_columns(*columns))
        for person, settled, amount, discount, advance in rows:
            money = amount - advance
            whole = money + discount
            yield person, div_half_up(settled * money, whole) if whole else 0


def _paid_back(request: Request) -> Any:
    """Money that went back with returns, for whoever sold the delivery."""
    payment = SalesReturnPayment
    seller = func.coalesce(SalesDelivery.salesperson, "")
    query = (
        select(seller, -payment.amount)
        .join(SalesReturn, SalesReturn.id == payment.document_id)
        .outerjoin(SalesDelivery, SalesDelivery.id == SalesReturn.original_id)
    )
    return _in_period(query, request, SalesReturn)


def _at_the_till(request: Request, source: Source) -> Any:
    """Tickets are paid whole, returns at the till paid back whole."""
    header = source.header
    query = select(User.name, source.sign * header.total)
    query = query.join(Shift, Shift.id == header.shift_id).join(User, User.id == Shift.user_id)
    return _in_period(query, request, header)


REPORT = Report(
    name="commission",
    title=lambda: translate("reports", "业务员提成"),
    group="sales",
    permission="report.sales",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
