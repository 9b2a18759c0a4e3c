"""The docks beside a document: each answers one question about what the hand is on."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def evidence_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
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


def _stock_levels(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_levels_dock import StockLevelsDock

    return StockLevelsDock(context)


def _price_course(context: Context) -> Pane:
    from jxc_desktop.purchase.ui.price_course_dock import PriceCourseDock

    return PriceCourseDock(context)


def _firm_debt(context: Context) -> Pane:
    from jxc_desktop.cash.ui.firm_debt_dock import FirmDebtDock

    return FirmDebtDock(context)
