"""供应商: the list of suppliers, and the card of the one under the cursor."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.drafts import Role
from jxc_desktop.partners.queries import PartnerRow, count_suppliers, list_suppliers
from jxc_desktop.partners.services import disable_supplier, make_customer, save_supplier
from jxc_desktop.partners.ui.partner_pane import CountFirms, KeepFirm, ListFirms, PartnerPane
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.columns import Column


class SupplierPane(PartnerPane):
    """The suppliers of the shop."""

    title = str(QT_TR_NOOP("供应商"))
    icon = "truck"
    needs = "supplier.view"
    edit_right = "supplier.edit"
    list_name = "suppliers"
    import_kind = "suppliers"
    role = Role.SUPPLIER

    @action(str(QT_TR_NOOP("也作客户")), needs="customer.edit", icon="users")
    def make_customer(self) -> None:
        """Let the supplier under the cursor be a customer too."""
        self.also_in(make_customer, "customer", self.tr("{name} 也是客户了"))

    def reading(self) -> tuple[ListFirms, CountFirms]:
        return list_suppliers, count_suppliers

    def keeping(self) -> KeepFirm:
        return save_supplier

    def disable(self) -> Callable[..., None]:
        return disable_supplier

    def empty_words(self) -> str:
        return self.tr("还没有供应商。写第一个只要名称；有供应商表就从“导入”进来。")

    def own_columns(self) -> Sequence[Column[PartnerRow]]:
        return (
            Column[PartnerRow](
                "invoice", self.tr("发票"), text=_invoice_text, width=84, sortable=False
            ),
        )


def _invoice_text(invoice: str | None) -> str:
    words = {
        None: "",
        "special": translate("partners", "专用发票"),
        "ordinary": translate("partners", "普通发票"),
        "none": translate("partners", "不开票"),
        "pending": translate("partners", "票随后到"),
    }
    return words[invoice]
