"""Two people at the bank's statement at the same moment: nothing comes twice, nothing is matched twice."""

from functools import partial

import pytest

from jxc_desktop.cash.bank.matching import match_by_itself, undo_match
from jxc_desktop.cash.bank.open_sides import open_lines
from jxc_desktop.cash.bank.queries import matches
from jxc_desktop.cash.bank.statements import StatementLine, add_statement, undo_import
from jxc_desktop.cash.services import PurposeDraft, SpendingDraft, post_expense
from jxc_desktop.core.errors import Refused
from jxc_desktop.shop.keys import new_key
from tests.racing import at_once, between, broken_rules
from tests.shopkeeping import DAY, fen

BANK = 2
LINES = (StatementLine(DAY, fen(-5), fen(95)), StatementLine(DAY, fen(10), fen(105)))


@pytest.fixture
def shop(any_database, owner):
    with any_database.transaction(owner) as session:
        draft = SpendingDraft(DAY, BANK, (PurposeDraft("5602", fen(5)),))
        post_expense(session, draft, key=new_key())
    return any_database


def test_two_who_bring_the_same_statement_in_bring_it_once(shop, owner) -> None:
    bring = partial(add_statement, account_id=BANK, lines=LINES)
    place = "jxc_desktop.cash.bank.statements:known_among"
    assert sorted(at_once(shop, owner, place, bring, bring)) == [0, 2]
    with shop.reading(owner) as session:
        assert [line.amount for line in open_lines(session, BANK)] == [10000, -500, 1000]


def test_two_who_match_at_once_match_once(shop, owner) -> None:
    with shop.transaction(owner) as session:
        add_statement(session, BANK, LINES)
    own = partial(match_by_itself, account_id=BANK)
    done = at_once(shop, owner, "jxc_desktop.cash.bank.matching:open_lines", own, own)
    assert sorted(each.made for each in done) == [0, 1]
    assert broken_rules(shop, owner) == []


def test_an_import_is_not_taken_back_while_a_line_of_it_is_matched(shop, owner) -> None:
    with shop.transaction(owner) as session:
        add_statement(session, BANK, LINES)
    own, gone = partial(match_by_itself, account_id=BANK), partial(undo_import, import_id=2)
    place = "jxc_desktop.cash.bank.matching:open_lines"
    _made, refused = between(shop, owner, place, own, gone)
    assert isinstance(refused, Refused)
    assert "已勾对" in refused.message
    assert broken_rules(shop, owner) == []


def test_a_match_is_undone_once(shop, owner) -> None:
    with shop.transaction(owner) as session:
        add_statement(session, BANK, LINES)
        match_by_itself(session, BANK)
        [made] = matches(session, BANK)
    undo = partial(undo_match, match_id=made.id)
    answers = at_once(shop, owner, "jxc_desktop.cash.bank.matching:hold_account", undo, undo)
    assert sorted(isinstance(each, Refused) for each in answers) == [False, True]
