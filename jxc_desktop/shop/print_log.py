"""How often a document was put on paper: the first is the original, later ones are 补打 (I19)."""

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import PrintLog

_PRINTED = Statement("SELECT count(*) FROM print_log WHERE number = :number AND form = :form")
_LOG = insert_into(PrintLog, ("number", "form", "at", "user_id"))


@needs("document.reprint")
def note_print(session: Session, number: str, form: str) -> int:
    """Put on record that `number` goes on paper as `form`; returns how many papers there were before."""
    before = int(_PRINTED.one(session, number=number, form=form)[0])
    _LOG.run(
        session,
        number=number,
        form=form,
        at=clock_of(session).milliseconds(),
        user_id=actor_of(session).user_id,
    )
    record(session, "document.print", number, form=form, printed=before)
    return before
