"""Choosing a receipt by its number, its supplier or its remark: a field that holds one."""

from collections.abc import Callable

from jxc_desktop.core.i18n import translate
from jxc_desktop.purchase.queries import receipt_list
from jxc_desktop.stock.ui.paper_search import paper_field
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


def receipt_field(pane: Pane, partner: Callable[[], int | None]) -> SearchField:
    """A field of `pane` that holds a posted receipt, of `partner()` where there is one."""
    field = paper_field(pane, receipt_list, partner, translate("purchase", "供应商"), _missing)
    field.setPlaceholderText(translate("purchase", "单号；没有就空着"))
    return field


def _missing(text: str) -> str:
    return translate("purchase", "没有入库单“{text}”。换个说法，或空着写退货原因").format(text=text)
