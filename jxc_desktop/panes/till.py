"""The till."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def till_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
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


def _till(context: Context) -> Pane:
    from jxc_desktop.pos.ui.till_pane import TillPane

    return TillPane(context)
