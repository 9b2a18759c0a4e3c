"""销售退货单 by keys: lines of a delivery come back at their own worth, or goods without one for a reason."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.sales.queries import delivery_view, sales_return_view
from jxc_desktop.sales.services import reverse_delivery
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from tests.shopkeeping import deliver, fen, line, pieces

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sold(database, owner, shelf) -> str:
    """10 of P01 and 3 of P02 with 0.01 off the whole, so that shares do not come out even."""
    lines = [line(shelf["P01"], 3, "3.33"), line(shelf["P02"], 7, "1.00", discount=500)]
    with database.transaction(owner) as session:
        return deliver(session, shelf["customer"], lines, order_discount=fen("1.00")).number


def problems(database, owner) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def texts(pane, key: str) -> list[str]:
    model = pane.form.grid.entry
    place = [column.key for column in model.columns].index(key)
    return [model.cell(row, place).text for row in range(len(model.lines))]


def test_a_delivery_comes_back_line_by_line_to_the_fen(desk, database, owner, shelf, sold):
    with database.reading(owner) as session:
        whole = delivery_view(session, sold).total
    back = 0
    for first, second in (("1", "2"), ("", "3"), ("2", "2")):
        desk.panes.clear()
        desk.open("sales_return")
        desk.settled()
        source = desk.pane.form.header.row_of["source"].field
        source.setFocus()
        desk.keys(sold[-4:], K.Key_Return)
        pane = desk.settled()
        assert pane.form.header.partner.choice.name == "客户C01"
        pane.form.grid.go_to_cell(0, "quantity")
        desk.keys(first, K.Key_Return)
        desk.keys(second, K.Key_Return)
        seen = pane.form.totals().total
        desk.press(K.Key_F12)
        with database.reading(owner) as session:
            view = sales_return_view(session, desk.number())
        assert view.total == seen
        assert view.original == sold
        back += view.total
    assert back == whole
    with database.reading(owner) as session:
        assert len(delivery_view(session, sold).followers) == 3
    assert problems(database, owner) == []


def test_what_went_and_what_came_back_stands_beside(desk, database, owner, shelf, sold):
    desk.open("sales_delivery", sold)
    desk.settled()
    desk.pane.form.posted_grid.go_to(1)
    desk.press(K.Key_T, CTRL | SHIFT)
    pane = desk.settled()
    assert (texts(pane, "ordered"), texts(pane, "done")) == (["3", "7"], ["0", "0"])
    assert texts(pane, "quantity") == ["", ""]
    desk.press(K.Key_F12)
    assert desk.said() == "还没有填数量。在要的行填上数量"
    pane.form.grid.go_to_cell(1, "quantity")
    desk.keys("9", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == f"第 2 行：{sold} 的这一行只剩 7 个，本行超出"
    pane.form.grid.go_to_cell(1, "price")
    desk.keys("5", K.Key_Return)
    assert desk.said() == "按原单的商品和价退，只填本次退的数量"
    desk.press(K.Key_Escape)
    pane.form.grid.go_to_cell(1, "quantity")
    desk.keys("4", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        [back] = sales_return_view(session, desk.number()).lines
        assert (back.from_line, back.quantity) == (2, pieces(4))
    [link] = desk.pane.form.header.links.links
    assert link.text() == sold


def test_lines_picked_in_the_delivery_come_back_whole(desk, database, owner, shelf, sold):
    desk.open("sales_delivery", sold)
    desk.settled()
    desk.pane.form.posted_grid.go_to(0)
    desk.press(K.Key_Down, SHIFT)
    desk.act("take_back")
    pane = desk.settled()
    assert texts(pane, "quantity") == ["3", "7"]
    with database.reading(owner) as session:
        assert pane.form.totals().total == delivery_view(session, sold).total


def test_goods_that_are_not_in_the_delivery_are_marked(desk, database, owner, shelf, sold):
    desk.open("sales_return")
    desk.pane.follow(sold)
    pane = desk.settled()
    pane.form.grid.go_to_cell(2)
    pane.form.grid.setFocus()
    desk.keys("P05", K.Key_Return)
    desk.keys("1", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == f"第 3 行：{sold} 没有这一行。从原单的行里退，或清空原单"


def test_without_a_delivery_a_reason_is_wanted(desk, database, owner, shelf):
    desk.open("sales_return")
    desk.settled()
    desk.keys("C01", K.Key_Return)
    desk.keys("P04", K.Key_Return)
    desk.keys("2", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == "没有原单的退货要写退货原因，或先选原单"
    desk.pane.form.header.row_of["extra0"].field.setEditText("质量问题")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = sales_return_view(session, desk.number())
        assert (view.head.reason, view.original, view.total) == ("质量问题", None, fen(8))
    assert problems(database, owner) == []


def test_emptying_the_original_begins_anew(desk, database, owner, shelf, sold):
    desk.open("sales_return")
    desk.pane.follow(sold)
    pane = desk.settled()
    source = pane.form.header.row_of["source"].field
    assert source.text() == sold
    source.setFocus()
    desk.press(K.Key_Backspace)
    desk.press(K.Key_Return)
    assert pane.form.paper().source == ""
    assert list(pane.form.lines) == []


def test_a_kept_return_knows_its_delivery(desk, database, owner, shelf, sold):
    desk.open("sales_return")
    desk.pane.follow(sold)
    pane = desk.settled()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("2", K.Key_Return)
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "sales_return")
    desk.panes.clear()
    pane = desk.open("sales_return", kept.id)
    desk.settled()
    assert (texts(pane, "ordered"), texts(pane, "quantity")) == (["3", "7"], ["2", ""])
    assert pane.form.totals().total > 0


def test_a_delivery_taken_back_cannot_be_returned(desk, database, owner, shelf, sold):
    with database.transaction(owner) as session:
        red = reverse_delivery(session, Reversal(sold, "错"), key=new_key()).number
    for number in (sold, red):
        desk.open("sales_delivery", number)
        desk.settled()
        desk.act("take_back")
        assert desk.said() == "只有已过账、没红冲的出库单能转退货"


def test_money_paid_back_at_once_is_in_the_preview_and_the_paper(
    desk, database, owner, shelf, sold
):
    desk.open("sales_return")
    desk.pane.follow(sold)
    pane = desk.settled()
    seen = []
    pane.attention.connect(seen.append)
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("3", K.Key_Return)
    pane.form.header.settling.setCurrentIndex(1)
    pane.evidence.tell()
    with database.reading(owner) as session:
        found = seen[-1]["foresee"](session, seen[-1]["draft"])
    debits = {leg.account: leg.debit for leg in found.legs if leg.debit}
    total = pane.form.totals().total
    assert debits["100101"] == -total
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert [x.amount for x in sales_return_view(session, desk.number()).payments] == [total]
