"""Lines of papers that name goods without prices: what is wanted, what is asked for."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.priced import LineDraft, at_line, base_of


def wished_rows(session: Session, drafts: Sequence[LineDraft]) -> Iterator[dict[str, Any]]:
    """The lines as rows that still lack their document; errors name `lines[i].field`."""
    if not drafts:
        raise InvalidInput(translate("stock", "单据没有一行商品。至少写一行"), field="lines")
    products = product_facts(session, (draft.product_id for draft in drafts))
    for place, draft in enumerate(drafts):
        product = products[draft.product_id]
        try:
            base = base_of(draft, product)
        except UserError as error:
            raise at_line(error, place) from None
        yield {
            "line_no": place + 1,
            "product_id": product.id,
            "unit": draft.unit or product.unit,
            "quantity": draft.quantity,
            "base_quantity": base,
            "from_line": draft.from_line,
        }
