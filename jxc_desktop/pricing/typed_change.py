"""A price change while it is typed: its lines with their goods, and as a kept draft."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, RETAIL
from jxc_desktop.core.numbers import div_half_up
from jxc_desktop.pricing.changes import (
    PriceChangeDraft,
    PriceChangeLine,
    by_rate,
    change_of,
    margin_of,
    to_tail,
)
from jxc_desktop.pricing.queries import RepricedGoods, goods_to_reprice
from jxc_desktop.shop.drafts import load_draft


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A line as it stands in the grid: `price` 1e-6 yuan for one `unit` ("" is the base unit) at a level."""

    goods: RepricedGoods | None = None
    level: str = RETAIL
    unit: str = BASE
    price: int | None = None

    @property
    def old(self) -> int | None:
        """What is asked now; further units without a price of their own follow the base unit."""
        if self.goods is None:
            return None
        own = self.goods.prices.get((self.level, self.unit))
        base = self.goods.prices.get((self.level, BASE))
        if own is not None or base is None:
            return own
        above, below = self.goods.facts.factor(self.unit)
        return div_half_up(base * above, below)

    @property
    def change(self) -> int | None:
        """1e-4 more than the old price."""
        return None if self.price is None else change_of(self.old, self.price)

    @property
    def margin(self) -> int | None:
        """1e-4 of the new price without tax; None for who may not see cost."""
        if self.goods is None or self.price is None or self.goods.unit_cost is None:
            return None
        above, below = self.goods.facts.factor(self.unit)
        cost = div_half_up(self.goods.unit_cost * above, below)
        return margin_of(self.price, cost, self.goods.net)

    @property
    def line(self) -> PriceChangeLine | None:
        """The line for the service; None while goods or price are missing."""
        if self.goods is None or self.price is None:
            return None
        return PriceChangeLine(self.goods.facts.id, self.price, self.level, self.unit)

    def moved(self, rate: int, tail: str) -> "TypedChange":
        """With a new price `rate` (1e-4) from the old one, brought to a tail; as it is without an old price."""
        if self.old is None:
            return self
        price = by_rate(self.old, rate)
        return replace(self, price=to_tail(price, tail) if tail else price)

    def kept(self) -> dict[str, Any]:
        """What a draft keeps; the goods are read again."""
        product = self.goods.facts.id if self.goods else None
        return {"product": product, "level": self.level, "unit": self.unit, "price": self.price}


@dataclass(frozen=True, slots=True)
class TypedPriceChange:
    """All of a typed change as plain data; `lines` are kept lines."""

    effective_day: date
    reason: str = ""
    lines: tuple[Mapping[str, Any], ...] = ()

    def body(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "effective_day": self.effective_day.isoformat(),
            "reason": self.reason,
            "lines": [dict(line) for line in self.lines],
        }


Opened = tuple[TypedPriceChange, tuple[TypedChange, ...]]


def draft_of(
    day: date, effective: date, reason: str, lines: Iterable[TypedChange]
) -> PriceChangeDraft:
    """The document for the service."""
    complete = tuple(line for each in lines if (line := each.line))
    return PriceChangeDraft(day, effective, complete, reason)


def typed_again(draft: PriceChangeDraft) -> TypedPriceChange:
    """A change as typed, from the draft that its service got."""
    lines = (
        {"product": x.product_id, "level": x.level, "unit": x.unit, "price": x.price}
        for x in draft.lines
    )
    return TypedPriceChange(draft.effective_day, draft.reason, tuple(lines))


def open_change(draft_id: int, session: Session) -> Opened:
    """A kept draft with its goods as they are now."""
    body = load_draft(session, "price_change", draft_id)
    effective = date.fromisoformat(body["effective_day"])
    paper = TypedPriceChange(effective, body["reason"], tuple(body["lines"]))
    wanted = [line["product"] for line in paper.lines if line["product"] is not None]
    goods = goods_to_reprice(session, wanted)
    return paper, tuple(_line(line, goods) for line in paper.lines)


def _line(kept: Mapping[str, Any], goods: Mapping[int, RepricedGoods]) -> TypedChange:
    return TypedChange(goods.get(kept["product"]), kept["level"], kept["unit"], kept["price"])


def moved_all(lines: Sequence[TypedChange], rate: int, tail: str) -> list[TypedChange]:
    """Every line with a new price by the same rule."""
    return [line.moved(rate, tail) for line in lines]
