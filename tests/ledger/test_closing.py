"""A month is closed when it is in order, never before; and opened again only while nobody filed it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import CLOSING, INVARIANTS
from jxc_desktop.ledger.closing.queries import month_rows
from jxc_desktop.ledger.closing.running import close_with_backup
from jxc_desktop.ledger.closing.services import (
    Closed,
    close_period,
    closing_list,
    file_period,
    reopen_period,
)
from jxc_desktop.ledger.closing.taxes import surcharges_on
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.queries import journal_view
from jxc_desktop.ledger.journal.services import post_journal_voucher, reverse_journal_voucher
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.panes import pane_specs
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.drafts import DraftBody, save_draft
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import Settings
from tests.conftest import actor_with
from tests.shopkeeping import (
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    receive,
    ring_up,
)

JANUARY = date(2026, 1, 15)


def close(session: Session, month: str) -> Closed:
    return close_period(session, month, CLOSING)


def voucher(session: Session, day: date, *wanted: tuple[str, str, str]) -> Posted:
    drafted = tuple(JournalLeg(a, fen(d or 0), fen(c or 0), "例") for a, d, c in wanted)
    return post_journal_voucher(session, JournalDraft(day, drafted), key=new_key())


def trade(session: Session, day: date, *, sold: str = "20.00", bought: str = "8.00") -> None:
    """Ten pieces bought, five sold on credit."""
    code = f"P{day:%m%d}"
    goods = a_product(session, code)
    receive(session, a_supplier(session, f"S{code}"), [line(goods, 10, bought)], day=day)
    deliver(session, a_customer(session, f"C{code}"), [line(goods, 5, sold)], day=day)


def sound(database: Database, owner: Actor) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def vouchers(session: Session) -> list[tuple[str, str]]:
    rows = session.execute(
        text("SELECT purpose, number FROM journal_voucher WHERE reverses_id IS NULL ORDER BY id")
    )
    return [tuple(row) for row in rows]


# --- what a month's end books ---------------------------------------------------------------------


def test_profit_goes_to_this_years_and_the_month_is_locked(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        trade(session, JANUARY)
        closed = close(session, "2026-01")
    assert closed.profit == fen("59.01")  # 100.00 at 1 %: 99.01, less goods for 40.00
    with any_database.transaction(owner) as session:
        assert {k: v for k, v in balances(session).items() if k.startswith(("3", "5"))} == {
            "3103": -fen("59.01")
        }
        with pytest.raises(Refused, match="2026-01 已结账"):
            trade(session, JANUARY.replace(day=16))
    assert sound(any_database, owner) == []


def test_what_was_booked_in_red_is_transferred_in_red(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        voucher(session, JANUARY, ("1002", "7", ""), ("5603", "-7", ""))
        [number] = close(session, "2026-01").vouchers
        assert legs(session, number) == [("3103", -fen(7), 0), ("5603", 0, -fen(7))]


def test_every_dimension_of_a_result_account_goes_back_to_nothing(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        for item, department in (("租金", "门店"), ("租金", "仓库"), (None, None)):
            drafted = (
                JournalLeg("5602", fen(10), 0, "费", item=item, department=department),
                JournalLeg("1002", 0, fen(10)),
            )
            post_journal_voucher(session, JournalDraft(JANUARY, drafted), key=new_key())
        close(session, "2026-01")
        open_ = text(
            "SELECT 1 FROM leg WHERE account LIKE '5%' GROUP BY account, item, department "
            "HAVING sum(debit - credit) <> 0"
        )
        assert session.execute(open_).all() == []


def test_a_quiet_month_closes_without_a_voucher(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        assert close(session, "2026-01").vouchers == ()


def test_a_small_taxpayer_below_the_threshold_keeps_the_tax_of_its_quarter(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        for month in (1, 2, 3):
            trade(session, date(2026, month, 10))
            closed = close(session, f"2026-{month:02}")
            assert len(closed.vouchers) == (1 if month < 3 else 3)
        exempt = vouchers(session)[2]
        assert exempt[0] == "vat_exemption"
        assert legs(session, exempt[1]) == [("22210120", fen("2.97"), 0), ("5301", 0, fen("2.97"))]
        assert "22210120" not in balances(session)


def test_reaching_the_threshold_makes_the_whole_quarter_due(
    new_shop: Callable[..., Database], owner: Actor
):
    for sold, due in (("60599.99", False), ("60600.00", True)):
        database = new_shop()
        with database.transaction(owner) as session:
            trade(session, JANUARY, sold=sold)
            for month in ("2026-01", "2026-02", "2026-03"):
                close(session, month)
            made = dict(vouchers(session))
            assert ("vat_exemption" in made) is not due
            assert ("surcharges" in made) is due
            assert (balances(session).get("22210120") == -fen("3000")) is due


def test_a_general_taxpayers_vat_is_carried_over_with_its_surcharges(
    new_shop: Callable[..., Database], owner: Actor
):
    database = new_shop("general")
    with database.transaction(owner) as session:
        trade(session, JANUARY, sold="2260.00")
        vat, surcharges, *_rest = close(session, "2026-01").vouchers
        # Output 1300.00 less input 10.40 (80.00 at 13 %).
        assert legs(session, vat) == [
            ("22210104", fen("1289.60"), 0), ("222102", 0, fen("1289.60")),
        ]  # fmt: skip
        assert legs(session, surcharges) == [
            ("5403", fen("90.27"), 0), ("5403", fen("38.69"), 0), ("5403", fen("25.79"), 0),
            ("222112", 0, fen("90.27")), ("222113", 0, fen("38.69")), ("222114", 0, fen("25.79")),
        ]  # fmt: skip
        left = balances(session)
        assert sum(net for code, net in left.items() if code.startswith("222101")) == 0


def test_a_vat_credit_stays_where_it_is(new_shop: Callable[..., Database], owner: Actor):
    database = new_shop("general")
    with database.transaction(owner) as session:
        trade(session, JANUARY, bought="800.00")
        assert [p for p, _n in vouchers(session)] == []
        close(session, "2026-01")
        assert [p for p, _n in vouchers(session)] == ["profit"]


def test_vat_paid_ahead_too_much_comes_back(new_shop: Callable[..., Database], owner: Actor):
    database = new_shop("general")
    with database.transaction(owner) as session:
        voucher(session, JANUARY, ("22210103", "100", ""), ("1002", "", "100"))
        voucher(session, JANUARY, ("1002", "30", ""), ("22210107", "", "30"))
        [number] = close(session, "2026-01").vouchers
        assert legs(session, number) == [("222102", fen(70), 0), ("22210110", 0, fen(70))]
        assert close(session, "2026-02").vouchers == ()


def test_vat_paid_ahead_and_used_up_is_not_taken_for_a_later_credit(
    new_shop: Callable[..., Database], owner: Actor
):
    database = new_shop("general")
    with database.transaction(owner) as session:
        voucher(session, JANUARY, ("22210103", "100", ""), ("1002", "", "100"))
        voucher(session, JANUARY, ("1002", "130", ""), ("22210107", "", "130"))
        number, *_surcharges_and_profit = close(session, "2026-01").vouchers
        assert legs(session, number) == [("22210104", fen(30), 0), ("222102", 0, fen(30))]
        voucher(session, JANUARY.replace(month=2), ("22210101", "50", ""), ("1002", "", "50"))
        assert close(session, "2026-02").vouchers == ()
    assert sound(database, owner) == []


def test_who_may_not_see_cost_sees_no_profit_of_a_month_nor_in_its_vouchers(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        trade(session, JANUARY)
        closed = close(session, "2026-01")
    with database.reading(owner) as session:
        assert [row.profit for row in month_rows(session) if row.month == "2026-01"] == [
            closed.profit
        ]
        assert {line.account[0] for line in journal_view(session, closed.vouchers[-1]).lines} >= {
            "3",
            "5",
        }
    with database.reading(actor_with("treasurer")) as session:
        assert {row.profit for row in month_rows(session)} == {None}
        for number in closed.vouchers:
            view = journal_view(session, number)
            assert [line for line in view.lines if line.account[0] in "35"] == []
            assert view.head.total == sum(line.debit for line in view.lines)


@pytest.mark.parametrize("base", [0, 1, 7, 333, 12345, 99999, 10**9 + 7])
@pytest.mark.parametrize("halved", [True, False])
def test_surcharges_are_rounded_once(base: int, halved: bool):
    shop = Settings(surcharges_halved=halved)
    share = Fraction(1, 2) if halved else Fraction(1)
    rates = (Fraction(7, 100), Fraction(3, 100), Fraction(2, 100))
    found = [amount for _a, _i, amount in surcharges_on(base, shop, date(2026, 3, 31))]
    assert found == [int(base * rate * share + Fraction(1, 2)) for rate in rates]


def test_the_relief_ends_with_its_law():
    shop = Settings(taxpayer="small")
    full = [amount for _a, _i, amount in surcharges_on(10000, shop, date(2028, 3, 31))]
    assert full == [700, 300, 200]


def test_income_tax_is_accrued_each_quarter_on_the_year_so_far(database: Database, owner: Actor):
    results = {1: "1000", 2: "-400", 3: "200", 4: "-900", 5: "0", 6: "50", 7: "2000", 9: "0.33"}
    accrued: list[int] = []
    with database.transaction(owner) as session:
        for month in range(1, 11):
            day = date(2026, month, 10)
            if (amount := results.get(month, "0")) != "0":
                voucher(session, day, ("1002", amount, ""), ("5051", "", amount))
            close(session, f"2026-{month:02}")
            accrued.append(-balances(session).get("222111", 0))
    assert accrued == [
        0, 0, fen("40"), fen("40"), fen("40"), fen("40"), fen("40"), fen("40"), fen("97.52"), fen("97.52"),
    ]  # fmt: skip


# --- what is refused ------------------------------------------------------------------------------


def test_months_are_closed_one_after_the_other(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        for month, problem in (
            ("2026-02", "先结 2026-01"),
            ("2025-12", "账从 2026-01 开始"),
            ("2026-13", "不是月份"),
            ("march", "不是月份"),
            ("2026-1", "不是月份"),
        ):
            with pytest.raises((Refused, InvalidInput), match=problem):
                close(session, month)
        close(session, "2026-01")
        with pytest.raises(Refused, match="已经结账"):
            close(session, "2026-01")


def test_a_month_that_has_not_begun_is_not_closed(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        for month in range(1, 12):
            close(session, f"2026-{month:02}")
        with pytest.raises(Refused, match="2026-12 还没有开始"):
            close(session, "2026-12")


def test_an_opening_that_does_not_balance_keeps_the_month_open(database: Database, owner: Actor):
    from jxc_desktop.ledger.opening import (
        OpeningBalanceDraft,
        OpeningLine,
        post_opening_balance,
    )

    with database.transaction(owner) as session:
        lines = (OpeningLine("1002", debit=fen(100)),)
        post_opening_balance(session, OpeningBalanceDraft("opening_accounts", lines), key=new_key())
        with pytest.raises(Refused, match=r"期初平衡还差 100\.00") as refused:
            close(session, "2026-01")
        assert refused.value.field == "opening"


def test_a_draft_of_the_month_keeps_it_open_and_one_of_later_does_not(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        draft = DraftBody("sales_delivery", date(2026, 2, 1), "老王", 100, {})
        save_draft(session, draft)
        close(session, "2026-01")
        with pytest.raises(Refused, match="2026-02-01 的销售出库单草稿（owner，老王）"):
            close(session, "2026-02")


def test_an_open_shift_keeps_its_month_open(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        open_shift(session, "01", 0)
        for month in range(1, 11):
            close(session, f"2026-{month:02}")
        with pytest.raises(Refused, match="收银台 01 2026-11-20 的班（owner）还没交班"):
            close(session, "2026-11")


def test_the_machines_own_shifts_are_closed_with_the_month(any_database: Database, owner: Actor):
    from jxc_desktop.pos.shifts import api_shift

    accountant = actor_with("accountant")
    with any_database.transaction(owner) as session:
        goods = a_product(session, "T")
        receive(session, a_supplier(session), [line(goods, 9, 1)], day=JANUARY)
        shift = api_shift(session, JANUARY)
        ring_up(session, shift.id, [line(goods, 1, 5)], cash="5.00")
    with any_database.transaction(accountant) as session:
        close(session, "2026-01")
    with any_database.reading(owner) as session:
        assert session.execute(text("SELECT state FROM shift")).all() == [("closed",)]
    assert sound(any_database, owner) == []


def test_goods_pending_keep_december_open_and_are_told_before(database: Database, owner: Actor):
    from jxc_desktop.core.clock import fixed_clock

    database.clock = fixed_clock(2026, 12, 31)
    with database.transaction(owner) as session:
        voucher(session, JANUARY, ("190101", "5", ""), ("1002", "", "5"))
        for month in range(1, 12):
            told = close(session, f"2026-{month:02}").notices
            assert [notice.id for notice in told][-1] == "pending_property"
        with pytest.raises(Refused, match=r"1901 待处理财产损溢还有 5\.00 没处理"):
            close(session, "2026-12")


def test_the_list_tells_every_check_with_its_place(database: Database, owner: Actor):
    with database.reading(owner) as session:
        found = {each.id: each for each in closing_list(session, "2026-01", CLOSING)}
    assert {"opening", "unposted", "pending", "vouchers", "shifts", "stock_value"} <= found.keys()
    assert all(each.passed and each.pane for each in found.values())
    assert {each.pane for each in found.values()} <= {spec.name for spec in pane_specs()}


# --- filed, opened again --------------------------------------------------------------------------


def test_a_month_opened_again_is_as_it_was(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        for month in (1, 2, 3):
            trade(session, date(2026, month, 10))
            if month < 3:
                close(session, f"2026-{month:02}")
        before = balances(session)
        made = close(session, "2026-03").vouchers
        red = reopen_period(session, "2026-03", "漏了一张")
        assert len(red) == len(made)
        assert balances(session) == before
        summary = session.execute(
            text("SELECT summary FROM entry WHERE source = :n"), {"n": red[0]}
        ).scalar_one()
        assert summary.startswith("注销3月31日记-")
        trade(session, date(2026, 3, 11))
        close(session, "2026-03")
    assert sound(any_database, owner) == []


def test_only_the_last_month_is_opened_again_with_a_reason(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        close(session, "2026-01")
        close(session, "2026-02")
        with pytest.raises(Refused, match="只能反结最后结账的 2026-02"):
            reopen_period(session, "2026-01", "错")
        with pytest.raises(NotFound, match="没有结账"):
            reopen_period(session, "2026-03", "错")
        with pytest.raises(InvalidInput, match="原因"):
            reopen_period(session, "2026-02", " ")


def test_a_filed_month_is_never_opened_again(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        with pytest.raises(Refused, match="先结账"):
            file_period(session, "2026-01")
        close(session, "2026-01")
        file_period(session, "2026-01")
        with pytest.raises(Refused, match="已申报，不能反结账"):
            reopen_period(session, "2026-01", "错")
        with pytest.raises(Refused, match="已经标记"):
            file_period(session, "2026-01")


def test_who_may_close_may_not_open_again(database: Database, owner: Actor):
    with database.transaction(actor_with("accountant")) as session:
        close(session, "2026-01")
        with pytest.raises(Forbidden):
            reopen_period(session, "2026-01", "错")
    with database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        close(session, "2026-02")


def test_a_voucher_of_the_months_end_goes_only_with_the_month(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        trade(session, JANUARY)
        [number] = close(session, "2026-01").vouchers
        with pytest.raises(Refused, match="反结账"):
            reverse_journal_voucher(session, Reversal(number, "错"), key=new_key())


# --- what a closed month leaves -------------------------------------------------------------------


def test_a_tampered_balance_of_a_closed_month_is_found(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        trade(session, JANUARY)
        close(session, "2026-01")
        session.execute(
            text("UPDATE period_balance SET balance = balance + 1 WHERE account='1122'")
        )
    assert [problem for problem in sound(database, owner) if "1122" in problem]


def test_year_end_leaves_only_undistributed_profit(database: Database, owner: Actor):
    from jxc_desktop.core.clock import fixed_clock

    database.clock = fixed_clock(2027, 1, 5)
    with database.transaction(owner) as session:
        for month in range(1, 13):
            day = date(2026, month, 10)
            voucher(session, day, ("1002", "1000", ""), ("5001", "", "1000"))
            if month == 12:
                voucher(session, day, ("310401", "30", ""), ("3101", "", "30"))
            close(session, f"2026-{month:02}")
        left = {k: v for k, v in balances(session).items() if k.startswith(("3", "5"))}
    assert left == {"3101": -fen("30"), "310410": -fen("11370")}  # 12 000 less 5 % and the reserve
    assert sound(database, owner) == []


def test_a_year_with_a_loss_ends_on_the_other_side(database: Database, owner: Actor):
    from jxc_desktop.core.clock import fixed_clock

    database.clock = fixed_clock(2027, 1, 5)
    with database.transaction(owner) as session:
        for month in range(1, 13):
            voucher(session, date(2026, month, 10), ("5602", "50", ""), ("1002", "", "50"))
            close(session, f"2026-{month:02}")
        assert balances(session) == {"1002": -fen("600"), "310410": fen("600")}


def test_a_backup_comes_first_and_a_failing_one_holds_the_month_up(
    database: Database, owner: Actor
):
    from jxc_desktop.core.errors import ShopFileError

    def failing() -> None:
        raise ShopFileError("磁盘满了")

    with pytest.raises(ShopFileError):
        close_with_backup(database, owner, "2026-01", CLOSING, failing)
    done: list[str] = []
    with pytest.raises(Refused):
        close_with_backup(database, owner, "2026-05", CLOSING, lambda: done.append("copied"))
    closed = close_with_backup(database, owner, "2026-01", CLOSING, lambda: done.append("first"))
    assert (closed.month, done) == ("2026-01", ["first"])
