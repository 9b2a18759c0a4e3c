"""银行余额调节表: both sides to the same, or why not; and what a month's end is told of it."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.matching import match_by_itself
from jxc_desktop.cash.bank.statements import StatementLine, add_statement
from jxc_desktop.cash.services import PurposeDraft, SpendingDraft, post_expense
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.features import CLOSING
from jxc_desktop.ledger.closing.services import closing_list
from jxc_desktop.reports.export import exported
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import actor_with
from tests.reports.conftest import records, run
from tests.shopkeeping import fen

BANK = 2


def spend(session: Session, amount: str, day: date) -> str:
    lines = (PurposeDraft("5603", fen(amount), "手续费"),)
    return post_expense(session, SpendingDraft(day, BANK, lines), key=new_key()).number


@pytest.fixture
def shop(any_database: Database, owner: Actor) -> tuple[Database, str]:
    """January: 5.00 that both know, 7.00 that the bank lacks, 20.00 that the books lack."""
    with any_database.transaction(owner) as session:
        spend(session, "5.00", date(2026, 1, 5))
        lacking = spend(session, "7.00", date(2026, 1, 30))
        lines = (
            StatementLine(date(2026, 1, 6), fen(-5), fen(95), summary="手续费"),
            StatementLine(date(2026, 1, 7), fen(20), fen(115), "东风商行", "货款", "R1"),
        )
        add_statement(session, BANK, lines)
        match_by_itself(session, BANK)
    return any_database, lacking


def test_each_side_tells_what_it_lacks_and_both_agree(shop, owner) -> None:
    database, lacking = shop
    result = run(database, owner, "bank_reconciliation", last="2026-01-31")
    sides = [
        (
            row["books_text"].strip("　"),
            row["books_amount"],
            row["bank_text"].strip("　"),
            row["bank_amount"],
        )
        for row in records(result)
    ]
    assert sides == [
        ("账面余额", fen(-12), "对账单余额", fen(115)),
        ("加：银行已收、企业未收", fen(120), "加：企业已收、银行未收", 0),
        ("期初余额", fen(100), "", None),
        ("东风商行 货款", fen(20), "", None),
        ("减：银行已付、企业未付", 0, "减：企业已付、银行未付", fen(7)),
        ("", None, "费用", fen(7)),
        ("调节后余额", fen(108), "调节后余额", fen(108)),
    ]
    assert result.proof.holds
    assert "108.00" in result.proof.text
    assert result.data[5].link.document == lacking
    with database.reading(owner) as session:
        assert all(exported(session, result, form) for form in ("csv", "xlsx", "pdf"))


def test_a_missing_page_is_told(shop, owner) -> None:
    database, _ = shop
    with database.transaction(owner) as session:
        add_statement(session, BANK, [StatementLine(date(2026, 1, 9), fen(1), fen(146))])
    result = run(database, owner, "bank_reconciliation", last="2026-01-31")
    assert not result.proof.holds
    assert "30.00" in result.proof.text


def test_a_months_end_is_told_and_not_held_up(shop, owner) -> None:
    database, _ = shop
    with database.reading(owner) as session:
        [found] = [x for x in closing_list(session, "2026-01", CLOSING) if x.id == "bank"]
    assert found.passed
    assert found.problems == (
        "银行存款 的银行流水只到 2026-01-07",
        "银行存款：银行 2 笔账上没有，账上 1 笔银行没有",
    )


def test_a_shop_without_statements_is_asked_nothing(any_database, owner) -> None:
    with any_database.transaction(owner) as session:
        spend(session, "5.00", date(2026, 1, 5))
        [found] = [x for x in closing_list(session, "2026-01", CLOSING) if x.id == "bank"]
    assert found.problems == ()


def test_who_may_not_see_statements_sees_no_reconciliation(shop) -> None:
    with pytest.raises(Forbidden):
        run(shop[0], actor_with("cashier"), "bank_reconciliation")
