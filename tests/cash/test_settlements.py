"""Settling by hand: nothing more than is open, nothing half, and everything can be parted again."""

from datetime import date, timedelta

import pytest

from jxc_desktop.cash.models import BadDebtMode, SettlementMode
from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.queries import settlement_view
from jxc_desktop.cash.services import (
    AdvanceDraft,
    BadDebtDraft,
    MoneyDraft,
    SettlementDraft,
    post_advance_receipt,
    post_bad_debt,
    post_customer_receipt,
    post_settlement,
    reverse_advance_receipt,
    reverse_bad_debt,
    reverse_customer_receipt,
    reverse_settlement,
)
from jxc_desktop.cash.settling import Settled
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused, UserError
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.partners.services import disable_customer
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.cash.conftest import Trade
from tests.shopkeeping import DAY, balances, fen, legs, line, pieces

CASH, BANK = 1, 2
MODE = SettlementMode
CLOSE = Statement(
    "INSERT INTO closed_period (month, closed_at, closed_by) VALUES ('2026-10', 0, 1)"
)
COUNT = Statement(
    "SELECT (SELECT count(*) FROM matching) + (SELECT count(*) FROM settlement) "
    "+ (SELECT count(*) FROM leg) + (SELECT count(*) FROM document_key)"
)


def advance(trade: Trade, amount: str) -> Posted:
    draft = AdvanceDraft(DAY, trade.firm, (Payment(CASH, fen(amount)),))
    return post_advance_receipt(trade.session, draft, key=new_key())


def meet(trade: Trade, mode: MODE, **more: object) -> Posted:
    draft = SettlementDraft(DAY, mode, more.pop("partner", trade.firm), **more)
    return post_settlement(trade.session, draft, key=new_key())


def bring_back(trade: Trade, amount: str) -> Posted:
    draft = SalesReturnDraft(DAY, trade.firm, 1, lines=(line(trade.product, 1, amount),))
    return post_sales_return(trade.session, draft, key=new_key())


def test_chosen_documents_meet_and_the_paper_tells_which(trade: Trade) -> None:
    early, late = advance(trade, "40"), advance(trade, "40")
    first, second = trade.sell("30"), trade.sell("30")
    met = meet(
        trade,
        MODE.ADVANCE_RECEIPT,
        use=(Settled(late.number, fen(35)),),
        settle=(Settled(second.number, fen(30)), Settled(first.number, fen(5))),
    )
    assert trade.open("220301") == {early.number: fen(40), late.number: fen(5)}
    assert trade.open("1122") == {first.number: fen(25)}
    view = settlement_view(trade.session, met.number)
    assert [(x.number, x.amount) for x in view.used] == [(late.number, fen(35))]
    assert [(x.number, x.amount) for x in view.settled] == [
        (second.number, fen(30)), (first.number, fen(5)),
    ]  # fmt: skip


def test_a_return_meets_a_delivery_without_a_word_in_the_books(trade: Trade) -> None:
    trade.sell("50")
    post_customer_receipt(
        trade.session, MoneyDraft(DAY, trade.firm, (Payment(BANK, fen(50)),)), key=new_key()
    )
    back = bring_back(trade, "20")
    sold = trade.sell("70")
    before = balances(trade.session)
    met = meet(trade, MODE.CREDIT)
    assert (met.total, legs(trade.session, met.number)) == (0, [])
    assert balances(trade.session) == before
    assert trade.open("1122") == {sold.number: fen(50)}
    with pytest.raises(Refused, match=met.number):
        reverse_sales_return(trade.session, Reversal(back.number, "错"), key=new_key())
    reverse_settlement(trade.session, Reversal(met.number, "不对"), key=new_key())
    assert trade.open("1122") == {back.number: fen(-20), sold.number: fen(70)}


def test_what_met_is_parted_again_and_blocks_its_documents_until_then(trade: Trade) -> None:
    early, sold = advance(trade, "40"), trade.sell("30")
    before = balances(trade.session)
    met = meet(trade, MODE.ADVANCE_RECEIPT)
    for undo, number in (
        (reverse_advance_receipt, early.number),
        (reverse_delivery, sold.number),
    ):
        with pytest.raises(Refused, match=f"先红冲 {met.number}"):
            undo(trade.session, Reversal(number, "错"), key=new_key())
    red = reverse_settlement(trade.session, Reversal(met.number, "不对"), key=new_key())
    assert legs(trade.session, red.number) == [("220301", -3000, 0), ("1122", 0, -3000)]
    assert trade.open("220301") == {early.number: fen(40)}
    assert trade.open("1122") == {sold.number: fen(30)}
    assert balances(trade.session) == before
    reverse_advance_receipt(trade.session, Reversal(early.number, "错"), key=new_key())
    assert trade.open("220301") == {}


def test_an_advance_of_a_receipt_stands_as_long_as_something_was_settled_with_it(
    trade: Trade,
) -> None:
    draft = MoneyDraft(DAY, trade.firm, (Payment(BANK, fen(50)),))
    got = post_customer_receipt(trade.session, draft, key=new_key())
    trade.sell("30")
    met = meet(trade, MODE.ADVANCE_RECEIPT)
    with pytest.raises(Refused, match=met.number):
        reverse_customer_receipt(trade.session, Reversal(got.number, "错"), key=new_key())
    reverse_settlement(trade.session, Reversal(met.number, "不对"), key=new_key())
    reverse_customer_receipt(trade.session, Reversal(got.number, "错"), key=new_key())
    assert trade.open("220301") == {}


def test_a_debt_that_went_over_stands_until_the_other_one_is_paid_back(trade: Trade) -> None:
    sold = trade.sell("30")
    met = meet(trade, MODE.TRANSFER, to_partner_id=trade.other)
    paid = post_customer_receipt(
        trade.session, MoneyDraft(DAY, trade.other, (Payment(BANK, fen(30)),)), key=new_key()
    )
    with pytest.raises(Refused, match=paid.number):
        reverse_settlement(trade.session, Reversal(met.number, "不对"), key=new_key())
    reverse_customer_receipt(trade.session, Reversal(paid.number, "错"), key=new_key())
    reverse_settlement(trade.session, Reversal(met.number, "不对"), key=new_key())
    assert (trade.open("1122"), trade.open("1122", trade.other)) == ({sold.number: fen(30)}, {})


def test_what_cannot_meet_is_refused_at_its_place_and_leaves_nothing(trade: Trade) -> None:
    early, sold = advance(trade, "40"), trade.sell("30")
    debt = Settled(sold.number, fen(30))
    for more, error, field in (
        ({"settle": (Settled(sold.number, fen(31)),)}, Refused, "settle[0].amount"),
        ({"use": (Settled(early.number, fen(41)),)}, Refused, "use[0].amount"),
        ({"use": (Settled("YSK9", 1),)}, NotFound, "use[0].number"),
        ({"settle": (debt, debt)}, Refused, "settle[1].amount"),
        ({"settle": (debt,), "use": (Settled(early.number, fen(29)),)}, Refused, "use"),
        ({"amount": fen(31)}, Refused, "settle"),
        ({"amount": 0}, InvalidInput, "amount"),
        ({"amount": fen(20), "settle": (debt,)}, Refused, "settle"),
        ({"settle": (Settled(sold.number, 0),)}, InvalidInput, "settle[0].amount"),
        ({"to_partner_id": trade.other}, InvalidInput, "to_partner"),
        ({"partner": trade.other}, Refused, None),
        ({"mode": MODE.CONTRA, "partner": trade.other}, InvalidInput, "partner"),
        ({"mode": MODE.TRANSFER}, InvalidInput, "to_partner"),
        ({"mode": MODE.TRANSFER, "to_partner_id": trade.firm}, InvalidInput, "to_partner"),
        ({"mode": MODE.CREDIT}, Refused, None),
    ):
        before = COUNT.one(trade.session)
        with pytest.raises(error) as refusal:
            meet(trade, more.pop("mode", MODE.ADVANCE_RECEIPT), **more)
        assert refusal.value.field == field, more
        assert COUNT.one(trade.session) == before


def test_bad_debts_are_refused_where_they_do_not_fit(trade: Trade) -> None:
    trade.sell("30")
    lose, back, gone = BadDebtMode.WRITE_OFF, BadDebtMode.RECOVERY, BadDebtMode.UNPAYABLE
    paid = (Payment(CASH, fen(30)),)
    for mode, amount, more, field in (
        (lose, "31", {}, "amount"),
        (lose, "0", {}, "amount"),
        (lose, "30", {"reason": " "}, "reason"),
        (lose, "30", {"payments": paid}, "payments"),
        (lose, "20", {"payments": paid}, "payments"),
        (lose, "20", {"settle": (Settled("XSCK9", 2000),)}, "settle[0].number"),
        (back, "30", {"payments": paid}, "amount"),
        (back, "30", {}, "payments"),
        (gone, "1", {}, "amount"),
        (gone, "30", {"payments": paid}, "payments"),
    ):
        draft = BadDebtDraft(DAY, mode, trade.firm, fen(amount), **{"reason": "欠太久", **more})
        before = COUNT.one(trade.session)
        with pytest.raises(UserError) as refusal:
            post_bad_debt(trade.session, draft, key=new_key())
        assert refusal.value.field == field
        assert COUNT.one(trade.session) == before


def test_a_bad_debt_lives_again_only_before_it_was_paid_after_all(trade: Trade) -> None:
    sold = trade.sell("30")
    draft = BadDebtDraft(DAY, BadDebtMode.WRITE_OFF, trade.firm, fen(30), "欠太久")
    lost = post_bad_debt(trade.session, draft, key=new_key())
    back = BadDebtDraft(
        DAY, BadDebtMode.RECOVERY, trade.firm, fen(10), "还了", (Payment(CASH, fen(10)),)
    )
    got = post_bad_debt(trade.session, back, key=new_key())
    with trade.undone(), pytest.raises(Refused, match="又收回了钱"):
        reverse_bad_debt(trade.session, Reversal(lost.number, "错"), key=new_key())
    reverse_bad_debt(trade.session, Reversal(got.number, "错"), key=new_key())
    reverse_bad_debt(trade.session, Reversal(lost.number, "错"), key=new_key())
    assert trade.open("1122") == {sold.number: fen(30)}


def test_a_disabled_customer_still_pays_and_is_written_off_but_gets_no_advance_or_goods(
    trade: Trade,
) -> None:
    trade.sell("30")
    disable_customer(trade.session, trade.firm)
    draft = MoneyDraft(DAY, trade.firm, (Payment(CASH, fen(10)),))
    post_customer_receipt(trade.session, draft, key=new_key())
    lose = BadDebtDraft(DAY, BadDebtMode.WRITE_OFF, trade.firm, fen(20), "关门")
    post_bad_debt(trade.session, lose, key=new_key())
    assert trade.open("1122") == {}
    for refused in (lambda: trade.sell("1"), lambda: advance(trade, "1")):
        with pytest.raises(Refused, match="已停用"):
            refused()


def test_nothing_is_dated_into_a_closed_month(trade: Trade) -> None:
    trade.sell("30")
    with trade.undone():
        CLOSE.run(trade.session)
        late = date(2026, 10, 31)
        money = MoneyDraft(late, trade.firm, (Payment(CASH, fen(10)),))
        wanted = SettlementDraft(late, MODE.CREDIT, trade.firm)
        for post, draft in ((post_customer_receipt, money), (post_settlement, wanted)):
            with pytest.raises(Refused, match="2026-10 已结账"):
                post(trade.session, draft, key=new_key())
    far = MoneyDraft(DAY + timedelta(days=40), trade.firm, (Payment(CASH, fen(10)),))
    with pytest.raises(Refused, match="一个月以后"):
        post_customer_receipt(trade.session, far, key=new_key())


def test_the_same_key_settles_once(trade: Trade) -> None:
    advance(trade, "40")
    trade.sell("30")
    key = new_key()
    draft = SettlementDraft(DAY, MODE.ADVANCE_RECEIPT, trade.firm)
    first = post_settlement(trade.session, draft, key=key)
    again = post_settlement(trade.session, draft, key=key)
    assert (again.number, again.repeated) == (first.number, True)


def test_a_return_from_a_delivery_that_was_paid_by_advance_is_a_credit(trade: Trade) -> None:
    advance(trade, "30")
    sold = trade.sell("30")
    meet(trade, MODE.ADVANCE_RECEIPT)
    draft = SalesReturnDraft(DAY, trade.firm, 1, sold.number, (ReturnLine(1, pieces(1)),))
    back = post_sales_return(trade.session, draft, key=new_key())
    assert trade.open("1122") == {back.number: fen(-30)}
