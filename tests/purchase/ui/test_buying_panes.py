"""采购 by keys: an order, its receipt with what was refused, the invoice that comes later, goods sent back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from jxc_desktop.features import INVARIANTS
from jxc_desktop.purchase.ordering import PurchaseOrderDraft, approve_purchase_order
from jxc_desktop.purchase.queries import (
    purchase_invoice_view,
    purchase_order_view,
    purchase_return_view,
    receipt_view,
)
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import DAY, MAIN, balances, fen, line, pieces, price, receive

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def problems(database, owner) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def texts(pane, key: str) -> list[str]:
    model = pane.form.grid.entry
    place = [column.key for column in model.columns].index(key)
    return [model.cell(row, place).text for row in range(len(model.lines))]


def an_order(desk, *goods: tuple[str, str]) -> str:
    """Type an order of S01 by keys and approve it; its number."""
    desk.open("purchase_order")
    desk.settled()
    desk.keys("S01", K.Key_Return)
    desk.pane.form.grid.setFocus()
    for row, (code, quantity) in enumerate(goods):
        desk.pane.form.grid.go_to_cell(row, "product")
        desk.keys(code, K.Key_Return)
        desk.settled()
        desk.pane.form.grid.go_to_cell(row, "quantity")
        desk.keys(quantity, K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.pane.view is not None, desk.said()
    return desk.number()


def test_an_order_is_typed_received_in_part_and_what_was_refused_stays_open(
    desk, database, owner, shelf
):
    number = an_order(desk, ("P01", "8"), ("P02", "3"))
    with database.reading(owner) as session:
        view = purchase_order_view(session, number)
    assert [(x.quantity, x.price) for x in view.lines] == [
        (pieces(8), price(5)), (pieces(3), price(5)),
    ]  # fmt: skip
    desk.press(K.Key_F12)  # goes on to its receipt
    pane = desk.settled()
    assert texts(pane, "quantity") == ["8", "3"]
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("5", K.Key_Return)
    pane.form.grid.go_to_cell(0, "quantity")
    desk.press(K.Key_R, CTRL)
    desk.keys("2", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行拒收了货，写上拒收原因"
    pane.form.grid.go_to_cell(0, "cause")
    desk.keys("wet", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        came = receipt_view(session, desk.number())
        order = purchase_order_view(session, number)
    assert came.source == number
    assert [(r.quantity, r.cause) for r in came.rejections] == [(pieces(2), "wet")]
    assert (order.progress, [x.left for x in order.lines]) == ("partly", [pieces(3), 0])
    assert "拒收 商品P01 2 个（wet）" in pane.form.header.note.text()
    desk.open("purchase_order", number)
    desk.settled()
    assert desk.chip() == "部分入库"
    assert (desk.column("done_here"), desk.column("left_here")) == (["5", "3"], ["3", "0"])
    assert problems(database, owner) == []


def test_a_line_refused_whole_is_no_line_of_the_receipt(desk, database, owner, shelf):
    an_order(desk, ("P01", "8"), ("P02", "3"))
    desk.press(K.Key_F12)
    pane = desk.settled()
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(1, "quantity")
    desk.keys("0", K.Key_Return)
    pane.form.grid.go_to_cell(1, "quantity")
    desk.press(K.Key_R, CTRL)
    desk.keys("3", K.Key_Return)
    desk.keys("late", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        came = receipt_view(session, desk.number())
    assert [x.product for x in came.lines] == ["P01"]
    assert [(r.product, r.quantity) for r in came.rejections] == [("P02", pieces(3))]


def test_the_price_of_a_case_on_a_line_of_pieces_is_put_right_by_f4(desk, database, owner, shelf):
    desk.open("goods_receipt")
    desk.settled()
    desk.keys("S01", K.Key_Return)
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(0, "product")
    desk.keys("BOX", K.Key_Return)
    desk.settled()
    grid.go_to_cell(0, "quantity")
    desk.keys("2", K.Key_Return)
    grid.go_to_cell(0, "price")
    desk.keys("48", K.Key_Return)
    grid.go_to_cell(0, "price")
    places = [column.key for column in grid.entry.columns]
    assert grid.entry.mark_at(0, places.index("price")).reason == (
        "比上次 2.00 高 2300%。是箱的价，不是个的？按 F4 改单位"
    )
    desk.press(K.Key_F4)
    typed = grid.lines()[0]
    assert (typed.unit, typed.price) == ("箱", price(48))
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert receipt_view(session, desk.number()).total == fen(96)


def test_goods_go_back_from_their_receipt_line_by_line(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        came = receive(session, shelf["supplier"], [line(shelf["P03"], 7, "3.33")]).number
    desk.open("goods_receipt", came)
    desk.settled()
    desk.press(K.Key_T, CTRL | SHIFT)
    pane = desk.settled()
    assert (texts(pane, "ordered"), texts(pane, "done")) == (["7"], ["0"])
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("2", K.Key_Return)
    seen = pane.form.totals().total
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        back = purchase_return_view(session, desk.number())
        assert receipt_view(session, came).followers[0].number == back.head.number
    assert (back.original, back.total) == (came, seen)
    assert problems(database, owner) == []


def test_a_return_without_a_receipt_wants_a_reason(desk, database, owner, shelf):
    desk.open("purchase_return")
    desk.settled()
    form = desk.pane.form
    form.header.partner.setFocus()
    desk.keys("S01", K.Key_Return)
    form.grid.setFocus()
    form.grid.go_to_cell(0, "product")
    desk.keys("P01", K.Key_Return)
    desk.settled()
    form.grid.go_to_cell(0, "quantity")
    desk.keys("4", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == "没有原单的退货要写退货原因，或先选原单"
    form.header.row_of["extra0"].field.setEditText("滞销退货")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert purchase_return_view(session, desk.number()).total == fen(20)


@pytest.fixture
def waiting(database, owner, shelf) -> str:
    """A receipt whose invoice is to come."""
    with database.transaction(owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
        lines = [line(shelf["P01"], 10, 6, tax_rate=0), line(shelf["P02"], 4, 2, tax_rate=0)]
        return receive(session, shelf["supplier"], lines).number


def test_an_invoice_is_entered_from_its_receipt(desk, database, owner, waiting):
    desk.open("goods_receipt", waiting)
    desk.settled()
    desk.act("bill")
    pane = desk.settled()
    assert [line.quantity for line in pane.form.grid.lines()] == [pieces(10), pieces(4)]
    desk.press(K.Key_F12)
    assert desk.said() == "还没有发票号码。照发票填上"
    pane.form.number.setFocus()
    desk.keys("24312000000012345678")
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "price")
    desk.keys("6.5", K.Key_Return)
    assert pane.form.grid.lines()[0].difference == fen(5)
    assert pane.form.big.text() == "¥ 73.00"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = purchase_invoice_view(session, pane.view.head.number)
        assert -balances(session)["220201"] >= fen(73)
        assert "220202" not in balances(session)
    assert (view.total, view.invoice_number) == (fen(73), "24312000000012345678")
    assert [x.difference for x in view.lines] == [fen(5), 0]
    assert problems(database, owner) == []


def test_an_invoice_picks_lines_of_a_supplier_and_is_taken_back(desk, database, owner, waiting):
    desk.open("purchase_invoice")
    pane = desk.pane
    pane.form.partner.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.settled()
    receipts = {x.waiting.receipt for x in pane.form.grid.lines()}
    assert waiting in receipts
    pane.form.number.setFocus()
    desk.keys("F1")
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有开票的数量")
    rows = [row for row, x in enumerate(pane.form.grid.lines()) if x.waiting.receipt == waiting]
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(rows[0], "quantity")
    desk.keys("11", K.Key_Return)
    desk.press(K.Key_F12)
    assert "只剩 10 个 没开票" in desk.said()
    pane.form.grid.go_to_cell(rows[0], "quantity")
    desk.keys("4", K.Key_Return)
    desk.press(K.Key_F12)
    number = pane.view.head.number
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    with database.reading(owner) as session:
        assert purchase_invoice_view(session, number).head.reversed_by
    assert problems(database, owner) == []


def test_goods_that_were_final_cannot_be_invoiced_at_another_price(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        came = receive(session, shelf["supplier"], [line(shelf["P03"], 7, 3)]).number
    desk.open("purchase_invoice").follow(came)
    pane = desk.settled()
    pane.form.number.setFocus()
    desk.keys("F1")
    pane.form.grid.setFocus()
    pane.form.grid.go_to_cell(0, "price")
    desk.keys("4", K.Key_Return)
    desk.press(K.Key_F12)
    assert "入库时已按入库价记应付" in desk.said()


def test_columns_of_refusals_come_with_the_first_and_with_a_draft_that_has_some(
    desk, database, owner, shelf
):
    def shown() -> set[str]:
        arrangement = desk.pane.form.grid.arrangement
        return {arrangement.columns[logical].key for logical in arrangement.shown()}

    an_order(desk, ("P01", "8"))
    desk.press(K.Key_F12)
    assert not {"rejected", "cause"} & shown()
    desk.act("refuse")
    assert {"rejected", "cause"} <= shown()
    desk.keys("2", K.Key_Return)
    desk.keys("wet", K.Key_Return)
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "goods_receipt")
    desk.pane.begin_new()
    desk.settled()
    assert not {"rejected", "cause"} & shown()
    desk.open("goods_receipt", kept.id)
    desk.settled()
    assert {"rejected", "cause"} <= shown()


def seen(pane) -> str:
    """Every word that somebody can read in a pane, tips and hidden columns among them."""
    found = []
    for widget in pane.findChildren(QWidget):
        for name in (
            "text",
            "toolTip",
            "accessibleName",
            "accessibleDescription",
            "placeholderText",
        ):
            read = getattr(widget, name, None)
            found.append(str(read()) if read is not None else "")
        if isinstance(widget, QTableView):
            model = widget.model()
            columns = range(len(model.columns))
            cells = [model.cell(row, at) for row in range(model.rowCount()) for at in columns]
            found += [
                f"{cell.text} {cell.sub} {cell.mark.reason if cell.mark else ''}" for cell in cells
            ]
            found += [column.heading for column in model.columns]
    return "\n".join(found)


def test_a_keeper_receives_an_order_and_reads_none_of_its_prices(
    qtbot, context_of, database, owner, shelf
):
    with database.transaction(owner) as session:
        draft = PurchaseOrderDraft(
            DAY, shelf["supplier"], MAIN,
            (line(shelf["P01"], 10, "7.77"), line(shelf["P02"], 3, "8.88", discount=1000)),
            order_discount=123,
        )  # fmt: skip
        number = approve_purchase_order(session, draft, key=new_key()).number
    keeper = actor_with("keeper")
    assert not keeper.may("field.purchase_price")
    desk = Desk(qtbot, context_of(database, keeper))
    pane = desk.open("goods_receipt")
    desk.settled()
    pane.follow(number)
    desk.settled()
    assert [x.quantity for x in pane.form.lines] == [pieces(10), pieces(3)]
    money = ("7.77", "8.88", "77.7", "99.0", "101.6", "100.4", "1.23")
    columns = {column.key for column in pane.form.grid.entry.columns}
    assert columns.isdisjoint({"price", "discount", "tax_rate", "amount", "last"})
    read = seen(pane)
    assert [sign for sign in money if sign in read] == []
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "goods_receipt")
    assert kept.subject == "供应商S01"
    desk.press(K.Key_F12)
    assert pane.view is not None, desk.said()
    read = seen(pane)
    assert [sign for sign in money if sign in read] == []
    with database.reading(owner) as session:
        assert receipt_view(session, desk.number()).total == fen("100.45")
