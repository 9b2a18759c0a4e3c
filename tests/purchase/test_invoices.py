"""Invoices that come after the goods: estimates, 单到冲回, three-way match, and everything taken back again."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.settling import open_items
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.purchase.bills import PurchaseInvoiceDraft
from jxc_desktop.purchase.foreseen import foresee_invoice
from jxc_desktop.purchase.invoiced import InvoiceLine
from jxc_desktop.purchase.invoices import post_purchase_invoice, reverse_purchase_invoice
from jxc_desktop.purchase.queries import purchase_invoice_view, unbilled_of
from jxc_desktop.purchase.returns import (
    PurchaseReturnDraft,
    post_purchase_return,
    reverse_purchase_return,
)
from jxc_desktop.purchase.services import reverse_receipt
from jxc_desktop.purchase.typed_invoice import TypedBill, invoice_draft, waiting_lines
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
    price,
    receive,
)

BANK = 2


@pytest.fixture(params=["general", "small"])
def taxpayer(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def session(
    new_shop: Callable[..., Database], dialect: str, taxpayer: str, owner: Actor
) -> Iterator[Session]:
    """A shop that keeps invoices, of either taxpayer, on either database; sound at the end."""
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
        yield session
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def bill(
    session: Session, supplier: int, *receipts: str, number: str = "24312000", **more: object
) -> Posted:
    draft = PurchaseInvoiceDraft(DAY, supplier, number, receipts, **more)
    told = foresee_invoice(session, draft).legs
    posted = post_purchase_invoice(session, draft, key=new_key())
    assert [(leg.account, leg.debit, leg.credit) for leg in told] == legs(session, posted.number)
    return posted


def send_back(session: Session, supplier: int, receipt: str, quantity: str | int) -> Posted:
    draft = PurchaseReturnDraft(DAY, supplier, MAIN, receipt, (ReturnLine(1, pieces(quantity)),))
    return post_purchase_return(session, draft, key=new_key())


def stock(
    session: Session, quantity: str | int, at: str, sold: str | int = 0, **more: object
) -> tuple[int, int, Posted]:
    """A supplier, a product received without its invoice, some of it sold; the receipt."""
    supplier, product = a_supplier(session), a_product(session)
    came = receive(session, supplier, [line(product, quantity, at, **more)])
    if sold:
        deliver(session, a_customer(session), [line(product, sold, "20.00")])
    return supplier, product, came


def test_goods_without_an_invoice_are_an_estimate_at_net(session: Session, taxpayer: str) -> None:
    _supplier, product, came = stock(session, 100, "8.00", tax_rate=1300)
    # Small taxpayers type 8.00 with tax in it, and all of it is cost.
    assert legs(session, came.number) == [
        ("1405", fen("800.00"), 0), ("220202", 0, fen("800.00")),
    ]  # fmt: skip
    assert pool(session, product) == (pieces(100), fen("800.00"))
    assert came.total == (fen("904.00") if taxpayer == "general" else fen("800.00"))


def test_t16_estimate_then_invoice(session: Session, taxpayer: str) -> None:
    supplier, product, came = stock(session, 100, "8.00", 60, tax_rate=1300)
    billed = bill(
        session, supplier, came.number,
        lines=(InvoiceLine(came.number, 1, price=price("8.50")),),
    )  # fmt: skip
    red = [("1405", -fen("800.00"), 0), ("220202", 0, -fen("800.00"))]
    blue = [("1405", fen("820.00"), 0), ("5401", fen("30.00"), 0)]
    if taxpayer == "general":
        due = [("22210101", fen("110.50"), 0), ("220201", 0, fen("960.50"))]
    else:
        due = [("220201", 0, fen("850.00"))]
    assert legs(session, billed.number) == [*red, *blue, *due]
    assert pool(session, product) == (pieces(40), fen("340.00"))
    assert balances(session).get("220202") is None
    assert billed.number == "CGFP202611200001"
    assert billed.total == (fen("960.50") if taxpayer == "general" else fen("850.00"))


def test_an_invoice_at_the_receipt_s_price_moves_no_value(session: Session) -> None:
    supplier, product, came = stock(session, 3, "3.3333", 1)
    before = pool(session, product)
    billed = bill(session, supplier, came.number)
    assert pool(session, product) == before
    assert billed.total == came.total
    assert "5401" not in [account for account, *_ in legs(session, billed.number)]
    [row] = purchase_invoice_view(session, billed.number).lines
    assert (row.same, row.difference) == (True, 0)


def test_a_dearer_invoice_after_all_was_sold_is_cost_of_sales_alone(session: Session) -> None:
    supplier, product, came = stock(session, 50, "6.00", 50)
    lines = (InvoiceLine(came.number, 1, price=price("5.50")),)
    billed = bill(session, supplier, came.number, lines=lines)
    assert pool(session, product) == (0, 0)
    assert ("5401", 0, fen("25.00")) in legs(session, billed.number)


def test_an_ordinary_invoice_is_all_cost(session: Session, taxpayer: str) -> None:
    supplier, product, came = stock(session, 10, "10.00", tax_rate=1300)
    billed = bill(session, supplier, came.number, invoice="ordinary")
    gross = fen("113.00") if taxpayer == "general" else fen("100.00")
    assert pool(session, product) == (pieces(10), gross)
    assert balances(session) == {"1405": gross, "220201": -gross}
    assert billed.total == gross


def test_goods_are_invoiced_in_parts_and_the_last_takes_the_last_fen(session: Session) -> None:
    supplier, product, came = stock(session, 3, "3.3333")
    totals = [
        bill(
            session, supplier, number=f"F{part}",
            lines=(InvoiceLine(came.number, 1, pieces(1)),),
        ).total
        for part in range(2)
    ]  # fmt: skip
    [left] = unbilled_of(session, came.number)
    assert left.left == pieces(1)
    totals.append(bill(session, supplier, came.number, number="F3").total)
    assert sum(totals) == came.total
    assert balances(session).get("220202") is None
    assert unbilled_of(session, came.number) == []
    with pytest.raises(Refused, match="发票都录过了"):
        bill(session, supplier, came.number, number="F4")
    with pytest.raises(Refused, match="第 1 行：CGRK202611200001 第 1 行只剩 0 个 没开票"):
        bill(session, supplier, number="F4", lines=(InvoiceLine(came.number, 1, pieces(1)),))
    assert pool(session, product)[0] == pieces(3)


def test_one_invoice_covers_several_receipts(session: Session) -> None:
    supplier, product, first = stock(session, 10, "6.00")
    second = receive(session, supplier, [line(product, 5, "6.20")])
    billed = bill(session, supplier, first.number, second.number)
    view = purchase_invoice_view(session, billed.number)
    assert [(each.receipt, each.quantity) for each in view.lines] == [
        (first.number, pieces(10)), (second.number, pieces(5)),
    ]  # fmt: skip
    assert view.total == first.total + second.total
    assert balances(session).get("220202") is None


def test_services_that_were_estimated_take_the_difference_as_expense(session: Session) -> None:
    supplier = a_supplier(session)
    carriage = a_product(session, "F", track_stock=False)
    came = receive(session, supplier, [line(carriage, 1, "50.00", tax_rate=0)])
    bill(session, supplier, lines=(InvoiceLine(came.number, 1, price=price(58)),))
    assert balances(session) == {"5601": fen(58), "220201": -fen(58)}


def test_an_invoice_taken_back_leaves_the_estimate_as_it_was(session: Session) -> None:
    supplier, product, came = stock(session, 100, "8.00", 60, tax_rate=1300)
    before, there = balances(session), pool(session, product)
    lines = (InvoiceLine(came.number, 1, price=price("8.50")),)
    billed = bill(session, supplier, came.number, lines=lines)
    reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())
    assert (balances(session), pool(session, product)) == (before, there)
    again = bill(session, supplier, came.number, lines=lines)  # the same number may come again
    assert again.total == billed.total


def test_an_invoice_taken_back_after_the_rest_was_sold_leaves_no_value_without_goods(
    session: Session,
) -> None:
    supplier, product, came = stock(session, 100, "8.00", 60)
    lines = (InvoiceLine(came.number, 1, price=price("8.50")),)
    billed = bill(session, supplier, came.number, lines=lines)
    deliver(session, a_customer(session, "C02"), [line(product, 40, "20.00")])
    reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())
    assert pool(session, product) == (0, 0)
    assert balances(session)["5401"] == fen("800.00")


def test_what_was_paid_when_the_goods_came_settles_their_invoice(session: Session) -> None:
    supplier, product = a_supplier(session), a_product(session)
    paid = (Payment(BANK, fen("30.00")),)
    came = receive(session, supplier, [line(product, 10, "6.00", tax_rate=0)], payments=paid)
    assert balances(session) == {
        "1405": fen(60), "220202": -fen(60), "220201": fen(30), "1002": -fen(30),
    }  # fmt: skip
    billed = bill(session, supplier, came.number)
    assert [(i.number, i.amount) for i in open_items(session, "220201", supplier)] == [
        (billed.number, fen(30))
    ]


def test_goods_sent_back_before_their_invoice_take_their_estimate_along(session: Session) -> None:
    supplier, product, came = stock(session, 10, "10.00", tax_rate=1300)
    back = send_back(session, supplier, came.number, 4)
    assert legs(session, back.number) == [
        ("220202", fen("40.00"), 0), ("1405", 0, fen("40.00")),
    ]  # fmt: skip
    billed = bill(session, supplier, came.number)
    [row] = purchase_invoice_view(session, billed.number).lines
    assert row.quantity == pieces(6)
    assert balances(session).get("220202") is None
    assert pool(session, product) == (pieces(6), fen("60.00"))


def test_goods_sent_back_after_their_invoice_are_worth_what_it_said(
    session: Session, taxpayer: str
) -> None:
    supplier, product, came = stock(session, 10, "10.00", tax_rate=1300)
    lines = (InvoiceLine(came.number, 1, price=price("11.00")),)
    bill(session, supplier, came.number, lines=lines)
    back = send_back(session, supplier, came.number, 4)
    if taxpayer == "general":
        assert legs(session, back.number) == [
            ("220201", fen("49.72"), 0), ("22210109", 0, fen("5.72")), ("1405", 0, fen("44.00")),
        ]  # fmt: skip
    else:
        assert legs(session, back.number) == [
            ("220201", fen("44.00"), 0), ("1405", 0, fen("44.00")),
        ]  # fmt: skip
    assert pool(session, product) == (pieces(6), fen("66.00"))
    send_back(session, supplier, came.number, 6)
    left = {a: v for a, v in balances(session).items() if not a.startswith("2221")}
    assert left == {}


def test_goods_half_invoiced_go_back_one_half_at_a_time(session: Session) -> None:
    supplier, _product, came = stock(session, 10, "10.00")
    bill(session, supplier, lines=(InvoiceLine(came.number, 1, pieces(4)),))
    with pytest.raises(Refused, match="第 1 行还有 6 个 没开票"):
        send_back(session, supplier, came.number, 8)
    send_back(session, supplier, came.number, 6)
    send_back(session, supplier, came.number, 2)


def test_a_return_and_its_receipt_are_taken_back_in_turn(session: Session) -> None:
    supplier, product, came = stock(session, 10, "10.00")
    back = send_back(session, supplier, came.number, 4)
    with pytest.raises(Refused, match=f"已有后续的 {back.number}"):
        reverse_receipt(session, Reversal(came.number, "点错"), key=new_key())
    reverse_purchase_return(session, Reversal(back.number, "没退成"), key=new_key())
    billed = bill(session, supplier, came.number)
    with pytest.raises(Refused, match=f"已有后续的 {billed.number}"):
        reverse_receipt(session, Reversal(came.number, "点错"), key=new_key())
    gone = send_back(session, supplier, came.number, 1)
    with pytest.raises(Refused, match=f"已有后续的 {gone.number}"):
        reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())
    reverse_purchase_return(session, Reversal(gone.number, "没退成"), key=new_key())
    reverse_purchase_invoice(session, Reversal(billed.number, "开错"), key=new_key())
    reverse_receipt(session, Reversal(came.number, "点错"), key=new_key())
    assert balances(session) == {}
    assert pool(session, product) == (0, 0)


def test_an_invoice_number_comes_once_from_each_supplier(session: Session) -> None:
    supplier, product, came = stock(session, 10, "10.00")
    other = a_supplier(session, "S02")
    theirs = receive(session, other, [line(product, 1, 1)])
    first = bill(session, supplier, lines=(InvoiceLine(came.number, 1, pieces(1)),))
    with pytest.raises(Refused, match=f"发票 24312000 已录在 {first.number}"):
        bill(session, supplier, came.number, number=" 24312000 ")
    bill(session, other, theirs.number)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"number": " "}, "写上发票号码"),
        ({"invoice": "none"}, "发票只能是 special、ordinary"),
        ({"receipts": ()}, "写上这张发票是哪些入库单的"),
        ({"lines": [(9, None)]}, "第 1 行：CGRK202611200001 没有第 9 行"),
        ({"lines": [(1, 1), (1, 1)]}, "第 2 行：这一行写了两次"),
        ({"lines": [(1, 11)]}, "第 1 行：CGRK202611200001 第 1 行只剩 10 个 没开票"),
        ({"lines": [(1, 0)]}, "只剩 10 个 没开票"),
    ],
)
def test_a_wrong_invoice_is_told_in_one_sentence(
    session: Session, change: dict[str, object], said: str
) -> None:
    supplier, _product, came = stock(session, 10, "10.00")
    before = balances(session)
    more = {"number": "F1", "receipts": (came.number,), **change}
    more["lines"] = tuple(
        InvoiceLine(came.number, no, None if quantity is None else pieces(quantity))
        for no, quantity in more.get("lines", ())
    )
    receipts = more.pop("receipts")
    with pytest.raises(UserError, match=said):
        bill(session, supplier, *receipts, **more)
    assert balances(session) == before


def test_another_supplier_s_or_a_red_receipt_is_not_invoiced(session: Session) -> None:
    supplier, _product, came = stock(session, 10, "10.00")
    with pytest.raises(InvalidInput, match="不是这个供应商的单"):
        bill(session, a_supplier(session, "S02"), came.number)
    red = reverse_receipt(session, Reversal(came.number, "点错"), key=new_key())
    with pytest.raises(Refused, match="红字单"):
        bill(session, supplier, red.number)
    with pytest.raises(Refused, match="已红冲"):
        bill(session, supplier, came.number)


def test_a_receipt_that_came_with_its_invoice_is_final_at_once(
    session: Session, taxpayer: str
) -> None:
    supplier, product = a_supplier(session), a_product(session)
    receive(session, supplier, [line(product, 10, "10.00", tax_rate=1300)], invoice="special")
    gross = fen("113.00") if taxpayer == "general" else fen("100.00")
    assert balances(session)["220201"] == -gross


def test_without_estimates_an_invoice_is_only_registered(
    new_shop: Callable[..., Database], dialect: str, taxpayer: str, owner: Actor
) -> None:
    with new_shop(taxpayer, dialect).transaction(owner) as session:
        supplier, product, came = stock(session, 10, "10.00")
        before, there = balances(session), pool(session, product)
        with pytest.raises(Refused, match=r"入库时已按 .* 记应付"):
            bill(session, supplier, lines=(InvoiceLine(came.number, 1, price=price("10.10")),))
        billed = bill(session, supplier, came.number)
        assert (billed.total, legs(session, billed.number)) == (0, [])
        assert (balances(session), pool(session, product)) == (before, there)
        view = purchase_invoice_view(session, billed.number)
        assert (view.amount, view.invoice_number) == (came.total, "24312000")
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
        reverse_purchase_invoice(session, Reversal(billed.number, "录错"), key=new_key())
        assert [each.left for each in unbilled_of(session, came.number)] == [pieces(10)]
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_invoices_come_as_data(session: Session) -> None:
    _supplier, _product, came = stock(session, 10, "10.00")
    posted = post_document(
        session,
        {
            "key": "i-1", "type": "purchase_invoice", "from": came.number, "invoice_number": "F1",
            "invoice_day": "2026-11-18", "lines": [{"product": "A", "quantity": "4", "price": "10.50"}],
        },
    )  # fmt: skip
    view = purchase_invoice_view(session, posted.number)
    assert (view.partner, view.invoice_day.isoformat()) == ("S01", "2026-11-18")
    assert [(each.from_line, each.quantity) for each in view.lines] == [(1, pieces(4))]
    rest = post_document(
        session,
        {"key": "i-2", "type": "purchase_invoice", "from": came.number, "invoice_number": "F2"},
    )
    assert purchase_invoice_view(session, rest.number).lines[0].quantity == pieces(6)
    post_document(session, {"type": "reversal", "number": rest.number, "reason": "开错"})
    with pytest.raises(InvalidInput, match="invoice_number"):
        post_document(session, {"key": "i-3", "type": "purchase_invoice", "from": came.number})


def test_old_receipts_that_were_invoiced_keep_none_from_being_offered(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.purchase.typed_invoice.MOST", 2)
    supplier, product = a_supplier(session), a_product(session)
    came = [receive(session, supplier, [line(product, 4, "8.00")]).number for _ in range(4)]
    bill(session, supplier, came[0])
    send_back(session, supplier, came[1], 4)
    send_back(session, supplier, came[2], 1)
    waiting = waiting_lines(session, supplier)
    assert [(each.receipt, each.left) for each in waiting] == [
        (came[2], pieces(3)),
        (came[3], pieces(4)),
    ]
    assert waiting_lines(session, supplier, came[1]) == []


def test_a_price_is_read_as_its_receipt_reads_prices_whichever_comes_first(
    session: Session, taxpayer: str
) -> None:
    supplier, product = a_supplier(session), a_product(session, tax_rate=1300)
    for with_tax_first in (True, False):
        for includes in (with_tax_first, not with_tax_first):
            lines = [line(product, 1, "90.00")]
            receive(session, supplier, lines, price_includes_tax=includes)
        typed = [
            TypedBill(each, each.left, price(100)) for each in waiting_lines(session, supplier)
        ]
        assert sorted(each.gross for each in typed) == [fen("100.00"), fen("113.00")]
        fields = {"number": f"F{with_tax_first}", "lines": [each.kept() for each in typed]}
        draft = invoice_draft(TypedFields(DAY, supplier, fields=fields))
        posted = post_purchase_invoice(session, draft, key=new_key())
        assert posted.total == sum(each.gross or 0 for each in typed)
