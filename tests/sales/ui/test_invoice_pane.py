"""开票登记 by keys: a customer's open sales, a ticket of whoever asks, a red one, what is refused where."""

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import reject_paper
from jxc_desktop.pos.shifts import open_shift
from jxc_desktop.sales.queries import sales_invoice_view
from jxc_desktop.shop.approvals.queries import papers_for_me
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, remove_rule, save_rule
from jxc_desktop.shop.drafts import drafts_of
from tests.shopkeeping import deliver, fen, line, ring_up

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALL = "24312000000012345678"


def problems(database, owner) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


@pytest.fixture
def sold(database, owner, shelf) -> list[str]:
    """Two deliveries of customer C01: 101.00 and 20.20."""
    with database.transaction(owner) as session:
        return [
            deliver(session, shelf["customer"], [line(shelf["P01"], 1, gross)]).number
            for gross in ("101.00", "20.20")
        ]


def begin(desk, number: str = ALL):
    desk.open("sales_invoice")
    pane = desk.settled()
    desk.keys("C01", K.Key_Return)
    pane.form.number.setFocus()
    desk.keys(number)
    return pane


def type_in(desk, row: int, key: str, text: str) -> None:
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(row, key)
    desk.keys(text, K.Key_Return)


def texts(pane, key: str) -> list[str]:
    model = pane.form.grid.entry
    place = [column.key for column in model.columns].index(key)
    return [model.cell(row, place).text for row in range(len(model.lines))]


def test_all_open_sales_of_a_customer_go_on_one_special_invoice(desk, database, owner, sold):
    pane = begin(desk)
    assert texts(pane, "source")[:2] == sold
    assert texts(pane, "left")[:2] == ["101.00", "20.20"]
    pane.form.invoice.setCurrentIndex(pane.form.invoice.findData("special"))
    desk.press(K.Key_A, CTRL | SHIFT)
    assert texts(pane, "gross")[:2] == ["101.00", "20.20"]
    assert texts(pane, "tax")[:2] == ["1.00", "0.20"]
    assert texts(pane, "tax_rate")[:2] == ["1%", "1%"]
    desk.press(K.Key_F12)
    assert pane.view is not None, desk.said()
    assert (pane.view.total, pane.view.invoice) == (fen("121.20"), "special")
    assert desk.column("source") == sold
    assert desk.chip() == "已审核"
    assert problems(database, owner) == []
    desk.act("begin_new")
    desk.keys("C01", K.Key_Return)
    assert desk.said() == "这个客户的单据都开过票了"


def test_taking_all_leaves_what_waits_for_nothing_as_it_is(desk, sold):
    pane = begin(desk)
    type_in(desk, 2, "summary", "tea")
    type_in(desk, 2, "gross", "5.05")
    for gross in (["101.00", "20.20", "5.05"], ["", "", "5.05"]):
        desk.press(K.Key_A, CTRL | SHIFT)
        assert texts(pane, "gross")[:3] == gross
        assert texts(pane, "summary")[:3] == ["", "", "tea"]


def test_a_part_is_typed_and_too_much_is_marked_in_its_cell(desk, database, owner, sold):
    pane = begin(desk)
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有开票金额")
    type_in(desk, 0, "gross", "101.01")
    desk.press(K.Key_F12)
    assert "卖了 101.00，已开票 0.00，这次只能开 101.00" in desk.said()
    type_in(desk, 0, "gross", "50.50")
    type_in(desk, 0, "tax", "9")
    desk.press(K.Key_F12)
    assert "发票合起来是 9.00" in desk.said()
    type_in(desk, 0, "gross", "50.51")
    desk.press(K.Key_F12)
    assert pane.view.total == fen("50.51"), desk.said()


def test_a_ticket_is_invoiced_to_a_name_alone(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        shift = open_shift(session, "01", 0)
        ticket = ring_up(session, shift, [line(shelf["P01"], 1, "10.10")], cash="10.10").number
    desk.open("sales_invoice")
    pane = desk.settled()
    pane.form.number.setFocus()
    desk.keys("T1")
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有客户")
    pane.form.title.setFocus()
    desk.keys("Passing Ltd")
    type_in(desk, 0, "source", "LS0")
    desk.press(K.Key_F12)
    assert "还没有开票金额" in desk.said()
    assert "没有单号 LS0" in pane.form.grid.entry.mark_at(0, 1).reason
    type_in(desk, 0, "source", ticket.lower())
    assert texts(pane, "left")[0] == "10.10"
    type_in(desk, 0, "gross", "10.1")
    type_in(desk, 1, "summary", "fitting")
    type_in(desk, 1, "gross", "2.02")
    desk.press(K.Key_F12)
    assert "税率或税额" in desk.said()
    type_in(desk, 1, "tax_rate", "1")
    desk.press(K.Key_F12)
    assert pane.view is not None, desk.said()
    assert (pane.view.partner_name, pane.view.total) == ("Passing Ltd", fen("12.12"))
    assert problems(database, owner) == []


def test_a_red_invoice_begins_from_the_blue_one(desk, database, owner, sold):
    pane = begin(desk, "B1")
    desk.press(K.Key_A, CTRL | SHIFT)
    desk.press(K.Key_F12)
    blue = desk.number()
    desk.press(K.Key_R, CTRL | SHIFT)
    assert pane.view is None
    assert pane.form.red_of.text() == "B1"
    assert texts(pane, "gross")[:2] == ["-101.00", "-20.20"]
    pane.form.number.setFocus()
    desk.keys("R1")
    desk.press(K.Key_F12)
    assert pane.view is not None, desk.said()
    assert (pane.view.red_of, pane.view.total) == ("B1", -fen("121.20"))
    desk.press(K.Key_R, CTRL | SHIFT)
    assert desk.said() == "只有登记着的蓝字发票能开红字"
    with database.reading(owner) as session:
        assert sales_invoice_view(session, blue).head.reversed_by is None
    assert problems(database, owner) == []


def test_a_draft_keeps_what_was_typed_and_reads_the_books_again(desk, database, owner, sold):
    begin(desk, "D1")
    type_in(desk, 1, "gross", "20.20")
    type_in(desk, 1, "summary", "tea")
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "sales_invoice")
    desk.pane.begin_new()
    desk.settled()
    desk.open("sales_invoice", kept.id)
    pane = desk.settled()
    assert pane.form.number.text() == "D1"
    assert (texts(pane, "gross")[:2], texts(pane, "summary")[:2]) == (["", "20.20"], ["", "tea"])
    desk.press(K.Key_F12)
    assert pane.view is not None, desk.said()


def test_a_delivery_leads_to_its_invoice_once(desk, database, owner, sold):
    desk.open("sales_delivery", sold[0])
    assert "invoice" in desk.settled().shown_buttons()
    desk.press(K.Key_E, CTRL | SHIFT)
    pane = desk.settled()
    assert dict(zip(texts(pane, "source"), texts(pane, "gross"), strict=True)) == {
        sold[0]: "101.00",
        sold[1]: "",
    }
    pane.form.number.setFocus()
    desk.keys("D1")
    desk.press(K.Key_F12)
    assert pane.view.total == fen("101.00"), desk.said()
    desk.open("sales_delivery", sold[0])
    desk.settled()
    desk.act("invoice")
    desk.settled()
    assert desk.said() == "这张单已经开完票，没有余下的"


def test_an_invoice_that_is_held_back_comes_again_as_it_was_typed(desk, database, owner, sold):
    with database.transaction(owner) as session:
        save_rule(session, RuleDraft("sales_invoice", "total_over", fen("100.00"), role="owner"))
    begin(desk, "D1")
    type_in(desk, 0, "gross", "101.00")
    desk.press(K.Key_F12)
    assert "已提交" in desk.said()
    with database.transaction(owner) as session:
        [waiting] = papers_for_me(session)
        reject_paper(session, waiting.id, "抬头不对")
        [kept] = drafts_of(session, "sales_invoice")
    desk.open("sales_invoice", kept.id)
    pane = desk.settled()
    assert (pane.form.number.text(), texts(pane, "gross")[:2]) == ("D1", ["101.00", ""])
    with database.transaction(owner) as session:
        remove_rule(session, 1)
    desk.press(K.Key_F12)
    assert pane.view.total == fen("101.00"), desk.said()
    assert problems(database, owner) == []
