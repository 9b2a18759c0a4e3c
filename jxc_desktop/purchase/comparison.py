"""Suppliers' answers to an inquiry side by side (询价比价): goods down, suppliers across, the best of each line marked.

Compared is what a base unit would cost us: after discounts, without the tax that comes back. The best is the lowest
of those that sell so little; of equal ones the sooner, then the one asked first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.purchase.order_models import SupplierQuotation, SupplierQuotationLine
from jxc_desktop.purchase.queries import (
    PURCHASE_PRICE,
    AskedView,
    RfqView,
    WishLineView,
    rfq_view,
)
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.shares import unit_cost

LATE = 10**6
"""Days that stand for "not said"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a supplier said of a line: `price` 1e-6 yuan for one `unit`, `cost` 1e-6 yuan for one base unit to us.

    `minimum` is 1e-4 of `unit`; `enough` says whether what is wanted reaches it.
    """

    quotation: str
    line_no: int
    unit: str
    price: int
    cost: int
    lead_days: int | None
    minimum: int
    enough: bool
    best: bool = False


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line asked for, with every supplier's answer in the order of the suppliers, None where there is none."""

    line: WishLineView
    answers: tuple[Answer | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An inquiry with its answers; `suppliers` are the columns."""

    number: str
    due_day: date | None
    suppliers: tuple[AskedView, ...]
    lines: tuple[ComparedLine, ...]


@needs("field.purchase_price")
def compare_quotations(session: Session, number: str) -> Comparison:
    """The answers to inquiry `number`."""
    inquiry = rfq_view(session, number)
    given = _answers(session, [each.answer for each in inquiry.suppliers if each.answer])
    lines = tuple(
        ComparedLine(line, _marked([_answer(given, each, line) for each in inquiry.suppliers]))
        for line in inquiry.lines
    )
    return Comparison(number, inquiry.due_day, inquiry.suppliers, lines)


def _answers(session: Session, numbers: Sequence[str]) -> dict[tuple[str, int], Any]:
    """The rows of quotations by number and line asked for; of several on one line the cheapest."""
    line, header = SupplierQuotationLine, SupplierQuotation
    worth = line.net if settings_of(session).general else line.gross
    query = (
        select(
            header.number, line.from_line, line.line_no, line.unit, line.price,
            worth.label("worth"), line.quantity, line.base_quantity, line.lead_days, line.minimum,
        )
        .join(header, header.id == line.document_id)
        .where(header.number.in_(numbers), line.from_line.is_not(None))
    )  # fmt: skip
    rows = session.execute(query).all()
    dearest_first = sorted(rows, key=lambda r: -(unit_cost(r.worth, r.base_quantity) or 0))
    return {(row.number, row.from_line): row for row in dearest_first}


def _answer(
    given: Mapping[tuple[str, int], Any], supplier: AskedView, line: WishLineView
) -> Answer | None:
    row = given.get((supplier.answer, line.line_no))
    if row is None:
        return None
    least = row.minimum * row.base_quantity
    return Answer(
        supplier.answer,
        row.line_no,
        row.unit,
        row.price,
        unit_cost(row.worth, row.base_quantity) or 0,
        row.lead_days,
        row.minimum,
        enough=line.base_quantity * row.quantity >= least,
    )


def _marked(answers: Sequence[Answer | None]) -> tuple[Answer | None, ...]:
    """The answers with the best of them marked."""
    ranked = [
        (not each.enough, each.cost, LATE if each.lead_days is None else each.lead_days, place)
        for place, each in enumerate(answers)
        if each is not None
    ]
    if not ranked:
        return tuple(answers)
    best = min(ranked)[-1]
    return tuple(
        replace(each, best=True) if each is not None and place == best else each
        for place, each in enumerate(answers)
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """An inquiry and the answers to it; those are None for who may not see purchase prices."""

    inquiry: RfqView
    comparison: Comparison | None

    @property
    def head(self) -> Head:
        """Its number, state and people."""
        return self.inquiry.head

    @property
    def progress(self) -> str:
        """How many of the suppliers have answered."""
        return self.inquiry.progress

    @property
    def followers(self) -> tuple[FollowerView, ...]:
        """The answers as documents."""
        return self.inquiry.followers


@needs("rfq.view")
def compared(session: Session, number: str) -> Compared:
    """The inquiry with its answers, without them for who may not see prices."""
    seen = may(session, PURCHASE_PRICE)
    return Compared(
        rfq_view(session, number), compare_quotations(session, number) if seen else None
    )


def best_of(comparison: Comparison | None) -> dict[str, list[int]]:
    """Each quotation that is the best for some lines, with its own lines of those."""
    found: dict[str, list[int]] = {}
    for row in comparison.lines if comparison else ():
        for answer in row.answers:
            if answer is not None and answer.best:
                found.setdefault(answer.quotation, []).append(answer.line_no)
    return found
