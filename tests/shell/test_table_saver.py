"""Any table of the window goes to Excel or CSV by one key, with all its rows and nothing that may not be seen."""

import csv

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from jxc_desktop.catalog.models import Product
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

MANY = 450
"""More than two pages of a list."""


@pytest.fixture
def goods(database, owner):
    with database.transaction(owner) as session:
        for number in range(MANY):
            session.add(Product(code=f"P{number:04d}", name=f"=商品{number}", unit="个"))


@pytest.fixture
def save_as(monkeypatch, tmp_path):
    """`save_as(name)`: what the dialog for files will answer."""

    def answer(name, kind="Excel (*.xlsx)"):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), kind))
        return path

    return answer


def press(window, widget):
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(widget, Qt.Key.Key_X, modifiers)


def said(window):
    current = window.seat.messages.current
    return current.text if current else ""


@pytest.mark.usefixtures("goods")
def test_a_long_list_is_saved_whole_as_excel(window_of, owner, save_as, qtbot):
    window = window_of(owner)
    pane = window.desk.open("product")
    qtbot.waitUntil(lambda: pane.grid.rows.rowCount() == MANY)
    path = save_as("商品.xlsx")
    pane.grid.setFocus()
    press(window, pane.grid)
    qtbot.waitUntil(lambda: "已存到" in said(window))
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    codes = [row[0] for row in rows if row[0] and str(row[0]).startswith("P0")]
    assert codes == [f"P{number:04d}" for number in range(MANY)]
    assert any("=商品7" in str(cell) for row in rows for cell in row if cell)  # a word, no formula


@pytest.mark.usefixtures("goods")
def test_a_list_that_is_read_anew_meanwhile_is_still_saved_whole(window_of, owner, qtbot):
    window = window_of(owner)
    pane = window.desk.open("product")
    rows = pane.grid.rows
    qtbot.waitUntil(lambda: rows.rowCount() == MANY)
    told = []
    rows.gather(told.append)
    rows.reload()
    qtbot.waitUntil(lambda: bool(told))
    assert [len(each) for each in told] == [MANY]


def test_figures_are_numbers_and_a_name_without_a_suffix_follows_the_dialog(
    window_of, database, owner, save_as, qtbot
):
    with database.transaction(owner) as session:
        product, supplier = a_product(session), a_supplier(session)
        receive(session, supplier, [line(product, 9, "3.50")])
        deliver(session, a_customer(session), [line(product, 2, "1234.56")])
    window = window_of(owner)
    pane = window.desk.open("deliveries")
    qtbot.waitUntil(lambda: pane.grid.rows.rowCount() == 1)
    path = save_as("出库", "CSV (*.csv)")
    pane.grid.setFocus()
    press(window, pane.grid)
    qtbot.waitUntil(lambda: "已存到" in said(window))
    saved = path.with_name("出库.csv")
    lines = saved.read_text("utf-8-sig").splitlines()
    cells = [cell for row in csv.reader(lines) for cell in row]
    assert "2469.12" in cells
    assert "客户C01" in cells


@pytest.mark.usefixtures("goods")
def test_who_may_not_export_is_told_so_and_nothing_is_written(window_of, save_as, qtbot):
    window = window_of(actor_with("keeper"))
    pane = window.desk.open("product")
    qtbot.waitUntil(lambda: pane.grid.rows.rowCount() == MANY)
    path = save_as("商品.xlsx")
    pane.grid.setFocus()
    press(window, pane.grid)
    assert "权限" in said(window)
    assert not path.exists()


@pytest.mark.usefixtures("goods")
def test_a_file_that_gets_its_ending_from_us_is_not_written_over_unasked(
    window_of, owner, save_as, qtbot, monkeypatch
):
    window = window_of(owner)
    pane = window.desk.open("product")
    qtbot.waitUntil(lambda: pane.grid.rows.rowCount() == MANY)
    kept = save_as("商品").with_name("商品.xlsx")
    kept.write_text("去年的表")
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: answers.pop(0))
    pane.grid.setFocus()
    press(window, pane.grid)
    assert kept.read_text() == "去年的表"
    assert "已存到" not in said(window)
    press(window, pane.grid)
    qtbot.waitUntil(lambda: "已存到" in said(window))
    assert load_workbook(kept).active.max_row > MANY


def test_where_there_is_no_table_it_says_so(window_of, owner):
    window = window_of(owner)
    window.desk.open("setting")
    press(window, window)
    assert "没有可以导出的表" in said(window)


@pytest.mark.usefixtures("goods")
def test_a_folder_that_takes_nothing_is_one_sentence(window_of, owner, save_as, qtbot, tmp_path):
    window = window_of(owner)
    pane = window.desk.open("product")
    qtbot.waitUntil(lambda: pane.grid.rows.rowCount() == MANY)
    save_as("没有/这里.xlsx")
    pane.grid.setFocus()
    press(window, pane.grid)
    qtbot.waitUntil(lambda: "没有存成" in said(window))
