"""What can be asked about the till: tickets and returns, shifts and what was taken in them."""

from jxc_desktop.pos.queries.shifts import (
    MethodSum,
    ShiftView,
    shift_view,
    shift_views,
    shifts_between,
)
from jxc_desktop.pos.queries.tickets import (
    TenderView,
    TicketView,
    last_ticket,
    return_list,
    return_sum,
    returned_quantities,
    ticket_list,
    ticket_sum,
    ticket_view,
)

__all__ = [
    "MethodSum",
    "ShiftView",
    "TenderView",
    "TicketView",
    "last_ticket",
    "return_list",
    "return_sum",
    "returned_quantities",
    "shift_view",
    "shift_views",
    "shifts_between",
    "ticket_list",
    "ticket_sum",
    "ticket_view",
]
