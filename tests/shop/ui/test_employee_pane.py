"""职员 worked by keys: a line is kept as soon as it has a name, and commission is typed as people say it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jxc_desktop.shop.employees import EmployeeDraft, employees, save_employee
from jxc_desktop.shop.ui.employee_pane import EmployeePane
from tests.deskwork import settle, shown

K = Qt.Key


@pytest.fixture
def pane(qtbot, context_of, database, owner):
    with database.transaction(owner) as session:
        save_employee(session, EmployeeDraft("王芳", department="门市"))
    return shown(qtbot, EmployeePane(context_of("owner")), (900, 400))


def kept(database, owner):
    with database.reading(owner) as session:
        return [
            (x.code, x.name, x.department, x.commission_base, x.commission_rate)
            for x in employees(session)
        ]


def typed(qtbot, pane, row: int, column: str, text: str) -> None:
    pane.grid.setFocus()
    pane.grid.go_to_cell(row, column)
    event = QInputMethodEvent()
    event.setCommitString(text)
    pane.grid.cell.editor.selectAll()
    QApplication.sendEvent(pane.grid.cell.editor, event)
    qtbot.keyClick(pane.grid.cell.editor, K.Key_Return)
    settle(qtbot, pane)


def test_somebody_is_added_by_keys(qtbot, pane, database, owner):
    pane.begin_new()
    typed(qtbot, pane, 1, "name", "Li Qiang")
    typed(qtbot, pane, 1, "department", "Buying")
    assert kept(database, owner)[1] == ("E02", "Li Qiang", "Buying", "", None)


def test_commission_is_per_cent_of_what_its_word_says(qtbot, pane, database, owner):
    typed(qtbot, pane, 0, "commission_base", "毛利")
    typed(qtbot, pane, 0, "commission_rate", "0.5")
    assert kept(database, owner) == [("E01", "王芳", "门市", "profit", 50)]
    typed(qtbot, pane, 0, "commission_rate", "3%")
    typed(qtbot, pane, 0, "commission_base", "运气")
    assert "净销售额" in pane.context.messages.today()[0].text
    assert kept(database, owner) == [("E01", "王芳", "门市", "profit", 300)]


def test_a_name_borne_twice_is_marked_where_it_stands(qtbot, pane, database, owner):
    pane.begin_new()
    typed(qtbot, pane, 1, "name", "王芳")
    assert "已经有了" in pane.context.messages.today()[0].text
    assert len(kept(database, owner)) == 1


def test_somebody_is_taken_out_of_use_and_back(qtbot, pane, database, owner):
    pane.grid.go_to_cell(0)
    pane.switch()
    settle(qtbot, pane)
    assert [line.disabled for line in pane.grid.lines()] == [True]
    pane.grid.go_to_cell(0)
    pane.switch()
    settle(qtbot, pane)
    assert [line.disabled for line in pane.grid.lines()] == [False]


def test_who_may_not_edit_only_reads(qtbot, context_of):
    pane = shown(qtbot, EmployeePane(context_of("accountant")), (900, 400))
    assert not any(column.editable for column in pane.grid.entry.entry_columns)
