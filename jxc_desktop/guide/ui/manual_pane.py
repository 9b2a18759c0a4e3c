"""手册: contents at the left, the page at the right; its 「带我去」 links open the place that is spoken of."""

from PySide6.QtCore import QT_TR_NOOP, QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.search_text import words_of
from jxc_desktop.guide.manual import MANUAL, Page, page_named, pages
from jxc_desktop.guide.ui.page_look import dressed
from jxc_desktop.guide.ui.page_print import PdfDrawing
from jxc_desktop.reports.ui.pages import PagesDialog
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.look import colour, font, scaled, tokens
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

_PAGE = Qt.ItemDataRole.UserRole
_CONTENTS_WIDTH = 250
_WIDEST = 860
"""Px of a line of text that can still be read with ease."""


class _Contents(QTreeWidget):
    """A list with headings; Enter opens what the cursor is on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem():
            self.itemActivated.emit(self.currentItem(), 0)
        else:
            super().keyPressEvent(event)


class ManualPane(Pane):
    """One page after another in one place; its subject is a page's name."""

    title = str(QT_TR_NOOP("手册"))
    icon = "book-open"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.page = pages()[0]
        self._before: list[str] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("在手册里找"))
        self.search.setAccessibleName(self.tr("在手册里找"))
        self.search.setClearButtonEnabled(True)
        self.contents = _Contents()
        self.contents.setAccessibleName(self.tr("目录"))
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setIndentation(0)
        self.contents.setUniformRowHeights(True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        build_actions(self, context.may)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._open_first)
        self.contents.itemActivated.connect(self._open_item)
        self.contents.itemClicked.connect(self._open_item)
        self.text.anchorClicked.connect(self._follow)
        self.setFocusProxy(self.text)
        self._fill()
        self._show()

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Turn to a page by its name; the one before is kept for going back."""
        if str(subject) != self.page.name:
            self._before.append(self.page.name)
        self._turn_to(page_named(str(subject)))
        self.text.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "text"):
            self._show()

    # --- actions ---

    @action(str(QT_TR_NOOP("后退")), "Alt+Left", icon="arrow-left")
    def go_back(self) -> None:
        """The page that was read before."""
        if self._before:
            self._turn_to(page_named(self._before.pop()))

    @action(str(QT_TR_NOOP("找")), "Ctrl+F", icon="search")
    def go_to_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus()
        self.search.selectAll()

    @action(str(QT_TR_NOOP("打印预览")), "Ctrl+P", icon="printer")
    def preview(self) -> None:
        """This page as it would be printed."""
        PdfDrawing([self.page.text], self.page.title, self).done.connect(self._show_pages)

    @action(str(QT_TR_NOOP("整本打印")), icon="book-open")
    def print_book(self) -> None:
        """Every page, to where papers of this machine go: a printer, or a folder of PDF files."""
        book = [page.text for page in pages()]
        PdfDrawing(book, self.tr("手册"), self).done.connect(self._hand_over)

    # --- turning pages ---

    def _turn_to(self, page: Page) -> None:
        self.page = page
        self._show()
        self._mark_in_contents()

    def _show(self) -> None:
        step = font().pixelSize() - Size.BODY
        document = dressed(self.page.text, tokens(), step)
        document.setParent(self.text)
        document.setDocumentMargin(Space.PANE)
        self.text.setDocument(document)
        self.text.setAccessibleName(self.page.title)
        self.subject_changed.emit(self.page.title)
        action_named(self, "go_back").setEnabled(bool(self._before))
        self._highlight()

    def _follow(self, url: QUrl) -> None:
        """Another page of the manual, or the place that a 「带我去」 link names."""
        kind, _colon, name = url.toString().partition(":")
        if not name:
            self.show_subject(kind.removesuffix(".md"))
        elif kind == "do":
            self.context.more["do"](name)
        else:
            opens = (name, None) if kind == "pane" else (kind, name)
            if self.context.open(*opens) is None:
                told = self.tr("这里要别的权限，打不开。换有权限的人登录")
                self.context.messages.notice(told)

    # --- finding ---

    def _fill(self) -> None:
        """The contents: every page, or those that bear all that is typed."""
        words = words_of(self.search.text())
        self.contents.clear()
        group = ""
        for page in pages():
            if not all(word in page.inside for word in words):
                continue
            if page.group != group:
                group = page.group
                self.contents.addTopLevelItem(_heading(group))
            self.contents.addTopLevelItem(_item(page))
        self._mark_in_contents()
        self._highlight()

    def shown(self) -> list[str]:
        """The names of the pages listed, from top to bottom."""
        return [name for item in self._items() if (name := item.data(0, _PAGE))]

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.contents.topLevelItem(n) for n in range(self.contents.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _open_first(self) -> None:
        for name in self.shown()[:1]:
            self.show_subject(name)
            self.text.setFocus()

    def _open_item(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        if name := item.data(0, _PAGE):
            self.show_subject(name)

    def _mark_in_contents(self) -> None:
        for item in self._items():
            if item.data(0, _PAGE) == self.page.name:
                self.contents.setCurrentItem(item)

    def _highlight(self) -> None:
        """Mark what is looked for, and go to the first place of it."""
        found: list[QTextEdit.ExtraSelection] = []
        for word in self.search.text().split():
            place = self.text.document().find(word)
            while not place.isNull():
                found.append(_marked(place))
                place = self.text.document().find(word, place)
        self.text.setExtraSelections(found)
        if found:
            there = QTextCursor(found[0].cursor)
            there.clearSelection()
            self.text.setTextCursor(there)

    # --- on paper ---

    def _show_pages(self, pdf: bytes) -> None:
        PagesDialog(pdf, self.page.title, self).exec()

    def _hand_over(self, pdf: bytes) -> None:
        print_pdf = self.context.more.get("print_pdf")
        if print_pdf is None:
            self.context.messages.notice(self.tr("这里没有打印机。在工具 › 打印机 里设"))
        else:
            print_pdf(pdf, kind=MANUAL, number=self.tr("手册"))

    # --- what stands where ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(ActionButton(action_named(self, "go_back"), "quiet"))
        bar.addStretch(1)
        for name in ("preview", "print_book"):
            bar.addWidget(ActionButton(action_named(self, name)))
        left = QVBoxLayout()
        left.setSpacing(Space.ROW)
        left.addWidget(self.search)
        left.addWidget(self.contents, 1)
        for widget in (self.search, self.contents):
            widget.setFixedWidth(scaled(_CONTENTS_WIDTH))
        right = QVBoxLayout()
        right.setSpacing(Space.ROW)
        right.addLayout(bar)
        right.addWidget(self.text, 1)
        self.text.setMaximumWidth(scaled(_WIDEST))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, 0)
        row.setSpacing(Space.PANE)
        row.addLayout(left)
        row.addLayout(right, 1)


def _heading(group: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([group])
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(0, font(Size.HINT, bold=True))
    return item


def _item(page: Page) -> QTreeWidgetItem:
    item = QTreeWidgetItem([page.title])
    item.setData(0, _PAGE, page.name)
    item.setToolTip(0, page.title)
    return item


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setBackground(colour("warn_bg"))
    look.setForeground(colour("warn"))
    selection = QTextEdit.ExtraSelection()
    selection.cursor = place
    selection.format = look
    return selection
