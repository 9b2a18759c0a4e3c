"""A shop with a year of trade: two suppliers, three customers, a till, returns, reversals, an oversold article."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.catalog.models import Category
from jxc_desktop.core.db import Database
from jxc_desktop.features import REPORTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.services import reverse_ticket
from jxc_desktop.pos.shifts import api_shift, close_as_counted
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.reports.report import Report, Result, find_report, run_report
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    receive,
    ring_up,
    take_back,
)


@dataclass
class Trade:
    """The shop and the numbers of what was posted in it."""

    database: Database
    owner: Actor
    numbers: dict[str, str]

    def run(
        self,
        name: str,
        first: str = "",
        last: str = "",
        *,
        actor: Actor | None = None,
        **filters: str,
    ) -> Result:
        return run(self.database, actor or self.owner, name, first, last, **filters)


def report(name: str) -> Report:
    return find_report(REPORTS, name)


def run(
    database: Database, actor: Actor, name: str, first: str = "", last: str = "", **filters: str
) -> Result:
    days = [date.fromisoformat(day) if day else None for day in (first, last)]
    with database.reading(actor) as session:
        return run_report(session, report(name), *days, filters)


def records(result: Result) -> list[dict[str, object]]:
    """The data rows by column id."""
    ids = [column.id for column in result.columns]
    return [dict(zip(ids, row.cells, strict=True)) for row in result.data]


def a_year_of_trade(session: Session) -> dict[str, str]:
    drinks = Category(name="饮料")
    session.add(drinks)
    session.flush()
    tea = Category(name="茶", parent_id=drinks.id)
    session.add(tea)
    session.flush()
    box = {"units": {"箱": (24, 1)}}
    a = a_product(session, "A", category_id=drinks.id, min_stock=pieces(500), brand="清溪", **box)
    b = a_product(session, "B", category_id=tea.id, unit="斤", places=3)
    c = a_product(session, "C", max_stock=pieces(1), brand="清溪")
    s1, s2 = a_supplier(session, "S01"), a_supplier(session, "S02")
    k1, k2 = a_customer(session, "C01"), a_customer(session, "C02")
    found = {}

    def keep(name: str, posted: object) -> str:
        found[name] = posted.number
        return posted.number

    keep(
        "r1",
        receive(
            session,
            s1,
            [line(a, 10, 240, unit="箱"), line(b, "12.5", "8.80")],
            day=date(2026, 1, 5),
        ),
    )
    keep(
        "r2",
        receive(
            session,
            s2,
            [line(a, 33, "11.37")],
            day=date(2026, 3, 7),
            payments=(Payment(2, fen("200.00")),),
        ),
    )
    keep(
        "d1",
        deliver(
            session,
            k1,
            [line(a, 100, "15.00"), line(b, "2.345", "12.00")],
            day=date(2026, 2, 3),
            salesperson="小王",
        ),
    )
    keep(
        "d2",
        deliver(
            session,
            k2,
            [line(a, 7, "16.66", discount=500)],
            day=date(2026, 3, 31),
            order_discount=fen("3.21"),
            payments=(Payment(1, fen("50.00")),),
        ),
    )
    shift = api_shift(session, date(2026, 4, 9))
    keep("t1", ring_up(session, shift.id, [line(a, 3, "19.90"), line(c, 5, "4.00")], cash="100.00"))
    keep("t2", ring_up(session, shift.id, [line(b, "1.250", "13.00")], cash="20.00"))
    keep("back", take_back(session, shift.id, found["t1"], (1, "1")))
    keep("shift", close_as_counted(session, shift.id))
    keep("r3", receive(session, s1, [line(c, 20, "2.50")], day=date(2026, 5, 1)))
    keep("d3", deliver(session, k1, [line(c, 2, "5.00")], day=date(2026, 6, 1), salesperson="小李"))
    keep(
        "red d3",
        reverse_delivery(session, Reversal(found["d3"], "写错", date(2026, 6, 2)), key=new_key()),
    )
    keep("r4", receive(session, s2, [line(b, 3, "9.10")], day=date(2026, 6, 30)))
    keep(
        "red r4",
        reverse_receipt(session, Reversal(found["r4"], "退", date(2026, 7, 2)), key=new_key()),
    )
    later = api_shift(session, date(2026, 7, 3))
    keep("t3", ring_up(session, later.id, [line(a, 2, "20.00")], cash="40.00"))
    keep(
        "red t3",
        reverse_ticket(session, Reversal(found["t3"], "错", date(2026, 7, 3)), key=new_key()),
    )
    return found


@pytest.fixture
def make_trade(new_shop: Callable[..., Database], owner: Actor) -> Callable[..., Trade]:
    def make(taxpayer: str = "small", dialect: str = "sqlite") -> Trade:
        database = new_shop(taxpayer, dialect)
        with database.transaction(owner) as session:
            numbers = a_year_of_trade(session)
        return Trade(database, owner, numbers)

    return make


@pytest.fixture(params=["small", "general"])
def any_trade(
    make_trade: Callable[..., Trade], dialect: str, request: pytest.FixtureRequest
) -> Trade:
    """The year on both databases, for both kinds of taxpayer."""
    return make_trade(request.param, dialect)


@pytest.fixture
def trade(make_trade: Callable[..., Trade]) -> Trade:
    """The year of a small taxpayer on SQLite."""
    return make_trade()
