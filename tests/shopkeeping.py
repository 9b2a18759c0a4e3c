"""Words for telling a shop's story in tests: goods, partners, and the documents between them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product, ProductUnit
from jxc_desktop.partners.models import Partner
from jxc_desktop.pos.drafts import ReturnDraft, TenderDraft, TicketDraft
from jxc_desktop.pos.services import post_return, post_ticket
from jxc_desktop.purchase.services import ReceiptDraft, post_receipt
from jxc_desktop.sales.services import DeliveryDraft, post_delivery
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import ReturnLine

DAY = date(2026, 11, 20)
MAIN = 1


def fen(amount: str | int) -> int:
    """Yuan as fen."""
    return int(Decimal(amount) * 100)


def pieces(quantity: str | int) -> int:
    """Units as 1e-4 units."""
    return int(Decimal(quantity) * 10**4)


def price(amount: str | int) -> int:
    """Yuan as 1e-6 yuan."""
    return int(Decimal(amount) * 10**6)


def a_product(session: Session, code: str = "A", **columns: object) -> int:
    """A product with a retail price of 10.00, counted in whole pieces."""
    units = columns.pop("units", {})
    values = {"name": f"商品{code}", "unit": "个", "retail_price": price(10), **columns}
    product = Product(code=code, **values)
    session.add(product)
    session.flush()
    for name, (numerator, denominator) in units.items():
        session.add(
            ProductUnit(
                product_id=product.id, name=name, numerator=numerator, denominator=denominator
            )
        )
    session.flush()
    return product.id


def a_supplier(session: Session, code: str = "S01", **columns: object) -> int:
    partner = Partner(supplier_code=code, name=f"供应商{code}", **columns)
    session.add(partner)
    session.flush()
    return partner.id


def a_customer(session: Session, code: str = "C01", **columns: object) -> int:
    partner = Partner(customer_code=code, name=f"客户{code}", **columns)
    session.add(partner)
    session.flush()
    return partner.id


def line(
    product: int, quantity: str | int, at: str | int | None = None, **more: object
) -> LineDraft:
    """`quantity` of a product at a unit price in yuan."""
    return LineDraft(product, pieces(quantity), price=None if at is None else price(at), **more)


def receive(
    session: Session,
    supplier: int,
    lines: Sequence[LineDraft],
    *,
    key: Key | None = None,
    day: date = DAY,
    **more: object,
) -> Posted:
    draft = ReceiptDraft(day, supplier, MAIN, tuple(lines), **more)
    return post_receipt(session, draft, key=key or new_key())


def deliver(
    session: Session,
    customer: int,
    lines: Sequence[LineDraft],
    *,
    key: Key | None = None,
    day: date = DAY,
    **more: object,
) -> Posted:
    draft = DeliveryDraft(day, customer, MAIN, tuple(lines), **more)
    return post_delivery(session, draft, key=key or new_key())


def ring_up(
    session: Session,
    shift: int,
    lines: Sequence[LineDraft],
    *,
    cash: str = "",
    key: Key | None = None,
    **more: object,
) -> Posted:
    """Sell at the till; `cash` yuan are handed over unless `tenders` say otherwise."""
    tenders = more.pop("tenders", None) or (TenderDraft("cash", fen(cash)),)
    draft = TicketDraft(tuple(lines), tuple(tenders), **more)
    return post_ticket(session, draft, shift, key=key or new_key())


def take_back(
    session: Session, shift: int, original: str, *lines: tuple[int, str], method: str = "cash"
) -> Posted:
    draft = ReturnDraft(
        original, tuple(ReturnLine(no, pieces(q)) for no, q in lines), method, "不合适"
    )
    return post_return(session, draft, shift, key=new_key())


def legs(session: Session, number: str) -> list[tuple[str, int, int]]:
    """Account, debit and credit in fen of the entry that a document caused."""
    rows = session.execute(
        text(
            "SELECT l.account, l.debit, l.credit FROM leg l JOIN entry e ON e.id = l.entry_id "
            "WHERE e.source = :number ORDER BY l.entry_id, l.leg_no"
        ),
        {"number": number},
    )
    return [tuple(row) for row in rows]


def pool(session: Session, product: int) -> tuple[int, int]:
    """Quantity (1e-4) and value (fen) of a product's pool."""
    row = session.execute(
        text("SELECT quantity, value FROM cost_pool WHERE product_id = :p"), {"p": product}
    ).one()
    return tuple(row)


def balances(session: Session) -> dict[str, int]:
    """Debit less credit in fen of every account that is not zero, from the legs themselves."""
    rows = session.execute(
        text(
            "SELECT account, sum(debit - credit) FROM leg GROUP BY account HAVING sum(debit - credit) <> 0"
        )
    )
    return {account: int(amount) for account, amount in rows}
