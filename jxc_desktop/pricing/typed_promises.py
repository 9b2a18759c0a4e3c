"""The promises to one customer while they are typed, and keeping what differs from before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.pricing.partner_prices import (
    PartnerPriceDraft,
    PartnerPriceView,
    partner_prices,
    promise_price,
    take_promise_back,
)
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class TypedPromise:
    """A line as it stands in the grid; `id` is 0 for a new one, `retail` that of the unit where it is known."""

    id: int = 0
    product_id: int = 0
    name: str = ""
    spec: str = ""
    unit: str = ""
    price: int | None = None
    first: date | None = None
    last: date | None = None
    retail: int | None = None

    @property
    def share(self) -> int | None:
        """What is paid of the retail price, 1e-4."""
        if not self.retail or self.price is None:
            return None
        return div_half_up(self.price * ONE, self.retail)


def typed_promise(view: PartnerPriceView) -> TypedPromise:
    """A promise that is kept, as a line."""
    return TypedPromise(
        view.id,
        view.product_id,
        view.name,
        view.spec,
        view.unit,
        view.price,
        view.from_day,
        view.to_day,
        view.retail,
    )


def typed_promises(session: Session, partner_id: int) -> tuple[TypedPromise, ...]:
    """The promises to a customer as lines."""
    return tuple(typed_promise(view) for view in partner_prices(session, partner_id))


@needs("price.edit")
def keep_promises(
    session: Session,
    partner_id: int,
    shown: Sequence[TypedPromise],
    lines: Sequence[TypedPromise],
) -> int:
    """Let the promises `shown` to a customer become `lines`; how many were written or taken back.

    What a colleague promised since they were read stays. Errors name `lines[i].field`.
    """
    before = {line.id: line for line in shown}
    gone = before.keys() - {line.id for line in lines}
    changed = [(place, line) for place, line in enumerate(lines) if line != before.get(line.id)]
    # All that move leave first: one may take the place of another.
    moved = {line.id for _place, line in changed if _moved(before.get(line.id), line)}
    for promise_id in gone | moved:
        take_promise_back(session, promise_id)
    for place, line in changed:
        _keep(session, partner_id, line, place)
    return len(gone) + len(changed)


def _moved(old: TypedPromise | None, line: TypedPromise) -> bool:
    """Whether a promise that was kept is now one about another unit or first day."""
    return old is not None and (old.unit, old.first) != (line.unit, line.first)


def _keep(session: Session, partner_id: int, line: TypedPromise, place: int) -> None:
    if line.price is None:
        raise InvalidInput(
            translate("pricing", "第 {line} 行：没有价格").format(line=place + 1),
            field=f"lines[{place}].price",
        )
    draft = PartnerPriceDraft(line.product_id, line.price, line.unit, line.first, line.last)
    try:
        promise_price(session, partner_id, draft)
    except UserError as error:
        raise error.at(f"lines[{place}].price") from None
