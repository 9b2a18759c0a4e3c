"""After closing time: the books and reports on screen, on paper and in Excel, a proved backup, the self-check."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jxc_desktop.analysis.ui.dashboard_pane import DashboardPane
from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.day import Day
from jxc_desktop.demo.reckoning import half_up, yuan
from jxc_desktop.features import INVARIANTS
from jxc_desktop.reports.ui.report_pane import ReportPane
from jxc_desktop.safety.catalogue import backups_in
from jxc_desktop.safety.verify import verify


def read_the_books(day: Day) -> None:
    """Ctrl+6, where reports have most room: the balances of all accounts agree with the day."""
    day.stage.at("21:10")
    day.hand.press("Ctrl+6")
    day.stage.settle()
    totals = _report(day, "trial_balance", translate("demo", "科目余额表"))
    day.require_equal(
        translate("demo", "本期贷方"), totals["period_credit"], totals["period_debit"]
    )
    day.figures["debit"], day.figures["credit"] = totals["period_debit"], totals["period_credit"]


def read_the_stock(day: Day) -> None:
    """进销存汇总表: what lies there is worth what account 1405 says."""
    totals = _report(day, "stock_movement_summary", translate("demo", "进销存汇总表"))
    day.figures["stock"] = totals["closing_amount"]


def read_the_sales(day: Day) -> None:
    """销售汇总表: tickets, the delivery, less what came back."""
    totals = _report(day, "sales_summary", translate("demo", "销售汇总表"))
    wanted = day.till.sold - day.till.returned + day.figures["delivered"]
    day.require_equal(
        translate("demo", "销售汇总表的价税合计"), yuan(totals["amount_incl"]), yuan(wanted)
    )


def look_at_the_figures(day: Day) -> None:
    """The dashboard: what the counter has taken is what the owner sees."""
    day.find("dashboard")
    pane = day.pane
    day.require(isinstance(pane, DashboardPane), translate("demo", "经营看板没有打开"))
    kept = day.till.sold - day.till.returned
    seen = {
        "ticket": (translate("demo", "看板的客单价"), half_up(yuan(kept) / len(day.till.tickets))),
        "stock": (translate("demo", "看板的库存金额"), yuan(day.figures["stock"])),
        "debts": (translate("demo", "看板的应收账款"), yuan(day.figures["delivered"])),
    }
    for card, (what, wanted) in seen.items():
        day.require_equal(what, pane.cards[card].figure.text(), f"{wanted:,.2f}")
    day.shoot("dashboard", translate("demo", "老板看板：今天卖了多少，赚了多少"))


def back_up(day: Day) -> None:
    """立即备份 by Ctrl+K, proved by restoring it; then every rule of the books is checked."""
    stage = day.stage
    stage.at("21:30")
    folder = stage.folder / "backups"
    before = {backup.path for backup in backups_in(folder)}
    day.find("back_up")
    stage.until(
        lambda: {backup.path for backup in backups_in(folder)} - before, translate("demo", "备份")
    )
    day.shoot("backup", translate("demo", "备份做好，当场验证能恢复"))
    found = backups_in(folder)
    proved = [backup for backup in found if backup.manifest.verified]
    day.require(proved and len(proved) == len(found), translate("demo", "备份没有验证通过"))
    day.figures["backup"] = proved[-1].path.name
    seat = stage.office.seat
    checked = verify(seat.database, INVARIANTS, actor=seat.actor, full=True)
    day.require(checked.ok, "; ".join(checked.problems[:3]))
    day.figures["checks"] = len(checked.checks)


def go_home(day: Day) -> None:
    """The window is closed; the program makes its last backup by itself."""
    day.stage.at("21:35")
    day.stage.leave()


# --- a report ---


def _report(day: Day, name: str, title: str) -> Mapping[str, Any]:
    """Find a report, look at it, save it as PDF and as Excel; returns its totals."""
    day.find(name)
    pane = day.pane
    told = translate("demo", "{title}没有打开")
    day.require(isinstance(pane, ReportPane), told.format(title=title))
    day.stage.until(lambda: pane.result is not None and pane.result.report.name == name, title)
    day.shoot(name.replace("_", "-"), title)
    _save(day, lambda: day.hand.press("Ctrl+E"), day.folder / f"{name}.xlsx")
    _save(day, lambda: day.find("pdf"), day.folder / f"{name}.pdf")
    return dict(pane.result.totals)


def _save(day: Day, ask: Callable[[], None], path: Path) -> None:
    """`ask` makes the window ask for a file; the file that then comes to be is one of the day's papers."""
    path.unlink(missing_ok=True)
    day.hand.answer_with_file(ask, str(path))
    day.stage.until(path.exists, str(path))
    day.stage.settle()
    day.diary.papers.append(path.name)
