"""What lies where, and how it moved."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def stock_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
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


def _stock(context: Context) -> Pane:
    from jxc_desktop.stock.ui.stock_pane import StockPane

    return StockPane(context)


def _product_flow(context: Context) -> Pane:
    from jxc_desktop.stock.ui.product_flow_pane import ProductFlowPane

    return ProductFlowPane(context)
