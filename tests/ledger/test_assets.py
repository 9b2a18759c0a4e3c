"""Fixed assets: cards, a month's depreciation once and to the fen, what a disposal leaves, the books beside them."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import CLOSING, INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.intake.voucher import reverse_voucher
from jxc_desktop.ledger.assets.queries import asset_named, assets
from jxc_desktop.ledger.assets.schedule import Life, gone_by
from jxc_desktop.ledger.assets.services import (
    AssetDraft,
    Disposal,
    add_asset,
    change_asset,
    depreciate,
    dispose,
    remove_asset,
)
from jxc_desktop.ledger.closing.services import close_period, closing_list, reopen_period
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.periods import month_after
from jxc_desktop.reports.fixed_assets import REPORT
from jxc_desktop.reports.report import run_report
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from tests.conftest import actor_with
from tests.shopkeeping import balances, fen, legs

BOUGHT = date(2026, 1, 10)
OVEN = AssetDraft("烤箱", BOUGHT, fen(1000), 36, salvage=fen(50))


def buy(session, cost: str = "1000.00", day: str = "2026-01-10", key: str = "buy") -> None:
    """Dr 1601 / Cr 1002 by a typed voucher."""
    put_setting(session, "start_month", "2026-01")
    post_document(session, {
        "key": key, "type": "voucher", "day": day,
        "legs": [{"account": "1601", "debit": cost, "summary": "买烤箱"},
                 {"account": "bank", "credit": cost}],
    })  # fmt: skip


def problems(session) -> list[str]:
    return [said for each in INVARIANTS for said in each.check(session)]


def test_an_asset_wears_off_from_the_month_after_it_came(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        assert add_asset(session, OVEN) == "FA001"
        assert depreciate(session, "2026-01") is None
        made = depreciate(session, "2026-02")
        assert legs(session, made.number) == [("5602", fen("26.39"), 0), ("1602", 0, fen("26.39"))]
        assert depreciate(session, "2026-02") is None
        assert problems(session) == []


@given(
    cost=st.integers(1, 10**9), part=st.fractions(0, 1), months=st.integers(1, 240),
    used=st.integers(0, 239), before=st.fractions(0, 1),
)  # fmt: skip
def test_the_schedule_is_the_oracles_to_the_fen(
    cost: int, part: Fraction, months: int, used: int, before: Fraction
):
    salvage = int(cost * part)
    depreciated = int((cost - salvage) * before)
    life = Life(BOUGHT, cost, salvage, months, min(used, months - 1), depreciated, "2026-01")
    left, worth = life.months - life.used_months, cost - salvage - depreciated
    exact = Fraction(worth, left)
    monthly = int(exact + Fraction(1, 2))
    month, gone = "2026-01", 0
    assert gone_by(life, month) == 0
    for place in range(1, left + 1):
        month = month_after(month)
        charge = gone_by(life, month) - gone
        gone += charge
        assert charge == (
            worth - gone + charge if place == left else min(monthly, worth - gone + charge)
        )
        assert charge >= 0
    assert gone == worth == gone_by(life, month_after(month))


def test_what_was_missed_comes_with_the_next_month(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        made = depreciate(session, "2026-03")
        assert made.total == 2 * fen("26.39")


def test_an_asset_of_before_the_books_goes_on_where_it_was(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        put_setting(session, "start_month", "2026-01")
        post_document(session, {
            "key": "o", "type": "opening_accounts",
            "lines": [{"account": "1601", "debit": "1000.00"}, {"account": "1602", "credit": "316.68"},
                      {"account": "3001", "credit": "683.32"}],
        })  # fmt: skip
        add_asset(session, AssetDraft(
            "烤箱", date(2024, 12, 5), fen(1000), 36, fen(50), used_months=12, depreciated=fen("316.68"),
        ))  # fmt: skip
        assert problems(session) == []
        assert depreciate(session, "2026-01").total == fen("26.39")  # (950 - 316.68) / 24
        assert problems(session) == []


def test_shares_go_where_the_cards_say_in_one_voucher(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session, "3000.00")
        add_asset(session, OVEN)
        add_asset(session, AssetDraft("货架", BOUGHT, fen(1000), 10, department="门店"))
        add_asset(session, AssetDraft("三轮车", BOUGHT, fen(1000), 10, account="5601"))
        made = depreciate(session, "2026-02")
        assert legs(session, made.number) == [
            ("5601", fen(100), 0), ("5602", fen("26.39"), 0), ("5602", fen(100), 0),
            ("1602", 0, fen("226.39")),
        ]  # fmt: skip
        change_asset(session, "FA002", name="货架", account="5601", department="")
        assert legs(session, depreciate(session, "2026-03").number)[0] == ("5601", fen(200), 0)


def test_a_month_is_written_off_when_it_closes_once(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        close_period(session, "2026-01", CLOSING)
        told = {each.id: each for each in closing_list(session, "2026-02", CLOSING)}
        assert told["depreciation"].passed
        assert told["depreciation"].problems == ("1 项固定资产本月折旧 26.39，结账时自动做凭证",)
        close_period(session, "2026-02", CLOSING)
        assert balances(session)["1602"] == -fen("26.39")
        reopen_period(session, "2026-02", "补单")
        close_period(session, "2026-02", CLOSING)
        assert balances(session)["1602"] == -fen("26.39")
        assert balances(session).get("5602", 0) == 0
        assert problems(session) == []


def test_a_reversed_month_can_be_written_off_again(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        first = depreciate(session, "2026-02")
        day = date(2026, 2, 28)
        reverse_voucher(session, Reversal(first.number, "错了", day), key=new_key())
        assert asset_named(session, "FA001").gone == 0
        assert depreciate(session, "2026-02").total == fen("26.39")
        assert problems(session) == []


@pytest.mark.parametrize(
    ("proceeds", "tax", "left"),
    [("1100.00", "0", ("5301", -15278)), ("0", "0", ("5711", 94722)), ("947.22", "0", None),
     ("565.00", "65.00", ("5711", 44722))],
)  # fmt: skip
def test_a_disposal_leaves_its_gain_or_loss(
    any_database: Database, owner: Actor, proceeds: str, tax: str, left: tuple[str, int] | None
):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        wanted = Disposal("FA001", date(2026, 3, 20), fen(proceeds), fen(tax), "bank")
        dispose(session, wanted, key=new_key())  # two months gone: 52.78, worth 947.22
        found = balances(session)
        assert not {"1601", "1602", "1606"} & set(found)
        assert {code: found.get(code, 0) for code in ("5301", "5711")} == {
            "5301": 0, "5711": 0, **dict([left] if left else [])
        }  # fmt: skip
        assert asset_named(session, "FA001").left_on == date(2026, 3, 20)
        assert depreciate(session, "2026-04") is None
        assert problems(session) == []
        with pytest.raises(Refused, match="已经在 2026-03-20 处置过"):
            dispose(session, wanted, key=new_key())


def test_a_disposal_taken_back_brings_the_asset_back(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        gone = dispose(session, Disposal("FA001", date(2026, 3, 20)), key=new_key())
        back = Reversal(gone.number, "没卖成", date(2026, 3, 21))
        reverse_voucher(session, back, key=new_key())
        assert asset_named(session, "FA001").left_on is None
        assert problems(session) == []


def test_verify_tells_cards_that_are_not_in_the_books(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        put_setting(session, "start_month", "2026-01")
        add_asset(session, OVEN)
        [said] = problems(session)
        assert "卡片原值合计 1000.00，总账 1601 余额 0.00" in said
        buy(session)
        assert problems(session) == []
        depreciate(session, "2026-02")
        session.execute(text("UPDATE fixed_asset SET depreciated = 1"))
        [said] = problems(session)
        assert "累计折旧 26.40，总账 1602 余额 26.39" in said


def test_a_card_goes_while_nothing_was_written_off(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session)
        add_asset(session, OVEN)
        remove_asset(session, "FA001")
        assert assets(session) == []
        add_asset(session, OVEN)
        depreciate(session, "2026-02")
        with pytest.raises(Refused, match="卡片不能删"):
            remove_asset(session, "FA001")
        with pytest.raises(NotFound):
            remove_asset(session, "FA009")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"cost": 0}, "原值"), ({"months": 0}, "使用月数"), ({"used_months": 36}, "已用月数"),
        ({"salvage": fen(1001)}, "残值"), ({"name": " "}, "要有名称"), ({"account": "1002"}, "费用或成本"),
        ({"salvage": -1}, "残值"), ({"months": 1201}, "使用月数"),
    ],
)  # fmt: skip
def test_a_card_that_makes_no_sense_is_refused(
    database: Database, owner: Actor, change: dict[str, object], words: str
):
    with database.transaction(owner) as session, pytest.raises(InvalidInput, match=words):
        add_asset(session, replace(OVEN, **change))


def test_who_may_not_keep_assets_is_refused(database: Database, owner: Actor):
    with database.transaction(actor_with("fixed_asset.view")) as session:
        for act in (
            lambda: add_asset(session, OVEN),
            lambda: depreciate(session, "2026-02"),
            lambda: dispose(session, Disposal("FA001", BOUGHT), key=new_key()),
        ):
            with pytest.raises(Forbidden):
                act()


def test_the_table_ties_to_the_books(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        buy(session, "2000.00")
        add_asset(session, OVEN)
        add_asset(session, AssetDraft("货架", BOUGHT, fen(1000), 10))
        depreciate(session, "2026-02")
        dispose(session, Disposal("FA002", date(2026, 3, 20)), key=new_key())
        depreciate(session, "2026-03")
        result = run_report(session, REPORT, date(2026, 3, 1), date(2026, 3, 31))
    oven, shelf = (row.cells for row in result.rows)
    assert oven[5:] == (
        fen(1000),
        fen(50),
        fen("26.39"),
        fen("26.39"),
        0,
        fen("52.78"),
        fen("947.22"),
        None,
    )
    assert shelf[5:] == (0, 0, fen(100), fen(100), fen(200), 0, 0, date(2026, 3, 20))
    assert result.proof.holds, result.proof.text
