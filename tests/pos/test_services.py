"""A shift at the till: ring up, give change, take back, count the drawer."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.services import reverse_return, reverse_ticket
from jxc_desktop.pos.shifts import close_shift, expected_cash, open_shift, shift_facts
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from tests.conftest import actor_with
from tests.shopkeeping import (
    a_product,
    a_supplier,
    balances,
    fen,
    legs,
    line,
    pieces,
    pool,
    receive,
    ring_up,
    take_back,
)


@pytest.fixture
def session(new_shop: Callable[..., Database], owner: Actor, dialect: str) -> Iterator[Session]:
    with new_shop("general", dialect).transaction(owner) as session:
        yield session


@pytest.fixture
def goods(session: Session) -> list[int]:
    """Three products: 100 of each at 6.00 without tax."""
    supplier = a_supplier(session)
    made = [a_product(session, code, retail_price=p) for code, p in
            (("A", 29_900_000), ("B", 15_800_000), ("C", 7_500_000))]  # fmt: skip
    receive(session, supplier, [line(p, 100, 6, tax_rate=0) for p in made], invoice="special")
    return made


@pytest.fixture
def shift(session: Session) -> int:
    return open_shift(session, "01", fen(200))


def test_a_discounted_ticket_is_booked_as_worked_out(
    session: Session, goods: list[int], shift: int
) -> None:
    sale = ring_up(
        session,
        shift,
        [line(p, 1) for p in goods],
        order_discount=638,
        rounding_off=2,
        cash="50.00",
    )  # T23
    assert sale.total == fen("46.80")
    assert sale.number == "LS01202611200001"
    assert legs(session, sale.number) == [
        ("100101", 4680, 0), ("5001", 0, 2327 + 1230 + 584), ("22210107", 0, 303 + 160 + 76),
        ("5401", 1800, 0), ("1405", 0, 1800),
    ]  # fmt: skip
    lines = (
        session.execute(text("SELECT gross FROM pos_sale_line ORDER BY line_no")).scalars().all()
    )
    assert lines == [2630, 1390, 660]
    assert session.execute(text("SELECT change_given FROM pos_sale")).scalar_one() == 320


def test_mixed_money_and_its_limits(session: Session, goods: list[int], shift: int) -> None:
    both = (TenderDraft("wechat", 2000), TenderDraft("cash", 1000))
    sale = ring_up(session, shift, [line(goods[0], 1)], tenders=both)
    assert legs(session, sale.number)[:2] == [("101201", 2000, 0), ("100101", 990, 0)]
    with pytest.raises(Refused, match=r"还差 0\.90"):
        ring_up(session, shift, [line(goods[0], 1)], cash="29.00")
    with pytest.raises(Refused, match="非现金"):
        ring_up(session, shift, [line(goods[0], 1)], tenders=(TenderDraft("alipay", 3000),))


def test_the_till_sells_what_the_book_says_is_gone(session: Session, shift: int) -> None:
    product = a_product(session, "N", purchase_price=4_000_000)
    ring_up(session, shift, [line(product, 2)], cash="20")
    assert pool(session, product) == (-pieces(2), -fen(8))


def test_goods_come_back_in_parts_and_the_last_takes_the_remainder(
    session: Session, shift: int
) -> None:
    product = a_product(session, "T", retail_price=3_333_333)
    receive(
        session,
        a_supplier(session, "S9"),
        [line(product, 3, "3.3333", tax_rate=0)],
        invoice="special",
    )
    assert pool(session, product) == (pieces(3), 1000)
    sale = ring_up(session, shift, [line(product, 3)], cash="10")
    costs = []
    for _ in range(3):
        before = pool(session, product)[1]
        back = take_back(session, shift, sale.number, (1, "1"))
        costs.append(pool(session, product)[1] - before)
        assert back.number.startswith("LT01")
    assert costs == [333, 333, 334]  # T6
    assert session.execute(text("SELECT sum(total) FROM pos_return")).scalar_one() == sale.total
    with pytest.raises(Refused, match="最多还能退 0"):
        take_back(session, shift, sale.number, (1, "1"))


def test_a_line_worth_fewer_fen_than_pieces_never_comes_back_for_more(
    session: Session, shift: int
) -> None:
    """Two fen over four pieces: half a fen rounds up twice, then nothing is left."""
    product = a_product(session, "T", retail_price=5_000)
    receive(session, a_supplier(session, "S9"), [line(product, 4, "0.005")])
    sale = ring_up(session, shift, [line(product, 4)], cash="0.02")
    backs = [take_back(session, shift, sale.number, (1, "1")) for _ in range(4)]
    assert [back.total for back in backs] == [1, 1, 0, 0]
    assert pool(session, product) == (pieces(4), 2)


def test_a_return_is_red_on_its_own_side(session: Session, goods: list[int], shift: int) -> None:
    sale = ring_up(session, shift, [line(goods[0], 2)], cash="59.80")
    back = take_back(session, shift, sale.number, (1, "1"))
    assert legs(session, back.number) == [
        ("100101", -2990, 0), ("5001", 0, -2646), ("22210107", 0, -344),
        ("1405", 600, 0), ("5401", 0, 600),
    ]  # fmt: skip


def test_a_whole_ticket_reversed_and_a_return_reversed_leave_nothing(
    session: Session, goods: list[int], shift: int
) -> None:
    before = balances(session), [pool(session, p) for p in goods]
    sale = ring_up(
        session, shift, [line(goods[0], 3), line(goods[1], 1)], cash="200", order_discount=50
    )
    back = take_back(session, shift, sale.number, (1, "1"))
    with pytest.raises(Refused, match="已有退货"):
        reverse_ticket(session, Reversal(sale.number, "错"), key=new_key())
    reverse_return(session, Reversal(back.number, "错"), key=new_key())
    reverse_ticket(session, Reversal(sale.number, "错"), key=new_key())
    assert (balances(session), [pool(session, p) for p in goods]) == before
    assert expected_cash(session, shift_facts(session, shift)) == fen(200)


def test_a_shift_ends_with_one_voucher_and_what_is_short(
    session: Session, goods: list[int], shift: int
) -> None:
    sale = ring_up(session, shift, [line(goods[0], 1)], cash="100")
    ring_up(session, shift, [line(goods[1], 1)], tenders=(TenderDraft("wechat", 1580),))
    take_back(session, shift, sale.number, (1, "1"))
    ring_up(session, shift, [line(goods[2], 2)], cash="15")
    with pytest.raises(InvalidInput, match="原因"):
        close_shift(session, shift, {10000: 2, 1000: 1})
    closed = close_shift(session, shift, {10000: 2, 1000: 1}, reason="找错")
    assert (closed.expected, closed.counted, closed.over_short) == (fen(215), fen(210), -500)
    assert legs(session, closed.number) == [("100101", 0, 500), ("190101", 500, 0)]
    bound = session.execute(text(
        "SELECT count(*), count(DISTINCT b.voucher_id) FROM voucher_entry b JOIN entry e ON e.id = b.entry_id "
        "WHERE e.kind IN ('pos_sale', 'pos_return', 'shift')"))  # fmt: skip
    assert tuple(bound.one()) == (5, 1)
    with pytest.raises(Refused, match="已交班"):
        ring_up(session, shift, [line(goods[0], 1)], cash="100")


def test_one_open_shift_a_till(session: Session, shift: int) -> None:
    with pytest.raises(Refused, match="没有交班"):
        open_shift(session, "01", 0)


def test_a_cashier_sells_at_the_price_of_the_goods_only(
    new_shop: Callable[..., Database], owner: Actor, dialect: str
) -> None:
    database = new_shop("small", dialect)
    with database.transaction(owner) as session:
        product = a_product(session)
    with database.transaction(actor_with("cashier")) as session:
        shift = open_shift(session, "01", 0)
        ring_up(session, shift, [line(product, 1, "10.00")], cash="10")
        with pytest.raises(Forbidden, match="改价"):
            ring_up(session, shift, [line(product, 1, "1.00")], cash="10")
        with pytest.raises(Forbidden):
            take_back(session, shift, "LS01202611200001", (1, "1"))
