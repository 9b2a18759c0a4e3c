"""The prices of one supplier while they are typed, and keeping what differs from before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.supplier_prices import (
    SupplierPriceDraft,
    SupplierPriceView,
    remove_supplier_price,
    set_supplier_price,
    supplier_price_list,
)
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.priced import at_line


@dataclass(frozen=True, slots=True)
class TypedPrice:
    """A line as it stands in the grid; `id` is 0 for a new one. Price 1e-6 yuan for one `unit`, minimum 1e-4 of it.

    `quotation` is the number of the quotation that said it, "" when somebody typed it.
    """

    id: int = 0
    product_id: int = 0
    name: str = ""
    unit: str = ""
    price: int | None = None
    includes_tax: bool = True
    lead_days: int | None = None
    minimum: int = 0
    first: date | None = None
    last: date | None = None
    quotation: str = ""

    @property
    def place(self) -> tuple[int, str, date | None]:
        """What another price must share to take its place."""
        return self.product_id, self.unit, self.first


def typed_price(view: SupplierPriceView) -> TypedPrice:
    """A price on the list, as a line."""
    return TypedPrice(
        view.id,
        view.product_id,
        view.name,
        view.unit,
        view.price,
        view.price_includes_tax,
        view.lead_days,
        view.minimum,
        view.from_day,
        view.until_day,
        view.quotation,
    )


def typed_prices(session: Session, partner_id: int) -> tuple[TypedPrice, ...]:
    """The price list of a supplier as lines."""
    return tuple(typed_price(view) for view in supplier_price_list(session, partner_id))


@needs("supplier_price.edit")
def keep_supplier_prices(
    session: Session, partner_id: int, shown: Sequence[TypedPrice], lines: Sequence[TypedPrice]
) -> int:
    """Let the prices `shown` of a supplier become `lines`; how many were written or taken off.

    What came meanwhile, by a quotation or a colleague, stays. Errors name `lines[i].field`.
    """
    before = {line.id: line for line in shown}
    gone = before.keys() - {line.id for line in lines}
    for row_id in gone:
        remove_supplier_price(session, row_id)
    changed = [(place, line) for place, line in enumerate(lines) if line != before.get(line.id)]
    # All that move leave first: one may take the place of another.
    for _place, line in changed:
        if line.id in before and before[line.id].place != line.place:
            remove_supplier_price(session, line.id)
    for place, line in changed:
        try:
            _keep(session, partner_id, line)
        except UserError as error:
            raise at_line(error, place) from None
    return len(gone) + len(changed)


def _keep(session: Session, partner_id: int, line: TypedPrice) -> None:
    if line.price is None or line.first is None:
        raise InvalidInput(translate("purchase", "没有价格"), field="price")
    draft = SupplierPriceDraft(
        partner_id,
        line.product_id,
        line.price,
        line.first,
        line.unit,
        line.includes_tax,
        line.lead_days,
        line.minimum,
        line.last,
    )
    set_supplier_price(session, draft)
