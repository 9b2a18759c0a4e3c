"""Choosing a delivery by its number, its customer or its remark: a field that holds one."""

from collections.abc import Callable

from jxc_desktop.core.i18n import translate
from jxc_desktop.sales.queries import delivery_list
from jxc_desktop.stock.ui.paper_search import paper_field
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


def delivery_field(pane: Pane, partner: Callable[[], int | None]) -> SearchField:
    """A field of `pane` that holds a posted delivery, of `partner()` where there is one."""
    field = paper_field(pane, delivery_list, partner, translate("sales", "客户"), _missing)
    field.setPlaceholderText(translate("sales", "单号、客户；没有就空着"))
    return field


def _missing(text: str) -> str:
    return translate("sales", "没有出库单“{text}”。换个说法，或空着写退货原因").format(text=text)
