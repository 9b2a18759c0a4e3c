"""The manual in the window: F1 opens the page of the pane in front, Ctrl+K finds pages, links take the reader there."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.i18n import use_language
from jxc_desktop.guide.manual import pages
from jxc_desktop.guide.ui.manual_pane import ManualPane
from jxc_desktop.printing.preview import page_count
from jxc_desktop.reports.ui.pages import PagesDialog
from jxc_desktop.widgets.cut_texts import cut_texts
from jxc_desktop.widgets.theme import apply_theme
from tests.conftest import actor_with


@pytest.fixture
def window(window_of, owner):
    window = window_of(owner)
    window.desk.go_to_named("owner")
    return window


def manual_of(window):
    pane = window.desk.tabs.current_pane()
    assert isinstance(pane, ManualPane)
    return pane


def by_input_method(field, words):
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def found(window):
    return [line.entry for line in window.find_box.list.model.lines if line.entry]


@pytest.mark.parametrize(
    ("pane", "page"),
    [("goods_receipt", "receiving"), ("debt_book", "debts"), ("periods", "month-end")],
)
def test_f1_opens_the_page_of_the_pane_in_front(window, qtbot, pane, page):
    window.desk.open(pane)
    qtbot.keyClick(window.desk.focused_pane(), Qt.Key.Key_F1)
    assert manual_of(window).page.name == page


def test_f1_in_a_dock_tells_of_the_dock(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window.desk.open("stock"), Qt.Key.Key_F1)
    assert manual_of(window).page.name == "stock"


def test_ctrl_k_finds_a_page_by_its_title(window, qtbot):
    window.window_actions["find"].trigger()
    by_input_method(window.top_bar.field, "月末结账")
    assert ("手册", "月末结账") in [(entry.group, entry.text) for entry in found(window)]


def test_a_question_mark_finds_only_the_manual_by_what_stands_in_it(window, qtbot):
    window.window_actions["find"].trigger()
    by_input_method(window.top_bar.field, "？恢复码")
    entries = found(window)
    assert {entry.group for entry in entries} == {"手册"}
    assert "密码、恢复码、审计" in [entry.text for entry in entries]
    assert entries[0].text == "密码、恢复码、审计"
    qtbot.keyClick(window.top_bar.field, Qt.Key.Key_Return)
    assert manual_of(window).page.name == "security"


def test_links_turn_pages_and_take_the_reader_to_the_place(window, qtbot):
    window.desk.open("manual", "receiving")
    manual = manual_of(window)
    manual.text.anchorClicked.emit(QUrl("invoices.md"))
    assert manual.page.name == "invoices"
    manual.go_back()
    assert manual.page.name == "receiving"
    manual.text.anchorClicked.emit(QUrl("pane:purchase_order"))
    assert window.desk.tabs.current_pane().listed_as == "purchase_order"
    manual.text.anchorClicked.emit(QUrl("report:stock_balance"))
    assert window.desk.tabs.current_pane().listed_as == "report"
    manual.text.anchorClicked.emit(QUrl("setting:order_tolerance"))
    assert window.desk.tabs.current_pane().listed_as == "setting"
    asked = []
    window.asked.connect(asked.append)
    manual.text.anchorClicked.emit(QUrl("do:printers"))
    assert asked == ["printers"]


def test_a_link_to_what_somebody_may_not_open_says_so(window_of, qtbot):
    window = window_of(actor_with("sales"))
    window.desk.open("manual", "rights")
    manual_of(window).text.anchorClicked.emit(QUrl("pane:user"))
    assert manual_of(window).page.name == "rights"
    assert "权限" in window.seat.messages.today()[0].text


def test_what_is_typed_leaves_the_pages_that_bear_it_and_marks_it(window, qtbot):
    window.desk.open("manual")
    manual = manual_of(window)
    manual.go_to_search()
    by_input_method(manual.search, "挂起来")
    assert manual.shown() == ["shifts"]
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.page.name == "shifts"
    assert len(manual.text.extraSelections()) == 1
    manual.search.clear()
    assert manual.shown() == [page.name for page in pages()]
    assert manual.text.extraSelections() == []


def test_a_page_and_the_whole_book_go_on_paper(window_of, owner, qtbot, monkeypatch):
    papers = []
    window = window_of(owner, more={"print_pdf": lambda pdf, **about: papers.append((pdf, about))})
    window.desk.open("manual", "till")
    manual = manual_of(window)
    seen = []
    monkeypatch.setattr(PagesDialog, "exec", lambda dialog: seen.append(dialog.count))
    manual.preview()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen == [2]
    manual.print_book()
    qtbot.waitUntil(lambda: bool(papers), timeout=60_000)
    pdf, about = papers[0]
    assert page_count(pdf) >= len(pages())
    assert about == {"kind": "manual", "number": "手册"}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_page_follows_the_theme(window, qapp, theme):
    from jxc_desktop.widgets.look import tokens

    window.desk.open("manual", "till")
    apply_theme(qapp, theme)
    document = manual_of(window).text.document()
    ink = document.begin().begin().fragment().charFormat().foreground().color().name()
    assert ink.casefold() == tokens().text.casefold()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1440, 900)])
def test_no_text_of_the_manual_is_cut(window_of, owner, language, size):
    use_language(language)
    window = window_of(owner, size)
    window.desk.open("manual", "settings")
    assert cut_texts(manual_of(window)) == []
    contents = manual_of(window).contents
    for item in manual_of(window)._items():
        wide = contents.fontMetrics().horizontalAdvance(item.text(0))
        assert wide < contents.viewport().width() - 4, item.text(0)
