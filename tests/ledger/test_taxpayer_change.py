"""A small taxpayer becomes a general one from a month on, and back: each month by its own rules (domain.md §3.5)."""

from datetime import date

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused
from jxc_desktop.features import CLOSING, INVARIANTS
from jxc_desktop.ledger.closing.services import close_period
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import change_setting, put_setting, settings_of
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    receive,
)

MARCH, APRIL, MAY = date(2026, 3, 10), date(2026, 4, 10), date(2026, 5, 10)


def test_the_kind_changes_between_months_and_each_keeps_its_rules(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        for name, value in (
            ("start_month", "2026-03"),
            ("taxpayer", "small"),
            ("income_tax_rate", 0),
        ):
            put_setting(session, name, value)
        supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
        bought = receive(
            session, supplier, [line(product, 10, 113)], day=MARCH, price_includes_tax=True
        )
        sold = deliver(session, customer, [line(product, 1, 202)], day=MARCH)
        assert ("1405", fen(1130), 0) in legs(session, bought.number)
        assert ("22210120", 0, fen(2)) in legs(session, sold.number)
        with pytest.raises(Refused, match="2026-03 已经记账，还没结账"):
            change_setting(session, "taxpayer", "general")
        close_period(session, "2026-03", CLOSING)
        assert "22210120" not in balances(
            session
        )  # below the threshold: exempt at the quarter's end
        change_setting(session, "taxpayer", "general")
        bought = receive(
            session, supplier, [line(product, 10, 100)], day=APRIL, price_includes_tax=False
        )
        sold = deliver(session, customer, [line(product, 10, 226)], day=APRIL)
        assert ("22210101", fen(130), 0) in legs(session, bought.number)
        assert ("22210107", 0, fen(260)) in legs(session, sold.number)
        with pytest.raises(Refused, match="2026-04 已经记账"):
            change_setting(session, "taxpayer", "small")
        close_period(session, "2026-04", CLOSING)
        assert balances(session)["222102"] == -fen(130)
        change_setting(session, "taxpayer", "small")
        assert not settings_of(session).general
        sold = deliver(session, customer, [line(product, 1, 202)], day=MAY)
        assert ("22210120", 0, fen(2)) in legs(session, sold.number)
        close_period(session, "2026-05", CLOSING)
        assert balances(session)["222102"] == -fen(130)
        assert [said for each in INVARIANTS for said in each.check(session)] == []
