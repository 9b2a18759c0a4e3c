"""How far a small taxpayer is from the lines of the law, and when it gets there as things go."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.clock import fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.features import CLOSING
from jxc_desktop.ledger.closing.services import close_period, closing_list
from jxc_desktop.ledger.closing.watch import Watch, monthly_sales, tax_watch
from jxc_desktop.ledger.closing.watch_words import watch_words
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from tests.conftest import actor_with
from tests.shopkeeping import fen


def sell(session: Session, day: date, amount: str) -> None:
    """Sales without tax, as a typed voucher books them."""
    legs = (JournalLeg("1002", debit=fen(amount)), JournalLeg("5001", credit=fen(amount)))
    post_journal_voucher(session, JournalDraft(day, legs, "卖"), key=new_key())


def watched(database: Database, owner: Actor, today: date) -> dict[str, Watch]:
    database.clock = fixed_clock(today.year, today.month, today.day)
    with database.reading(owner) as session:
        return {watch.threshold.name: watch for watch in tax_watch(session)}


def test_a_quarter_is_told_with_the_day_it_gets_there(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        sell(session, date(2026, 4, 10), "120000")
        sell(session, date(2026, 5, 10), "80000")
    found = watched(any_database, owner, date(2026, 5, 20))["exempt_quarter"]
    # 200 000 in 50 days is 4 000 a day; 300 000 are reached on the 75th, the 14th of June.
    assert (found.sales, found.left, found.reached) == (fen(200000), fen(100000), date(2026, 6, 14))
    assert (found.tone, found.over) == ("warn", False)
    assert watch_words(found) == (
        "本季销售额 200,000.00（不含税），离 300,000.00 的起征点还有 100,000.00，照现在的速度 2026年6月14日 到"
    )


@pytest.mark.parametrize(
    ("sales", "tone", "words"),
    [
        ("1000", "info", "照现在的速度本季不会到"),
        ("239999.99", "info", "照现在的速度本季不会到"),
        ("240000", "warn", "照现在的速度本季不会到"),
        ("285000", "bad", "离 300,000.00 的起征点还有 15,000.00"),
        ("299999.99", "bad", "还有 0.01"),
        ("300000", "bad", "到了 300,000.00 的起征点，本季全部销售额都要缴增值税"),
    ],
)
def test_it_is_warned_of_at_80_and_95_per_cent(
    database: Database, owner: Actor, sales: str, tone: str, words: str
):
    with database.transaction(owner) as session:
        sell(session, date(2026, 6, 1), sales)
    found = watched(database, owner, date(2026, 6, 30))["exempt_quarter"]
    assert found.tone == tone
    assert words in watch_words(found)


def test_who_files_each_month_has_the_months_line(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        change_setting(session, "vat_period", "month")
        sell(session, date(2026, 5, 10), "80000")
        sell(session, date(2026, 6, 3), "30000")
    found = watched(database, owner, date(2026, 6, 10))
    assert found["exempt_month"].sales == fen(30000)
    assert found["exempt_month"].reached is None  # 3 000 a day come to 90 000
    assert watch_words(found["exempt_month"]).startswith("本月销售额 30,000.00")
    assert "连续十二个月销售额 110,000.00" in watch_words(found["small_limit"])


def test_twelve_months_go_over_the_year_and_what_was_closed_counts(
    new_shop: Callable[..., Database], owner: Actor
):
    database = new_shop()
    database.clock = fixed_clock(2027, 3, 31)
    with database.transaction(owner) as session:
        for month in range(1, 13):
            sell(session, date(2026, month, 15), "400000")
            close_period(session, f"2026-{month:02}", CLOSING)
        sell(session, date(2027, 2, 1), "700000.01")
        assert monthly_sales(session, "2026-01", "2027-02") == {
            **{f"2026-{month:02}": fen(400000) for month in range(1, 13)}, "2027-02": fen("700000.01"),
        }  # fmt: skip
    found = watched(database, owner, date(2027, 2, 10))["small_limit"]
    assert (found.first, found.sales) == (date(2026, 4, 1), fen("4300000.01"))
    assert (found.known, found.tone) == ("", "warn")
    with database.transaction(owner) as session:
        sell(session, date(2027, 3, 1), "700000")
    found = watched(database, owner, date(2027, 3, 10))["small_limit"]
    assert found.over
    assert watch_words(found) == (
        "连续四个季度销售额 5,000,000.01（不含税）超过 5,000,000.00，"
        "要登记为一般纳税人，从超过的那一期第一天起算"
    )


def by_hand(sales: dict[str, int], today: date, begun: date, *, quarterly: bool) -> date | None:
    """The day the limit is passed, day after day, as the law counts it."""
    month = today.replace(day=1)
    recent = max(date(month.year + (month.month - 3) // 12, (month.month - 3) % 12 + 1, 1), begun)
    taken = sum(fen_ for key, fen_ in sales.items() if recent.isoformat()[:7] <= key)
    pace = Fraction(taken, (today - recent).days + 1)
    for ahead in range(1, 366):
        day = today + timedelta(ahead)
        last = day.month if not quarterly else (day.month + 2) // 3 * 3
        index = day.year * 12 + last - 1 - 11
        first = date(index // 12, index % 12 + 1, 1)
        known = sum(f for key, f in sales.items() if first.isoformat()[:7] <= key)
        coming = sum(1 for n in range(1, ahead + 1) if today + timedelta(n) >= first)
        if known + pace * coming > fen(5000000):
            return day
    return None


@pytest.mark.parametrize("quarterly", [True, False])
@pytest.mark.parametrize(
    "amounts",
    [
        {1: "300000", 2: "500000", 3: "900000", 4: "1000000", 5: "700000"},
        {3: "1234567.89", 5: "2345678.90"},
        {1: "4000000", 4: "10000", 5: "20000"},
        {1: "1000000", 2: "1000000", 3: "1000000", 4: "1000000", 5: "999999.99"},
        {5: "420000"},
        {},
    ],
)
def test_the_day_is_what_counting_day_by_day_gives(
    database: Database, owner: Actor, amounts: dict[int, str], quarterly: bool
):
    with database.transaction(owner) as session:
        if not quarterly:
            change_setting(session, "vat_period", "month")
        for month, amount in amounts.items():
            sell(session, date(2026, month, 5), amount)
    today = date(2026, 5, 20)
    found = watched(database, owner, today)["small_limit"]
    sales = {f"2026-{month:02}": fen(amount) for month, amount in amounts.items()}
    assert found.reached == by_hand(sales, today, date(2026, 1, 1), quarterly=quarterly)


def test_books_that_began_within_the_span_say_so(database: Database, owner: Actor):
    found = watched(database, owner, date(2026, 5, 20))["small_limit"]
    assert watch_words(found) == (
        "连续四个季度销售额 0.00（不含税），离一般纳税人标准 5,000,000.00 还有 5,000,000.00，"
        "照现在的速度一年内不会到（账里只有 2026-01 起的，以前的另加）"
    )


def test_a_general_taxpayer_has_no_lines_and_a_cashier_does_not_ask(
    new_shop: Callable[..., Database], owner: Actor
):
    database = new_shop("general")
    assert watched(database, owner, date(2026, 5, 20)) == {}
    with database.reading(actor_with("cashier")) as session, pytest.raises(Forbidden):
        tax_watch(session)


def test_a_quarters_end_tells_of_a_line_that_is_near_and_a_quiet_one_does_not(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        sell(session, date(2026, 2, 1), "250000")
        for month, told in (("2026-02", 0), ("2026-03", 1)):
            [found] = [x for x in closing_list(session, month, CLOSING) if x.id == "thresholds"]
            assert len(found.problems) == told
            assert found.passed
        assert "离 300,000.00 的起征点还有 50,000.00" in found.problems[0]
        [later] = [x for x in closing_list(session, "2026-06", CLOSING) if x.id == "thresholds"]
        assert later.problems == ()
