"""The ticket in memory reckons as the posting does."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.numbers import ONE
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.services import post_ticket
from jxc_desktop.pos.ticket import PIECE, OpenTicket, Rounding
from jxc_desktop.pos.ticket_steps import TicketSteps
from jxc_desktop.pos.ticket_text import text_of_ticket, ticket_of
from jxc_desktop.shop.keys import new_key
from tests.pos.conftest import APPLES, BAG, CASE, MILK, WATER, scanned
from tests.shopkeeping import a_product, fen, pieces, price


@pytest.fixture
def goods(counter):
    database, _ = counter
    return {code: scanned(database, code) for code in (WATER, CASE, MILK, APPLES, BAG)}


def test_the_same_goods_scanned_again_go_onto_the_last_line(goods):
    ticket = OpenTicket().adding(goods[WATER]).adding(goods[WATER], pieces(2))
    assert [line.quantity for line in ticket.lines] == [pieces(3)]
    ticket = ticket.adding(goods[MILK]).adding(goods[WATER])
    assert len(ticket.lines) == 3
    assert ticket.due == fen("63.00")
    assert ticket.pieces == 5


def test_another_unit_or_price_is_another_line(goods):
    ticket = OpenTicket().adding(goods[WATER]).adding(goods[CASE])
    assert [line.amount for line in ticket.lines] == [200, 2400]
    ticket = ticket.adding(goods[CASE], price=price("22.5"))
    assert len(ticket.lines) == 3


def test_weighed_goods_count_as_one_piece_and_take_three_decimals(goods):
    ticket = OpenTicket().adding(goods[APPLES], pieces("1.236"))
    assert (ticket.due, ticket.pieces) == (1231, 1)
    with pytest.raises(InvalidInput, match="3 位小数"):
        ticket.with_quantity(0, pieces("1.2365"))
    with pytest.raises(InvalidInput, match="0 位小数"):
        ticket.adding(goods[WATER], pieces("0.5"))


def test_what_cannot_be_sold_is_refused_in_words(counter, owner, goods):
    with pytest.raises(InvalidInput, match="没有零售价"):
        OpenTicket().adding(goods[BAG])
    assert OpenTicket().adding(goods[BAG], price=price("0.3")).due == 30
    database, _ = counter
    with database.transaction(owner) as session:
        a_product(session, "OLD", disabled=True)
    with pytest.raises(Refused, match="已停用"):
        OpenTicket().adding(scanned(database, "OLD"))
    for quantity in (0, -PIECE, 10**10):
        with pytest.raises(InvalidInput):
            OpenTicket().adding(goods[WATER]).with_quantity(0, quantity)


def test_the_worked_example_of_a_discounted_ticket(counter, owner):
    database, _ = counter
    with database.transaction(owner) as session:
        for code, amount in (("A", "29.90"), ("B", "15.80"), ("C", "7.50")):
            a_product(session, code, retail_price=price(amount))
    ticket = OpenTicket(rounding=Rounding.FEN)
    for code in "ABC":
        ticket = ticket.adding(scanned(database, code))
    ticket = ticket.with_rate_off(1200)  # T23: 8.8折 and 抹分
    assert (ticket.order_discount, ticket.rounding_off, ticket.due) == (638, 2, fen("46.80"))


def test_a_rate_for_the_order_grows_with_it_and_yuan_never_pass_it(goods):
    ticket = OpenTicket().adding(goods[MILK]).with_rate_off(1000)
    assert ticket.order_discount == 550
    assert ticket.adding(goods[MILK]).order_discount == 1100
    ticket = ticket.with_yuan_off(5000).adding(goods[WATER]).without(0)
    assert (ticket.amount, ticket.order_discount, ticket.due) == (200, 200, 0)


@pytest.mark.parametrize(
    ("mode", "due", "off"),
    [
        (Rounding.NONE, 1237, 0), (Rounding.FEN, 1237, 7), (Rounding.JIAO, 1237, 37),
        (Rounding.NEAREST_JIAO, 1234, 4), (Rounding.NEAREST_JIAO, 1235, 0),
        (Rounding.NEAREST_YUAN, 1249, 49), (Rounding.NEAREST_YUAN, 1250, 0),
        (Rounding.FEN, 5, 0), (Rounding.JIAO, 0, 0),
    ],
)  # fmt: skip
def test_rounding_never_asks_for_more_nor_gives_all_away(mode, due, off):
    assert mode.off(due) == off


def test_below_the_lowest_price_is_seen(goods):
    ticket = OpenTicket().adding(goods[MILK])
    assert not ticket.lines[0].is_below_minimum
    assert ticket.with_discount(0, 1000).lines[0].is_below_minimum
    assert not ticket.with_price(0, price(50)).lines[0].is_below_minimum


def test_every_step_can_be_taken_back(goods):
    steps = TicketSteps()
    for change in (
        lambda t: t.adding(goods[WATER]),
        lambda t: t.adding(goods[MILK]),
        lambda t: t.with_discount(1, 500),
        lambda t: t.without(0),
    ):
        steps.take(change(steps.ticket))
    seen = [steps.ticket]
    while steps.undo():
        seen.append(steps.ticket)
    assert [len(ticket.lines) for ticket in seen] == [1, 2, 2, 1, 0]
    while steps.redo():
        pass
    assert steps.ticket == seen[0]
    steps.undo()
    steps.take(steps.ticket.with_yuan_off(100))
    assert not steps.redo()


def test_a_ticket_survives_as_text(goods):
    ticket = OpenTicket(rounding=Rounding.JIAO).adding(goods[CASE]).adding(goods[APPLES], 12360)
    ticket = ticket.with_discount(1, 500).with_rate_off(300)
    assert ticket_of(text_of_ticket(ticket)) == ticket


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"version": 2}', '{"version": 1}'])
def test_text_that_is_no_ticket_is_refused(text):
    with pytest.raises(InvalidInput, match="读不出来"):
        ticket_of(text)


def test_a_price_nobody_touched_follows_the_goods(counter, owner, goods):
    database, _ = counter
    ticket = OpenTicket().adding(goods[WATER]).adding(goods[MILK], price=price(50))
    with database.transaction(owner) as session:
        session.connection().exec_driver_sql(
            "UPDATE product SET retail_price = retail_price + 1000000"
        )
    now = {code: scanned(database, code) for code in (WATER, MILK)}
    renewed = ticket.renewed(lambda product: now[product.barcode])
    assert [line.price for line in renewed.lines] == [price(3), price(50)]


LINES = st.lists(
    st.tuples(
        st.sampled_from([WATER, CASE, MILK, APPLES]),
        st.integers(1, 99_999),
        st.none() | st.integers(0, 500_000_000),
        st.integers(0, ONE),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, st.integers(0, ONE), st.integers(0, 5000), st.booleans(), st.sampled_from(Rounding))
def test_screen_and_posting_reckon_alike(
    counter, owner, goods, lines, rate, yuan, by_rate, rounding
):
    """What the customer is told is what is booked, to the fen."""
    database, shift = counter
    ticket = OpenTicket(rounding=rounding)
    for code, number, at, discount in lines:
        quantity = number * 10 if code == APPLES else number * PIECE
        ticket = ticket.adding(goods[code], quantity, at)
        ticket = ticket.with_discount(len(ticket.lines) - 1, discount)
    ticket = ticket.with_rate_off(rate) if by_rate else ticket.with_yuan_off(
        min(yuan, ticket.amount)
    )  # fmt: skip
    tenders = (TenderDraft("cash", ticket.due),) if ticket.due else ()
    with database.transaction(owner) as session:
        posted = post_ticket(session, ticket.draft(tenders), shift, key=new_key())
    assert posted.total == ticket.due
    assert ticket.full_amount - ticket.reductions - ticket.rounding_off == ticket.due
