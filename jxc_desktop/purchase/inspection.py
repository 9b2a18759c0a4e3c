"""What a receipt did not accept: goods refused at the door, with the reason (验收拒收).

Refused goods are not received: no stock, no debt. They stay open on their order until it is closed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.papers import parts_of
from jxc_desktop.purchase.order_models import PurchaseOrderLine
from jxc_desktop.stock.priced import LineDraft


@dataclass(frozen=True, slots=True)
class Rejection:
    """Goods refused: `quantity` 1e-4 of `unit` ("" is the order's, else the base unit), `from_line` of the order."""

    product_id: int
    quantity: int
    reason: str
    unit: str = ""
    from_line: int | None = None


def require_accepted(lines: Sequence[LineDraft], rejected: Sequence[Rejection]) -> None:
    """Refuse a receipt of which nothing was accepted: it would move nothing."""
    if rejected and not lines:
        raise Refused(
            translate("purchase", "一件都没收下，不用做入库单。订单还开着，货到了再收"),
            field="lines",
        )


def rejection_rows(
    session: Session, rejected: Sequence[Rejection], order_id: int | None
) -> Iterator[dict[str, Any]]:
    """The refused goods as rows that still lack their document; raises at `rejected[i]`."""
    if not rejected:
        return
    products = product_facts(session, (each.product_id for each in rejected))
    ordered = [] if order_id is None else parts_of(session, PurchaseOrderLine, order_id)
    for place, each in enumerate(rejected):
        try:
            line = _ordered_line(ordered, each)
            unit = each.unit or (line["unit"] if line else products[each.product_id].unit)
            base = products[each.product_id].to_base(_said(each), unit)
        except UserError as error:
            raise _placed(error, place) from None
        yield {
            "line_no": place + 1,
            "product_id": each.product_id,
            "unit": unit,
            "quantity": each.quantity,
            "base_quantity": base,
            "from_line": line["line_no"] if line else None,
            "cause": each.reason.strip(),
        }


def _said(each: Rejection) -> int:
    if each.quantity <= 0:
        raise InvalidInput(translate("purchase", "拒收数量要大于 0"), field="quantity")
    if not each.reason.strip():
        raise InvalidInput(translate("purchase", "拒收要写原因"), field="reason")
    return each.quantity


def _ordered_line(
    ordered: Sequence[Mapping[str, Any]], each: Rejection
) -> Mapping[str, Any] | None:
    """The order's line that the goods were to fulfil; None for goods that were not ordered."""
    if each.from_line is None:
        return next((row for row in ordered if row["product_id"] == each.product_id), None)
    for row in ordered:
        if row["line_no"] == each.from_line and row["product_id"] == each.product_id:
            return row
    raise InvalidInput(
        translate("purchase", "订单的第 {line} 行不是这个商品").format(line=each.from_line),
        field="from_line",
    )


def _placed(error: UserError, place: int) -> UserError:
    sentence = translate("purchase", "拒收第 {line} 行：{problem}").format(
        line=place + 1, problem=error.message
    )
    return type(error)(sentence, field=f"rejected[{place}].{error.field}")
