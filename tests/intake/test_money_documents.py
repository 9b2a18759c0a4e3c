"""Advances, settlements, bad debts, other income and transfers as data: posted, shown, printed and taken back."""

from collections.abc import Callable
from typing import Any

import pytest

from jxc_desktop.cash.papers import PAPERS, printed_money_paper
from jxc_desktop.cli.plain import document_view
from jxc_desktop.core.errors import Forbidden, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import INTAKES
from jxc_desktop.partners.models import Partner
from jxc_desktop.printing.form import CONTINUOUS_93, CONTINUOUS_140
from jxc_desktop.printing.form_pdf import form_pdf
from tests.conftest import actor_with
from tests.intake.conftest import Desk

DAY = "2026-03-06"


@pytest.fixture(params=["small", "general"])
def shop(
    desk_of: Callable[..., Desk],
    dialect: str,
    request: pytest.FixtureRequest,
    receipt: dict[str, Any],
) -> Desk:
    """C01 owes 300.00, F01 owes 100.00 and is owed 80.00."""
    desk = desk_of(taxpayer=request.param, dialect=dialect)
    with desk.database.transaction(desk.actor) as session:
        session.add(Partner(customer_code="F01", supplier_code="F01", name="两头做的"))
    desk.post(receipt)
    for key, partner, price in (("d-1", "C01", "300"), ("d-2", "F01", "100")):
        lines = [{"product": "A", "quantity": "1", "price": price}]
        desk.post({"key": key, "type": "sales_delivery", "day": DAY, "partner": partner,
                   "lines": lines})  # fmt: skip
    lines = [{"product": "A", "quantity": "1", "price": "80", "tax_rate": "0"}]
    desk.post({"key": "r-2", "type": "goods_receipt", "day": DAY, "partner": "F01",
               "price_includes_tax": True, "lines": lines})  # fmt: skip
    return desk


def sound(desk: Desk) -> list[str]:
    with desk.database.reading(desk.actor) as session:
        return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


def shown(desk: Desk, kind: str, number: str) -> dict[str, Any]:
    with desk.database.reading(desk.actor) as session:
        return document_view(session, kind, number)


YSK = {"key": "a", "type": "advance_receipt", "day": DAY, "partner": "C01", "account": "cash",
       "amount": "50.00"}  # fmt: skip
YFK = {"key": "b", "type": "advance_payment", "day": DAY, "partner": "F01",
       "payments": [{"account": "cash", "amount": "10"}, {"account": "bank", "amount": "20"}]}  # fmt: skip
HX = {"key": "c", "type": "settlement", "day": DAY, "mode": "contra", "partner": "F01"}
HZ = {"key": "d", "type": "bad_debt", "day": DAY, "partner": "C01", "amount": "300.00",
      "reason": "跑路", "payments": [{"account": "wechat", "amount": "5"}]}  # fmt: skip
QTSR = {"key": "e", "type": "other_income", "day": DAY, "account": "cash", "amount": "11.30",
        "lines": [{"account": "5051", "amount": "11.30", "tax": "1.30", "summary": "废纸"}]}  # fmt: skip
ZK = {"key": "f", "type": "money_transfer", "day": DAY, "from_account": "wechat",
      "to_account": "bank", "amount": "99.00", "fee": "1"}  # fmt: skip
SKD = {"key": "g", "type": "customer_receipt", "day": DAY, "partner": "C01", "cash_discount": "1",
       "payments": [{"account": "cash", "amount": "100"}, {"account": "alipay", "amount": "99"}]}  # fmt: skip


@pytest.mark.parametrize("data", [YSK, YFK, HX, HZ, QTSR, ZK, SKD], ids=lambda data: data["type"])
def test_each_document_is_posted_shown_printed_repeated_and_taken_back(
    shop: Desk, data: dict[str, Any]
):
    kind = data["type"]
    before = {account: shop.balance(account) for account in ("1122", "220201", "100101", "1002")}
    posted = shop.post(data)
    assert shop.post(data).repeated
    view = shown(shop, kind, posted.number)
    assert (view["type"], view["number"], view["state"]) == (kind, posted.number, "posted")
    with shop.database.transaction(shop.actor) as session:
        form = printed_money_paper(session, posted.number, kind=kind)
        assert printed_money_paper(session, posted.number, kind=kind).reprint == 1
    paper = CONTINUOUS_93 if PAPERS[kind].small else CONTINUOUS_140
    assert form_pdf(form, paper).startswith(b"%PDF")
    assert sound(shop) == []
    red = shop.post({"type": "reversal", "number": posted.number, "reason": "错"})
    assert red.total == -posted.total
    assert {account: shop.balance(account) for account in before} == before
    assert shown(shop, kind, posted.number)["reversed_by"] == red.number
    assert sound(shop) == []


def test_what_is_shown_is_what_was_sent(shop: Desk):
    got = shown(shop, "customer_receipt", shop.post(SKD).number)
    assert [(p["account"], p["amount"]) for p in got["payments"]] == [
        ("cash", "100.00"), ("alipay", "99.00"),
    ]  # fmt: skip
    assert (got["amount"], got["cash_discount"], got["total"]) == ("199.00", "1.00", "200.00")
    met = shown(shop, "settlement", shop.post(HX).number)
    assert (met["mode"], met["partner"], met["amount"]) == ("contra", "F01", "80.00")
    assert met["used"][0]["amount"] == met["settled"][0]["amount"] == "80.00"
    moved = shown(shop, "money_transfer", shop.post(ZK).number)
    assert (moved["from_account"], moved["to_account"], moved["fee"], moved["total"]) == (
        "wechat", "bank", "1.00", "100.00",
    )  # fmt: skip


def test_settlements_take_what_they_are_told(shop: Desk):
    shop.post(YSK)
    met = shop.post(
        {
            "key": "s", "type": "settlement", "day": DAY, "mode": "advance_receipt", "partner": "C01",
            "use": [{"number": "YSK202603060001", "amount": "20.00"}],
            "settle": [{"number": "XSCK202603060001", "amount": "20.00"}],
        }
    )  # fmt: skip
    assert shop.legs(met.number) == [("220301", 2000, 0), ("1122", 0, 2000)]
    over = shop.post(
        {
            "key": "t", "type": "settlement", "day": DAY, "mode": "transfer", "partner": "C01",
            "to_partner": "F01", "amount": "30",
        }
    )  # fmt: skip
    assert shown(shop, "settlement", over.number)["to_partner"] == "F01"
    assert sound(shop) == []


WRONG = [
    ({**YSK, "settle": []}, "settle"),
    ({**YSK, "amount": "0"}, "amount"),
    ({**YSK, "amount": "-1"}, "amount"),
    ({**YFK, "amount": "31"}, "amount"),
    ({**YFK, "account": "cash"}, "account"),
    ({**YFK, "payments": [{"account": "gold", "amount": "1"}]}, "payments[0].account"),
    ({**YFK, "payments": [{"account": "cash", "amount": "0"}]}, "payments[0].amount"),
    ({**HX, "mode": None}, "mode"),
    ({**HX, "mode": "magic"}, "mode"),
    ({**HX, "partner": "C01"}, "partner"),
    ({**HX, "partner": "C01", "mode": "transfer"}, "to_partner"),
    ({**HX, "amount": "80.01"}, "use"),
    ({**HZ, "reason": None}, "reason"),
    ({**HZ, "mode": "gift"}, "mode"),
    ({**HZ, "amount": "300.01"}, "amount"),
    ({**HZ, "account": "cash"}, "account"),
    ({**HZ, "payments": [{"account": "cash", "amount": "301"}]}, "payments"),
    ({**HZ, "mode": "recovery"}, "payments"),
    ({**QTSR, "amount": "11"}, "amount"),
    ({**QTSR, "lines": [{"account": "1405", "amount": "11.30"}]}, "lines[0].account"),
    ({**QTSR, "lines": [{"amount": "11.30"}]}, "lines[0].account"),
    ({**QTSR, "lines": [{"item": "彩票", "amount": "11.30"}]}, "lines[0].item"),
    ({**QTSR, "lines": [{"account": "5051", "amount": "11.30", "tax": "12"}]}, "lines[0].tax"),
    ({**ZK, "to_account": "wechat"}, "to_account"),
    ({**ZK, "fee": "-1"}, "fee"),
    ({**ZK, "amount": None}, "amount"),
    ({**ZK, "day": "2025-12-31"}, "day"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "field"), WRONG)
def test_what_is_wrong_is_refused_at_its_place_and_leaves_nothing(
    desk: Desk, receipt: dict[str, Any], data: dict[str, Any], field: str
):
    with desk.database.transaction(desk.actor) as session:
        session.add(Partner(customer_code="F01", supplier_code="F01", name="两头做的"))
    desk.post(receipt)
    lines = [{"product": "A", "quantity": "1", "price": "300"}]
    for key, partner in (("d-1", "C01"), ("d-2", "F01")):
        desk.post({"key": key, "type": "sales_delivery", "partner": partner, "lines": lines})
    lines = [{"product": "A", "quantity": "1", "price": "80", "tax_rate": "0"}]
    desk.post({"key": "r-2", "type": "goods_receipt", "partner": "F01", "lines": lines})
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post(data)
    assert refusal.value.field == field
    assert desk.rows() == before


@pytest.mark.parametrize("data", [YSK, YFK, HX, HZ, QTSR, ZK], ids=lambda data: data["type"])
def test_a_seller_may_not(desk: Desk, data: dict[str, Any]):
    with pytest.raises(Forbidden):
        Desk(desk.database, actor_with("sales")).post(data)


def test_every_money_document_has_a_paper():
    money = {kind for kind in INTAKES if kind in PAPERS}
    assert money == set(PAPERS)
