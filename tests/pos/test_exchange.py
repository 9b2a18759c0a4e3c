"""换货: goods of an earlier ticket come back while others go out, on one ticket with one payment."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.queries import shift_view, ticket_view
from jxc_desktop.pos.queries.tickets import returned_quantities
from jxc_desktop.pos.services import reverse_ticket
from jxc_desktop.pos.shifts import close_shift, expected_cash, open_shift, shift_facts
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.shopkeeping import (
    a_product,
    a_supplier,
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
    """A at 29.90 and B at 15.80, ten of each: A at 6.00, B at 4.00 without tax."""
    supplier = a_supplier(session)
    made = [
        a_product(session, "A", retail_price=29_900_000),
        a_product(session, "B", retail_price=15_800_000),
    ]
    for product, cost in zip(made, (6, 4), strict=True):
        receive(session, supplier, [line(product, 10, cost, tax_rate=0)], invoice="special")
    return made


@pytest.fixture
def shift(session: Session) -> int:
    return open_shift(session, "01", fen(200))


def exchange(
    session: Session, shift: int, original: str, back: tuple[int, str], *new, **more
) -> Posted:
    came = (ReturnLine(back[0], pieces(back[1])),)
    more.setdefault("tenders", ())
    tenders = tuple(TenderDraft(way, amount) for way, amount in more.pop("tenders"))
    return ring_up(
        session, shift, new, tenders=tenders or _NONE, original=original, back=came, **more
    )


class _Nothing(tuple):
    """No tenders at all; `ring_up` takes an empty tuple for cash."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True


_NONE = _Nothing()


def problems(session: Session) -> list[str]:
    return [problem for each in INVARIANTS for problem in each.check(session)]


def test_the_customer_pays_the_difference_and_all_is_at_its_own_price_and_cost(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    sold = ring_up(session, shift, [line(b, 2)], order_discount=160, cash="30")  # 15.00 each
    receive(session, a_supplier(session, "S2"), [line(b, 8, 8, tax_rate=0)], invoice="special")
    before = pool(session, b)
    swap = exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", 2000)])
    assert swap.total == fen("14.90")
    assert swap.number.startswith("LS01")
    # 29.90 with 3.44 tax is new; half of 30.00 with 3.45 tax came back, B at the 4.00 it left with.
    assert legs(session, swap.number) == [
        ("100101", 1490, 0), ("5001", 0, 2646), ("22210107", 0, 344), ("5401", 600, 0), ("1405", 0, 600),
        ("5001", 0, -1328), ("22210107", 0, -172), ("1405", 400, 0), ("5401", 0, 400),
    ]  # fmt: skip
    assert pool(session, b) == (before[0] + pieces(1), before[1] + 400)
    view = ticket_view(session, swap.number)
    assert view.returns == sold.number
    assert [(x.product, x.quantity, x.gross) for x in view.lines] == [
        ("A", pieces(1), 2990), ("B", -pieces(1), -1500),
    ]  # fmt: skip
    assert view.exchanged == view.lines[1:]
    assert view.change_given == 510
    assert problems(session) == []


def test_the_customer_gets_money_back_or_nothing_changes_hands(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    sold = ring_up(session, shift, [line(a, 3)], cash="100")
    cheaper = exchange(session, shift, sold.number, (1, "1"), line(b, 1))
    assert cheaper.total == -fen("14.10")
    assert legs(session, cheaper.number)[0] == ("100101", -1410, 0)
    by_phone = exchange(session, shift, sold.number, (1, "1"), line(b, 1),
                        tenders=[("wechat", -1410)])  # fmt: skip
    assert legs(session, by_phone.number)[0] == ("101201", -1410, 0)
    even = exchange(session, shift, sold.number, (1, "1"), line(a, 1))
    assert even.total == 0
    assert expected_cash(session, shift_facts(session, shift)) == fen("200") + 8970 - 1410
    assert problems(session) == []


def test_a_wrong_refund_is_refused_with_the_right_one(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    sold = ring_up(session, shift, [line(a, 1)], cash="100")
    for tenders, words in (
        ([("cash", -1400)], r"应退 14\.10"),
        ([("cash", 1410)], "写成负数"),
        ([("stored_value", -1410)], "储值"),
        ([("shell", -1410)], "shell"),
    ):
        with pytest.raises(UserError, match=words):
            exchange(session, shift, sold.number, (1, "1"), line(b, 1), tenders=tenders)
    with pytest.raises(Refused, match=r"还差 29\.90"):
        exchange(session, shift, sold.number, (1, "1"), line(a, 2))
    assert returned_quantities(session, 1) == {}


def test_never_more_comes_back_than_was_sold_by_whichever_way(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    sold = ring_up(session, shift, [line(b, 3, "10.0001")], cash="100")
    exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", fen(50))])
    take_back(session, shift, sold.number, (1, "1"))
    with pytest.raises(Refused, match="最多还能退 1"):
        exchange(session, shift, sold.number, (1, "2"), line(a, 1), tenders=[("cash", fen(50))])
    with pytest.raises(Refused, match="已有退货"):
        reverse_ticket(session, Reversal(sold.number, "打错"), key=new_key())
    exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", fen(50))])
    gone = session.execute(
        text("SELECT sum(x) FROM (SELECT total AS x FROM pos_return UNION ALL "
             "SELECT back_total FROM pos_sale) y")
    ).scalar_one()  # fmt: skip
    assert gone == sold.total == fen("30")
    assert problems(session) == []


def test_an_exchange_taken_back_leaves_nothing_and_what_it_gave_can_come_back(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    before = [pool(session, product) for product in goods]
    sold = ring_up(session, shift, [line(b, 1)], cash="20")
    after = [pool(session, product) for product in goods]
    swap = exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", 2000)])
    red = reverse_ticket(session, Reversal(swap.number, "换错了"), key=new_key())
    assert red.total == -swap.total
    assert [pool(session, product) for product in goods] == after
    again = exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", 2000)])
    back = take_back(session, shift, again.number, (1, "1"))
    assert back.total == fen("29.90")
    with pytest.raises(Refused, match="最多还能退"):
        take_back(session, shift, again.number, (2, "1"))
    with pytest.raises(Refused, match="已有退货"):
        reverse_ticket(session, Reversal(again.number, "换错了"), key=new_key())
    assert [pool(session, product) for product in goods] == before
    assert problems(session) == []


def test_a_shift_counts_an_exchange_as_a_sale_and_a_return(
    session: Session, goods: list[int], shift: int
) -> None:
    a, b = goods
    sold = ring_up(session, shift, [line(b, 1)], cash="20")
    exchange(session, shift, sold.number, (1, "1"), line(a, 1), tenders=[("cash", 2000)])
    undone = exchange(session, shift, sold.number.replace("0001", "0002"), (1, "1"), line(b, 1))
    reverse_ticket(session, Reversal(undone.number, "不换了"), key=new_key())
    view = shift_view(session, shift)
    assert (view.sales, view.sales_amount) == (2, 1580 + 2990)
    assert (view.returns, view.returns_amount) == (1, 1580)
    assert view.expected == fen(200) + 2990
    close_shift(session, shift, {10000: 2, 2000: 1, 500: 1, 100: 4, 50: 1}, reason="少 4 角")
    assert problems(session) == []


def test_only_who_may_take_goods_back_may_exchange_them(
    new_shop: Callable[..., Database], owner: Actor
) -> None:
    database = new_shop("general")
    with database.transaction(owner) as session:
        product = a_product(session, "A", retail_price=10_000_000)
        shift = open_shift(session, "01", 0)
        sold = ring_up(session, shift, [line(product, 1)], cash="10")
    cashier = actor_with("cashier")
    assert not cashier.may("pos_return.post")
    with database.transaction(cashier) as session, pytest.raises(Forbidden):
        exchange(session, shift, sold.number, (1, "1"), line(product, 1))


def test_what_only_comes_back_is_a_return(session: Session, goods: list[int], shift: int) -> None:
    sold = ring_up(session, shift, [line(goods[0], 1)], cash="30")
    with pytest.raises(InvalidInput, match="只退不买"):
        exchange(session, shift, sold.number, (1, "1"))
