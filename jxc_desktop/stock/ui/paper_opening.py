"""Opening a kept draft, following another document, and making typed lines of shown ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.shop.drafts import load_draft
from jxc_desktop.stock.taken import TakenGoods
from jxc_desktop.stock.typed_paper import TypedPaper, paper_of
from jxc_desktop.stock.typed_source import Chosen, TypedSource
from jxc_desktop.stock.ui.paper_kind import TypedKind, Where


@dataclass(frozen=True, slots=True)
class Opened:
    """A document to type on, its goods, what the kind must know of its firm, and what it follows.

    `lost` says in words why it can follow its source no longer.
    """

    paper: TypedPaper
    goods: Mapping[int, TakenGoods] = field(default_factory=dict)
    firm: Any = None
    source: TypedSource | None = None
    lost: str = ""


def open_draft(kind: TypedKind, draft_id: int, session: Session) -> Opened:
    """A draft with its goods as they are now."""
    return with_facts(kind, paper_of(load_draft(session, kind.kind, draft_id)), session)


def open_following(
    kind: TypedKind, number: str, chosen: Chosen, day: date, session: Session
) -> Opened:
    """A new document that takes what is still to come of another."""
    source = kind.read_source(number)(session)
    return with_facts(kind, source.paper(day, chosen), session, source)


def with_facts(
    kind: TypedKind, paper: TypedPaper, session: Session, source: TypedSource | None = None
) -> Opened:
    """What is known now of the firm, the goods and the source of a typed document."""
    lost = ""
    if paper.source and source is None:
        try:
            source = kind.read_source(paper.source)(session)
        except UserError as error:
            lost = error.message
    firm = None if paper.partner_id is None else kind.read_firm(paper.partner_id)(session)
    where = where_of(kind, paper, firm)
    goods = kind.goods(paper.products, where)(session) if paper.products else {}
    return Opened(paper, goods, firm, source, lost)


def where_of(kind: TypedKind, paper: TypedPaper, firm: Any) -> Where:
    """From or into which warehouse, with which firm, after what, on which day."""
    return Where(paper.warehouse_id, paper.partner_id, kind.level_of(firm), paper.source, paper.day)


def without_source(paper: TypedPaper) -> TypedPaper:
    """The same document following nothing."""
    lines = tuple({**line, "from_line": None} for line in paper.lines)
    return replace(paper, source="", order_discount=paper.order_discount or 0, lines=lines)


def typed_again(line: Any) -> dict[str, Any]:
    """A shown line as a kept one, at the price it had."""
    return {
        "product": line.product_id,
        "unit": line.unit,
        "quantity": abs(line.quantity),
        "price": line.price,
        "touched": line.price is not None,
        "discount": line.discount or 0,
        "tax_rate": line.tax_rate,
        "is_gift": line.is_gift,
    }
