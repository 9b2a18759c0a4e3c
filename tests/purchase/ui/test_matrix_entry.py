"""A style typed into a document asks how many of each variant, by keys, and those become its lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.catalog.queries import variants_of
from jxc_desktop.catalog.services import save_product
from jxc_desktop.catalog.styles import grid_of, make_variants
from jxc_desktop.features import INVARIANTS
from jxc_desktop.stock.ui.matrix_entry import MatrixEntry
from tests.catalog.test_styles import AXES, COLOURS, SHIRT, SIZES
from tests.shopkeeping import pieces, pool

K = Qt.Key


@pytest.fixture
def variants(database, owner, shelf):
    """A shirt in red and black, M and L, beside the goods there are; the variants' ids by code."""
    with database.transaction(owner) as session:
        style = save_product(session, SHIRT)
        make_variants(session, style, AXES, grid_of("T01", (COLOURS, SIZES)))
        return {each.code: each.id for each in variants_of(session, style)}


def asked(desk) -> MatrixEntry:
    desk.qtbot.waitUntil(lambda: desk.pane.findChildren(MatrixEntry) != [])
    [entry] = desk.pane.findChildren(MatrixEntry)
    desk.qtbot.waitExposed(entry)
    return entry


def type_into(entry, texts) -> None:
    """Type into the fields one after the other, with Enter behind each."""
    for text in texts:
        field = next(each for each in entry.fields.values() if each.hasFocus())
        QTest.keyClicks(field, text)
        QTest.keyClick(field, K.Key_Return)


def lines(desk):
    return [(x.product.code, x.quantity) for x in desk.pane.form.grid.lines() if x.product]


def open_receipt(desk) -> None:
    desk.open("goods_receipt")
    desk.settled()
    desk.keys("S01", K.Key_Return)
    desk.pane.form.grid.setFocus()
    desk.pane.form.grid.go_to_cell(0, "product")


def test_a_style_is_received_by_a_matrix_of_quantities(desk, database, owner, variants):
    open_receipt(desk)
    desk.keys("T01", K.Key_Return)
    entry = asked(desk)
    assert entry.windowTitle() == "T恤"
    type_into(entry, ["3", "", "", "5"])
    desk.settled()
    assert lines(desk) == [("T01-01-M", pieces(3)), ("T01-H-L", pieces(5))]
    with desk.qtbot.waitActive(desk.pane):
        desk.pane.activateWindow()
    grid = desk.pane.form.grid
    for row in (0, 1):
        grid.setFocus()
        grid.go_to_cell(row, "price")
        desk.keys("20", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert pool(session, variants["T01-01-M"])[0] == pieces(3)
        assert pool(session, variants["T01-H-L"])[0] == pieces(5)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []


def test_arrows_walk_the_matrix_and_escape_takes_nothing(desk, variants):
    open_receipt(desk)
    desk.keys("T01", K.Key_Return)
    entry = asked(desk)
    QTest.keyClick(entry.fields[0, 0], K.Key_Down)
    assert entry.fields[1, 0].hasFocus()
    QTest.keyClick(entry.fields[1, 0], K.Key_Right)
    assert entry.fields[1, 1].hasFocus()
    QTest.keyClicks(entry.fields[1, 1], "7")
    QTest.keyClick(entry.fields[1, 1], K.Key_Up)
    assert entry.sum.text() == "1 种，共 7"
    QTest.keyClick(entry.fields[0, 1], K.Key_Escape)
    desk.settled()
    assert lines(desk) == []


def test_what_is_no_quantity_keeps_the_matrix_open(desk, variants):
    open_receipt(desk)
    desk.keys("T01", K.Key_Return)
    entry = asked(desk)
    QTest.keyClicks(entry.fields[0, 0], "x")
    QTest.keyClick(entry.fields[0, 0], K.Key_F12)
    assert entry.isVisible()
    assert lines(desk) == []
