"""The dashboard and the reports."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.widgets.pane import Context, Pane


def figures_panes() -> tuple[PaneSpec, ...]:
    """In the order of the menus."""
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
        PaneSpec(
            "reports",
            translate("panes", "报表"),
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


def _dashboard(context: Context) -> Pane:
    from jxc_desktop.analysis.ui.dashboard_pane import DashboardPane

    return DashboardPane(context)


def _todo(context: Context) -> Pane:
    from jxc_desktop.analysis.ui.todo_dock import TodoDock
    from jxc_desktop.safety.backup_log import last_backup_at

    return TodoDock(context, last_backup_at)


def _catalogue(context: Context) -> Pane:
    from jxc_desktop.reports.ui.catalogue_pane import CataloguePane

    return CataloguePane(context)


def _report(context: Context) -> Pane:
    from jxc_desktop.reports.ui.report_pane import ReportPane

    return ReportPane(context)
