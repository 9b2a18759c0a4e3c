"""The till by keys and scanner alone, on a real shop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from jxc_desktop.core.errors import Refused
from jxc_desktop.pos.drafts import TenderDraft
from jxc_desktop.pos.held import held_tickets
from jxc_desktop.pos.selling import sell
from jxc_desktop.pos.shifts import close_shift
from jxc_desktop.printing.layout import TextLine, lay_out
from jxc_desktop.printing.slip import Drawer
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.messages import Tone
from jxc_desktop.widgets.scanner import ScanFilter
from tests.conftest import actor_with
from tests.pos.conftest import APPLES, BAG, CASE, MILK, WATER
from tests.pos.till_hand import CTRL, SHIFT
from tests.shopkeeping import a_product, pieces, price
from tests.widgets.test_scanner import Keyboard

Key = Qt.Key


def one(database, sql: str):
    with database.reading() as session:
        return session.execute(text(sql)).scalar_one()


def test_a_whole_sale_by_keys_only(till, counter):
    database, _ = counter
    till.enter(f"3*{WATER}")
    till.enter(MILK)
    till.enter(f"1.236*{APPLES}")
    till.until(lambda: len(till.ticket.lines) == 3)
    till.enter("/9")
    till.until(lambda: till.ticket.lines[2].discount == 1000)
    assert till.ticket.due == 600 + 5500 + 1108
    till.key(Key.Key_Return)
    till.until(till.pane.paying.sheet.isVisible)
    till.enter("100")
    till.until(lambda: till.printed)
    assert one(database, "SELECT total FROM pos_sale") == 7208
    assert till.pane.face.totals.big.word == "找零"
    assert till.pane.face.totals.big.amount == "27.92"
    assert till.message == "LS01202611200001 已收款 72.08，找零 27.92"
    assert QApplication.focusWidget() is till.pane.box.edit
    till.ring_up(WATER, lines=1)
    assert till.pane.face.totals.big.word == "应收"


def test_a_burst_of_fifteen_codes_keeps_order_and_loses_none(till):
    codes = [WATER, MILK, APPLES] * 5
    till.scan(*codes)
    till.until(lambda: len(till.ticket.lines) == 15)
    names = [line.product.name for line in till.ticket.lines]
    assert names == ["清溪天然水", "晨牧纯牛奶", "红富士苹果"] * 5


def test_the_same_code_scanned_many_times_is_one_line(till):
    till.scan(*[WATER] * 30)
    till.until(lambda: till.ticket.lines and till.ticket.lines[0].quantity == pieces(30))
    assert len(till.ticket.lines) == 1


def test_a_quantity_typed_ahead_of_a_scan_is_of_that_scan(till):
    till.type("3*")
    assert till.pane.box.understood.text() == "再扫码即为 3 件"
    till.scan(WATER)
    till.until(lambda: till.ticket.lines)
    assert till.ticket.lines[0].quantity == pieces(3)
    assert till.pane.box.text == ""


def test_thirteen_digits_after_the_star_are_a_scan(till):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F4)
    till.enter(WATER)
    till.until(lambda: len(till.ticket.lines) == 2)
    assert till.ticket.lines[0].quantity == pieces(1)


def test_the_strip_says_what_enter_will_do(till):
    till.ring_up(MILK, lines=1)
    till.type("/8")
    assert till.pane.box.understood.text() == "单品 8折：55.00 → 44.00"
    till.key(Key.Key_Escape)
    assert till.pane.box.text == ""
    till.type("//0.95")
    assert till.pane.box.understood.text() == "整单95折：55.00 → 52.25"


def test_function_keys_begin_what_they_name(till):
    till.ring_up(MILK, lines=1)
    for key, typed, seen in (
        (Key.Key_F4, "2", lambda: till.ticket.lines[0].quantity == pieces(2)),
        (Key.Key_F5, "50", lambda: till.ticket.lines[0].price == price(50)),
        (Key.Key_F6, "88", lambda: till.ticket.lines[0].discount == 1200),
        (Key.Key_F7, "-5", lambda: till.ticket.yuan_off == 500),
    ):
        till.key(key)
        till.enter(typed)
        till.until(seen)
    assert till.ticket.due == 8800 - 500


def test_lines_are_walked_deleted_and_brought_back(till, counter):
    till.ring_up(WATER, MILK, APPLES, lines=3)
    till.key(Key.Key_Up)
    till.key(Key.Key_Delete)
    assert [line.product.code for line in till.ticket.lines] == ["W1", APPLES]
    till.key(Key.Key_Z, CTRL)
    assert [line.product.code for line in till.ticket.lines] == ["W1", "M1", APPLES]
    till.key(Key.Key_Y, CTRL)
    assert len(till.ticket.lines) == 2
    database, _ = counter
    till.until(lambda: one(
        database, "SELECT count(*) FROM audit WHERE action = 'ticket.delete_line'"
    ))  # fmt: skip


def test_mixed_money_and_the_drawer(till, counter):
    till.ring_up(MILK, WATER, lines=2)
    till.settle(Key.Key_F2, "20", Key.Key_Return, "50")
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale_tender") == 2
    assert one(database, "SELECT change_given FROM pos_sale") == 1300
    assert Drawer() in till.slips("receipt")[0].elements


def test_money_by_phone_opens_no_drawer(till):
    till.ring_up(MILK, lines=1)
    till.settle(Key.Key_F2)
    assert Drawer() not in till.slips("receipt")[0].elements


def test_more_than_is_due_is_refused_for_the_phone_in_the_sheet(till):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F12)
    till.key(Key.Key_F2)
    till.type("60")
    assert "最多收 55.00" in till.pane.paying.sheet.problem.text()
    till.key(Key.Key_Escape)
    assert QApplication.focusWidget() is till.pane.box.edit
    assert till.ticket.due == 5500


def test_no_receipt_but_the_drawer(till, counter):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F12)
    till.key(Key.Key_F9)
    till.key(Key.Key_Return)
    till.until(lambda: till.kicks)
    assert till.kicks == ["LS01202611200001"]
    assert till.printed == []


def test_equals_finishes_with_cash(till, counter):
    till.ring_up(MILK, lines=1)
    till.enter("=60")
    till.until(lambda: till.printed)
    database, _ = counter
    assert one(database, "SELECT change_given FROM pos_sale") == 500
    till.ring_up(MILK, lines=1)
    till.enter("=50")
    till.until(lambda: "还差 5.00" in till.message)


def test_far_too_much_cash_is_asked_about_once(till, counter):
    till.ring_up(MILK, lines=1)
    till.enter("=1000")
    till.until(till.pane.paying.sheet.isVisible)
    assert "找 945.00" in till.pane.paying.sheet.problem.text()
    till.key(Key.Key_Return)
    till.until(lambda: till.printed)
    database, _ = counter
    assert one(database, "SELECT change_given FROM pos_sale") == 94500


def test_a_scan_closes_the_help_and_is_not_lost(till):
    till.key(Key.Key_F1)
    assert till.pane.help_sheet.isVisible()
    till.ring_up(MILK, lines=1)
    assert not till.pane.help_sheet.isVisible()
    till.key(Key.Key_F12)
    till.scan(WATER)
    assert "返回改单" in till.pane.paying.sheet.problem.text()
    assert len(till.ticket.lines) == 1


def test_control_and_enter_settle_with_text_in_the_box(till):
    till.ring_up(MILK, lines=1)
    till.type("3")
    till.key(Key.Key_Return, CTRL)
    assert till.pane.paying.sheet.isVisible()
    assert till.pane.box.text == "3"


def test_without_a_shift_esc_leaves_the_till(open_till, counter, owner):
    database, shift = counter
    with database.transaction(owner) as session:
        close_shift(session, shift, {10000: 2})
    left = []
    till = open_till(leave_till=lambda: left.append("gone"))
    till.until(till.pane.shifts.open_sheet.isVisible)
    till.scan(MILK)
    assert "先开班" in till.pane.shifts.open_sheet.problem.text()
    till.key(Key.Key_Escape)
    assert left == ["gone"]


def test_a_second_enter_sells_once(till, counter):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F12)
    till.key(Key.Key_Return)
    till.key(Key.Key_Return)
    till.key(Key.Key_F12)
    till.until(lambda: till.printed)
    till.qtbot.wait(50)
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale") == 1


def test_hold_and_recall(till, counter, owner):
    till.ring_up(MILK, WATER, lines=2)
    till.type("wang")
    till.key(Key.Key_F8)
    till.until(lambda: not till.ticket.lines)
    till.ring_up(WATER, lines=1)
    till.key(Key.Key_F8)
    till.until(lambda: till.pane.desk.state and len(till.pane.desk.state.held) == 2)
    database, _ = counter
    with database.reading(owner) as session:
        assert [view.name for view in held_tickets(session, 1)] == ["wang", "清溪天然水"]
    till.key(Key.Key_F8)
    assert till.pane.holding.sheet.isVisible()
    till.key(Key.Key_1)
    till.until(lambda: len(till.ticket.lines) == 2)
    assert till.ticket.due == 5700


def test_a_held_ticket_is_renamed_and_thrown_away(till):
    for code in (MILK, WATER):
        till.ring_up(code, lines=1)
        till.key(Key.Key_F8)
        till.until(lambda: not till.ticket.lines)
    till.until(lambda: len(till.pane.desk.state.held) == 2)
    till.key(Key.Key_F8)
    till.key(Key.Key_F4)
    till.enter("li")
    till.until(lambda: till.pane.desk.state.held[0].name == "li")
    till.key(Key.Key_Delete)
    assert "再按一次" in till.pane.holding.sheet.words.text()
    till.key(Key.Key_Delete)
    till.until(lambda: len(till.pane.desk.state.held) == 1)
    till.key(Key.Key_Escape)
    assert not till.pane.holding.sheet.isVisible()


def test_an_unknown_barcode_becomes_goods(till):
    till.scan("6909999999996")
    till.until(lambda: till.message.startswith("没有这个条码 6909999999996"))
    till.key(Key.Key_N, CTRL)
    till.type("新品")
    till.key(Key.Key_Return)
    till.key(Key.Key_Return)
    till.enter("3.5")
    till.until(lambda: till.ticket.lines)
    assert (till.ticket.lines[0].product.name, till.ticket.due) == ("新品", 350)


def test_an_unknown_barcode_is_given_to_known_goods(till):
    till.scan("6909999999996")
    till.until(lambda: till.message)
    till.key(Key.Key_N, CTRL)
    till.key(Key.Key_F4)
    till.type("M1")
    till.until(lambda: till.pane.finding.sheet.grid.rows.rowCount() == 1)
    till.key(Key.Key_Return)
    till.until(lambda: till.ticket.lines)
    assert till.ticket.lines[0].product.code == "M1"
    till.scan("6909999999996")
    till.until(lambda: till.ticket.lines[0].quantity == pieces(2))


def test_a_payment_code_is_refused_unseen(till, counter):
    code = "134567890123456789"
    till.scan(code)
    till.until(lambda: "付款码" in till.message)
    till.scan("260001201936023102")
    till.qtbot.wait(50)
    assert "付款码" in till.message
    till.enter(code)
    assert till.pane.box.text == ""
    till.qtbot.wait(50)
    kept = [message.text for message in till.pane.context.messages.today()]
    assert not any(code in sentence or "2600012" in sentence for sentence in kept)
    assert not till.ticket.lines


def test_goods_without_a_price_are_sold_for_what_is_typed(till):
    till.scan(BAG)
    till.until(lambda: "没有零售价" in till.message)
    till.enter(f"0.3@{BAG}")
    till.until(lambda: till.ticket.lines)
    assert till.ticket.due == 30


def test_letters_that_fit_several_let_one_choose(till, counter, owner):
    database, _ = counter
    with database.transaction(owner) as session:
        a_product(session, "M2", name="晨牧酸奶")
    till.enter("2*M")
    sheet = till.pane.finding.sheet
    till.until(lambda: sheet.isVisible() and sheet.grid.rows.rowCount() == 2)
    till.key(Key.Key_Down)
    till.key(Key.Key_Return)
    till.until(lambda: till.ticket.lines)
    line = till.ticket.lines[0]
    assert (line.product.code, line.quantity) == ("M2", pieces(2))
    assert QApplication.focusWidget() is till.pane.box.edit


def test_goods_found_by_name_go_onto_the_ticket(till):
    till.key(Key.Key_F2)
    till.type("APP")
    till.until(lambda: till.pane.finding.sheet.grid.rows.rowCount() == 1)
    till.key(Key.Key_Return)
    till.until(lambda: till.ticket.lines)
    assert till.ticket.lines[0].product.code == APPLES


def test_a_return_from_the_receipt_to_the_refund(till, counter):
    till.ring_up(CASE, MILK, lines=2)
    till.settle("100")
    till.scan("LS01202611200001")
    till.until(lambda: till.pane.returning.sheet.view is not None)
    till.enter("5")
    assert "最多还能退 1" in till.pane.returning.sheet.problem.text()
    till.key(Key.Key_Down)
    till.key(Key.Key_Return)
    till.until(lambda: till.pane.returning.sheet.total.amount == "55.00")
    till.key(Key.Key_F12)
    till.until(lambda: len(till.printed) == 2)
    database, _ = counter
    assert one(database, "SELECT total FROM pos_return") == 5500
    assert till.printed[1][2] == "LT01202611200001"
    till.key(Key.Key_F9)
    till.enter("ls01202611200001")
    till.until(lambda: till.pane.returning.sheet.view is not None)
    till.key(Key.Key_Down)
    till.enter("1")
    assert "最多还能退 0" in till.pane.returning.sheet.problem.text()


def test_a_shift_is_counted_blind_then_compared_then_closed(till, counter):
    till.ring_up(MILK, lines=1)
    till.settle()
    till.key(Key.Key_J, CTRL | SHIFT)
    sheet = till.pane.shifts.close_sheet
    assert sheet.isVisible()
    till.enter("2")
    till.enter("1")
    till.key(Key.Key_F12)
    till.until(sheet.reason.isVisible)
    assert sheet.notes.first().isReadOnly()
    till.key(Key.Key_F12)
    assert "写上原因" in sheet.problem.text()
    till.enter("找错五元")
    till.until(lambda: till.slips("shift"))
    lines = [p.text for p in lay_out(till.slips("shift")[0], 32) if isinstance(p, TextLine)]
    assert any("短款" in line and "5.00" in line for line in lines)
    database, _ = counter
    assert one(database, "SELECT counted FROM shift WHERE state = 'closed'") == 25000
    till.until(till.pane.shifts.open_sheet.isVisible)
    till.key(Key.Key_Escape)
    assert till.pane.shifts.open_sheet.isVisible()
    till.enter("3")
    till.key(Key.Key_F12)
    till.until(lambda: till.pane.desk.shift_id == 2)
    assert not till.pane.shifts.open_sheet.isVisible()
    assert one(database, "SELECT float_amount FROM shift WHERE id = 2") == 30000


def test_a_ticket_on_the_screen_comes_before_the_close(till):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_J, CTRL | SHIFT)
    assert not till.pane.shifts.close_sheet.isVisible()
    assert "再交班" in till.message


def test_esc_twice_asks_and_enter_stays(till, counter):
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_Escape)
    till.key(Key.Key_Escape)
    assert till.pane.cancel_sheet.isVisible()
    till.key(Key.Key_Return)
    assert till.ticket.lines
    till.key(Key.Key_Escape)
    till.key(Key.Key_Escape)
    till.key(Key.Key_Tab)
    till.key(Key.Key_Return)
    assert not till.ticket.lines
    database, _ = counter
    till.until(lambda: one(database, "SELECT count(*) FROM audit WHERE action = 'ticket.cancel'"))


def test_the_last_receipt_is_printed_again_and_marked(till):
    till.ring_up(MILK, lines=1)
    till.settle()
    till.key(Key.Key_F11)
    till.until(lambda: len(till.printed) == 2)
    again = till.slips("receipt")[1]
    assert again.reprint == 1
    assert Drawer() not in again.elements


def test_the_drawer_is_opened_on_record(till, counter):
    till.key(Key.Key_F10)
    till.until(lambda: till.kicks == ["01"])
    database, _ = counter
    assert one(database, "SELECT count(*) FROM audit WHERE action = 'drawer.open'") == 1


def test_a_cashier_sees_padlocks_and_is_told(open_till):
    till = open_till("cashier")
    locked = {key.action.objectName() for key in till.pane.face.functions.keys if key.locked}
    assert locked == {"price", "take_back", "drawer"}
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F5)
    assert "要店长授权" in till.message
    assert till.pane.box.text == ""
    till.enter("1@")
    till.until(lambda: "要店长授权" in till.message)
    assert till.ticket.due == 5500


def test_somebody_with_the_right_allows_a_price_on_the_spot(open_till, counter):
    asked = []

    def authorize(permission, what, then):
        asked.append((permission, what))
        then(Actor(1, "店长", frozenset({"manager"}), "test"))

    till = open_till("cashier", authorize=authorize)
    till.ring_up(MILK, lines=1)
    till.enter("50@")
    till.until(lambda: till.ticket.due == 5000)
    assert [permission for permission, _ in asked] == ["pos.change_price"]
    till.settle()
    database, _ = counter
    assert one(database, "SELECT total FROM pos_sale") == 5000
    assert "店长" in one(database, "SELECT detail FROM audit WHERE action = 'right.lend'")
    assert not till.pane.desk.vouchers


@pytest.mark.parametrize("how", ["box", "=49"])
def test_below_the_lowest_price_nothing_is_paid_before_somebody_allows_it(open_till, counter, how):
    asked, allow = [], []

    def authorize(permission, _what, then):
        asked.append(permission)
        allow.append(lambda: then(Actor(1, "店长", frozenset({"manager"}), "test")))

    till = open_till("cashier", authorize=authorize)
    till.ring_up(MILK, lines=1)
    till.enter("//-6")
    till.until(lambda: till.ticket.due == 4900)
    if how == "box":
        till.key(Key.Key_F12)
    else:
        till.enter(how)
    till.until(lambda: bool(asked))
    assert asked == ["price.below_min"]
    assert not till.pane.paying.sheet.isVisible()
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale") == 0
    allow[0]()
    if how == "box":
        till.key(Key.Key_Return)
    till.until(lambda: one(database, "SELECT count(*) FROM pos_sale"))
    assert one(database, "SELECT total FROM pos_sale") == 4900
    assert (
        one(database, "SELECT object FROM audit WHERE action = 'right.lend'") == "price.below_min"
    )


def test_a_lent_right_must_be_had_by_who_lends_it(open_till, counter):
    other = actor_with("cashier")
    till = open_till("cashier", authorize=lambda _right, _what, then: then(other))
    till.ring_up(MILK, lines=1)
    till.enter("50@")
    till.until(lambda: till.ticket.due == 5000)
    till.key(Key.Key_F12)
    till.key(Key.Key_Return)
    till.until(lambda: "权限" in till.pane.paying.sheet.problem.text())
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale") == 0


def test_a_killed_till_brings_its_ticket_back(open_till, counter):
    till = open_till()
    till.ring_up(MILK, WATER, lines=2)
    database, _ = counter
    till.until(lambda: one(
        database, "SELECT count(*) FROM ticket_draft WHERE body LIKE '%W1%'"
    ))  # fmt: skip
    open_till.close(till)
    again = open_till()
    assert again.ticket == till.ticket
    assert "接着扫" in again.message
    again.settle()
    again.until(lambda: one(database, "SELECT count(*) FROM ticket_draft") == 0)


def test_a_ticket_paid_just_before_the_kill_is_not_offered_again(open_till, counter, owner):
    database, shift = counter
    till = open_till()
    till.ring_up(MILK, lines=1)
    till.until(lambda: one(database, "SELECT count(*) FROM ticket_draft"))
    ticket = till.ticket
    open_till.close(till)
    with database.transaction(owner) as session:
        sell(session, ticket.draft((TenderDraft("cash", 5500),)), shift, ticket.key)
    again = open_till()
    assert not again.ticket.lines
    assert "LS01202611200001 已收款" in again.message
    again.until(lambda: one(database, "SELECT count(*) FROM ticket_draft") == 0)


def test_a_shift_of_yesterday_is_told(open_till, counter, owner):
    database, _ = counter
    with database.transaction(owner) as session:
        session.execute(text("UPDATE shift SET day = '2026-11-19'"))
    till = open_till()
    assert "2026-11-19 开的" in till.message


def test_a_real_scanner_at_fifteen_codes_a_second(open_till, qapp):
    """Key events with a scanner's rhythm through the window; nothing but the scan box has the focus."""
    till = open_till()
    scanner = ScanFilter()
    scanner.scanned.connect(till.pane.take_scan)
    qapp.installEventFilter(scanner)
    till.pane.activateWindow()
    keyboard = Keyboard(till.pane)
    try:
        for code in [WATER, MILK] * 15:
            keyboard.now -= 290
            keyboard.scan(code, 4)
        till.until(lambda: len(till.ticket.lines) == 30)
    finally:
        qapp.removeEventFilter(scanner)
    assert till.pane.box.text == ""
    assert till.ticket.pieces == 30
    assert not till.pane.paying.sheet.isVisible()


def test_a_sale_whose_answer_was_lost_is_found_by_its_key(till, counter, monkeypatch):
    from jxc_desktop.pos.ui import till_payment

    real = till_payment.sell

    def lose_the_answer(session, *args, **more):
        real(session, *args, **more)
        session.commit()
        raise ConnectionError("the server went away during COMMIT")

    monkeypatch.setattr(till_payment, "sell", lose_the_answer)
    till.ring_up(MILK, lines=1)
    till.settle()
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale") == 1
    assert len(till.slips("receipt")) == 1


def test_a_refused_posting_keeps_the_ticket_and_says_why(till, monkeypatch):
    from jxc_desktop.pos.ui import till_payment

    def refuse(session, *args, **more):
        raise Refused("11 月已结账")

    monkeypatch.setattr(till_payment, "sell", refuse)
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F12)
    till.key(Key.Key_Return)
    till.until(lambda: till.pane.paying.sheet.problem.text() == "11 月已结账")
    assert till.ticket.lines
    assert not till.printed


def test_a_printer_that_fails_takes_no_sale_back(open_till, counter, tmp_path, clock):
    from jxc_desktop.printing.devices import Connection, Device, printer_at
    from jxc_desktop.printing.job import slip_job
    from jxc_desktop.printing.spool import Spool

    broken = Device("小票机", Connection.PORT, str(tmp_path / "no" / "such" / "port"))
    spool = Spool(tmp_path / "spool", clock, lambda _name: printer_at(broken))
    views = []

    def print_slip(slip, *, kind, number, then=None):
        views.append(spool.submit(slip_job(slip, broken, kind=kind, number=number)))

    till = open_till(print_slip=print_slip)
    till.ring_up(MILK, lines=1)
    till.key(Key.Key_F12)
    till.key(Key.Key_Return)
    till.until(lambda: views)
    database, _ = counter
    assert one(database, "SELECT count(*) FROM pos_sale") == 1
    assert [job.number for job in spool.open_jobs()] == ["LS01202611200001"]
    spool.close()


def test_stock_of_what_was_scanned_is_seen(till, counter, owner):
    till.ring_up(MILK, lines=1)
    card = till.pane.face.card
    till.until(lambda: card._here.text() == "0 箱")
    assert card._name.text() == "晨牧纯牛奶  250ml×16"


def test_below_the_lowest_price_is_marked(till):
    till.ring_up(MILK, lines=1)
    till.enter("45@")
    till.until(lambda: till.ticket.due == 4500)
    mark = till.pane.face.lines.grid.rows.cell(0, 4).mark
    assert mark is not None
    assert mark.reason == "低于最低售价"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (1920, 1080)])
def test_nothing_is_cut_at_any_size(till, size):
    till.pane.resize(*size)
    till.ring_up(WATER, MILK, APPLES, lines=3)
    till.enter("/9")
    till.until(lambda: till.ticket.lines[2].discount)
    assert till.pane.face.lines.grid.elided_cells() == []
    assert [key.key for key in till.pane.face.functions.keys if key.is_cut()] == []
    till.key(Key.Key_F12)
    sheet = till.pane.paying.sheet.sheet
    assert till.pane.rect().contains(sheet.geometry())


def test_a_quantity_without_a_line_is_told(till):
    till.enter("6901*")
    till.until(lambda: "先扫商品" in till.message)
    assert till.pane.context.messages.current.tone is Tone.NOTICE
