"""What the lists of documents show: kept drafts and what waits for approval on top, then documents, page by page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.paper_views import ListFilter, ListRow, ListSum
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.approvals.queries import waiting_papers
from jxc_desktop.shop.drafts import DraftView, drafts_of
from jxc_desktop.widgets.chips import Chip, status_chip
from jxc_desktop.widgets.paged_model import Page, Request

DRAFT, PENDING = "draft", "pending"
ABOVE = frozenset({DRAFT, PENDING})
"""States of what stands above the documents: it is no document yet."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A document or a kept draft as the list shows it; `draft_id` tells them apart, `total` in fen."""

    id: int
    number: str
    day: date
    state: str
    partner: str
    total: int | None
    red: bool = False
    draft_id: int | None = None
    pending_id: int | None = None

    @property
    def chip(self) -> Chip:
        """The state as a chip."""
        return status_chip("reversal" if self.red else self.state)

    @property
    def subject(self) -> int | str:
        """What the document's pane is opened on."""
        return self.number if self.draft_id is None else self.draft_id


@dataclass(frozen=True, slots=True)
class Found:
    """The first page and the sum of the whole filtered set."""

    page: Page[PaperRow]
    total: int | None = None


ListPapers = Callable[..., list[ListRow]]
SumPapers = Callable[..., ListSum]
States = tuple[tuple[Any, str], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A kind of document in the list: its word on the switch, where its rows come from, what an empty list teaches.

    `states` are offered by the filter; `chips` gives a progress its own word; `price_right` guards the totals.
    `called` names what stands in the firm's place, where that is something else; `summed` says whether it has a total.
    """

    kind: str
    word: str
    papers: ListPapers
    sums: SumPapers
    empty: str
    states: States = ()
    chips: Mapping[str, str] = field(default_factory=dict)
    price_right: str = ""
    called: str = ""
    summed: bool = True


def posted_states() -> States:
    """What documents that are posted can be filtered by."""
    return (
        (DRAFT, translate("ledger", "草稿")),
        (PENDING, translate("ledger", "待审核")),
        ("posted", translate("ledger", "已审核")),
        ("reversed", translate("ledger", "已红冲")),
    )


def order_states() -> States:
    """What orders and offers can be filtered by."""
    return (
        (DRAFT, translate("ledger", "草稿")),
        (PENDING, translate("ledger", "待审核")),
        ("approved", translate("ledger", "已审核")),
        ("closed", translate("ledger", "已关闭")),
        ("voided", translate("ledger", "已作废")),
    )


def page_of(
    source: Listed, wanted: ListFilter, session: Session, request: Request[PaperRow]
) -> Found:
    """Drafts are the first rows whatever the period; documents follow, from where the page before ended."""
    drafts = [] if wanted.states - {DRAFT} else _drafts(session, source, wanted.text)
    if not wanted.states - {PENDING}:
        drafts = [*_pending(session, source, wanted.text), *drafts]
    papers_wanted = not wanted.states & ABOVE
    rows: list[PaperRow] = drafts[request.offset : request.offset + request.limit]
    room = request.limit - len(rows)
    if papers_wanted and room:
        rows += _papers(session, source, wanted, request, len(drafts))[:room]
    if request.counted:
        return Found(Page(rows))
    whole = source.sums(session, wanted) if papers_wanted else ListSum(0, 0)
    return Found(Page(rows, len(drafts) + whole.count), whole.total)


def _papers(
    session: Session,
    source: Listed,
    wanted: ListFilter,
    request: Request[PaperRow],
    drafts: int,
) -> list[PaperRow]:
    """Documents of a page: sought by key after the row before, else counted from the first."""
    before = request.after
    if before is not None and before.draft_id is None and before.pending_id is None:
        found = source.papers(session, wanted, after=(before.day, before.id), limit=request.limit)
        return [_row(source, row) for row in found]
    skipped = max(request.offset - drafts, 0)
    found = source.papers(session, wanted, limit=skipped + request.limit)[skipped:]
    return [_row(source, row) for row in found]


def _row(source: Listed, row: ListRow) -> PaperRow:
    state = source.chips.get(row.state, row.state)
    return PaperRow(row.id, row.number or "", row.day, state, row.partner, row.total, row.red)


def _drafts(session: Session, source: Listed, text: str) -> list[PaperRow]:
    seen = not source.price_right or may(session, source.price_right)
    everyone = drafts_of(session, source.kind)
    kept = [x for x in everyone if all(word in x.subject for word in text.split())]
    return [_draft_row(draft, seen=seen) for draft in kept]


def _pending(session: Session, source: Listed, text: str) -> list[PaperRow]:
    """What waits for approval, as far as whoever asks may see it."""
    if not may(session, "approval.view"):
        return []
    papers = (paper for paper in waiting_papers(session) if paper.kind == source.kind)
    return [
        PaperRow(0, "", paper.day, PENDING, paper.subject, paper.total, pending_id=paper.id)
        for paper in papers
        if all(word in paper.subject for word in text.split())
    ]


def _draft_row(draft: DraftView, *, seen: bool) -> PaperRow:
    partner = draft.subject or translate("ledger", "还没写往来单位")
    total = draft.total if seen else None
    return PaperRow(0, "", draft.day, DRAFT, partner, total, draft_id=draft.id)
