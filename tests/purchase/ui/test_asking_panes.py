"""请购 and 询价比价 by keys: what is wanted, whom to ask, their answers in a matrix, the best ordered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from jxc_desktop.features import INVARIANTS
from jxc_desktop.purchase.ordering import (
    PurchaseOrderDraft,
    Quoted,
    SupplierQuotationDraft,
    approve_purchase_order,
    approve_supplier_quotation,
)
from jxc_desktop.purchase.queries import (
    purchase_order_view,
    purchase_request_view,
    rfq_view,
    supplier_quotation_view,
)
from jxc_desktop.purchase.ui.purchase_list_pane import RequestListPane
from jxc_desktop.sales.ordering import approve_sales_order
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.widgets.sheet import Sheet
from tests.deskwork import settle
from tests.shopkeeping import DAY, MAIN, a_customer, a_supplier, line, pieces, price

K = Qt.Key


def cells(pane, row: int) -> list[str]:
    model = pane.form.matrix.rows
    found = [model.cell(row, place) for place in range(len(model.columns))]
    return [f"{cell.text} {cell.sub}".strip() for cell in found]


def a_request(desk, *goods: tuple[str, str]) -> str:
    desk.open("purchase_request")
    pane = desk.settled()
    pane.form.purpose.setText("双十二")
    pane.form.grid.setFocus()
    for row, (code, quantity) in enumerate(goods):
        pane.form.grid.go_to_cell(row, "product")
        desk.keys(code, K.Key_Return)
        desk.settled()
        pane.form.grid.go_to_cell(row, "quantity")
        desk.keys(quantity, K.Key_Return)
    desk.press(K.Key_F12)
    return desk.number()


@pytest.fixture
def asked(desk, database, owner, shelf) -> str:
    """An inquiry of S01 and S02 for 8 of P01 and 3 of P02, typed by keys."""
    with database.transaction(owner) as session:
        a_supplier(session, "S02")
    a_request(desk, ("P01", "8"), ("P02", "3"))
    desk.press(K.Key_F12)  # goes on to the inquiry
    pane = desk.settled()
    assert [x.quantity for x in pane.form.grid.lines()] == [pieces(8), pieces(3)]
    desk.press(K.Key_F12)
    assert desk.said() == "还没有供应商。选上要问的供应商"
    for code in ("S01", "S02"):
        pane.form.supplier.setFocus()
        desk.keys(code, K.Key_Return)
    assert pane.form.names.text() == "供应商S01、供应商S02"
    desk.press(K.Key_F12)
    return desk.number()


def test_a_request_is_typed_approved_and_asked_for(desk, database, owner, asked):
    with database.reading(owner) as session:
        view = rfq_view(session, asked)
        wish = purchase_request_view(session, view.source)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert (wish.purpose, [x.quantity for x in wish.lines]) == ("双十二", [pieces(8), pieces(3)])
    assert [each.partner for each in view.suppliers] == ["S01", "S02"]


def test_a_request_without_goods_or_quantity_is_not_approved(desk, shelf):
    desk.open("purchase_request")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有商品")
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "product")
    desk.keys("P01", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有数量"


def test_answers_stand_side_by_side_and_the_best_are_ordered(desk, database, owner, asked, shelf):
    with database.transaction(owner) as session:
        draft = SupplierQuotationDraft(
            DAY, 2, MAIN, (line(shelf["P01"], 8, "4.50"), line(shelf["P02"], 3, "6.00")),
            source=asked, terms=(Quoted(2, pieces(5)), Quoted(2)),
        )  # fmt: skip
        theirs = approve_supplier_quotation(session, draft, key=new_key()).number
    desk.open("rfq", asked)
    pane = desk.settled()
    desk.act("enter_answer")  # the next that has not answered is S01
    answer = desk.settled()
    assert answer.form.header.partner.choice.name == "供应商S01"
    answer.form.header.row_of["extra0"].field.setText("4")
    answer.form.grid.setFocus()
    for row, at in enumerate(("5.20", "5.10")):
        answer.form.grid.go_to_cell(row, "price")
        desk.keys(at, K.Key_Return)
    desk.press(K.Key_F12)
    ours = desk.number()
    with database.reading(owner) as session:
        assert supplier_quotation_view(session, ours).lines[0].lead_days == 4
    desk.open("rfq", asked)
    pane = desk.settled()
    assert cells(pane, 0)[4:] == ["5.20/个 4 天", "最低 4.50/个 2 天，起订 5"]
    assert cells(pane, 1)[4:] == ["最低 5.10/个 4 天", "6.00/个 2 天"]
    assert pane.title_line.chip.chip.text == "已完成"
    desk.press(K.Key_F12)  # an order to each for what it is best at
    order = desk.settled()
    assert order.form.paper().source in {ours, theirs}
    assert [x.price for x in order.form.lines] in ([price("5.10")], [price("4.50")])
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert len(purchase_order_view(session, desk.number()).lines) == 1


def test_a_request_is_closed_opened_and_written_anew(desk, database, owner, shelf):
    number = a_request(desk, ("P01", "8"))
    pane = desk.pane
    desk.act("close_rest")
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("不要了")
    sheet.do.click()
    desk.settled()
    assert "已关闭：不要了" in pane.form.note.text()
    desk.act("reopen")
    desk.act("unapprove")
    assert pane.form.amends() == number
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("5", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = purchase_request_view(session, number)
    assert (view.progress, view.lines[0].quantity) == ("approved", pieces(5))


def test_the_dock_lists_requests_inquiries_and_offers(desk, qtbot, asked):
    pane = RequestListPane(desk.context)
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    settle(qtbot, pane)
    assert [each.kind for each in pane.listed] == ["purchase_request", "rfq", "supplier_quotation"]
    [row] = pane.model.loaded_rows()
    assert row.partner == "双十二"  # a request has no firm; what it is for tells it apart


def test_what_a_customer_s_order_lacks_is_bought_from_its_own_pane(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        customer = a_customer(session)
        draft = OrderDraft(DAY, customer, MAIN, (line(shelf["P01"], 25, 9),))
        sold = approve_sales_order(session, draft, key=new_key()).number
    desk.open("sales_order", sold)
    pane = desk.settled()
    desk.act("further0")
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    assert "商品P01 15 个" in sheet.accessibleDescription()
    sheet.do.click()
    desk.settled()
    assert desk.said().startswith("已审核采购订单 CGDD")
    desk.act("further0")
    assert desk.said() == f"{sold} 不缺货，不用采购"


def test_an_order_that_buys_for_a_customer_s_still_does_when_it_is_written_anew(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        customer = a_customer(session)
        draft = OrderDraft(DAY, customer, MAIN, (line(shelf["P01"], 25, 9),))
        sold = approve_sales_order(session, draft, key=new_key()).number
        bought = PurchaseOrderDraft(
            DAY, shelf["supplier"], MAIN, (line(shelf["P01"], 15, 5),), sales_order=sold
        )
        number = approve_purchase_order(session, bought, key=new_key()).number
    desk.open("purchase_order", number)
    pane = desk.settled()
    assert pane.form.header.row_of["extra0"].field.text() == sold
    desk.act("unapprove")
    desk.settled()
    desk.press(K.Key_F12)
    assert desk.number() == number
    with database.reading(owner) as session:
        assert purchase_order_view(session, number).sales_order == sold


def test_an_inquiry_goes_on_one_paper_for_each_supplier(desk, qtbot, asked, tmp_path, monkeypatch):
    printed = []
    desk.context.more["print_pdf"] = lambda _pdf, **more: printed.append(more["number"])
    pane = desk.open("rfq", asked)
    desk.settled()
    names = [f"{each.partner} {each.name}" for each in pane.view.inquiry.suppliers]
    assert len(names) > 1
    desk.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(printed) == len(names))
    assert sorted(printed) == sorted(f"{asked} {name}" for name in names)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    desk.act("save_pdfs")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == len(names))
    wanted = {f"询价单 {asked} {name}.pdf" for name in names}
    assert {file.name for file in tmp_path.glob("*.pdf")} == wanted
