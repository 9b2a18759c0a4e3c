"""选文件: what is imported, from which file, from which of its sheets."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import listed
from jxc_desktop.imports.sheets import Sheet
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import IconLabel, Words, repolish
from jxc_desktop.widgets.tokens import Size, Space

ENCODINGS = ("utf-8", "gb18030", "big5", "utf-16")
_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_WIDEST = 760
_LABELS = 96


class FilePage(QWidget):
    """Fields only; reading is the pane's business."""

    wanted = Signal()
    """A path was chosen or typed and Enter pressed: read the file."""
    kind_chosen = Signal()
    sheet_chosen = Signal(int)

    def __init__(
        self, kinds: Mapping[str, str], browse: QAction, parent: QWidget | None = None
    ) -> None:
        """`kinds` are titles by word; `browse` opens the file dialog."""
        super().__init__(parent)
        self.kind_box = QComboBox()
        for kind, title in kinds.items():
            self.kind_box.addItem(title, kind)
        self.path_field = QLineEdit()
        self.path_field.setPlaceholderText(self.tr("选一个文件，拖进来，或填路径后按 Enter"))
        self.sheet_box = QComboBox()
        self.encoding_box = QComboBox()
        self.encoding_box.addItem(self.tr("自动认"), "")
        for encoding in ENCODINGS:
            self.encoding_box.addItem(encoding.upper(), encoding)
        self.account_box = QComboBox()
        self._wanted_account = ""
        self.stock_box = QCheckBox(self.tr("库存和进价也导入（建期初库存）"))
        self.told = Words(tone="text2")
        self._lay_out(ActionButton(browse))
        self._connect()
        self.show_sheets((), 0)
        self.tell("")

    # --- what the pane asks ---

    @property
    def kind(self) -> str:
        """The chosen kind, by its word."""
        return str(self.kind_box.currentData())

    @property
    def path(self) -> Path | None:
        """The path as it stands there, also as dragged or copied from a file manager."""
        text = self.path_field.text().strip().strip('"“”').removeprefix("file://")
        return Path(text).expanduser() if text else None

    @property
    def encoding(self) -> str | None:
        """The encoding a person has named, for text files."""
        return str(self.encoding_box.currentData() or "") or None

    def choose_kind(self, kind: str) -> None:
        """Choose a kind by its word; one that does not exist is not chosen."""
        place = self.kind_box.findData(kind)
        if place >= 0:
            self.kind_box.setCurrentIndex(place)

    def show_path(self, path: Path) -> None:
        """Show a path chosen elsewhere."""
        self.path_field.setText(str(path))

    def show_sheets(self, sheets: Sequence[Sheet], chosen: int) -> None:
        """Offer the sheets of the file that was read; one alone needs no choice."""
        blocker = QSignalBlocker(self.sheet_box)
        self.sheet_box.clear()
        for sheet in sheets:
            rows = sum(1 for row in sheet.rows if row)
            words = self.tr("{name}（{rows} 行）").format(name=sheet.name, rows=rows)
            self.sheet_box.addItem(words)
        self.sheet_box.setCurrentIndex(chosen if sheets else -1)
        blocker.unblock()
        self._sheet_row.setVisible(len(sheets) > 1)

    def tell(self, words: str, tone: str = "text2") -> None:
        """Say what the file is; a `bad` tone outlines the path too."""
        self.told.setText(words)
        self.told.set_tone(tone)
        self.told.setVisible(bool(words))
        self.path_field.setProperty("wrong", "true" if tone == "bad" else "false")
        self.path_field.setAccessibleDescription(words)
        repolish(self.path_field)

    def offer_stock(self, offered: bool) -> None:
        """Whether the kind can open the stock too."""
        self.stock_box.setVisible(offered)
        if not offered:
            self.stock_box.setChecked(False)

    @property
    def account(self) -> str:
        """The code of the chosen money account, "" where the kind asks for none."""
        return str(self.account_box.currentData() or "")

    def choose_account(self, code: str) -> None:
        """Choose a money account by its code, at once or when accounts are offered."""
        self._wanted_account = code
        place = self.account_box.findData(code)
        if place >= 0:
            self.account_box.setCurrentIndex(place)

    def offer_accounts(self, accounts: Sequence[tuple[str, str]]) -> None:
        """Offer money accounts, code and name; without any the kind asks for none."""
        wanted = self.account or self._wanted_account
        self.account_box.clear()
        for code, name in accounts:
            self.account_box.addItem(name, code)
        self._account_row.setVisible(bool(accounts))
        if wanted:
            self.choose_account(wanted)

    # --- how it looks ---

    def _lay_out(self, browse: ActionButton) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self.path_field, 1)
        row.addWidget(browse)
        line.setFocusProxy(self.path_field)
        file_row = self._row(self.tr("文件"), line)
        self.path_field.setAccessibleName(self.tr("文件"))
        self._sheet_row = self._row(self.tr("工作表"), self.sheet_box)
        self._encoding_row = self._row(self.tr("文字编码"), self.encoding_box)
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        column.setSpacing(Space.BLOCK)
        column.addWidget(Words(self.tr("导入什么，从哪个文件"), Size.CARD_TITLE, bold=True))
        column.addWidget(self._row(self.tr("导入"), self.kind_box))
        self._account_row = self._row(self.tr("结算账户"), self.account_box)
        self._account_row.hide()
        column.addWidget(self._account_row)
        for widget in (file_row, self.told, self._sheet_row, self._encoding_row):
            column.addWidget(widget)
        column.addWidget(self.stock_box)
        self.told.setWordWrap(True)
        self.told.setContentsMargins(_LABELS + Space.ROW, 0, 0, 0)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.BLOCK)
        page.addWidget(card)
        page.addWidget(self._advice())
        page.addStretch(1)

    def _row(self, label: str, field: QWidget) -> FormRow:
        return FormRow(label, field, label_width=_LABELS)

    def _advice(self) -> QWidget:
        """What makes people bold: which files are understood, and that nothing is written yet."""
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.SECTION, Space.PANE, Space.SECTION, Space.PANE)
        column.setSpacing(Space.ROW)
        kinds = listed(("xlsx", "xls", "ods", "csv", "tsv"))
        for sign, words in (
            ("file-spreadsheet", self.tr("能读 {kinds}，最大 20 MB").format(kinds=kinds)),
            ("list-checks", self.tr("表头不用改：上面有标题、合并过的单元格、合计行都认得")),
            ("shield-check", self.tr("先检查、试算，最后一步才写入；写入要么全部，要么一行也不写")),
        ):
            line = QHBoxLayout()
            line.setSpacing(Space.ROW)
            line.addWidget(IconLabel(sign), 0, Qt.AlignmentFlag.AlignTop)
            told = Words(words, tone="text2")
            told.setWordWrap(True)
            line.addWidget(told, 1)
            column.addLayout(line)
        return card

    def _connect(self) -> None:
        self.path_field.returnPressed.connect(self.wanted)
        self.path_field.textChanged.connect(self._on_path)
        self.encoding_box.activated.connect(lambda _place: self.wanted.emit())
        self.kind_box.currentIndexChanged.connect(lambda _place: self.kind_chosen.emit())
        self.sheet_box.currentIndexChanged.connect(self.sheet_chosen)
        self._on_path()

    def _on_path(self) -> None:
        path = self.path
        text = path is not None and path.suffix.lower() in _TEXTS
        self._encoding_row.setVisible(text)
        if not text:
            self.encoding_box.setCurrentIndex(0)
