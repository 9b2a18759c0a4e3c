"""Freight spread over the goods it was for: stock bears its share, what was sold is cost of sales (§2.4, T14, T15)."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.settling import open_items
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS, REPORTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.purchase.foreseen import foresee_landed_cost
from jxc_desktop.purchase.landed import ByHand, LandedDraft
from jxc_desktop.purchase.landed_costs import post_landed_cost, reverse_landed_cost
from jxc_desktop.purchase.queries import landed_cost_view, receipt_view
from jxc_desktop.purchase.returns import PurchaseReturnDraft, post_purchase_return
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.reports.report import find_report, run_report
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.returned import ReturnLine
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_customer,
    a_product,
    a_supplier,
    balances,
    deliver,
    fen,
    legs,
    line,
    pieces,
    pool,
    receive,
)

BANK = 2
T14 = (("A", 10, "12.34"), ("B", 3, "45.67"), ("C", 7, "8.90"))


@pytest.fixture(params=["general", "small"])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, taxpayer: str, owner: Actor
) -> Iterator[Session]:
    """A shop of either taxpayer on either database; sound at the end, its cost of sales told by the reports."""
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        found = run_report(session, find_report(REPORTS, "gross_profit"))
        assert (found.totals["cost_amount"] or 0) == balances(session).get("5401", 0)


def land(session: Session, carrier: int, *receipts: str, amount: str, **more: object) -> Posted:
    """Post a cost over receipts, once it was seen that the preview of the voucher is what is booked."""
    draft = LandedDraft(DAY, carrier, receipts, fen(amount), **more)
    told = foresee_landed_cost(session, draft).legs
    posted = post_landed_cost(session, draft, key=new_key())
    assert [(leg.account, leg.debit, leg.credit) for leg in told] == legs(session, posted.number)
    return posted


def t14_goods(session: Session) -> tuple[int, list[int], str]:
    carrier = a_supplier(session, "Y01", invoice="none")
    products = [a_product(session, code) for code, _quantity, _at in T14]
    supplier = a_supplier(session, invoice="none")
    lines = [line(p, q, at) for p, (_code, q, at) in zip(products, T14, strict=True)]
    came = receive(session, supplier, lines, price_includes_tax=True)
    return carrier, products, came.number


def bought(session: Session, *, sold: int) -> tuple[int, int, str]:
    """T15: 100 for 800.00, `sold` of them gone; the carrier, the product, the receipt."""
    supplier, product = a_supplier(session), a_product(session)
    came = receive(session, supplier, [line(product, 100, "8.00")])
    if sold:
        deliver(session, a_customer(session), [line(product, sold, "20.00")])
    return a_supplier(session, "Y01"), product, came.number


def shares(session: Session, number: str) -> list[int]:
    return [each.amount or 0 for each in landed_cost_view(session, number).lines]


@pytest.mark.parametrize(
    ("basis", "wanted"),
    [("amount", ("19.12", "21.23", "9.65")), ("quantity", ("25.00", "7.50", "17.50"))],
)
def test_t14_freight_by_amount_and_by_quantity(
    session: Session, basis: str, wanted: tuple[str, ...]
) -> None:
    carrier, products, came = t14_goods(session)
    posted = land(session, carrier, came, amount="50.00", basis=basis, price_includes_tax=True)
    assert shares(session, posted.number) == [fen(each) for each in wanted]
    worth = [fen("123.40"), fen("137.01"), fen("62.30")]
    assert [pool(session, p)[1] for p in products] == [
        w + fen(more) for w, more in zip(worth, wanted, strict=True)
    ]
    assert legs(session, posted.number) == [("1405", fen("50.00"), 0), ("220201", 0, fen("50.00"))]
    assert posted.number == "CGFT202611200001"


def test_t14_reversed_is_as_if_it_never_was_and_then_nothing_lies_there(session: Session) -> None:
    carrier, products, came = t14_goods(session)
    posted = land(session, carrier, came, amount="50.00", price_includes_tax=True)
    reverse_landed_cost(session, Reversal(posted.number, "记错了"), key=new_key())
    assert [pool(session, p)[1] for p in products] == [fen("123.40"), fen("137.01"), fen("62.30")]
    reverse_receipt(session, Reversal(came, "记错了"), key=new_key())
    assert [pool(session, p) for p in products] == [(0, 0)] * 3
    assert balances(session) == {}


def test_t15_late_freight_is_borne_by_stock_and_by_what_was_sold(
    session: Session, taxpayer: str
) -> None:
    carrier, product, came = bought(session, sold=60)
    more = {"invoice": "special", "price_includes_tax": False, "tax_rate": 900}
    amount = "60.00" if taxpayer == "general" else "55.05"
    posted = land(session, carrier, came, amount=amount, **more)
    assert pool(session, product) == (pieces(40), fen("344.00"))
    gross, tax = ("65.40", "5.40") if taxpayer == "general" else ("60.00", "0")
    assert legs(session, posted.number) == [
        row
        for row in (
            ("1405", fen("24.00"), 0),
            ("5401", fen("36.00"), 0),
            ("22210101", fen(tax), 0),
            ("220201", 0, fen(gross)),
        )
        if row[1] or row[2]
    ]
    [owed] = open_items(session, "220201", carrier)
    assert owed.number == posted.number


def test_t15_as_an_expense_leaves_the_goods_as_they_are(session: Session) -> None:
    change_setting(session, "landed_costs", "expense")
    carrier, product, came = bought(session, sold=60)
    paid = (Payment(BANK, fen("60.00")),)
    more = {"invoice": "ordinary", "price_includes_tax": True, "payments": paid}
    posted = land(session, carrier, came, amount="60.00", **more)
    assert pool(session, product) == (pieces(40), fen("320.00"))
    assert legs(session, posted.number) == [("5601", fen("60.00"), 0), ("1002", 0, fen("60.00"))]
    assert shares(session, posted.number) == [fen("60.00")]
    capitalised = land(session, carrier, came, amount="60.00", policy="capitalise", **more)
    assert ("1405", fen("24.00"), 0) in legs(session, capitalised.number)


def test_by_weight_and_volume_of_the_product_cards(session: Session) -> None:
    carrier, products, came = t14_goods(session)
    with pytest.raises(Refused, match="商品A 没有写毛重"):
        land(session, carrier, came, amount="50.00", basis="weight")
    for product, (weight, volume) in zip(products, ((2, 1), (5, 1), (1, 3)), strict=True):
        found = session.get(Product, product)
        assert found is not None
        found.weight, found.volume = weight * 10_000, volume * 1000
    session.flush()
    more = {"price_includes_tax": True}
    heavy = land(session, carrier, came, amount="42.00", basis="weight", **more)
    assert shares(session, heavy.number) == [fen("20.00"), fen("15.00"), fen("7.00")]
    bulky = land(session, carrier, came, amount="34.00", basis="volume", **more)
    assert shares(session, bulky.number) == [fen("10.00"), fen("3.00"), fen("21.00")]


def test_by_hand_must_come_to_the_cost(session: Session) -> None:
    carrier, products, came = t14_goods(session)
    more = {"basis": "hand", "price_includes_tax": True}
    told = (ByHand(1, fen("30.00")), ByHand(3, fen("19.99")))
    with pytest.raises(InvalidInput, match=r"各行一共分摊了 49\.99，费用是 50\.00"):
        land(session, carrier, came, amount="50.00", shares=told, **more)
    told = (ByHand(1, fen("30.00")), ByHand(3, fen("20.00")))
    posted = land(session, carrier, came, amount="50.00", shares=told, **more)
    assert shares(session, posted.number) == [fen("30.00"), 0, fen("20.00")]
    assert pool(session, products[1])[1] == fen("137.01")


def test_one_cost_over_several_receipts_and_a_second_on_the_same(session: Session) -> None:
    supplier, product = a_supplier(session, invoice="none"), a_product(session)
    first = receive(session, supplier, [line(product, 10, "10.00")]).number
    second = receive(session, supplier, [line(product, 30, "10.00")]).number
    deliver(session, a_customer(session), [line(product, 30, "20.00")])
    more = {"basis": "quantity", "price_includes_tax": True}
    posted = land(session, supplier, first, second, amount="40.00", **more)
    # Ten of forty lie there: a quarter of the whole, whichever receipt they are of.
    assert legs(session, posted.number)[:2] == [
        ("1405", fen("10.00"), 0),
        ("5401", fen("30.00"), 0),
    ]
    land(session, supplier, first, amount="7.00", **more)
    assert next(each.number for each in receipt_view(session, first).followers) == posted.number
    assert len(receipt_view(session, first).followers) == 2


def test_goods_that_went_back_bear_nothing(session: Session) -> None:
    carrier, products, came = t14_goods(session)
    supplier = receipt_view(session, came).partner_id
    back = (ReturnLine(1, pieces(4)), ReturnLine(2, pieces(3)))
    draft = PurchaseReturnDraft(DAY, supplier, MAIN, came, back)
    gone = post_purchase_return(session, draft, key=new_key())
    posted = land(session, carrier, came, amount="13.00", basis="quantity", price_includes_tax=True)
    assert shares(session, posted.number) == [fen("6.00"), fen("7.00")]
    assert pool(session, products[0])[1] == fen("74.04") + fen("6.00")
    assert gone.number
    rest = (ReturnLine(1, pieces(6)), ReturnLine(3, pieces(7)))
    post_purchase_return(
        session, PurchaseReturnDraft(DAY, supplier, MAIN, came, rest), key=new_key()
    )
    assert [pool(session, p) for p in products] == [(0, 0)] * 3
    assert balances(session)["5401"] == fen("13.00")
    with pytest.raises(Refused, match="没有还能分摊的货"):
        land(session, carrier, came, amount="1.00")
    reverse_landed_cost(session, Reversal(posted.number, "不对"), key=new_key())
    assert "5401" not in balances(session)


def test_a_receipt_that_bears_a_cost_is_not_taken_back(session: Session) -> None:
    carrier, _product, came = bought(session, sold=0)
    posted = land(session, carrier, came, amount="60.00")
    with pytest.raises(Refused, match=f"已有后续的 {posted.number}"):
        reverse_receipt(session, Reversal(came, "记错了"), key=new_key())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"amount": "0"}, "amount"),
        ({"basis": "colour"}, "basis"),
        ({"policy": "never"}, "policy"),
        ({"invoice": "pending"}, "invoice"),
        ({"tax_rate": 1234}, "tax_rate"),
        ({"shares": (ByHand(1, 1),)}, "lines"),
        ({"shares": (ByHand(9, 1),), "basis": "hand"}, "lines"),
        ({"shares": (ByHand(1, 1), ByHand(1, 1)), "basis": "hand"}, "lines[1].from_line"),
        ({"shares": (ByHand(1, -1),), "basis": "hand"}, "lines[0].amount"),
        ({"payments": (Payment(BANK, fen("99.99")),)}, "payments"),
    ],
)
def test_what_cannot_be_spread_says_where(
    session: Session, change: dict[str, object], field: str
) -> None:
    carrier, _product, came = bought(session, sold=0)
    with pytest.raises(UserError) as caught:
        land(session, carrier, came, **{"amount": "60.00", **change})  # type: ignore[arg-type]
    assert caught.value.field == field


def test_receipts_are_named_once_and_came_before(session: Session) -> None:
    carrier, product, came = bought(session, sold=0)
    with pytest.raises(InvalidInput, match="写了两次"):
        land(session, carrier, came, came, amount="60.00")
    with pytest.raises(InvalidInput, match="没有选采购入库单"):
        land(session, carrier, amount="60.00")
    later = receive(session, carrier, [line(product, 1, "8.00")], day=DAY.replace(day=DAY.day + 1))
    with pytest.raises(InvalidInput, match="费用日期不能更早"):
        land(session, carrier, later.number, amount="60.00")


def test_as_data_with_its_twin_in_the_recorder(session: Session) -> None:
    carrier, _product, came = bought(session, sold=60)
    assert carrier
    sent = {
        "key": "f-1", "type": "landed_cost", "day": DAY.isoformat(), "partner": "Y01", "from": came,
        "amount": "60.00", "basis": "quantity", "price_includes_tax": True, "tax_rate": "0.09",
        "payments": [{"account": "bank", "amount": "20.00"}], "remark": "到付",
    }  # fmt: skip
    posted = post_document(session, sent)
    assert posted.total == fen("60.00")
    told = as_data(session, posted.kind, posted.number)
    again = post_document(session, {**told, "key": "f-2"})
    assert legs(session, again.number) == legs(session, posted.number)
    assert shares(session, again.number) == shares(session, posted.number)
    hand = {
        "key": "f-3", "type": "landed_cost", "from": [came], "amount": "5.00", "invoice": "none",
        "price_includes_tax": True, "lines": [{"product": "A", "amount": "5.00"}],
    }  # fmt: skip
    by_hand = post_document(session, hand)
    view = landed_cost_view(session, by_hand.number)
    assert (view.basis, view.partner) == ("hand", "S01")
    told = as_data(session, by_hand.kind, by_hand.number)
    again = post_document(session, {**told, "key": "f-4"})
    assert legs(session, again.number) == legs(session, by_hand.number)


def test_the_report_tells_where_each_share_went(session: Session) -> None:
    carrier, _product, came = bought(session, sold=60)
    more = {"price_includes_tax": True, "invoice": "none"}
    goods = land(session, carrier, came, amount="60.00", **more)
    land(session, carrier, came, amount="7.00", policy="expense", **more)
    gone = land(session, carrier, came, amount="5.00", **more)
    reverse_landed_cost(session, Reversal(gone.number, "记错了"), key=new_key())
    found = run_report(session, find_report(REPORTS, "landed_cost_detail"))
    names = [column.id for column in found.columns]
    rows = [dict(zip(names, row.cells, strict=True)) for row in found.data]
    for firm, many in (("Y01", 4), ("S01", 0)):
        of_firm = run_report(
            session, find_report(REPORTS, "landed_cost_detail"), filters={"supplier": firm}
        )
        assert len(of_firm.data) == many
    told = ("receipt", "basis", "amount", "to_stock", "cost_of_sales", "expense")
    assert [tuple(row[name] for name in told) for row in rows if row["number"] == goods.number] == [
        (came, "按金额", fen("60.00"), fen("24.00"), fen("36.00"), 0)
    ]
    assert [found.totals[name] for name in told[2:]] == [
        fen("67.00"), fen("24.00"), fen("36.00"), fen("7.00"),
    ]  # fmt: skip
