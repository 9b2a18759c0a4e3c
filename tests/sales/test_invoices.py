"""Invoices given out: what they may say of which sale, what they take back, and the tax that is due by them."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import CLOSING, INVARIANTS
from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.closing.services import Closed, close_period, reopen_period
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.pos.services import reverse_ticket
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.safety.recorded import as_data
from jxc_desktop.sales.invoiceable import sales_to_invoice
from jxc_desktop.sales.invoiced import InvoiceSale
from jxc_desktop.sales.invoices import (
    SalesInvoiceDraft,
    post_sales_invoice,
    reverse_sales_invoice,
)
from jxc_desktop.sales.queries import sales_invoice_view
from jxc_desktop.sales.returns import SalesReturnDraft, post_sales_return
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.stock.returned import ReturnLine
from tests.conftest import actor_with
from tests.shopkeeping import (
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
    receive,
    ring_up,
)

JANUARY, APRIL = date(2026, 1, 20), date(2026, 4, 20)


TOO_MANY = (
    "INSERT INTO tax_invoice (document, line_no, kind, invoice_number, day, source, sold, net, tax) "
    "VALUES ('X', 1, 'special', 'X', '2026-01-20', '', '2026-01-20', 1, 0)"
)


class Shop:
    """Goods enough and a customer."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.goods = a_product(session)
        self.customer = a_customer(session)
        receive(session, a_supplier(session), [line(self.goods, 9999, 1)], day=date(2026, 1, 2))
        self.given = 0

    def sell(self, gross: str, day: date = JANUARY, **more: object) -> str:
        goods = [line(self.goods, 1, gross, **more)]
        return deliver(self.session, self.customer, goods, day=day).number

    def bring_back(self, delivery: str, day: date) -> str:
        draft = SalesReturnDraft(
            day, self.customer, MAIN, delivery, (ReturnLine(1, pieces(1)),), reason="坏"
        )
        return post_sales_return(self.session, draft, key=new_key()).number

    def invoice(
        self, *lines: InvoiceSale | str, day: date = JANUARY, kind: str = "special", **more: object
    ) -> Posted:
        self.given += 1
        said = tuple(InvoiceSale(each) if isinstance(each, str) else each for each in lines)
        more.setdefault("invoice_number", f"2600{self.given:04}")
        draft = SalesInvoiceDraft(
            day, more.pop("partner_id", self.customer), lines=said, invoice=kind, **more
        )
        return post_sales_invoice(self.session, draft, key=new_key())

    def close(self, *months: str) -> list[Closed]:
        return [close_period(self.session, month, CLOSING) for month in months]

    def owed(self, account: str = "22210120") -> int:
        """Fen of VAT that stands to be paid."""
        return -balances(self.session).get(account, 0)


def said(session: Session, number: str) -> list[tuple[str, int, int, int | None]]:
    """Source, net, tax and rate of each line of a registration."""
    view = sales_invoice_view(session, number)
    return [(each.source, each.net, each.tax, each.tax_rate) for each in view.lines]


def left(shop: Shop) -> dict[str, int]:
    """Fen of each sale of the customer that no invoice says yet."""
    found = sales_to_invoice(shop.session, shop.customer)
    return {sale.source: sale.left.gross for sale in found.waiting}


def sound(database: Database, owner: Actor) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


# --- what an invoice says -------------------------------------------------------------------------


def test_an_invoice_takes_all_that_is_left_of_its_sales(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        first, second = shop.sell("101.00"), shop.sell("20.20")
        assert left(shop) == {first: fen("101.00"), second: fen("20.20")}
        posted = shop.invoice(first, second)
        assert posted.number.startswith("XSFP20260120")
        assert posted.total == fen("121.20")
        assert said(session, posted.number) == [
            (first, fen("100.00"), fen("1.00"), 100), (second, fen("20.00"), fen("0.20"), 100),
        ]  # fmt: skip
        assert legs(session, posted.number) == []  # revenue and tax are booked with the sale
        assert left(shop) == {}
        with pytest.raises(Refused, match=f"第 1 行：{first} 已经开完票"):
            shop.invoice(first)
    assert sound(any_database, owner) == []


@pytest.mark.parametrize("gross", ["0.03", "1.00", "99.99", "33333.35"])
@pytest.mark.parametrize("parts", [(Fraction(1, 3),) * 2, (Fraction(1, 7),) * 6])
def test_parts_of_a_sale_come_to_its_tax_to_the_fen(
    new_shop: Callable[..., Database], owner: Actor, gross: str, parts: tuple[Fraction, ...]
):
    database = new_shop("general")
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell(gross)
        [whole] = sales_to_invoice(session, shop.customer).waiting
        taken = 0
        for part in parts:
            wanted = int(fen(gross) * part)
            if not wanted:
                continue
            [(_s, net, tax, _rate)] = said(session, shop.invoice(InvoiceSale(sale, wanted)).number)
            upto = [Fraction(whole.sold.tax * x, fen(gross)) for x in (taken, taken + wanted)]
            assert tax == int(upto[1] + Fraction(1, 2)) - int(upto[0] + Fraction(1, 2))
            assert net + tax == wanted
            taken += wanted
        shop.invoice(sale)
        sums = session.execute(text("SELECT sum(net), sum(tax) FROM tax_invoice")).one()
        assert tuple(map(int, sums)) == (whole.sold.net, whole.sold.tax)


def test_a_rate_says_the_tax_of_a_part(new_shop: Callable[..., Database], owner: Actor):
    database = new_shop("general")
    with database.transaction(owner) as session:
        shop = Shop(session)
        goods = [line(shop.goods, 1, 113), line(shop.goods, 1, 109, tax_rate=900)]
        sale = deliver(session, shop.customer, goods, day=JANUARY).number
        low = shop.invoice(InvoiceSale(sale, fen(109), tax_rate=900))
        assert said(session, low.number) == [(sale, fen(100), fen(9), 900)]
        high = shop.invoice(InvoiceSale(sale))
        assert said(session, high.number) == [(sale, fen(100), fen(13), 1300)]
        mixed = deliver(session, shop.customer, goods, day=JANUARY).number
        both = shop.invoice(mixed)
        assert said(session, both.number) == [(mixed, fen(200), fen(22), None)]


def test_no_more_is_invoiced_than_was_sold_nor_other_tax(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("101.00")
        shop.invoice(InvoiceSale(sale, fen("60.60")))
        for wanted, problem in (
            (InvoiceSale(sale, fen("40.41")), r"卖了 101\.00，已开票 60\.60，这次只能开 40\.40"),
            (InvoiceSale(sale, -fen("60.61")), "这次只能开"),
            (
                InvoiceSale(sale, fen("40.40"), tax_rate=300),
                r"记账的税额是 1\.00，发票合起来是 1\.78",
            ),
            (InvoiceSale(sale, fen("40.40"), fen("0.80"), 100), r"应当是 0\.40"),
            (InvoiceSale(sale, fen("10.00"), tax_rate=1700), "没有 17% 这个税率"),
            (InvoiceSale("XSCK209901010001"), "没有单号 XSCK209901010001 的销售"),
            (InvoiceSale(gross=fen(10)), "税率或税额"),
            (InvoiceSale(summary="茶"), "开票金额"),
        ):
            with pytest.raises((Refused, InvalidInput, NotFound), match=problem) as refused:
                shop.invoice(wanted)
            assert refused.value.field.startswith("lines[0].")
        with pytest.raises(InvalidInput, match=r"第 2 行：.*写了两次"):
            shop.invoice(InvoiceSale(sale, fen(10)), InvoiceSale(sale, fen(10)))
        other = a_customer(session, "C02")
        with pytest.raises(InvalidInput, match="不是这个客户的单"):
            shop.invoice(sale, partner_id=other)
        assert left(shop) == {sale: fen("40.40")}


def test_a_number_comes_once_until_it_is_taken_back(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("101.00")
        first = shop.invoice(InvoiceSale(sale, fen(50)), invoice_number="8888")
        with pytest.raises(Refused, match=f"发票 8888 已登记在 {first.number}"):
            shop.invoice(InvoiceSale(sale, fen(50)), invoice_number=" 8888 ")
        with pytest.raises(InvalidInput, match="写上发票号码"):
            shop.invoice(sale, invoice_number=" ")
        reverse_sales_invoice(session, Reversal(first.number, "号码错"), key=new_key())
        assert left(shop) == {sale: fen("101.00")}
        shop.invoice(sale, invoice_number="8888")
    assert sound(any_database, owner) == []


def test_a_repeat_with_its_key_is_one_registration(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        shop = Shop(session)
        draft = SalesInvoiceDraft(JANUARY, shop.customer, "1", (InvoiceSale(shop.sell("10")),))
        key = Key("f-1", "same")
        first = post_sales_invoice(session, draft, key=key)
        again = post_sales_invoice(session, draft, key=key)
        assert (again.number, again.repeated) == (first.number, True)


def test_a_ticket_and_work_without_a_document_are_invoiced_to_whoever_asks(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        shift = open_shift(session, "01", 0)
        ticket = ring_up(session, shift, [line(shop.goods, 2, "50.50")], cash="101")
        today = date(2026, 11, 20)
        with pytest.raises(InvalidInput, match="购方名称"):
            shop.invoice(ticket.number, partner_id=None, day=today)
        posted = shop.invoice(
            ticket.number,
            InvoiceSale("", fen("10.10"), tax_rate=100, summary="安装"),
            partner_id=None, title="路过公司", day=today, kind="ordinary",
        )  # fmt: skip
        assert posted.total == fen("111.10")
        assert said(session, posted.number) == [
            (ticket.number, fen(100), fen(1), 100), ("", fen(10), fen("0.10"), 100),
        ]  # fmt: skip
        assert sales_invoice_view(session, posted.number).partner_name == "路过公司"
        with pytest.raises(Refused, match=f"{ticket.number} 已开发票 26000002。先登记红字发票"):
            reverse_ticket(session, Reversal(ticket.number, "错"), key=new_key())
    assert sound(any_database, owner) == []


# --- red ones -------------------------------------------------------------------------------------


def test_a_red_invoice_takes_the_whole_back_and_lets_the_sale_go(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("101.00")
        blue = shop.invoice(sale, invoice_number="B1")
        with pytest.raises(Refused, match=f"{sale} 已开发票 B1。先登记红字发票，再红冲"):
            reverse_delivery(session, Reversal(sale, "错"), key=new_key())
        red = shop.invoice(invoice_number="R1", red_of="B1")
        assert red.total == -fen("101.00")
        with pytest.raises(Refused, match=f"已登记红字发票 {red.number}"):
            reverse_sales_invoice(session, Reversal(blue.number, "错"), key=new_key())
        with pytest.raises(Refused, match="这次只能开"):
            shop.invoice(red_of="B1")
        assert left(shop) == {sale: fen("101.00")}
        back = reverse_delivery(session, Reversal(sale, "错", JANUARY), key=new_key())
        assert left(shop) == {}
        with pytest.raises(Refused, match="已红冲"):
            shop.invoice(sale)
        with pytest.raises(Refused, match="红字单，不能开票"):
            shop.invoice(back.number)
        with pytest.raises(Refused, match="已红冲"):
            reverse_sales_invoice(session, Reversal(red.number, "错"), key=new_key())
    assert sound(any_database, owner) == []


def test_goods_brought_back_are_invoiced_in_red_or_taken_off_the_next_invoice(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sold = shop.sell("101.00")
        shop.invoice(sold, invoice_number="B1")
        back = shop.bring_back(sold, JANUARY)
        assert left(shop) == {back: -fen("101.00")}
        with pytest.raises(InvalidInput, match="合计是负数，写上它冲的是哪张发票"):
            shop.invoice(back)
        with pytest.raises(InvalidInput, match="客户或类型和这张不同"):
            shop.invoice(back, red_of="B1", kind="ordinary")
        shop.invoice(back, red_of="B1")
        assert left(shop) == {}
        more, less = shop.sell("202.00"), shop.sell("50.50")
        returned = shop.bring_back(less, JANUARY)
        one = shop.invoice(more, less, returned)
        assert one.total == fen("202.00")
        with pytest.raises(InvalidInput, match="红字发票的金额是负数"):
            shop.invoice(InvoiceSale("", fen(1), tax_rate=100), red_of="B1")
    assert sound(database, owner) == []


# --- the tax that is due (domain.md §2.10 no. 6, §3.5 no. 4) ---------------------------------------


def test_special_invoices_are_due_under_the_threshold_and_ordinary_ones_are_not(
    any_database: Database, owner: Actor
):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        special, ordinary = shop.sell("50500.00"), shop.sell("30300.00")
        shop.sell("20200.00")  # without an invoice
        shop.invoice(special)
        shop.invoice(ordinary, kind="ordinary")
        *_two, closed = shop.close("2026-01", "2026-02", "2026-03")
        # Sales 100,000.00 of 300,000.00; tax 1,000.00, of it 500.00 on the special invoice.
        assert legs(session, closed.vouchers[0]) == [
            ("22210120", fen(500), 0), ("5301", 0, fen(500)),
        ]  # fmt: skip
        assert shop.owed() == fen(500)
        assert [shop.owed(code) for code in ("222112", "222113", "222114")] == [
            fen("17.50"), fen("7.50"), fen("5.00"),
        ]  # fmt: skip
    assert sound(any_database, owner) == []


def test_a_quarter_over_the_threshold_owes_all_whatever_was_invoiced(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        shop.invoice(shop.sell("303000.00"))
        *_two, closed = shop.close("2026-01", "2026-02", "2026-03")
        assert shop.owed() == fen(3000)
        assert all(("22210120", fen(3000), 0) not in legs(session, n) for n in closed.vouchers)


def test_a_special_invoice_for_a_sale_that_was_exempt_takes_the_exemption_back(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("10100.00")
        shop.close("2026-01", "2026-02", "2026-03")
        assert shop.owed() == 0
        shop.sell("3030.00", APRIL)
        shop.invoice(sale, day=APRIL, invoice_number="S1")
        *_two, closed = shop.close("2026-04", "2026-05", "2026-06")
        # 30.00 of the quarter is exempt, 100.00 of the last is not any more.
        assert legs(session, closed.vouchers[0]) == [
            ("22210120", -fen(70), 0), ("5301", 0, -fen(70)),
        ]  # fmt: skip
        assert shop.owed() == fen(100)
        july = date(2026, 7, 10)
        shop.invoice(day=july, red_of="S1")
        shop.invoice(sale, day=july, kind="ordinary")
        shop.close("2026-07", "2026-08", "2026-09")
        assert shop.owed() == 0


def test_a_special_invoice_for_a_sale_that_was_taxed_is_not_due_again(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("303000.00")
        shop.close("2026-01", "2026-02", "2026-03")
        shop.sell("1010.00", APRIL)
        shop.invoice(sale, day=APRIL)
        *_two, closed = shop.close("2026-04", "2026-05", "2026-06")
        assert legs(session, closed.vouchers[0])[0] == ("22210120", fen(10), 0)
        assert shop.owed() == fen(3000)


def test_special_goods_brought_back_in_the_next_quarter_lessen_what_is_due(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("10100.00")
        shop.invoice(sale, invoice_number="S1")
        shop.close("2026-01", "2026-02", "2026-03")
        assert shop.owed() == fen(100)
        back = shop.bring_back(sale, APRIL)
        shop.invoice(back, day=APRIL, red_of="S1")
        shop.close("2026-04", "2026-05", "2026-06")
        assert shop.owed() == 0


@pytest.mark.parametrize("specials", [(), (0,), (1, 2), (0, 1, 2)])
@pytest.mark.parametrize(
    "amounts", [("0.07", "1.51", "99.99"), ("101010.10", "99.00", "150000.00")]
)
def test_what_is_due_is_what_the_law_says(
    database: Database, owner: Actor, specials: tuple[int, ...], amounts: tuple[str, ...]
):
    taxes = []
    for gross in amounts:
        net = int(Fraction(fen(gross)) * 100 / 101 + Fraction(1, 2))
        taxes.append(fen(gross) - net)
    with database.transaction(owner) as session:
        shop = Shop(session)
        for place, gross in enumerate(amounts):
            sale = shop.sell(gross)
            if place in specials:
                shop.invoice(sale)
        shop.close("2026-01", "2026-02", "2026-03")
        assert shop.owed() == sum(taxes[place] for place in specials)


def test_an_invoice_keeps_to_open_months_and_a_wrong_one_is_put_right_in_the_next(
    database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        shop = Shop(session)
        wrong, late = shop.sell("10100.00"), shop.sell("101.00")
        posted = shop.invoice(wrong)
        shop.close("2026-01", "2026-02", "2026-03")
        with pytest.raises(Refused, match="2026-01 已结账"):
            shop.invoice(late)
        with pytest.raises(Refused, match="2026-01 已结账"):
            reverse_sales_invoice(session, Reversal(posted.number, "错", JANUARY), key=new_key())
        reverse_sales_invoice(session, Reversal(posted.number, "错", APRIL), key=new_key())
        shop.close("2026-04", "2026-05", "2026-06")
        assert shop.owed() == 0
        reopen_period(session, "2026-06", "再看")
        shop.close("2026-06")
        assert shop.owed() == 0
    assert sound(database, owner) == []


# --- who, how, and what is found out --------------------------------------------------------------


def test_who_may_sell_may_not_register(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("10.00")
    with database.transaction(actor_with("sales")) as session:
        shop.session = session
        with pytest.raises(Forbidden):
            shop.invoice(sale)
    with database.transaction(actor_with("accountant")) as session:
        shop.session = session
        shop.invoice(sale)


def test_an_invoice_as_data_is_told_again_as_it_came(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        shop = Shop(session)
        sale = shop.sell("101.00")
        body = {
            "key": "f1", "type": "sales_invoice", "day": "2026-01-20", "invoice": "special",
            "invoice_number": "24312000000012345678", "from": sale, "remark": "第一张",
        }  # fmt: skip
        posted = post_document(session, body)
        told = as_data(session, "sales_invoice", posted.number)
        assert told == {
            "key": "f1", "type": "sales_invoice", "day": "2026-01-20", "remark": "第一张",
            "partner": "C01", "title": "客户C01", "invoice": "special",
            "invoice_number": "24312000000012345678", "red_of": "",
            "lines": [{"from": sale, "amount": "101.00", "tax_amount": "1.00", "tax_rate": "0.01", "summary": ""}],
        }  # fmt: skip
        reverse_sales_invoice(session, Reversal(posted.number, "重来"), key=new_key())
        again = post_document(session, {**told, "key": "f2"})
        assert said(session, again.number) == said(session, posted.number)
        with pytest.raises(InvalidInput, match="没有这个字段"):
            post_document(session, {**body, "key": "f3", "price": "1"})
    assert sound(any_database, owner) == []


@pytest.mark.parametrize(
    ("tampering", "problem"),
    [
        ("UPDATE sales_invoice_line SET net = net + 1, gross = gross + 1", "对不上"),
        ("UPDATE tax_invoice SET tax = tax + 1", "发票登记簿对不上"),
        ("UPDATE tax_invoice SET net = net * 3, tax = tax * 3", "发票却开了 303.00"),
        (TOO_MANY, "X 第 1 行"),
    ],
)  # fmt: skip
def test_a_tampered_register_is_found(
    database: Database, owner: Actor, tampering: str, problem: str
):
    from jxc_desktop.core.guards import drop_guards

    with database.transaction(owner) as session:
        shop = Shop(session)
        shop.invoice(shop.sell("101.00"))
        drop_guards(session.connection())
        session.execute(text(tampering))
    assert [each for each in sound(database, owner) if problem in each]
