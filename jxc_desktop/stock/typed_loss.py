"""报损单, 报溢单 and 损溢处理单 while they are typed: the documents that their fields are.

`fields` of a loss or gain hold warehouse, reason, unresolved, lines (as `TypedLine.kept`); and source where they
were on their way with that transfer; those of a resolution the number of its original and parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import money_accounts
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.losses import LossDraft
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.queries import OpenLoss, open_losses
from jxc_desktop.stock.reasons import ReasonFacts, loss_reasons
from jxc_desktop.stock.resolutions import OWED, ResolutionDraft, ResolvedPart
from jxc_desktop.stock.typed_paper import draft_of, kept_line


@dataclass(frozen=True, slots=True)
class LossChoices:
    """What a loss or gain can be begun with."""

    papers: PaperChoices
    reasons: tuple[ReasonFacts, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """An account that may bear a part of a loss; money accounts have their id."""

    code: str
    name: str
    money_account_id: int | None = None


@dataclass(frozen=True, slots=True)
class ResolutionChoices:
    """What a resolution can be begun with: what waits, and what may bear it."""

    waiting: tuple[OpenLoss, ...]
    bearers: tuple[Bearer, ...]


_BEARERS = Statement(
    "SELECT code, name, english FROM account WHERE leaf = 1 AND disabled = 0 "
    "AND (kind = 'P' OR code LIKE '1221%' OR code LIKE '2241%') ORDER BY code"
)


def loss_choices(session: Session, *, gain: bool) -> LossChoices:
    """Warehouses and reasons in use."""
    return LossChoices(paper_choices(session), tuple(loss_reasons(session, gain=gain)))


def resolution_choices(session: Session) -> ResolutionChoices:
    """Losses and gains that wait; who owes it, the money accounts, and accounts of profit and loss."""
    money = [Bearer(each.code, each.name, each.id) for each in money_accounts(session).values()]
    rows = _BEARERS.all(session)
    accounts = [Bearer(code, shown_name(name, english)) for code, name, english in rows]
    owed = [each for each in accounts if each.code.startswith(OWED)]
    earned = [each for each in accounts if not each.code.startswith(OWED)]
    return ResolutionChoices(tuple(open_losses(session)), (*owed, *money, *earned))


def loss_draft(typed: TypedFields) -> LossDraft:
    """The loss or gain for the service."""
    fields = typed.fields
    lines = (draft_of(line) for line in fields.get("lines", ()) if line["quantity"])
    return LossDraft(
        day=typed.day,
        warehouse_id=fields.get("warehouse") or 0,
        reason_id=fields.get("reason") or 0,
        lines=tuple(lines),
        unresolved=bool(fields.get("unresolved")),
        remark=typed.remark,
        source=fields.get("source", ""),
    )


def typed_again(draft: LossDraft, subject: str) -> TypedFields:
    """A loss or gain as typed, from the draft that its service got."""
    fields = {
        "warehouse": draft.warehouse_id,
        "reason": draft.reason_id,
        "unresolved": draft.unresolved,
        "lines": [kept_line(line) for line in draft.lines],
        **({"source": draft.source} if draft.source else {}),
    }
    return TypedFields(draft.day, None, subject, draft.remark, fields)


def resolution_draft(typed: TypedFields) -> ResolutionDraft:
    """The resolution for the service."""
    parts = tuple(_part(part) for part in typed.fields.get("parts", ()) if part["amount"])
    return ResolutionDraft(typed.day, typed.fields.get("original", ""), parts, typed.remark)


def _part(kept: Mapping[str, Any]) -> ResolvedPart:
    return ResolvedPart(kept["amount"], kept["account"], kept["money_account_id"], kept["employee"])
