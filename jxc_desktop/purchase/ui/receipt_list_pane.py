"""采购: the list of goods receipts, for the dock at the left."""

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import ListPapers, PaperListPane, SumPapers
from jxc_desktop.purchase.queries import PURCHASE_PRICE, receipt_list, receipt_sum


class ReceiptListPane(PaperListPane):
    """Goods receipts, newest first, under their kept drafts."""

    title = str(QT_TR_NOOP("采购"))
    icon = "file-down"
    needs = "goods_receipt.view"
    watches = frozenset({"goods_receipt", "draft_paper", "pending_paper"})
    kind = "goods_receipt"
    price_right = PURCHASE_PRICE

    def partner_word(self) -> str:
        return self.tr("供应商")

    def empty_words(self) -> str:
        return self.tr("还没有采购入库单。")

    def queries(self) -> tuple[ListPapers, SumPapers]:
        return receipt_list, receipt_sum
