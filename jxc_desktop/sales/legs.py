"""The book side of sales and of goods that customers bring back: revenue and its tax; and their goods."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.ledger.posting import LegDraft
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.lot_drafts import Telling, tracked_goods
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.priced import PricedLine
from jxc_desktop.stock.returned_lots import in_lots

REVENUE = "5001"
OTHER_REVENUE = "5051"
"""Services and other sales without goods (domain.md §2.5)."""
OUTPUT_TAX = "22210107"
SMALL_TAX = "22210120"


def sold_steps(lines: Iterable[PricedLine], warehouse_id: int) -> Iterator[GoodsStep]:
    """The goods of `lines` out of a warehouse at their average cost."""
    for line in lines:
        if line.product.track_stock:
            yield GoodsStep(
                line.line_no,
                line.product.id,
                warehouse_id,
                -line.base_quantity,
                fallback=line.product.purchase_price or 0,
            )


def sold_from_lots(
    session: Session,
    lines: Sequence[PricedLine],
    warehouse_id: int,
    told: Sequence[Telling],
    day: date,
    *,
    hold: bool = True,
) -> list[GoodsStep]:
    """`sold_steps`, those of goods kept by lot out of the lots that were told, else of those that expire first."""
    steps = sold_steps(lines, warehouse_id)
    return out_of_lots(session, steps, told, tracked_goods(lines), sold_on=day, hold=hold)


def revenue_legs(lines: Iterable[PricedLine], settings: Settings) -> Iterator[LegDraft]:
    """Revenue of goods, revenue of services, and the tax on both."""
    kept = list(lines)
    yield LegDraft(REVENUE, credit=sum(line.net for line in kept if line.product.track_stock))
    yield LegDraft(
        OTHER_REVENUE, credit=sum(line.net for line in kept if not line.product.track_stock)
    )
    yield LegDraft(
        OUTPUT_TAX if settings.general else SMALL_TAX, credit=sum(line.tax for line in kept)
    )


def red_revenue_legs(session: Session, back: Iterable[Mapping[str, Any]]) -> Iterator[LegDraft]:
    """Revenue and tax of returned lines, in red on their own side."""
    rows = list(back)
    products = product_facts(session, (row["product_id"] for row in rows))
    goods = sum(row["net"] for row in rows if products[row["product_id"]].track_stock)
    yield LegDraft(REVENUE, credit=-goods)
    yield LegDraft(OTHER_REVENUE, credit=goods - sum(row["net"] for row in rows))
    tax = OUTPUT_TAX if settings_of(session).general else SMALL_TAX
    yield LegDraft(tax, credit=-sum(row["tax"] for row in rows))


def back_steps(
    rows: Iterable[Mapping[str, Any]], warehouse_id: int, original: str = ""
) -> Iterator[GoodsStep]:
    """The goods of returned lines that were kept in stock, each lot to where it came from."""
    for row in rows:
        if row["cost"] is not None:
            yield from in_lots(goods_step(row, warehouse_id, original), row["lots"])


def goods_step(row: Mapping[str, Any], warehouse_id: int, original: str = "") -> GoodsStep:
    """The goods of a returned line, back into a warehouse; at their cost in `original` where it is known."""
    return GoodsStep(
        row["line_no"],
        row["product_id"],
        warehouse_id,
        row["base_quantity"],
        amount=row["cost"],
        origin=(original, row["from_line"]) if original else None,
    )
