"""The papers of the stock room, counted as printed: with 补打 from the second time on."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.kit_slips import kit_note
from jxc_desktop.stock.paper_slips import (
    adjustment_note,
    count_note,
    count_sheet,
    loss_note,
    other_note,
    resolution_note,
    transfer_note,
    transfer_receipt_note,
)
from jxc_desktop.stock.queries import (
    assembly_view,
    cost_adjustment_view,
    disassembly_view,
    loss_resolution_view,
    other_issue_view,
    other_receipt_view,
    sheet_goods,
    stock_count_view,
    stock_gain_view,
    stock_loss_view,
)
from jxc_desktop.stock.transfer_views import stock_transfer_view, transfer_receipt_view

LOSS_FORM, GAIN_FORM, RESOLUTION_FORM = "loss_note", "gain_note", "resolution_note"
OTHER_RECEIPT_FORM, OTHER_ISSUE_FORM = "other_receipt_note", "other_issue_note"
ADJUSTMENT_FORM = "adjustment_note"
ASSEMBLY_FORM, DISASSEMBLY_FORM = "assembly_note", "disassembly_note"
TRANSFER_FORM, COUNT_FORM = "transfer_note", "count_note"
TRANSFER_RECEIPT_FORM = "transfer_receipt_note"


def printed_count(session: Session, number: str) -> Form:
    """The paper of a count."""
    return _printed(session, number, COUNT_FORM, stock_count_view, count_note)


def printed_other_receipt(session: Session, number: str) -> Form:
    """The paper of goods that came in for some other purpose."""
    return _printed(session, number, OTHER_RECEIPT_FORM, other_receipt_view, other_note)


def printed_other_issue(session: Session, number: str) -> Form:
    """The paper of goods that went out for some other purpose."""
    return _printed(session, number, OTHER_ISSUE_FORM, other_issue_view, other_note)


def printed_sheet(
    session: Session, products: Collection[int], place: tuple[int, str], *, blind: bool
) -> Form:
    """The list of goods to be counted in a warehouse (its id and name); it is no document, so no print is noted."""
    warehouse_id, name = place
    goods = sheet_goods(session, products, warehouse_id, blind=blind)
    return count_sheet(goods, settings_of(session), name, clock_of(session).today())


def printed_transfer(session: Session, number: str) -> Form:
    """The paper that goes with goods to another warehouse."""
    return _printed(session, number, TRANSFER_FORM, stock_transfer_view, transfer_note)


def printed_transfer_receipt(session: Session, number: str) -> Form:
    """The paper of goods of a transfer that came in."""
    return _printed(
        session, number, TRANSFER_RECEIPT_FORM, transfer_receipt_view, transfer_receipt_note
    )


def printed_loss(session: Session, number: str) -> Form:
    """The paper of goods lost."""
    return _printed(session, number, LOSS_FORM, stock_loss_view, loss_note)


def printed_gain(session: Session, number: str) -> Form:
    """The paper of goods found."""
    return _printed(session, number, GAIN_FORM, stock_gain_view, loss_note)


def printed_resolution(session: Session, number: str) -> Form:
    """The paper that says who bears what was lost."""
    return _printed(session, number, RESOLUTION_FORM, loss_resolution_view, resolution_note)


def printed_adjustment(session: Session, number: str) -> Form:
    """The paper of a correction of cost."""
    return _printed(session, number, ADJUSTMENT_FORM, cost_adjustment_view, adjustment_note)


def printed_assembly(session: Session, number: str) -> Form:
    """The paper of a product put together."""
    return _printed(session, number, ASSEMBLY_FORM, assembly_view, kit_note)


def printed_disassembly(session: Session, number: str) -> Form:
    """The paper of a product taken apart."""
    return _printed(session, number, DISASSEMBLY_FORM, disassembly_view, kit_note)


def _printed(
    session: Session,
    number: str,
    form: str,
    view: Callable[[Session, str], Any],
    paper: Callable[..., Form],
) -> Form:
    """`paper` of what `view` lets be seen, told how often it was printed before."""
    seen = view(session, number)
    printed = note_print(session, number, form)
    return paper(seen, settings_of(session), printed=printed)
