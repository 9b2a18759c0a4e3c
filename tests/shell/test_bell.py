"""The bell counts what waits, seldom and behind the window, and opens 待办."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.analysis.todo import Group, Waiting, todo
from jxc_desktop.safety.backup_log import last_backup_at
from jxc_desktop.shell import bell
from jxc_desktop.shell.bell import Bell, Ringer
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import DraftBody, save_draft
from tests.shopkeeping import DAY, a_customer, a_product, a_supplier, deliver, line, receive


@pytest.fixture
def goods(database, owner):
    with database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 100, "6.00")])
        return product, a_customer(session)


@pytest.fixture
def ringer(seat_of, owner, qtbot, monkeypatch):
    """Somebody who counts at once, and the counts."""
    monkeypatch.setattr(bell, "FIRST", 0)
    monkeypatch.setattr(bell, "SOON", 0)
    seat = seat_of(owner)
    ringer = Ringer(seat, seat.tasks)
    counts = []
    ringer.counted.connect(counts.append)
    ringer.start()
    qtbot.waitUntil(lambda: bool(counts))
    yield ringer, counts
    ringer.stop()


def group(count, tone="warn", title="等我审核", **more):
    return Group(title, count, (Waiting("一件", "", tone, "stamp", "pending_paper", 1),), **more)


def test_the_badge_says_how_many_and_the_tip_of_what(qtbot):
    rung = Bell()
    qtbot.addWidget(rung)
    assert rung.badge == ""
    rung.show_groups(
        [group(2), group(3, "bad", "欠款到期"), group(7, title="草稿", pressing=False)]
    )
    assert (rung.badge, rung.tone) == ("5", "bad")
    assert rung.toolTip() == "等我审核：2；欠款到期：3"
    assert rung.accessibleName() == "待办 5 件"
    rung.show_groups([group(120)])
    assert (rung.badge, rung.tone) == ("99+", "warn")
    rung.show_groups([])
    assert (rung.badge, rung.toolTip()) == ("", "没有等着做的事")


def test_a_paper_that_waits_rings_soon(ringer, qtbot, database, owner, goods):
    _ringer, counts = ringer
    product, customer = goods
    before = sum(each.count for each in counts[-1] if each.pressing)
    with database.transaction(owner) as session:
        save_rule(session, RuleDraft("sales_delivery", "any", role="owner"))
        deliver(session, customer, [line(product, 1, "9.00")])
    qtbot.waitUntil(lambda: sum(x.count for x in counts[-1] if x.pressing) == before + 1)
    assert counts[-1][0].title == "等我审核"


def test_a_sale_alone_is_counted_later(ringer, qtbot, database, owner, goods):
    waiting, counts = ringer
    product, customer = goods
    qtbot.waitUntil(lambda: not waiting._asking and not waiting._soon.isActive())
    asked = len(counts)
    with database.transaction(owner) as session:
        deliver(session, customer, [line(product, 1, "9.00")])
    qtbot.waitUntil(lambda: waiting._stale)
    qtbot.wait(50)
    assert len(counts) == asked
    waiting._seldom.timeout.emit()
    qtbot.waitUntil(lambda: len(counts) == asked + 1)
    waiting._seldom.timeout.emit()  # nothing has changed since
    qtbot.wait(50)
    assert len(counts) == asked + 1


def test_papers_that_were_only_begun_do_not_ring(database, owner):
    with database.transaction(owner) as session:
        save_draft(session, DraftBody("sales_delivery", DAY, "客户", 100, {"lines": []}))
    with database.reading(owner) as session:
        groups = {each.title: each for each in todo(session, last_backup_at)}
    assert not groups["没写完的单"].pressing
    assert groups["备份"].pressing


def test_pressing_the_bell_opens_what_waits(window_of, owner, qtbot):
    window = window_of(owner)
    rung = window.top_bar.bell
    rung.setFocus()
    qtbot.keyClick(rung, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(pane.heading() == "待办" for pane in window.desk.docks.panes()))
