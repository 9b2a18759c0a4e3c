"""Suppliers' price lists: by hand, from quotations, and as the price of a line that has none."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, UserError
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.purchase.offered import offered_prices
from jxc_desktop.purchase.order_kinds import SUPPLIER_QUOTATION
from jxc_desktop.purchase.ordering import (
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.queries import purchase_order_view
from jxc_desktop.purchase.supplier_prices import (
    SupplierPriceDraft,
    remove_supplier_price,
    set_supplier_price,
    supplier_price_list,
)
from jxc_desktop.purchase.typed_prices import keep_supplier_prices, typed_prices
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.ordering.states import close_order, unapprove_order, void_order
from jxc_desktop.stock.priced import LineDraft
from tests.conftest import actor_with
from tests.shopkeeping import DAY, MAIN, a_product, a_supplier, line, pieces, price, receive


def price_on_order(
    session: Session, supplier: int, wanted: LineDraft, **more: object
) -> tuple[int, int]:
    """Price and discount that a line without a price gets on an order."""
    draft = PurchaseOrderDraft(DAY, supplier, MAIN, (wanted,), **more)
    number = approve_purchase_order(session, draft, key=new_key()).number
    [found] = purchase_order_view(session, number).lines
    return found.price, found.discount


def test_the_newest_price_of_the_day_counts_for_its_unit(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, units={"箱": (12, 1)}, purchase_price=price(9))

        def put(at: str, days: int, **more: object) -> None:
            day = DAY + timedelta(days=days)
            set_supplier_price(
                session, SupplierPriceDraft(supplier, product, price(at), day, **more)
            )

        put("3.00", -30)
        put("2.80", -3, lead_days=4, minimum=pieces(6))
        put("2.50", 5)
        put("30.00", -10, unit="箱")
        put("1.00", -2, until_day=DAY - timedelta(days=1), unit="箱")
        offers = offered_prices(session, [supplier], [product], DAY)[supplier][product]
        assert [(o.unit, o.price, o.lead_days, o.minimum) for o in offers] == [
            ("个", price("2.80"), 4, pieces(6)), ("箱", price(30), None, 0),
        ]  # fmt: skip
        assert price_on_order(session, supplier, line(product, 5)) == (price("2.80"), 0)
        assert price_on_order(session, supplier, line(product, 1, unit="箱")) == (price(30), 0)
        other = a_supplier(session, "S02")
        assert price_on_order(session, other, line(product, 5)) == (price(9), 0)


def test_a_price_of_another_unit_or_tax_is_brought_to_the_line_s(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, units={"箱": (12, 1)}, tax_rate=1300)
        with_tax = SupplierPriceDraft(supplier, product, price("27.12"), DAY, "箱")
        set_supplier_price(session, with_tax)
        assert price_on_order(session, supplier, line(product, 5)) == (price("2.26"), 0)
        assert price_on_order(
            session, supplier, line(product, 5), price_includes_tax=False
        ) == (price("2.00"), 0)  # fmt: skip
        exempt = line(product, 5, tax_rate=EXEMPT)
        assert price_on_order(session, supplier, exempt, price_includes_tax=False)[0] == price(
            "2.26"
        )
        with pytest.raises(UserError, match="第 1 行") as refused:
            price_on_order(session, supplier, line(product, 5, tax_rate=1234))
        assert refused.value.field == "lines[0].tax_rate"


def test_without_a_list_or_a_price_of_their_own_goods_cost_what_was_paid_the_last_time(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, other = a_supplier(session), a_supplier(session, "S02")
        product = a_product(session, units={"箱": (12, 1)})
        with pytest.raises(UserError, match="没有价格"):
            price_on_order(session, supplier, line(product, 1))
        receive(session, supplier, [line(product, 1, "24.00", unit="箱", discount=1000)])
        receive(session, other, [line(product, 1, "3.00")])
        assert price_on_order(session, supplier, line(product, 1)) == (price(2), 1000)
        assert price_on_order(session, a_supplier(session, "S03"), line(product, 1)) == (
            price(3),
            0,
        )


def test_a_unit_that_is_gone_tells_no_price_and_the_one_before_it_does(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier = a_supplier(session)
        product = a_product(session, units={"箱": (12, 1)})
        receive(session, supplier, [line(product, 1, "3.00")])
        receive(session, supplier, [line(product, 1, "24.00", unit="箱")])
        assert price_on_order(session, supplier, line(product, 1)) == (price(2), 0)
        session.execute(text("DELETE FROM product_unit"))
        assert price_on_order(session, supplier, line(product, 1)) == (price(3), 0)


def test_a_quotation_fills_the_list_while_it_stands(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)

        def offer(at: str, of: int = product, **more: object) -> str:
            draft = SupplierQuotationDraft(
                DAY, supplier, MAIN, (line(of, 10, at, discount=500),),
                due_day=date(2026, 12, 31), terms=(Quoted(7, pieces(5)),), **more,
            )  # fmt: skip
            return approve_supplier_quotation(session, draft, key=new_key()).number

        number = offer("4.00")
        [row] = supplier_price_list(session, supplier)
        assert (row.price, row.lead_days, row.minimum, row.until_day, row.quotation) == (
            price("3.80"), 7, pieces(5), date(2026, 12, 31), number,
        )  # fmt: skip
        assert price_on_order(session, supplier, line(product, 6)) == (price("3.80"), 0)
        unapprove_order(session, SUPPLIER_QUOTATION, number)
        assert offered_prices(session, [supplier], [product], DAY) == {supplier: {}}
        assert supplier_price_list(session, supplier) == []
        offer("5.00", amends=number)
        close_order(session, SUPPLIER_QUOTATION, number, "够了")
        assert [each.price for each in supplier_price_list(session, product_id=product)] == [
            price("4.75")
        ]
        other = a_product(session, "B")
        voided = offer("6.00", other)
        unapprove_order(session, SUPPLIER_QUOTATION, voided)
        void_order(session, SUPPLIER_QUOTATION, voided)
        assert supplier_price_list(session, product_id=other) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"price": -1}, "不能小于 0"),
        ({"unit": "箱"}, "没有单位“箱”"),
        ({"until_day": date(2026, 1, 1)}, "截止日期早于开始日期"),
    ],
)
def test_a_price_that_cannot_be_is_refused(
    database: Database, owner: Actor, more: dict[str, object], said: str
) -> None:
    with database.transaction(owner) as session:
        known = {
            "partner_id": a_supplier(session), "product_id": a_product(session),
            "price": price(1), "from_day": DAY,
        }  # fmt: skip
        with pytest.raises(InvalidInput, match=said):
            set_supplier_price(session, SupplierPriceDraft(**{**known, **more}))
        assert supplier_price_list(session) == []


def test_prices_are_removed_and_guarded(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        draft = SupplierPriceDraft(a_supplier(session), a_product(session), price(1), DAY)
        set_supplier_price(session, draft)
        [row] = supplier_price_list(session)
    with database.transaction(actor_with("keeper")) as session:
        for act in (
            lambda: set_supplier_price(session, draft),
            lambda: remove_supplier_price(session, row.id),
            lambda: supplier_price_list(session),
        ):
            with pytest.raises(Forbidden):
                act()
    with database.transaction(owner) as session:
        remove_supplier_price(session, row.id)
        assert supplier_price_list(session) == []
        asked = text(
            "SELECT object, detail FROM audit WHERE action LIKE 'supplier_price.%' ORDER BY id"
        )
        told = [(of, json.loads(detail)) for of, detail in session.execute(asked)]
        common = {"goods": "商品A", "unit": "个"}
        assert told == [
            ("供应商S01", {**common, "after": "1.00", "first": "2026-11-20", "last": None}),
            ("供应商S01", {**common, "before": "1.00"}),
        ]
        with pytest.raises(NotFound, match="已经删掉"):
            remove_supplier_price(session, row.id)


def test_a_price_takes_the_day_of_another_that_moves_on(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        supplier, product = a_supplier(session), a_product(session)
        days = [DAY + timedelta(n) for n in range(3)]
        for day, amount in zip(days, (10, 20), strict=False):
            set_supplier_price(session, SupplierPriceDraft(supplier, product, price(amount), day))
        shown = sorted(typed_prices(session, supplier), key=lambda line: line.first)
        lines = [replace(shown[0], first=days[1]), replace(shown[1], first=days[2])]
        assert keep_supplier_prices(session, supplier, shown, lines) == 2
        kept = {(line.first, line.price) for line in typed_prices(session, supplier)}
        assert kept == {(days[1], price(10)), (days[2], price(20))}
