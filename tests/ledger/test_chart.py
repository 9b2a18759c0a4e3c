"""Sub-accounts of one's own: what may be split, what a leg must tell, what goes and what stays (decisions 9)."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from jxc_desktop.cash.services import MoneyAccountDraft, save_money_account
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.chart import (
    AccountDraft,
    add_account,
    ask_of_account,
    disable_account,
    remove_account,
    rename_account,
)
from jxc_desktop.ledger.chart_rules import BOOKED_BY_PROGRAM
from jxc_desktop.ledger.export import export_ledger
from jxc_desktop.ledger.queries import account_named
from jxc_desktop.reports.balance_sheet import figures_at
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.shopkeeping import balances, fen

ROOT = Path(__file__).parents[2]
CHART = ROOT / "resources" / "accounts" / "small_enterprise.csv"
BY_ITEM_OR_PURSE = {"1002", "1221", "2241", "5602"}
"""Codes the program names only to look below them: purses and items keep 1002 and 5602, the others are never booked."""


def voucher(key: str, account: str, **more: object) -> dict[str, object]:
    return {
        "key": key, "type": "voucher", "day": "2026-03-05",
        "legs": [{"account": account, "debit": "8.00", "summary": "例", **more},
                 {"account": "bank", "credit": "8.00"}],
    }  # fmt: skip


def problems(session) -> list[str]:
    return [said for each in INVARIANTS for said in each.check(session)]


def test_a_sub_account_takes_after_the_account_above(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        assert add_account(session, AccountDraft("122101", " 备用金 ")) == "122101"
        made, above = account_named(session, "122101"), account_named(session, "1221")
        assert (made.name, made.parent, made.kind, made.side, made.leaf, made.own) == (
            "备用金", "1221", "A", 1, True, True,
        )  # fmt: skip
        assert not above.leaf
        post_document(session, voucher("v", "122101"))
        assert balances(session)["122101"] == fen(8)
        assert problems(session) == []


def test_the_statements_follow_sub_accounts(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        add_account(session, AccountDraft("18010101", "门店装修"))
        post_document(session, voucher("v", "18010101"))
        assert figures_at(session, date(2026, 3, 31)).net("1801") == fen(8)


def test_an_account_with_entries_is_not_split(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        post_document(session, voucher("v", "1801"))
        with pytest.raises(Refused, match="1801 已经记过账"):
            add_account(session, AccountDraft("180101", "装修费"))
        assert account_named(session, "1801").leaf


@pytest.mark.parametrize("code", ["112201", "560301", "100201", "560201", "500101"])
def test_what_documents_or_purses_book_on_is_not_split(
    any_database: Database, owner: Actor, code: str
):
    with any_database.transaction(owner) as session, pytest.raises(Refused, match="不能再分下级"):
        add_account(session, AccountDraft(code, "下级"))


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        ("ABC", InvalidInput, "位数字"),
        ("９９９", InvalidInput, "上面没有科目"),
        ("1801", Refused, "已经有科目"),
        ("18011", InvalidInput, "多两位"),
        ("18010101", InvalidInput, "多两位"),
        ("", InvalidInput, "位数字"),
        ("1801000000000001", InvalidInput, "位数字"),
    ],
)
def test_a_code_that_fits_nowhere_is_refused(
    database: Database, owner: Actor, code: str, kind: type[Exception], words: str
):
    with database.transaction(owner) as session, pytest.raises(kind, match=words):
        add_account(session, AccountDraft(code, "下级"))


def test_a_name_is_there_once_below_an_account_and_never_empty(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        with pytest.raises(Refused, match="180101 已经叫"):
            add_account(session, AccountDraft("180102", "装修费"))
        with pytest.raises(InvalidInput, match="要有名称"):
            add_account(session, AccountDraft("180102", " "))
        add_account(session, AccountDraft("180102", "软件费"))
        with pytest.raises(Refused, match="180101 已经叫"):
            rename_account(session, "180102", "装修费")
        rename_account(session, "180102", "软件")
        assert account_named(session, "180102").name == "软件"
        with pytest.raises(Refused, match="名称不能改"):
            rename_account(session, "1801", "别的")


def test_a_voucher_names_a_leaf_and_what_it_asks(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费", ("department", "employee")))
        with pytest.raises(InvalidInput, match="记到末级"):
            post_document(session, voucher("a", "1801"))
        with pytest.raises(InvalidInput, match="180101 要写职员"):
            post_document(session, voucher("b", "180101", department="门店"))
        post_document(session, voucher("c", "180101", department="门店", employee="小王"))
        assert problems(session) == []


def test_what_an_account_asks_is_set_only_while_nothing_stands_on_it(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        ask_of_account(session, "1801", ("project",))
        assert account_named(session, "1801").needs == "project"
        ask_of_account(session, "1801", ())
        post_document(session, voucher("v", "1801"))
        for code, words in (
            ("1801", "已经记过账"), ("1122", "由单据自动记账"), ("5602", "收支项目"),
            ("2202", "有下级科目"), ("310401", "不带辅助核算"),
        ):  # fmt: skip
            with pytest.raises(Refused, match=words):
                ask_of_account(session, code, ("project",))
        with pytest.raises(InvalidInput, match="没有辅助核算"):
            ask_of_account(session, "1701", ("colour",))


def test_verify_tells_a_leg_that_does_not_say_what_its_account_asks(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        post_document(session, voucher("v", "1801"))
        assert problems(session) == []
        session.execute(text("UPDATE account SET needs = 'project' WHERE code = '1801'"))
        assert any("1801" in said and "辅助核算" in said for said in problems(session))


def test_an_expense_tells_what_its_account_asks(any_database: Database, owner: Actor):
    spent = {"type": "expense", "day": "2026-03-05", "account": "bank"}
    with any_database.transaction(owner) as session:
        ask_of_account(session, "5402", ("department",))
        line = {"account": "5402", "amount": "20.00"}
        with pytest.raises(InvalidInput, match="5402 要写部门"):
            post_document(session, {**spent, "key": "a", "lines": [line]})
        told = {**line, "department": "门店"}
        post_document(session, {**spent, "key": "b", "lines": [told]})
        assert problems(session) == []


def test_an_unused_account_goes_and_the_one_above_is_a_leaf_again(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        add_account(session, AccountDraft("18010101", "门店装修"))
        with pytest.raises(Refused, match="先删下级"):
            remove_account(session, "180101")
        remove_account(session, "18010101")
        remove_account(session, "180101")
        assert account_named(session, "1801").leaf
        with pytest.raises(NotFound):
            remove_account(session, "180101")
        with pytest.raises(Refused, match="准则里的科目，不能删"):
            remove_account(session, "1801")


def test_an_account_in_use_neither_goes_nor_rests(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        post_document(session, voucher("v", "180101"))
        with pytest.raises(Refused, match="180101 已经记过账，不能删"):
            remove_account(session, "180101")
        with pytest.raises(Refused, match="还有余额"):
            disable_account(session, "180101")
        with pytest.raises(Refused, match="先停用下级"):
            disable_account(session, "1801")
        with pytest.raises(Refused, match="由单据自动记账"):
            disable_account(session, "1122")
        with pytest.raises(Refused, match="先改它们"):
            disable_account(session, "5602")


def test_an_account_out_of_use_takes_no_voucher_until_it_is_back(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        disable_account(session, "180101")
        with pytest.raises(InvalidInput, match="已停用"):
            post_document(session, voucher("a", "180101"))
        disable_account(session, "1801")
        with pytest.raises(Refused, match="先启用它"):
            add_account(session, AccountDraft("180102", "软件费"))
        with pytest.raises(Refused, match="上级科目 1801 停用着"):
            disable_account(session, "180101", disabled=False)
        disable_account(session, "1801", disabled=False)
        disable_account(session, "180101", disabled=False)
        post_document(session, voucher("b", "180101"))


def test_money_lies_in_a_sub_account_too(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("101203", "京东钱包"))
        assert account_named(session, "101203").needs == "money_account"
        save_money_account(session, MoneyAccountDraft("京东钱包", "101203", "jd"))
        post_document(session, voucher("v", "jd"))
        with pytest.raises(Refused, match="101203 已经记过账"):
            ask_of_account(session, "101203", ())
        assert problems(session) == []


def test_opening_balances_know_sub_accounts(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        told = {"key": "o", "type": "opening_accounts"}
        with pytest.raises(InvalidInput, match="期初记到末级"):
            post_document(session, {**told, "lines": [{"account": "1801", "debit": "8.00"}]})
        post_document(session, {**told, "lines": [{"account": "180101", "debit": "8.00"}]})
        assert balances(session)["180101"] == fen(8)


def test_the_chart_is_changed_by_those_who_may(database: Database, owner: Actor):
    with database.transaction(actor_with("account.view")) as session, pytest.raises(Forbidden):
        add_account(session, AccountDraft("180101", "装修费"))


def test_other_programs_are_told_the_whole_path(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        add_account(session, AccountDraft("180101", "装修费"))
        post_document(session, voucher("v", "180101"))
        known = {form: "".join(export_ledger(session, form)) for form in ("hledger", "beancount")}
    assert "    1801 长期待摊费用:180101 装修费  8.00 CNY" in known["hledger"]
    assert "长期待摊费用:" in known["beancount"]
    assert "180101" in known["beancount"]


def test_every_code_the_program_books_on_is_on_the_list():
    with CHART.open(encoding="utf-8", newline="") as file:
        leaves = {row["code"] for row in csv.DictReader(file) if row["leaf"] == "1"}
    aside = {"demo", "guide", "migrations", "analysis", "reports"}
    named = {
        code
        for path in (ROOT / "jxc_desktop").rglob("*.py")
        if not aside & set(path.parts)
        for code in re.findall(r'"(\d{4,8})"', path.read_text(encoding="utf-8"))
    }
    assert (named & leaves) - BY_ITEM_OR_PURSE == BOOKED_BY_PROGRAM
