"""What customers promised to pay, and by when (承诺)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import Promise
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import insert_into
from jxc_desktop.core.texts import tidy
from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record

LONGEST_NOTE = 200
_INSERT = insert_into(Promise, ("partner_id", "number", "by_day", "note", "made_by", "made_at"))


@dataclass(frozen=True, slots=True)
class PromiseDraft:
    """A customer pays by a day, all or one document; a later promise takes the place of an earlier one."""

    partner_id: int
    by_day: date
    note: str = ""
    number: str | None = None


@needs("promise.edit")
def note_promise(session: Session, draft: PromiseDraft) -> None:
    """Write down a promise."""
    partner = customer_facts(session, draft.partner_id, even_disabled=True)
    clock, note = clock_of(session), tidy(draft.note)
    if draft.by_day < clock.today():
        problem = translate("cash", "承诺的日期 {day} 已经过了。写今天或以后的日期")
        raise InvalidInput(problem.format(day=draft.by_day), field="by_day")
    if len(note) > LONGEST_NOTE:
        problem = translate("cash", "承诺的说明太长，最多 {length} 个字")
        raise InvalidInput(problem.format(length=LONGEST_NOTE), field="note")
    _INSERT.run(
        session,
        partner_id=partner.id,
        number=draft.number,
        by_day=draft.by_day,
        note=note,
        made_by=actor_of(session).user_id,
        made_at=clock.milliseconds(),
    )
    record(session, "promise.make", partner.name, day=draft.by_day, note=note)
