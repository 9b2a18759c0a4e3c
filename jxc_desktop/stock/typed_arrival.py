"""调拨入库单 while it is typed: the document that its fields are.

`fields` hold source (the transfer's number), reason, lines (as `TypedLine.kept`, `rejected` what never came).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.ordering.following import followed_lines
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.reasons import ReasonFacts, loss_reasons
from jxc_desktop.stock.transfer_receipts import ArrivalDraft
from jxc_desktop.stock.transfer_views import ComingRow, coming_transfers
from jxc_desktop.stock.transit import coming_goods
from jxc_desktop.stock.typed_paper import draft_of, kept_line


@dataclass(frozen=True, slots=True)
class ArrivalChoices:
    """What a receipt can be begun with: the transfers on their way, and why goods never come."""

    papers: PaperChoices
    reasons: tuple[ReasonFacts, ...]
    coming: tuple[ComingRow, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What of a transfer has not come yet: kept lines, and base units by line (1e-4).

    It lies in warehouse `place` and goes to `target`.
    """

    number: str
    place: int
    target: int
    lines: tuple[Mapping[str, Any], ...]
    left: Mapping[int, int]


def arrival_choices(session: Session) -> ArrivalChoices:
    """What there is to choose from now."""
    reasons = tuple(loss_reasons(session, gain=False))
    return ArrivalChoices(paper_choices(session), reasons, tuple(coming_transfers(session)))


@needs("transfer_receipt.view")
def sent_goods(session: Session, number: str) -> Sent:
    """What of transfer `number` is on its way, each line as a receipt of all of it would have it."""
    coming = coming_goods(session, number, hold=False)
    order = coming.order
    left = {line: order.left(line) for line in order.lines if order.left(line)}
    lines = followed_lines(order, ()) if left else ()
    way = coming.way
    return Sent(number, way.source, way.target, tuple(kept_line(line) for line in lines), left)


def arrival_draft(typed: TypedFields) -> ArrivalDraft:
    """The receipt for the service."""
    fields = typed.fields
    lines = fields.get("lines", ())
    return ArrivalDraft(
        day=typed.day,
        source=fields.get("source", ""),
        lines=tuple(draft_of(line) for line in lines if line["quantity"]),
        remark=typed.remark,
        lost=tuple(_lost(line) for line in lines if line.get("rejected")),
        reason_id=fields.get("reason"),
    )


def _lost(line: Mapping[str, Any]) -> LineDraft:
    """What of a line never came; which lots those are follows from what came."""
    return LineDraft(
        line["product"], line["rejected"], line["unit"], from_line=line.get("from_line")
    )
