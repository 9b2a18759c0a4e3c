"""收银稽核: frauds that the till does not refuse stand in the owner's report, beside the other cashiers."""

from dataclasses import replace

import pytest

from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.features import REPORTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.selling import note_cancelled, note_deleted, note_drawer, reprint
from jxc_desktop.pos.services import reverse_ticket
from jxc_desktop.pos.shifts import close_shift, open_shift
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.shop.actor import lend
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.models import User, UserRole
from jxc_desktop.shop.vouching import with_rights
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.shopkeeping import a_product, fen, line, price, ring_up, take_back

OWNER = actor_with("owner")
LENT = (
    "pos.delete_line",
    "pos.open_drawer",
    "document.reprint",
    "pos_return.post",
    "pos.change_price",
)


@pytest.fixture
def shop(any_database, owner):
    """Two cashiers, 张 and 李, each with a till of their own open; 李 sold twenty times and did nothing else."""
    with any_database.transaction(owner) as session:
        goods = a_product(session, "A", retail_price=price(10))
        people = {}
        for name in ("zhang", "li"):
            user = User(name=name, full_name=name)
            session.add(user)
            session.flush()
            session.add(UserRole(user_id=user.id, role="cashier"))
            people[name] = replace(actor_with("cashier"), user_id=user.id, name=name)
        session.flush()
    with any_database.transaction(people["li"]) as session:
        shift = open_shift(session, "01", 0)
        for _ in range(20):
            ring_up(session, shift, [line(goods, 1)], cash="10")
        close_shift(session, shift, {10000: 2})
    with any_database.transaction(people["zhang"]) as session:
        shift = open_shift(session, "01", 0)
        sold = [ring_up(session, shift, [line(goods, 1)], cash="10").number for _ in range(4)]
    return any_database, owner, people["zhang"], shift, goods, sold


def rows(database, owner, **filters):
    with database.reading(owner) as session:
        result = run_report(session, find_report(REPORTS, "cashier_audit"), filters=filters)
    names = [column.id for column in result.columns]
    return {row.cells[0]: dict(zip(names, row.cells, strict=True)) for row in result.data}


def do(database, actor, act):
    with database.transaction(actor) as session:
        act(session)


def lent(session, act, *args):
    """What a cashier does with the owner's leave."""
    return with_rights(tuple((right, OWNER) for right in LENT), act, session, *args)


def test_what_was_taken_off_given_up_opened_and_printed_again_is_told_with_its_money(shop):
    database, owner, zhang, _shift, _goods, sold = shop
    with database.transaction(zhang) as session:
        for _ in range(3):
            lent(session, note_deleted, "01", "A", 10000, 1000)
        lent(session, note_cancelled, "01", 2, 2500)
        lent(session, note_drawer, "01")
        lent(session, reprint, sold[0])
    told = rows(database, owner)
    row = told["zhang"]
    assert (row["sales"], row["sales_amount"]) == (4, 4000)
    assert (row["deleted"], row["deleted_amount"]) == (3, 3000)
    assert (row["cancelled"], row["cancelled_amount"]) == (1, 2500)
    assert (row["drawer"], row["reprints"], row["lent"]) == (1, 1, 6 * len(LENT))
    assert "删行" in row["unusual"]
    assert "重打" not in row["unusual"]
    assert told["li"]["unusual"] == ""
    assert list(rows(database, owner, cashier="li")) == ["li"]


def test_money_given_back_just_before_the_count_is_told_apart(shop):
    database, owner, zhang, shift, _goods, sold = shop
    with database.transaction(zhang) as session:
        lend(session, "pos_return.post", OWNER)
        take_back(session, shift, sold[0], (1, "1"))
        close_shift(session, shift, {1000: 3})
    row = rows(database, owner)["zhang"]
    assert (row["returns"], row["returns_amount"], row["late_returns"]) == (1, 1000, 1000)


def test_a_friend_s_discount_a_red_ticket_and_an_exchange_are_told(shop):
    database, owner, zhang, shift, goods, sold = shop
    with database.transaction(zhang) as session:
        ring_up(session, shift, [line(goods, 1, discount=5000)], cash="5", order_discount=100)
        lend(session, "pos_return.post", OWNER)
        back = (ReturnLine(1, 10000),)
        none = (TenderDraft("cash", fen(10)),)
        ring_up(session, shift, [line(goods, 2)], tenders=none, original=sold[1], back=back)
    with database.transaction(replace(OWNER, user_id=zhang.user_id, name="zhang")) as session:
        reverse_ticket(session, Reversal(sold[0], "客人不要了"), key=new_key())
    row = rows(database, owner)["zhang"]
    assert (row["discounted"], row["order_discounts"]) == (1, 100)
    assert (row["reversed"], row["sales"]) == (1, 5)
    assert (row["returns"], row["returns_amount"]) == (1, 1000)


def test_what_a_cashier_may_not_do_alone_is_refused(shop):
    database, _owner, zhang, shift, goods, sold = shop
    tries = (
        lambda s: note_drawer(s, "01"),
        lambda s: take_back(s, shift, sold[0], (1, "1")),
        lambda s: ring_up(s, shift, [line(goods, 1, 5)], cash="5"),
        lambda s: reverse_ticket(s, Reversal(sold[0], "x"), key=new_key()),
    )
    for attempt in tries:
        with pytest.raises(Forbidden):
            do(database, zhang, attempt)


def test_goods_never_sold_and_a_short_drawer_without_a_reason_are_refused(shop):
    database, _owner, zhang, shift, _goods, sold = shop
    with database.transaction(zhang) as session:
        lend(session, "pos_return.post", OWNER)
        with pytest.raises(Refused, match="最多还能退"):
            take_back(session, shift, sold[0], (1, "2"))
        with pytest.raises(InvalidInput, match="写上原因"):
            close_shift(session, shift, {1000: 3})
