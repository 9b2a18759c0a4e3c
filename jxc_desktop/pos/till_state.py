"""All that the till's screen needs when it opens, in one question."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MethodView, payment_methods
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.pos.held import HeldView, held_tickets, load_draft
from jxc_desktop.pos.queries.tickets import TicketView, last_ticket, ticket_view
from jxc_desktop.pos.shifts import ShiftFacts, open_shift_at
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.pricing.promotions.offer import Offer
from jxc_desktop.pricing.promotions.queries import moment_now, offers
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.keys import answered
from jxc_desktop.shop.queries import own_name
from jxc_desktop.shop.settings import Settings, settings_of


@dataclass(frozen=True, slots=True)
class TillView:
    """A place to sell at and the warehouse its goods leave."""

    id: int
    code: str
    name: str
    warehouse_id: int
    warehouse: str


@dataclass(frozen=True, slots=True)
class OpenShift:
    """The shift that sells now: since when (ms UTC), by whom, and how many tickets so far."""

    facts: ShiftFacts
    opened_at: int
    cashier: str
    tickets: int


@dataclass(frozen=True, slots=True)
class TillState:
    """What a till has on its screen, and who is at it.

    `sold` is the number under which `draft` turned out to be paid already.
    """

    till: TillView
    settings: Settings
    methods: tuple[MethodView, ...]
    shift: OpenShift | None
    held: tuple[HeldView, ...]
    last: TicketView | None
    draft: OpenTicket | None = None
    sold: str = ""
    person: str = ""
    offers: tuple[Offer, ...] = ()


_TILL = Statement(
    "SELECT t.id, t.code, t.name, w.id, w.name FROM till t JOIN warehouse w ON w.id = t.warehouse_id "
    "WHERE t.code = :code"
)
_SHIFT = Statement(
    "SELECT s.opened_at, coalesce(nullif(u.full_name, ''), u.name), "
    "(SELECT count(*) FROM pos_sale d WHERE d.shift_id = s.id AND d.reverses_id IS NULL "
    " AND d.state IN ('posted', 'reversed')) "
    "FROM shift s JOIN shop_user u ON u.id = s.user_id WHERE s.id = :id"
)


@needs("pos_sale.view")
def till_named(session: Session, code: str) -> TillView:
    """The till with this code; raises `NotFound`."""
    row = _TILL.first(session, code=code)
    if row is None:
        raise NotFound(translate("pos", "没有收银台 {till}。在设置里核对").format(till=code))
    till_id, till, name, warehouse_id, warehouse = row
    return TillView(till_id, till, built_in_name(name), warehouse_id, built_in_name(warehouse))


@needs("pos_sale.view")
def till_state(session: Session, code: str, *, with_draft: bool = False) -> TillState:
    """What the till with this code shows; `with_draft` brings the ticket that a crash left behind."""
    till = till_named(session, code)
    number = last_ticket(session, till.id)
    draft = load_draft(session, till.id) if with_draft else None
    paid = answered(session, draft.key) if draft is not None else None
    promotions = offers(session)
    return TillState(
        till,
        settings_of(session),
        tuple(payment_methods(session)),
        _open_shift(session, code),
        _held(session, till.id, promotions),
        None if number is None else ticket_view(session, number),
        None if paid else draft,
        paid.number if paid else "",
        own_name(session),
        promotions,
    )


def _held(session: Session, till_id: int, promotions: tuple[Offer, ...]) -> tuple[HeldView, ...]:
    """The tickets put aside, as they would be now."""
    views = tuple(held_tickets(session, till_id))
    if not promotions:
        return views
    now = moment_now(session)
    return tuple(replace(x, ticket=x.ticket.promoted_by(promotions, now)) for x in views)


def _open_shift(session: Session, code: str) -> OpenShift | None:
    facts = open_shift_at(session, code)
    if facts is None:
        return None
    opened_at, cashier, tickets = _SHIFT.one(session, id=facts.id)
    return OpenShift(facts, int(opened_at), str(cashier), int(tickets))
