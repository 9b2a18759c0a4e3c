"""Opening a kept draft, and making typed lines of posted ones."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.shop.drafts import load_draft
from jxc_desktop.stock.taken import TakenGoods
from jxc_desktop.stock.typed_paper import TypedPaper, paper_of
from jxc_desktop.stock.ui.paper_kind import PaperKind, Where

Opened = tuple[TypedPaper, Mapping[int, TakenGoods], Any]
"""A document to type on, its goods, and what the kind must know of its firm."""


def open_draft(kind: PaperKind, draft_id: int, session: Session) -> Opened:
    """A draft with its goods as they are now."""
    return with_facts(kind, paper_of(load_draft(session, kind.kind, draft_id)), session)


def with_facts(kind: PaperKind, paper: TypedPaper, session: Session) -> Opened:
    """What is known now of the firm and the goods of a typed document."""
    firm = None if paper.partner_id is None else kind.read_firm(paper.partner_id)(session)
    where = Where(paper.warehouse_id, paper.partner_id, kind.level_of(firm))
    goods = kind.goods(paper.products, where)(session) if paper.products else {}
    return paper, goods, firm


def typed_again(line: Any) -> dict[str, Any]:
    """A posted line as a kept one, at the price it had."""
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
