"""The table of contents with Qt: every pane and every workspace, one entry each.

A pane's module is imported when it is first shown, so each has a small function here. Titles are made anew when
the language changes.
"""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.pane import Context, Pane


def pane_specs() -> tuple[PaneSpec, ...]:
    """Every pane in the order of the menus."""
    return (*_till_panes(), *_master_panes(), *_report_panes(), *_shop_panes(), *_safety_panes())


def _till_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "till",
            translate("panes", "收银"),
            "scan-barcode",
            Area.FULL,
            "till",
            _till,
            needs="pos_sale.post",
            words=translate("panes", "零售 小票 结算 交班"),
        ),
    )


def _master_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "customer",
            translate("panes", "客户"),
            "users",
            Area.CENTRE,
            "sales",
            _customers,
            needs="customer.view",
            words=translate("panes", "往来单位 信用额度 账期"),
        ),
        PaneSpec(
            "supplier",
            translate("panes", "供应商"),
            "truck",
            Area.CENTRE,
            "purchase",
            _suppliers,
            needs="supplier.view",
            words=translate("panes", "往来单位 进货"),
        ),
        PaneSpec(
            "product",
            translate("panes", "商品"),
            "package",
            Area.CENTRE,
            "stock",
            _products,
            needs="product.view",
            words=translate("panes", "条码 价格 单位 类别 货号"),
        ),
    )


def _report_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "reports",
            translate("panes", "报表目录"),
            "sheet",
            Area.LEFT,
            "reports",
            _catalogue,
        ),
        PaneSpec(
            "report",
            translate("panes", "报表"),
            "sheet",
            Area.CENTRE,
            "",
            _report,
            many=True,
            named_by_subject=True,
        ),
    )


def _shop_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "setting",
            translate("panes", "设置"),
            "settings",
            Area.CENTRE,
            "tools",
            _settings,
            needs="settings.view",
        ),
        PaneSpec(
            "user",
            translate("panes", "用户"),
            "users",
            Area.CENTRE,
            "tools",
            _users,
            needs="user.view",
            words=translate("panes", "角色 权限 密码"),
        ),
        PaneSpec(
            "audit",
            translate("panes", "审计日志"),
            "scroll-text",
            Area.CENTRE,
            "tools",
            _audit,
            needs="audit.view",
            words=translate("panes", "操作日志 谁做了什么"),
        ),
    )


def _safety_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "health",
            translate("panes", "健康"),
            "heart-pulse",
            Area.CENTRE,
            "tools",
            _health,
            words=translate("panes", "账实一致 自检 备份 恢复"),
        ),
    )


def workspaces() -> tuple[Workspace, ...]:
    """Every workspace in the order of the top bar; panes that a person may not open fall out by themselves."""
    return (
        Workspace("till", translate("panes", "收银"), full="till", roles=frozenset({"cashier"})),
        Workspace(
            "sales",
            translate("panes", "销售"),
            left=("reports",),
            centre=("customer",),
            needs="sales_delivery.view",
            roles=frozenset({"sales"}),
        ),
        Workspace(
            "purchase",
            translate("panes", "采购"),
            left=("reports",),
            centre=("supplier",),
            needs="goods_receipt.view",
            roles=frozenset({"buyer"}),
        ),
        Workspace(
            "stock",
            translate("panes", "仓库"),
            left=("reports",),
            centre=("product",),
            needs="stock.view",
            roles=frozenset({"keeper"}),
        ),
        Workspace(
            "books",
            translate("panes", "会计"),
            left=("reports",),
            needs="voucher.view",
            roles=frozenset({"accountant", "treasurer", "auditor"}),
        ),
        Workspace(
            "owner",
            translate("panes", "老板"),
            centre=("health",),
            needs="report.profit",
            roles=frozenset({"owner", "manager"}),
        ),
    )


def _customers(context: Context) -> Pane:
    from jxc_desktop.partners.ui.customer_pane import CustomerPane

    return CustomerPane(context)


def _suppliers(context: Context) -> Pane:
    from jxc_desktop.partners.ui.supplier_pane import SupplierPane

    return SupplierPane(context)


def _products(context: Context) -> Pane:
    from jxc_desktop.catalog.ui.product_pane import ProductPane

    return ProductPane(context)


def _till(context: Context) -> Pane:
    from jxc_desktop.pos.ui.till_pane import TillPane

    return TillPane(context)


def _catalogue(context: Context) -> Pane:
    from jxc_desktop.reports.ui.catalogue_pane import CataloguePane

    return CataloguePane(context)


def _report(context: Context) -> Pane:
    from jxc_desktop.reports.ui.report_pane import ReportPane

    return ReportPane(context)


def _settings(context: Context) -> Pane:
    from jxc_desktop.shop.ui.setting_pane import SettingPane

    return SettingPane(context)


def _users(context: Context) -> Pane:
    from jxc_desktop.shop.ui.user_pane import UserPane

    return UserPane(context)


def _audit(context: Context) -> Pane:
    from jxc_desktop.shop.ui.audit_pane import AuditPane

    return AuditPane(context)


def _health(context: Context) -> Pane:
    from jxc_desktop.shell.health_pane import HealthPane

    return HealthPane(context)
