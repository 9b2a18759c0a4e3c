"""Ctrl+K: finds every pane, function, report, setting, product, firm, document and page; `>` functions, `#` documents,
`?` the manual.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from jxc_desktop.core.pinyin import initials
from jxc_desktop.shell.find_entries import Entry, fitting
from jxc_desktop.shell.find_field import FindField
from jxc_desktop.shell.find_list import FindList
from jxc_desktop.shell.found import Hit, find_documents, find_in_shop
from jxc_desktop.widgets.tasks import Tasks

AFTER = 80
"""Milliseconds after the last key in which the shop is not asked."""
MOST_IN_GROUP = 6
MOST_ALONE = 100
"""Entries of a group when only functions are asked for."""
FUNCTIONS, DOCUMENTS = ">", "#"
MANUAL = ("?", "？")


class FindBox(QObject):
    """Joins the field, the list and what can be found. `entries` tells what is there without the shop."""

    def __init__(
        self,
        field: FindField,
        window: QWidget,
        tasks: Tasks,
        entries: Callable[[], Sequence[Entry]],
        panes: frozenset[str],
        open_hit: Callable[[Hit, bool], None],
    ) -> None:
        super().__init__(window)
        self.field = field
        self.list = FindList(window)
        self._tasks = tasks
        self._entries = entries
        self._panes = panes
        self._open_hit = open_hit
        self._known: list[Entry] = []
        self._initials: dict[str, str] = {}
        self._came_from: QWidget | None = None
        self._question = 0
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._ask_shop)
        field.textEdited.connect(self._on_typed)
        field.moved.connect(self.list.move_by)
        field.taken.connect(self._take)
        field.left.connect(self.leave)
        self.list.picked.connect(self._open)

    def start(self, typed: str = "") -> None:
        """Begin to find; Esc goes back to where the focus was."""
        focus = self.field.window().focusWidget()
        if focus is not self.field:
            self._came_from = focus
        self._gather()
        self.field.setText(typed)
        self.field.setFocus()
        self.field.deselect()
        self.field.end(False)
        self._on_typed(typed)

    def leave(self) -> None:
        """Put the list away and give the focus back."""
        if self.list.isHidden() and not self.field.text():
            return
        self._question += 1
        self._timer.stop()
        self.list.hide()
        self.field.clear()
        if self.field.hasFocus() and self._came_from is not None:
            self._came_from.setFocus()
        self._came_from = None

    def _gather(self) -> None:
        """Take stock of what is there now; initials of new words are spelled in the background."""
        self._known = [
            replace(entry, initials=self._initials.get(entry.text, "")) for entry in self._entries()
        ]
        unspelled = [entry.text for entry in self._known if entry.text not in self._initials]
        if unspelled:
            self._tasks.background(_spell, unspelled, then=self._on_spelled, owner=self)

    def _on_spelled(self, spelled: dict[str, str]) -> None:
        self._initials.update(spelled)
        self._known = [replace(e, initials=self._initials.get(e.text, "")) for e in self._known]
        if self.list.isVisible():
            self._on_typed(self.field.text())

    def _on_typed(self, typed: str) -> None:
        self._question += 1
        if not self._known:
            self._gather()
        if typed.startswith(DOCUMENTS):
            found: list[Entry] = []
        elif typed.startswith(FUNCTIONS):
            functions = [entry for entry in self._known if entry.function]
            found = fitting(functions, typed[1:], MOST_ALONE)
        elif typed.startswith(MANUAL):
            pages = [entry for entry in self._known if entry.inside]
            found = fitting(pages, typed[1:], MOST_ALONE, inside=True)
        else:
            found = fitting(self._known, typed, MOST_IN_GROUP)
        self._show(found)
        if typed.strip() and not typed.startswith((FUNCTIONS, *MANUAL)):
            self._timer.start()

    def _ask_shop(self) -> None:
        number, typed = self._question, self.field.text()
        ask = find_documents if typed.startswith(DOCUMENTS) else find_in_shop
        words = typed.removeprefix(DOCUMENTS)
        self._tasks.read(ask, words, self._panes, then=partial(self._on_found, number), owner=self)

    def _on_found(self, number: int, hits: Sequence[Hit]) -> None:
        if number != self._question:
            return
        from_shop = [
            Entry(hit.group, hit.text, partial(self._open_hit, hit), hit.sub, icon=hit.icon)
            for hit in hits
        ]
        shown = [line.entry for line in self.list.model.lines if line.entry is not None]
        self._show([*from_shop, *shown])

    def _show(self, entries: Sequence[Entry]) -> None:
        self.list.show_entries(entries)
        self.list.open_at(self.field.corner())

    def _take(self, beside: bool) -> None:
        entry = self.list.chosen()
        if entry is not None and self.list.isVisible():
            self._open(entry, beside)

    def _open(self, entry: Entry, beside: bool) -> None:
        self.leave()
        entry.run(beside)


def _spell(_progress: object, texts: Sequence[str]) -> dict[str, str]:
    return {text: initials(text) for text in texts}
