"""The worked numbers of costing through the documents that people post, by both methods, on both databases."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.allowances import post_purchase_allowance
from jxc_desktop.purchase.allowed import AllowanceDraft, AllowanceLine
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.sales.foreseen import foresee_margin
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return, reverse_sales_return
from jxc_desktop.sales.services import DeliveryDraft, reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import put_setting
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.rebuild import rebuild_stock
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.transfers import TransferDraft, post_stock_transfer, reverse_stock_transfer
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    fen,
    legs,
    line,
    pieces,
    price,
)
from tests.shopkeeping import deliver as post_out
from tests.shopkeeping import receive as post_in

FIFO = pytest.mark.parametrize("method", ["fifo"])
AVERAGE = pytest.mark.parametrize("method", ["moving_average"])
EAST = 2


@pytest.fixture(params=["moving_average", "fifo"])
def method(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def scope() -> str:
    return "company"


class Counter:
    """One product, one supplier and one customer at a small taxpayer's; prices are cost."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.product = a_product(session)
        self.supplier, self.customer = a_supplier(session), a_customer(session)

    def buy(self, quantity: int, worth: str, day: date = DAY) -> str:
        """`quantity` for `worth` yuan in all."""
        at = f"{fen(worth) / 100 / quantity:.6f}"
        lines = [line(self.product, quantity, at)]
        return post_in(self.session, self.supplier, lines, day=day, invoice="ordinary").number

    def sell(self, quantity: int) -> str:
        return post_out(self.session, self.customer, [line(self.product, quantity, "99")]).number

    def bring_back(self, number: str, quantity: int) -> str:
        draft = SalesReturnDraft(
            DAY, self.customer, MAIN, original=number, back=(ReturnLine(1, pieces(quantity)),)
        )
        return post_sales_return(self.session, draft, key=new_key()).number

    def send_back(self, number: str, quantity: int) -> str:
        draft = PurchaseReturnDraft(
            DAY, self.supplier, MAIN, original=number, back=(ReturnLine(1, pieces(quantity)),)
        )
        return post_purchase_return(self.session, draft, key=new_key()).number

    def worth(self, number: str) -> int:
        """Fen that a document's goods were worth, out of stock positive."""
        return -self._sum(number, "<>")

    def true_up(self, number: str) -> int:
        """Fen that moved without goods, into stock positive."""
        return self._sum(number, "=")

    def _sum(self, number: str, sign: str) -> int:
        return self.session.execute(
            text(f"SELECT coalesce(sum(amount), 0) FROM move WHERE source = :n AND quantity {sign} 0"),
            {"n": number},
        ).scalar_one()  # fmt: skip

    @property
    def pool(self) -> tuple[float, str]:
        """Units and yuan of all pools of the product."""
        quantity, value = self.session.execute(
            text("SELECT sum(quantity), sum(value) FROM cost_pool WHERE product_id = :p"),
            {"p": self.product},
        ).one()
        return int(quantity) / pieces(1), f"{int(value) / 100:.2f}"

    @property
    def layers(self) -> list[tuple[int, int, int]]:
        """Number, units and fen of each layer, the oldest first."""
        rows = self.session.execute(
            text(
                "SELECT l.seq, l.quantity, l.value FROM cost_layer l JOIN move m "
                "ON m.pool_id = l.pool_id AND m.seq = l.seq ORDER BY l.pool_id, m.day, l.seq"
            )
        )
        return [(seq, quantity // pieces(1), value) for seq, quantity, value in rows]


@pytest.fixture
def shop(
    new_shop: Callable[..., Database], dialect: str, method: str, scope: str, owner: Actor
) -> Iterator[Counter]:
    """A shop of either method on either database; sound at the end, and its rebuild changes nothing."""
    with new_shop("small", dialect).transaction(owner) as session:
        put_setting(session, "costing", method)
        put_setting(session, "cost_scope", scope)
        put_setting(session, "allow_negative_stock", value=True)
        session.add(Warehouse(code="EAST", name="东库"))
        counter = Counter(session)
        yield counter
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        before = caches(session)
        rebuild_stock(session)
        assert caches(session) == before


def caches(session: Session) -> list[list[tuple[object, ...]]]:
    return [
        sorted(tuple(row) for row in session.execute(text(f"SELECT * FROM {table}")))
        for table in ("cost_pool", "cost_layer", "stock_level", "stock_month")
    ]


@AVERAGE
def test_t1_t2_t3_the_average_by_papers(shop: Counter) -> None:
    shop.buy(100, "1000.00")
    shop.buy(50, "615.00")
    assert [shop.worth(shop.sell(q)) for q in (30, 120)] == [fen("323.00"), fen("1292.00")]
    shop.buy(3, "10.00")
    assert [shop.worth(shop.sell(1)) for _ in range(3)] == [333, 334, 333]
    shop.buy(7, "100.00")
    first = shop.worth(shop.sell(2))
    shop.buy(4, "59.99")
    assert [first, *(shop.worth(shop.sell(q)) for q in (5, 4))] == [2857, 7301, 5841]
    assert shop.pool == (0, "0.00")


@AVERAGE
def test_t5_goods_come_back_at_what_they_cost(shop: Counter) -> None:
    shop.buy(10, "100.00")
    sold = shop.sell(3)
    shop.buy(5, "65.00")
    shop.bring_back(sold, 1)
    assert shop.pool == (13, "145.00")


def test_t6_a_line_that_comes_back_in_thirds(shop: Counter) -> None:
    shop.buy(3, "10.00")
    sold = shop.sell(3)
    assert [-shop.worth(shop.bring_back(sold, 1)) for _ in range(3)] == [333, 333, 334]
    assert shop.pool == (3, "10.00")


@AVERAGE
def test_t7_t8_t9_goods_sent_back_keep_the_signs(shop: Counter) -> None:
    shop.buy(10, "100.00")
    second = shop.buy(10, "140.00")
    shop.sell(5)
    shop.send_back(second, 4)
    assert shop.pool == (11, "124.00")
    shop.sell(5)
    last = shop.send_back(second, 6)
    assert (shop.pool, shop.true_up(last)) == ((0, "0.00"), fen("84.00") - fen("67.64"))


@AVERAGE
def test_t8_goods_sent_back_to_the_last_piece(shop: Counter) -> None:
    shop.buy(10, "100.00")
    second = shop.buy(10, "140.00")
    shop.sell(10)
    sent = shop.send_back(second, 10)
    assert (shop.pool, shop.true_up(sent)) == ((0, "0.00"), fen("20.00"))


@AVERAGE
def test_t9_goods_sent_back_dearer_than_what_is_left(shop: Counter) -> None:
    shop.buy(10, "20.00")
    second = shop.buy(10, "100.00")
    shop.sell(15)
    sent = shop.send_back(second, 4)
    assert (shop.pool, shop.true_up(sent)) == ((1, "6.00"), fen("16.00"))


def test_t10_t11_t12_goods_sold_before_they_came_are_trued_up(shop: Counter) -> None:
    shop.buy(1, "10.00")
    shop.sell(1)
    assert shop.worth(shop.sell(3)) == fen("30.00")
    came = shop.buy(10, "110.00")
    assert (shop.true_up(came), shop.pool) == (-fen("3.00"), (7, "77.00"))
    assert ("5401", fen("3.00"), 0) in legs(shop.session, came)
    shop.sell(7)
    shop.buy(1, "10.00")
    shop.sell(1)
    assert shop.worth(shop.sell(8)) == fen("80.00")
    assert [shop.true_up(shop.buy(5, "60.00")), shop.true_up(shop.buy(6, "66.00"))] == [-1000, -300]
    shop.sell(3)
    shop.buy(2, "19.00")
    assert shop.worth(shop.sell(5)) == fen("47.50")
    assert shop.true_up(shop.buy(10, "105.00")) == -fen("3.00")
    assert shop.pool == (7, "73.50")


@AVERAGE
def test_t12b_straddling_zero_then_out(shop: Counter) -> None:
    shop.buy(2, "19.00")
    shop.buy(2, "30.00")
    assert [shop.worth(shop.sell(q)) for q in (5, 1)] == [fen("61.25"), fen("12.25")]
    assert shop.pool == (-2, "-24.50")


@FIFO
def test_t18_the_oldest_goods_go_first_and_come_back_to_the_front(shop: Counter) -> None:
    shop.buy(100, "1000.00")
    shop.buy(50, "615.00")
    sold = shop.sell(120)
    assert (shop.worth(sold), shop.pool) == (fen("1246.00"), (30, "369.00"))
    assert (shop.worth(shop.sell(7)), shop.pool) == (fen("86.10"), (23, "282.90"))
    back = shop.bring_back(sold, 5)
    assert (-shop.worth(back), shop.pool) == (fen("50.00"), (28, "332.90"))
    assert shop.layers == [(1, 5, 5000), (2, 23, 28290)]
    asked = DeliveryDraft(DAY, shop.customer, MAIN, (line(shop.product, 10, "99"),))
    assert foresee_margin(shop.session, asked).lines[0].cost == fen("111.50")
    assert (shop.worth(shop.sell(10)), shop.pool) == (fen("111.50"), (18, "221.40"))


@FIFO
def test_t19_odd_layers(shop: Counter) -> None:
    shop.buy(3, "10.00")
    shop.buy(3, "11.00")
    assert [(shop.worth(shop.sell(q)), shop.pool[1]) for q in (1, 3, 2)] == [
        (333, "17.67"), (1034, "7.33"), (733, "0.00"),
    ]  # fmt: skip


@FIFO
def test_goods_of_several_layers_come_back_each_at_its_own_cost(shop: Counter) -> None:
    shop.buy(2, "10.00")
    shop.buy(2, "30.00")
    sold = shop.sell(3)
    backs = [shop.bring_back(sold, 1) for _ in range(3)]
    assert [-shop.worth(back) for back in backs] == [500, 500, 1500]
    assert shop.layers == [(1, 2, 1000), (2, 2, 3000)]
    reverse_sales_return(shop.session, Reversal(backs[0], "录错"), key=new_key())
    assert -shop.worth(shop.bring_back(sold, 1)) == 500


@FIFO
def test_goods_sent_back_leave_their_own_layer(shop: Counter) -> None:
    shop.buy(10, "100.00")
    second = shop.buy(10, "140.00")
    shop.sell(5)
    sent = shop.send_back(second, 4)
    assert (shop.worth(sent), shop.true_up(sent)) == (fen("56.00"), 0)
    assert shop.layers == [(1, 5, 5000), (2, 6, 8400)]
    shop.buy(10, "200.00")
    shop.sell(11)
    gone = shop.send_back(second, 6)
    assert (shop.worth(gone), shop.true_up(gone)) == (fen("84.00"), fen("84.00") - fen("120.00"))
    assert ("5401", fen("36.00"), 0) in legs(shop.session, gone)


@FIFO
def test_t16_the_invoice_goes_by_what_remains_of_its_layer(shop: Counter) -> None:
    put_setting(shop.session, "purchase_invoices", "invoice")
    lines = [line(shop.product, 100, "8.00")]
    came = post_in(shop.session, shop.supplier, lines, invoice="pending").number
    shop.buy(100, "900.00")
    shop.sell(60)
    draft = PurchaseInvoiceDraft(
        DAY, shop.supplier, "0001", lines=(InvoiceLine(came, 1, price=price("8.50")),), invoice="ordinary"
    )  # fmt: skip
    billed = post_purchase_invoice(shop.session, draft, key=new_key()).number
    assert shop.layers == [(1, 40, 34000), (2, 100, 90000)]
    assert ("5401", fen("30.00"), 0) in legs(shop.session, billed)


@FIFO
def test_t15_t17_a_later_difference_goes_by_what_remains_of_its_layer(shop: Counter) -> None:
    first = shop.buy(100, "800.00")
    shop.buy(50, "450.00")
    shop.sell(60)

    def give(amount: str) -> list[tuple[str, int, int]]:
        given = AllowanceLine(fen(amount), from_line=1)
        draft = AllowanceDraft(DAY, shop.supplier, MAIN, (given,), original=first)
        return legs(
            shop.session, post_purchase_allowance(shop.session, draft, key=new_key()).number
        )

    assert give("60.00")[1:] == [("1405", 0, fen("24.00")), ("5401", 0, fen("36.00"))]
    assert shop.layers == [(1, 40, 29600), (2, 50, 45000)]
    shop.sell(40)
    assert give("25.00")[1:] == [("5401", 0, fen("25.00"))]
    assert shop.layers == [(2, 50, 45000)]


@FIFO
def test_a_reversal_puts_every_layer_back_as_it_was(shop: Counter) -> None:
    first = shop.buy(3, "10.00", date(2026, 11, 3))
    shop.buy(3, "11.00", date(2026, 11, 5))
    before = shop.layers
    sold = shop.sell(7)
    assert shop.layers == [(3, -1, -367)]
    came = shop.buy(2, "8.00")
    reverse_receipt(shop.session, Reversal(came, "录错"), key=new_key())
    assert shop.layers == [(3, -1, -367)]
    reverse_delivery(shop.session, Reversal(sold, "录错"), key=new_key())
    assert shop.layers == before
    reverse_receipt(shop.session, Reversal(first, "录错"), key=new_key())
    assert shop.layers == before[1:]
    assert balances(shop.session).get("5401", 0) == 0


@FIFO
def test_goods_entered_behind_their_time_go_by_their_day(shop: Counter) -> None:
    shop.buy(1, "20.00", date(2026, 11, 9))
    shop.buy(1, "10.00", date(2026, 11, 2))
    assert shop.worth(shop.sell(1)) == fen("10.00")


@FIFO
def test_a_transfer_within_one_pool_leaves_its_layers(shop: Counter) -> None:
    shop.buy(3, "10.00")
    shop.buy(3, "11.00")
    before = shop.layers
    moved = carry(shop, 4)
    assert shop.layers == before
    reverse_stock_transfer(shop.session, Reversal(moved.number, "调错"), key=new_key())
    assert (shop.layers, shop.pool) == (before, (6, "21.00"))


@pytest.mark.parametrize("scope", ["warehouse"])
def test_t21_between_pools_goods_keep_their_worth(shop: Counter, method: str) -> None:
    post_in(shop.session, shop.supplier, [line(shop.product, 10, "10.50")], invoice="ordinary")
    carry(shop, 4)
    assert places(shop) == {MAIN: (6, 6300), EAST: (4, 4200)}
    post_in(shop.session, shop.supplier, [line(shop.product, 4, "12.00")], invoice="ordinary")
    moved = carry(shop, 7)
    worth = 6300 + 1200 if method == "fifo" else 7770
    assert places(shop) == {MAIN: (3, 11100 - worth), EAST: (11, 4200 + worth)}
    reverse_stock_transfer(shop.session, Reversal(moved.number, "调错"), key=new_key())
    assert places(shop) == {MAIN: (10, 11100), EAST: (4, 4200)}


@pytest.mark.parametrize("scope", ["warehouse"])
@FIFO
def test_goods_that_come_back_to_another_place_bring_their_cost_along(shop: Counter) -> None:
    shop.buy(2, "10.00")
    shop.buy(2, "30.00")
    sold = shop.sell(3)
    draft = SalesReturnDraft(
        DAY, shop.customer, EAST, original=sold, back=(ReturnLine(1, pieces(1)),)
    )
    back = post_sales_return(shop.session, draft, key=new_key()).number
    assert places(shop) == {MAIN: (1, 1500), EAST: (1, 500)}
    assert [-shop.worth(shop.bring_back(sold, 1)) for _ in range(2)] == [500, 1500]
    assert -shop.worth(back) == 500


def carry(shop: Counter, quantity: int) -> Posted:
    draft = TransferDraft(DAY, MAIN, EAST, (line(shop.product, quantity),))
    return post_stock_transfer(shop.session, draft, key=new_key())


def places(shop: Counter) -> dict[int, tuple[int, int]]:
    """Units and fen of each warehouse's pool."""
    rows = shop.session.execute(text("SELECT warehouse_id, quantity, value FROM cost_pool"))
    return {place: (quantity // pieces(1), value) for place, quantity, value in rows}


WRONGS = {
    "a layer with more goods": "UPDATE cost_layer SET quantity = quantity + 1",
    "a layer worth more": "UPDATE cost_layer SET value = value + 1",
    "a layer that vanished": "DELETE FROM cost_layer",
    "a part that vanished": "DELETE FROM layer_part WHERE id = 1",
    "a part of another worth": "UPDATE layer_part SET amount = amount + 1 WHERE id = 2",
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_a_fault_in_the_layers_is_found(database: Database, owner: Actor, wrong: str) -> None:
    with database.transaction(owner) as session:
        put_setting(session, "costing", "fifo")
        counter = Counter(session)
        counter.buy(3, "10.00")
        counter.sell(1)
        for [name] in session.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'layer_part'")
        ).all():  # fmt: skip
            session.connection().exec_driver_sql(f'DROP TRIGGER "{name}"')
        session.execute(text(WRONGS[wrong]))
        found = {rule.id for rule in INVARIANTS if rule.check(session)}
    assert found & {"I3", "I4", "I21"}
