"""Credit: the limit and the overdue days stop a delivery, or ask for a right, or only warn; never what is paid."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.credit import credit_standing
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import AdvanceDraft, post_advance_receipt
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.partners.services import disable_customer
from jxc_desktop.shop.actor import Actor, lend
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from tests.conftest import actor_with
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    legs,
    line,
    receive,
)


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> Database:
    """Customer 1 may owe 100.00 for ten days; product 1 lies there."""
    with any_database.transaction(owner) as session:
        a_customer(session, credit_limit=fen(100), credit_days=10)
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 1000, 1)])
    return any_database


@pytest.fixture
def session(shop: Database, owner: Actor) -> Iterator[Session]:
    with shop.transaction(owner) as session:
        yield session


def sell(session: Session, amount: str, **more: object) -> object:
    return deliver(session, 1, [line(1, 1, amount)], **more)


def test_a_fresh_shop_only_warns(session: Session) -> None:
    sell(session, "150")
    standing = credit_standing(session, customer_facts(session, 1), fen(10), DAY)
    assert (standing.owed, standing.over, standing.overdue) == (fen(160), fen(60), 0)
    assert standing.problem == "客户C01 欠款会到 160.00，超过信用额度 100.00"


def test_over_the_limit_is_refused_to_everybody_and_leaves_nothing(session: Session) -> None:
    change_setting(session, "credit_rule", "refuse")
    sell(session, "100")
    with pytest.raises(Refused, match=r"超过信用额度 100\.00。先收款") as refusal:
        sell(session, "0.01")
    assert refusal.value.field == "partner"
    sell(session, "30", payments=(Payment(1, fen(30)),))


def test_money_paid_ahead_makes_room(session: Session) -> None:
    change_setting(session, "credit_rule", "refuse")
    ahead = AdvanceDraft(DAY, 1, (Payment(1, fen(50)),))
    post_advance_receipt(session, ahead, key=new_key())
    sell(session, "150")
    with pytest.raises(Refused):
        sell(session, "1")


def test_a_firm_without_a_limit_owes_what_it_will(session: Session) -> None:
    change_setting(session, "credit_rule", "refuse")
    other = a_customer(session, "C02")
    deliver(session, other, [line(1, 1, "99999")])


@pytest.mark.parametrize(
    ("tolerated", "late", "stopped"),
    [(0, 11, True), (0, 10, False), (5, 15, False), (5, 16, True)],
)
def test_an_overdue_debt_stops_more(
    session: Session, tolerated: int, late: int, stopped: bool
) -> None:
    change_setting(session, "credit_rule", "refuse")
    change_setting(session, "credit_overdue_days", tolerated)
    sell(session, "10", day=DAY - timedelta(days=late))
    if not stopped:
        sell(session, "10")
        return
    with pytest.raises(Refused, match=r"有 10.00 逾期太久"):
        sell(session, "10")


def test_who_has_or_borrows_the_right_passes(
    shop: Database, owner: Actor, new_shop: Callable[..., Database]
) -> None:
    with shop.transaction(owner) as session:
        change_setting(session, "credit_rule", "authorise")
        sell(session, "150")
    accountant = actor_with("accountant")
    with (
        shop.transaction(accountant) as session,
        pytest.raises(Forbidden, match="授权") as refusal,
    ):
        sell(session, "150")
    assert refusal.value.lendable == "credit.exceed"
    with shop.transaction(accountant) as session:
        lend(session, "credit.exceed", owner)
        assert legs(session, sell(session, "150").number)


def test_a_customer_out_of_use_gets_nothing(session: Session) -> None:
    disable_customer(session, 1)
    with pytest.raises(UserError, match="已停用"):
        sell(session, "1", payments=(Payment(1, fen(1)),))
