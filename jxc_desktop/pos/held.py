"""Tickets put aside (挂单) and the one on the screen, kept so that neither a crash nor a customer's walk loses a line.

Neither has any effect on stock or books.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Row, Statement, insert_into
from jxc_desktop.core.texts import tidy
from jxc_desktop.pos.guest import guest_still_there
from jxc_desktop.pos.models import HeldTicket
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pos.ticket_text import text_of_ticket, ticket_of
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record

LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class HeldView:
    """A ticket put aside: when (ms UTC), by whom, under which name, and all that is on it."""

    id: int
    name: str
    at: int
    cashier: str
    ticket: OpenTicket


_HOLD = insert_into(HeldTicket, ("till_id", "user_id", "at", "name", "body"), gives_id=True)
_LIST = Statement(
    "SELECT h.id, h.name, h.at, u.name, h.body FROM held_ticket h "
    "JOIN shop_user u ON u.id = h.user_id WHERE h.till_id = :till ORDER BY h.id"
)
_TAKE = Statement(
    "DELETE FROM held_ticket WHERE id = :id RETURNING name, body", changes="held_ticket"
)
_RENAME = Statement(
    "UPDATE held_ticket SET name = :name WHERE id = :id RETURNING id", changes="held_ticket"
)
_SAVE = Statement(
    "INSERT INTO ticket_draft (till_id, at, body) VALUES (:till, :at, :body) "
    "ON CONFLICT (till_id) DO UPDATE SET at = excluded.at, body = excluded.body",
    changes="ticket_draft",
)
_LOAD = Statement("SELECT body FROM ticket_draft WHERE till_id = :till")
_CLEAR = Statement("DELETE FROM ticket_draft WHERE till_id = :till", changes="ticket_draft")


@needs("pos_sale.post")
def hold_ticket(session: Session, till_id: int, ticket: OpenTicket, name: str = "") -> int:
    """Put a ticket aside under a name, or that of its first goods; returns its id."""
    if not ticket.lines:
        raise InvalidInput(translate("pos", "空单不用挂。先扫商品"))
    shown = tidy(name)[:LONGEST_NAME] or _name_of(ticket)
    held_id = _HOLD.inserted(
        session,
        till_id=till_id,
        user_id=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
        name=shown,
        body=text_of_ticket(ticket),
    )
    record(session, "ticket.hold", shown, due=ticket.due, lines=len(ticket.lines))
    _CLEAR.run(session, till=till_id)
    return held_id


def _name_of(ticket: OpenTicket) -> str:
    first = ticket.lines[0].product.name
    if len(ticket.lines) == 1:
        return first
    return translate("pos", "{product}等").format(product=first)


@needs("pos_sale.post")
def held_tickets(session: Session, till_id: int) -> list[HeldView]:
    """The tickets put aside at a till, oldest first."""
    return list(_views(session, _LIST.all(session, till=till_id)))


def _views(session: Session, rows: list[Row]) -> Iterator[HeldView]:
    for held_id, name, at, cashier, body in rows:
        yield HeldView(int(held_id), name, int(at), cashier, _read(session, body))


def _read(session: Session, body: str) -> OpenTicket:
    return ticket_of(body, partial(guest_still_there, session))


@needs("pos_sale.post")
def recall_ticket(session: Session, held_id: int) -> OpenTicket:
    """Take a ticket back onto the screen; whoever asks second gets `NotFound`."""
    name, ticket = _taken(session, held_id)
    record(session, "ticket.recall", name, due=ticket.due)
    return ticket


@needs("pos.delete_line")
def discard_held(session: Session, held_id: int) -> None:
    """Throw a ticket put aside away for good."""
    name, ticket = _taken(session, held_id)
    goods = [f"{line.product.name}×{line.quantity}" for line in ticket.lines]
    record(session, "ticket.discard", name, due=ticket.due, goods=goods)


def _taken(session: Session, held_id: int) -> tuple[str, OpenTicket]:
    row = _TAKE.first(session, id=held_id)
    if row is None:
        raise NotFound(translate("pos", "这张挂单已被取走。看看别的收银台"))
    return str(row[0]), _read(session, row[1])


@needs("pos_sale.post")
def rename_held(session: Session, held_id: int, name: str) -> None:
    """Give a ticket put aside another name."""
    shown = tidy(name)[:LONGEST_NAME]
    if not shown:
        raise InvalidInput(translate("pos", "挂单的名字不能空着"), field="name")
    if _RENAME.first(session, id=held_id, name=shown) is None:
        raise NotFound(translate("pos", "这张挂单已被取走。看看别的收银台"))


@needs("pos_sale.post")
def save_draft(session: Session, till_id: int, ticket: OpenTicket) -> None:
    """Keep the ticket on the screen; an empty one clears what was kept."""
    if ticket.lines or ticket.swap:
        at = clock_of(session).milliseconds()
        _SAVE.run(session, till=till_id, at=at, body=text_of_ticket(ticket))
    else:
        _CLEAR.run(session, till=till_id)


@needs("pos_sale.post")
def load_draft(session: Session, till_id: int) -> OpenTicket | None:
    """The ticket that was on a till's screen when the program ended, if any."""
    row = _LOAD.first(session, till=till_id)
    return None if row is None else _read(session, row[0])
