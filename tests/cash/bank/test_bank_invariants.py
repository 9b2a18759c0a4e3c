"""What is kept of the bank is proved: every way in which a match could be wrong is told."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.invariants import INVARIANTS
from jxc_desktop.cash.bank.matching import match_by_itself
from jxc_desktop.cash.bank.models import (
    BankImportUndone,
    BankMatch,
    BankMatchLeg,
    BankMatchLine,
)
from jxc_desktop.cash.bank.open_sides import open_legs, open_lines
from jxc_desktop.cash.bank.statements import StatementLine, add_statement
from jxc_desktop.cash.services import PurposeDraft, SpendingDraft, post_expense
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import DAY, fen

BANK, WECHAT = 2, 3


def spend(session: Session, amount: str) -> None:
    lines = (PurposeDraft("5602", fen(amount)),)
    post_expense(session, SpendingDraft(DAY, BANK, lines), key=new_key())


def problems(session: Session) -> list[str]:
    session.flush()
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


@pytest.fixture
def session(any_database: Database, owner: Actor) -> Iterator[Session]:
    """5.00 is matched; 7.00 is open on both sides."""
    with any_database.transaction(owner) as session:
        spend(session, "5.00")
        add_statement(session, BANK, [StatementLine(DAY, fen(-5))])
        match_by_itself(session, BANK)
        spend(session, "7.00")
        add_statement(session, BANK, [StatementLine(DAY, fen(-7))])
        assert problems(session) == []
        yield session


def a_match(session: Session, lines: list[int], legs: list[tuple[int, int]], **other) -> None:
    values = {"money_account_id": BANK, "last_day": DAY, "automatic": False, "user_id": 1, "at": 1}
    made = BankMatch(**{**values, **other})
    session.add(made)
    session.flush()
    session.add_all(BankMatchLine(match_id=made.id, line_id=each) for each in lines)
    session.add_all(
        BankMatchLeg(match_id=made.id, entry_id=entry, leg_no=leg) for entry, leg in legs
    )
    session.flush()


def test_sums_that_differ_are_told(session: Session) -> None:
    a_match(session, [], [open_legs(session, BANK)[0].key])
    assert problems(session) == ["第 2 次勾对：银行流水 0.00，账上 -7.00，对不上"]


def test_a_match_of_another_account_or_of_nothing_is_told(session: Session) -> None:
    [line], [leg] = open_lines(session, BANK), open_legs(session, BANK)
    a_match(session, [line.id], [leg.key], money_account_id=WECHAT)
    a_match(session, [], [])
    assert len(problems(session)) == 2


def test_a_match_that_counts_too_early_is_told(session: Session) -> None:
    [line], [leg] = open_lines(session, BANK), open_legs(session, BANK)
    a_match(session, [line.id], [leg.key], last_day=DAY.replace(day=1))
    assert len(problems(session)) == 1


def test_what_is_matched_twice_is_told(session: Session) -> None:
    [line], [leg] = open_lines(session, BANK), open_legs(session, BANK)
    a_match(session, [line.id], [leg.key])
    a_match(session, [line.id], [leg.key])
    told = problems(session)
    assert [("流水" in each, "FY" in each) for each in told] == [(True, False), (False, True)]


def test_a_line_that_was_taken_back_yet_matches_is_told(session: Session) -> None:
    session.add(BankImportUndone(import_id=1, user_id=1, at=1))
    assert problems(session) == ["第 1 行流水已随导入撤销，却还勾对着"]
