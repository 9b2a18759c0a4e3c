"""客户最近成交价: what this customer paid for the product under the hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.sales.queries import SoldAt, last_sales
from jxc_desktop.stock.ui.last_prices_dock import LastPricesDock


class LastSoldDock(LastPricesDock):
    """Only this customer's: what others paid is none of its business."""

    title = str(QT_TR_NOOP("客户最近成交价"))
    icon = "history"
    needs = "sales_delivery.view"
    watches = frozenset({"sales_delivery"})
    kind = "sales_delivery"

    def query(self) -> Callable[..., Sequence[SoldAt]]:
        return last_sales

    def other_firms(self) -> bool:
        return False
