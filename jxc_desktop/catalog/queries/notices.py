"""What is worth a look before a product is kept, and holds nothing up."""

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import BASE, ProductDraft
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy

_NAMESAKES = Statement(
    "SELECT code, spec, unit FROM product WHERE name = :name AND id <> :id ORDER BY id LIMIT 3"
)


def notices_on(session: Session, draft: ProductDraft) -> tuple[str, ...]:
    """One sentence for each oddity: a name that exists, no price, a price below the lowest allowed."""
    found = []
    name = tidy(draft.name)
    for code, spec, unit in _NAMESAKES.all(session, name=name, id=draft.id or 0):
        found.append(
            translate("catalog", "已有同名商品 {code} {spec} {unit}。看看是不是同一个").format(
                code=code, spec=spec, unit=unit
            )
        )
    if draft.retail_price is None:
        found.append(translate("catalog", "{name} 还没有零售价").format(name=name))
    elif draft.min_price is not None and draft.retail_price < draft.min_price:
        found.append(translate("catalog", "{name} 的零售价低于最低售价").format(name=name))
    elif _some_level_below(draft):
        found.append(translate("catalog", "{name} 有价格等级低于最低售价").format(name=name))
    elif draft.purchase_price is not None and draft.retail_price < draft.purchase_price:
        found.append(translate("catalog", "{name} 的零售价低于进价").format(name=name))
    return tuple(found)


def _some_level_below(draft: ProductDraft) -> bool:
    """Whether a level asks less for some unit than the lowest price allows."""
    lowest = draft.min_price
    factors = {BASE: (1, 1)} | {
        unit.name: (unit.numerator, unit.denominator) for unit in draft.units
    }
    return lowest is not None and any(
        price.price * factors[price.unit][1] < lowest * factors[price.unit][0]
        for price in draft.prices
        if price.unit in factors
    )
