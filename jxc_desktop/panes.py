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
    return (
        *_till_panes(),
        *_master_panes(),
        *_stock_panes(),
        *_book_panes(),
        *_evidence_panes(),
        *_dashboard_panes(),
        *_report_panes(),
        *_shop_panes(),
        *_safety_panes(),
    )


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


def _stock_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "stock",
            translate("panes", "库存"),
            "warehouse",
            Area.LEFT,
            "stock",
            _stock,
            needs="stock.view",
            words=translate("panes", "现存 缺货 负库存 下限"),
        ),
        PaneSpec(
            "product_flow",
            translate("panes", "收发明细"),
            "history",
            Area.CENTRE,
            "stock",
            _product_flow,
            needs="stock.view",
            named_by_subject=True,
            words=translate("panes", "进出 流水"),
        ),
    )


def _book_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "ledger",
            translate("panes", "账本"),
            "notebook-text",
            Area.LEFT,
            "books",
            _ledger,
            needs="report.books",
            words=translate("panes", "科目 余额 总账"),
        ),
        PaneSpec(
            "vouchers",
            translate("panes", "凭证"),
            "stamp",
            Area.LEFT,
            "books",
            _vouchers,
            needs="voucher.view",
            words=translate("panes", "记账凭证 字号"),
        ),
        PaneSpec(
            "account_card",
            translate("panes", "明细账"),
            "book-open",
            Area.CENTRE,
            "",
            _account_card,
            needs="report.books",
            named_by_subject=True,
        ),
        PaneSpec(
            "voucher",
            translate("panes", "凭证"),
            "stamp",
            Area.CENTRE,
            "",
            _voucher,
            needs="voucher.view",
            named_by_subject=True,
        ),
    )


def _evidence_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "stock_levels",
            translate("panes", "分仓库存"),
            "warehouse",
            Area.RIGHT,
            "view",
            _stock_levels,
            needs="stock.view",
        ),
        PaneSpec(
            "price_course",
            translate("panes", "进价走势"),
            "trending-up",
            Area.RIGHT,
            "view",
            _price_course,
            needs="field.purchase_price",
        ),
        PaneSpec(
            "firm_debt",
            translate("panes", "客户欠款"),
            "hand-coins",
            Area.RIGHT,
            "view",
            _firm_debt,
            needs="customer.view",
        ),
    )


def _dashboard_panes() -> tuple[PaneSpec, ...]:
    return (
        PaneSpec(
            "dashboard",
            translate("panes", "经营看板"),
            "layout-dashboard",
            Area.CENTRE,
            "analysis",
            _dashboard,
            needs="report.sales",
            words=translate("panes", "今日 销售额 毛利 资金"),
        ),
        PaneSpec(
            "todo",
            translate("panes", "待办"),
            "bell",
            Area.RIGHT,
            "analysis",
            _todo,
            words=translate("panes", "缺货 欠款到期 没交班"),
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
            left=("stock", "reports"),
            centre=("customer",),
            right=("stock_levels", "firm_debt"),
            needs="sales_delivery.view",
            roles=frozenset({"sales"}),
        ),
        Workspace(
            "purchase",
            translate("panes", "采购"),
            left=("stock", "reports"),
            centre=("supplier",),
            right=("price_course", "stock_levels"),
            needs="goods_receipt.view",
            roles=frozenset({"buyer"}),
        ),
        Workspace(
            "stock",
            translate("panes", "仓库"),
            left=("stock", "reports"),
            centre=("product",),
            right=("stock_levels",),
            needs="stock.view",
            roles=frozenset({"keeper"}),
        ),
        Workspace(
            "books",
            translate("panes", "会计"),
            left=("ledger", "vouchers", "stock", "reports"),
            right=("price_course", "stock_levels", "firm_debt"),
            needs="voucher.view",
            roles=frozenset({"accountant", "treasurer", "auditor"}),
        ),
        Workspace(
            "owner",
            translate("panes", "老板"),
            centre=("dashboard",),
            right=("todo",),
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


def _stock(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_pane import StockPane

    return StockPane(context)


def _product_flow(context: Context) -> Pane:
    from jxc_desktop.stock.ui.product_flow_pane import ProductFlowPane

    return ProductFlowPane(context)


def _ledger(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.ledger_pane import LedgerPane

    return LedgerPane(context)


def _vouchers(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_list import VoucherList

    return VoucherList(context)


def _account_card(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.account_card_pane import AccountCardPane

    return AccountCardPane(context)


def _voucher(context: Context) -> Pane:
    from jxc_desktop.ledger.ui.voucher_pane import VoucherPane

    return VoucherPane(context)


def _stock_levels(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_levels_dock import StockLevelsDock

    return StockLevelsDock(context)


def _price_course(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.price_course_dock import PriceCourseDock

    return PriceCourseDock(context)


def _firm_debt(context: Context) -> Pane:
    from jxc_desktop.cash.ui.firm_debt_dock import FirmDebtDock

    return FirmDebtDock(context)


def _dashboard(context: Context) -> Pane:
    from jxc_desktop.analysis.ui.dashboard_pane import DashboardPane

    return DashboardPane(context)


def _todo(context: Context) -> Pane:
    from jxc_desktop.analysis.ui.todo_dock import TodoDock
    from jxc_desktop.safety.backup_log import last_backup_at

    return TodoDock(context, last_backup_at)


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
