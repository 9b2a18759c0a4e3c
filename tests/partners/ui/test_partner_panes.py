"""Customers and suppliers written, changed and found by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jxc_desktop.partners.queries import customer_by_code, partner_draft, supplier_by_code
from jxc_desktop.partners.ui.customer_pane import CustomerPane
from jxc_desktop.partners.ui.partner_search import customer_field, supplier_field
from jxc_desktop.partners.ui.supplier_pane import SupplierPane
from jxc_desktop.widgets.actions import action_named

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def open_pane(qtbot, kind, context):
    pane = kind(context)
    qtbot.addWidget(pane)
    pane.resize(1366, 768)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(lambda: pane.card.title.text() in {"望湖楼酒店", "楼外楼"})
    return pane


@pytest.fixture
def pane(qtbot, context_of, known):
    return open_pane(qtbot, CustomerPane, context_of(known, "owner"))


def write(widget, text: str) -> None:
    """Text as an input method hands it over; QTest has no keys for Chinese."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def retype(field, text: str) -> None:
    field.selectAll()
    write(field, text)


def codes(pane):
    return [row.code for row in pane.model.loaded_rows()]


def said(pane) -> str:
    message = pane.context.messages.current
    return message.text if message else ""


def cell(pane, row, key):
    return pane.model.cell(row, [column.key for column in pane.model.columns].index(key)).text


def test_customers_with_their_terms(pane):
    assert codes(pane) == ["H01", "H02"]
    assert pane.totals.words() == "2 家"
    assert (cell(pane, 0, "price_level"), cell(pane, 0, "credit_limit")) == ("批发价", "5,000.00")
    assert cell(pane, 0, "credit_days") == "30"
    assert pane.card.fields["mobile"].text() == "13800001234"


def test_a_new_customer_by_keys_alone(qtbot, pane, known, owner):
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    write(QApplication.focusWidget(), "重庆小面")
    qtbot.keyClick(QApplication.focusWidget(), K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    with known.reading(owner) as session:
        assert customer_by_code(session, "KH0001").name == "重庆小面"
    qtbot.waitUntil(lambda: pane.card.fields["customer_code"].text() == "KH0001")


def test_terms_are_changed_and_a_firm_stays_what_else_it_is(qtbot, pane, known, owner):
    pane.show_subject(2)
    qtbot.waitUntil(lambda: pane.card.title.text() == "楼外楼")
    retype(pane.card.fields["credit_limit"], "1,000*2")
    retype(pane.card.fields["credit_days"], "7天")
    retype(pane.card.fields["mobile"], "138-0000-9999")
    qtbot.keyClick(pane.card.fields["mobile"], K.Key_F12)
    qtbot.waitUntil(lambda: "已保存" in said(pane))
    with known.reading(owner) as session:
        kept = partner_draft(session, 2)
    assert (kept.credit_limit, kept.credit_days, kept.mobile) == (200_000, 7, "13800009999")
    assert (kept.customer_code, kept.supplier_code) == ("H02", "L01")


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("credit_days", "很久", "天数"),
        ("credit_limit", "很多", "很多"),
        ("mobile", "没有手机", "电话号码"),
        ("customer_code", "H02", "楼外楼"),
    ],
)
def test_what_is_wrong_is_marked_at_its_field(qtbot, pane, field, text, words):
    retype(pane.card.fields[field], text)
    qtbot.keyClick(pane.card.fields["name"], K.Key_F12)
    qtbot.waitUntil(lambda: words in said(pane))
    assert pane.card.fields[field].property("wrong") == "true"
    assert pane.card.fields[field].isVisible()


def test_a_tax_number_is_checked_while_it_is_typed(pane):
    pane.card.setCurrentIndex(2)
    retype(pane.card.fields["tax_no"], "911100006000373411")
    assert "校验位" in pane.card.tax_hint.text()
    retype(pane.card.fields["tax_no"], "91110000600037341L")
    assert pane.card.tax_hint.text() == ""


def test_words_narrow_the_list(qtbot, pane):
    pane.filters.text_field.setText("lwl")
    qtbot.waitUntil(lambda: codes(pane) == ["H02"])
    qtbot.waitUntil(lambda: pane.card.title.text() == "楼外楼")
    pane.clear_filters()
    pane.filters.boxes["state"].setCurrentIndex(1)
    qtbot.waitUntil(lambda: codes(pane) == ["H03"])
    action_named(pane, "switch").trigger()
    qtbot.waitUntil(lambda: codes(pane) == [])
    assert said(pane) == "旧酒店 已启用"


def test_suppliers_have_a_list_of_their_own(qtbot, context_of, known, owner):
    pane = open_pane(qtbot, SupplierPane, context_of(known, "buyer"))
    assert codes(pane) == ["L01", "N01"]
    assert cell(pane, 1, "invoice") == "专用发票"
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    write(QApplication.focusWidget(), "新农场")
    pane.card.invoice.setCurrentIndex(pane.card.invoice.findData("none"))
    qtbot.keyClick(QApplication.focusWidget(), K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    with known.reading(owner) as session:
        found = supplier_by_code(session, "GYS0001")
        assert partner_draft(session, found.id).invoice == "none"


def test_contacts_are_masked_for_who_may_not_see_them(qtbot, context_of, known):
    pane = open_pane(qtbot, CustomerPane, context_of(known, "cashier"))
    assert cell(pane, 0, "mobile") == "138****1234"
    assert pane.card.fields["mobile"].text() == "138****1234"
    assert all(field.isReadOnly() for field in pane.card.fields.values())


def test_a_firm_is_chosen_by_typing(qtbot, pane):
    held = QWidget()
    qtbot.addWidget(held)
    column = QVBoxLayout(held)
    customer, supplier = customer_field(pane), supplier_field(pane)
    column.addWidget(customer)
    column.addWidget(supplier)
    held.show()
    held.activateWindow()
    customer.setFocus()
    qtbot.keyClicks(customer, "whl")
    qtbot.keyClick(customer, K.Key_Return)
    qtbot.waitUntil(lambda: customer.choice is not None)
    assert (customer.choice.code, customer.text()) == ("H01", "望湖楼酒店")
    supplier.setFocus()
    qtbot.keyClicks(supplier, "n01")
    qtbot.keyClick(supplier, K.Key_Return)
    qtbot.waitUntil(lambda: supplier.choice is not None)
    assert supplier.text() == "湖畔农场"


def test_no_cell_is_cut(pane):
    assert pane.grid.elided_cells() == []


def test_a_customer_becomes_a_supplier_too(pane, qtbot, known, owner):
    pane.grid.setFocus()
    name = pane.grid.current().name
    action_named(pane, "make_supplier").trigger()
    qtbot.waitUntil(lambda: said(pane) == f"{name} 也是供应商了")
    assert [link.text for link in pane.context.messages.current.links] == ["打开"]
    code = pane.grid.current().code
    with known.reading(owner) as session:
        firm = partner_draft(session, customer_by_code(session, code).id)
    assert firm.supplier_code
