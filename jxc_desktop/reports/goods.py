"""The goods a stock report speaks of: which are asked for, what they are called, under which heading."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports.grouping import no_category
from jxc_desktop.reports.parameters import Parameter, category_paths
from jxc_desktop.reports.report import Request


@dataclass(frozen=True, slots=True)
class Good:
    """A product's names; `heading` is its category's path."""

    product: str
    name: str
    spec: str
    unit: str
    heading: str


def goods_asked(request: Request) -> Any:
    """A query of the ids of the products that the filters let through, None for all."""
    products, categories = request.get("product"), request.get("category")
    if products is None and categories is None:
        return None
    query = select(Product.id)
    if products is not None:
        query = query.where(Product.id.in_(products))
    if categories is not None:
        query = query.where(Product.category_id.in_(categories))
    return query


def goods_named(session: Session, asked: Any) -> dict[int, Good]:
    """The names of the products asked for, in order of code."""
    paths, none = category_paths(session), no_category()
    query = select(
        Product.id, Product.code, Product.name, Product.spec, Product.unit, Product.category_id
    )
    if asked is not None:
        query = query.where(Product.id.in_(asked))
    return {
        row[0]: Good(*row[1:5], paths.get(row[5] or 0, none))
        for row in session.execute(query.order_by(Product.code))
    }


def show_parameter() -> Parameter:
    """Whether products stand under their categories."""
    return Parameter(
        "show",
        translate("reports", "显示"),
        "choice",
        (
            ("category", translate("reports", "按类别小计")),
            ("list", translate("reports", "不分类别")),
        ),
        "category",
    )
