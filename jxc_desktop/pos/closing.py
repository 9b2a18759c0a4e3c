"""What the till asks and finishes before a month of the books is closed."""

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.closing.check import ClosingCheck
from jxc_desktop.ledger.periods import last_of
from jxc_desktop.pos.shifts import API_TILL, close_machine_shifts

_OPEN = Statement(
    "SELECT t.code, s.day, u.name FROM shift s JOIN till t ON t.id = s.till_id "
    "JOIN shop_user u ON u.id = s.user_id "
    "WHERE s.state = 'open' AND t.code <> :machine AND s.day <= :last ORDER BY s.day, t.code"
)


def shifts_are_closed(session: Session, month: str) -> list[str]:
    """No till has a shift of the month open; the machine's own are closed with the period."""
    return [
        translate("closing", "收银台 {till} {day} 的班（{user}）还没交班").format(
            till=till, day=day, user=user
        )
        for till, day, user in _OPEN.all(session, machine=API_TILL, last=last_of(month))
    ]


def finish_machine_shifts(session: Session, month: str) -> None:
    """Close the machine interface's shifts of the month and before."""
    close_machine_shifts(session, last_of(month))


CHECKS = (ClosingCheck("shifts", noop("closing", "未交班"), shifts_are_closed, "till"),)
