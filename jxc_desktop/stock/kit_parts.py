"""What a product is made of (组成, BOM): kept with the product, proposed when it is put together or taken apart."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import ProductFacts, product_facts
from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.stock.kit_models import KitPart
from jxc_desktop.stock.priced import LineDraft, at_line
from jxc_desktop.stock.trade import COST

UNIT = 10**QUANTITY_PLACES


@dataclass(frozen=True, slots=True)
class Part:
    """Base units (1e-4) of a part in one base unit of the product; `cost` as in `KitPart`."""

    part_id: int
    quantity: int
    cost: int | None = None


_PARTS = Statement(
    "SELECT part_id, quantity, cost FROM kit_part WHERE product_id = :product ORDER BY line_no"
)
_CHILDREN = Statement("SELECT part_id FROM kit_part WHERE product_id = :product ORDER BY line_no")
_FORGET = Statement("DELETE FROM kit_part WHERE product_id = :product", changes="kit_part")
_ADD = insert_into(KitPart, ("product_id", "line_no", "part_id", "quantity", "cost"))
# Whoever changes what things are made of waits for the other: two changes together could close a ring.
_HOLD = Statement("SELECT 1", postgresql="LOCK TABLE kit_part IN SHARE ROW EXCLUSIVE MODE")


@needs("product.edit")
def save_parts(session: Session, product_id: int, parts: Sequence[Part]) -> None:
    """Keep what one product is made of; no parts make it a plain product again.

    Raises when it would be a part of itself, directly or through its parts, naming the path.
    """
    _HOLD.run(session)
    known = product_facts(session, [product_id, *(part.part_id for part in parts)])
    seen: set[int] = set()
    for place, part in enumerate(parts):
        try:
            _require_part(session, known, product_id, part, seen)
        except UserError as error:
            raise at_line(error, place) from None
    before = parts_of(session, product_id)
    if not may(session, COST):
        # Who sees no cost changes none.
        costs = {part.part_id: part.cost for part in before}
        parts = [replace(part, cost=costs.get(part.part_id)) for part in parts]
    _FORGET.run(session, product=product_id)
    _ADD.run_many(
        session,
        (
            {
                "product_id": product_id,
                "line_no": place,
                "part_id": part.part_id,
                "quantity": part.quantity,
                "cost": part.cost,
            }
            for place, part in enumerate(parts, 1)
        ),
    )
    record(session, "product.edit", known[product_id].code, parts=[len(before), len(parts)])


def parts_of(session: Session, product_id: int) -> list[Part]:
    """What one product is made of, in the order it was written; nothing for a plain product."""
    return [Part(*row) for row in _PARTS.all(session, product=product_id)]


def proposed_lines(session: Session, product_id: int, quantity: int) -> list[LineDraft]:
    """The parts of `quantity` (1e-4 base units) of a product as lines, each rounded up to what its unit takes.

    The price of a line is the reference cost that is kept with the product, for who may see cost.
    """
    seen = may(session, COST)
    parts = parts_of(session, product_id)
    known = product_facts(session, (part.part_id for part in parts))
    return [
        LineDraft(
            part.part_id,
            _fine_enough(part.quantity * quantity, known[part.part_id]),
            known[part.part_id].unit,
            price=part.cost if seen else None,
        )
        for part in parts
    ]


def _fine_enough(wanted: int, product: ProductFacts) -> int:
    """1e-4 units of 1e-8 units, no finer than the product is counted."""
    step: int = 10 ** (QUANTITY_PLACES - product.places)
    steps: int = -(-wanted // (UNIT * step))
    return steps * step


def _require_part(
    session: Session, known: dict[int, ProductFacts], product_id: int, part: Part, seen: set[int]
) -> None:
    product = known[part.part_id]
    if part.part_id in seen:
        told = translate("stock", "{product} 写了两行。合成一行").format(product=product.name)
        raise InvalidInput(told, field="product")
    seen.add(part.part_id)
    if part.quantity <= 0:
        raise InvalidInput(translate("stock", "数量要大于 0"), field="quantity")
    if part.cost is not None and part.cost < 0:
        raise InvalidInput(translate("stock", "单价不能小于 0"), field="price")
    if not (product.track_stock and known[product_id].track_stock):
        plain = product if not product.track_stock else known[product_id]
        told = translate("stock", "{product} 不管库存，不能组装").format(product=plain.name)
        raise InvalidInput(told, field="product")
    _require_no_ring(session, product_id, part.part_id)


def _require_no_ring(session: Session, product_id: int, part_id: int) -> None:
    """Refuse a part that is, or through its own parts contains, the product."""
    path = _path_to(session, product_id, part_id)
    if not path:
        return
    known = product_facts(session, path)
    names = " → ".join(known[each].name for each in (product_id, *path))
    raise Refused(
        translate("stock", "{product} 会成为自己的零件：{path}。去掉这一行").format(
            product=known[product_id].name, path=names
        ),
        field="product",
    )


def _path_to(session: Session, product_id: int, part_id: int) -> list[int]:
    """The shortest way from a part down through its parts to the product; empty where there is none."""
    above: dict[int, int | None] = {part_id: None}
    waiting = deque([part_id])
    while waiting:
        here = waiting.popleft()
        if here == product_id:
            path = [here]
            while (upper := above[path[0]]) is not None:
                path.insert(0, upper)
            return path
        for [child] in _CHILDREN.all(session, product=here):
            if child not in above:
                above[child] = here
                waiting.append(child)
    return []
