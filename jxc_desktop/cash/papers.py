"""Papers of posted money documents, counted as printed: 补打 from the second time on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash import inner_slips, queries, slips
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a kind of document comes on paper; `small` ones fit the third of a sheet of continuous paper."""

    form: str
    view: Callable[[Session, str], Any]
    slip: Callable[..., Form]
    small: bool = False


PAPERS: Mapping[str, Drawn] = {
    "customer_receipt": Drawn(
        "money_receipt", queries.customer_receipt_view, slips.money_receipt, small=True
    ),
    "supplier_payment": Drawn(
        "payment_slip", queries.supplier_payment_view, slips.payment_slip, small=True
    ),
    "advance_receipt": Drawn(
        "money_receipt", queries.advance_receipt_view, slips.advance_slip, small=True
    ),
    "advance_payment": Drawn(
        "payment_slip", queries.advance_payment_view, slips.prepayment_slip, small=True
    ),
    "settlement": Drawn("settlement_slip", queries.settlement_view, inner_slips.settlement_slip),
    "bad_debt": Drawn("bad_debt_slip", queries.bad_debt_view, inner_slips.bad_debt_slip),
    "expense": Drawn("expense_slip", queries.expense_view, inner_slips.expense_slip),
    "other_income": Drawn("income_slip", queries.other_income_view, inner_slips.income_slip),
    "money_transfer": Drawn(
        "transfer_slip", queries.money_transfer_view, inner_slips.transfer_slip, small=True
    ),
}
"""Every kind of money document that can be printed."""


def printed_money_paper(session: Session, number: str, *, kind: str) -> Form:
    """The paper of one document, noting that it is printed."""
    drawn = PAPERS[kind]
    view = drawn.view(session, number)
    printed = note_print(session, number, drawn.form)
    return drawn.slip(view, settings_of(session), printed=printed)
