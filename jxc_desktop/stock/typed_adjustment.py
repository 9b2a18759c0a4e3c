"""成本调整单 while it is typed: the goods of its lines with what they are worth, and the document that its fields are.

`fields` hold warehouse, account, lines (as `TypedCost.kept`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.stock.cost_adjustments import (
    AGAINST,
    AdjustedLine,
    AdjustmentDraft,
    Worth,
    difference,
    worths_there,
)
from jxc_desktop.stock.legs import COST_OF_SALES
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.shares import unit_cost

_GOODS = Statement(
    f"SELECT id, code, name, spec, unit FROM product WHERE id IN {among('products')}",
    postgresql="SELECT id, code, name, spec, unit FROM product WHERE id = ANY(:products)",
)


@dataclass(frozen=True, slots=True)
class CostGoods:
    """Goods as a line knows them; `there` is None until it was read."""

    id: int
    code: str
    name: str
    spec: str
    unit: str
    there: Worth | None = None


@dataclass(frozen=True, slots=True)
class TypedCost:
    """A line as it stands in the grid: the difference in fen, or the right unit cost in 1e-6 yuan, as typed."""

    goods: CostGoods | None = None
    typed_amount: int | None = None
    typed_cost: int | None = None

    @property
    def there(self) -> Worth | None:
        """What the pool holds, once known."""
        return self.goods.there if self.goods else None

    @property
    def unit_cost(self) -> int | None:
        """What a unit costs now."""
        return unit_cost(self.there.value, self.there.quantity) if self.there else None

    @property
    def amount(self) -> int | None:
        """The difference that will be posted."""
        if self.typed_cost is None or self.there is None:
            return self.typed_amount
        return difference(self.there, self.typed_cost)

    @property
    def new_cost(self) -> int | None:
        """What a unit will cost."""
        if self.typed_cost is not None:
            return self.typed_cost
        if self.there is None or self.typed_amount is None:
            return None
        return unit_cost(self.there.value + self.typed_amount, self.there.quantity)

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line."""
        product = self.goods.id if self.goods else None
        return {"product": product, "amount": self.typed_amount, "unit_cost": self.typed_cost}


@dataclass(frozen=True, slots=True)
class AdjustmentChoices:
    """What a cost adjustment can be begun with: warehouses, and accounts by code and name."""

    papers: PaperChoices
    accounts: tuple[tuple[str, str], ...]


def adjustment_choices(session: Session) -> AdjustmentChoices:
    """What there is to choose from now."""
    accounts = ((code, f"{code} {translate('stock', name)}") for code, name in AGAINST.items())
    return AdjustmentChoices(paper_choices(session), tuple(accounts))


def cost_goods(
    session: Session, products: Sequence[int], warehouse_id: int
) -> dict[int, CostGoods]:
    """Goods with what they are worth now."""
    worths = worths_there(session, products, warehouse_id)
    rows = _GOODS.all(session, products=sorted(worths))
    return {row[0]: CostGoods(*(*row, worths[row[0]])) for row in rows}


def found_goods(hit: ProductHit) -> CostGoods:
    """Goods that were found by words, until the rest is read."""
    return CostGoods(hit.id, hit.code, hit.name, hit.spec, hit.unit)


def cost_line(kept: Mapping[str, Any], goods: Mapping[int, CostGoods]) -> TypedCost:
    """A kept line with its goods as they are now."""
    return TypedCost(goods.get(kept["product"]), kept["amount"], kept["unit_cost"])


def adjustment_draft(typed: TypedFields) -> AdjustmentDraft:
    """The document for the service."""
    fields = typed.fields
    lines = (
        AdjustedLine(line["product"], line["amount"], line["unit_cost"])
        for line in fields.get("lines", ())
        if line["product"] is not None
    )
    account = fields.get("account") or COST_OF_SALES
    return AdjustmentDraft(
        typed.day, fields.get("warehouse") or 0, tuple(lines), account, typed.remark
    )


def typed_again(draft: AdjustmentDraft, subject: str) -> TypedFields:
    """A cost adjustment as typed, from the draft that its service got."""
    fields = {
        "warehouse": draft.warehouse_id,
        "account": draft.account,
        "lines": [
            {"product": line.product_id, "amount": line.amount, "unit_cost": line.unit_cost}
            for line in draft.lines
        ],
    }
    return TypedFields(draft.day, None, subject, draft.remark, fields)
