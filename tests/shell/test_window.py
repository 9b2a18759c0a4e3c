"""The window: every function by keys, workspaces that are remembered, docks that come back, tabs."""

import gc
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import use_language
from jxc_desktop.shell.main_window import MainWindow
from jxc_desktop.shell.pane_dock import PaneDock
from jxc_desktop.shell.pane_spec import Area, PaneSpec
from jxc_desktop.shell.screen_class import ScreenClass
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.cut_texts import cut_texts
from jxc_desktop.widgets.pane import Pane
from tests.conftest import actor_with


class Note(Pane):
    """A pane that remembers what it was told."""

    title = "便条"

    def __init__(self, context, parent=None):
        super().__init__(context, parent)
        self.subject = None
        self.attended = []
        self.scans = []
        self.refreshed = 0
        self.keep_open = False
        self.done = 0
        QVBoxLayout(self).addWidget(QLabel("便条"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_subject(self, subject):
        self.subject = subject
        self.subject_changed.emit(f"…{subject}")

    def attend(self, attention):
        self.attended.append(attention)

    def take_scan(self, code):
        self.scans.append(code)
        return code.startswith("6")

    def refresh(self):
        self.refreshed += 1

    def may_close(self):
        return not self.keep_open

    @action("记下", "F9")
    def write_down(self):
        self.done += 1


def spec(name, area=Area.CENTRE, **more):
    return PaneSpec(name, f"页{name}", "file-text", area, more.pop("menu", "tools"), Note, **more)


SPECS = (
    spec("list", Area.LEFT),
    spec("stock", Area.LEFT),
    spec("document", kinds=frozenset({"sales_delivery"}), many=True),
    spec("board"),
    spec("secret", needs="user.edit"),
    spec("price", Area.RIGHT),
    spec("profit", Area.RIGHT, needs="field.cost_price"),
    spec("batch", Area.RIGHT),
    spec("voucher", Area.BOTTOM),
    spec("till", Area.FULL),
)
WORKSPACES = (
    Workspace("till", "收银", full="till"),
    Workspace(
        "sales", "销售", left=("list", "stock"), centre=("board",),
        right=("price", "profit", "batch"), bottom=("voucher",),
    ),
    Workspace("owner", "老板", centre=("board", "secret"), needs="user.edit"),
)  # fmt: skip
PLAIN = {"specs": SPECS, "workspaces": WORKSPACES}


@pytest.fixture
def window(window_of, owner, qtbot):
    window = window_of(owner, **PLAIN)
    window.desk.go_to_named("sales")
    qtbot.waitUntil(lambda: window.desk.docks.in_sight()[0].pane is not None)
    return window


def press(window, keys):
    """Press a key as a person does, on whatever has the focus."""
    combination = QKeySequence(keys)[0]
    target = window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers())
        QApplication.sendEvent(target, event)


def test_every_function_of_the_window_is_in_a_menu_or_has_a_key(window):
    in_menus = {item for menu in window.menus.menus.values() for item in menu.actions()}
    lost = [
        item.text()
        for item in window.actions()
        if item not in in_menus and item.shortcut().isEmpty()
    ]
    assert lost == []


def test_no_two_functions_of_the_window_share_a_key(window):
    keys = [item.shortcut().toString() for item in window.actions() if item.shortcut().toString()]
    assert len(keys) == len(set(keys))


def test_every_function_does_something(window, qtbot):
    asked = []
    window.asked.connect(asked.append)
    for name, item in window.window_actions.items():
        if name not in {"messages", "keys"}:
            item.trigger()
    assert asked == [
        "open_shop", "back_up", "lock", "switch_user", "quit",
        "check", "password", "printers", "label_printer", "appearance", "diagnostics", "about",
    ]  # fmt: skip


def test_empty_menus_do_not_exist(window):
    titles = [item.text() for item in window.menuBar().actions()]
    assert titles == ["文件(&F)", "编辑(&E)", "查看(&V)", "工具(&T)", "帮助(&H)"]


def test_panes_without_the_right_do_not_exist(window_of):
    window = window_of(actor_with("sales"), **PLAIN)
    names = {spec.name for spec in window.desk.specs}
    assert "secret" not in names
    assert "profit" not in names
    assert "pane-secret" not in {i.objectName() for i in window.menus.menus["tools"].actions()}
    assert [w.name for w in window.desk.workspaces] == ["till", "sales"]
    assert window.desk.open("secret") is None


def test_the_workspace_of_last_time_opens_first(window_of, owner):
    first = window_of(owner, **PLAIN)
    assert first.desk.workspace.name == "till"
    first.desk.go_to(2)
    assert window_of(owner, **PLAIN).desk.workspace.name == "owner"


def test_somebody_starts_in_the_workspace_of_their_role(window_of, owner):
    ways = tuple(
        Workspace(w.name, w.title, w.left, w.centre, w.right, w.bottom, w.full, w.needs, roles)
        for w, roles in zip(
            WORKSPACES, (frozenset(), frozenset(), frozenset({"owner"})), strict=True
        )
    )
    assert window_of(owner, specs=SPECS, workspaces=ways).desk.workspace.name == "owner"


def test_docks_come_back_as_they_were_left(window_of, owner, window, qtbot):
    window.desk.docks.close_dock("price")
    left = next(dock for dock in window.desk.docks.in_sight() if dock.spec.name == "list")
    window.resizeDocks([left], [420], Qt.Orientation.Horizontal)
    qtbot.wait(20)
    width = left.width()
    assert width != 345
    window.leave()
    again = window_of(owner, **PLAIN)
    names = [dock.spec.name for dock in again.desk.docks.in_sight()]
    assert "price" not in names
    assert "batch" in names
    back = next(dock for dock in again.desk.docks.in_sight() if dock.spec.name == "list")
    qtbot.waitUntil(lambda: back.width() == width)


def test_the_till_takes_no_room_from_docks_and_brings_no_foreign_ones_back(window_of, owner):
    window = window_of(owner, (1366, 768), **PLAIN)
    window.desk.go_to_named("owner")
    window.desk.go_to_named("sales")
    before = {dock.spec.name: dock.width() for dock in window.desk.docks.in_sight()}
    window.desk.open("till").setMinimumWidth(1300)
    window.desk.go_to_named("sales")
    after = {d.spec.name: d.width() for d in window.findChildren(PaneDock) if not d.isHidden()}
    assert after == before


def test_a_workspace_whose_pane_another_one_fetched_opens_it_again(window_of, owner):
    ways = (*WORKSPACES, Workspace("second", "又一处", centre=("board",)))
    window = window_of(owner, specs=SPECS, workspaces=ways)
    for name in ("sales", "second", "sales", "second"):
        window.desk.go_to_named(name)
        assert window.desk.tabs.current_pane() is not None, name


def test_opening_a_pane_shows_no_window_of_its_own(window_of, owner, qapp, qtbot):
    """A part that is shown before it has a parent flashes up as a window and takes the focus away."""
    window = window_of(owner, (1366, 768))
    flashed = []

    class Watcher(QObject):
        def eventFilter(self, watched, event):
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow() and watched is not window:
                flashed.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    try:
        for spec in window.desk.specs:
            window.desk.show_pane(spec)
            qtbot.wait(1)
    finally:
        qapp.removeEventFilter(watcher)
    assert flashed == []


def test_the_default_layout_is_one_function_away(window):
    window.desk.docks.close_dock("price")
    window.window_actions["default_layout"].trigger()
    assert "price" in [dock.spec.name for dock in window.desk.docks.in_sight()]


def test_a_broken_layout_falls_back_silently(window_of, owner, settings):
    key = "layout/owner/sales/A"
    for broken in (
        "nonsense",
        {"state": "%%%", "docks": ["list"]},
        {"state": "QUJD", "docks": ["list", "gone"]},
    ):
        settings.write(key, broken)
        window = window_of(owner, **PLAIN)
        window.desk.go_to_named("sales")
        assert "list" in [dock.spec.name for dock in window.desk.docks.in_sight()]


def test_layouts_are_kept_per_user_and_screen(window, settings):
    window.desk.keep_layout()
    assert settings.read("layout/owner/sales/A")
    assert settings.read("layout/owner/sales/B") is None


def test_a_pane_in_a_dock_is_built_when_it_is_first_seen(window):
    docks = {dock.spec.name: dock for dock in window.desk.docks.in_sight()}
    assert docks["list"].pane is not None
    assert docks["stock"].pane is None
    docks["stock"].raise_()
    assert isinstance(docks["stock"].ensure(), Note)


def test_a_document_opens_once_per_number_and_its_tab_says_which(window):
    one = window.desk.open("sales_delivery", "0001")
    other = window.desk.open("sales_delivery", "0002")
    assert one is not other
    assert window.desk.open("sales_delivery", "0001") is one
    tabs = window.desk.tabs.tabs()
    assert [tabs.tabText(n) for n in range(tabs.count())] == [
        "页board",
        "页document …0001",
        "页document …0002",
    ]


def test_an_unsaved_document_wears_a_dot(window):
    pane = window.desk.open("document", "0001")
    pane.unsaved_changed.emit(True)
    tabs = window.desk.tabs.tabs()
    assert tabs.tabText(tabs.currentIndex()).startswith("● ")
    pane.unsaved_changed.emit(False)
    assert not tabs.tabText(tabs.currentIndex()).startswith("● ")


def test_tabs_are_walked_and_closed_by_keys(window):
    desk, tabs = window.desk, window.desk.tabs.tabs()
    pane = desk.open("document", "0001")
    assert tabs.current_pane() is pane
    window.window_actions["next_tab"].trigger()
    assert tabs.currentIndex() == 0
    window.window_actions["previous_tab"].trigger()
    assert tabs.current_pane() is pane
    window.window_actions["close_tab"].trigger()
    assert tabs.count() == 1


def test_a_pane_that_must_stay_is_not_closed_and_holds_the_window(window):
    pane = window.desk.open("document", "0001")
    pane.keep_open = True
    window.window_actions["close_tab"].trigger()
    assert window.desk.tabs.current_pane() is pane
    assert not window.desk.may_leave()
    pane.keep_open = False
    assert window.desk.may_leave()


def test_a_document_open_in_another_workspace_moves_here(window):
    pane = window.desk.open("document", "0001")
    window.desk.go_to_named("owner")
    assert window.desk.open("document", "0001") is pane
    assert "…0001" in window.desk.tabs.tabs().tabText(window.desk.tabs.tabs().currentIndex())


def test_the_till_takes_the_whole_window_and_leads_out_again(window):
    window.desk.go_to_named("till")
    assert not window.statusBar().isVisible()
    assert not window.menuBar().isVisible()
    assert isinstance(window.desk.tabs.current_pane(), Note)
    window.desk.open("document", "0001")
    assert window.statusBar().isVisible()
    assert window.desk.workspace.name == "sales"


def test_somebody_with_the_till_alone_can_still_see_a_document(window_of, owner):
    window = window_of(owner, specs=SPECS, workspaces=WORKSPACES[:1])
    assert window.desk.workspace.name == "till"
    assert window.desk.open("document", "0001") is window.desk.tabs.current_pane()


def test_f6_walks_through_the_panes(window):
    window.activateWindow()
    seen = []
    for _ in range(6):
        window.window_actions["next_pane"].trigger()
        pane = window.desk.focused_pane()
        seen.append(pane)
    assert len(set(seen)) >= 4


def test_a_dock_is_reached_by_its_number(window):
    for item in window.actions():
        if item.shortcut().toString() == "Ctrl+Alt+3":
            item.trigger()
    third = window.desk.docks.in_sight()[2]
    assert window.desk.focused_pane() is third.pane


def test_the_bottom_dock_opens_and_closes_by_key(window):
    assert window.desk.docks.is_open("voucher")
    window.window_actions["bottom"].trigger()
    assert not window.desk.docks.is_open("voucher")
    window.window_actions["bottom"].trigger()
    assert window.desk.docks.is_open("voucher")


def test_f5_reads_the_pane_again(window):
    pane = window.desk.open("document", "0001")
    pane.setFocus()
    press(window, "F5")
    assert pane.refreshed == 1


def test_evidence_follows_the_hand(window):
    pane = window.desk.open("document", "0001")
    docks = {dock.spec.name: dock for dock in window.desk.docks.in_sight()}
    pane.attention.emit({"product": 7})
    assert docks["price"].pane.attended == [{"product": 7}]
    late = docks["stock"].ensure()
    assert late.attended == [{"product": 7}]


def test_a_scan_goes_to_the_pane_in_front(window):
    pane = window.desk.open("document", "0001")
    pane.setFocus()
    assert window.desk.take_scan("690123")
    assert pane.scans == ["690123"]
    assert not window.desk.take_scan("LS01")


def test_the_edit_menu_shows_what_the_pane_can_do(window):
    pane = window.desk.open("document", "0001")
    pane.setFocus()
    menu = window.menus.menus["edit"]
    menu.aboutToShow.emit()
    [entry] = [item for item in menu.actions() if item.text() == "记下\tF9"]
    entry.trigger()
    assert pane.done == 1
    menu.aboutToShow.emit()
    assert len([item for item in menu.actions() if item.text() == "记下\tF9"]) == 1


def test_the_key_sheet_lists_the_keys_of_pane_and_window(window):
    window.desk.open("document", "0001").setFocus()
    window.window_actions["keys"].trigger()
    [sheet] = [w for w in window.findChildren(QLabel) if w.text() == "整个窗口"]
    words = {label.text() for label in sheet.window().findChildren(QLabel)}
    assert {"记下", "找", "锁屏"} <= words
    sheet.window().close()


@pytest.mark.parametrize(
    ("size", "screen"),
    [((1366, 768), ScreenClass.B), ((1440, 900), ScreenClass.A), ((1920, 1080), ScreenClass.C)],
)
def test_each_class_of_screen_has_its_layout(window_of, owner, size, screen):
    window = window_of(owner, size, **PLAIN)
    window.desk.go_to_named("sales")
    assert window.desk.screen is screen
    docks = {dock.spec.name: dock for dock in window.desk.docks.in_sight()}
    tabbed = bool(window.tabifiedDockWidgets(docks["price"]))
    assert tabbed == screen.cramped
    assert ("voucher" in docks) == (not screen.cramped)
    assert window.menuBar().isVisible() == (not screen.cramped)
    side_by_side = docks["batch"].x() != docks["price"].x()
    assert side_by_side == (screen is ScreenClass.C)


def test_alt_shows_the_menu_of_a_low_screen(window_of, owner):
    window = window_of(owner, (1366, 768), **PLAIN)
    window.desk.go_to_named("sales")
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(
            window, QKeyEvent(kind, Qt.Key.Key_Alt, Qt.KeyboardModifier.NoModifier)
        )
    assert window.menuBar().isVisible()


def _shows_every_text(window: QWidget, workspace: str) -> None:
    assert cut_texts(window) == [], workspace


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_of_the_window_is_cut(window_of, owner, qtbot, size, language):
    use_language(language)
    window = window_of(owner, size)
    for workspace in window.desk.workspaces:
        if not workspace.full:
            window.desk.show_workspace(workspace)
            qtbot.wait(150)
            settled = partial(_shows_every_text, window, workspace.name)
            qtbot.waitUntil(settled, timeout=5_000)


def test_closing_asks_first(window):
    asked = []
    window.asked.connect(asked.append)
    window.close()
    assert asked == ["quit"]
    assert window.isVisible()


def test_windows_and_panes_leave_nothing_behind(seat_of, owner, qtbot):
    seat = seat_of(owner, **PLAIN)

    def life():
        window = MainWindow(seat)
        window.start()
        window.show()
        window.desk.go_to_named("sales")
        for number in range(5):
            window.desk.open("document", str(number))
            window.window_actions["close_tab"].trigger()
        qtbot.wait(20)
        window.leave()
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def count():
        return sum(isinstance(thing, Note | MainWindow) for thing in gc.get_objects())

    life()
    first = count()
    for _ in range(3):
        life()
    assert count() <= first


def test_other_words_in_a_pane_paint_neither_its_neighbours_nor_lay_out_the_window(window, qtbot):
    class Beside(QWidget):
        painted = 0

        def paintEvent(self, _event):
            self.painted += 1

    pane = window.desk.open("board")
    words, beside = QLabel("便条"), Beside()
    pane.layout().addWidget(words)
    pane.layout().addWidget(beside)
    qtbot.waitUntil(lambda: beside.painted > 0)
    qtbot.wait(100)
    before = beside.painted
    words.setText("便笺")
    qtbot.wait(100)
    assert beside.painted == before
    pane.unsaved_changed.emit(False)  # the tab's own words are the same
    qtbot.wait(100)
    assert beside.painted == before
    pane.unsaved_changed.emit(True)
    tabs = window.desk.tabs.tabs()
    qtbot.waitUntil(lambda: tabs.tabText(tabs.indexOf(pane)).startswith("●"))
