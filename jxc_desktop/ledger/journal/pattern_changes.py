"""What becomes of a kept pattern (模板): another name, another span, put out of use for a while and back."""

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.services import require_pattern_terms
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

_KNOWN = Statement(
    "SELECT name, every, next_month, disabled FROM voucher_pattern WHERE id = :id",
    postgresql="SELECT name, every, next_month, disabled FROM voucher_pattern WHERE id = :id FOR UPDATE",
)
_TAKEN = Statement("SELECT disabled FROM voucher_pattern WHERE name = :name AND id <> :id")
_CHANGE = Statement(
    "UPDATE voucher_pattern SET name = :name, every = :every, next_month = :month WHERE id = :id",
    changes="voucher_pattern",
)
_SET_DISABLED = Statement(
    "UPDATE voucher_pattern SET disabled = :disabled WHERE id = :id", changes="voucher_pattern"
)


@needs("journal_voucher.post")
def rename_pattern(session: Session, pattern_id: int, name: str, *, every: int) -> None:
    """Call a pattern otherwise and let it be due each `every` months; 0 means whenever somebody wants it."""
    tidy = require_pattern_terms(name, every)
    before, span, month, _disabled = _known(session, pattern_id)
    if (tidy, every) == (before, span):
        return
    taken = _TAKEN.first(session, name=tidy, id=pattern_id)
    if taken is not None:
        said = (
            translate("ledger", "已停用的模板里有“{name}”。换个名字，或先删掉它")
            if taken[0]
            else translate("ledger", "已经有模板“{name}”。换个名字")
        )
        raise Refused(said.format(name=tidy), field="name")
    due = (month or month_of(clock_of(session).today())) if every else ""
    _CHANGE.run(session, id=pattern_id, name=tidy, every=every, month=due)
    record(session, "voucher_pattern.rename", tidy, before=before, after=tidy)


@needs("journal_voucher.post")
def disable_pattern(session: Session, pattern_id: int, *, disabled: bool) -> None:
    """Put a pattern out of use, so that it is due no more, or back; back it is due from this month on."""
    name, every, month, was = _known(session, pattern_id)
    if was == disabled:
        return
    _SET_DISABLED.run(session, id=pattern_id, disabled=disabled)
    today = month_of(clock_of(session).today())
    if every and not disabled and month < today:
        _CHANGE.run(session, id=pattern_id, name=name, every=every, month=today)
    record(session, f"voucher_pattern.{'disable' if disabled else 'enable'}", name)


def _known(session: Session, pattern_id: int) -> tuple[str, int, str, bool]:
    row = _KNOWN.first(session, id=pattern_id)
    if row is None:
        raise NotFound(translate("ledger", "没有这个模板了。刷新后再看"))
    name, every, month, disabled = row
    return str(name), int(every), str(month), bool(disabled)
