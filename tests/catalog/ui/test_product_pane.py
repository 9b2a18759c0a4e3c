"""Goods written, changed and found by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from jxc_desktop.catalog.queries import product_by_code, product_draft
from jxc_desktop.catalog.services import save_product
from jxc_desktop.catalog.ui.product_pane import ProductPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.keycap import KeyCap
from tests.catalog.conftest import COLA, YUAN

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def open_pane(qtbot, context, rows=3) -> ProductPane:
    pane = ProductPane(context)
    qtbot.addWidget(pane)
    pane.resize(1400, 800)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    qtbot.waitUntil(lambda: pane.model.rowCount() == rows)
    return pane


@pytest.fixture
def pane(qtbot, context_of, stocked):
    found = open_pane(qtbot, context_of(stocked, "owner"))
    qtbot.waitUntil(lambda: found.card.title.text() == "可口可乐 500ml")
    return found


def codes(pane):
    return [row.code for row in pane.model.loaded_rows()]


def write(widget, text: str) -> None:
    """Text as an input method hands it over; QTest has no keys for Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    write(field, text)


def said(pane) -> str:
    message = pane.context.messages.current
    return message.text if message else ""


def test_the_list_and_the_card_of_its_first_row(pane):
    assert codes(pane) == ["A01", "A02", "B01"]
    assert pane.totals.words() == "3 种"
    card = pane.product_card
    assert card.fields["retail_price"].text() == "3.00"
    assert card.fields["barcodes"].text() == "6901234567892"
    assert card.category.currentText() == "食品/饮料"
    assert [(line.name, line.factor, line.price) for line in card.units.lines()] == [
        ("箱", 24, 60 * YUAN)
    ]
    assert card.fields["wholesale"].text() == "2.50"


def test_a_new_product_by_keys_alone(qtbot, pane, stocked, owner):
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    focus = QApplication.focusWidget
    assert focus() is pane.card.fields["name"]
    write(focus(), "雪碧")
    qtbot.keyClick(focus(), K.Key_Tab)
    qtbot.keyClick(focus(), K.Key_Tab)
    write(focus(), "瓶")
    qtbot.keyClick(focus(), K.Key_Tab)
    qtbot.keyClicks(focus(), "3*2-2.5")
    qtbot.keyClick(focus(), K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4)
    with stocked.reading(owner) as session:
        kept = product_by_code(session, "SP00001")
    assert (kept.name, kept.unit, kept.price) == ("雪碧", "瓶", 3_500_000)
    qtbot.waitUntil(lambda: pane.product_card.pinyin.text() == "xb")
    assert "雪碧 已保存" in said(pane)


def test_without_a_name_nothing_is_kept(qtbot, pane):
    action_named(pane, "begin_new").trigger()
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    assert said(pane) == "商品没有名称。填上名称"


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("retail_price", "三块", "三块"),
        ("barcodes", "6901234567893", "校验位"),
        ("code", "A02", "纯牛奶"),
        ("min_stock", "-1", "小于 0"),
        ("weight", "0", "要大于 0"),
        ("volume", "半方", "半方"),
    ],
)
def test_what_is_wrong_is_marked_at_its_field(qtbot, pane, field, text, words):
    type_into(pane.card.fields[field], text)
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: words in said(pane))
    assert pane.card.fields[field].property("wrong") == "true"
    assert pane.card.fields[field].isVisible()


def test_a_change_is_kept_and_shown(qtbot, pane, stocked, owner):
    type_into(pane.card.fields["name"], "可口可乐汽水")
    type_into(pane.card.fields["weight"], "0.52")
    type_into(pane.card.fields["volume"], "0.0006")
    pane.card.category.setEditText("食品/汽水")
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: pane.card.title.text() == "可口可乐汽水 500ml")
    with stocked.reading(owner) as session:
        kept = product_draft(session, 1)
    assert (kept.name, kept.category, kept.units, kept.prices) == (
        "可口可乐汽水", "食品/汽水", COLA.units, COLA.prices,
    )  # fmt: skip
    assert (kept.weight, kept.volume) == (5200, 600)
    qtbot.waitUntil(lambda: pane.filters.boxes["category"].findText("食品/汽水") > 0)


def test_units_are_typed_line_by_line(qtbot, pane, stocked, owner):
    pane.card.setCurrentIndex(1)
    grid = pane.product_card.units
    grid.go_to_cell(1)
    grid.setFocus()
    for text in ("提", "6", "77", "17"):
        write(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Return)
    qtbot.keyClick(pane, K.Key_F12)
    qtbot.waitUntil(lambda: "已保存" in said(pane))
    with stocked.reading(owner) as session:
        kept = product_draft(session, 1)
    assert [(u.name, u.numerator) for u in kept.units] == [("提", 6), ("箱", 24)]
    assert ("77", "提") in [(b.code, b.unit) for b in kept.barcodes]
    assert {(p.level, p.unit): p.price for p in kept.prices}["retail", "提"] == 17 * YUAN


def test_words_and_drop_downs_narrow_the_list_and_escape_widens_it(qtbot, pane):
    qtbot.keyClick(pane.grid, K.Key_F, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "cnn")
    qtbot.waitUntil(lambda: codes(pane) == ["A02"])
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Return)
    assert pane.grid.hasFocus()
    qtbot.keyClick(pane.grid, K.Key_Escape)
    qtbot.waitUntil(lambda: len(codes(pane)) == 3)
    pane.filters.boxes["state"].setCurrentIndex(2)
    qtbot.waitUntil(lambda: codes(pane) == ["C01"])
    pane.filters.boxes["state"].setCurrentIndex(1)
    qtbot.waitUntil(lambda: codes(pane) == ["B01"])
    pane.filters.clear()
    box = pane.filters.boxes["category"]
    box.setCurrentIndex(box.findText("食品/奶"))
    qtbot.waitUntil(lambda: codes(pane) == ["A02"])


def test_nothing_found_says_how_to_go_on(qtbot, pane):
    pane.filters.text_field.setText("没有这个")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    qtbot.waitUntil(lambda: pane.empty.text.text() == "没有符合筛选的。")
    assert pane.empty.isVisible()


def test_an_empty_shop_teaches_the_first_step(qtbot, context_of, database):
    pane = open_pane(qtbot, context_of(database, "owner"), rows=0)
    qtbot.waitUntil(pane.empty.isVisible)
    assert "还没有商品" in pane.empty.text.text()
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    assert pane.card.fields["name"].hasFocus()


def test_a_copy_is_a_new_product_without_codes(qtbot, pane, stocked, owner):
    qtbot.keyClick(pane.grid, K.Key_D, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert pane.card.fields["name"].hasFocus()
    type_into(pane.card.fields["name"], "零度可乐")
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4)
    with stocked.reading(owner) as session:
        copy = product_draft(session, product_by_code(session, "SP00001").id)
        assert product_draft(session, 1).barcodes == COLA.barcodes
    assert (copy.name, copy.spec, copy.barcodes) == ("零度可乐", "500ml", ())
    assert (copy.units, copy.prices) == (COLA.units, COLA.prices)


def test_out_of_use_and_back(qtbot, pane):
    action_named(pane, "switch").trigger()
    qtbot.waitUntil(lambda: codes(pane) == ["A02", "B01"])
    assert said(pane) == "可口可乐 已停用"


def test_what_was_typed_can_be_had_back(qtbot, pane):
    pane.grid.setFocus()
    type_into(pane.card.fields["name"], "可乐改")
    pane.grid.setFocus()
    qtbot.keyClick(pane.grid, K.Key_Down)
    qtbot.waitUntil(lambda: pane.card.title.text() == "纯牛奶 1L")
    message = pane.context.messages.current
    assert message.text == "“可乐改”的改动没有保存"
    message.links[0].run()
    assert pane.card.fields["name"].text() == "可乐改"


def test_a_list_read_again_leaves_what_is_being_typed(qtbot, pane, stocked, owner):
    type_into(pane.card.fields["name"], "还在打字")
    with stocked.transaction(owner) as session:
        save_product(session, COLA.__class__("新来的", code="A00"))
    qtbot.waitUntil(lambda: codes(pane)[0] == "A00")
    assert pane.card.fields["name"].text() == "还在打字"


def test_columns_sort_in_the_shop(qtbot, pane):
    column = [c.key for c in pane.model.columns].index("retail_price")
    pane.grid.horizontalHeader().setSortIndicator(column, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: codes(pane) == ["A02", "A01", "B01"])


def test_one_product_is_shown_by_its_id(qtbot, pane):
    pane.show_subject(3)
    qtbot.waitUntil(lambda: pane.card.title.text() == "苹果")
    assert pane.grid.current().name == "苹果"


def test_a_cashier_sees_neither_purchase_prices_nor_a_way_to_change(qtbot, context_of, stocked):
    pane = open_pane(qtbot, context_of(stocked, "cashier"))
    assert "purchase_price" not in [column.key for column in pane.model.columns]
    assert "purchase_price" not in pane.card.fields
    assert all(field.isReadOnly() for field in pane.card.fields.values())
    assert not action_named(pane, "begin_new").isEnabled()
    qtbot.keyClick(pane.grid, K.Key_F12)
    assert "权限" in said(pane)


def test_a_buyer_changes_goods_but_not_their_sale_prices(qtbot, context_of, stocked):
    pane = open_pane(qtbot, context_of(stocked, "buyer"))
    assert not pane.card.fields["name"].isReadOnly()
    assert not pane.card.fields["purchase_price"].isReadOnly()
    assert pane.card.fields["retail_price"].isReadOnly()
    assert pane.card.fields["min_price"].isReadOnly()


def test_no_cell_is_cut(qtbot, pane):
    assert pane.grid.elided_cells() == []


# --- import --------------------------------------------------------------------------------------


def test_the_import_opens_with_goods_chosen(qtbot, pane):
    opened = []
    object.__setattr__(pane.context, "open", lambda *what: opened.append(what))
    qtbot.keyClick(pane.grid, K.Key_I, CTRL)
    assert opened == [("import", "products")]


def test_an_empty_list_teaches_the_import_to_those_who_may(qtbot, context_of, database):
    pane = open_pane(qtbot, context_of(database, "owner"), rows=0)
    assert "“导入”" in pane.empty.text.text()
    assert [cap.key for cap in pane.empty.findChildren(KeyCap)][:2] == ["Ctrl+N", "Ctrl+I"]


def test_without_the_right_there_is_no_import(qtbot, context_of, stocked):
    pane = open_pane(qtbot, context_of(stocked, "keeper"))
    assert not action_named(pane, "bring_in").isEnabled()
    words = [button.action.text() for button in pane.findChildren(ActionButton)]
    assert "导入" not in words
    assert "新建" in words


def test_labels_are_printed_for_the_picked_goods_that_have_a_price(qtbot, context_of, stocked):
    printed = []
    context = context_of(stocked, "owner")
    context.more["print_labels"] = lambda labels, **what: printed.append((labels, what))
    pane = open_pane(qtbot, context)
    pane.grid.setFocus()
    qtbot.keyClick(pane.grid, K.Key_A, CTRL)
    qtbot.keyClick(pane.grid, K.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(printed))
    [(labels, what)] = printed
    assert [(label.name, label.price, label.code) for label in labels] == [
        ("可口可乐 500ml", "￥3.00/瓶", "6901234567892"), ("纯牛奶 1L", "￥9.00/个", "A02"),
    ]  # fmt: skip
    assert what == {"kind": "shelf_label", "number": "6901234567892"}
    qtbot.waitUntil(lambda: said(pane) == "2 张价签已送打印")


def test_goods_without_a_price_get_no_label(qtbot, context_of, stocked):
    context = context_of(stocked, "owner")
    context.more["print_labels"] = lambda *_labels, **_what: pytest.fail("nothing to print")
    pane = open_pane(qtbot, context)
    qtbot.waitUntil(lambda: pane.card.title.text() == "可口可乐 500ml")
    qtbot.waitUntil(lambda: not pane._jobs)
    pane.grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(pane.grid, K.Key_Down)
    qtbot.waitUntil(lambda: pane.card.title.text() == "苹果")
    qtbot.keyClick(pane.grid, K.Key_P, CTRL)
    qtbot.waitUntil(lambda: "没有零售价" in said(pane))
