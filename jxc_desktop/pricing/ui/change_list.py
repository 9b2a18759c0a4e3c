"""The list of price changes: kept drafts on top, then what was approved, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.pricing.queries import PriceChangeRow, change_state_words, price_changes
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.drafts import DraftView, drafts_of
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind

KIND = "price_change"
_TONES = {State.POSTED: "ok", State.APPROVED: "info", State.VOIDED: "mute"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change or a kept draft; `subject` is what the pane is opened on."""

    subject: int | str
    day: date
    reason: str
    state: str
    rejected: bool = False


def listed_changes(session: Session) -> list[ChangeRow]:
    """Everything there is, drafts only for who may write them."""
    drafts = drafts_of(session, KIND) if may(session, f"{KIND}.edit") else []
    return [*map(_of_draft, drafts), *map(_of_change, price_changes(session))]


def _of_draft(draft: DraftView) -> ChangeRow:
    return ChangeRow(draft.id, draft.day, draft.subject, State.DRAFT, rejected=bool(draft.note))


def _of_change(row: PriceChangeRow) -> ChangeRow:
    return ChangeRow(row.number, row.effective_day, row.reason or row.number, row.state)


def list_columns(today: Callable[[], date]) -> tuple[Column[ChangeRow], ...]:
    """生效日 原因 状态."""
    return (
        Column[ChangeRow](
            "day", translate("pricing", "生效日"), kind=Kind.SHORT_DAY, width=60, sortable=False
        ),
        Column[ChangeRow](
            "reason", translate("pricing", "原因"), width=90, stretch=True, sortable=False
        ),
        Column[ChangeRow](
            "state",
            translate("pricing", "状态"),
            value=lambda row: _chip(row, today()),
            kind=Kind.CHIP,
            width=76,
            sortable=False,
        ),
    )


def change_chip(state: str, effective: date, today: date) -> Chip:
    """The state of a change that was approved."""
    words = change_state_words(state, effective, today)
    return Chip(words, _TONES.get(State(state), "mute"), struck=state == State.VOIDED)


def _chip(row: ChangeRow, today: date) -> Chip:
    if row.rejected:
        return Chip(translate("pricing", "被驳回"), "bad")
    return change_chip(row.state, row.day, today)
