"""The lines of a small taxpayer as the period pane and the dashboard say them."""

from datetime import date

from jxc_desktop.analysis.todo import todo
from jxc_desktop.analysis.ui.dashboard_pane import DashboardPane
from jxc_desktop.core.db import Database
from jxc_desktop.features import CLOSING
from jxc_desktop.ledger.ui.period_pane import PeriodPane
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.deskwork import context_of, shown
from tests.ledger.test_watch import sell

__all__ = ["context_of"]


def test_the_period_pane_says_both_and_the_dashboard_the_more_pressing(
    qtbot, context_of, database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        sell(session, date(2026, 8, 10), "4500000")
        sell(session, date(2026, 10, 10), "1000")
    pane = shown(qtbot, PeriodPane(context_of(database, owner), CLOSING), (1080, 690))
    said = [line.text() for line in pane.watched.lines if line.isVisible()]
    assert [each[:3] for each in said] == ["本季销", "连续四"]
    assert [line.tone for line in pane.watched.lines] == ["text2", "warn"]
    board = shown(qtbot, DashboardPane(context_of(database, owner)), (1080, 690))
    [line] = board.watched.lines
    assert line.text().startswith("连续四个季度销售额 4,501,000.00")
    assert line.tone == "warn"
    with database.reading(owner) as session:
        [group] = [each for each in todo(session, lambda _s: 0) if each.title == "纳税界线"]
    assert [(x.text, x.figure, x.opens) for x in group.things] == [
        ("一般纳税人标准", "90%", "periods")
    ]


def test_who_may_not_see_vouchers_is_told_nothing(
    qtbot, context_of, database: Database, owner: Actor
):
    with database.transaction(owner) as session:
        sell(session, date(2026, 10, 10), "290000")
    sales = actor_with("sales")
    board = shown(qtbot, DashboardPane(context_of(database, sales)), (1080, 690))
    assert not board.watched.isVisible()
    with database.reading(sales) as session:
        assert "纳税界线" not in [each.title for each in todo(session, lambda _s: 0)]


def test_a_general_taxpayer_has_no_such_lines(qtbot, context_of, new_shop, owner: Actor):
    pane = shown(qtbot, PeriodPane(context_of(new_shop("general"), owner), CLOSING), (1080, 690))
    assert not pane.watched.isVisible()
