"""Where money lies and what it is for: kept by the shop, found by name, refused where books would break."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import cash_items, expense_view, money_accounts
from jxc_desktop.cash.services import (
    CashItemDraft,
    MoneyAccountDraft,
    PurposeDraft,
    SpendingDraft,
    disable_cash_item,
    disable_money_account,
    post_expense,
    post_other_income,
    save_cash_item,
    save_money_account,
)
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.cash.conftest import Trade
from tests.conftest import actor_with
from tests.shopkeeping import DAY, fen, legs

CASH = 1


def spend(trade: Trade, *lines: PurposeDraft, account: int = CASH) -> str:
    draft = SpendingDraft(DAY, account, lines)
    return post_expense(trade.session, draft, key=new_key()).number


def audited(session: Session, act: str) -> list[str]:
    """What the acts of a kind were done to."""
    rows = session.execute(
        text("SELECT object FROM audit WHERE action = :act ORDER BY id"), {"act": act}
    )
    return [row[0] for row in rows]


def test_a_new_account_gets_the_next_code_and_takes_money(trade: Trade) -> None:
    own_id = save_money_account(trade.session, MoneyAccountDraft(" 工行  尾号 1234 ", "1002"))
    [made] = [x for x in money_accounts(trade.session) if x.id == own_id]
    assert (made.code, made.name, made.account, made.disabled) == (
        "A01", "工行 尾号 1234", "1002", False,
    )  # fmt: skip
    number = spend(trade, PurposeDraft("5602", fen(30), "租金"), account=own_id)
    assert ("1002", 0, 3000) in legs(trade.session, number)
    with pytest.raises(Refused, match="科目不能再改"):
        save_money_account(trade.session, MoneyAccountDraft("工行", "100101", made.code, own_id))
    save_money_account(trade.session, MoneyAccountDraft("工行", "1002", "ICBC", own_id))
    [again] = [x for x in money_accounts(trade.session) if x.id == own_id]
    assert (again.code, again.name) == ("ICBC", "工行")
    assert audited(trade.session, "money_account.create") == ["A01"]
    assert audited(trade.session, "money_account.edit") == ["ICBC"]


def test_an_account_out_of_use_takes_no_money_until_it_is_back(trade: Trade) -> None:
    own_id = save_money_account(trade.session, MoneyAccountDraft("旧卡", "1002"))
    disable_money_account(trade.session, own_id)
    with trade.undone(), pytest.raises(NotFound, match="停用"):
        spend(trade, PurposeDraft("5602", fen(1), "租金"), account=own_id)
    disable_money_account(trade.session, own_id, disabled=False)
    spend(trade, PurposeDraft("5602", fen(1), "租金"), account=own_id)


@pytest.mark.parametrize("account", ["1122", "5602", "1001", "9999"])
def test_an_account_stands_only_where_money_lies(trade: Trade, account: str) -> None:
    with pytest.raises(InvalidInput, match=account) as refused:
        save_money_account(trade.session, MoneyAccountDraft("钱", account))
    assert refused.value.field == "account"


def test_the_till_keeps_its_account(trade: Trade) -> None:
    with pytest.raises(Refused, match="付款方式"):
        disable_money_account(trade.session, CASH)


def test_an_item_is_named_in_an_expense_by_name_or_code(trade: Trade) -> None:
    number = spend(trade, PurposeDraft("", fen(30), "房租"), PurposeDraft("", fen(5), "Z02"))
    lines = [(x.account, x.item, x.amount) for x in expense_view(trade.session, number).lines]
    assert lines == [("5602", "租金", fen(30)), ("5602", "水电费", fen(5))]


def test_an_item_of_its_own_is_found_and_out_of_use_is_not(trade: Trade) -> None:
    own_id = save_cash_item(trade.session, CashItemDraft("卖纸箱", True, "5051"))
    [made] = [x for x in cash_items(trade.session) if x.id == own_id]
    assert (made.code[0], made.incoming, made.account, made.item) == ("S", True, "5051", "")
    income = SpendingDraft(DAY, CASH, (PurposeDraft("", fen(8), "卖纸箱"),))
    posted = post_other_income(trade.session, income, key=new_key())
    assert [code for code, _debit, _credit in legs(trade.session, posted.number)] == [
        "100101", "5051",
    ]  # fmt: skip
    with trade.undone(), pytest.raises(NotFound, match="卖纸箱"):
        spend(trade, PurposeDraft("", fen(8), "卖纸箱"))
    disable_cash_item(trade.session, own_id)
    with trade.undone(), pytest.raises(NotFound, match="卖纸箱"):
        post_other_income(trade.session, income, key=new_key())


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (CashItemDraft("", False, "5602"), "name", "没有名称"),
        (CashItemDraft("长" * 41, False, "5602"), "name", "太长"),
        (CashItemDraft("停车", False, "1122"), "account", "1122"),
        (CashItemDraft("停车", False, "9999"), "account", "9999"),
        (CashItemDraft("停车", False, "5602", "", "Z01"), "code", "已经有了"),
        (CashItemDraft("停车", False, "5602", "项" * 41), "item", "太长"),
    ],
)
def test_what_an_item_cannot_be(trade: Trade, draft: CashItemDraft, field: str, said: str) -> None:
    with pytest.raises((InvalidInput, Refused), match=said) as refused:
        save_cash_item(trade.session, draft)
    assert refused.value.field == field


def test_what_is_gone_is_said(trade: Trade) -> None:
    with pytest.raises(NotFound, match="刷新"):
        save_cash_item(trade.session, CashItemDraft("x", False, "5602", "", "X", 9999))
    with pytest.raises(NotFound, match="刷新"):
        disable_money_account(trade.session, 9999, disabled=False)


def test_who_may_not_is_refused(database: Database, owner: Actor) -> None:
    with database.transaction(actor_with("sales")) as session:
        with pytest.raises(Forbidden):
            save_money_account(session, MoneyAccountDraft("钱", "1002"))
        with pytest.raises(Forbidden):
            save_cash_item(session, CashItemDraft("停车", False, "5602"))
