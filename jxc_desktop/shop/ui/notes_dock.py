"""补注: what was added to the posted document under the hand, and a line to add more; a dock beside any document."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from jxc_desktop.shop.attachments import takes_files
from jxc_desktop.shop.notes import LONGEST, NoteView, add_note, notes_on
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Space

_LEAST = 150


class NotesDock(Pane):
    """A sentence and Enter adds it. A draft takes its remark on the document itself."""

    title = str(QT_TR_NOOP("补注"))
    icon = "square-pen"
    watches = frozenset({"document_note"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.kind, self.number = "", ""
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(self.tr("加一句补注"))
        self.line.returnPressed.connect(self._add)
        self.said = Words("")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.line)
        self.refresh()

    def attend(self, attention: Mapping[str, Any]) -> None:
        kind = attention.get("kind")
        if not isinstance(kind, str) or not takes_files(kind):
            return
        number = str(attention.get("number") or "")
        if (kind, number) != (self.kind, self.number):
            self.kind, self.number = kind, number
            self.line.clear()
            self.refresh()

    def refresh(self) -> None:
        self.line.setEnabled(bool(self.number))
        self.line.setPlaceholderText(self.tr("写一句，回车") if self.number else "")
        if self.number:
            self.run_read(notes_on, self.kind, self.number, then=self._show, slot="notes")
        else:
            self.said.setText(self.tr("过账以后想补一句，写在这里。草稿的备注直接写在单上。"))
            self.subject_changed.emit("")

    def _show(self, found: list[NoteView]) -> None:
        """The newest first: it is what one comes for."""
        told = "\n\n".join(self._told(each) for each in reversed(found))
        self.said.setText(told or self.tr("还没有补注。"))
        count = len(found)
        self.subject_changed.emit(self.tr("%n 条", "", count) if count else "")

    def _told(self, note: NoteView) -> str:
        moment = self.context.clock.local(note.added_at)
        return f"{note.text}\n— {note.added_by}  {moment:%Y-%m-%d %H:%M}"

    def _add(self) -> None:
        self.run_write(add_note, self.kind, self.number, self.line.text(), then=self._added)

    def _added(self, _nothing: None) -> None:
        self.line.clear()
        self.refresh()

    def _lay_out(self) -> None:
        notes = QScrollArea()
        notes.setFrameShape(QFrame.Shape.NoFrame)
        notes.setWidgetResizable(True)
        notes.setWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, Space.LABEL)
        column.setSpacing(Space.ROW)
        column.addWidget(self.line)
        column.addWidget(notes, 1)
