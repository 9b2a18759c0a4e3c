"""What somebody who types a voucher is offered: accounts by code, name and initials, and what a leg can be about."""

from dataclasses import replace

from jxc_desktop.core.db import Database
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_text import search_text
from jxc_desktop.ledger.journal.choices import journal_accounts, matching
from jxc_desktop.ledger.journal.drafts import JournalDraft, JournalLeg
from jxc_desktop.ledger.journal.finding import find_dimensions
from jxc_desktop.ledger.journal.foreseen import foresee_journal
from jxc_desktop.ledger.journal.naming import open_voucher
from jxc_desktop.ledger.journal.queries import patterns_due
from jxc_desktop.ledger.journal.services import (
    draft_of_pattern,
    keep_pattern,
    post_journal_voucher,
)
from jxc_desktop.ledger.journal.typed import TypedVoucher, voucher_from
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import TODAY
from tests.shopkeeping import a_customer, a_product, fen


def found(session, *asked) -> list[tuple[str, str]]:
    return [(hit.dimension, hit.name) for hit in find_dimensions(session, *asked)]


def named(name: str) -> dict[str, str]:
    return {"pinyin": initials(name), "search_text": search_text(name, "", initials(name))}


def test_accounts_are_found_by_code_name_and_initials(any_database: Database, owner: Actor):
    with any_database.reading(owner) as session:
        accounts = journal_accounts(session)
    first = {text: matching(accounts, text)[0].code for text in ("1122", "银行", "yszk", "bank")}
    assert first == {"1122": "1122", "银行": "1002", "yszk": "1122", "bank": "1002"}
    assert [a.code for a in matching(accounts, "2202")] == ["220201", "220202"]
    assert matching(accounts, "没有的") == []


def test_an_account_with_one_drawer_does_not_ask_for_it(any_database: Database, owner: Actor):
    with any_database.reading(owner) as session:
        wants = {account.code: account.wants for account in journal_accounts(session)}
    assert wants["1002"] == ()
    assert wants["1122"] == ("partner",)


def test_what_is_missing_is_looked_for_alone(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        a_customer(session, "C01", **named("客户C01"))
        a_product(session, "C01")
    with any_database.reading(owner) as session:
        assert found(session, "c01", "1122", ("partner",)) == [("partner", "客户C01")]
        everything = found(session, "C01", "1122")
        assert everything[:2] == [("partner", "客户C01"), ("product", "商品C01")]
        assert ("employee", "C01") in everything
        assert ("item", "租金") in found(session, "zj", "5602")


def test_a_name_used_before_is_not_new(any_database: Database, owner: Actor):
    legs = (JournalLeg("5602", 100, employee="小王"), JournalLeg("1002", 0, 100))
    with any_database.transaction(owner) as session:
        post_journal_voucher(session, JournalDraft(TODAY, legs, "例"), key=new_key())
        hits = find_dimensions(session, "小王", "5602")
    assert [(hit.dimension, hit.new) for hit in hits] == [
        ("employee", False), ("item", True), ("department", True), ("project", True),
    ]  # fmt: skip


def test_a_typed_voucher_is_kept_and_opened_as_it_was(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        firm = a_customer(session)
        draft = JournalDraft(TODAY, (JournalLeg("1122", fen(8), partner_id=firm),), "欠款", 2)
        assert voucher_from(TypedVoucher(draft).body()) == draft
        [leg] = open_voucher(session, draft).legs
    assert (leg.name, leg.about, leg.missing) == ("应收账款", (("partner", "客户C01"),), ())


def test_what_is_foreseen_is_what_is_booked(any_database: Database, owner: Actor):
    legs = (JournalLeg("5602", 100), JournalLeg("1002", 0, 100))
    with any_database.reading(owner) as session:
        told = foresee_journal(session, JournalDraft(TODAY, legs, "例"))
    assert [(leg.account, leg.debit, leg.credit) for leg in told.legs] == [
        ("5602", 100, 0), ("1002", 0, 100),
    ]  # fmt: skip
    assert told.legs[1].money_account_id is not None


def test_a_pattern_that_was_changed_before_posting_is_due_again_all_the_same(
    any_database: Database, owner: Actor
):
    legs = (JournalLeg("5602", 100), JournalLeg("1002", 0, 100))
    with any_database.transaction(owner) as session:
        kept = keep_pattern(session, "月租", JournalDraft(TODAY, legs, "租"), every=1)
        made = replace(draft_of_pattern(session, kept, TODAY), summary="改过的")
        key = new_key()
        post_journal_voucher(session, made, key=key)
        post_journal_voucher(session, made, key=key)
        assert patterns_due(session, "2026-11") == []
        assert [each.next_month for each in patterns_due(session, "2026-12")] == ["2026-12"]
