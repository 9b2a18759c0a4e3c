"""Finding goods (查商品): price and stock at a glance, Enter puts them on the ticket."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from jxc_desktop.catalog.queries.finding import ProductHit
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size

_WIDTH = 820
_HEIGHT = 520
_FIELD = 40
ASK_AFTER = 80
"""Milliseconds after the last letter."""
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Choice:
    """A product found and how much of it (1e-4 base units) lies in the till's warehouse."""

    hit: ProductHit
    here: int


Ask = Callable[[str, Callable[[Sequence[Any]], None]], None]


class FindSheet(Overlay):
    """Here the input method works, so names can be typed as well as letters and codes."""

    taken = Signal(object)
    """The product that was chosen, as `ProductHit`."""

    def __init__(self, till: QWidget, ask: Ask) -> None:
        super().__init__(till, "", _WIDTH)
        self._ask = ask
        self._turn = 0
        self.field = QLineEdit()
        self.field.setFont(font(Size.TITLE))
        self.field.setFixedHeight(scaled(_FIELD))
        self.field.setPlaceholderText(self.question())
        self.field.setAccessibleName(self.name())
        self._model: RowsModel[Any] = RowsModel(self.columns(), self)
        self.grid = Grid(self._model, row_height=RowHeight.TILL, text_size=Size.TILL_LINE)
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.opened.connect(self._take)
        self.words = label(tone="text2")
        for part in (self.field, self.words, self.grid):
            self.body.addWidget(part)
        self.hint(*self.hints())
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._timer.timeout.connect(self._search)
        self.field.textEdited.connect(self._edited)

    # --- what is looked for ---

    def name(self) -> str:
        """What the sheet does."""
        return self.tr("查商品")

    def question(self) -> str:
        """What can be typed."""
        return self.tr("名称、拼音首字母、编号或条码，几个词用空格隔开")

    def columns(self) -> tuple[Column[Any], ...]:
        """What is shown of each."""
        return _columns()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys and what they do."""
        return (("↑↓", self.tr("选择")), ("Enter", self.tr("加到小票")))

    # --- how it is used ---

    def begin(self, title: str, text: str = "", subject: str = "") -> None:
        """Ask for goods, with something typed already."""
        self.title.setText(title)
        self.subject.setText(subject)
        self.setAccessibleName(title)
        self.field.setText(text)
        self._show("", [])
        self.open()
        if text:
            self._search()

    def first_field(self) -> QWidget:
        """The question."""
        return self.field

    def take_scan(self, code: str) -> bool:
        """A scan asks for its price."""
        self.field.setText(code)
        self._search()
        return True

    def take_key(self, key: int) -> bool:
        """↑↓ choose, Enter takes."""
        if key in _MOVES:
            self.grid.go_to(self.grid.current_row() + _MOVES[Qt.Key(key)])
        elif key in _ENTERS:
            if self._timer.isActive():
                self._timer.stop()
                self._search()
            else:
                self._take(self.grid.current())
        else:
            return False
        return True

    def wanted_height(self) -> int:
        """Room for some rows, whether they are there or not."""
        return scaled(_HEIGHT)

    def _edited(self, _text: str) -> None:
        self._turn += 1
        self._timer.start()

    def _search(self) -> None:
        text, turn = self.field.text().strip(), self._turn

        def answered(found: Sequence[Any]) -> None:
            if turn == self._turn:
                self._show(text, found)

        if text:
            self._ask(text, answered)
        else:
            self._show("", [])

    def _show(self, text: str, found: Sequence[Any]) -> None:
        self._model.set_rows(found)
        self.grid.go_to(0)
        missing = self.tr("没有“{text}”。换个说法，或少打几个字").format(text=text)
        self.words.setText(missing if text and not found else "")

    def _take(self, choice: Any) -> None:
        if choice is not None:
            self.dismiss()
            self.taken.emit(choice.hit)


def _columns() -> tuple[Column[Choice], ...]:
    return (
        Column[Choice](
            "code", translate("pos", "编号"), lambda row: row.hit.code, Kind.CODE, width=112,
            muted=True, sortable=False,
        ),
        Column[Choice](
            "name", translate("pos", "商品"), lambda row: row.hit.name, sub=lambda row: row.hit.spec,
            stretch=True, sortable=False,
        ),
        Column[Choice](
            "unit", translate("pos", "单位"), lambda row: row.hit.unit, width=64, sortable=False
        ),
        Column[Choice](
            "here", translate("pos", "可用"), lambda row: row.here, Kind.QUANTITY, width=104,
            sortable=False,
        ),
        Column[Choice](
            "price", translate("pos", "零售价"), lambda row: row.hit.retail_price, Kind.PRICE,
            width=112, bold=True, sortable=False,
        ),
    )  # fmt: skip
