"""What the window itself can do, each as an action with its key: found by Ctrl+K, listed in the menus."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.icons import icon

WORKSPACE_KEYS = 6
DOCK_KEYS = 9
SHOWN_KEY = "shown-key"
"""Dynamic property: a key that the window hears without a shortcut, because panes may have it for themselves."""


@dataclass(frozen=True, slots=True)
class WindowAction:
    """One function of the window; without `menu` it has only its key."""

    name: str
    text: str
    key: str
    menu: str
    icon: str = ""
    shown_key: str = ""


def window_actions() -> tuple[WindowAction, ...]:
    """Every function of the window in the order of the menus."""
    return (
        WindowAction("open_shop", translate("shell", "打开别的账套…"), "", "file", "folder-open"),
        WindowAction("back_up", translate("shell", "立即备份"), "", "file", "hard-drive-download"),
        WindowAction(
            "export_table",
            translate("shell", "导出这张表…"),
            "Ctrl+Shift+X",
            "file",
            "file-spreadsheet",
        ),
        WindowAction("lock", translate("shell", "锁屏"), "Ctrl+L", "file", "lock"),
        WindowAction("switch_user", translate("shell", "换人"), "", "file", "users"),
        WindowAction("quit", translate("shell", "退出"), "Ctrl+Q", "file", "log-out"),
        WindowAction("find", translate("shell", "找"), "Ctrl+K", "edit", "search"),
        WindowAction("refresh", translate("shell", "刷新"), "", "view", "refresh-cw", "F5"),
        WindowAction("next_tab", translate("shell", "下一页"), "Ctrl+Tab", "view"),
        WindowAction("previous_tab", translate("shell", "上一页"), "Ctrl+Shift+Tab", "view"),
        WindowAction("close_tab", translate("shell", "关闭页"), "Ctrl+W", "view", "x"),
        WindowAction("next_pane", translate("shell", "下一个窗格"), "F6", "view"),
        WindowAction("previous_pane", translate("shell", "上一个窗格"), "Shift+F6", "view"),
        WindowAction(
            "bottom", translate("shell", "底部窗格"), "Ctrl+Alt+0", "view", "panel-bottom"
        ),
        WindowAction(
            "default_layout", translate("shell", "恢复默认布局"), "", "view", "layout-grid"
        ),
        WindowAction("messages", translate("shell", "今天的消息"), "Ctrl+Shift+M", "view", "bell"),
        WindowAction("check", translate("shell", "立即核对账实"), "", "tools", "shield-check"),
        WindowAction("password", translate("shell", "改我的密码"), "", "tools", "key-round"),
        WindowAction("printers", translate("shell", "打印机"), "", "tools", "printer"),
        WindowAction("label_printer", translate("shell", "标签机"), "", "tools", "tags"),
        WindowAction("appearance", translate("shell", "外观和语言"), "", "tools", "sun"),
        WindowAction("manual", translate("shell", "这一页的手册"), "", "help", "circle-help", "F1"),
        WindowAction("keys", translate("shell", "快捷键"), "Ctrl+/", "help", "keyboard"),
        WindowAction("diagnostics", translate("shell", "存诊断包…"), "", "help", "activity"),
        WindowAction("about", translate("shell", "关于"), "", "help", "info"),
    )


def build_window_actions(
    window: QMainWindow, run: Callable[[str], None], wanted: tuple[WindowAction, ...]
) -> dict[str, QAction]:
    """The window's actions by name; `run(name)` does one."""
    made = {}
    for spec in wanted:
        item = _action(window, spec.text, spec.key, partial(_call, run, spec.name))
        item.setObjectName(spec.name)
        item.setProperty(SHOWN_KEY, spec.shown_key or spec.key)
        if spec.icon:
            item.setIcon(icon(spec.icon))
        made[spec.name] = item
    return made


def build_number_keys(
    window: QMainWindow, go_to: Callable[[int], None], focus_dock: Callable[[int], None]
) -> None:
    """Ctrl+1…6 for workspaces, Ctrl+Alt+1…9 for docks."""
    for number in range(WORKSPACE_KEYS):
        text = translate("shell", "工作区 {number}").format(number=number + 1)
        _action(window, text, f"Ctrl+{number + 1}", partial(_call, go_to, number))
    for number in range(DOCK_KEYS):
        text = translate("shell", "窗格 {number}").format(number=number + 1)
        _action(window, text, f"Ctrl+Alt+{number + 1}", partial(_call, focus_dock, number))


def key_of(item: QAction) -> str:
    """The key of an action as it is written on key caps."""
    shown = item.property(SHOWN_KEY)
    if shown:
        return str(shown)
    return item.shortcut().toString(QKeySequence.SequenceFormat.PortableText)


def _action(window: QWidget, text: str, key: str, run: Callable[..., None]) -> QAction:
    item = QAction(text, window)
    if key:
        item.setShortcut(QKeySequence(key))
    item.triggered.connect(run)
    window.addAction(item)
    return item


def _call(run: Callable[[Any], None], what: Any, _checked: bool = False) -> None:
    run(what)
