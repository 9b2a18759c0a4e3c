"""附件: the files of the document under the hand; a dock beside any document."""

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.shop.attachments import (
    LARGEST,
    AttachmentView,
    Subject,
    attach,
    attachments_of,
    content_of,
    detach,
    takes_files,
)
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton, IconButton
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tasks import Progress
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_KILO = 1024
_LEAST = 150


class AttachmentsDock(Pane):
    """Files are dropped here or chosen; Enter opens one. A document that was never kept has no place for them yet."""

    title = str(QT_TR_NOOP("附件"))
    icon = "paperclip"
    watches = frozenset({"attachment"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.subject: Subject | None = None
        self.model: RowsModel[AttachmentView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
            row_key=lambda row: row.id,
        )
        self.grid.setAccessibleName(self.heading())
        self.empty = EmptyState(
            self.grid, self.tr("打开一张单，这里是它的附件。"), icon_name=self.icon
        )
        self.grid.opened.connect(self._open)
        self.setAcceptDrops(True)
        self._lay_out()
        self.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.grid)

    # --- what others ask ---

    def attend(self, attention: Mapping[str, Any]) -> None:
        kind = attention.get("kind")
        if not isinstance(kind, str) or not takes_files(kind):
            return
        number, draft = attention.get("number"), attention.get("draft_id")
        pending = attention.get("pending_id")
        subject = None
        if number:
            subject = Subject(kind, number=str(number))
        elif isinstance(draft, int):
            subject = Subject(kind, draft_id=draft)
        elif isinstance(pending, int):
            subject = Subject(kind, pending_id=pending)
        if subject != self.subject or subject is None:
            self.subject = subject
            self.refresh()

    def refresh(self) -> None:
        if self.subject is None:
            self.model.set_rows(())
            self.empty.set_words(self.tr("先存草稿（Ctrl+S），再加附件。"))
        else:
            self.run_read(attachments_of, self.subject, then=self._show, slot="files")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("加附件")), "Ins", icon="plus")
    def add(self) -> None:
        """Choose files and add them."""
        if self._ready():
            paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("选要附的文件"))
            self.add_files([Path(path) for path in paths])

    @action(str(QT_TR_NOOP("另存为")), "Ctrl+E", icon="download")
    def save(self) -> None:
        """Put a copy of the file under the cursor somewhere else."""
        row = self.grid.current()
        if row is None:
            return
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("存为"), row.name)
        if path:
            self.run_read(content_of, row.id, then=partial(self._write, Path(path), False))

    @action(str(QT_TR_NOOP("拿掉")), "Del", icon="trash-2")
    def remove(self) -> None:
        """Take the file under the cursor off a draft."""
        row = self.grid.current()
        if row is not None:
            self.run_write(detach, row.id)

    def add_files(self, paths: list[Path]) -> None:
        """Read the files beside the window, then add them."""
        if paths and self._ready():
            self.run_background(_contents, paths, then=self._add)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.add_files([Path(path) for path in local])
        event.acceptProposedAction()

    # --- inside ---

    def _ready(self) -> bool:
        if self.subject is None:
            self.context.messages.notice(self.tr("先存草稿（Ctrl+S），再加附件。"))
        return self.subject is not None

    def _columns(self) -> tuple[Column[AttachmentView], ...]:
        return (
            Column[AttachmentView]("name", self.tr("文件"), width=140, stretch=True),
            Column[AttachmentView](
                "size", self.tr("大小"), text=_size_text, width=68, right=True, muted=True
            ),
            Column[AttachmentView]("added_by", self.tr("谁加的"), width=64, muted=True),
        )

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, Space.LABEL)
        bar.setSpacing(Space.ROW)
        bar.addWidget(ActionButton(action_named(self, "add"), "quiet"))
        bar.addStretch(1)
        for name, symbol in (("save", "download"), ("remove", "trash-2")):
            button = IconButton(symbol, action_named(self, name).text())
            button.clicked.connect(action_named(self, name).trigger)
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)

    def _show(self, found: list[AttachmentView]) -> None:
        self.model.set_rows(found)
        self.empty.set_words(self.tr("还没有附件。拖文件进来，或按 Ins。"))
        count = len(found)
        self.subject_changed.emit(self.tr("%n 个", "", count) if count else "")

    def _add(self, read: list[tuple[str, bytes]]) -> None:
        if self.subject is not None:
            self.run_write(_attach_all, self.subject, read, then=self._added)

    def _added(self, count: int) -> None:
        self.context.messages.success(self.tr("已加 %n 个附件", "", count))

    def _open(self, row: AttachmentView) -> None:
        """Through a copy that only shows it: what is attached never changes."""
        folder = Path(tempfile.mkdtemp(prefix="jxc-"))
        self.run_read(content_of, row.id, then=partial(self._write, folder, True))

    def _write(self, path: Path, shown: bool, content: tuple[str, bytes]) -> None:
        name, data = content
        target = path / name if shown else path
        then = partial(self._written, shown)
        self.run_background(_write_file, target, data, then=then)

    def _written(self, shown: bool, path: Path) -> None:
        if shown:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            self.context.messages.success(self.tr("已存到 {path}").format(path=path))


def _contents(_progress: Progress, paths: list[Path]) -> list[tuple[str, bytes]]:
    read = []
    for path in paths:
        try:
            with path.open("rb") as file:
                read.append((path.name, file.read(LARGEST + 1)))
        except OSError as error:
            raise InvalidInput(f"{path.name}: {error.strerror}") from None
    return read


def _attach_all(session: Any, subject: Subject, read: list[tuple[str, bytes]]) -> int:
    for name, data in read:
        attach(session, subject, name, data)
    return len(read)


def _write_file(_progress: Progress, path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _size_text(size: int) -> str:
    if size < _KILO * _KILO:
        return f"{max(size // _KILO, 1)} KB"
    return f"{size / _KILO / _KILO:.1f} MB"
