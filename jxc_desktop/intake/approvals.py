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
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.losses import LossDraft
from jxc_desktop.stock.typed_count import typed_again as count_again
from jxc_desktop.stock.typed_loss import typed_again as loss_again
from jxc_desktop.stock.typed_paper import typed_again


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
    as_draft = _AS_DRAFTS.get(kind) or (partial(_money, kind) if kind in MONEY_KINDS else None)
    return Approvable(intake.draft, intake.post, as_draft)


def _delivery(draft: DeliveryDraft, subject: str) -> Mapping[str, Any] | None:
    paper = typed_again(draft, subject, draft.salesperson)
    return paper.body() if paper else None


def _receipt(draft: ReceiptDraft, subject: str) -> Mapping[str, Any] | None:
    paper = typed_again(draft, subject, draft.invoice or "")
    return paper.body() if paper else None


def _money(kind: str, draft: Any, subject: str) -> Mapping[str, Any]:
    return money_again(kind, draft, subject).body()


def _loss(draft: LossDraft, subject: str) -> Mapping[str, Any]:
    return loss_again(draft, subject).body()


def _count(draft: CountDraft, subject: str) -> Mapping[str, Any]:
    return count_again(draft, subject).body()


def _change(draft: PriceChangeDraft, _subject: str) -> Mapping[str, Any]:
    return change_again(draft).body()


_AS_DRAFTS: Mapping[str, Callable[[Any, str], Mapping[str, Any] | None]] = {
    "sales_delivery": _delivery,
    "goods_receipt": _receipt,
    "price_change": _change,
    "stock_count": _count,
    "stock_loss": _loss,
    "stock_gain": _loss,
}
