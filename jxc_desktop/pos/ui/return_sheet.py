"""Goods come back (退货): scan the receipt, say how many of each line, money back by the way it came."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.cash.queries import MethodView
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, parse_scaled
from jxc_desktop.pos.drafts import ReturnDraft
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.main_button import MainButton
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.pos.ui.totals_card import BigAmount
from jxc_desktop.stock.returned import ReturnLine
from jxc_desktop.stock.trade import SaleLineView
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font, scaled
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.scanner import ScanEdit
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_WIDTH = 960
_HEIGHT = 560
_FIELD = 40
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class BackRow:
    """A line that was sold: `back` (1e-4) comes back now, `refund` fen go out for it."""

    line: SaleLineView
    returned: int
    back: int = 0
    refund: int = 0

    @property
    def left(self) -> int:
        """What may still come back."""
        return self.line.quantity - self.returned


class ReturnSheet(Overlay):
    """One field takes the receipt's number first, then the quantity of the current line."""

    asked = Signal(str)
    """The number of a receipt."""
    changed = Signal(object, int)
    """The return as it stands and the original's id: reckon what it gives back."""
    confirmed = Signal(object)
    exchanged = Signal(object)
    """The same as the part of an exchange that comes back: others are rung up next."""

    def __init__(self, till: QWidget) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("退货"))
        self.setAccessibleName(self.tr("退货"))
        self.view: TicketView | None = None
        self.field = ScanEdit()
        self.field.setFont(font(Size.TITLE))
        self.field.setFixedHeight(scaled(_FIELD))
        self._model: RowsModel[BackRow] = RowsModel(_columns(), self)
        self.grid = Grid(
            self._model,
            row_height=RowHeight.TILL,
            text_size=Size.TILL_LINE,
            row_key=lambda row: row.line.line_no,
        )
        self.way = QComboBox()
        self.way.setAccessibleName(self.tr("退款方式"))
        self.reason = QComboBox()
        self.reason.setAccessibleName(self.tr("退货原因"))
        self.total = BigAmount("bad", "bad_bg", 100)
        self.problem = label(tone="bad")
        self.problem.setWordWrap(True)
        self.button = MainButton("undo-2", self.tr("退货并打印"), "F12")
        self.button.clicked.connect(self._confirm)
        self._arrange()

    def begin(self, methods: Sequence[MethodView], number: str = "") -> None:
        """Ask for a receipt, or go on with the one that was scanned."""
        self.view = None
        self._model.set_rows([])
        self.way.clear()
        for method in methods:
            self.way.addItem(method.name, method.code)
        self.subject.clear()
        self.problem.clear()
        self._show()
        self.open()
        if number:
            self.asked.emit(number)

    def first_field(self) -> QWidget:
        """The field for number and quantities."""
        return self.field

    def show_original(self, view: TicketView, returned: Mapping[int, int]) -> None:
        """Show what was sold and what came back of it already."""
        self.view = view
        self.problem.clear()
        sold = [line for line in view.lines if line not in view.exchanged]
        self._model.set_rows([BackRow(line, returned.get(line.line_no, 0)) for line in sold])
        self.grid.go_to(0)
        paid = view.tenders[0].method if view.tenders else ""
        self.way.setCurrentIndex(max(self.way.findData(paid), 0))
        self.subject.setText(f"{view.head.number}  {view.head.day}  {money_text(view.total)}")
        self.field.clear()
        self._show()

    def show_refunds(self, refunds: Mapping[int, int]) -> None:
        """Show what each line gives back."""
        place = self.grid.current_row()
        rows = [
            replace(r, refund=refunds.get(r.line.line_no, 0)) for r in self._model.loaded_rows()
        ]
        self._model.set_rows(rows)
        self.grid.go_to(place)
        self._show()

    def refuse(self, words: str) -> None:
        """Say what cannot be done."""
        self.problem.setText(words)

    def take_scan(self, code: str) -> bool:
        """The number on a receipt."""
        if self.view is None:
            self.asked.emit(code)
        else:
            self.refuse(self.tr("用 ↑↓ 选行，输入退的数量"))
        return True

    def take_key(self, key: int) -> bool:
        """Enter takes what is typed, ↑↓ walk, F12 finishes."""
        if key == Qt.Key.Key_F12:
            self._confirm()
        elif key == Qt.Key.Key_F8:
            self._exchange()
        elif key in _MOVES:
            self.grid.go_to(self.grid.current_row() + _MOVES[Qt.Key(key)])
        elif key in _ENTERS:
            self._enter()
        else:
            return False
        return True

    def wanted_height(self) -> int:
        """Room for some lines."""
        return scaled(_HEIGHT)

    @property
    def draft(self) -> ReturnDraft:
        """The return as it stands."""
        number = self.view.head.number if self.view else ""
        lines = tuple(
            ReturnLine(row.line.line_no, row.back) for row in self._model.loaded_rows() if row.back
        )
        return ReturnDraft(number or "", lines, self.way.currentData(), self.reason.currentText())

    def _enter(self) -> None:
        text = self.field.text().strip()
        self.field.clear()
        self.problem.clear()
        if self.view is None:
            if text:
                self.asked.emit(text)
            return
        row = self.grid.current()
        if row is None:
            return
        try:
            self._put(row, parse_scaled(text, QUANTITY_PLACES) if text else row.left)
        except UserError as error:
            self.refuse(error.message)

    def _put(self, row: BackRow, quantity: int) -> None:
        if not 0 <= quantity <= row.left:
            self.refuse(
                self.tr("{product} 最多还能退 {left}").format(
                    product=row.line.name, left=quantity_text(row.left)
                )
            )
            return
        place = self.grid.current_row()
        rows = list(self._model.loaded_rows())
        rows[place] = replace(row, back=quantity, refund=0)
        self._model.set_rows(rows)
        self.grid.go_to(min(place + 1, len(rows) - 1))
        self._show()
        if self.view is not None and self.draft.lines:
            self.changed.emit(self.draft, self.view.head.id)

    def _confirm(self) -> None:
        self._send(self.confirmed)

    def _exchange(self) -> None:
        self._send(self.exchanged)

    def _send(self, done: SignalInstance) -> None:
        if self.view is not None and self.draft.lines:
            done.emit(self.draft)
        elif self.view is not None:
            self.refuse(self.tr("还没选要退的商品。在行上按 Enter 全退，或输数量再按 Enter"))

    def _show(self) -> None:
        number = self.view is None
        words = (
            self.tr("扫小票上的条码，或输入单号")
            if number
            else self.tr("退几件，空着按 Enter 全退")
        )
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        refund = sum(row.refund for row in self._model.loaded_rows())
        self.total.show_amount(self.tr("应退"), money_text(refund))

    def _arrange(self) -> None:
        for reason in (
            self.tr("不合适"), self.tr("质量问题"), self.tr("买错了"), self.tr("其他"),
        ):  # fmt: skip
            self.reason.addItem(reason)
        self.grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(Space.ROW)
        left.addWidget(label(self.tr("退款方式"), Size.HINT, tone="text2"))
        left.addWidget(self.way)
        left.addWidget(label(self.tr("退货原因"), Size.HINT, tone="text2"))
        left.addWidget(self.reason)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Space.BLOCK)
        right.addWidget(self.total)
        right.addWidget(self.button)
        below = QHBoxLayout()
        below.setSpacing(Space.PAGE)
        below.addLayout(left, 1)
        below.addLayout(right, 1)
        self.body.addWidget(self.field)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.problem)
        self.body.addLayout(below)
        self.hint(
            ("↑↓", self.tr("选行")),
            ("Enter", self.tr("退这些")),
            ("Tab", self.tr("退款方式和原因")),
            ("F8", self.tr("换货，接着扫")),
            ("F12", self.tr("退货")),
        )


def _some(text_of: Callable[[int | None], str]) -> Callable[[int], str]:
    """What is 0 is left blank."""
    return lambda value: text_of(value) if value else ""


def _columns() -> tuple[Column[BackRow], ...]:
    return (
        Column[BackRow](
            "name", translate("pos", "商品"), lambda row: row.line.name,
            sub=lambda row: row.line.spec, stretch=True, sortable=False,
        ),
        Column[BackRow](
            "unit", translate("pos", "单位"), lambda row: row.line.unit, width=64, sortable=False
        ),
        Column[BackRow](
            "sold", translate("pos", "已售"), lambda row: row.line.quantity, Kind.QUANTITY,
            width=84, sortable=False,
        ),
        Column[BackRow](
            "returned", translate("pos", "已退"), kind=Kind.QUANTITY, width=84, text=_some(quantity_text),
            sortable=False,
        ),
        Column[BackRow](
            "back", translate("pos", "本次退"), kind=Kind.QUANTITY, width=92, bold=True,
            text=_some(quantity_text), sortable=False,
        ),
        Column[BackRow](
            "gross", translate("pos", "成交额"), lambda row: row.line.gross, Kind.MONEY, width=104,
            sortable=False,
        ),
        Column[BackRow](
            "refund", translate("pos", "退款"), kind=Kind.MONEY, width=104, bold=True,
            text=_some(money_text), sortable=False,
        ),
    )  # fmt: skip
