"""From a path to a table whose columns mean something: the first two steps of an import."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from jxc_desktop.cash.queries import DRAWERS, MoneyAccountView, money_accounts
from jxc_desktop.core.errors import UserError
from jxc_desktop.imports.amending import NONE
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.ui.file_page import FilePage
from jxc_desktop.imports.ui.heading_page import HeadingPage
from jxc_desktop.imports.ui.import_jobs import (
    Choices,
    OpenedFile,
    Recognised,
    memory_key,
    read_again,
    read_file,
    recognise,
)
from jxc_desktop.imports.work import Work
from jxc_desktop.widgets.formats import count_text
from jxc_desktop.widgets.pane import Pane

FOLDER = "imports/folder"
"""The setting that remembers where files were last chosen."""


class FileFlow(QObject):
    """Fills the pages of file and headings; what a person has chosen for a set of headings comes back the next time."""

    headed = Signal()
    """The header is on its page."""
    ready = Signal(object)
    """The `Work` that is to be checked."""

    def __init__(
        self,
        pane: Pane,
        sources: Mapping[str, Callable[[], Source]],
        file_page: FilePage,
        heading_page: HeadingPage,
    ) -> None:
        super().__init__(pane)
        self.opened: OpenedFile | None = None
        self._pane, self._sources = pane, sources
        self._file_page, self._heading_page = file_page, heading_page
        self._sheet = 0
        self._reading: Path | None = None
        self._on_afterwards = False
        self._recognised: Recognised | None = None
        file_page.wanted.connect(self.read)
        file_page.path_field.textChanged.connect(self._forget)
        file_page.kind_chosen.connect(self._on_kind)
        file_page.sheet_chosen.connect(self._on_sheet)
        heading_page.header_moved.connect(self._on_header_moved)
        self._on_kind()

    # --- what the pane asks ---

    def make(self) -> Source:
        """The chosen kind, made anew."""
        return self._maker()()

    def folder(self) -> str:
        """Where to begin to look for a file."""
        return str(self._pane.context.settings.read(FOLDER, ""))

    def choose(self, path: Path) -> None:
        """Take a path that was chosen or dropped, and read it."""
        self._pane.context.settings.write(FOLDER, str(path.parent))
        self._file_page.show_path(path)
        self.read()

    def read(self) -> None:
        """Read the file that the page names."""
        path = self._file_page.path
        if path is None:
            self._file_page.path_field.setFocus()
            self._pane.context.messages.notice(self.tr("还没有选文件。拖进来，或按 Ctrl+O 选"))
            return
        self.opened, self._reading, self._on_afterwards = None, path, False
        self._file_page.tell(self.tr("正在读 {name}").format(name=path.name))
        self._pane.run_background(
            read_file,
            path,
            self._file_page.encoding,
            self._file_page.kind,
            then=partial(self._on_read, path),
            failed=partial(self._on_unreadable, path),
        )

    def go_to_headings(self) -> None:
        """Recognise the header of the chosen sheet; reads the file first where that is still to be done."""
        if self.opened is not None:
            self._recognise(None, None)
            return
        if self._reading is None:
            self.read()
        self._on_afterwards = self._reading is not None

    def accept(self) -> None:
        """What the columns mean is settled: remember what a person has chosen, and hand the table on."""
        if self._recognised is None:
            return
        choices, header = self._heading_page.choices(), self._recognised.header
        if self._heading_page.touched():
            key = memory_key(self._file_page.kind, header)
            self._pane.context.settings.write(key, choices)
        self._pane.run_background(
            recognise,
            self._recognised.sheet,
            self._file_page.kind,
            choices,
            header.header_row,
            then=self._on_accepted,
        )

    def read_again(self, work: Work) -> None:
        """F5: the file was put right elsewhere."""
        choices = self._heading_page.choices()
        self._pane.run_background(
            read_again,
            work,
            self._file_page.encoding,
            choices,
            then=self._on_read_again,
        )

    # --- what comes back ---

    def _on_read(self, path: Path, opened: OpenedFile) -> None:
        if path != self._reading:
            return
        self._reading, self.opened, self._sheet = None, opened, opened.likeliest
        self._file_page.show_sheets(opened.sheets, opened.likeliest)
        rows = sum(1 for row in opened.sheets[opened.likeliest].rows if row)
        words = self.tr("读到 {rows} 行").format(rows=count_text(rows))
        if len(opened.sheets) > 1:
            words = self.tr("{count} 个工作表，选中的有 {rows} 行").format(
                count=len(opened.sheets), rows=count_text(rows)
            )
        self._file_page.tell(words, "ok")
        if self._on_afterwards:
            self._on_afterwards = False
            self.go_to_headings()

    def _on_unreadable(self, path: Path, error: BaseException) -> None:
        if path != self._reading and isinstance(error, UserError):
            return
        self._reading, self._on_afterwards = None, False
        if isinstance(error, UserError):
            self._file_page.tell(error.message, "bad")
            self._file_page.path_field.setFocus()
        self._pane.fail(error)

    def _on_header(self, asked: Choices | None, found: Recognised) -> None:
        key = memory_key(self._file_page.kind, found.header)
        remembered = self._pane.context.settings.read(key)
        if asked is None and isinstance(remembered, dict):
            self._recognise(_fitting(remembered, found), found.header.header_row)
            return
        self._recognised = found
        told = frozenset(asked or ())
        self._heading_page.show_header(found.sheet, self.make(), found.header, told)
        if not found.sure:
            self._pane.context.messages.notice(
                self.tr("没有认出表头。看看它在第几行，再把每一列对上")
            )
        self.headed.emit()

    def _on_accepted(self, found: Recognised) -> None:
        if self.opened is not None:
            work = Work(self._maker(), self.opened.path, found.sheet, found.header, NONE)
            self.ready.emit(work)

    def _on_read_again(self, work: Work | None) -> None:
        """Go on with the file as it is now; headings that are others are to be looked at first."""
        if work is not None:
            self.ready.emit(work)
            return
        self._pane.context.messages.notice(self.tr("表头变了。再对一次"))
        self.read()
        self._on_afterwards = True

    # --- what is chosen ---

    def _maker(self) -> Callable[[], Source]:
        make = self._sources[self._file_page.kind]
        with_stock = make().with_opening_stock
        if self._file_page.stock_box.isChecked() and with_stock is not None:
            return with_stock
        with_account = make().with_account
        if self._file_page.account and with_account is not None:
            return partial(with_account, self._file_page.account)
        return make

    def _recognise(self, choices: Choices | None, header_row: int | None) -> None:
        if self.opened is None:
            return
        self._pane.run_background(
            recognise,
            self.opened.sheets[self._sheet],
            self._file_page.kind,
            choices,
            header_row,
            then=partial(self._on_header, choices),
            failed=self._pane.fail,
        )

    def _forget(self) -> None:
        self.opened = self._reading = None
        self._file_page.show_sheets((), 0)
        self._file_page.tell("")

    def _on_kind(self) -> None:
        source = self._sources[self._file_page.kind]()
        self._file_page.offer_stock(source.with_opening_stock is not None)
        if source.with_account is None:
            self._file_page.offer_accounts(())
        else:
            self._pane.run_read(money_accounts, then=self._on_accounts, slot="accounts")
        if self.opened is not None:
            self.read()

    def _on_accounts(self, accounts: Sequence[MoneyAccountView]) -> None:
        """Drawers have no statement: bank accounts and wallets are offered, those of banks first."""
        used = [x for x in accounts if not x.disabled and not x.account.startswith(DRAWERS)]
        used.sort(key=lambda each: each.account)
        self._file_page.offer_accounts([(each.code, each.name) for each in used])

    def _on_sheet(self, place: int) -> None:
        self._sheet = place

    def _on_header_moved(self, row: int) -> None:
        self._recognise({}, row)


def _fitting(remembered: Mapping[str, object], found: Recognised) -> Choices:
    """Of what was remembered only that for headings which are there now."""
    return {
        heading: field if isinstance(field, str) else None
        for heading, field in remembered.items()
        if heading in found.header.headings
    }
