"""The table of contents with Qt: every pane and every workspace, one entry each, a module for each menu's panes.

A pane's module is imported when it is first shown, so each has a small function beside its entry. Titles are made
anew when the language changes.
"""

from jxc_desktop.core.i18n import translate
from jxc_desktop.panes.books import books_panes
from jxc_desktop.panes.evidence import evidence_panes
from jxc_desktop.panes.figures import figures_panes
from jxc_desktop.panes.house import house_panes
from jxc_desktop.panes.master import master_panes
from jxc_desktop.panes.money import money_panes
from jxc_desktop.panes.papers import paper_panes
from jxc_desktop.panes.stock import stock_panes
from jxc_desktop.panes.till import till_panes
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.shell.workspace import Workspace


def pane_specs() -> tuple[PaneSpec, ...]:
    """Every pane in the order of the menus."""
    return (
        *till_panes(),
        *paper_panes(),
        *master_panes(),
        *stock_panes(),
        *money_panes(),
        *books_panes(),
        *evidence_panes(),
        *figures_panes(),
        *house_panes(),
    )


def workspaces() -> tuple[Workspace, ...]:
    """Every workspace in the order of the top bar; panes that a person may not open fall out by themselves."""
    return (
        Workspace("till", translate("panes", "收银"), full="till", roles=frozenset({"cashier"})),
        Workspace(
            "sales",
            translate("panes", "销售"),
            left=("deliveries", "stock", "reports"),
            centre=("sales_delivery",),
            right=("last_sold", "stock_levels", "firm_debt", "margin"),
            needs="sales_delivery.view",
            roles=frozenset({"sales"}),
        ),
        Workspace(
            "purchase",
            translate("panes", "采购"),
            left=("receipts", "requests", "stock", "reports"),
            centre=("goods_receipt",),
            right=("last_bought", "price_course", "stock_levels"),
            needs="goods_receipt.view",
            roles=frozenset({"buyer"}),
        ),
        Workspace(
            "stock",
            translate("panes", "仓库"),
            left=("stock_papers", "stock", "reports"),
            centre=("stock_count",),
            right=("stock_levels",),
            needs="stock.view",
            roles=frozenset({"keeper"}),
        ),
        Workspace(
            "books",
            translate("panes", "会计"),
            left=(
                "receipts",
                "deliveries",
                "stock",
                "ledger",
                "vouchers",
                "reports",
            ),
            centre=("dashboard", "journal_voucher"),
            right=("last_sold", "price_course", "stock_levels", "margin"),
            bottom=("voucher_preview",),
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
