"""Two lists for the dock at the left: 请购 (requests, inquiries, offers) and 采购 (orders and what came of them)."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import (
    Listed,
    PaperListPane,
    order_states,
    posted_states,
)
from jxc_desktop.purchase.queries import (
    PURCHASE_PRICE,
    landed_cost_list,
    landed_cost_sum,
    purchase_allowance_list,
    purchase_allowance_sum,
    purchase_invoice_list,
    purchase_invoice_sum,
    purchase_order_list,
    purchase_order_sum,
    purchase_request_list,
    purchase_request_sum,
    purchase_return_list,
    purchase_return_sum,
    receipt_list,
    receipt_sum,
    rfq_list,
    rfq_sum,
    supplier_quotation_list,
    supplier_quotation_sum,
)
from jxc_desktop.purchase.ui.order_kinds import PurchaseOrderKind, SupplierQuotationKind
from jxc_desktop.purchase.ui.request_pane import RequestPane
from jxc_desktop.purchase.ui.rfq_pane import RfqPane


class RequestListPane(PaperListPane):
    """What is wanted, what was asked, what suppliers offered, newest first."""

    title = str(QT_TR_NOOP("请购"))
    icon = "clipboard-list"
    needs = "purchase_request.view"
    watches = frozenset(
        {
            "purchase_request",
            "rfq",
            "supplier_quotation",
            "purchase_order",
            "draft_paper",
            "pending_paper",
        }
    )
    name = "requests"
    price_right = PURCHASE_PRICE

    def partner_word(self) -> str:
        return self.tr("供应商")

    def kinds(self) -> Sequence[Listed]:
        return (
            Listed(
                "purchase_request",
                self.tr("请购"),
                purchase_request_list,
                purchase_request_sum,
                self.tr("还没有请购单。缺什么就写一张，采购照着询价、订货。"),
                order_states(),
                RequestPane.chips,
                called=self.tr("用途"),
                summed=False,
            ),
            Listed(
                "rfq",
                self.tr("询价"),
                rfq_list,
                rfq_sum,
                self.tr("还没有询价单。打开请购单转询价，或在这里新建。"),
                order_states(),
                RfqPane.chips,
                summed=False,
            ),
            Listed(
                "supplier_quotation",
                self.tr("报价"),
                supplier_quotation_list,
                supplier_quotation_sum,
                self.tr("还没有供应商报价单。供应商报了价就记一张，价格自动进价目。"),
                order_states(),
                SupplierQuotationKind.chips,
                price_right=PURCHASE_PRICE,
            ),
        )


class PurchaseListPane(PaperListPane):
    """What was ordered, received, invoiced and sent back, newest first, under kept drafts."""

    title = str(QT_TR_NOOP("采购"))
    icon = "file-down"
    needs = "goods_receipt.view"
    watches = frozenset(
        {
            "purchase_order",
            "goods_receipt",
            "purchase_invoice",
            "purchase_return",
            "purchase_allowance",
            "landed_cost",
            "draft_paper",
            "pending_paper",
        }
    )
    name = "purchase"
    first = "goods_receipt"
    price_right = PURCHASE_PRICE

    def partner_word(self) -> str:
        return self.tr("供应商")

    def kinds(self) -> Sequence[Listed]:
        ordered = Listed(
            "purchase_order",
            self.tr("订单"),
            purchase_order_list,
            purchase_order_sum,
            self.tr("还没有采购订单。审核后货算在途，可以分几次入库。"),
            order_states(),
            PurchaseOrderKind.chips,
            price_right=PURCHASE_PRICE,
        )
        return (ordered, *self._after())

    def _after(self) -> Sequence[Listed]:
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
            Listed(
                "purchase_invoice",
                self.tr("发票"),
                purchase_invoice_list,
                purchase_invoice_sum,
                self.tr("还没有采购发票。打开入库单录发票，或在这里新建。"),
                posted_states(),
                price_right=PURCHASE_PRICE,
            ),
            Listed(
                "purchase_return",
                self.tr("退货"),
                purchase_return_list,
                purchase_return_sum,
                self.tr("还没有采购退货单。打开入库单转退货，或在这里新建。"),
                posted_states(),
                price_right=PURCHASE_PRICE,
            ),
            Listed(
                "purchase_allowance",
                self.tr("折让"),
                purchase_allowance_list,
                purchase_allowance_sum,
                self.tr("还没有采购折让单。供应商返利、补差价就记一张，货的成本跟着降。"),
                posted_states(),
                price_right=PURCHASE_PRICE,
            ),
            Listed(
                "landed_cost",
                self.tr("费用"),
                landed_cost_list,
                landed_cost_sum,
                self.tr("还没有采购费用分摊单。运费、装卸费要进货的成本，就记一张。"),
                posted_states(),
                price_right=PURCHASE_PRICE,
            ),
        )
