"""The documents of the stock room for the dock at the left: goods counted, moved, lost and found."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.ledger.ui.paper_list_pane import Listed, PaperListPane, posted_states
from jxc_desktop.stock.queries import (
    assembly_list,
    assembly_sum,
    cost_adjustment_list,
    cost_adjustment_sum,
    disassembly_list,
    disassembly_sum,
    loss_resolution_list,
    loss_resolution_sum,
    other_issue_list,
    other_issue_sum,
    other_receipt_list,
    other_receipt_sum,
    recost_list,
    recost_sum,
    stock_count_list,
    stock_count_sum,
    stock_gain_list,
    stock_gain_sum,
    stock_loss_list,
    stock_loss_sum,
)
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.transfer_views import (
    stock_transfer_list,
    stock_transfer_sum,
    transfer_receipt_list,
    transfer_receipt_sum,
)


class StockListPane(PaperListPane):
    """What was counted, moved, lost and found, newest first, under kept drafts."""

    title = str(QT_TR_NOOP("库存单据"))
    icon = "boxes"
    needs = "stock_transfer.view"
    watches = frozenset(
        {
            "stock_count",
            "stock_transfer",
            "transfer_receipt",
            "stock_loss",
            "stock_gain",
            "loss_resolution",
            "other_receipt",
            "other_issue",
            "cost_adjustment",
            "assembly",
            "disassembly",
            "recost",
            "draft_paper",
            "pending_paper",
        }
    )
    name = "stock_papers"
    first = "stock_count"
    price_right = COST

    def partner_word(self) -> str:
        return self.tr("原因")

    def total_word(self) -> str:
        return self.tr("成本金额")

    def kinds(self) -> Sequence[Listed]:
        moved = Listed(
            "stock_transfer",
            self.tr("调拨"),
            stock_transfer_list,
            stock_transfer_sum,
            self.tr("还没有调拨单。货从一个仓库搬到另一个就记一张，账不动。"),
            posted_states(),
            called=self.tr("调出 → 调入"),
            summed=False,
        )
        came = Listed(
            "transfer_receipt",
            self.tr("调拨入库"),
            transfer_receipt_list,
            transfer_receipt_sum,
            self.tr("还没有调拨入库单。在途的调拨到货了，从那张调拨单上收。"),
            posted_states(),
            called=self.tr("调拨单"),
            summed=False,
        )
        counted = Listed(
            "stock_count",
            self.tr("盘点"),
            stock_count_list,
            stock_count_sum,
            self.tr("还没有盘点单。拿着扫描枪盘，店里照常卖货，差异自动生成报溢报损。"),
            posted_states(),
            called=self.tr("仓库"),
            summed=False,
        )
        return (counted, moved, came, *self._lost(), *self._others(), *self._kits())

    def _others(self) -> Sequence[Listed]:
        return (
            Listed(
                "other_receipt",
                self.tr("其他入库"),
                other_receipt_list,
                other_receipt_sum,
                self.tr("还没有其他入库单。投入的、别人送的货记一张，另一边选科目。"),
                posted_states(),
                price_right=COST,
                called=self.tr("对方科目"),
            ),
            Listed(
                "other_issue",
                self.tr("其他出库"),
                other_issue_list,
                other_issue_sum,
                self.tr("还没有其他出库单。自用的、送样的货记一张，按成本出库。"),
                posted_states(),
                price_right=COST,
                called=self.tr("对方科目"),
            ),
            Listed(
                "cost_adjustment",
                self.tr("成本调整"),
                cost_adjustment_list,
                cost_adjustment_sum,
                self.tr("还没有成本调整单。库存金额不对就记一张：货不动，只改金额。"),
                posted_states(),
                price_right=COST,
                called=self.tr("对方科目"),
            ),
            Listed(
                "recost",
                self.tr("重算"),
                recost_list,
                recost_sum,
                self.tr("还没有重算过成本。单据补录到以前的日期，就重算一次。"),
                posted_states(),
                price_right=COST,
                called=self.tr("起算日"),
            ),
        )

    def _kits(self) -> Sequence[Listed]:
        return (
            Listed(
                "assembly",
                self.tr("组装"),
                assembly_list,
                assembly_sum,
                self.tr("还没有组装单。几样货拼成一样卖就记一张，成品的成本是零件加上加工费。"),
                posted_states(),
                price_right=COST,
                called=self.tr("成品"),
            ),
            Listed(
                "disassembly",
                self.tr("拆卸"),
                disassembly_list,
                disassembly_sum,
                self.tr("还没有拆卸单。一样货拆成几样就记一张，成本分给零件。"),
                posted_states(),
                price_right=COST,
                called=self.tr("成品"),
            ),
        )

    def _lost(self) -> Sequence[Listed]:
        return (
            Listed(
                "stock_loss",
                self.tr("报损"),
                stock_loss_list,
                stock_loss_sum,
                self.tr("还没有报损单。破了、过期了、被偷了就记一张，库存和账一起减。"),
                posted_states(),
                price_right=COST,
            ),
            Listed(
                "stock_gain",
                self.tr("报溢"),
                stock_gain_list,
                stock_gain_sum,
                self.tr("还没有报溢单。多出来的货记一张，按现在的成本入库。"),
                posted_states(),
                price_right=COST,
            ),
            Listed(
                "loss_resolution",
                self.tr("处理"),
                loss_resolution_list,
                loss_resolution_sum,
                self.tr("还没有损溢处理单。挂着待处理的报损报溢，查明后从那张单上处理。"),
                posted_states(),
                called=self.tr("原单"),
            ),
        )
