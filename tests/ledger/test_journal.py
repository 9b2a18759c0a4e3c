"""Vouchers typed by hand: what the books take, what they refuse and where, and how one is taken back."""

from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.pattern_changes import disable_pattern, rename_pattern
from jxc_desktop.ledger.journal.queries import journal_view, patterns, patterns_due
from jxc_desktop.ledger.journal.services import (
    draft_of_pattern,
    enter_voucher,
    keep_pattern,
    post_journal_voucher,
    remove_pattern,
    review_voucher,
    unreview_voucher,
)
from jxc_desktop.ledger.queries import voucher_list
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import put_setting
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, balances, fen, legs

DAY = "2026-03-05"


def sent(*wanted: dict[str, object], key: str = "v", **more: object) -> dict[str, object]:
    return {"key": key, "type": "voucher", "day": DAY, "legs": list(wanted), **more}


TWO = (
    {"account": "5602", "debit": "300.00", "summary": "房租", "item": "租金"},
    {"account": "bank", "credit": "300.00"},
)


def test_a_voucher_is_in_the_books_as_it_was_typed(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        posted = post_document(session, sent(*TWO, attachments=2))
        assert (posted.number, posted.total) == ("PZ202603050001", fen(300))
        assert legs(session, posted.number) == [("5602", fen(300), 0), ("1002", 0, fen(300))]
        view = journal_view(session, posted.number)
    assert (view.head.voucher, view.head.attachments, view.head.summary) == ("记-1", 2, "房租")
    assert [(line.name, line.item, line.money_account) for line in view.lines] == [
        ("管理费用", "租金", ""), ("银行存款", "", "bank"),
    ]  # fmt: skip


def test_every_dimension_comes_through_and_back(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        a_customer(session), a_supplier(session), a_product(session)
        told = sent(
            {"account": "1122", "debit": "8.00", "partner": "C01", "summary": "例", "employee": "小王",
             "department": "门店", "project": "开业", "product": "A", "warehouse": "MAIN"},
            {"account": "220201", "credit": "8.00", "partner": "S01", "summary": "例"},
        )  # fmt: skip
        number = post_document(session, told).number
        line = journal_view(session, number).lines[0]
        assert (line.partner, line.employee, line.department, line.project, line.product, line.warehouse) == (
            "客户C01", "小王", "门店", "开业", "A", "MAIN",
        )  # fmt: skip
        again = as_data(session, "journal_voucher", number)
        copy = post_document(session, {**again, "key": "again"}).number
        assert journal_view(session, copy).lines == journal_view(session, number).lines
        post_document(session, {"type": "reversal", "number": number, "reason": "错"})
        post_document(session, {"type": "reversal", "number": copy, "reason": "错"})
        assert balances(session) == {}
    with any_database.reading(owner) as session:
        assert [p for rule in INVARIANTS for p in rule.check(session)] == []


def test_a_voucher_is_taken_back_in_red_with_the_prescribed_words(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        number = post_document(session, sent(*TWO)).number
        wanted = {"type": "reversal", "number": number, "reason": "记错", "day": "2026-03-09"}
        red = post_document(session, wanted).number
        assert legs(session, red) == [("5602", -fen(300), 0), ("1002", 0, -fen(300))]
        summary = "SELECT summary FROM entry WHERE source = :n"
        assert session.execute(text(summary), {"n": red}).scalar_one() == "注销3月5日记-1号凭证"


@pytest.mark.parametrize(
    ("wanted", "problem", "field"),
    [
        ([], "至少有借贷两行，现在是 0 行", "legs"),
        ([{"account": "5602", "debit": "1"}], "至少有借贷两行，现在是 1 行", "legs"),
        ([*TWO[:1], {"account": "bank", "credit": "180.00"}], "贷方还差 120.00", "legs"),
        ([*TWO, {"account": "bank", "credit": "20.00"}], "借方还差 20.00", "legs"),
        ([{"account": "5602"}, TWO[1]], "第 1 行：借方和贷方只填一个", "legs[0].debit"),
        ([{**TWO[0], "credit": "300.00"}, TWO[1]], "只填一个", "legs[0].debit"),
        ([TWO[0], {"account": "9999", "credit": "300"}], "第 2 行：没有科目 9999", "legs[1].account"),
        ([TWO[0], {"account": "2221", "credit": "300"}], "2221 有下级科目", "legs[1].account"),
        ([TWO[0], {"account": "1405", "credit": "300"}], "1405 由出入库单", "legs[1].account"),
        ([TWO[0], {"account": "0001", "credit": "300"}], "0001 由出入库单", "legs[1].account"),
        ([TWO[0], {"account": "1122", "credit": "300"}], "1122 要写往来单位", "legs[1].partner"),
        ([{**TWO[0], "summary": ""}, TWO[1]], "要写摘要", "legs[0].summary"),
        ([{**TWO[0], "money_account": "nope"}, TWO[1]], "没有结算账户 nope", "legs[0].money_account"),
        ([TWO[0], {**TWO[1], "money_account": "cash"}], "不属于科目 1002", "legs[1].money_account"),
        ([{**TWO[0], "note": "x"}, TWO[1]], "没有这个字段", "legs[0].note"),
    ],
)  # fmt: skip
def test_a_wrong_voucher_is_refused_at_its_place(
    database: Database, owner: Actor, wanted, problem, field
):
    with database.transaction(owner) as session:
        with pytest.raises(UserError, match=problem) as refused:
            post_document(session, sent(*wanted))
        assert refused.value.field == field
        for table in ("entry", "leg", "journal_voucher", "voucher", "document_key"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0


def test_an_account_can_ask_for_what_its_legs_must_name(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        session.execute(
            text("UPDATE account SET needs = 'department employee' WHERE code = '5602'")
        )
        with pytest.raises(InvalidInput, match="5602 要写部门"):
            post_document(session, sent(*TWO))
        with pytest.raises(InvalidInput, match="5602 要写职员"):
            post_document(session, sent({**TWO[0], "department": "门店"}, TWO[1]))
        post_document(session, sent({**TWO[0], "department": "门店", "employee": "小王"}, TWO[1]))


def test_a_voucher_counts_among_what_a_firm_owes(database: Database, owner: Actor):
    from jxc_desktop.cash.settling import RECEIVABLE, open_items

    with database.transaction(owner) as session:
        firm = a_customer(session)
        told = sent(
            {"account": "1122", "debit": "8.00", "partner": "C01", "summary": "补记"},
            {"account": "5051", "credit": "8.00"},
        )
        number = post_document(session, told).number
        assert [(i.number, i.amount) for i in open_items(session, RECEIVABLE, firm)] == [
            (number, 800)
        ]
        post_document(session, {"type": "reversal", "number": number, "reason": "错"})
        assert open_items(session, RECEIVABLE, firm) == []


def test_a_page_is_reviewed_by_somebody_else_and_then_entered(database: Database, owner: Actor):
    other = Actor(2, "会计", frozenset({"accountant"}))
    with database.transaction(owner) as session:
        put_setting(session, "approve_own_documents", False)
        post_document(session, sent(*TWO))
        [page] = voucher_list(session, date(2026, 3, 1), date(2026, 3, 31))
        with pytest.raises(Refused, match="记-1 是你自己做的"):
            review_voucher(session, page.id)
        with pytest.raises(Refused, match="还没有审核"):
            enter_voucher(session, page.id)
    with database.transaction(other) as session:
        review_voucher(session, page.id)
        unreview_voucher(session, page.id)
        review_voucher(session, page.id)
        enter_voucher(session, page.id)
        with pytest.raises(Refused, match="已记账"):
            unreview_voucher(session, page.id)
        with pytest.raises(NotFound):
            review_voucher(session, 999)


def test_a_pattern_makes_the_same_voucher_each_month(database: Database, owner: Actor):
    month = JournalDraft(
        date(2026, 3, 31),
        (JournalLeg("5602", fen(100), 0, "摊销"), JournalLeg("1801", 0, fen(100))),
    )
    with database.transaction(owner) as session:
        kept = keep_pattern(session, "摊销装修", month, every=1, first_month="2026-03")
        assert [each.name for each in patterns_due(session, "2026-03")] == ["摊销装修"]
        assert patterns_due(session, "2026-02") == []
        assert draft_of_pattern(session, kept, date(2026, 4, 30)).day == date(2026, 4, 30)
        due = draft_of_pattern(session, kept, date(2026, 3, 31))
        post_journal_voucher(session, due, key=new_key())
        assert patterns_due(session, "2026-03") == []
        assert balances(session) == {"5602": fen(100), "1801": -fen(100)}
        with pytest.raises(InvalidInput, match="名字"):
            keep_pattern(session, " ", month)
        for never in ("2026-13", "下月", "2026-3"):
            with pytest.raises(InvalidInput, match="不是月份"):
                keep_pattern(session, "月租", month, every=1, first_month=never)
        remove_pattern(session, kept)
        with pytest.raises(NotFound):
            draft_of_pattern(session, kept, date(2026, 4, 30))


def test_a_pattern_gets_another_name_and_rests(any_database: Database, owner: Actor):
    draft = JournalDraft(date(2026, 3, 31), (JournalLeg("5602", fen(100), 0, "租"),))
    with any_database.transaction(owner) as session:
        kept = keep_pattern(session, "月租", draft, every=1, first_month="2026-03")
        other = keep_pattern(session, "水电", draft)
        rename_pattern(session, kept, " 季租 ", every=3)
        assert [(x.name, x.every, x.next_month) for x in patterns(session)] == [
            ("季租", 3, "2026-03"), ("水电", 0, ""),
        ]  # fmt: skip
        with pytest.raises(Refused, match="已经有模板“季租”"):
            rename_pattern(session, other, "季租", every=0)
        with pytest.raises(InvalidInput, match="1 到 12"):
            rename_pattern(session, other, "水电", every=13)
        disable_pattern(session, kept, disabled=True)
        assert patterns_due(session, "2026-12") == []
        assert [x.name for x in patterns(session, even_disabled=True)] == ["水电", "季租"]
        with pytest.raises(Refused, match="已停用的模板里有“季租”"):
            rename_pattern(session, other, "季租", every=0)
        disable_pattern(session, kept, disabled=False)
        [due] = patterns_due(session, "2026-11")
        assert (due.name, due.next_month) == (
            "季租",
            "2026-11",
        )  # what it missed at rest is not owed
        remove_pattern(session, other)
        with pytest.raises(NotFound):
            rename_pattern(session, other, "水", every=0)
        acts = session.execute(
            text("SELECT action FROM audit WHERE action LIKE 'voucher_pattern.%' ORDER BY id")
        )
        assert [row[0].partition(".")[2] for row in acts] == [
            "add", "add", "rename", "disable", "enable", "remove",
        ]  # fmt: skip
    with any_database.transaction(actor_with("treasurer")) as session:
        for change in (
            lambda: rename_pattern(session, kept, "x", every=0),
            lambda: disable_pattern(session, kept, disabled=True),
        ):
            with pytest.raises(Forbidden):
                change()


def test_who_keeps_the_cash_posts_no_voucher(database: Database):
    draft = JournalDraft(date(2026, 3, 5), ())
    with database.transaction(actor_with("treasurer")) as session, pytest.raises(Forbidden):
        post_journal_voucher(session, draft, key=new_key())
