"""Every kind that can be held back for approval, and saying yes or no to what waits, whatever kind it is."""

from collections.abc import Mapping
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.intake.documents import INTAKES
from jxc_desktop.intake.given_back import as_draft
from jxc_desktop.shop.approvals import services
from jxc_desktop.shop.approvals.rules import APPROVABLE
from jxc_desktop.shop.approvals.services import Approvable
from jxc_desktop.shop.keys import Posted


@cache
def approvables() -> Mapping[str, Approvable]:
    """How each kind that rules may name is kept, posted, and given back to its maker."""
    return {kind: _approvable(kind) for kind in APPROVABLE}


def approve_paper(session: Session, pending_id: int, comment: str = "") -> Posted:
    """Say yes to a paper that waits; the last yes posts it."""
    return services.approve(session, pending_id, approvables(), comment)


def reject_paper(session: Session, pending_id: int, reason: str) -> None:
    """Give a paper back to its maker, with the reason."""
    services.reject(session, pending_id, approvables(), reason)


def withdraw_paper(session: Session, pending_id: int) -> None:
    """Take one's own paper back while it waits."""
    services.withdraw(session, pending_id, approvables())


def _approvable(kind: str) -> Approvable:
    intake = INTAKES[kind]
    if intake.draft is None:
        raise TypeError(f"{kind} can be held back, so its intake must name the class of its draft")
    return Approvable(intake.draft, intake.post, as_draft(kind))
