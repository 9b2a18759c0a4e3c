"""A desk where panes open each other, and goods on two shelves, to be moved by keys."""

import pytest

from tests.deskwork import context_of
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import a_product, a_supplier, line, receive

__all__ = ["context_of"]


@pytest.fixture
def desk(qtbot, context_of, database, owner):
    return Desk(qtbot, context_of(database, owner))


@pytest.fixture
def shelf(database, owner):
    """10 pieces each of P01 … P05 at 5.00, and BOX, two cases of 24 at 48.00; ids by code."""
    with database.transaction(owner) as session:
        goods = {f"P{n:02}": a_product(session, f"P{n:02}") for n in range(1, 6)}
        box = a_product(session, "BOX", name="箱装水", units={"箱": (24, 1)})
        lines = [line(each, 10, 5) for each in goods.values()]
        receive(session, a_supplier(session), [*lines, line(box, 2, 48, unit="箱")])
        return {**goods, "BOX": box}


def cell(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the lines."""
    from PySide6.QtCore import Qt

    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(row, column)
    desk.keys(text, Qt.Key.Key_Return)
