"""What was bought, told as data and posted again, makes the same books."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.safety.recorded import act_as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import change_setting
from tests.shopkeeping import a_product, a_supplier, balances, price


def stocked(session: Session) -> None:
    change_setting(session, "purchase_invoices", "invoice")
    for code in ("S01", "S02"):
        a_supplier(session, code)
    a_product(session, "A", units={"箱": (12, 1)}, purchase_price=price(5))
    a_product(session, "B")


def bought(session: Session) -> None:
    """Ordered, received in parts, refused, invoiced late, sent back, undone, written anew."""

    def post(kind: str, **more: Any) -> str:
        key = f"k{len(session.info.setdefault('keys', []))}"
        session.info["keys"].append(key)
        return post_document(session, {"key": key, "type": kind, **more}).number

    lines = [
        {"product": "A", "quantity": "3", "unit": "箱", "price": "60", "discount": "0.05"},
        {"product": "B", "quantity": "10", "price": "3.33"},
    ]
    wanted = post(
        "purchase_request",
        reason="缺货",
        lines=[{"product": "B", "quantity": "9"}, {"product": "A", "quantity": "1"}],
    )
    asked = post(
        "rfq", **{"from": wanted}, suppliers=["S02", "S01"], due_day="2026-11-25",
        lines=[{"from_line": 1, "quantity": "9"}],
    )  # fmt: skip
    offer = post(
        "supplier_quotation", **{"from": asked}, partner="S02",
        lines=[{"from_line": 1, "quantity": "9", "price": "3", "lead_days": 2, "minimum": "5"}],
    )  # fmt: skip
    post("purchase_order", **{"from": offer}, lines=[{"from_line": 1, "quantity": "8"}])
    post(
        "purchase_order",
        **{"from": wanted},
        partner="S01",
        lines=[{"from_line": 2, "quantity": "1"}],
    )
    order = post(
        "purchase_order",
        partner="S01",
        due_day="2026-11-30",
        order_discount="1.23",
        lines=lines,
        buyer="小赵",
    )
    came = post(
        "goods_receipt", **{"from": order}, lines=[
            {"from_line": 1, "quantity": "2", "rejected": "1", "reject_reason": "破损"},
            {"from_line": 2, "quantity": "7"},
        ], payments=[{"account": "bank", "amount": "20.00"}],
    )  # fmt: skip
    bill = post(
        "purchase_invoice", **{"from": came}, invoice_number="F1",
        lines=[{"from_line": 1, "price": "61"}, {"from_line": 2, "quantity": "2"}],
    )  # fmt: skip
    post("purchase_return", **{"from": came}, lines=[{"from_line": 2, "quantity": "3"}])
    post("reversal", number=bill, reason="开错")
    post("purchase_invoice", **{"from": came}, invoice_number="F1")
    post("order_close", number=order, reason="不等了")
    other = post("purchase_order", partner="S02", lines=[lines[1]])
    post("order_unapprove", number=other)
    post("purchase_order", partner="S02", lines=[{**lines[1], "quantity": "4"}], amends=other)


def told(session: Session) -> list[dict[str, Any]]:
    rows = session.execute(text("SELECT id, action, object FROM audit ORDER BY id")).all()
    data = [act_as_data(session, action, number, row) for row, action, number in rows]
    return [each for each in data if each is not None]


def table(session: Session, name: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in session.execute(text(f"SELECT * FROM {name} ORDER BY 1, 2"))]


def test_purchases_told_as_data_make_the_same_books(
    new_shop: Callable[..., Database], dialect: str, owner: Actor
) -> None:
    with new_shop("general", dialect).transaction(owner) as session:
        stocked(session)
        bought(session)
        data, wanted = told(session), balances(session)
        rows = {
            name: table(session, name)
            for name in (
                "purchase_request_line", "rfq_line", "rfq_supplier", "supplier_quotation_line",
                "purchase_order", "purchase_order_line", "goods_receipt_line", "goods_receipt_rejection",
                "purchase_invoice_line", "purchase_return_line", "stock_promise", "cost_pool",
            )
        }  # fmt: skip
    with new_shop("general", dialect).transaction(owner) as session:
        stocked(session)
        for each in data:
            post_document(session, each)
        assert balances(session) == wanted
        for name, before in rows.items():
            assert table(session, name) == before, name
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
