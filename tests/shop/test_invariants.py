"""A sound shop is told to be sound, and each planted fault is found and named."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.guards import drop_guards
from jxc_desktop.core.secrets import Secret
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.invariants import (
    INVARIANTS,
    MOST_NAMED,
    acts_are_in_the_chain,
    keys_point_home,
    numbers_have_no_gaps,
)
from jxc_desktop.shop.keys import Key, new_key
from jxc_desktop.shop.passwords import Passwords
from jxc_desktop.shop.services import set_password
from tests.shop.conftest import refused
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    deliver,
    line,
    receive,
    ring_up,
)

NEXT = date(2026, 11, 21)
DELIVERY = "XSCK20261120000"


@pytest.fixture
def shop(any_database: Database, owner: Actor, light: Passwords) -> Database:
    """A busy day: a receipt, three deliveries, one of them taken back, a ticket at the till, and people."""
    with any_database.transaction(owner) as session:
        supplier, customer, product = a_supplier(session), a_customer(session), a_product(session)
        receive(session, supplier, [line(product, 100, "6.00")])
        for number in range(3):
            deliver(session, customer, [line(product, 1, "9.00")], key=Key(f"d-{number}", "x"))
        deliver(session, customer, [line(product, 2, "9.00")], day=NEXT)
        reverse_delivery(session, Reversal(f"{DELIVERY}2", "退货"), key=new_key())
        shift = open_shift(session, "01", 0)
        ring_up(session, shift, [line(product, 1)], cash="10")
        set_password(session, "owner", Secret("correct horse 9"), passwords=light)
    return any_database


@pytest.fixture
def broken(shop: Database, owner: Actor) -> Callable[..., None]:
    """Runs SQL as somebody would who first took the triggers away."""

    def run(*statements: str) -> None:
        with shop.transaction(owner) as session:
            drop_guards(session.connection())
            for statement in statements:
                session.execute(text(statement))

    return run


def found(shop: Database, owner: Actor, check: Callable[[Session], list[str]]) -> list[str]:
    with shop.reading(owner) as session:
        return check(session)


def test_a_sound_shop_has_no_problems(shop: Database, owner: Actor) -> None:
    for invariant in INVARIANTS:
        assert found(shop, owner, invariant.check) == [], invariant.id


def test_the_same_is_true_of_an_empty_one(any_database: Database, owner: Actor) -> None:
    for invariant in INVARIANTS:
        assert found(any_database, owner, invariant.check) == [], invariant.id


def test_what_is_refused_leaves_no_gap(shop: Database, owner: Actor) -> None:
    with refused(shop, owner) as session:
        deliver(session, 2, [line(1, 1, "9.00")])
    with shop.transaction(owner) as session:
        assert deliver(session, 2, [line(1, 1, "9.00")]).number == f"{DELIVERY}5"
    assert found(shop, owner, numbers_have_no_gaps) == []


# --- I5 -----------------------------------------------------------------------------------------


def test_a_vanished_document_is_missed_by_number(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(
        "DELETE FROM sales_delivery_line WHERE document_id = 1",
        f"DELETE FROM sales_delivery WHERE number = '{DELIVERY}1'",
    )
    assert any(f"{DELIVERY}1" in problem for problem in found(shop, owner, numbers_have_no_gaps))


def test_a_vanished_last_document_is_missed_by_the_counter(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(
        "DELETE FROM sales_delivery_line WHERE document_id = 4",
        "DELETE FROM sales_delivery WHERE number = 'XSCK202611210001'",
    )
    [problem] = found(shop, owner, numbers_have_no_gaps)
    assert "20261121" in problem
    assert "没有一张单" in problem


def test_a_counter_set_back_is_found(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken("UPDATE counter SET value = 2 WHERE series = 'XSCK' AND span = '20261120'")
    [problem] = found(shop, owner, numbers_have_no_gaps)
    assert "XSCK" in problem
    assert "第 4 号" in problem


def test_two_spellings_of_one_number_are_found(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(
        "UPDATE sales_delivery SET number = 'XSCK2026112000001' WHERE number = 'XSCK202611200002'"
    )
    problems = found(shop, owner, numbers_have_no_gaps)
    assert any("XSCK202611200002" in problem and "缺" in problem for problem in problems)


@pytest.mark.parametrize("number", ["XSCK202611190001", "nonsense", "XSCK20261120000A"])
def test_a_number_that_does_not_say_its_day_is_found(
    shop: Database, owner: Actor, broken: Callable[..., None], number: str
) -> None:
    broken(f"UPDATE sales_delivery SET number = '{number}' WHERE number = '{DELIVERY}3'")
    problems = found(shop, owner, numbers_have_no_gaps)
    assert any(number in problem and "不合" in problem for problem in problems)


def test_more_than_9999_in_a_day_are_no_gap(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken("UPDATE counter SET value = 9998 WHERE series = 'CGRK' AND span = '20261120'")
    with shop.transaction(owner) as session:
        numbers = [receive(session, 1, [line(1, 1, "6.00")]).number for _ in range(2)]
    assert numbers == ["CGRK202611209999", "CGRK2026112010000"]
    problems = found(shop, owner, numbers_have_no_gaps)
    assert len(problems) == 1
    assert "CGRK202611200002" in problems[0]
    assert "9997" in problems[0]


# --- I9 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        "detail = '{}'",
        "object = 'XSCK202611200009'",
        "user_id = 9",
        "at = at + 1",
        "machine = 'x'",
        "action = 'nothing'",
        "hash = '0'",
    ],
)
def test_an_edited_row_of_the_log_is_found_and_named(
    shop: Database, owner: Actor, broken: Callable[..., None], change: str
) -> None:
    broken(f"UPDATE audit SET {change} WHERE id = 3")
    assert any("第 3 行" in problem for problem in found(shop, owner, acts_are_in_the_chain))


def test_a_removed_row_is_found_at_the_next_one_only(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken("DELETE FROM audit WHERE id = 2")
    problems = found(shop, owner, acts_are_in_the_chain)
    assert "第 3 行" in problems[0]
    assert not any("第 4 行" in problem for problem in problems)


def test_rows_cut_off_at_the_end_are_found_though_the_rest_fits(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)")
    [problem] = found(shop, owner, acts_are_in_the_chain)
    assert "末尾" in problem


def test_a_row_that_was_smuggled_in_is_found(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(
        "INSERT INTO audit SELECT id + 1, at, user_id, machine, action, object, detail, hash FROM audit "
        "WHERE id = (SELECT max(id) FROM audit)"
    )
    assert len(found(shop, owner, acts_are_in_the_chain)) == 2


def test_a_posting_that_the_log_knows_nothing_of_is_named(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(
        "INSERT INTO opening_stock (warehouse_id, number, day, state, total, remark, reason, created_by, "
        "created_at, posted_by, posted_at) VALUES (1, 'QC202611200001', '2026-11-20', 'posted', 0, '', '', 1, 0, 1, 0)"
    )
    assert found(shop, owner, acts_are_in_the_chain) == ["QC202611200001 已过账，操作日志里却没有"]


def test_a_reversal_that_the_log_knows_nothing_of_is_named(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken(f"UPDATE sales_delivery SET state = 'reversed' WHERE number = '{DELIVERY}1'")
    assert found(shop, owner, acts_are_in_the_chain) == [f"{DELIVERY}1 已红冲，操作日志里却没有"]


# --- I14 ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change", ["number = 'XSCK202611200009'", "total = total + 1", "document_id = 99"]
)
def test_a_key_that_points_astray_is_found(
    shop: Database, owner: Actor, broken: Callable[..., None], change: str
) -> None:
    broken(f"UPDATE document_key SET {change} WHERE key = 'd-1'")
    [problem] = found(shop, owner, keys_point_home)
    assert "d-1" in problem


def test_a_key_of_a_kind_that_does_not_exist_is_found(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    broken("UPDATE document_key SET kind = 'dream' WHERE key = 'd-1'")
    [problem] = found(shop, owner, keys_point_home)
    assert "dream" in problem


def test_a_shop_in_ruins_names_the_first_twenty(
    shop: Database, owner: Actor, broken: Callable[..., None]
) -> None:
    with shop.transaction(owner) as session:
        for _ in range(MOST_NAMED + 5):
            deliver(session, 2, [line(1, 1, "9.00")], key=new_key())
    broken("UPDATE document_key SET total = -1")
    assert len(found(shop, owner, keys_point_home)) == MOST_NAMED
