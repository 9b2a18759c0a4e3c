"""Pane methods that the user can call by menu, key, button or name."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from jxc_desktop.core.i18n import translate
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.pane import Pane

Method = TypeVar("Method", bound=Callable[[Any], None])
MAIN_KEY = "F12"
_SAME_AS_MAIN = ("Ctrl+Return", "Ctrl+Enter")
_FUNCTION_KEYS = frozenset(f"F{number}" for number in range(1, 10))
"""On a Mac they are also ⌃+digit, because its F-keys belong to the system."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """How an action is called, and who may call it."""

    text: str
    key: str
    needs: str
    icon: str
    obstacle: str
    checkable: bool

    @property
    def main(self) -> bool:
        """Whether this is the one main action of its screen."""
        return self.key == MAIN_KEY


def action(
    text: str,
    key: str = "",
    *,
    needs: str = "",
    icon: str = "",
    obstacle: str = "",
    checkable: bool = False,
) -> Callable[[Method], Method]:
    """Offer the decorated pane method to the user as 「text」 under `key` ("F9" or "F9; Ctrl+B").

    `needs` names the permission without which it is grey. The action on F12 is the main one (Ctrl+Enter too): it is
    never grey but says why it cannot be done, either for want of the right or in the words that the pane's method
    `obstacle` returns.
    """

    def mark(method: Method) -> Method:
        spec = ActionSpec(text, key, needs, icon, obstacle, checkable)
        method.action_spec = spec  # type: ignore[attr-defined]
        return method

    return mark


def action_specs(pane_type: type[Pane]) -> dict[str, ActionSpec]:
    """The marked methods of a pane in the order they are written, those of its bases first."""
    return {
        name: spec
        for cls in reversed(pane_type.__mro__)
        for name, member in vars(cls).items()
        if (spec := getattr(member, "action_spec", None))
    }


def build_actions(
    pane: Pane, may: Callable[[str], bool], keys: Mapping[str, str] | None = None
) -> list[QAction]:
    """Make the pane's marked methods into actions; `keys` holds the user's own keys by `Pane.method`."""
    mapped = keys or {}
    made = []
    for name, spec in action_specs(type(pane)).items():
        key = mapped.get(f"{type(pane).__name__}.{name}", spec.key)
        item = _build(pane, name, spec, key, allowed=not spec.needs or may(spec.needs))
        pane.addAction(item)
        made.append(item)
    return made


def action_named(pane: Pane, name: str) -> QAction:
    """The built action of a pane's method."""
    for item in pane.actions():
        if item.objectName() == name:
            return item
    raise KeyError(name)


def _build(pane: Pane, name: str, spec: ActionSpec, key: str, *, allowed: bool) -> QAction:
    text = translate("", spec.text)
    item = QAction(text, pane)
    item.setObjectName(name)
    item.setShortcuts(_sequences(key, main=spec.main))
    item.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    item.setCheckable(spec.checkable)
    item.setEnabled(allowed or spec.main)
    item.setToolTip(_tip(text, item, allowed=allowed))
    if spec.icon:
        item.setIcon(icon(spec.icon, "on_accent" if spec.main else "text2"))
    item.triggered.connect(partial(_run, pane, name, spec, allowed))
    return item


def _run(pane: Pane, name: str, spec: ActionSpec, allowed: bool, _checked: bool = False) -> None:
    messages = pane.context.messages
    messages.next_action()
    if spec.main and pane.writing:
        return
    if not allowed:
        messages.notice(_no_right(translate("", spec.text)))
        return
    reason = getattr(pane, spec.obstacle)() if spec.obstacle else ""
    if reason:
        messages.notice(reason)
        return
    getattr(pane, name)()


def _sequences(key: str, *, main: bool) -> list[QKeySequence]:
    sequences = QKeySequence.listFromString(key)
    if main:
        sequences += [QKeySequence(other) for other in _SAME_AS_MAIN]
    if sys.platform == "darwin" and key in _FUNCTION_KEYS:
        sequences.append(QKeySequence(f"Meta+{key[1:]}"))
    return sequences


def _tip(text: str, item: QAction, *, allowed: bool) -> str:
    if not allowed:
        return _no_right(text)
    shown = item.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text}  {shown}" if shown else text


def _no_right(text: str) -> str:
    return translate("widgets", "没有“{action}”的权限。换有权限的人登录，或请店长操作。").format(
        action=text
    )
