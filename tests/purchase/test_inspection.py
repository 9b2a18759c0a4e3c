"""Goods refused at the door: not in stock, not owed, still open on their order."""

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.inspection import Rejection
from jxc_desktop.purchase.note import printed_receipt
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.queries import purchase_order_view, receipt_view
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_product,
    a_supplier,
    balances,
    fen,
    line,
    pieces,
    pool,
    receive,
)


def problems(session: Session) -> list[str]:
    return [problem for rule in INVARIANTS for problem in rule.check(session)]


def test_refused_goods_are_neither_owed_nor_in_stock_and_stay_open(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, units={"箱": (12, 1)})
        draft = PurchaseOrderDraft(DAY, supplier, MAIN, (line(product, 5, "60.00", unit="箱"),))
        ordered = approve_purchase_order(session, draft, key=new_key())
        came = receive(
            session, supplier, [line(product, 3)], source=ordered.number,
            rejected=(Rejection(product, pieces(2), "破损"),),
        )  # fmt: skip
        assert came.total == fen("180.00")
        assert pool(session, product) == (pieces(36), fen("180.00"))
        assert balances(session) == {"1405": fen("180.00"), "220201": -fen("180.00")}
        order = purchase_order_view(session, ordered.number)
        assert (order.progress, order.lines[0].left) == ("partly", pieces(24))
        [refused] = receipt_view(session, came.number).rejections
        assert (refused.unit, refused.quantity, refused.cause, refused.from_line) == (
            "箱", pieces(2), "破损", 1,
        )  # fmt: skip
        assert problems(session) == []
        reverse_receipt(session, Reversal(came.number, "点错"), key=new_key())
        assert problems(session) == []


def test_a_line_refused_whole_stands_beside_what_was_accepted(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        a_supplier(session)
        a_product(session)
        a_product(session, "B")
        ordered = post_document(
            session,
            {
                "key": "o", "type": "purchase_order", "partner": "S01",
                "lines": [
                    {"product": "A", "quantity": "5", "price": "1"},
                    {"product": "B", "quantity": "4", "price": "2"},
                ],
            },
        )  # fmt: skip
        came = post_document(
            session,
            {
                "key": "r", "type": "goods_receipt", "from": ordered.number,
                "lines": [
                    {"from_line": 1, "quantity": "0", "rejected": "5", "reject_reason": "过期"},
                    {"from_line": 2, "quantity": "3", "rejected": "1", "reject_reason": "漏液"},
                ],
            },
        )  # fmt: skip
        view = receipt_view(session, came.number)
        assert [(each.product, each.quantity) for each in view.lines] == [("B", pieces(3))]
        assert [(each.product, each.quantity, each.cause) for each in view.rejections] == [
            ("A", pieces(5), "过期"), ("B", pieces(1), "漏液"),
        ]  # fmt: skip
        assert problems(session) == []
        form = printed_receipt(session, came.number)
        assert form.notes[0] == "拒收：商品A 5 个（过期）、商品B 1 个（漏液）"


def test_a_delivery_refused_whole_makes_no_receipt(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        draft = PurchaseOrderDraft(DAY, supplier, MAIN, (line(product, 5, 1),))
        ordered = approve_purchase_order(session, draft, key=new_key())
        with pytest.raises(Refused, match="一件都没收下"):
            receive(
                session, supplier, [], source=ordered.number,
                rejected=(Rejection(product, pieces(5), "破损"),),
            )  # fmt: skip
        assert balances(session) == {}


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ({"quantity": 0, "reason": "破损"}, "拒收第 1 行：拒收数量要大于 0"),
        ({"quantity": 10_000, "reason": " "}, "拒收第 1 行：拒收要写原因"),
        ({"quantity": 10_000, "reason": "破损", "unit": "箱"}, "拒收第 1 行：商品A 没有单位“箱”"),
        ({"quantity": 10_000, "reason": "破损", "from_line": 2}, "订单的第 2 行不是这个商品"),
    ],
)
def test_a_refusal_without_quantity_reason_unit_or_line_is_told(
    database: Database, owner: Actor, refused: dict[str, object], said: str
) -> None:
    with database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        draft = PurchaseOrderDraft(DAY, supplier, MAIN, (line(product, 5, 1),))
        ordered = approve_purchase_order(session, draft, key=new_key())
        with pytest.raises(UserError, match=said):
            receive(
                session, supplier, [line(product, 1)], source=ordered.number,
                rejected=(Rejection(product, **refused),),
            )  # fmt: skip


def test_a_reason_without_a_quantity_is_a_slip(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        a_supplier(session)
        a_product(session)
        with pytest.raises(InvalidInput, match="写了拒收原因") as told:
            post_document(
                session,
                {
                    "key": "r", "type": "goods_receipt", "partner": "S01",
                    "lines": [{"product": "A", "quantity": "3", "price": "1", "reject_reason": "x"}],
                },
            )  # fmt: skip
        assert told.value.field == "lines[0].rejected"
