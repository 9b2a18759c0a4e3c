"""What a product is made of while it is typed: lines of parts, and keeping them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.kit_models import KitPart
from jxc_desktop.stock.kit_parts import Part, save_parts
from jxc_desktop.stock.trade import COST


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A part as it stands in the grid: base units (1e-4), reference cost 1e-6 yuan, both None while not typed."""

    product_id: int = 0
    code: str = ""
    name: str = ""
    spec: str = ""
    unit: str = ""
    quantity: int | None = None
    cost: int | None = None


@needs("product.view")
def typed_parts(session: Session, product_id: int) -> tuple[TypedPart, ...]:
    """What one product is made of, as lines; reference costs for who may see cost."""
    query = (
        select(Product.id, Product.code, Product.name, Product.spec, Product.unit, KitPart.quantity,
               KitPart.cost)
        .join(KitPart, KitPart.part_id == Product.id)
        .where(KitPart.product_id == product_id)
        .order_by(KitPart.line_no)
    )  # fmt: skip
    lines = (TypedPart(*row) for row in session.execute(query))
    seen = may(session, COST)
    return tuple(line if seen else replace(line, cost=None) for line in lines)


def keep_parts(
    session: Session, product_id: int, shown: Sequence[TypedPart], lines: Sequence[TypedPart]
) -> int:
    """Let the lines be what the product is made of; how many differ from those `shown`."""
    parts = [Part(line.product_id, line.quantity or 0, line.cost) for line in lines]
    save_parts(session, product_id, parts)
    return max(len({*lines} - {*shown}), len({*shown} - {*lines}))
