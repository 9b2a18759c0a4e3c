"""The columns of goods on a document of the stock room that has its number."""

from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.columns import Column, Kind


def shown_goods() -> tuple[Column[Any], ...]:
    """Number, goods, unit and quantity."""
    quantity = Column[Any](
        "quantity", translate("stock", "数量"), kind=Kind.QUANTITY, width=72, sortable=False
    )
    return (*named_goods(), quantity)


def named_goods() -> tuple[Column[Any], ...]:
    """Number, goods and unit."""
    return (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any](
            "name",
            translate("stock", "商品"),
            sub=lambda line: line.spec,
            width=170,
            stretch=True,
            sortable=False,
        ),
        Column[Any]("unit", translate("stock", "单位"), width=46, sortable=False),
    )
