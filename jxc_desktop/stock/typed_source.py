"""What a document that is being typed follows: the order it fulfils, or the document its goods come back from."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import ONE
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.ordering.following import (
    PEOPLE,
    Followed,
    follow,
    followed_lines,
    taken_by_line,
)
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import Original, ReturnLine
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, TypedTotals, kept_line

Chosen = Collection[int]
"""Lines of the source that are wanted; none for all."""


class TypedSource(Protocol):
    """What the pane of a document asks of its source."""

    def paper(self, day: date, chosen: Chosen) -> TypedPaper:
        """A document that takes what is still to come."""
        ...

    def placed(self, line: TypedLine) -> TypedLine:
        """A typed line knowing how much of the line it follows was agreed and went before."""
        ...

    def most(self, line: TypedLine) -> int | None:
        """How much a typed line may take at most, in base units; None for one that follows nothing."""
        ...


@dataclass(frozen=True, slots=True)
class OrderSource:
    """An order and how far it may be exceeded (`tolerance`, a fraction of 1e-4)."""

    order: Followed
    tolerance: int

    def paper(self, day: date, chosen: Chosen) -> TypedPaper:
        head = self.order.head
        drafts = followed_lines(self.order, ())
        return TypedPaper(
            day,
            int(head["partner_id"]),
            str(head["partner_name"]),
            int(head["warehouse_id"]),
            order_discount=None,
            lines=tuple(kept_line(x) for x in drafts if not chosen or x.from_line in chosen),
            source=self.order.number,
            price_includes_tax=bool(head["price_includes_tax"]),
            person=next((str(head[x]) for x in PEOPLE if head.get(x)), ""),
        )

    def placed(self, line: TypedLine) -> TypedLine:
        row = self.order.lines.get(line.from_line or 0)
        if row is None:
            return replace(line, from_line=None)
        done = self.order.done.get(line.from_line or 0, 0)
        return replace(line, ordered=int(row["base_quantity"]), done=done)

    def most(self, line: TypedLine) -> int | None:
        if line.ordered is None:
            return None
        most: int = line.ordered * (ONE + self.tolerance) // ONE
        return max(most - (line.done or 0), 0)

    def discount_of(self, lines: Sequence[TypedLine]) -> int:
        """Fen of the order's own discount that go with the typed lines, as posting will share it."""
        products = {line.product.id: line.product for line in lines if line.product}
        drafts = [draft for line in lines if (draft := line.draft)]
        try:
            taken = taken_by_line(followed_lines(self.order, drafts), products) if drafts else {}
        except UserError:
            return 0
        return self.order.discount_of(taken)


def order_source(session: Session, kind: OrderKind, number: str) -> OrderSource:
    """Order `number`, held by nobody, and what of it is still to come."""
    order = follow(session, kind, number, hold=False)
    return OrderSource(order, settings_of(session).order_tolerance)


@dataclass(frozen=True, slots=True)
class ReturnSource:
    """A document that goods come back from, line by line at its own worth."""

    original: Original

    def paper(self, day: date, chosen: Chosen) -> TypedPaper:
        """Lines without a quantity until somebody types it; chosen ones come back whole."""
        head = self.original.header
        return TypedPaper(
            day,
            int(head["partner_id"]),
            str(head["partner_name"]),
            int(head["warehouse_id"]),
            lines=tuple(self._line(number, chosen) for number in self._open(chosen)),
            source=str(head["number"]),
            price_includes_tax=bool(head["price_includes_tax"]),
        )

    def placed(self, line: TypedLine) -> TypedLine:
        row = self.original.lines.get(line.from_line or 0)
        if row is None:
            return replace(line, from_line=None)
        came = self.original.before.get(line.from_line or 0, {}).get("base_quantity", 0)
        return replace(line, ordered=int(row["base_quantity"]), done=came)

    def most(self, line: TypedLine) -> int | None:
        return line.left

    def totals(self, lines: Iterable[TypedLine]) -> TypedTotals:
        """What the typed lines come to, to the fen as posting will have it."""
        shares = [share for line in lines if (share := self.share(line))]
        gross, tax = sum(x["gross"] for x in shares), sum(x["tax"] for x in shares)
        return TypedTotals(amount=gross, tax=tax, total=gross, lines=len(shares))

    def share(self, line: TypedLine) -> Mapping[str, Any] | None:
        """The figures of a line that comes back; None while it takes nothing, or too much."""
        number, quantity = line.from_line, line.quantity
        if number is None or number not in self.original.lines or not quantity:
            return None
        if not 0 < quantity <= self.original.left(number):
            return None
        return self.original.share(ReturnLine(number, quantity))

    def _open(self, chosen: Chosen) -> Iterable[int]:
        return (
            number
            for number in self.original.lines
            if self.original.left(number) > 0 and (not chosen or number in chosen)
        )

    def _line(self, number: int, chosen: Chosen) -> dict[str, Any]:
        row = self.original.lines[number]
        draft = LineDraft(
            int(row["product_id"]),
            self.original.left(number),
            str(row["unit"]),
            int(row["price"]),
            int(row["discount"]),
            int(row["tax_rate"]),
            bool(row["is_gift"]),
            number,
        )
        kept = kept_line(draft)
        return kept if chosen else {**kept, "quantity": None}
