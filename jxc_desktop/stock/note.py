"""The papers of the stock room, counted as printed: with 补打 from the second time on."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.print_log import note_print
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.kit_slips import kit_note
from jxc_desktop.stock.paper_slips import (
    count_note,
    count_sheet,
    loss_note,
    other_note,
    resolution_note,
    transfer_note,
)
from jxc_desktop.stock.queries import (
    assembly_view,
    disassembly_view,
    loss_resolution_view,
    other_issue_view,
    other_receipt_view,
    sheet_goods,
    stock_count_view,
    stock_gain_view,
    stock_loss_view,
    stock_transfer_view,
)

LOSS_FORM, GAIN_FORM, RESOLUTION_FORM = "loss_note", "gain_note", "resolution_note"
OTHER_RECEIPT_FORM, OTHER_ISSUE_FORM = "other_receipt_note", "other_issue_note"
ASSEMBLY_FORM, DISASSEMBLY_FORM = "assembly_note", "disassembly_note"
TRANSFER_FORM, COUNT_FORM = "transfer_note", "count_note"


def printed_count(session: Session, number: str) -> Form:
    """The paper of a count."""
    view = stock_count_view(session, number)
    printed = note_print(session, number, COUNT_FORM)
    return count_note(view, settings_of(session), printed=printed)


def printed_other_receipt(session: Session, number: str) -> Form:
    """The paper of goods that came in for some other purpose."""
    view = other_receipt_view(session, number)
    printed = note_print(session, number, OTHER_RECEIPT_FORM)
    return other_note(view, settings_of(session), printed=printed)


def printed_other_issue(session: Session, number: str) -> Form:
    """The paper of goods that went out for some other purpose."""
    view = other_issue_view(session, number)
    printed = note_print(session, number, OTHER_ISSUE_FORM)
    return other_note(view, settings_of(session), printed=printed)


def printed_sheet(
    session: Session, products: Collection[int], place: tuple[int, str], *, blind: bool
) -> Form:
    """The list of goods to be counted in a warehouse (its id and name); it is no document, so no print is noted."""
    warehouse_id, name = place
    goods = sheet_goods(session, products, warehouse_id, blind=blind)
    return count_sheet(goods, settings_of(session), name, clock_of(session).today())


def printed_transfer(session: Session, number: str) -> Form:
    """The paper that goes with goods to another warehouse."""
    view = stock_transfer_view(session, number)
    printed = note_print(session, number, TRANSFER_FORM)
    return transfer_note(view, settings_of(session), printed=printed)


def printed_loss(session: Session, number: str) -> Form:
    """The paper of goods lost."""
    view = stock_loss_view(session, number)
    printed = note_print(session, number, LOSS_FORM)
    return loss_note(view, settings_of(session), printed=printed)


def printed_gain(session: Session, number: str) -> Form:
    """The paper of goods found."""
    view = stock_gain_view(session, number)
    printed = note_print(session, number, GAIN_FORM)
    return loss_note(view, settings_of(session), printed=printed)


def printed_resolution(session: Session, number: str) -> Form:
    """The paper that says who bears what was lost."""
    view = loss_resolution_view(session, number)
    printed = note_print(session, number, RESOLUTION_FORM)
    return resolution_note(view, settings_of(session), printed=printed)


def printed_assembly(session: Session, number: str) -> Form:
    """The paper of a product put together."""
    view = assembly_view(session, number)
    printed = note_print(session, number, ASSEMBLY_FORM)
    return kit_note(view, settings_of(session), printed=printed)


def printed_disassembly(session: Session, number: str) -> Form:
    """The paper of a product taken apart."""
    view = disassembly_view(session, number)
    printed = note_print(session, number, DISASSEMBLY_FORM)
    return kit_note(view, settings_of(session), printed=printed)
