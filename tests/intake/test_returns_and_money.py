"""Returns, money received and paid, and expenses as data: a firm's whole account through the one door."""

from collections.abc import Callable
from typing import Any

import pytest

from jxc_desktop.cli.plain import document_view
from jxc_desktop.core.errors import Forbidden, Refused, UserError
from jxc_desktop.core.sql import Statement
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.intake.conftest import Desk

OPEN = Statement(
    "SELECT coalesce(sum(l.debit - l.credit), 0) FROM leg l WHERE l.partner_id IS NOT NULL AND l.account = :account"
)


@pytest.fixture(params=["small", "general"])
def shop(
    desk_of: Callable[..., Desk],
    dialect: str,
    request: pytest.FixtureRequest,
    receipt: dict[str, Any],
) -> Desk:
    """500 of A bought at 12.00 with tax, 20 COLA by the box of 24."""
    desk = desk_of(taxpayer=request.param, dialect=dialect)
    desk.post(receipt)
    desk.post(
        {
            "key": "r-2", "type": "goods_receipt", "day": "2026-03-02", "partner": "S01",
            "lines": [{"product": "COLA", "quantity": "20", "unit": "箱", "price": "48"}],
        }
    )  # fmt: skip
    return desk


def sold(desk: Desk, key: str = "d-1", **more: Any) -> str:
    data = {
        "key": key, "type": "sales_delivery", "day": "2026-03-05", "partner": "C01",
        "lines": [
            {"product": "A", "quantity": "30", "price": "16.95"},
            {"product": "COLA", "quantity": "2", "unit": "箱", "price": "60", "discount": "0.1"},
        ],
    }  # fmt: skip
    return desk.post({**data, **more}).number


def sound(desk: Desk) -> list[str]:
    with desk.database.reading(desk.actor) as session:
        return [f"{rule.id}: {p}" for rule in INVARIANTS for p in rule.check(session)]


def shown(desk: Desk, number: str, actor: Actor | None = None) -> dict[str, Any]:
    from jxc_desktop.intake.reversal import kind_of

    with desk.database.reading(actor or desk.actor) as session:
        return document_view(session, kind_of(session, number), number)


def test_goods_come_back_by_line_by_code_or_by_both(shop: Desk):
    number = sold(shop)
    lines = [
        {"product": "A", "quantity": "10", "from_line": 1},
        {"product": "COLA", "quantity": "1", "unit": "箱", "price": "60.00"},
    ]
    data = {"key": "t-1", "type": "sales_return", "day": "2026-03-10", "partner": "C01",
            "from": number, "lines": lines, "reason": "不好卖"}  # fmt: skip
    back = shop.post(data)
    assert (back.number, back.total) == ("XSTH202603100001", 16950 + 5400)
    assert shop.post(data).repeated
    view = shown(shop, back.number)
    assert (view["type"], view["original"], view["reason"]) == ("sales_return", number, "不好卖")
    assert [(x["from_line"], x["quantity"], x["gross"]) for x in view["lines"]] == [
        (1, "10", "169.50"), (2, "1", "54.00"),
    ]  # fmt: skip
    assert view["lines"][0]["cost"] > "0"
    assert sound(shop) == []
    again = {"key": "t-1r", "type": "reversal", "number": back.number, "reason": "点错"}
    assert shop.post(again).total == -back.total
    with pytest.raises(UserError):
        shop.post({**again, "key": "t-1r2"})
    assert sound(shop) == []


def test_a_paid_delivery_stands_as_long_as_its_return(shop: Desk):
    cash = [{"account": "cash", "amount": "50.00"}]
    goods = [{"product": "A", "quantity": "5", "price": "10.00"}]
    number = sold(shop, lines=goods, payments=cash)
    lines = [{"from_line": 1, "quantity": "5"}]
    back = shop.post(
        {"key": "t", "type": "sales_return", "from": number, "lines": lines, "payments": cash}
    ).number
    taken_back = {"key": "r", "type": "reversal", "number": number, "reason": "点错"}
    with pytest.raises(Refused, match=back):
        shop.post(taken_back)
    shop.post({"key": "r0", "type": "reversal", "number": back, "reason": "点错"})
    assert shop.post(taken_back).number
    assert shop.post(taken_back).repeated
    assert sound(shop) == []


def test_the_firm_and_the_warehouse_are_those_of_the_original(shop: Desk):
    number = sold(shop)
    lines = [{"from_line": 1, "quantity": "1"}]
    back = shop.post({"key": "t", "type": "sales_return", "from": number, "lines": lines})
    view = shown(shop, back.number)
    assert (view["partner"], view["warehouse"]) == ("C01", "MAIN")
    assert view["payments"] == []


def test_goods_without_an_original_come_back_at_the_price_typed_and_are_paid_out(shop: Desk):
    before = shop.balance("100101")
    back = shop.post(
        {
            "key": "t", "type": "sales_return", "partner": "C01", "reason": "无单",
            "lines": [{"product": "A", "quantity": "2", "price": "20.00"}],
            "payments": [{"account": "cash", "amount": "40.00"}],
        }
    )  # fmt: skip
    assert (back.total, shop.balance("100101") - before) == (4000, -4000)
    view = shown(shop, back.number)
    assert (view["original"], view["lines"][0]["from_line"]) == (None, None)
    assert sound(shop) == []


def test_goods_go_back_to_the_supplier_and_their_debt_with_them(shop: Desk):
    with shop.database.reading(shop.actor) as session:
        owed = int(OPEN.one(session, account="220201")[0])
    back = shop.post(
        {
            "key": "t", "type": "purchase_return", "day": "2026-03-11", "partner": "S01",
            "from": "CGRK202603020001",
            "lines": [{"product": "A", "quantity": "100", "price": "12.00", "tax_rate": "0.01"}],
        }
    )  # fmt: skip
    assert (back.number, back.total) == ("CGTH202603110001", 120000)
    with shop.database.reading(shop.actor) as session:
        assert int(OPEN.one(session, account="220201")[0]) - owed == 120000
    assert shop.pool("A")[0] == 400_0000
    view = shown(shop, back.number)
    assert (view["original"], view["total"], view["invoice"]) == (
        "CGRK202603020001", "1200.00", shown(shop, "CGRK202603020001")["invoice"],
    )  # fmt: skip
    keeper = shown(shop, back.number, actor_with("keeper"))
    assert keeper["total"] is None
    assert keeper["lines"][0]["price"] is None
    free = shop.post(
        {
            "key": "f", "type": "purchase_return", "partner": "S01", "invoice": "ordinary",
            "lines": [{"product": "A", "quantity": "1", "price": "12"}],
            "payments": [{"account": "bank", "amount": "12.00"}],
        }
    )  # fmt: skip
    shop.post({"type": "reversal", "number": free.number, "reason": "错"})
    assert sound(shop) == []


def test_money_settles_what_is_named_or_the_oldest_and_says_so(shop: Desk):
    first, second = sold(shop), sold(shop, "d-2")
    got = shop.post(
        {
            "key": "s-1", "type": "customer_receipt", "day": "2026-03-12", "partner": "C01",
            "account": "bank", "amount": "100.00", "cash_discount": "1.00",
            "settle": [{"number": second, "amount": "50.00"}],
        }
    )  # fmt: skip
    assert (got.number, got.total) == ("SKD202603120001", 10100)
    view = shown(shop, got.number)
    assert view["settled"] == [{"number": second, "amount": "50.00"}]
    assert (view["amount"], view["cash_discount"], view["advance"], view["total"]) == (
        "100.00", "1.00", "51.00", "101.00",
    )  # fmt: skip
    rest = shop.post(
        {
            "key": "s-2", "type": "customer_receipt", "partner": "C01", "account": "wechat",
            "amount": "700.00",
        }
    )  # fmt: skip
    assert [s["number"] for s in shown(shop, rest.number)["settled"]] == [first, second]
    assert sound(shop) == []
    shop.post({"type": "reversal", "number": rest.number, "reason": "没到账"})
    assert shown(shop, rest.number)["settled"] == []
    assert shown(shop, rest.number)["state"] == "reversed"
    assert sound(shop) == []


def test_suppliers_are_paid_and_expenses_spent(shop: Desk):
    before = shop.balance("1002")
    paid = shop.post(
        {
            "key": "p", "type": "supplier_payment", "partner": "S01", "account": "bank",
            "amount": "5000", "settle": [{"number": "CGRK202603020001", "amount": "5000"}],
        }
    )  # fmt: skip
    lines = [
        {"account": "5602", "amount": "300.00", "item": "房租"},
        {
            "account": "5601",
            "amount": "200",
            "summary": "送货",
            "employee": "小王",
            "project": "开业",
        },
    ]
    spent = shop.post(
        {"key": "e", "type": "expense", "account": "bank", "amount": "500", "lines": lines}
    )
    assert before - shop.balance("1002") == 550000
    told = shown(shop, spent.number)["lines"][1]
    assert (told["summary"], told["employee"], told["project"]) == ("送货", "小王", "开业")
    assert (paid.number[:3], spent.number[:2]) == ("FKD", "FY")
    for number in (paid.number, spent.number):
        shop.post({"type": "reversal", "number": number, "reason": "错"})
    assert shop.balance("1002") == before
    assert sound(shop) == []


MONEY = {"key": "x", "type": "customer_receipt", "partner": "C01", "account": "bank", "amount": "1"}
SPENT = {"key": "x", "type": "expense", "account": "bank",
         "lines": [{"account": "5602", "amount": "1"}]}  # fmt: skip
BACK = {"key": "x", "type": "sales_return", "from": "XSCK202603050001",
        "lines": [{"from_line": 1, "quantity": "1"}]}  # fmt: skip
WRONG = [
    ({**MONEY, "amount": None}, "amount"),
    ({**MONEY, "amount": "0"}, "amount"),
    ({**MONEY, "amount": 12}, "amount"),
    ({**MONEY, "partner": "S01"}, "partner"),
    ({**MONEY, "account": "gold"}, "account"),
    ({**MONEY, "cash_discount": "-1"}, "cash_discount"),
    ({**MONEY, "settle": [{"number": "XSCK202603050009", "amount": "1"}]}, "settle[0].number"),
    ({**MONEY, "settle": [{"number": "XSCK202603050001"}]}, "settle[0].amount"),
    ({**MONEY, "settle": [{"amount": "1"}]}, "settle[0].number"),
    ({**MONEY, "settle": [{"number": "XSCK202603050001", "amount": "2"}]}, "settle"),
    ({**MONEY, "settle": [{"document": "XSCK202603050001", "amount": "1"}]}, "settle[0].document"),
    ({**MONEY, "lines": []}, "lines"),
    ({**SPENT, "amount": "2"}, "amount"),
    ({**SPENT, "lines": []}, "lines"),
    ({**SPENT, "lines": [{"account": "5602", "amount": "0"}]}, "lines[0].amount"),
    ({**SPENT, "lines": [{"account": "1405", "amount": "1"}]}, "lines[0].account"),
    ({**SPENT, "lines": [{"account": "5602", "amount": "1", "price": "1"}]}, "lines[0].price"),
    ({**BACK, "from": "XSCK202603059999"}, "from"),
    ({**BACK, "from": "CGRK202603020001"}, "from"),
    ({**BACK, "price_includes_tax": False}, "price_includes_tax"),
    ({**BACK, "lines": []}, "lines"),
    ({**BACK, "lines": [{"quantity": "1"}]}, "lines[0].from_line"),
    ({**BACK, "lines": [{"from_line": 9, "quantity": "1"}]}, "lines[0].from_line"),
    ({**BACK, "lines": [{"product": "TEA", "quantity": "1"}]}, "lines[0].product"),
    ({**BACK, "lines": [{"from_line": 1, "quantity": "31"}]}, "lines[0].quantity"),
    ({**BACK, "lines": [{"from_line": 1, "quantity": "1", "price": "1"}]}, "lines[0].price"),
    ({**BACK, "lines": [{"from_line": 2, "quantity": "1", "unit": "瓶"}]}, "lines[0].unit"),
    ({**BACK, "payments": [{"account": "cash", "amount": "99"}]}, "payments"),
    ({**BACK, "type": "purchase_return"}, "from"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "field"), WRONG)
def test_what_is_wrong_is_refused_at_its_place_and_leaves_nothing(
    desk: Desk, receipt: dict[str, Any], data: dict[str, Any], field: str
):
    desk.post(receipt)
    desk.post(
        {
            "key": "r-2", "type": "goods_receipt", "partner": "S01",
            "lines": [{"product": "COLA", "quantity": "20", "unit": "箱", "price": "48"}],
        }
    )  # fmt: skip
    sold(desk)
    before = desk.rows()
    with pytest.raises(UserError) as refusal:
        desk.post(data)
    assert refusal.value.field == field
    assert desk.rows() == before


def test_the_same_goods_on_two_lines_want_a_line_number(desk: Desk, receipt: dict[str, Any]):
    desk.post(receipt)
    line = {"product": "A", "quantity": "3", "price": "20"}
    number = sold(desk, lines=[line, {**line, "price": "10"}])
    data = {"key": "t", "type": "sales_return", "from": number}
    with pytest.raises(UserError) as refusal:
        desk.post({**data, "lines": [{"product": "A", "quantity": "1"}]})
    assert refusal.value.field == "lines[0].from_line"
    back = desk.post({**data, "lines": [{"product": "A", "quantity": "1", "from_line": 2}]})
    assert back.total == 1000


@pytest.mark.parametrize("data", [MONEY, SPENT, {**MONEY, "type": "supplier_payment"}])
def test_a_cashier_may_not(desk: Desk, data: dict[str, Any]):
    cashier = Desk(desk.database, actor_with("cashier"))
    with pytest.raises(Forbidden):
        cashier.post(data)
