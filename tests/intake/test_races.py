"""Two people at once, on PostgreSQL: what one of them did is what the other finds."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from jxc_desktop.cash.services import CashItemDraft, save_cash_item
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Refused
from jxc_desktop.intake.documents import post_document
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.attachments import Subject, attach
from jxc_desktop.shop.keys import Posted
from jxc_desktop.shop.settings import change_setting
from tests.racing import at_once, between, broken_rules
from tests.shopkeeping import (
    DAY,
    a_customer,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    receive,
    ring_up,
    take_back,
)

pytestmark = pytest.mark.pg
SALES, PURCHASE, POS = (
    "jxc_desktop.sales.returns:move_goods",
    "jxc_desktop.purchase.returns:move_goods",
    "jxc_desktop.pos.services:move_goods",
)
CASH = [{"account": "cash", "amount": "50.00"}]


def document(kind: str, key: str, **more: object) -> Callable[[Any], Posted]:
    data = {"key": key, "type": kind, "day": DAY.isoformat(), **more}
    return lambda session: post_document(session, data)


def back(kind: str, key: str, original: str, quantity: str, **more: object) -> Any:
    partner = "S01" if kind.startswith("purchase") else "C01"
    lines = [{"from_line": 1, "product": "A", "quantity": quantity}]
    return document(
        kind, key, partner=partner, lines=lines, reason="换货", **{"from": original}, **more
    )


def reversal(number: str) -> Any:
    return document("reversal", f"r-{number}", number=number, reason="换货")


def one_of(answers: list[Any]) -> None:
    """Exactly one went through, the other was told why not."""
    assert sorted(isinstance(answer, Refused) for answer in answers) == [False, True], answers
    assert sum(isinstance(answer, Posted) for answer in answers) == 1


class Corner:
    """A shop on PostgreSQL that bought 100 and delivered 10 on credit and 5 for cash."""

    def __init__(self, database: Database, owner: Actor) -> None:
        self.database, self.owner = database, owner
        with database.transaction(owner) as session:
            self.product = a_product(session)
            self.customer = a_customer(session)
            supplier = a_supplier(session)
            self.receipt = receive(session, supplier, [line(self.product, 100, "6.00")]).number
            self.delivery = deliver(session, self.customer, [line(self.product, 10, "10")]).number
            goods = [{"product": "A", "quantity": "5", "price": "10"}]
            self.paid = document(
                "sales_delivery", "p", partner="C01", lines=goods, payments=CASH
            )(session).number  # fmt: skip

    def at_once(self, place: str, one: Any, two: Any, **more: int) -> list[Any]:
        return at_once(self.database, self.owner, place, one, two, **more)

    def between(self, place: str, one: Any, two: Any) -> list[Any]:
        return between(self.database, self.owner, place, one, two)

    def sound(self) -> bool:
        problems = broken_rules(self.database, self.owner)
        assert problems == []
        return True


@pytest.fixture
def corner(new_shop: Callable[..., Database], owner: Actor) -> Corner:
    return Corner(new_shop("general", "postgresql"), owner)


def test_the_same_goods_of_a_delivery_come_back_once(corner: Corner) -> None:
    one, two = (back("sales_return", key, corner.delivery, "10") for key in "ab")
    one_of(corner.at_once(SALES, one, two))
    assert corner.sound()


def test_the_same_money_is_paid_back_once(corner: Corner) -> None:
    one, two = (back("sales_return", key, corner.paid, "5", payments=CASH) for key in "ab")
    one_of(corner.at_once(SALES, one, two))
    assert corner.sound()


def test_the_same_goods_are_sent_back_once(corner: Corner) -> None:
    one, two = (back("purchase_return", key, corner.receipt, "80") for key in "ab")
    one_of(corner.at_once(PURCHASE, one, two))
    assert corner.sound()


def tills(corner: Corner) -> tuple[int, int, str]:
    """Two tills with a shift each, and a ticket of two pieces."""
    with corner.database.transaction(corner.owner) as session:
        session.execute(text("INSERT INTO till (code, name, warehouse_id) VALUES ('02', '02', 1)"))
        first, second = open_shift(session, "01", fen(200)), open_shift(session, "02", fen(200))
        return first, second, ring_up(session, first, [line(corner.product, 2)], cash="20").number


def test_two_tills_take_the_same_goods_back_once(corner: Corner) -> None:
    first, second, ticket = tills(corner)
    one, two = (lambda s, at=at: take_back(s, at, ticket, (1, "2")) for at in (first, second))
    one_of(corner.at_once(POS, one, two))
    assert corner.sound()


@pytest.mark.parametrize("paid", [False, True], ids=["on credit", "paid"])
def test_a_delivery_is_not_reversed_while_its_goods_come_back(corner: Corner, paid: bool) -> None:
    number = corner.paid if paid else corner.delivery
    more: dict[str, object] = {"payments": CASH} if paid else {}
    returned = back("sales_return", "a", number, "5", **more)
    one_of(corner.between(SALES, returned, reversal(number)))
    assert corner.sound()


def test_goods_do_not_come_back_while_their_delivery_is_reversed(corner: Corner) -> None:
    returned = back("sales_return", "a", corner.paid, "5", payments=CASH)
    place = "jxc_desktop.stock.papers:mirror_goods"
    one_of(corner.between(place, reversal(corner.paid), returned))
    assert corner.sound()


def test_a_receipt_is_not_reversed_while_its_goods_go_back(corner: Corner) -> None:
    returned = back("purchase_return", "a", corner.receipt, "80")
    one_of(corner.between(PURCHASE, returned, reversal(corner.receipt)))
    assert corner.sound()


def test_a_ticket_is_not_reversed_while_its_goods_come_back(corner: Corner) -> None:
    _first, second, ticket = tills(corner)
    returned = lambda session: take_back(session, second, ticket, (1, "1"))  # noqa: E731
    one_of(corner.between(POS, returned, reversal(ticket)))
    assert corner.sound()


def test_an_invoice_is_not_reversed_while_its_receipt_is_allowed_for(corner: Corner) -> None:
    goods = [{"product": "A", "quantity": "10", "price": "6"}]
    with corner.database.transaction(corner.owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
        receipt = document("goods_receipt", "e", partner="S01", lines=goods, invoice="pending")(
            session
        )
        bill = {"from": receipt.number, "invoice_number": "12345678"}
        invoice = document("purchase_invoice", "i", **bill)(session)
    lines = [{"from_line": 1, "amount": "5.00"}]
    allowed = document("purchase_allowance", "w", lines=lines, **{"from": receipt.number})
    place = "jxc_desktop.purchase.allowances:move_goods"
    one_of(corner.between(place, allowed, reversal(invoice.number)))
    assert corner.sound()


def test_a_return_and_a_reversal_of_one_ticket_never_wait_for_each_other(corner: Corner) -> None:
    first, _second, ticket = tills(corner)
    returned = lambda session: take_back(session, first, ticket, (1, "1"))  # noqa: E731
    one_of(corner.between("jxc_desktop.pos.exchange:original_header", returned, reversal(ticket)))
    assert corner.sound()


def test_two_sales_at_once_do_not_share_the_same_credit(corner: Corner) -> None:
    with corner.database.transaction(corner.owner) as session:
        a_customer(session, "C9", credit_limit=fen(50))
        save_rule(session, RuleDraft("sales_delivery", "over_credit", role="owner"))
    goods = [{"product": "A", "quantity": "3", "price": "10"}]
    one, two = (document("sales_delivery", key, partner="C9", lines=goods) for key in "ab")
    answers = corner.at_once("jxc_desktop.sales.services:move_goods", one, two)
    assert sorted(answer.pending for answer in answers) == [False, True]
    assert corner.sound()


def test_two_attach_the_same_file_at_once(corner: Corner) -> None:
    def attaching(kind: str, number: str) -> Callable[[Any], int]:
        return lambda session: attach(session, Subject(kind, number), "a.pdf", b"same")

    one, two = attaching("sales_delivery", corner.delivery), attaching("goods_receipt", corner.receipt)  # fmt: skip
    answers = corner.at_once("jxc_desktop.shop.attachments:clock_of", one, two)
    assert all(isinstance(answer, int) for answer in answers), answers
    assert corner.sound()


def test_two_new_purposes_at_once_get_two_codes(corner: Corner) -> None:
    items = (CashItemDraft("茶水", False, "5602"), CashItemDraft("花木", False, "5602"))
    one, two = (lambda session, item=item: save_cash_item(session, item) for item in items)
    answers = corner.at_once("jxc_desktop.cash.services.purses:record", one, two)
    assert len({*answers}) == 2
    with corner.database.reading(corner.owner) as session:
        codes = session.execute(text("SELECT code FROM cash_item WHERE name IN ('茶水', '花木')"))
        assert len({*codes.scalars()}) == 2


def given_out(key: str, source: str, number: str) -> Any:
    return document("sales_invoice", key, invoice_number=number, **{"from": source})


def test_a_sale_is_invoiced_once(corner: Corner) -> None:
    place = "jxc_desktop.sales.invoices:register"
    one, two = (given_out(key, corner.delivery, key) for key in "ab")
    one_of(corner.at_once(place, one, two))
    assert corner.sound()


def test_an_invoice_number_is_registered_once(corner: Corner) -> None:
    place = "jxc_desktop.sales.invoices:register"
    one, two = given_out("a", corner.delivery, "8888"), given_out("b", corner.paid, "8888")
    one_of(corner.at_once(place, one, two))
    assert corner.sound()


def test_a_delivery_is_not_reversed_while_it_is_invoiced(corner: Corner) -> None:
    place = "jxc_desktop.sales.invoices:register"
    one = given_out("a", corner.delivery, "8888")
    one_of(corner.between(place, one, reversal(corner.delivery)))
    assert corner.sound()
