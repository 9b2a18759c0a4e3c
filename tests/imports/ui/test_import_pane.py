"""A foreign table from file to written rows, by keys alone; and every way out of it."""

import threading
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.queries import ProductFilter, count_products, product_by_barcode
from jxc_desktop.catalog.services import write_products
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.ui.stages import Stage
from jxc_desktop.partners.queries import PartnerFilter, count_customers
from jxc_desktop.widgets.actions import action_named
from tests.conftest import actor_with
from tests.imports.ui.conftest import Hands, K, M, ean, spoil

LEVELS = Statement("SELECT sum(quantity) FROM stock_level")
WORTH = Statement("SELECT sum(value) FROM cost_pool")
FAULTS = {
    (9, "条码"): "6.90123E+12",
    (12, "条码"): "6901234567890",
    (15, "条码"): ean("690123450001"),
    (20, "税率"): "27%",
    (21, "税率"): "27%",
    (25, "期初金额"): 99.99,
}
SCIENTIFIC, CHECK_DIGIT, TWICE = (9, "条码"), (12, "条码"), (15, "条码")


def goods(database, owner):
    with database.reading(owner) as session:
        return count_products(session, ProductFilter())


def main_word(pane):
    return action_named(pane, "go_on").text()


def test_a_dirty_list_from_the_file_to_the_shop_by_keys(hands, dirty, database, owner):
    pane = hands.pane
    hands.bring(dirty(FAULTS))
    hands.press(K.Key_Return)
    assert pane.face.file_page.told.text() == "读到 35 行"
    hands.press(K.Key_Tab)
    hands.press(K.Key_Tab)
    assert QApplication.focusWidget() is pane.face.file_page.stock_box
    hands.press(K.Key_Space)
    hands.press(K.Key_N, M.AltModifier)
    assert pane.stage is Stage.HEADINGS
    assert pane.face.heading_page.recognised() == (13, 15)
    hands.press(K.Key_F12)
    assert pane.stage is Stage.CHECK
    assert [row for row, _column, state in hands.findings() if state == "open"] == [
        9,
        12,
        15,
        20,
        21,
    ]
    cards = pane.face.check_page
    assert [c.number.text() for c in (cards.read_card, cards.fine_card, cards.wrong_card)] == [
        "30", "25", "5",
    ]  # fmt: skip
    assert cards.read_card.note.text() == "跳过标题 2 行，合计 1 行，脚注 1 行"
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    hands.go_to(20, "税率")
    hands.press(K.Key_F2)
    hands.type("13%")
    hands.press(K.Key_Return)
    assert main_word(pane) == "排除 3 行，去试算"
    pane.context.messages.current.links[0].run()
    hands.settle()
    hands.press(K.Key_N, M.AltModifier)
    assert pane.stage is Stage.TRIAL
    assert main_word(pane) == "写入 28 行"
    hands.press(K.Key_F12)
    assert pane.stage is Stage.REPORT
    assert hands.said() == "写入了 28 行"
    assert goods(database, owner) == 28
    with database.reading(owner) as session:
        assert product_by_barcode(session, "6901234567892").name == "白糖 1 号"
        assert LEVELS.all(session) == [((sum(range(30)) - 4 - 10) * 10_000,)]
        assert WORTH.all(session) == [(108_750 - 1000 - 2500 - 5000 + 9999,)]


def test_the_sums_say_where_the_difference_is(hands, dirty):
    hands.bring(dirty(FAULTS))
    hands.pane.face.file_page.stock_box.setChecked(True)
    for _step in range(3):
        hands.press(K.Key_F12)
    count, money = hands.pane.face.trial_page.sum_grid.rows.loaded_rows()
    assert (count.heading, count.told, count.listed, count.gap) == ("期初数量", 4350000, 4350000, 0)
    assert count.written == count.listed - count.left_out
    assert money.gap == 5000 - 9999
    texts = hands.pane.face.trial_page.sum_grid.rows
    assert texts.cell(0, 7).text == "有差"
    assert (texts.cell(1, 7).text, texts.cell(1, 8).text) == ("原表不符", "原表合计少 49.99")


def test_wrong_rows_are_left_out_and_given_back_as_a_file(
    hands, dirty, database, owner, tmp_path, monkeypatch
):
    hands.check(dirty(FAULTS))
    hands.go_to(*SCIENTIFIC)
    hands.press(K.Key_Delete)
    assert (9, "条码", "left_out") in hands.findings()
    assert hands.pane.face.check_page.wrong_card.note.text() == "已排除 1 行"
    hands.go_to(*SCIENTIFIC)
    assert action_named(hands.pane, "switch_rows").text() == "恢复"
    hands.press(K.Key_Delete)
    assert action_named(hands.pane, "switch_rows").text() == "排除"
    assert (9, "条码", "open") in hands.findings()
    hands.press(K.Key_F12)
    assert hands.pane.looked.work.amendments.left_out == {9, 12, 15, 20, 21}
    hands.press(K.Key_F12)
    assert goods(database, owner) == 25
    report = hands.pane.face.report_page
    assert [c.number.text() for c in (report.written_card, report.there_card, report.out_card)] == [
        "25", "0", "5",
    ]  # fmt: skip
    target = tmp_path / "left.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    hands.press(K.Key_E, M.ControlModifier)
    rows = list(load_workbook(target).active.values)
    assert [row[0] for row in rows[4:]] == ["SP0005", "SP0008", "SP0011", "SP0016", "SP0017"]
    assert "校验位不对" in rows[5][-1]


def test_a_cell_is_put_right_in_place(hands, dirty, database, owner):
    hands.check(dirty({CHECK_DIGIT: "6901234567890"}))
    hands.press(K.Key_F2)
    editor = hands.pane.face.check_page.source_grid.editor
    assert QApplication.focusWidget() is editor
    assert editor.text() == "6901234567890"
    hands.type("6901234567892")
    hands.press(K.Key_Return)
    assert hands.findings()[0] == (12, "条码", "changed")
    assert hands.pane.face.check_page.wrong_card.number.text() == "0"
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    with database.reading(owner) as session:
        assert product_by_barcode(session, "6901234567892").code == "SP0008"


def test_escape_while_typing_leaves_the_cell_and_nothing_else(hands, dirty):
    hands.check(dirty({CHECK_DIGIT: "6901234567890"}))
    hands.press(K.Key_F2)
    hands.type("123")
    hands.press(K.Key_Escape)
    assert hands.pane.stage is Stage.CHECK
    assert hands.findings()[0] == (12, "条码", "open")
    assert hands.pane.looked.work.amendments.cells == {}


def test_any_cell_can_be_reached_with_the_arrows_and_its_row_left_out(hands, dirty):
    hands.check(dirty({CHECK_DIGIT: "6901234567890"}))
    grid = hands.pane.face.check_page.source_grid
    grid.setFocus()
    hands.press(K.Key_Down)
    hands.press(K.Key_Left)
    assert grid.place == (13, 1)
    hands.press(K.Key_F2)
    hands.type("新名字")
    hands.press(K.Key_F12)
    assert hands.pane.looked.work.amendments.cells == {(13, 1): "新名字"}
    grid.setFocus()
    grid.box(14, 1)
    hands.press(K.Key_Delete)
    assert 14 in hands.pane.looked.work.amendments.left_out
    assert (14, "", "left_out") in hands.findings()


def test_steps_are_taken_back_and_done_again(hands, dirty):
    hands.check(dirty(FAULTS))
    first = hands.findings()
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    hands.go_to(*TWICE)
    hands.press(K.Key_Delete)
    after = hands.findings()
    hands.press(K.Key_Z, M.ControlModifier)
    hands.press(K.Key_Z, M.ControlModifier)
    assert hands.findings() == first
    hands.press(K.Key_Z, M.ControlModifier)
    assert hands.said() == "没有可以撤回的"
    hands.press(K.Key_Y, M.ControlModifier)
    hands.press(K.Key_Y, M.ControlModifier)
    assert hands.findings() == after


def test_all_that_say_the_same_are_put_right_at_once(hands, dirty):
    wrong = {(row, "条码"): f"690123456789{row % 10}" for row in (11, 13, 16)}
    hands.check(dirty({**wrong, SCIENTIFIC: "6.90123E+12"}))
    hands.go_to(11, "条码")
    hands.press(K.Key_Return, M.ControlModifier | M.ShiftModifier)
    assert hands.said() == "改了 3 格"
    states = {row: state for row, column, state in hands.findings() if column == "条码"}
    assert states[11] == "changed"
    assert [row for row, state in states.items() if state == "open"] == [9, 13, 16]


def test_where_nothing_is_suggested_a_sentence_says_what_can_be_done(hands, dirty):
    hands.check(dirty({SCIENTIFIC: "6.90123E+12"}))
    hands.press(K.Key_Return, M.ControlModifier)
    assert "按 F2 直接改" in hands.said()


def test_the_list_is_narrowed_to_errors_and_to_one_column(hands, dirty):
    hands.check(dirty(FAULTS))
    page = hands.pane.face.check_page
    page.switch.choose("bad")
    assert {state for _row, _column, state in hands.findings()} == {"open"}
    page.column_box.setCurrentIndex(page.column_box.findData("税率"))
    assert [row for row, _column, _state in hands.findings()] == [20, 21]
    page.switch.choose("notice")
    assert hands.findings() == []
    assert page.empty.text.text() == "这里没有了。"


def test_the_reasons_come_back_beside_the_rows_of_the_file(hands, dirty, tmp_path, monkeypatch):
    hands.check(dirty(FAULTS))
    target = tmp_path / "wrong.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    hands.press(K.Key_E, M.ControlModifier)
    page = load_workbook(target).active
    assert page["P4"].value == "原因"
    assert "相同" in page["P15"].value
    assert str(target) in hands.said()


def test_a_file_put_right_elsewhere_is_read_again(hands, dirty):
    path = dirty(FAULTS)
    hands.check(path)
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    spoil(path, {(9, "条码"): ean("690999999999")})
    hands.press(K.Key_F5)
    assert [row for row, _column, state in hands.findings() if state == "open"] == [12, 15, 20, 21]
    assert "Ctrl+Z 回到改过的" in hands.said()
    hands.press(K.Key_Z, M.ControlModifier)
    assert (12, "条码", "changed") in hands.findings()


def test_a_file_read_again_unchanged_keeps_what_was_done(hands, dirty):
    hands.check(dirty(FAULTS))
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    hands.press(K.Key_F5)
    assert (12, "条码", "changed") in hands.findings()


def test_other_headings_lead_back_to_the_headings(hands, dirty):
    path = dirty()
    hands.check(path)
    spoil(path, {(4, "条码"): "怪列"})
    hands.press(K.Key_F5)
    assert hands.pane.stage is Stage.HEADINGS
    assert "怪列" in hands.pane.face.heading_page.boxes


def test_cancelling_writes_nothing_and_can_be_taken_back(hands, dirty, database, owner):
    hands.check(dirty(FAULTS))
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    hands.press(K.Key_Escape)
    assert hands.pane.stage is Stage.FILE
    assert hands.said() == "已取消，什么也没有写入"
    assert goods(database, owner) == 0
    hands.pane.context.messages.current.links[0].run()
    assert hands.pane.stage is Stage.CHECK
    assert (12, "条码", "changed") in hands.findings()


def test_going_back_to_the_headings_keeps_what_was_put_right(hands, dirty):
    hands.check(dirty(FAULTS))
    hands.go_to(*CHECK_DIGIT)
    hands.press(K.Key_Return, M.ControlModifier)
    hands.press(K.Key_B, M.AltModifier)
    assert hands.pane.stage is Stage.HEADINGS
    hands.press(K.Key_F12)
    assert (12, "条码", "changed") in hands.findings()


# --- headings -----------------------------------------------------------------------------------


def test_what_a_person_says_of_a_heading_is_remembered(hands, file, database, owner):
    text = "编号,名称,卖多少,备注二\nA1,蛋,1.2,x\n"
    hands.bring(file(text.encode()))
    hands.press(K.Key_F12)
    boxes = hands.pane.face.heading_page.boxes
    assert QApplication.focusWidget() is boxes["卖多少"]
    boxes["卖多少"].setCurrentIndex(boxes["卖多少"].findData("retail_price"))
    assert hands.pane.face.heading_page.chips["卖多少"].chip.text == "你选的"
    hands.press(K.Key_F12)
    assert hands.pane.looked.checked.rows[0].values["retail_price"] == 1_200_000
    hands.press(K.Key_Escape)
    hands.bring(file(text.replace("A1,蛋", "A2,奶").encode(), "next.csv"))
    hands.press(K.Key_F12)
    assert hands.pane.face.heading_page.boxes["卖多少"].currentData() == "retail_price"
    assert hands.pane.face.heading_page.chips["卖多少"].chip.text == "按上次"


def test_two_columns_for_one_field_are_not_taken(hands, file):
    hands.bring(file("编号,名称,价一,价二\nA1,蛋,1.2,2\n".encode()))
    hands.press(K.Key_F12)
    for heading in ("价一", "价二"):
        box = hands.pane.face.heading_page.boxes[heading]
        box.setCurrentIndex(box.findData("retail_price"))
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.HEADINGS
    assert hands.said() == "“价一”、“价二” 都对到了“零售价”。只留一个"


def test_without_the_column_that_every_row_needs_nothing_goes_on(hands, file):
    hands.bring(file("编号,单位,零售价\nA1,个,1.2\n".encode()))
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.HEADINGS
    assert hands.said() == "还没有一列对到“商品名称”。在右边选"


def test_a_header_that_nobody_knows_is_told_by_hand(hands, file, database, owner):
    hands.bring(file("我的店,,\n甲,乙,丙\nA1,蛋,1.2\nA2,奶,5\n".encode()))
    hands.press(K.Key_F12)
    page = hands.pane.face.heading_page
    assert hands.said() == "没有认出表头。看看它在第几行，再把每一列对上"
    assert page.row_box.currentText() == "第 2 行"
    for heading, field in (("甲", "code"), ("乙", "name"), ("丙", "retail_price")):
        page.boxes[heading].setCurrentIndex(page.boxes[heading].findData(field))
    for _step in range(3):
        hands.press(K.Key_F12)
    assert goods(database, owner) == 2


def test_the_header_can_be_in_another_row(hands, file):
    hands.bring(file("编号,名称,单位\n货号,品名,售价\nA1,蛋,1.2\n".encode()))
    hands.press(K.Key_F12)
    hands.pane.face.heading_page.row_box.setFocus()
    hands.press(K.Key_Down)
    assert list(hands.pane.face.heading_page.boxes) == ["货号", "品名", "售价"]
    hands.press(K.Key_F12)
    assert hands.pane.looked.checked.read == 1


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "照片.png", "不是能读的表格"),
        (b"<html><table><tr><td>1</td></tr></table>", "导出.xls", "其实是网页"),
        (b"  \r\n", "空.csv", "是空的"),
        (b"PK\x03\x04broken", "坏.xlsx", "不是能读的表格"),
    ],
)
def test_a_hopeless_file_is_refused_in_one_sentence(hands, file, content, name, said):
    hands.bring(file(content, name))
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.FILE
    assert said in hands.said()
    assert hands.said() == hands.pane.face.file_page.told.text()
    assert hands.pane.face.file_page.path_field.property("wrong") == "true"
    hands.press(K.Key_A)
    assert hands.pane.face.file_page.told.text() == ""


def test_a_file_that_is_not_there_is_told(hands, tmp_path):
    hands.bring(tmp_path / "没有.xlsx")
    hands.press(K.Key_Return)
    assert "没有找到 没有.xlsx" in hands.said()


def test_without_a_file_the_main_button_asks_for_one(hands):
    hands.press(K.Key_F12)
    assert hands.said() == "还没有选文件。拖进来，或按 Ctrl+O 选"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_text_files_of_every_encoding_read_well(hands, file, encoding):
    hands.check(file("编号,名称,售价\nA1,鸡蛋,1.2\n".encode(encoding), "导出.csv"))
    assert hands.pane.looked.checked.rows[0].values["name"] == "鸡蛋"


def test_an_encoding_that_is_not_recognised_can_be_named(hands, file):
    path = file("編號,名稱,售價\nA1,雞蛋與糖水罐頭,1.2\n".encode("big5"), "big5.csv")
    hands.bring(path)
    box = hands.pane.face.file_page.encoding_box
    assert box.isVisible()
    box.setCurrentIndex(box.findData("big5"))
    box.activated.emit(box.currentIndex())
    hands.settle()
    assert hands.pane.files.opened.sheets[0].rows[1][1] == "雞蛋與糖水罐頭"


def test_one_of_several_sheets_is_chosen(hands, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for name, code in (("一月", "A1"), ("二月", "A2")):
        page = book.create_sheet(name)
        for row in (["编号", "名称", "单位"], [code, f"蛋{code}", "个"]):
            page.append(row)
    book.remove(book.worksheets[0])
    path = tmp_path / "两张.xlsx"
    book.save(path)
    hands.bring(path)
    hands.press(K.Key_Return)
    assert [hands.pane.face.file_page.sheet_box.itemText(n) for n in (0, 1)] == [
        "一月（2 行）",
        "二月（2 行）",
    ]
    hands.pane.face.file_page.sheet_box.setFocus()
    hands.press(K.Key_Down)
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    assert hands.pane.looked.checked.rows[0].values["code"] == "A2"


def test_a_file_is_chosen_in_the_dialog_and_its_folder_remembered(hands, dirty, monkeypatch):
    path = dirty()
    asked = []

    def choose(_parent, _title, folder, _kinds):
        asked.append(folder)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    hands.press(K.Key_O, M.ControlModifier)
    assert hands.pane.face.file_page.told.text() == "读到 35 行"
    hands.press(K.Key_O, M.ControlModifier)
    assert asked == ["", str(path.parent)]


def test_a_file_is_dropped_on_the_pane(hands, dirty):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(dirty()))])
    event = QDropEvent(
        QPoint(300, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, M.NoModifier
    )
    hands.pane.dropEvent(event)
    hands.settle()
    assert hands.pane.face.file_page.told.text() == "读到 35 行"


def test_another_kind_is_chosen_before_the_file_is_looked_at(hands, file, database, owner):
    hands.pane.show_subject("customers")
    assert hands.pane.face.file_page.kind_box.currentText() == "客户"
    assert not hands.pane.face.file_page.stock_box.isVisible()
    hands.check(file("编号,名称,电话\nC1,望湖楼,0571-1\n".encode()))
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    with database.reading(owner) as session:
        assert count_customers(session, PartnerFilter()) == 1
    hands.press(K.Key_G, M.ControlModifier)
    assert hands.pane.context.more["opened"] == [("customer", None)]


def test_an_import_under_way_is_not_disturbed_by_another_kind(hands, dirty):
    hands.check(dirty())
    hands.pane.show_subject("customers")
    assert hands.pane.stage is Stage.CHECK
    assert hands.said() == "还在导入商品。做完，或按 Esc 取消"


# --- writing ------------------------------------------------------------------------------------


def to_the_trial(hands, path):
    hands.check(path)
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.TRIAL


def test_a_backup_comes_before_the_writing_and_is_named_in_the_report(
    qtbot, pane_of, database, owner, dirty
):
    seen = []

    def back_up(progress):
        progress.report(1, 2)
        seen.append(goods(database, owner))
        return "/backups/我的店-1.jxc"

    hands = Hands(qtbot, pane_of(database, owner, back_up=back_up))
    to_the_trial(hands, dirty())
    hands.press(K.Key_F12)
    assert seen == [0]
    assert goods(database, owner) == 30
    assert "写入前的备份：我的店-1.jxc" in hands.pane.face.report_page.facts.text()


def test_a_backup_that_fails_stops_the_writing_until_told_to_go_on_without(
    qtbot, pane_of, database, owner, dirty
):
    def back_up(_progress):
        raise ShopFileError("备份盘没有插上")

    hands = Hands(qtbot, pane_of(database, owner, back_up=back_up))
    to_the_trial(hands, dirty())
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.TRIAL
    assert hands.said() == "备份盘没有插上"
    assert main_word(hands.pane) == "不备份，写入 30 行"
    assert goods(database, owner) == 0
    hands.press(K.Key_F12)
    assert goods(database, owner) == 30


def test_escape_during_the_backup_leaves_no_trace(qtbot, pane_of, database, owner, dirty):
    begun, go_on = threading.Event(), threading.Event()

    def back_up(progress):
        begun.set()
        go_on.wait(10)
        progress.check()
        return "x"

    pane = pane_of(database, owner, back_up=back_up)
    hands = Hands(qtbot, pane)
    to_the_trial(hands, dirty())
    action_named(pane, "go_on").trigger()
    qtbot.waitUntil(begun.is_set)
    assert not pane.may_close()
    action_named(pane, "leave").trigger()
    go_on.set()
    hands.settle()
    assert pane.stage is Stage.TRIAL
    assert hands.said() == "已取消，什么也没有改动。"
    assert goods(database, owner) == 0
    assert main_word(pane) == "写入 30 行"
    assert pane.may_close()


def test_a_shop_that_moved_on_meanwhile_refuses_the_whole_import(hands, dirty, database, owner):
    to_the_trial(hands, dirty())
    with database.transaction(owner) as session:
        write_products(session, [ProductDraft("别的货", code="SP0003")])
    hands.settle()
    hands.press(K.Key_F12)
    assert "检查之后账套有了变化，1 行不能再导入" in hands.said()
    assert goods(database, owner) == 1
    assert hands.pane.stage is Stage.CHECK
    assert (7, "商品编号", "open") in hands.findings()


def test_the_same_file_again_has_nothing_to_write(hands, dirty, database, owner):
    path = dirty()
    to_the_trial(hands, path)
    hands.press(K.Key_F12)
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.FILE
    to_the_trial(hands, path)
    assert hands.pane.face.trial_page.there_card.number.text() == "30"
    hands.press(K.Key_F12)
    assert hands.said() == "没有要写入的行：文件里的都已有，或都排除了"
    assert goods(database, owner) == 30


def test_the_report_tells_what_became_of_each_row(hands, dirty):
    hands.check(dirty({SCIENTIFIC: "6.90123E+12"}))
    for _step in range(2):
        hands.press(K.Key_F12)
    report = hands.pane.face.report_page
    rows = {each.row: each for each in report.model.loaded_rows()}
    assert (rows[9].fate.value, rows[10].fate.value) == ("left_out", "written")
    assert "位数已丢失" in rows[9].reason
    report.switch.choose("left_out")
    assert [each.row for each in report.model.loaded_rows()] == [9]
    assert "2026-11-20" in report.facts.text()


def test_who_may_not_import_is_told_and_nothing_is_checked(qtbot, pane_of, database, file):
    hands = Hands(qtbot, pane_of(database, actor_with("cashier")))
    hands.bring(file("编号,名称,单位\nA1,蛋,个\n".encode()))
    hands.press(K.Key_F12)
    assert hands.pane.stage is Stage.FILE
    assert "没有“下一步”的权限" in hands.said()


def test_the_pane_waits_for_its_database_elsewhere(hands, dirty):
    """The file is read and the rows are checked off the thread that paints."""
    names = set()
    plain = Path.open

    def noting(self, *how, **more):
        names.add(threading.current_thread().name)
        return plain(self, *how, **more)

    path = dirty()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", noting)
        hands.check(path)
    assert names
    assert threading.main_thread().name not in names
