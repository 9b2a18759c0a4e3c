"""A shop with a few goods and firms, and a way to send it documents."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from sqlalchemy import func, select

from jxc_desktop.catalog.models import Barcode, Product, ProductUnit
from jxc_desktop.core.db import Database
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.documents import post_document
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

COLA = "6901424333948"
COLA_BOX = "6901424333955"
POOL = Statement(
    "SELECT p.quantity, p.value FROM cost_pool p JOIN product g ON g.id = p.product_id WHERE g.code = :code"
)
LEGS = Statement(
    "SELECT l.account, l.debit, l.credit FROM leg l JOIN entry e ON e.id = l.entry_id "
    "WHERE e.source = :source ORDER BY l.leg_no"
)
BALANCE = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance WHERE account = :account"
)


def stock_up(database: Database, owner: Actor) -> Database:
    """Goods A (plain), COLA (box of 24, two barcodes), TEA (weighed), firms S01 and C01."""
    with database.transaction(owner) as session:
        goods = {
            "A": Product(code="A", name="商品甲", unit="个", retail_price=22_600_000),
            "COLA": Product(code="COLA", name="可乐", unit="瓶", retail_price=3_000_000),
            "TEA": Product(code="TEA", name="茶叶", unit="千克", places=3, retail_price=80_000_000),
        }
        session.add_all(goods.values())
        session.add(Partner(supplier_code="S01", name="供货商", pinyin="", search_text=""))
        session.add(Partner(customer_code="C01", name="老客户", pinyin="", search_text=""))
        session.flush()
        cola = goods["COLA"].id
        session.add(ProductUnit(product_id=cola, name="箱", numerator=24, denominator=1))
        session.flush()
        session.add(Barcode(code=COLA, product_id=cola, unit=""))
        session.add(Barcode(code=COLA_BOX, product_id=cola, unit="箱"))
    return database


LINES = [{"product": "A", "quantity": "2", "price": "9.00"}]
BY_ITSELF: dict[str, dict[str, Any]] = {
    "quotation": {"partner": "C01", "lines": LINES},
    "sales_order": {"partner": "C01", "lines": LINES, "due_day": "2026-12-01"},
    "purchase_request": {"lines": [{"product": "A", "quantity": "2"}], "reason": "快卖完了"},
    "purchase_order": {"partner": "S01", "lines": LINES},
    "sales_delivery": {"partner": "C01", "lines": LINES},
    "goods_receipt": {"partner": "S01", "lines": LINES},
    "sales_return": {"partner": "C01", "lines": LINES, "reason": "坏了"},
    "sales_invoice": {"from": "XSCK202611200001", "invoice_number": "24312000002"},
    "purchase_invoice": {"from": "CGRK202611200001", "invoice_number": "24312000001"},
    "purchase_allowance": {
        "from": "CGRK202611200001",
        "price_includes_tax": True,
        "lines": [{"from_line": 1, "amount": "3.00"}],
        "reason": "返利",
    },
    "landed_cost": {"from": "CGRK202611200001", "amount": "6.00", "price_includes_tax": True},
    "purchase_return": {"partner": "S01", "lines": LINES, "reason": "坏了"},
    "customer_receipt": {"partner": "C01", "account": "cash", "amount": "5.00"},
    "supplier_payment": {"partner": "S01", "account": "bank", "amount": "5.00"},
    "advance_receipt": {"partner": "C01", "account": "cash", "amount": "5.00"},
    "advance_payment": {"partner": "S01", "account": "bank", "amount": "5.00"},
    "other_income": {"account": "cash", "lines": [{"account": "5301", "amount": "5.00"}]},
    "money_transfer": {"from_account": "cash", "to_account": "bank", "amount": "5.00"},
    "price_change": {"lines": [{"product": "A", "price": "12.00"}], "reason": "进价涨了"},
    "bad_debt": {
        "partner": "C01",
        "amount": "2.00",
        "settle": [{"number": "XSCK202611200001", "amount": "2.00"}],
        "reason": "搬走",
    },
    "stock_count": {"lines": [{"product": "A", "counted": "90"}]},
    "stock_loss": {"reason": "破损", "lines": [{"product": "A", "quantity": "2"}]},
    "cost_adjustment": {"lines": [{"product": "A", "amount": "2.00"}]},
    "stock_gain": {"reason": "盘盈", "lines": [{"product": "A", "quantity": "2"}]},
    "expense": {"account": "cash", "lines": [{"account": "5601", "amount": "5.00"}]},
}


@pytest.fixture
def trading(any_database: Database, owner: Actor) -> Database:
    """A shop that has bought and sold, so that a document of any kind can be written."""
    with any_database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 100, "6.00")])
        deliver(session, a_customer(session), [line(product, 1, "9.00")])
    return any_database


class Desk:
    """Somebody who sends documents to a shop as data."""

    def __init__(self, database: Database, actor: Actor) -> None:
        self.database = database
        self.actor = actor

    def post(self, data: Mapping[str, Any]) -> Posted:
        with self.database.transaction(self.actor) as session:
            return post_document(session, data)

    def ask(self, statement: Statement, **values: Any) -> list[tuple[Any, ...]]:
        with self.database.reading(self.actor) as session:
            return statement.all(session, **values)

    def pool(self, code: str) -> tuple[int, int]:
        [row] = self.ask(POOL, code=code)
        return int(row[0]), int(row[1])

    def legs(self, number: str) -> list[tuple[Any, ...]]:
        return self.ask(LEGS, source=number)

    def balance(self, account: str) -> int:
        return int(self.ask(BALANCE, account=account)[0][0])

    def rows(self) -> dict[str, int]:
        """How many rows every table has."""
        with self.database.reading(self.actor) as session:
            return {
                name: session.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in Base.metadata.tables.items()
            }


@pytest.fixture
def desk_of(new_shop: Callable[..., Database], owner: Actor) -> Callable[..., Desk]:
    """`desk_of(taxpayer="small", dialect="sqlite")` is the owner's desk in a shop with goods."""
    return lambda **kind: Desk(stock_up(new_shop(**kind), owner), owner)


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of()


@pytest.fixture
def receipt() -> dict[str, Any]:
    """A goods receipt that is right."""
    return {
        "key": "r-1",
        "type": "goods_receipt",
        "day": "2026-03-02",
        "partner": "S01",
        "warehouse": "MAIN",
        "price_includes_tax": True,
        "lines": [{"product": "A", "quantity": "500", "price": "12.00", "tax_rate": "0.01"}],
    }
