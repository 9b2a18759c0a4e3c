"""The lowest price holds at the desk and at the till, for the line as it is paid."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.pricing.minimum import RIGHT, lowest_amount
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.queries import AuditFilter, audit_rows
from jxc_desktop.shop.vouching import with_rights
from tests.conftest import actor_with
from tests.pricing.conftest import Counter
from tests.shopkeeping import DAY, MAIN, deliver, fen, line, ring_up


@given(st.integers(0, 10**11), st.integers(1, 10**9), st.integers(1, 99), st.integers(1, 9))
def test_the_lowest_amount_is_exact_and_rounded_once(
    price: int, quantity: int, above: int, below: int
) -> None:
    exact = Fraction(price * quantity * above, below * 10**8)
    assert abs(lowest_amount(price, quantity, above, below) - exact) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("goods", "more"),
    [
        ({"at": "1.99"}, {}),
        ({"at": "2.50", "discount": 2100}, {}),
        ({"at": "2.00"}, {"order_discount": 1}),
        ({"at": "47.99", "unit": "箱"}, {}),
        ({"at": "1.97"}, {"price_includes_tax": False}),
    ],
)
def test_too_cheap_a_line_names_product_and_minimum_and_leaves_no_trace(
    counter: Counter, goods: dict[str, object], more: dict[str, object]
) -> None:
    at, unit = goods["at"], goods.get("unit", "瓶")
    goods = {name: value for name, value in goods.items() if name != "at"}
    wanted = r"第 1 行：商品COLA 低于最低售价 " + ("48" if unit == "箱" else "2") + r"\.00"
    keeper = actor_with("keeper")
    with (
        counter.database.transaction(keeper) as session,
        pytest.raises(Forbidden, match=wanted) as refused,
    ):
        deliver(session, counter.customer, [line(counter.cola, 1, at, **goods)], **more)  # type: ignore[arg-type]
    assert refused.value.field == "lines[0].price"


@pytest.mark.parametrize("at", ["2.00", "2.01"])
def test_the_lowest_price_itself_is_allowed(counter: Counter, at: str) -> None:
    with counter.database.transaction(actor_with("keeper")) as session:
        assert deliver(session, counter.customer, [line(counter.cola, 7, at)]).number


def test_gifts_are_given_knowingly(counter: Counter) -> None:
    with counter.database.transaction(actor_with("keeper")) as session:
        lines = [line(counter.cola, 1, is_gift=True), line(counter.cola, 1, "3")]
        assert deliver(session, counter.customer, lines).number


def test_who_has_the_right_sells_below_and_may_lend_it(counter: Counter, owner: Actor) -> None:
    draft = DeliveryDraft(DAY, counter.customer, MAIN, (line(counter.cola, 1, "1.00"),))
    with counter.database.transaction(actor_with("manager")) as session:
        assert post_delivery(session, draft, key=new_key()).number
    with counter.database.transaction(actor_with("keeper")) as session:

        def sell(session, draft):
            return post_delivery(session, draft, key=new_key())

        assert with_rights(((RIGHT, owner),), sell, session, draft).number
    with counter.database.reading(owner) as session:
        lent = audit_rows(session, AuditFilter())[0]
    assert (lent.action, lent.subject, lent.detail["by"]) == ("right.lend", RIGHT, "owner")


@pytest.mark.parametrize("by", ["discount", "order_discount", "price"])
def test_the_till_sells_no_line_too_cheap(counter: Counter, owner: Actor, by: str) -> None:
    with counter.database.transaction(owner) as session:
        shift = open_shift(session, "01", 0)
    more = {"order_discount": fen("1.01")} if by == "order_discount" else {}
    goods = {"discount": 3400} if by == "discount" else {}
    at = "1.99" if by == "price" else "3"
    cashier = actor_with("cashier", "manager") if by == "price" else actor_with("cashier")
    with counter.database.transaction(cashier) as session:
        if by == "price":
            assert ring_up(session, shift, [line(counter.cola, 1, at)], cash="3").number
            return
        with pytest.raises(Forbidden, match="低于最低售价"):
            ring_up(session, shift, [line(counter.cola, 1, at, **goods)], cash="3", **more)


def test_rounding_off_makes_no_price_too_low(counter: Counter, owner: Actor) -> None:
    with counter.database.transaction(owner) as session:
        shift = open_shift(session, "01", 0)
    with counter.database.transaction(actor_with("cashier")) as session:
        one = [line(counter.cola, 1, "3", discount=3333)]
        assert (
            ring_up(session, shift, one, rounding_off=1, tenders=[TenderDraft("cash", 199)]).total
            == 199
        )
