"""The menu bar: panes under their subject, the window's own functions; a menu without entries does not exist."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from jxc_desktop.core.i18n import translate
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.shell.window_actions import WindowAction, key_of
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.icons import icon


def menu_titles() -> dict[str, str]:
    """Every menu with its title and mnemonic, in order."""
    return {
        "file": translate("shell", "文件(&F)"),
        "edit": translate("shell", "编辑(&E)"),
        "view": translate("shell", "查看(&V)"),
        "till": translate("shell", "收银(&P)"),
        "sales": translate("shell", "销售(&S)"),
        "purchase": translate("shell", "采购(&G)"),
        "stock": translate("shell", "仓库(&W)"),
        "money": translate("shell", "往来资金(&M)"),
        "books": translate("shell", "账务(&L)"),
        "reports": translate("shell", "报表(&R)"),
        "analysis": translate("shell", "分析(&A)"),
        "tools": translate("shell", "工具(&T)"),
        "help": translate("shell", "帮助(&H)"),
    }


class Menus:
    """Fills the menu bar once; 编辑 asks the pane in front each time it opens."""

    def __init__(
        self,
        window: QMainWindow,
        specs: Sequence[PaneSpec],
        open_pane: Callable[[PaneSpec], object],
        pane_actions: Callable[[], Iterable[QAction]],
    ) -> None:
        self._window = window
        self._pane_actions = pane_actions
        self.menus: dict[str, QMenu] = {}
        self.pane_entries: dict[str, QAction] = {}
        for name, title in menu_titles().items():
            self.menus[name] = QMenu(title, window)
        for spec in specs:
            self.pane_entries[spec.name] = self._pane_entry(spec, open_pane)
            if spec.menu:
                self.menus[spec.menu].addAction(self.pane_entries[spec.name])

    def add_window_actions(
        self, wanted: Iterable[WindowAction], made: Mapping[str, QAction]
    ) -> None:
        """Put the window's own functions under the panes of each menu."""
        parted: set[str] = set()
        for spec in wanted:
            menu = self.menus[spec.menu]
            if spec.menu not in parted and not menu.isEmpty():
                menu.addSeparator()
            parted.add(spec.menu)
            menu.addAction(made[spec.name])

    def add_workspaces(self, workspaces: Sequence[Workspace], go_to: Callable[[int], None]) -> None:
        """Put the workspaces on top of 查看."""
        view = self.menus["view"]
        first = view.actions()[0]
        for number, workspace in enumerate(workspaces):
            item = QAction(f"{workspace.title}\tCtrl+{number + 1}", self._window)
            item.triggered.connect(partial(_go, go_to, number))
            view.insertAction(first, item)
        view.insertSeparator(first)

    def finish(self) -> None:
        """Hang the menus that have entries into the menu bar."""
        bar = self._window.menuBar()
        for name, menu in self.menus.items():
            if name == "edit":
                menu.aboutToShow.connect(self._fill_edit)
            if not menu.isEmpty():
                bar.addMenu(menu)

    def _pane_entry(self, spec: PaneSpec, open_pane: Callable[[PaneSpec], object]) -> QAction:
        item = QAction(icon(spec.icon), spec.title, self._window)
        item.setObjectName(f"pane-{spec.name}")
        if spec.key:
            item.setShortcut(QKeySequence(spec.key))
            self._window.addAction(item)
        item.triggered.connect(partial(_open, open_pane, spec))
        return item

    def _fill_edit(self) -> None:
        """What the pane in front can do, over the functions of the window."""
        menu = self.menus["edit"]
        for old in [a for a in menu.actions() if a.property("of-pane")]:
            menu.removeAction(old)
        first = menu.actions()[0]
        for action in self._pane_actions():
            item = QAction(action.icon(), f"{action.text()}\t{key_of(action)}", menu)
            item.setEnabled(action.isEnabled())
            item.setProperty("of-pane", True)
            item.triggered.connect(action.trigger)
            menu.insertAction(first, item)


def _go(go_to: Callable[[int], None], number: int, _checked: bool = False) -> None:
    go_to(number)


def _open(open_pane: Callable[[PaneSpec], object], spec: PaneSpec, _checked: bool = False) -> None:
    open_pane(spec)
