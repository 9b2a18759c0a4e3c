"""What always holds for sales delivery documents."""

from sqlalchemy.orm import Session

from jxc_desktop.cash.booked import wrong_debts, wrong_payments
from jxc_desktop.core.document_checks import wrong_reductions, wrong_totals
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.stock.goods_checks import wrong_goods

KIND = "sales_delivery"
LINES = "sales_delivery_line"
PAYMENTS = "sales_delivery_payment"
ACCOUNTS = "1122"


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


INVARIANTS = (
    Invariant("I3", "销售出库单的货都进出了库", goods_move_as_written),
    Invariant("I7", "销售出库单合计等于明细", totals_are_their_lines),
    Invariant("I8", "销售出库单的收付款都入了账", payments_are_booked),
    Invariant("I11", "销售出库单的未结金额等于客户欠款", debts_are_booked),
)
