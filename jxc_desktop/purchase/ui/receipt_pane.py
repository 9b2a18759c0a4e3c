"""采购入库单: the goods receipt on screen."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.i18n import listed
from jxc_desktop.purchase.queries import ReceiptView
from jxc_desktop.purchase.ui.receipt_kind import ReceiptKind
from jxc_desktop.stock.ui.line_columns import REJECTED
from jxc_desktop.stock.ui.paper_pane import PaperPane
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.pane import Context


class ReceiptPane(PaperPane):
    """Types, posts and shows goods receipts; goods that go back are taken from here."""

    title = str(QT_TR_NOOP("采购入库单"))
    icon = "file-down"
    needs = "goods_receipt.view"
    watches = frozenset({"goods_receipt", "purchase_return", "purchase_invoice", "stock_level"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, ReceiptKind(), parent)

    @action(str(QT_TR_NOOP("登记拒收")), "Ctrl+R", needs="goods_receipt.edit", icon="ban")
    def refuse(self) -> None:
        """Say for the current line how much of it was refused at the door, and why."""
        if self.view is not None or self.form is None:
            self.context.messages.notice(self.tr("已过账的单不能再登记拒收。要退货按转退货"))
            return
        self.form.show_refused(shown=True)
        self.form.grid.setFocus()
        self.form.grid.go_to_cell(max(self.form.grid.current_row(), 0), REJECTED)

    @action(
        str(QT_TR_NOOP("转退货")), "Ctrl+Shift+T", needs="purchase_return.view", icon="rotate-ccw"
    )
    def send_back(self) -> None:
        """Begin a return of the lines picked, or of whatever gets a quantity there."""
        number = self._standing(self.tr("只有已过账、没红冲的入库单能转退货"))
        pane = self.context.open("purchase_return") if number else None
        if pane is not None:
            pane.follow(number, self.chosen_lines())

    @action(str(QT_TR_NOOP("录发票")), needs="purchase_invoice.post", icon="receipt")
    def bill(self) -> None:
        """Enter the supplier's invoice for what came."""
        number = self._standing(self.tr("只有已过账、没红冲的入库单能录发票"))
        pane = self.context.open("purchase_invoice") if number else None
        if pane is not None:
            pane.follow(number)

    @action(str(QT_TR_NOOP("录折让")), needs="purchase_allowance.edit", icon="percent")
    def allow(self) -> None:
        """Enter what the supplier gives back for what came."""
        number = self._standing(self.tr("只有已过账、没红冲的入库单能录折让"))
        pane = self.context.open("purchase_allowance") if number else None
        if pane is not None:
            pane.follow(number)

    @action(str(QT_TR_NOOP("分摊运费")), needs="landed_cost.edit", icon="truck")
    def land(self) -> None:
        """Spread freight and the like over what came."""
        number = self._standing(self.tr("只有已过账、没红冲的入库单能分摊运费"))
        pane = self.context.open("landed_cost") if number else None
        if pane is not None:
            pane.follow(number)

    def further(self) -> Sequence[str]:
        more = super().further()
        if self.view is None:
            return ("refuse", *more)
        may = self.context.may
        bill = ("bill",) if may("purchase_invoice.post") else ()
        allow = ("allow",) if may("purchase_allowance.edit") else ()
        land = ("land",) if may("landed_cost.edit") else ()
        return ("send_back", *bill, *allow, *land, *more)

    def history(self, view: TradeView) -> str:
        said = super().history(view)
        if not isinstance(view, ReceiptView) or not view.rejections:
            return said
        told = self.tr("{name} {quantity} {unit}（{cause}）")
        goods = [
            told.format(
                name=r.name, quantity=quantity_text(abs(r.quantity)), unit=r.unit, cause=r.cause
            )
            for r in view.rejections
        ]
        return said + self.tr("；拒收 {goods}").format(goods=listed(goods))

    def _standing(self, reason: str) -> str:
        """The number of the shown receipt while it stands, "" after telling why not."""
        head = self.view.head if self.view else None
        if head is None or head.reverses or head.reversed_by:
            self.context.messages.notice(reason)
            return ""
        return head.number or ""
