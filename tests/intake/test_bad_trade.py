"""What must not happen in trade, tried by a stranger through the machine interface: one sentence, nothing written."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from jxc_desktop.core.errors import UserError
from jxc_desktop.intake.approvals import approve_paper
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.settings import change_setting
from tests.intake.conftest import Desk

DAY = "2026-11-20"
RECEIPT, DELIVERY = "CGRK202611200001", "XSCK202611200001"
BUY = {
    "type": "purchase_order",
    "partner": "S01",
    "lines": [{"product": "A", "quantity": "10", "price": "6"}],
}
SELL = {
    "type": "sales_order",
    "partner": "C01",
    "lines": [{"product": "A", "quantity": "10", "price": "9"}],
}
"""A receipt of 100 A and a delivery of 1 were posted before (fixture `trading`)."""


@pytest.fixture
def shop(trading, owner) -> Desk:
    return Desk(trading, owner)


def sent(shop: Desk, key: str, **data: Any) -> Any:
    return shop.post({"key": key, "day": DAY, **data})


def refused(shop: Desk, words: str, field: str, **data: Any) -> None:
    """Sending it is refused in `words` about `field`, and not one row was written anywhere."""
    before = shop.rows()
    with pytest.raises(UserError, match=words) as error:
        sent(shop, "bad", **data)
    assert error.value.field == field
    assert "\n" not in error.value.message
    assert shop.rows() == before


def change(shop: Desk, act: Callable[..., object], *args: object) -> None:
    with shop.database.transaction(shop.actor) as session:
        act(session, *args)


def sql(shop: Desk, statement: str) -> None:
    with shop.database.transaction(shop.actor) as session:
        session.execute(text(statement))


def test_more_is_not_received_than_was_ordered_beyond_the_tolerance(shop: Desk) -> None:
    change(shop, change_setting, "order_tolerance", 1000)
    order = sent(shop, "o", **BUY).number
    receive = {"type": "goods_receipt", "from": order}
    words = f"{order} 只剩 11 个 未执行"
    refused(shop, words, "lines[0].quantity", **receive, lines=[{"from_line": 1, "quantity": "12"}])
    assert sent(shop, "r", **receive, lines=[{"from_line": 1, "quantity": "11"}]).number
    refused(
        shop, "只剩 0 个", "lines[0].quantity", **receive, lines=[{"from_line": 1, "quantity": "1"}]
    )
    change(shop, change_setting, "order_tolerance", 0)
    order = sent(shop, "s", **SELL).number
    deliver = {"type": "sales_delivery", "from": order}
    refused(
        shop,
        "只剩 10 个",
        "lines[0].quantity",
        **deliver,
        lines=[{"from_line": 1, "quantity": "11"}],
    )


def test_nothing_is_sold_to_a_firm_out_of_use(shop: Desk) -> None:
    sql(shop, "UPDATE partner SET disabled = 1 WHERE customer_code = 'C01'")
    for kind in ("quotation", "sales_order", "sales_delivery"):
        refused(shop, "客户C01 已停用", "partner", **{**SELL, "type": kind})


def test_nothing_is_sold_on_credit_beyond_the_limit(shop: Desk) -> None:
    sql(shop, "UPDATE partner SET credit_limit = 2000 WHERE customer_code = 'C01'")
    change(shop, change_setting, "credit_rule", "refuse")
    deliver = {**SELL, "type": "sales_delivery"}
    refused(shop, "信用额度", "partner", **deliver)
    paid = {"payments": [{"account": "cash", "amount": "90.00"}]}
    assert sent(shop, "paid", **deliver, **paid).number


def test_no_more_comes_back_than_went(shop: Desk) -> None:
    back = {"type": "sales_return", "from": DELIVERY, "lines": [{"from_line": 1, "quantity": "2"}]}
    refused(shop, "最多还能退 1", "lines[0].quantity", **back)
    back = {
        "type": "purchase_return",
        "from": RECEIPT,
        "lines": [{"from_line": 1, "quantity": "101"}],
    }
    refused(shop, "最多还能退 100", "lines[0].quantity", **back)


@pytest.mark.parametrize(
    ("kind", "partner", "number", "left"),
    [("customer_receipt", "C01", DELIVERY, "9.00"), ("supplier_payment", "S01", RECEIPT, "600.00")],
)
def test_no_more_is_settled_than_is_open(
    shop: Desk, kind: str, partner: str, number: str, left: str
) -> None:
    pay = {"type": kind, "partner": partner, "account": "bank", "amount": "900.00"}
    settle = [{"number": number, "amount": "700.00"}]
    refused(shop, f"{number} 只剩 {left} 没有结", "settle[0].amount", **pay, settle=settle)
    refused(
        shop, "没有未结的欠款", "settle[0].number", **pay,
        settle=[{"number": "XSCK209901010001", "amount": "1.00"}],
    )  # fmt: skip
    some = [{"number": number, "amount": "9.00"}]
    refused(shop, "核销 9.00 超过本次的 1.00", "settle", **{**pay, "amount": "1"}, settle=some)


def test_an_invoice_number_comes_once_from_a_supplier(shop: Desk) -> None:
    def bill(quantity: str, **more: Any) -> dict[str, Any]:
        lines = [{"from_line": 1, "quantity": quantity}]
        head = {"type": "purchase_invoice", "from": RECEIPT, "invoice_number": "24312000001"}
        return {**head, "lines": lines, **more}

    first = sent(shop, "i", **bill("1"))
    refused(shop, f"已录在 {first.number}", "invoice_number", **bill("2"))
    refused(
        shop,
        f"已录在 {first.number}",
        "invoice_number",
        **bill("2", invoice_number=" 24312000001 "),
    )
    assert sent(shop, "other", **bill("2", invoice_number="24312000002")).number


@pytest.mark.parametrize(
    "kind", ["goods_receipt", "sales_delivery", "sales_order", "purchase_order"]
)
def test_nothing_is_dated_outside_the_open_months(shop: Desk, kind: str) -> None:
    base = BUY if kind in {"goods_receipt", "purchase_order"} else SELL
    refused(shop, "2019", "day", **{**base, "type": kind, "day": "2019-12-31"})
    refused(shop, "2027", "day", **{**base, "type": kind, "day": "2027-03-01"})


def test_nobody_approves_his_own_where_the_switch_says_so(shop: Desk) -> None:
    change(shop, save_rule, RuleDraft("sales_delivery", "any", role="owner"))
    change(shop, change_setting, "approve_own_documents", False)
    held = sent(shop, "d", **{**SELL, "type": "sales_delivery"})
    assert held.pending
    before = shop.rows()
    with (
        pytest.raises(UserError, match="自己"),
        shop.database.transaction(shop.actor) as session,
    ):
        approve_paper(session, held.document_id)
    assert shop.rows() == before


def test_a_key_that_said_something_else_is_told(shop: Desk) -> None:
    sent(shop, "k", **SELL)
    before = shop.rows()
    with pytest.raises(UserError, match="k"):
        sent(shop, "k", **{**SELL, "remark": "再来"})
    assert shop.rows() == before
