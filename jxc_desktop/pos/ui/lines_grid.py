"""The lines of the ticket in large type, the newest at the bottom."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.ticket import OpenTicket, TicketLine
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.formats import discount_text, money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size

_PAINTS_NOTHING = Qt.WidgetAttribute.WA_UpdatesDisabled


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with its number on the ticket, and what promotions take off it, each under its name."""

    number: int
    line: TicketLine
    promoted: tuple[tuple[str, int], ...] = ()

    @property
    def amount(self) -> int:
        """Fen after the line's own discount and promotions."""
        return self.line.amount - sum(off for _name, off in self.promoted)

    @property
    def off(self) -> int:
        """Fen that the line's own discount and promotions take off."""
        return self.line.full_amount - self.amount

    @property
    def why(self) -> str:
        """What the goods are, and which promotions they are in."""
        names = (f"{name} {money_text(-off)}" for name, off in self.promoted)
        return "  ".join(part for part in (self.line.product.spec, *names) if part)


class _Receipt(Grid):
    """A grid that grows at its end: only what came is painted, where Qt would paint every row in sight."""

    _came: int | None = None
    """The first row that came since the last layout."""

    def rowsInserted(
        self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int
    ) -> None:
        self._came = start if self._came is None else min(start, self._came)
        super().rowsInserted(parent, start, end)

    def doItemsLayout(self) -> None:
        """Qt marks the whole viewport here; that is held off when all that stood there still stands."""
        first, self._came = self._came, None
        if first is None:
            super().doItemsLayout()
            return
        before = self._stand()
        self.viewport().setAttribute(_PAINTS_NOTHING, True)
        super().doItemsLayout()
        self.viewport().setAttribute(_PAINTS_NOTHING, False)
        room = self.viewport().rect()
        if self._stand() == before:
            room.setTop(self.rowViewportPosition(first))
        self.viewport().update(room)

    def _stand(self) -> tuple[QRect, int]:
        """What changes when rows that stood there have moved or become wider."""
        return self.viewport().rect(), self.verticalScrollBar().value()


class LinesGrid(QFrame):
    """Shows a ticket; a click makes a line the current one, the focus stays in the scan box."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._model: RowsModel[LineRow] = RowsModel(_columns(), self, remembers=True)
        self.grid = _Receipt(
            self._model,
            row_height=RowHeight.TILL,
            text_size=Size.TILL_LINE,
            row_key=lambda row: row.number,
        )
        for widget in (self.grid, self.grid.viewport(), self.grid.horizontalHeader()):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.grid.clicked.connect(lambda index: self.clicked.emit(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.grid)

    def show_ticket(self, ticket: OpenTicket, place: int) -> None:
        """Show the lines of a ticket, `place` the current one."""
        promoted = ticket.promoted
        if promoted.taken:
            rows = [
                LineRow(n, line, tuple(promoted.reasons(n - 1)))
                for n, line in enumerate(ticket.lines, 1)
            ]
        else:
            rows = [LineRow(n, line) for n, line in enumerate(ticket.lines, 1)]
        self._model.become(rows)
        if place >= 0:
            self.grid.go_to(place)


def _columns() -> tuple[Column[LineRow], ...]:
    return (
        Column[LineRow](
            "number",
            translate("pos", "行"),
            short="#",
            width=40,
            right=True,
            muted=True,
            sortable=False,
        ),
        Column[LineRow](
            "name",
            translate("pos", "商品"),
            lambda row: row.line.product.name,
            sub=lambda row: row.why if row.promoted else row.line.product.spec,
            stretch=True,
            sortable=False,
        ),
        Column[LineRow](
            "unit",
            translate("pos", "单位"),
            lambda row: row.line.product.unit,
            width=56,
            sortable=False,
        ),
        Column[LineRow](
            "quantity",
            translate("pos", "数量"),
            lambda row: row.line.quantity,
            Kind.QUANTITY,
            width=84,
            sortable=False,
        ),
        Column[LineRow](
            "price",
            translate("pos", "单价"),
            lambda row: row.line.price,
            Kind.PRICE,
            width=88,
            mark=_mark,
            sortable=False,
        ),
        Column[LineRow](
            "off",
            translate("pos", "优惠"),
            text=_off_text,
            value=lambda row: row,
            width=124,
            right=True,
            tone=lambda _row: "warn",
            sortable=False,
        ),
        Column[LineRow](
            "amount",
            translate("pos", "小计"),
            lambda row: row.amount,
            Kind.MONEY,
            width=104,
            bold=True,
            sortable=False,
        ),
    )


def _off_text(row: LineRow) -> str:
    if not row.line.discount:
        return money_text(-row.off) if row.promoted else ""
    return f"{discount_text(row.line.discount)} {money_text(-row.off)}"


def _mark(row: LineRow) -> Mark | None:
    if row.line.is_below_minimum:
        return Mark("warn", translate("pos", "低于最低售价"))
    return None
