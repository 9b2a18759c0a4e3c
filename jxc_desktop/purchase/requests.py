"""Before an order: goods that somebody wants, and suppliers asked what they cost."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.partners.facts import supplier_facts
from jxc_desktop.purchase.order_kinds import REQUEST, RFQ
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered
from jxc_desktop.stock.ordering.following import followed_wish
from jxc_desktop.stock.ordering.states import WrittenOrder, approve_order
from jxc_desktop.stock.ordering.wishes import wished_rows
from jxc_desktop.stock.priced import LineDraft


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """Goods wanted, as typed: by `due_day`, for `purpose`; `amends` its own number when it is written anew."""

    day: date
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    due_day: date | None = None
    purpose: str = ""
    remark: str = ""
    amends: str = ""


@dataclass(frozen=True, slots=True)
class RfqDraft:
    """An inquiry as typed: `suppliers` to be asked, answers wanted by `due_day`; `source` is the request it follows.

    Without lines it asks for all that the request still wants.
    """

    day: date
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    suppliers: tuple[int, ...]
    due_day: date | None = None
    source: str = ""
    remark: str = ""
    amends: str = ""


@needs("purchase_request.post")
def approve_purchase_request(session: Session, draft: RequestDraft, *, key: Key) -> Posted:
    """Say that goods are wanted and may be bought."""
    if earlier := answered(session, key):
        return earlier
    header: dict[str, Any] = {
        "due_day": draft.due_day,
        "warehouse_id": draft.warehouse_id,
        "purpose": draft.purpose,
        "remark": draft.remark,
    }
    rows = list(wished_rows(session, draft.lines))
    require_open_period(session, draft.day)
    facts = partial(Facts, draft.day, 0, draft.purpose)
    if held := held_back(session, REQUEST.kind, draft, facts, key):
        return held
    return approve_order(
        session, REQUEST, WrittenOrder(draft.day, 0, header, (rows,), draft.amends), key=key
    )


@needs("rfq.post")
def approve_rfq(session: Session, draft: RfqDraft, *, key: Key) -> Posted:
    """Ask suppliers for their prices."""
    if earlier := answered(session, key):
        return earlier
    lines, request_id = followed_wish(session, REQUEST, draft.source, draft.lines)
    header: dict[str, Any] = {
        "due_day": draft.due_day,
        "warehouse_id": draft.warehouse_id,
        "request_id": request_id,
        "remark": draft.remark,
    }
    rows, asked = list(wished_rows(session, lines)), _asked(session, draft)
    written = WrittenOrder(draft.day, 0, header, (rows, asked), draft.amends)
    return approve_order(session, RFQ, written, key=key)


def _asked(session: Session, draft: RfqDraft) -> list[dict[str, int]]:
    suppliers = [supplier_facts(session, partner).id for partner in dict.fromkeys(draft.suppliers)]
    if not suppliers:
        raise InvalidInput(translate("purchase", "选上要询价的供应商"), field="suppliers")
    return [{"line_no": n, "partner_id": partner} for n, partner in enumerate(suppliers, 1)]
