"""Lines of documents that move goods without a firm: the goods, how much in base units, and what cannot be moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.priced import LineDraft, at_line, base_of


@dataclass(frozen=True, slots=True)
class MovedLine:
    """A line understood; `base_quantity` in 1e-4 base units."""

    line_no: int
    draft: LineDraft
    product: ProductFacts
    base_quantity: int

    @property
    def row(self) -> dict[str, Any]:
        """The columns that every line of goods has (stock.lines.GoodsLine)."""
        return {
            "line_no": self.line_no,
            "product_id": self.product.id,
            "unit": self.draft.unit or self.product.unit,
            "quantity": self.draft.quantity,
            "base_quantity": self.base_quantity,
            "from_line": self.draft.from_line,
        }


def moved_lines(session: Session, drafts: Sequence[LineDraft]) -> list[MovedLine]:
    """The lines with their goods; errors name `lines[i].field`."""
    if not drafts:
        raise InvalidInput(translate("stock", "单据没有一行商品。至少写一行"), field="lines")
    products = product_facts(session, (draft.product_id for draft in drafts))
    lines = []
    for place, draft in enumerate(drafts):
        product = products[draft.product_id]
        try:
            lines.append(MovedLine(place + 1, draft, product, _base(draft, product)))
        except UserError as error:
            raise at_line(error, place) from None
    return lines


def _base(draft: LineDraft, product: ProductFacts) -> int:
    base = base_of(draft, product)
    if not product.track_stock:
        raise InvalidInput(
            translate("stock", "{product} 不管库存，不用写这张单").format(product=product.name),
            field="product",
        )
    return base
