"""What the till does around a posting: sell and see the receipt, print again, open the drawer, all on record."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.papers import original_header
from jxc_desktop.pos.drafts import ReturnDraft, TicketDraft
from jxc_desktop.pos.exchange import FROM_TICKET
from jxc_desktop.pos.membership import going_back
from jxc_desktop.pos.queries.shifts import ShiftView, shift_view
from jxc_desktop.pos.queries.tickets import TicketView, returned_quantities, ticket_view
from jxc_desktop.pos.services import SALE, post_return, post_ticket
from jxc_desktop.pos.shifts import ShiftFacts, close_shift, shift_facts, tickets_waiting
from jxc_desktop.pos.ticket import Swap
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.shop.models import PrintLog
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.returned import returned_lines

RECEIPT = "receipt"
"""The form's name in the print log, and the kind of print jobs."""


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale or return with all that its paper says; `printed` counts the papers before this one."""

    view: TicketView
    settings: Settings
    printed: int = 0


_PRINTED = Statement("SELECT count(*) FROM print_log WHERE number = :number AND form = :form")
_LOG_PRINT = insert_into(PrintLog, ("number", "form", "at", "user_id"))


@needs("pos_sale.post")
def sell(
    session: Session, draft: TicketDraft, shift_id: int, key: Key, *, on_paper: bool = True
) -> Sold:
    """Post a ticket and give back its receipt; `on_paper` says that it is going to be printed."""
    return _sold(session, post_ticket(session, draft, shift_id, key=key), on_paper=on_paper)


@needs("pos_return.post")
def take_back(
    session: Session, draft: ReturnDraft, shift_id: int, key: Key, *, on_paper: bool = True
) -> Sold:
    """Post a return and give back its paper."""
    return _sold(session, post_return(session, draft, shift_id, key=key), on_paper=on_paper)


def _sold(session: Session, posted: Posted, *, on_paper: bool) -> Sold:
    printed = _print_count(session, posted.number)
    if on_paper:
        _log_print(session, posted.number)
    return Sold(ticket_view(session, posted.number), settings_of(session), printed)


@needs("pos_sale.view")
def sold_under(session: Session, key: Key) -> Sold | None:
    """What was posted under `key`, for when nobody knows whether COMMIT came through."""
    posted = answered(session, key)
    if posted is None:
        return None
    printed = _print_count(session, posted.number)
    return Sold(ticket_view(session, posted.number), settings_of(session), printed)


@needs("document.reprint")
def reprint(session: Session, number: str) -> Sold:
    """The receipt of a ticket or return to be printed once more; each paper is on record."""
    view = ticket_view(session, number)
    printed = _print_count(session, number)
    _log_print(session, number)
    record(session, "receipt.reprint", number, printed=printed)
    return Sold(view, settings_of(session), printed)


def _print_count(session: Session, number: str) -> int:
    return int(_PRINTED.one(session, number=number, form=RECEIPT)[0])


def _log_print(session: Session, number: str) -> None:
    _LOG_PRINT.run(
        session,
        number=number,
        form=RECEIPT,
        at=clock_of(session).milliseconds(),
        user_id=actor_of(session).user_id,
    )


@dataclass(frozen=True, slots=True)
class Closed:
    """A shift that is over, with all that its paper says."""

    view: ShiftView
    settings: Settings
    waiting: int


@needs("shift.open")
def close_till(
    session: Session, shift_id: int, counts: Mapping[int, int], reason: str = ""
) -> Closed:
    """Close a shift as counted and give back its paper."""
    facts = shift_facts(session, shift_id)
    close_shift(session, shift_id, counts, reason=reason)
    return _shift_paper(session, facts)


@needs("shift.view")
def interim(session: Session, shift_id: int) -> Closed:
    """What a shift has taken so far (X 报)."""
    return _shift_paper(session, shift_facts(session, shift_id))


def _shift_paper(session: Session, facts: ShiftFacts) -> Closed:
    waiting = tickets_waiting(session, facts.till_id)
    return Closed(shift_view(session, facts.id), settings_of(session), waiting)


@dataclass(frozen=True, slots=True)
class Original:
    """A ticket whose goods come back, with what came back before (1e-4 by line)."""

    view: TicketView
    returned: dict[int, int]


@needs("pos_return.post")
def original_of(session: Session, number: str) -> Original:
    """The ticket with this number; refused for what cannot be handed back."""
    view = ticket_view(session, number.strip().upper())
    if view.head.kind != SALE.kind or view.head.reverses:
        raise Refused(translate("pos", "{number} 不是卖出的小票").format(number=view.head.number))
    if view.head.reversed_by:
        raise Refused(
            translate("pos", "{number} 已整单红冲，不能再退").format(number=view.head.number)
        )
    return Original(view, returned_quantities(session, view.head.id))


@needs("pos_return.post")
def refunds(session: Session, draft: ReturnDraft, original_id: int) -> dict[int, int]:
    """Fen that each line of a return would give back, by line of the original; raises like the posting."""
    original = {"id": original_id, "number": draft.original}
    back = returned_lines(session, FROM_TICKET, original, draft.lines)
    return {row["from_line"]: row["gross"] for row in back}


@needs("pos_return.post")
def swap_of(session: Session, draft: ReturnDraft) -> Swap:
    """What goods of an earlier ticket give back in an exchange, of the till's money."""
    original = original_header(session, SALE.kind, draft.original, hold=False)
    back = returned_lines(session, FROM_TICKET, original, draft.lines)
    part = going_back(session, original, back)
    names = {line.line_no: line.name for line in ticket_view(session, draft.original).lines}
    words = (f"{names[r['from_line']]}×{trimmed(r['quantity'], QUANTITY_PLACES)}" for r in back)
    worth = sum(row["gross"] for row in back) - part.principal
    return Swap(draft.original, draft.lines, worth, listed(words))


@needs("pos.open_drawer")
def note_drawer(session: Session, till: str) -> None:
    """Put on record that the drawer was opened without a sale."""
    record(session, "drawer.open", till)


@needs("pos.delete_line")
def note_deleted(session: Session, till: str, goods: str, quantity: int, amount: int) -> None:
    """Put on record that a line was taken off a ticket before it was paid."""
    record(session, "ticket.delete_line", till, goods=goods, quantity=quantity, amount=amount)


@needs("pos.delete_line")
def note_cancelled(session: Session, till: str, lines: int, due: int) -> None:
    """Put on record that a whole ticket was given up before it was paid."""
    record(session, "ticket.cancel", till, lines=lines, due=due)
