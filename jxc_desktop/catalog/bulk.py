"""批量修改: one thing changed of many products at once, shown before it is done, all of them or none.

Each product has its own row in the audit, with what was before and after, and each price its history.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import (
    BASE,
    MEMBER,
    RETAIL,
    WHOLESALE,
    PriceDraft,
    ProductDraft,
)
from jxc_desktop.catalog.queries import product_card
from jxc_desktop.catalog.services import disable_product, save_product
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import RATE_PLACES, div_half_up
from jxc_desktop.shop.actor import authorize, needs

CATEGORY, BRAND, TAX_RATE = "category", "brand", "tax_rate"
MIN_STOCK, MAX_STOCK, DISABLED = "min_stock", "max_stock", "disabled"
FIELDS = (CATEGORY, BRAND, TAX_RATE, MIN_STOCK, MAX_STOCK, DISABLED)
PERCENT_OF = {"retail_per_cent": RETAIL, "wholesale_per_cent": WHOLESALE, "member_per_cent": MEMBER}
"""Changes of the base unit's price at a level, by a part of it."""
MOST = 2000
"""Products changed at once; the window shall not wait for more."""
LARGEST_RISE = 10 * 10**RATE_PLACES
"""A price does not become more than eleven times what it was."""
FEN = 10_000
"""One fen as a price."""


@dataclass(frozen=True, slots=True)
class Change:
    """What shall be of the products: `value` of a field as a draft has it, or 1e-4 by which prices rise."""

    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Planned:
    """A product that will change, with what it has now and will have; values as a draft has them."""

    id: int
    code: str
    name: str
    spec: str
    before: Any
    after: Any


@needs("product.view")
def planned(session: Session, products: Sequence[int], change: Change) -> tuple[Planned, ...]:
    """What `change_products` would do: those of `products` that differ afterwards."""
    return tuple(plan for plan, _ in _plans(session, products, change))


@needs("product.edit")
def change_products(session: Session, products: Sequence[int], change: Change) -> int:
    """Change one thing of many products; how many differ now. The first that cannot be refuses all, by name."""
    if change.field in PERCENT_OF:
        authorize(session, "price.edit")
    plans = _plans(session, products, change)
    for plan, draft in plans:
        try:
            if change.field == DISABLED:
                disable_product(session, plan.id, disabled=change.value)
            else:
                save_product(session, draft)
        except UserError as error:
            said = translate("catalog", "{code} {name}：{problem}")
            told = said.format(code=plan.code, name=plan.name, problem=error.message)
            raise type(error)(told, field=error.field) from None
    return len(plans)


def _plans(
    session: Session, products: Sequence[int], change: Change
) -> list[tuple[Planned, ProductDraft]]:
    _require_change(products, change)
    found = []
    for product in dict.fromkeys(products):
        card = product_card(session, product)
        if change.field == DISABLED:
            before, after, draft = card.disabled, change.value, card.draft
        else:
            read = _READERS[change.field]
            draft = _changed(card.draft, change)
            before, after = read(card.draft), read(draft)
        if before != after:
            plan = Planned(product, draft.code, draft.name, draft.spec, before, after)
            found.append((plan, draft))
    return found


def _require_change(products: Sequence[int], change: Change) -> None:
    if change.field not in (*FIELDS, *PERCENT_OF):
        raise InvalidInput(translate("catalog", "这一项不能批量修改"), field="field")
    if len(products) > MOST:
        told = translate("catalog", "选了 {count} 种，一次最多改 {most} 种")
        raise InvalidInput(told.format(count=len(products), most=MOST), field="products")
    if change.field in PERCENT_OF and not -(10**RATE_PLACES) < change.value <= LARGEST_RISE:
        raise InvalidInput(translate("catalog", "涨跌要在 -100% 和 1000% 之间"), field="value")


def _changed(draft: ProductDraft, change: Change) -> ProductDraft:
    level = PERCENT_OF.get(change.field)
    if level is None:
        return replace(draft, **{change.field: change.value})
    if level == RETAIL:
        own = draft.retail_price
        return draft if own is None else replace(draft, retail_price=_risen(own, change.value))
    prices = tuple(
        replace(each, price=_risen(each.price, change.value)) if _is(each, level) else each
        for each in draft.prices
    )
    return replace(draft, prices=prices)


def _is(price: PriceDraft, level: str) -> bool:
    return (price.level, price.unit) == (level, BASE)


def _risen(price: int, rise: int) -> int:
    """A price changed by `rise` (1e-4 of it), half up to whole fen."""
    whole = 10**RATE_PLACES
    return div_half_up(price * (whole + rise), whole * FEN) * FEN


def _price_at(level: str) -> Callable[[ProductDraft], int | None]:
    def read(draft: ProductDraft) -> int | None:
        return next((each.price for each in draft.prices if _is(each, level)), None)

    return read


def _own(field: str) -> Callable[[ProductDraft], Any]:
    return lambda draft: getattr(draft, field)


_READERS: Mapping[str, Callable[[ProductDraft], Any]] = {
    **{field: _own(field) for field in FIELDS if field != DISABLED},
    "retail_per_cent": _own("retail_price"),
    "wholesale_per_cent": _price_at(WHOLESALE),
    "member_per_cent": _price_at(MEMBER),
}
