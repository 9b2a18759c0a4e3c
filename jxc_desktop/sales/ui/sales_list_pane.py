"""销售: quotations, orders, deliveries, returns and invoices given out, for the dock at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import (
    Listed,
    PaperListPane,
    order_states,
    posted_states,
)
from jxc_desktop.sales.queries import (
    delivery_list,
    delivery_sum,
    quotation_list,
    quotation_sum,
    sales_invoice_list,
    sales_invoice_sum,
    sales_order_list,
    sales_order_sum,
    sales_return_list,
    sales_return_sum,
)
from jxc_desktop.sales.ui.order_kinds import QuotationKind, SalesOrderKind


class SalesListPane(PaperListPane):
    """What was offered, ordered, delivered, brought back and invoiced, newest first, under kept drafts."""

    title = str(QT_TR_NOOP("销售"))
    icon = "file-up"
    needs = "sales_delivery.view"
    watches = frozenset(
        {
            "quotation",
            "sales_order",
            "sales_delivery",
            "sales_return",
            "sales_invoice",
            "draft_paper",
            "pending_paper",
        }
    )
    name = "sales"
    first = "sales_delivery"

    def partner_word(self) -> str:
        return self.tr("客户")

    def kinds(self) -> Sequence[Listed]:
        return (
            Listed(
                "quotation",
                self.tr("报价"),
                quotation_list,
                quotation_sum,
                self.tr("还没有报价单。客户问价时写一张，存成 PDF 发给他。"),
                order_states(),
                QuotationKind.chips,
            ),
            Listed(
                "sales_order",
                self.tr("订单"),
                sales_order_list,
                sales_order_sum,
                self.tr("还没有销售订单。审核后货就给客户留着，可以分几次出库。"),
                order_states(),
                SalesOrderKind.chips,
            ),
            Listed(
                "sales_delivery",
                self.tr("出库"),
                delivery_list,
                delivery_sum,
                self.tr("还没有销售出库单。"),
                posted_states(),
            ),
            Listed(
                "sales_return",
                self.tr("退货"),
                sales_return_list,
                sales_return_sum,
                self.tr("还没有退货单。打开出库单转退货，或在这里新建。"),
                posted_states(),
            ),
            Listed(
                "sales_invoice",
                self.tr("发票"),
                sales_invoice_list,
                sales_invoice_sum,
                self.tr("还没有登记发票。开出的发票登记在这里，专票的税月末照缴。"),
                posted_states(),
            ),
        )
