"""Tickets put aside (取单): a list, their goods beside it; a digit or Enter takes one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.held import LONGEST_NAME, HeldView
from jxc_desktop.pos.ticket import TicketLine
from jxc_desktop.pos.ui.labels import label
from jxc_desktop.pos.ui.overlay import Overlay
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space

_WIDTH = 940
_HEIGHT = 480
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HeldSheet(Overlay):
    """What is chosen goes out by its id."""

    recalled = Signal(int)
    discarded = Signal(int)
    renamed = Signal(int, str)

    def __init__(self, till: QWidget, clock: Clock) -> None:
        super().__init__(till, "", _WIDTH)
        self.title.setText(self.tr("取单"))
        self.setAccessibleName(self.tr("取单"))
        self._model: RowsModel[HeldView] = RowsModel(_held_columns(clock), self)
        self._goods: RowsModel[TicketLine] = RowsModel(_goods_columns(), self)
        self.grid = Grid(
            self._model, row_height=RowHeight.TILL, text_size=Size.TILL_LINE, row_key=lambda v: v.id
        )
        self._preview = Grid(self._goods)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(self.tr("挂单的名字"))
        self.name.hide()
        self.words = label(tone="warn")
        self._arrange()

    def show_held(self, held: Sequence[HeldView]) -> None:
        """Show other tickets; without any the sheet closes."""
        self._model.set_rows(held)
        if not held:
            self.dismiss()
        elif self.grid.current_row() < 0:
            self.grid.go_to(0)

    def begin(self, held: Sequence[HeldView]) -> None:
        """Choose among tickets."""
        self.words.clear()
        self.name.hide()
        self._asked = 0
        self.open()
        self.show_held(held)

    def first_field(self) -> QWidget:
        """The sheet itself, so that digits and Del are not the list's."""
        return self

    def leave(self) -> None:
        """Esc leaves the name first."""
        if self.name.isVisible():
            self.name.hide()
            self.setFocus()
        else:
            self.dismiss()

    def take_key(self, key: int) -> bool:
        """A digit takes that ticket, F4 names it, Del asks once and throws it away."""
        view = self.grid.current()
        if self.name.isVisible():
            if key in _ENTERS:
                self._rename()
            return key in _ENTERS
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._recall(self._model.row_at(key - Qt.Key.Key_1))
        elif key in _MOVES:
            self.grid.go_to(self.grid.current_row() + _MOVES[Qt.Key(key)])
        elif key in {*_ENTERS, Qt.Key.Key_F8}:
            self._recall(view)
        elif key == Qt.Key.Key_F4 and view is not None:
            self.name.setText(view.name)
            self.name.show()
            self.name.setFocus()
            self.name.selectAll()
        elif key == Qt.Key.Key_Delete and view is not None:
            self._discard(view)
        else:
            return False
        return True

    def wanted_height(self) -> int:
        """Room for some tickets."""
        return scaled(_HEIGHT)

    def _recall(self, view: HeldView | None) -> None:
        if view is not None:
            self.dismiss()
            self.recalled.emit(view.id)

    def _discard(self, view: HeldView) -> None:
        if self._asked != view.id:
            self._asked = view.id
            self.words.setText(
                self.tr("作废“{name}”就找不回来了。再按一次 Del 作废").format(name=view.name)
            )
            return
        self._asked = 0
        self.words.clear()
        self.discarded.emit(view.id)

    def _rename(self) -> None:
        view = self.grid.current()
        self.name.hide()
        self.setFocus()
        if view is not None and self.name.text().strip():
            self.renamed.emit(view.id, self.name.text())

    def _look(self, view: HeldView | None) -> None:
        self._goods.set_rows(view.ticket.lines if view is not None else ())

    def _arrange(self) -> None:
        self._asked = 0
        for grid in (self.grid, self._preview):
            grid.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.row_changed.connect(self._look)
        self.grid.opened.connect(self._recall)
        both = QHBoxLayout()
        both.setSpacing(Space.PANE)
        both.addWidget(self.grid, 3)
        both.addWidget(self._preview, 2)
        self.body.addLayout(both)
        self.body.addWidget(self.name)
        self.body.addWidget(self.words)
        self.hint(
            ("1-9", self.tr("取第几张")),
            ("Enter", self.tr("取单")),
            ("F4", self.tr("改名")),
            ("Del", self.tr("作废")),
        )


def _held_columns(clock: Clock) -> tuple[Column[HeldView], ...]:
    return (
        Column[HeldView](
            "at", translate("pos", "时间"), lambda view: f"{clock.local(view.at):%m-%d %H:%M}",
            width=116, muted=True, sortable=False,
        ),
        Column[HeldView]("name", translate("pos", "备注"), stretch=True, sortable=False),
        Column[HeldView](
            "pieces", translate("pos", "件数"), lambda view: view.ticket.pieces, Kind.COUNT,
            width=72, sortable=False,
        ),
        Column[HeldView](
            "due", translate("pos", "金额"), lambda view: view.ticket.due, Kind.MONEY, width=112,
            bold=True, sortable=False,
        ),
        Column[HeldView]("cashier", translate("pos", "收银员"), width=84, sortable=False),
    )  # fmt: skip


def _goods_columns() -> tuple[Column[TicketLine], ...]:
    return (
        Column[TicketLine](
            "name", translate("pos", "商品"), lambda line: line.product.name, stretch=True,
            sortable=False,
        ),
        Column[TicketLine]("quantity", translate("pos", "数量"), kind=Kind.QUANTITY, sortable=False),
        Column[TicketLine]("amount", translate("pos", "小计"), kind=Kind.MONEY, sortable=False),
    )  # fmt: skip
