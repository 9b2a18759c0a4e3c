"""采购: the list of goods receipts, for the dock at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import Listed, PaperListPane, posted_states
from jxc_desktop.purchase.queries import PURCHASE_PRICE, receipt_list, receipt_sum


class ReceiptListPane(PaperListPane):
    """Goods receipts, newest first, under their kept drafts."""

    title = str(QT_TR_NOOP("采购"))
    icon = "file-down"
    needs = "goods_receipt.view"
    watches = frozenset({"goods_receipt", "draft_paper", "pending_paper"})
    name = "purchase"
    price_right = PURCHASE_PRICE

    def partner_word(self) -> str:
        return self.tr("供应商")

    def kinds(self) -> Sequence[Listed]:
        return (
            Listed(
                "goods_receipt",
                self.tr("入库"),
                receipt_list,
                receipt_sum,
                self.tr("还没有采购入库单。"),
                posted_states(),
                price_right=PURCHASE_PRICE,
            ),
        )
