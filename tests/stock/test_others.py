"""Goods in and out for other purposes: as typed in, at cost out, against the account that was chosen."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.others import (
    OtherDraft,
    foresee_issue,
    foresee_receipt,
    post_other_issue,
    post_other_receipt,
    purpose_accounts,
    reverse_other_issue,
    reverse_other_receipt,
)
from jxc_desktop.stock.queries import other_issue_view, other_receipt_list, other_receipt_view
from jxc_desktop.stock.trade import ListFilter
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    pool,
    receive,
)


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    with any_database.transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def draft(account: str, *lines: object, **more: object) -> OtherDraft:
    return OtherDraft(DAY, MAIN, account, lines, **more)


def stocked(session: Session, quantity: int = 7, at: str = "1.43") -> int:
    product = a_product(session)
    receive(session, a_supplier(session), [line(product, quantity, at)])
    return product


def test_the_owner_puts_goods_in_at_their_worth(session: Session) -> None:
    product = a_product(session)
    came = post_other_receipt(session, draft("3001", line(product, 10, "2.50")), key=new_key())
    assert came.number == "QTRK202611200001"
    assert legs(session, came.number) == [("1405", fen(25), 0), ("3001", 0, fen(25))]
    assert pool(session, product) == (pieces(10), fen(25))
    [row] = other_receipt_list(session, ListFilter())
    assert (row.partner, row.total) == ("实收资本(股本)", fen(25))


def test_goods_used_in_the_house_leave_at_cost(session: Session) -> None:
    product = stocked(session)
    told = foresee_issue(session, draft("5602", line(product, 3)))
    used = post_other_issue(
        session, draft("5602", line(product, 3), remark="办公用"), key=new_key()
    )
    assert used.number == "QTCK202611200001"
    assert legs(session, used.number) == [("5602", fen("4.29"), 0), ("1405", 0, fen("4.29"))]
    assert [(x.account, x.debit, x.credit) for x in told.legs] == legs(session, used.number)
    view = other_issue_view(session, used.number)
    assert (view.account_name, view.total, view.lines[0].amount) == (
        "管理费用", fen("4.29"), fen("4.29"),
    )  # fmt: skip


def test_goods_without_a_price_come_in_at_the_average(session: Session) -> None:
    product = stocked(session, 3, "3.333333")
    came = post_other_receipt(session, draft("5301", line(product, 1)), key=new_key())
    assert other_receipt_view(session, came.number).lines[0].amount == fen("3.33")
    assert foresee_receipt(session, draft("5301", line(product, 2))).legs[0].debit == fen("6.67")


def test_taken_back_all_is_as_it_was(session: Session) -> None:
    product = stocked(session)
    before, there = balances(session), pool(session, product)
    came = post_other_receipt(session, draft("5301", line(product, 2, "9.99")), key=new_key())
    reverse_other_receipt(session, Reversal(came.number, "写错"), key=new_key())
    used = post_other_issue(session, draft("5601", line(product, 2)), key=new_key())
    reverse_other_issue(session, Reversal(used.number, "写错"), key=new_key())
    assert (balances(session), pool(session, product)) == (before, there)


def test_goods_sold_before_they_came_are_trued_up(session: Session) -> None:
    change_setting(session, "allow_negative_stock", value=True)
    product = stocked(session, 1, "10.00")
    deliver(session, a_customer(session), [line(product, 3, "20.00")])
    came = post_other_receipt(session, draft("5301", line(product, 2, "9.00")), key=new_key())
    assert legs(session, came.number)[2:] == [("1405", fen(2), 0), ("5401", 0, fen(2))]


@pytest.mark.parametrize(
    "account", ["", "1405", "1001", "100101", "1122", "190101", "22210101", "9"]
)
def test_what_is_no_purpose_is_refused(session: Session, account: str) -> None:
    product = stocked(session)
    with pytest.raises(UserError, match="不能做货的去处或来源"):
        post_other_issue(session, draft(account, line(product, 1)), key=new_key())
    assert account not in {each.code for each in purpose_accounts(session)}


def test_no_more_goes_out_than_lies_there(session: Session) -> None:
    product = stocked(session, 2)
    with pytest.raises(Refused, match="只有 2 个，这里要 3"):
        post_other_issue(session, draft("5602", line(product, 3)), key=new_key())


def test_they_come_as_data_and_are_told_as_data(session: Session) -> None:
    stocked(session)
    came = {
        "key": "i", "type": "other_receipt", "account": "5301",
        "lines": [{"product": "A", "quantity": "2", "price": "1.25"}],
    }  # fmt: skip
    told = as_data(session, "other_receipt", post_document(session, came).number)
    assert told["lines"] == [{"product": "A", "quantity": "2", "unit": "个", "price": "1.25"}]
    post_document(session, {**told, "key": "j"})
    used = {
        "key": "o", "type": "other_issue", "account": "5602", "deemed_sale": True,
        "lines": [{"product": "A", "quantity": "3"}],
    }  # fmt: skip
    told = as_data(session, "other_issue", post_document(session, used).number)
    assert (told["account"], told["deemed_sale"]) == ("5602", True)
    assert told["lines"][0]["quantity"] == "3"
    post_document(session, {**told, "key": "p"})


def test_a_keeper_sees_no_worth(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        product = stocked(session)
        number = post_other_issue(session, draft("5602", line(product, 1)), key=new_key()).number
    with any_database.reading(Actor(1, "库管", frozenset({"keeper"}), "test")) as session:
        view = other_issue_view(session, number)
        assert (view.total, view.lines[0].amount) == (None, None)
