"""What always holds for goods receipts and for what comes back of them."""

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
from jxc_desktop.purchase.estimates import ESTIMATED
from jxc_desktop.purchase.order_kinds import (
    PURCHASE_KINDS,
    PURCHASE_ORDER,
    SUPPLIER_QUOTATION,
)
from jxc_desktop.stock.goods_checks import returned_and_reversed, wrong_goods, wrong_returns
from jxc_desktop.stock.ordering.promises import wrong_links, wrong_promises

KIND = "goods_receipt"
LINES = "goods_receipt_line"
PAYMENTS = "goods_receipt_payment"
RETURNS = "purchase_return"
INVOICES = "purchase_invoice"
ALLOWANCES = "purchase_allowance"
LANDED = "landed_cost"
FINAL = "220201"


def totals_are_their_lines(session: Session) -> list[str]:
    """I7: total = Σ lines, net + tax = gross on each, the order discount is borne by the lines."""
    return [
        *wrong_totals(session, KIND, LINES),
        *wrong_reductions(session, KIND, LINES, "d.order_discount"),
    ]


def goods_move_as_written(session: Session) -> list[str]:
    """I3: each line's goods moved by exactly its quantity."""
    return list(wrong_goods(session, KIND, LINES, sign=1))


def payments_are_booked(session: Session) -> list[str]:
    """I8: what was paid at once went through that money account."""
    return list(wrong_payments(session, KIND, PAYMENTS, sign=-1))


def debts_are_booked(session: Session) -> list[str]:
    """I11: what was not paid stands on that partner's account, what waits for its invoice on the account for that."""
    paid = "coalesce(p.amount, 0)"
    owed = f"CASE WHEN d.estimated = 1 THEN 0 ELSE d.total END - {paid}"
    estimate = _sum_of(LINES, "estimate")
    return [
        *wrong_debts(session, KIND, PAYMENTS, FINAL, sign=-1, owed=owed),
        *wrong_debts(session, KIND, PAYMENTS, ESTIMATED, sign=-1, owed=estimate),
    ]


def _sum_of(lines: str, column: str, condition: str = "1 = 1") -> str:
    """SQL: the sum of a column over the lines of document d."""
    return (
        f"coalesce((SELECT sum(x.{column}) FROM {lines} x "
        f"WHERE x.document_id = d.id AND {condition}), 0)"
    )


def returns_are_their_lines(session: Session) -> list[str]:
    """I7 for returns: total = Σ lines, net + tax = gross on each."""
    return list(wrong_totals(session, RETURNS, f"{RETURNS}_line"))


def returned_goods_move_as_written(session: Session) -> list[str]:
    """I3 for returns: each line's goods moved by exactly its quantity."""
    return list(wrong_goods(session, RETURNS, f"{RETURNS}_line", sign=-1, first=False))


def returns_are_booked(session: Session) -> list[str]:
    """I8 and I11 for returns: money paid back at once, and the rest on that partner's account."""
    payments = f"{RETURNS}_payment"
    lines = f"{RETURNS}_line"
    owed = f"{_sum_of(lines, 'gross', 'x.estimated = 0')} - coalesce(p.amount, 0)"
    estimate = _sum_of(lines, "estimate")
    return [
        *wrong_payments(session, RETURNS, payments, sign=1),
        *wrong_debts(session, RETURNS, payments, FINAL, sign=1, owed=owed),
        *wrong_debts(session, RETURNS, payments, ESTIMATED, sign=1, owed=estimate),
    ]


def no_more_comes_back_than_went(session: Session) -> list[str]:
    """I17: returned ≤ delivered on each line, the whole for exactly what it cost; nothing of what was taken back."""
    return [
        *wrong_returns(session, RETURNS, KIND, fixed="o.estimated = 0"),
        *returned_and_reversed(session, RETURNS, KIND),
        *returned_and_reversed(session, ALLOWANCES, KIND),
    ]


def invoices_are_their_lines(session: Session) -> list[str]:
    """I7 for invoices: the amount is Σ lines, what became due Σ of the lines that were estimated."""
    lines = f"{INVOICES}_line"
    due = (
        f"(SELECT coalesce(sum(x.gross), 0) FROM {lines} x JOIN {KIND} r ON r.id = x.receipt_id "
        "WHERE x.document_id = d.id AND r.estimated = 1)"
    )
    return [
        translate("purchase", "发票 {number} 金额 {amount}、应付 {total}，和明细对不上").format(
            number=number, amount=yuan(amount), total=yuan(total)
        )
        for number, amount, total in rows_of(
            session,
            f"SELECT d.number, d.amount, d.total FROM {INVOICES} d WHERE d.state IN {POSTED} AND "
            f"(d.amount <> {_sum_of(lines, 'gross')} OR d.total <> {due} OR EXISTS "
            f"(SELECT 1 FROM {lines} y WHERE y.document_id = d.id AND y.net + y.tax <> y.gross))",
        )
    ]


def invoices_are_booked(session: Session) -> list[str]:
    """I11 for invoices: what became due is owed, what was estimated is taken off."""
    estimate = _sum_of(f"{INVOICES}_line", "estimate")
    return [
        *wrong_debts(session, INVOICES, "", FINAL, sign=-1, owed="d.total"),
        *wrong_debts(session, INVOICES, "", ESTIMATED, sign=1, owed=estimate),
    ]


def allowances_are_their_lines_and_booked(session: Session) -> list[str]:
    """I7, I8 and I11 for allowances: total = Σ lines, what was not paid back lessens that partner's account."""
    payments = f"{ALLOWANCES}_payment"
    return [
        *wrong_totals(session, ALLOWANCES, f"{ALLOWANCES}_line"),
        *wrong_payments(session, ALLOWANCES, payments, sign=1),
        *wrong_debts(session, ALLOWANCES, payments, FINAL, sign=1),
    ]


def landed_costs_are_their_lines(session: Session) -> list[str]:
    """I7 for landed costs: net + tax = total, and the lines bear the whole, without the tax that comes back."""
    cost = "CASE WHEN d.deductible = 1 THEN d.net ELSE d.total END"
    borne = _sum_of(f"{LANDED}_line", "amount")
    return [
        translate("purchase", "{number} 费用 {cost}，摊到各行的是 {borne}").format(
            number=number, cost=yuan(wanted), borne=yuan(found)
        )
        for number, wanted, found in rows_of(
            session,
            f"SELECT d.number, {cost}, {borne} FROM {LANDED} d WHERE d.state IN {POSTED} "
            f"AND ({cost} <> {borne} OR d.net + d.tax <> d.total)",
        )
    ]


def landed_costs_are_booked(session: Session) -> list[str]:
    """I8 and I11 for landed costs: what was paid at once, and the rest on that partner's account."""
    payments = f"{LANDED}_payment"
    return [
        *wrong_payments(session, LANDED, payments, sign=-1),
        *wrong_debts(session, LANDED, payments, FINAL, sign=-1),
    ]


def landed_costs_stay_with_their_goods(session: Session) -> list[str]:
    """I17: stock bears no more of a line than its share, nothing of an expense, and the receipt still stands."""
    moved = (
        f"SELECT d.number AS number, l.line_no AS line, max(d.capitalised) AS capitalised, "
        "max(l.amount) AS share, sum(m.amount) AS amount, max(abs(m.quantity)) AS quantity "
        f"FROM {LANDED} d JOIN {LANDED}_line l ON l.document_id = d.id "
        "JOIN move m ON m.source = d.number AND m.source_line = l.line_no "
        "WHERE d.state = 'posted' AND d.reverses_id IS NULL GROUP BY d.number, l.line_no"
    )
    wrong = (
        "m.quantity <> 0 OR m.amount < 0 OR m.amount > m.share "
        "OR (m.capitalised = 0 AND m.amount <> 0)"
    )
    return [
        *(
            translate("purchase", "{number} 第 {line} 行进库存的不是它分摊的").format(
                number=number, line=line
            )
            for number, line in rows_of(
                session,
                f"SELECT m.number, m.line FROM ({moved}) m WHERE {wrong}",
            )
        ),
        *(
            translate("purchase", "{number} 分摊到的 {receipt} 已红冲").format(
                number=number, receipt=receipt
            )
            for number, receipt in rows_of(
                session,
                f"SELECT DISTINCT d.number, x.number FROM {LANDED} d JOIN {LANDED}_line l "
                f"ON l.document_id = d.id JOIN {KIND} x ON x.id = l.receipt_id "
                "WHERE d.state = 'posted' AND d.reverses_id IS NULL AND x.state <> 'posted'",
            )
        ),
    ]


def estimates_are_cleared(session: Session) -> list[str]:
    """I17 for invoices: no more is invoiced or sent back than came, and with the last of it the estimate is nothing."""
    taken = (
        f"SELECT x.receipt_id AS receipt, x.from_line AS line, x.quantity AS quantity, "
        f"x.estimate AS estimate, x.quantity AS billed FROM {INVOICES}_line x "
        f"JOIN {INVOICES} d ON d.id = x.document_id WHERE d.state IN {POSTED} UNION ALL "
        f"SELECT d.original_id, x.from_line, CASE WHEN x.estimated = 1 THEN x.quantity ELSE 0 END, "
        f"x.estimate, CASE WHEN x.estimated = 1 THEN 0 ELSE -x.quantity END FROM {RETURNS}_line x "
        f"JOIN {RETURNS} d ON d.id = x.document_id "
        f"WHERE d.state IN {POSTED} AND d.original_id IS NOT NULL"
    )
    return [
        translate("purchase", "{number} 第 {line} 行的暂估没有随发票和退货冲平").format(
            number=number, line=line
        )
        for number, line in rows_of(
            session,
            f"SELECT r.number, l.line_no FROM {KIND} r JOIN {LINES} l ON l.document_id = r.id "
            "JOIN (SELECT receipt, line, sum(quantity) AS quantity, sum(estimate) AS estimate, "
            f"sum(billed) AS billed FROM ({taken}) t GROUP BY receipt, line) g "
            "ON g.receipt = r.id AND g.line = l.line_no WHERE g.quantity > l.quantity "
            "OR g.quantity < 0 OR (r.estimated = 1 AND (g.billed < 0 OR g.estimate > l.estimate "
            "OR (g.quantity = l.quantity AND g.estimate <> l.estimate)))",
        )
    ]


def invoice_numbers_come_once(session: Session) -> list[str]:
    """An invoice number stands once for each supplier, reversed ones aside."""
    return [
        translate("purchase", "{partner} 的发票 {number} 录了 {count} 次").format(
            partner=partner, number=number, count=count
        )
        for partner, number, count in rows_of(
            session,
            f"SELECT min(partner_name), invoice_number, count(*) FROM {INVOICES} WHERE state = 'posted' "
            "AND reverses_id IS NULL GROUP BY partner_id, invoice_number HAVING count(*) > 1",
        )
    ]


def promises_are_open_orders(session: Session) -> list[str]:
    """I21: what is on order of each product is what approved orders still promise."""
    return list(wrong_promises(session, PURCHASE_ORDER))


def orders_are_their_lines(session: Session) -> list[str]:
    """I7 for quotations and orders: total = Σ lines, net + tax = gross on each."""
    return [
        problem
        for kind in (SUPPLIER_QUOTATION, PURCHASE_ORDER)
        for problem in wrong_totals(session, kind.kind, kind.lines, states=APPROVED)
    ]


def followers_stay_within_their_orders(session: Session) -> list[str]:
    """A line that follows another, from the request to the receipt, is of the same goods."""
    return [problem for kind in PURCHASE_KINDS for problem in wrong_links(session, kind)]


INVARIANTS = (
    Invariant(
        "I7", noop("invariants", "供应商报价单和采购订单合计等于明细"), orders_are_their_lines
    ),
    Invariant(
        "I17",
        noop("invariants", "请购、询价、报价、订单、入库的行都对得上"),
        followers_stay_within_their_orders,
    ),
    Invariant("I21", noop("invariants", "在途数量等于未完采购订单之和"), promises_are_open_orders),
    Invariant("I3", noop("invariants", "采购入库单的货都进出了库"), goods_move_as_written),
    Invariant("I7", noop("invariants", "采购入库单合计等于明细"), totals_are_their_lines),
    Invariant("I8", noop("invariants", "采购入库单的收付款都入了账"), payments_are_booked),
    Invariant("I11", noop("invariants", "采购入库单的未结金额等于供应商欠款"), debts_are_booked),
    Invariant("I3", noop("invariants", "采购退货单的货都进出了库"), returned_goods_move_as_written),
    Invariant("I7", noop("invariants", "采购退货单合计等于明细"), returns_are_their_lines),
    Invariant("I11", noop("invariants", "采购退货单的退款和冲减都入了账"), returns_are_booked),
    Invariant("I17", noop("invariants", "采购退货单不超过原单"), no_more_comes_back_than_went),
    Invariant("I7", noop("invariants", "采购发票金额等于明细"), invoices_are_their_lines),
    Invariant("I11", noop("invariants", "采购发票的应付和冲回暂估都入了账"), invoices_are_booked),
    Invariant(
        "I11",
        noop("invariants", "采购折让单合计等于明细，并入了账"),
        allowances_are_their_lines_and_booked,
    ),
    Invariant("I7", noop("invariants", "采购费用都摊到了明细"), landed_costs_are_their_lines),
    Invariant(
        "I11", noop("invariants", "采购费用分摊单的收付和应付都入了账"), landed_costs_are_booked
    ),
    Invariant(
        "I17",
        noop("invariants", "采购费用进库存的不超过分摊的"),
        landed_costs_stay_with_their_goods,
    ),
    Invariant("I17", noop("invariants", "暂估随发票和退货冲平"), estimates_are_cleared),
    Invariant("I17", noop("invariants", "同一供应商的发票号码不重复"), invoice_numbers_come_once),
)
