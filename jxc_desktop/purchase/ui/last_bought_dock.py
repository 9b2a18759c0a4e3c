"""供应商最近进价: what this supplier, else any, was paid for the product under the hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.purchase.queries import PURCHASE_PRICE, BoughtAt, last_purchases
from jxc_desktop.stock.ui.last_prices_dock import LastPricesDock


class LastBoughtDock(LastPricesDock):
    """Where this supplier never delivered the product, the others say what it should cost."""

    title = str(QT_TR_NOOP("供应商最近进价"))
    icon = "history"
    needs = PURCHASE_PRICE
    watches = frozenset({"goods_receipt"})
    kind = "goods_receipt"

    def query(self) -> Callable[..., Sequence[BoughtAt]]:
        return last_purchases

    def other_firms(self) -> bool:
        return True
