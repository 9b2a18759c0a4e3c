"""Every row of domain.md §2.4 and §2.5 that is about money: the legs as they are stated, for both taxpayers."""

from collections.abc import Callable

import pytest

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    PurposeDraft,
    SettlementDraft,
    SpendingDraft,
    TransferDraft,
    post_advance_payment,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_expense,
    post_money_transfer,
    post_other_income,
    post_settlement,
    post_supplier_payment,
)
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.employees import EmployeeDraft, disable_employee, save_employee
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting, settings_of
from tests.cash.conftest import Trade
from tests.conftest import actor_with
from tests.shopkeeping import DAY, a_supplier, fen, legs

CASH, BANK, WECHAT = 1, 2, 3
ITEMS = Statement(
    "SELECT l.account, l.item FROM leg l JOIN entry e ON e.id = l.entry_id "
    "WHERE e.source = :number AND l.item IS NOT NULL"
)


def through(account: int, amount: str) -> tuple[Payment, ...]:
    return (Payment(account, fen(amount)),)


FOR_WHOM = Statement(
    "SELECT l.account, coalesce(l.employee, ''), coalesce(l.department, ''), coalesce(l.project, '') "
    "FROM leg l JOIN entry e ON e.id = l.entry_id WHERE e.source = :number AND l.account LIKE '5%' ORDER BY 1, 2"
)


def test_an_expense_says_who_it_was_for_and_takes_his_department(trade: Trade) -> None:
    save_employee(trade.session, EmployeeDraft("王芳", "WF", "门市"))
    lines = (
        PurposeDraft("5601", 1000, employee="WF"),
        PurposeDraft("5601", 2000, employee="王芳", department="仓库", project=" 开业 "),
        PurposeDraft("5602", 3000, department="办公室"),
    )
    spent = post_expense(trade.session, SpendingDraft(DAY, CASH, lines), key=new_key())
    assert FOR_WHOM.all(trade.session, number=spent.number) == [
        ("5601", "王芳", "门市", ""), ("5601", "王芳", "仓库", "开业"), ("5602", "", "办公室", ""),
    ]  # fmt: skip
    disable_employee(trade.session, 1)
    with pytest.raises(Refused, match="王芳 已停用") as error:
        post_expense(trade.session, SpendingDraft(DAY, CASH, lines), key=new_key())
    assert error.value.field == "lines[0].employee"


def test_an_advance_paid_to_a_supplier(trade: Trade) -> None:
    draft = AdvanceDraft(DAY, trade.firm, through(BANK, "300"))
    paid = post_advance_payment(trade.session, draft, key=new_key())
    assert paid.number == "YFK202611200001"
    assert legs(trade.session, paid.number) == [("1002", 0, 30000), ("1123", 30000, 0)]
    assert trade.open("1123") == {paid.number: 30000}


def test_a_prepayment_applied(trade: Trade) -> None:
    draft = AdvanceDraft(DAY, trade.firm, through(BANK, "300"))
    paid = post_advance_payment(trade.session, draft, key=new_key())
    bought = trade.buy("200")
    wanted = SettlementDraft(DAY, SettlementMode.ADVANCE_PAYMENT, trade.firm)
    met = post_settlement(trade.session, wanted, key=new_key())
    assert legs(trade.session, met.number) == [("220201", 20000, 0), ("1123", 0, 20000)]
    assert trade.open("1123") == {paid.number: 10000}
    assert bought.number not in trade.open("220201")


def test_payment_of_a_supplier_with_a_discount_taken(trade: Trade) -> None:
    trade.buy("100")
    draft = MoneyDraft(DAY, trade.firm, through(BANK, "99.5"), cash_discount=50)
    paid = post_supplier_payment(trade.session, draft, key=new_key())
    assert legs(trade.session, paid.number) == [
        ("1002", 0, 9950), ("5603", 0, 50), ("220201", 10000, 0),
    ]  # fmt: skip
    assert ITEMS.all(trade.session, number=paid.number) == [("5603", "现金折扣")]


def test_freight_of_a_purchase_is_a_selling_expense_and_its_tax_counts_for_a_general_taxpayer(
    trade: Trade,
) -> None:
    general = settings_of(trade.session).general
    line = PurposeDraft("5601", fen("218"), "运输费", tax=fen("18") if general else 0)
    spent = post_expense(trade.session, SpendingDraft(DAY, BANK, (line,)), key=new_key())
    assert legs(trade.session, spent.number) == (
        [("5601", 20000, 0), ("22210101", 1800, 0), ("1002", 0, 21800)]
        if general
        else [("5601", 21800, 0), ("1002", 0, 21800)]
    )
    assert ITEMS.all(trade.session, number=spent.number) == [("5601", "运输费")]


def test_a_small_taxpayer_deducts_no_tax(trade: Trade) -> None:
    line = PurposeDraft("5601", fen("218"), tax=fen("18"))
    draft = SpendingDraft(DAY, BANK, (line,))
    if settings_of(trade.session).general:
        assert post_expense(trade.session, draft, key=new_key()).total == 21800
    else:
        with pytest.raises(InvalidInput, match="小规模") as refusal:
            post_expense(trade.session, draft, key=new_key())
        assert refusal.value.field == "lines[0].tax"


def test_a_payable_that_cannot_be_paid(trade: Trade) -> None:
    trade.buy("80")
    draft = BadDebtDraft(DAY, BadDebtMode.UNPAYABLE, trade.firm, fen(80), "供应商注销")
    gone = post_bad_debt(trade.session, draft, key=new_key())
    assert legs(trade.session, gone.number) == [("220201", 8000, 0), ("5301", 0, 8000)]
    assert ITEMS.all(trade.session, number=gone.number) == [("5301", "无法偿付的应付款项")]
    assert trade.open("220201") == {}


def test_an_advance_received(trade: Trade) -> None:
    pays = (Payment(CASH, fen(100)), Payment(WECHAT, fen("50.5")))
    got = post_advance_receipt(trade.session, AdvanceDraft(DAY, trade.firm, pays), key=new_key())
    assert got.number == "YSK202611200001"
    assert legs(trade.session, got.number) == [
        ("100101", 10000, 0), ("101201", 5050, 0), ("220301", 0, 15050),
    ]  # fmt: skip


def test_an_advance_applied(trade: Trade) -> None:
    draft = AdvanceDraft(DAY, trade.firm, through(CASH, "100"))
    got = post_advance_receipt(trade.session, draft, key=new_key())
    trade.sell("60")
    wanted = SettlementDraft(DAY, SettlementMode.ADVANCE_RECEIPT, trade.firm)
    met = post_settlement(trade.session, wanted, key=new_key())
    assert (met.number, met.total) == ("HX202611200001", 6000)
    assert legs(trade.session, met.number) == [("220301", 6000, 0), ("1122", 0, 6000)]
    assert (trade.open("220301"), trade.open("1122")) == ({got.number: 4000}, {})


def test_collection_over_several_accounts_and_documents(trade: Trade) -> None:
    first, second = trade.sell("100"), trade.sell("50")
    pays = (Payment(CASH, fen(20)), Payment(BANK, fen(100)), Payment(WECHAT, fen("39.5")))
    draft = MoneyDraft(DAY, trade.firm, pays, cash_discount=50)
    got = post_customer_receipt(trade.session, draft, key=new_key())
    assert legs(trade.session, got.number) == [
        ("100101", 2000, 0), ("1002", 10000, 0), ("101201", 3950, 0), ("5603", 50, 0),
        ("1122", 0, 15000), ("220301", 0, 1000),
    ]  # fmt: skip
    assert not {first.number, second.number} & trade.open("1122").keys()


def test_small_change_that_nobody_pays_is_given_up_without_money(trade: Trade) -> None:
    trade.sell("0.30")
    draft = MoneyDraft(DAY, trade.firm, (), cash_discount=30)
    got = post_customer_receipt(trade.session, draft, key=new_key())
    assert legs(trade.session, got.number) == [("5603", 30, 0), ("1122", 0, 30)]
    for nothing in (MoneyDraft(DAY, trade.firm, ()), draft):
        with pytest.raises(InvalidInput):
            post_customer_receipt(trade.session, nothing, key=new_key())


@pytest.mark.parametrize("post", [post_customer_receipt, post_supplier_payment])
def test_a_debt_is_not_given_up_as_a_discount_without_the_right(
    trade: Trade, post: Callable[..., Posted]
) -> None:
    trade.sell("100")
    trade.buy("100")
    whole = {"day": DAY, "partner_id": trade.firm}
    free = MoneyDraft(**whole, payments=(), cash_discount=fen(100))
    nearly = MoneyDraft(**whole, payments=through(CASH, "0.01"), cash_discount=fen("99.99"))
    beyond = MoneyDraft(**whole, payments=through(CASH, "94.99"), cash_discount=fen("5.01"))
    usual = MoneyDraft(**whole, payments=through(CASH, "95"), cash_discount=fen(5))
    owner = trade.session.info["actor"]
    trade.session.info["actor"] = actor_with("manager")
    for draft in (free, nearly, beyond):
        with pytest.raises(Forbidden) as refused:
            post(trade.session, draft, key=new_key())
        assert (refused.value.field, refused.value.lendable) == ("cash_discount", "bad_debt.post")
    for draft, actor in ((usual, actor_with("manager")), (free, owner)):
        trade.session.info["actor"] = actor
        with trade.undone():
            assert post(trade.session, draft, key=new_key()).number
    change_setting(trade.session, "cash_discount_limit", 0)
    trade.session.info["actor"] = actor_with("manager")
    with pytest.raises(Forbidden):
        post(trade.session, usual, key=new_key())


def test_a_bad_debt_is_a_loss_at_once(trade: Trade) -> None:
    trade.sell("100")
    draft = BadDebtDraft(
        DAY, BadDebtMode.WRITE_OFF, trade.firm, fen(100), "破产", through(CASH, "15")
    )
    lost = post_bad_debt(trade.session, draft, key=new_key())
    assert lost.number == "HZ202611200001"
    assert legs(trade.session, lost.number) == [
        ("5711", 8500, 0), ("100101", 1500, 0), ("1122", 0, 10000),
    ]  # fmt: skip
    assert ITEMS.all(trade.session, number=lost.number) == [("5711", "坏账损失")]
    assert trade.open("1122") == {}


def test_a_written_off_debt_that_is_paid_after_all(trade: Trade) -> None:
    trade.sell("100")
    lose = BadDebtDraft(DAY, BadDebtMode.WRITE_OFF, trade.firm, fen(100), "破产")
    post_bad_debt(trade.session, lose, key=new_key())
    back = BadDebtDraft(
        DAY, BadDebtMode.RECOVERY, trade.firm, fen(40), "又还了", through(BANK, "40")
    )
    got = post_bad_debt(trade.session, back, key=new_key())
    assert legs(trade.session, got.number) == [("1002", 4000, 0), ("5301", 0, 4000)]
    assert ITEMS.all(trade.session, number=got.number) == [("5301", "收回已核销坏账")]


def test_scrap_sold_is_other_revenue_with_its_tax(trade: Trade) -> None:
    line = PurposeDraft("5051", fen("113"), tax=fen(13), summary="卖纸箱")
    earned = post_other_income(trade.session, SpendingDraft(DAY, CASH, (line,)), key=new_key())
    tax = "22210107" if settings_of(trade.session).general else "22210120"
    assert earned.number == "QTSR202611200001"
    assert legs(trade.session, earned.number) == [
        ("100101", 11300, 0), ("5051", 0, 10000), (tax, 0, 1300),
    ]  # fmt: skip


def test_a_debt_set_against_a_debt_of_ours(trade: Trade) -> None:
    sold, bought = trade.sell("70"), trade.buy("100")
    met = post_settlement(
        trade.session, SettlementDraft(DAY, SettlementMode.CONTRA, trade.firm), key=new_key()
    )
    assert legs(trade.session, met.number) == [("220201", 7000, 0), ("1122", 0, 7000)]
    assert (trade.open("1122"), trade.open("220201")) == ({}, {bought.number: 3000})
    assert sold.number not in trade.open("1122")


def test_a_debt_goes_over_to_another_customer(trade: Trade) -> None:
    sold = trade.sell("70")
    wanted = SettlementDraft(DAY, SettlementMode.TRANSFER, trade.firm, trade.other, fen(50))
    met = post_settlement(trade.session, wanted, key=new_key())
    assert legs(trade.session, met.number) == [("1122", 5000, 0), ("1122", 0, 5000)]
    assert trade.open("1122") == {sold.number: 2000}
    assert trade.open("1122", trade.other) == {met.number: 5000}


def test_what_we_owe_goes_over_to_another_supplier(trade: Trade) -> None:
    trade.buy("70")
    other = a_supplier(trade.session, "S02")
    wanted = SettlementDraft(DAY, SettlementMode.SUPPLIER_TRANSFER, trade.firm, other)
    met = post_settlement(trade.session, wanted, key=new_key())
    assert legs(trade.session, met.number) == [("220201", 7000, 0), ("220201", 0, 7000)]
    assert trade.open("220201") == {}
    assert trade.open("220201", other)[met.number] == 7000


def test_money_moves_between_accounts_and_the_bank_keeps_its_fee(trade: Trade) -> None:
    draft = TransferDraft(DAY, WECHAT, BANK, fen(999), fen(1))
    moved = post_money_transfer(trade.session, draft, key=new_key())
    assert (moved.number, moved.total) == ("ZK202611200001", 100000)
    assert legs(trade.session, moved.number) == [
        ("1002", 99900, 0), ("5603", 100, 0), ("101201", 0, 100000),
    ]  # fmt: skip
    assert ITEMS.all(trade.session, number=moved.number) == [("5603", "手续费")]
    for wrong in (
        TransferDraft(DAY, BANK, BANK, 100),
        TransferDraft(DAY, BANK, CASH, 0),
        TransferDraft(DAY, BANK, CASH, 100, -1),
    ):
        with pytest.raises(InvalidInput):
            post_money_transfer(trade.session, wrong, key=new_key())


def test_takings_go_to_the_bank(trade: Trade) -> None:
    draft = TransferDraft(DAY, CASH, BANK, fen(500))
    moved = post_money_transfer(trade.session, draft, key=new_key())
    assert legs(trade.session, moved.number) == [("1002", 50000, 0), ("100101", 0, 50000)]


def test_no_more_comes_back_than_was_given_up(trade: Trade) -> None:
    back = BadDebtDraft(DAY, BadDebtMode.RECOVERY, trade.firm, 1, "还了", through(BANK, "0.01"))
    with pytest.raises(Refused, match="没收回"):
        post_bad_debt(trade.session, back, key=new_key())
