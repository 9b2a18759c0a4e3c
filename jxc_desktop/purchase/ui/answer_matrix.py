"""Suppliers' answers to an inquiry: goods down, suppliers across, the best of each line marked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.core.i18n import clauses, translate
from jxc_desktop.purchase.comparison import Answer, ComparedLine, Comparison
from jxc_desktop.purchase.queries import RfqView
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import price_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.ui_settings import UiSettings

_ANSWER = 184


class AnswerMatrix(QWidget):
    """Other suppliers are other columns, so they need another grid."""

    def __init__(self, settings: UiSettings) -> None:
        super().__init__()
        self._settings = settings
        self._across: tuple[int, ...] | None = None
        self.rows: RowsModel[Any] = RowsModel((), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_answers(self, view: RfqView, comparison: Comparison | None) -> None:
        """Show an inquiry; without the comparison, for who may not see prices, only what was asked for."""
        suppliers = comparison.suppliers if comparison else ()
        across = tuple(each.partner_id for each in suppliers)
        if self._across != across:
            self._across = across
            self._make_grid([each.name for each in suppliers])
        alone = tuple(ComparedLine(line, ()) for line in view.lines)
        self.rows.set_rows(comparison.lines if comparison else alone)

    def _make_grid(self, names: list[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        answers = (_answer_column(place, name) for place, name in enumerate(names))
        self.rows = RowsModel((*_goods_columns(), *answers), self)
        grid = Grid(self.rows, name="rfq_matrix", settings=self._settings)
        grid.setAccessibleName(self.tr("报价比较"))
        self._column.addWidget(grid)
        self.setFocusProxy(grid)


def _goods_columns() -> tuple[Column[ComparedLine], ...]:
    return (
        Column[ComparedLine](
            "number",
            "#",
            lambda row: row.line.line_no,
            width=34,
            right=True,
            muted=True,
            sortable=False,
        ),
        Column[ComparedLine](
            "name",
            translate("purchase", "商品"),
            lambda row: row.line.name,
            sub=lambda row: row.line.spec,
            width=130,
            stretch=True,
            sortable=False,
        ),
        Column[ComparedLine](
            "unit",
            translate("purchase", "单位"),
            lambda row: row.line.base_unit,
            width=46,
            sortable=False,
        ),
        Column[ComparedLine](
            "quantity",
            translate("purchase", "数量"),
            lambda row: row.line.base_quantity,
            kind=Kind.QUANTITY,
            width=64,
            sortable=False,
        ),
    )


def _answer_column(place: int, name: str) -> Column[ComparedLine]:
    def answer(row: ComparedLine) -> Answer | None:
        return row.answers[place]

    return Column[ComparedLine](
        f"answer{place}",
        name,
        lambda row: _price(answer(row)),
        sub=lambda row: _terms(answer(row)),
        width=_ANSWER,
        sortable=False,
        tone=_tone_of(answer),
    )


def _price(found: Answer | None) -> str:
    """What a unit costs, and whether it is the best."""
    if found is None:
        return "—"
    price = f"{price_text(found.price)}/{found.unit}"
    best = translate("purchase", "最低")
    return f"{best} {price}" if found.best else price


def _terms(found: Answer | None) -> str:
    """How long it takes, and the least that is sold."""
    said = []
    if found and found.lead_days is not None:
        said.append(translate("purchase", "{days} 天").format(days=found.lead_days))
    if found and found.minimum:
        told = translate("purchase", "起订 {quantity}")
        said.append(told.format(quantity=quantity_text(found.minimum)))
    return clauses(said)


def _tone_of(answer: Callable[[ComparedLine], Answer | None]) -> Callable[[ComparedLine], str]:
    def tone(row: ComparedLine) -> str:
        found = answer(row)
        if found is None:
            return "text2"
        if found.best:
            return "ok"
        return "" if found.enough else "warn"

    return tone
