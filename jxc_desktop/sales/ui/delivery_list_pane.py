"""销售: the list of deliveries, for the dock at the left."""

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import ListPapers, PaperListPane, SumPapers
from jxc_desktop.sales.queries import delivery_list, delivery_sum


class DeliveryListPane(PaperListPane):
    """Deliveries, newest first, under their kept drafts."""

    title = str(QT_TR_NOOP("销售"))
    icon = "file-up"
    needs = "sales_delivery.view"
    watches = frozenset({"sales_delivery", "draft_paper", "pending_paper"})
    kind = "sales_delivery"

    def partner_word(self) -> str:
        return self.tr("客户")

    def empty_words(self) -> str:
        return self.tr("还没有销售出库单。")

    def queries(self) -> tuple[ListPapers, SumPapers]:
        return delivery_list, delivery_sum
