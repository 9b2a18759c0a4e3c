"""Ctrl+K: everything is found by words, by pinyin initials, by the tail of a number; nothing without the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import save_product
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.services import save_customer, save_supplier
from jxc_desktop.shell.find_entries import Entry, fitting
from jxc_desktop.shell.found import find_documents, find_in_shop
from tests.conftest import actor_with
from tests.shopkeeping import line, receive

PANES = frozenset({"product", "customer", "supplier", "goods_receipt", "report", "setting"})


@pytest.fixture
def traded(any_database, owner):
    """A shop with one product, one firm of each kind and one receipt; its number."""
    with any_database.transaction(owner) as session:
        milk = save_product(session, ProductDraft("晨牧纯牛奶", code="100735", spec="250ml×16"))
        save_customer(session, PartnerDraft("桥东惠民超市"))
        supplier = save_supplier(session, PartnerDraft("晨牧乳业"))
        number = receive(session, supplier, [line(milk, 10, 40)]).number
    return any_database, number


def ask(database, actor, text, panes=PANES, find=find_in_shop):
    with database.reading(actor) as session:
        return [(hit.group, hit.text) for hit in find(session, text, panes)]


def test_goods_and_firms_are_found_by_pinyin_initials(traded, owner):
    database, _number = traded
    assert ask(database, owner, "cmcnn") == [("商品", "晨牧纯牛奶")]
    assert ask(database, owner, "qdhm") == [("客户", "桥东惠民超市")]
    assert ask(database, owner, "晨牧") == [("商品", "晨牧纯牛奶"), ("供应商", "晨牧乳业")]


def test_a_document_is_found_by_the_tail_of_its_number(traded, owner):
    database, number = traded
    for typed in (number, number[-4:], number[-6:].lower()):
        assert ask(database, owner, typed, find=find_documents) == [("单据", number)]


@pytest.mark.parametrize(
    "typed", ["", " ", "1", "%", "__", "'; DROP TABLE product", "单据", "x" * 500]
)
def test_what_is_no_number_finds_no_document(traded, owner, typed):
    database, _number = traded
    assert ask(database, owner, typed, find=find_documents) == []


def test_nothing_is_found_that_somebody_may_not_see(traded):
    database, number = traded
    cashier = actor_with("cashier")
    found = {group for group, _text in ask(database, cashier, "晨牧")}
    assert found == {"商品"}
    assert ask(database, cashier, number[-4:], find=find_documents) == []


def test_nothing_is_found_that_no_pane_can_show(traded, owner):
    database, number = traded
    assert ask(database, owner, "晨牧", frozenset({"customer"})) == []
    assert ask(database, owner, number, frozenset({"product"}), find_documents) == []


def entry(text, group="功能", **more):
    return Entry(group, text, lambda _beside: None, **more)


def test_entries_fit_by_word_part_and_initials():
    entries = [
        entry("锁屏", initials="sp", words="lock"),
        entry("商品", "页面", initials="sp"),
        entry("恢复默认布局", initials="hfmrbj"),
    ]
    assert [e.text for e in fitting(entries, "sp", 9)] == ["锁屏", "商品"]
    assert [e.text for e in fitting(entries, "布局", 9)] == ["恢复默认布局"]
    assert [e.text for e in fitting(entries, "LOCK", 9)] == ["锁屏"]
    assert [e.text for e in fitting(entries, "默认 hf", 9)] == ["恢复默认布局"]
    assert fitting(entries, "zzz", 9) == []


def test_what_begins_with_the_word_comes_first_and_groups_are_cut():
    entries = [entry(f"看设置{n}") for n in range(9)] + [entry("设置")]
    found = [e.text for e in fitting(entries, "设置", 3)]
    assert found[0] == "设置"
    assert len(found) == 3


def test_what_is_called_just_so_comes_before_what_only_begins_so():
    entries = [entry("供应商报价单", initials="gysbjd"), entry("供应商", initials="gys")]
    for typed in ("gys", "供应商", "GYS "):
        assert [e.text for e in fitting(entries, typed, 9)] == ["供应商", "供应商报价单"]


# --- the box ---


@pytest.fixture
def window(window_of, owner, database, qtbot):
    with database.transaction(owner) as session:
        save_product(session, ProductDraft("晨牧纯牛奶", code="100735"))
    window = window_of(owner)
    window.desk.go_to_named("owner")
    return window


def by_input_method(field, words):
    """Chinese comes through an input method, not as key strokes."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def groups(window):
    return [
        f"{line.heading} {line.count}" for line in window.find_box.list.model.lines if line.heading
    ]


def texts(window):
    return [line.entry.text for line in window.find_box.list.model.lines if line.entry]


def test_ctrl_k_opens_the_list_and_escape_goes_back_to_where_the_hand_was(window, qtbot):
    window.activateWindow()
    before = window.focusWidget()
    window.window_actions["find"].trigger()
    assert window.find_box.list.isVisible()
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Escape)
    assert not window.find_box.list.isVisible()
    assert window.focusWidget() is before


def test_a_function_is_called_from_the_box_by_its_initials(window, qtbot):
    asked = []
    window.asked.connect(asked.append)
    window.window_actions["find"].trigger()
    qtbot.waitUntil(lambda: bool(window.find_box._initials), timeout=20_000)
    qtbot.keyClicks(window.top_bar.field, ">sp")
    assert texts(window) == ["商品", "商品类别", "审批规则", "锁屏"]
    for _step in range(3):
        qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert asked == ["lock"]
    assert window.top_bar.field.text() == ""


def test_goods_come_first_with_their_count_and_open_their_card(window, qtbot):
    window.window_actions["find"].trigger()
    qtbot.keyClicks(window.top_bar.field, "cmc")
    qtbot.waitUntil(lambda: "商品 1" in groups(window), timeout=20_000)
    assert texts(window)[0] == "晨牧纯牛奶"
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert type(window.desk.tabs.current_pane()).__name__ == "ProductPane"


def test_a_report_opens_by_its_name(window, qtbot):
    window.window_actions["find"].trigger()
    by_input_method(window.top_bar.field, "进销存")
    assert "报表 1" in groups(window)
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    pane = window.desk.tabs.current_pane()
    qtbot.waitUntil(lambda: window.desk.tabs.tabs().tabText(1) == "进销存汇总表", timeout=20_000)
    assert type(pane).__name__ == "ReportPane"


def test_ctrl_enter_opens_beside_what_is_in_front(window, qtbot):
    before = window.desk.tabs.current_pane()
    window.window_actions["find"].trigger()
    by_input_method(window.top_bar.field, "用户")
    while texts(window) and window.find_box.list.chosen().text != "用户":
        qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.tabs.current_pane() is before
    assert window.desk.tabs.tabs().count() == 2


def test_every_pane_report_and_function_is_in_the_box(window):
    from jxc_desktop.features import REPORTS
    from jxc_desktop.shell.what_is_there import entries_of

    found = {e.text for e in entries_of(window.desk, window.window_actions.values())}
    assert {spec.title for spec in window.desk.specs} <= found
    assert {report.title() for report in REPORTS} <= found
    assert {item.text() for item in window.window_actions.values() if item.isVisible()} <= found


def test_the_box_offers_a_cashier_only_what_a_cashier_may(window_of):
    from jxc_desktop.shell.what_is_there import entries_of

    window = window_of(actor_with("cashier"))
    found = {e.text for e in entries_of(window.desk, window.window_actions.values())}
    assert "用户" not in found
    assert "科目余额表" not in found
    assert "收银" in found
