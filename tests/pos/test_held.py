"""Tickets put aside and the draft behind the screen."""

import pytest

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.pos.held import (
    discard_held,
    held_tickets,
    hold_ticket,
    load_draft,
    recall_ticket,
    rename_held,
    save_draft,
)
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.till_state import till_state
from jxc_desktop.shop.keys import Key
from tests.conftest import actor_with
from tests.pos.conftest import MILK, WATER
from tests.shopkeeping import TenderDraft, a_product, pieces, post_ticket


@pytest.fixture
def session(any_database, owner, make_goods):
    with any_database.transaction(owner) as session:
        make_goods(session)
        yield session


@pytest.fixture
def ticket(session):
    from jxc_desktop.catalog.queries.till import product_by_barcode

    water, milk = (product_by_barcode(session, code) for code in (WATER, MILK))
    return OpenTicket().adding(water, pieces(3)).adding(milk)


def test_a_ticket_put_aside_comes_back_whole_and_once(session, ticket):
    held = hold_ticket(session, 1, ticket, "忘带手机")
    hold_ticket(session, 1, ticket)
    names = [view.name for view in held_tickets(session, 1)]
    assert names == ["忘带手机", "清溪天然水等"]
    assert held_tickets(session, 2) == []
    assert recall_ticket(session, held) == ticket
    with pytest.raises(NotFound, match="取走"):
        recall_ticket(session, held)
    assert len(held_tickets(session, 1)) == 1


def test_holding_clears_the_screen_behind_too(session, ticket):
    save_draft(session, 1, ticket)
    hold_ticket(session, 1, ticket)
    assert load_draft(session, 1) is None


def test_an_empty_ticket_is_not_put_aside(session):
    with pytest.raises(InvalidInput, match="空单"):
        hold_ticket(session, 1, OpenTicket())


def test_a_ticket_put_aside_gets_another_name_or_is_thrown_away(session, ticket):
    held = hold_ticket(session, 1, ticket)
    rename_held(session, held, "  去拿\t鸡蛋 ")
    assert held_tickets(session, 1)[0].name == "去拿 鸡蛋"
    with pytest.raises(InvalidInput):
        rename_held(session, held, " ")
    discard_held(session, held)
    assert held_tickets(session, 1) == []
    with pytest.raises(NotFound):
        rename_held(session, held, "x")


def test_the_draft_is_one_for_each_till_and_goes_when_the_ticket_is_empty(session, ticket):
    save_draft(session, 1, ticket)
    save_draft(session, 1, ticket.without(0))
    save_draft(session, 2, ticket)
    assert load_draft(session, 1) == ticket.without(0)
    save_draft(session, 1, OpenTicket())
    assert load_draft(session, 1) is None
    assert load_draft(session, 2) == ticket


def test_a_draft_that_was_paid_before_the_crash_is_not_sold_twice(session, ticket):
    from jxc_desktop.pos.shifts import open_shift

    shift = open_shift(session, "01", 0)
    save_draft(session, 1, ticket)
    assert till_state(session, "01", with_draft=True).draft == ticket
    draft = ticket.draft((TenderDraft("cash", ticket.due),))
    sale = post_ticket(session, draft, shift, key=Key(ticket.key.value))
    state = till_state(session, "01", with_draft=True)
    assert (state.draft, state.sold) == (None, sale.number)
    assert state.shift is not None
    assert (state.shift.tickets, state.last.head.number) == (1, sale.number)


def test_only_who_sells_puts_tickets_aside(any_database, owner, make_goods):
    with any_database.transaction(owner) as session:
        make_goods(session)
        a_product(session, "Z")
    with any_database.transaction(actor_with("keeper")) as session, pytest.raises(Forbidden):
        hold_ticket(session, 1, OpenTicket())
