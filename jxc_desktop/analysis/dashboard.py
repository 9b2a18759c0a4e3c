"""The figures of the dashboard, part by part, so that none waits for another; each needs its own right."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.analysis.takings import Sum, Takings, sum_of, takings_by_day, takings_by_month
from jxc_desktop.cash.debts import DebtSum, debts_of_all
from jxc_desktop.cash.queries import MoneyAccountView, money_accounts, money_balances
from jxc_desktop.cash.settling import PAYABLE, RECEIVABLE
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.pos.models import PosReturn, PosSale
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.assigned import require_whole_shop
from jxc_desktop.stock.models import StockLevel
from jxc_desktop.stock.queries import stock_value
from jxc_desktop.stock.trade import COST

_COUNTED = (State.POSTED, State.REVERSED)
_DAY = timedelta(days=1)
MONTH_OF_DAYS, WEEK_OF_DAYS = 30, 7


@dataclass(frozen=True, slots=True)
class Tickets:
    """What the tills did in a day: how many sales stood, and fen with tax less what was handed back."""

    count: int
    total: int

    @property
    def each(self) -> int | None:
        """Fen a sale (客单价); None without sales."""
        return div_half_up(self.total, self.count) if self.count else None


@dataclass(frozen=True, slots=True)
class SalesFigures:
    """Sales of today, yesterday, this month and the same days of the last, and of the days before."""

    today: Sum
    yesterday: Sum
    month: Sum
    last_month: Sum
    tickets: Tickets


@dataclass(frozen=True, slots=True)
class Course:
    """Takings over a span of days, or of months when `monthly`, and all of them together."""

    points: tuple[Takings, ...]
    whole: Sum
    monthly: bool


@dataclass(frozen=True, slots=True)
class StockFigures:
    """What lies in stock: kinds that are there, kinds run out, and fen (None for who may not see cost)."""

    value: int | None
    there: int
    run_out: int


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """Money accounts in use with what lies in them, and debts on both sides; fen."""

    accounts: tuple[tuple[MoneyAccountView, int], ...]
    receivable: DebtSum
    payable: DebtSum

    @property
    def total(self) -> int:
        """All the money there is."""
        return sum(balance for _account, balance in self.accounts)


@needs("report.sales")
def sales_figures(session: Session) -> SalesFigures:
    """How sales stand today."""
    require_whole_shop(session)
    today = clock_of(session).today()
    month = today.replace(day=1)
    last = (month - _DAY).replace(day=1)
    same_day = min(last.replace(day=1) + (today - month), month - _DAY)
    days = takings_by_day(session, last, today)
    return SalesFigures(
        sum_of(days, lambda day: day == today),
        sum_of(days, lambda day: day == today - _DAY),
        sum_of(days, lambda day: day >= month),
        sum_of(days, lambda day: day <= same_day),
        _tickets(session, today),
    )


@needs("report.sales")
def sales_course(session: Session, span: str) -> Course:
    """The course of sales over "week" (7 days), "month" (30 days) or "year" (this year by months)."""
    require_whole_shop(session)
    today, first = span_of(session, span)
    monthly = span == "year"
    points = (takings_by_month if monthly else takings_by_day)(session, first, today)
    return Course(tuple(points), sum_of(points), monthly)


def span_of(session: Session, span: str) -> tuple[date, date]:
    """Today, and the day a span ending today began."""
    today = clock_of(session).today()
    if span == "year":
        return today, date(today.year, 1, 1)
    return today, today - _DAY * ((WEEK_OF_DAYS if span == "week" else MONTH_OF_DAYS) - 1)


@needs("stock.view")
def stock_figures(session: Session) -> StockFigures:
    """How much there is."""
    held = (
        select(StockLevel.product_id, summed(StockLevel.quantity).label("quantity"))
        .join(Product, Product.id == StockLevel.product_id)
        .where(Product.disabled.in_([False]), Product.track_stock.in_([True]))
        .group_by(StockLevel.product_id)
        .subquery()
    )
    counted: Any = select(func.count()).select_from(held)
    there = session.scalar(counted.where(held.c.quantity > 0)) or 0
    run_out = session.scalar(counted.where(held.c.quantity <= 0)) or 0
    value = stock_value(session) if may(session, COST) else None
    return StockFigures(value, there, run_out)


@needs("report.cash")
def money_figures(session: Session) -> MoneyFigures:
    """What money there is, what is owed to the shop and what it owes."""
    balances = money_balances(session)
    accounts = tuple(
        (account, balances.get(account.id, 0))
        for account in money_accounts(session)
        if balances.get(account.id) or not account.disabled
    )
    receivable, payable = debts_of_all(session, RECEIVABLE), debts_of_all(session, PAYABLE)
    return MoneyFigures(accounts, receivable, payable)


def _tickets(session: Session, day: date) -> Tickets:
    """A red ticket takes one off the count and its amount off the total."""
    counts = select(summed(1) - 2 * func.count(PosSale.reverses_id), summed(PosSale.total)).where(
        PosSale.day == day, PosSale.state.in_(_COUNTED)
    )
    count, total = session.execute(counts).one()
    back = select(summed(PosReturn.total)).where(
        PosReturn.day == day, PosReturn.state.in_(_COUNTED)
    )
    return Tickets(count, total - (session.scalar(back) or 0))
