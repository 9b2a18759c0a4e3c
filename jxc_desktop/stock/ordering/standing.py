"""An order as it stands: each line with what is there for it, its own promise left out."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.promises import own_promise
from jxc_desktop.stock.ordering.views import OrderLineView, OrderView
from jxc_desktop.stock.queries import NOTHING, Availability, available_of


@dataclass(frozen=True, slots=True)
class StandingLine(OrderLineView):
    """A line with what is `there` for it in the order's warehouse, None for what is not kept in stock.

    What reads of it is in the line's own unit.
    """

    there: Availability | None = None

    @property
    def done_here(self) -> int:
        """What followed."""
        return self._here(self.done)

    @property
    def left_here(self) -> int:
        """What is still to come."""
        return self._here(self.left)

    @property
    def available_here(self) -> int | None:
        """What is there for the line; None for what is not kept in stock."""
        return None if self.there is None else self._here(self.there.available)

    @property
    def lacks(self) -> bool:
        """Whether less is there than is still to come."""
        return self.there is not None and self.left > self.there.available

    def _here(self, base: int) -> int:
        return div_half_up(base * self.quantity, self.base_quantity)


def standing(session: Session, kind: OrderKind, view: OrderView) -> OrderView:
    """The order with its lines as they stand."""
    products = {line.product_id for line in view.lines}
    tracked = {key: facts.track_stock for key, facts in product_facts(session, products).items()}
    there = available_of(session, products, view.warehouse_id)
    own = own_promise(session, kind, view.head.number or "", view.warehouse_id)
    lines = tuple(
        _line(line, there, own.get(line.product_id, 0))
        if tracked[line.product_id]
        else _line(line, None, 0)
        for line in view.lines
    )
    return replace(view, lines=lines)


def _line(line: OrderLineView, there: Mapping[int, Availability] | None, own: int) -> StandingLine:
    known = {each.name: getattr(line, each.name) for each in fields(OrderLineView)}
    if there is None:
        return StandingLine(**known)
    found = there.get(line.product_id, NOTHING)
    return StandingLine(**known, there=replace(found, allocated=found.allocated - own))
