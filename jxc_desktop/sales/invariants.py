"""What always holds for deliveries and for what comes back of them."""

import json

from sqlalchemy.orm import Session

from jxc_desktop.cash.booked import wrong_debts, wrong_payments
from jxc_desktop.core.document_checks import (
    APPROVED,
    POSTED,
    rows_of,
    wrong_reductions,
    wrong_totals,
    yuan,
)
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.ledger.invoices.register import SOLD_NET, SOLD_TAX
from jxc_desktop.sales.invoiced import CENTS
from jxc_desktop.sales.order_kinds import SALES_ORDER
from jxc_desktop.stock.goods_checks import returned_and_reversed, wrong_goods, wrong_returns
from jxc_desktop.stock.ordering.promises import wrong_links, wrong_promises

KIND = "sales_delivery"
LINES = "sales_delivery_line"
PAYMENTS = "sales_delivery_payment"
RETURNS = "sales_return"
INVOICES = "sales_invoice"
ACCOUNTS = "1122"

_VERSIONS = (
    "SELECT q.number, v.version, v.total, v.body FROM quotation_version v "
    "JOIN quotation q ON q.id = v.quotation_id ORDER BY q.number, v.version"
)


def totals_are_their_lines(session: Session) -> list[str]:
    """I7: total = Σ lines, net + tax = gross on each, the order discount is borne by the lines."""
    return [
        *wrong_totals(session, KIND, LINES),
        *wrong_reductions(session, KIND, LINES, "d.order_discount"),
    ]


def goods_move_as_written(session: Session) -> list[str]:
    """I3: each line's goods moved by exactly its quantity."""
    return list(wrong_goods(session, KIND, LINES, sign=-1))


def payments_are_booked(session: Session) -> list[str]:
    """I8: what was paid at once went through that money account."""
    return list(wrong_payments(session, KIND, PAYMENTS, sign=1))


def debts_are_booked(session: Session) -> list[str]:
    """I11: what was not paid stands on that partner's account."""
    return list(wrong_debts(session, KIND, PAYMENTS, ACCOUNTS, sign=1))


def returns_are_their_lines(session: Session) -> list[str]:
    """I7 for returns: total = Σ lines, net + tax = gross on each."""
    return list(wrong_totals(session, RETURNS, f"{RETURNS}_line"))


def returned_goods_move_as_written(session: Session) -> list[str]:
    """I3 for returns: each line's goods moved by exactly its quantity."""
    return list(wrong_goods(session, RETURNS, f"{RETURNS}_line", sign=1, first=False))


def returns_are_booked(session: Session) -> list[str]:
    """I8 and I11 for returns: money paid back at once, and the rest on that partner's account."""
    payments = f"{RETURNS}_payment"
    return [
        *wrong_payments(session, RETURNS, payments, sign=-1),
        *wrong_debts(session, RETURNS, payments, ACCOUNTS, sign=-1),
    ]


def no_more_comes_back_than_went(session: Session) -> list[str]:
    """I17: returned ≤ delivered on each line, the whole for exactly what it cost; nothing of what was taken back."""
    return [
        *wrong_returns(session, RETURNS, KIND),
        *returned_and_reversed(session, RETURNS, KIND),
    ]


def promises_are_open_orders(session: Session) -> list[str]:
    """I21: what is allocated of each product is what approved orders still promise."""
    return list(wrong_promises(session, SALES_ORDER))


def orders_are_their_lines(session: Session) -> list[str]:
    """I7 for quotations and orders: total = Σ lines, net + tax = gross on each."""
    return [
        *wrong_totals(session, "quotation", "quotation_line", states=APPROVED),
        *wrong_totals(session, "sales_order", "sales_order_line", states=APPROVED),
    ]


def versions_run_on(session: Session) -> list[str]:
    """I2 for quotations: former versions are numbered from 1 without a gap, each as it was read, total and all."""
    told = translate("sales", "报价单 {number} 的第 {version} 版不全，或和留底对不上")
    found, expected = [], dict[str, int]()
    for number, version, total, body in rows_of(session, _VERSIONS):
        expected[number] = expected.get(number, 0) + 1
        if not _reads_as_kept(str(body), number, version, total) or version != expected[number]:
            found.append(told.format(number=number, version=version))
    return found


def _reads_as_kept(body: str, number: str, version: int, total: int) -> bool:
    """Whether the body of a version is of this quotation and version, and comes to its total."""
    try:
        kept = json.loads(body)
        said = (kept["head"]["number"], kept["version"], kept["total"] or 0)
    except (ValueError, KeyError, TypeError):
        return False
    return said == (number, version, total)


def deliveries_stay_within_their_orders(session: Session) -> list[str]:
    """A delivery's line follows a line of the same goods in its order."""
    return list(wrong_links(session, SALES_ORDER))


def invoices_are_their_lines(session: Session) -> list[str]:
    """I7 for invoices given out: total = Σ lines, net + tax = gross on each."""
    return list(wrong_totals(session, INVOICES, f"{INVOICES}_line"))


def invoices_are_registered(session: Session) -> list[str]:
    """I8 for invoices given out: the register says of each line what its paper says, and no more."""
    papers = (
        "SELECT d.number, l.line_no, l.source, d.invoice, d.invoice_number, l.net, l.tax "
        f"FROM {INVOICES} d JOIN {INVOICES}_line l ON l.document_id = d.id WHERE d.state IN {POSTED}"
    )
    kept = "SELECT document, line_no, source, kind, invoice_number, net, tax FROM tax_invoice"
    told = translate("sales", "{number} 第 {line} 行和发票登记簿对不上")
    return [
        told.format(number=row[0], line=row[1])
        for first, second in ((papers, kept), (kept, papers))
        for row in rows_of(session, f"SELECT * FROM ({first} EXCEPT {second}) x")
    ]


def invoices_stay_within_their_sales(session: Session) -> list[str]:
    """I17 for invoices given out: of no sale they say more than the books, or less than nothing."""
    said = "(SELECT sum(t.{name}) FROM tax_invoice t WHERE t.source = e.source)"
    net, tax = said.format(name="net"), said.format(name="tax")
    sales = (
        f"SELECT e.source AS source, {SOLD_NET} + {SOLD_TAX} AS sold, {SOLD_TAX} AS tax, "
        f"{net} + {tax} AS said, {tax} AS said_tax FROM entry e JOIN leg l ON l.entry_id = e.id "
        "WHERE e.closing = 0 AND e.source IN (SELECT source FROM tax_invoice) GROUP BY e.source"
    )
    wrong = f"said * sold < 0 OR abs(said) > abs(sold) OR abs(said_tax) > abs(tax) + {CENTS}"
    return [
        translate("sales", "{number} 卖了 {sold}，发票却开了 {said}").format(
            number=number, sold=yuan(sold), said=yuan(said)
        )
        for number, sold, said in rows_of(
            session, f"SELECT source, sold, said FROM ({sales}) x WHERE {wrong}"
        )
    ]


def invoice_numbers_come_once(session: Session) -> list[str]:
    """An invoice number is registered once, reversed ones aside."""
    return [
        translate("sales", "发票 {number} 登记了 {count} 次").format(number=number, count=count)
        for number, count in rows_of(
            session,
            f"SELECT invoice_number, count(*) FROM {INVOICES} WHERE state = 'posted' "
            "AND reverses_id IS NULL GROUP BY invoice_number HAVING count(*) > 1",
        )
    ]


INVARIANTS = (
    Invariant("I2", noop("invariants", "报价单的旧版一版不少"), versions_run_on),
    Invariant("I7", noop("invariants", "报价单和订单合计等于明细"), orders_are_their_lines),
    Invariant(
        "I17", noop("invariants", "出库行都对得上订单行"), deliveries_stay_within_their_orders
    ),
    Invariant("I21", noop("invariants", "订单占用等于未完订单之和"), promises_are_open_orders),
    Invariant("I3", noop("invariants", "销售出库单的货都进出了库"), goods_move_as_written),
    Invariant("I7", noop("invariants", "销售出库单合计等于明细"), totals_are_their_lines),
    Invariant("I8", noop("invariants", "销售出库单的收付款都入了账"), payments_are_booked),
    Invariant("I11", noop("invariants", "销售出库单的未结金额等于客户欠款"), debts_are_booked),
    Invariant("I3", noop("invariants", "销售退货单的货都进出了库"), returned_goods_move_as_written),
    Invariant("I7", noop("invariants", "销售退货单合计等于明细"), returns_are_their_lines),
    Invariant("I11", noop("invariants", "销售退货单的退款和冲减都入了账"), returns_are_booked),
    Invariant("I17", noop("invariants", "销售退货单不超过原单"), no_more_comes_back_than_went),
    Invariant("I7", noop("invariants", "开票登记合计等于明细"), invoices_are_their_lines),
    Invariant("I8", noop("invariants", "开票登记都在发票登记簿里"), invoices_are_registered),
    Invariant("I17", noop("invariants", "开票不超过所卖"), invoices_stay_within_their_sales),
    Invariant("I17", noop("invariants", "开出的发票号码不重复"), invoice_numbers_come_once),
)
