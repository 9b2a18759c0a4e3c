"""客户: the list of customers, and the card of the one under the cursor."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.drafts import Role
from jxc_desktop.partners.queries import PartnerRow, count_customers, list_customers
from jxc_desktop.partners.services import disable_customer, make_supplier, save_customer
from jxc_desktop.partners.ui.partner_pane import CountFirms, KeepFirm, ListFirms, PartnerPane
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Column, Kind


class CustomerPane(PartnerPane):
    """The customers of the shop."""

    title = str(QT_TR_NOOP("客户"))
    icon = "users"
    needs = "customer.view"
    edit_right = "customer.edit"
    list_name = "customers"
    import_kind = "customers"
    role = Role.CUSTOMER
    buttons = ("show_promises", *PartnerPane.buttons)

    @action(str(QT_TR_NOOP("客户价")), "Ctrl+Shift+K", icon="handshake")
    def show_promises(self) -> None:
        """Go to what the customer under the cursor was promised."""
        row = self.grid.current()
        if row is None:
            self.context.messages.notice(self.tr("先选一个客户"))
        else:
            self.context.open("partner_price", row)

    @action(str(QT_TR_NOOP("也作供应商")), needs="supplier.edit", icon="truck")
    def make_supplier(self) -> None:
        """Let the customer under the cursor be a supplier too."""
        self.also_in(make_supplier, "supplier", self.tr("{name} 也是供应商了"))

    def reading(self) -> tuple[ListFirms, CountFirms]:
        return list_customers, count_customers

    def keeping(self) -> KeepFirm:
        return save_customer

    def disable(self) -> Callable[..., None]:
        return disable_customer

    def empty_words(self) -> str:
        return self.tr("还没有客户。写第一个只要名称；有客户表就从“导入”进来。")

    def own_columns(self) -> Sequence[Column[PartnerRow]]:
        return (
            Column[PartnerRow]("price_level", self.tr("价格等级"), text=_level_text, width=88),
            Column[PartnerRow]("credit_limit", self.tr("信用额度"), kind=Kind.MONEY, width=92),
        )


def _level_text(level: str) -> str:
    words = {
        "": translate("partners", "零售价"),
        "wholesale": translate("partners", "批发价"),
        "member": translate("partners", "会员价"),
        "level_1": translate("partners", "等级价 1"),
        "level_2": translate("partners", "等级价 2"),
        "level_3": translate("partners", "等级价 3"),
    }
    return words[level]
