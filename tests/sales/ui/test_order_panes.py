"""Quotations and orders by keys: typed, approved, delivered in parts, closed, written anew, voided."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from sqlalchemy import text

from jxc_desktop.features import INVARIANTS
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.ordering import approve_quotation, approve_sales_order
from jxc_desktop.sales.queries import delivery_view, quotation_view, sales_order_view
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.states import close_order
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle
from tests.sales.ui.conftest import KINDS, Desk
from tests.shopkeeping import (
    DAY,
    MAIN,
    a_product,
    a_supplier,
    deliver,
    fen,
    line,
    pieces,
    price,
    receive,
)

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def problems(database, owner) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def ordered(database, owner, shelf, lines, **more) -> str:
    draft = OrderDraft(DAY, shelf["customer"], MAIN, tuple(lines), **more)
    with database.transaction(owner) as session:
        return approve_sales_order(session, draft, key=new_key()).number


def offered(database, owner, shelf, lines, **more) -> str:
    draft = OrderDraft(DAY, shelf["customer"], MAIN, tuple(lines), **more)
    with database.transaction(owner) as session:
        return approve_quotation(session, draft, key=new_key()).number


def agree(desk: Desk, reason: str = "") -> None:
    """Answer the sheet that asks over the pane."""
    [sheet] = [sheet for sheet in desk.pane.findChildren(Sheet) if sheet.isVisible()]
    if reason:
        sheet.reason.field.setText(reason)
    sheet.do.click()
    desk.settled()


def test_twenty_lines_are_ordered_and_delivered_by_keys_alone(desk, database, owner, shelf):
    desk.open("sales_order")
    desk.settled()
    desk.keys("C01", K.Key_Return)  # the customer; on to the lines
    for number in range(1, KINDS + 1):
        desk.keys(f"P{number:02}", K.Key_Return)
        desk.keys(str(number), K.Key_Return)
    desk.press(K.Key_Return)  # the empty line: on to the foot
    desk.keys("10", K.Key_Return, K.Key_Return)  # 整单优惠, 备注, then the main button
    assert QApplication.focusWidget() is desk.pane.title_line.main
    desk.press(K.Key_F12)
    total = sum(n * n for n in range(1, KINDS + 1)) * 100 - fen(10)
    order = desk.number()
    with database.reading(owner) as session:
        view = sales_order_view(session, order)
    assert (len(view.lines), view.total) == (KINDS, total)
    assert desk.chip() == "已审核"
    assert desk.pane.title_line.main.action.text() == "转出库"

    desk.press(K.Key_F12)  # 转出库
    assert desk.pane.kind.kind == "sales_delivery"
    assert [x.from_line for x in desk.pane.form.lines] == list(range(1, KINDS + 1))
    assert desk.pane.form.totals().total == total
    desk.press(K.Key_F12)  # 审核过账
    with database.reading(owner) as session:
        sent = delivery_view(session, desk.number())
        assert (sent.source, sent.total, len(sent.lines)) == (order, total, KINDS)
        assert sales_order_view(session, order).progress == "completed"
    assert problems(database, owner) == []


def test_a_part_is_delivered_then_the_rest(desk, database, owner, shelf):
    order = ordered(
        database, owner, shelf,
        [line(shelf["P01"], 30, "9.90", discount=500), line(shelf["P02"], 5, 20)],
        order_discount=fen("3.00"), salesperson="小王",
    )  # fmt: skip
    desk.open("sales_order", order)
    desk.settled()
    assert desk.column("left_here") == ["30", "5"]
    assert desk.column("available_here") == ["100", "100"]
    desk.press(K.Key_F12)
    pane = desk.settled()
    assert pane.form.header.read()["person"] == "小王"
    assert pane.form.order_discount == fen("3.00")
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("12", K.Key_Return)
    pane.form.grid.go_to_cell(1, "product")
    desk.press(K.Key_Delete, CTRL)
    assert [x.quantity for x in pane.form.lines] == [pieces(12)]
    share = pane.form.order_discount
    assert 0 < share < fen("3.00")
    assert pane.form.foot.discount.value == share
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        first = delivery_view(session, desk.number())
        assert first.order_discount == share
    desk.open("sales_order", order)
    desk.settled()
    assert desk.chip() == "部分出库"
    assert desk.column("done_here") == ["12", "0"]
    assert desk.column("left_here") == ["18", "5"]
    desk.press(K.Key_F12)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = sales_order_view(session, order)
        assert view.progress == "completed"
        assert sum(each.total for each in view.followers) == view.total
    desk.open("sales_order", order)
    desk.settled()
    assert desk.chip() == "已完成"
    desk.press(K.Key_F12)
    assert desk.said() == f"{order} 已全部执行，没有余下的"
    assert problems(database, owner) == []


def test_only_the_lines_picked_are_delivered(desk, database, owner, shelf):
    goods = [line(shelf[f"P0{n}"], 5, 10) for n in (1, 2, 3)]
    order = ordered(database, owner, shelf, goods)
    desk.open("sales_order", order)
    desk.settled()
    desk.pane.form.posted_grid.go_to(0)
    desk.press(K.Key_Down, SHIFT)
    desk.press(K.Key_F12)
    assert [x.from_line for x in desk.settled().form.lines] == [1, 2]


def test_more_than_is_left_is_marked_before_posting(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("sales_order", order)
    desk.settled()
    desk.press(K.Key_F12)
    desk.pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("11", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.said() == f"第 1 行：{order} 的这一行只剩 10 个，本行超出"
    assert desk.pane.view is None


def test_goods_promised_to_others_are_worth_a_look_but_can_go(desk, database, owner, shelf):
    ordered(database, owner, shelf, [line(shelf["P01"], 90, 10)])
    desk.open("sales_delivery")
    desk.settled()
    desk.keys("C01", K.Key_Return)
    desk.keys("P01", K.Key_Return)
    desk.keys("20", K.Key_Return)
    [typed] = desk.pane.form.lines
    assert (typed.available, typed.short, typed.promised_away) == (pieces(10), False, True)
    places = [column.key for column in desk.pane.form.grid.entry.columns]
    mark = desk.pane.form.grid.entry.mark_at(0, places.index("quantity"))
    assert (mark.tone, "可用 10" in mark.reason) == ("warn", True)
    desk.press(K.Key_F12)
    assert desk.pane.view is not None


def test_a_delivery_in_another_unit_keeps_the_order_s_price(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["BOX"], 2, 48, unit="箱")])
    desk.open("sales_order", order)
    desk.settled()
    desk.press(K.Key_F12)
    desk.pane.form.grid.go_to_cell(0, "unit")
    desk.press(K.Key_F4)
    desk.pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("30", K.Key_Return)
    [typed] = desk.pane.form.lines
    assert (typed.unit, typed.price, typed.in_unit(typed.left)) == ("个", price(2), pieces(48))
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert delivery_view(session, desk.number()).total == fen(60)
        assert sales_order_view(session, order).lines[0].left == pieces(18)


def test_what_follows_is_kept_as_a_draft_and_knows_what_is_left(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("sales_order", order)
    desk.settled()
    desk.press(K.Key_F12)
    desk.press(K.Key_S, CTRL)
    with database.transaction(owner) as session:
        [kept] = drafts_of(session, "sales_delivery")
        deliver(session, shelf["customer"], [line(shelf["P01"], 4)], source=order)
    desk.panes.clear()
    pane = desk.open("sales_delivery", kept.id)
    desk.settled()
    [typed] = pane.form.lines
    assert (typed.from_line, typed.left) == (1, pieces(6))
    assert pane.form.paper().source == order
    desk.press(K.Key_F12)
    assert desk.said().startswith(f"第 1 行：{order} 的这一行只剩 6 个")
    with database.transaction(owner) as session:
        close_order(session, SALES_ORDER, order, "不要了")
    desk.panes.clear()
    desk.open("sales_delivery", kept.id)
    desk.settled()
    assert "已关闭" in desk.said()


def test_a_quotation_becomes_an_order_and_both_lead_to_each_other(desk, database, owner, shelf):
    desk.open("quotation")
    desk.settled()
    desk.keys("C01", K.Key_Return)
    desk.keys("P03", K.Key_Return)
    desk.keys("7", K.Key_Return)
    pane = desk.settled()
    pane.form.header.due.setFocus()
    desk.keys("+10", K.Key_Return)
    desk.press(K.Key_F12)
    offer = desk.number()
    with database.reading(owner) as session:
        assert quotation_view(session, offer).due_day == date(2026, 11, 30)
    desk.press(K.Key_F12)
    assert desk.pane.kind.kind == "sales_order"
    desk.press(K.Key_F12)
    order = desk.number()
    [source] = desk.pane.form.header.links.links
    assert source.text() == offer
    QTest.keyClick(source, K.Key_Return)
    desk.settled()
    assert (desk.number(), desk.chip()) == (offer, "已成交")
    [follower] = desk.pane.form.header.links.links
    assert follower.text() == order


def test_several_followers_are_offered_in_a_menu(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    with database.transaction(owner) as session:
        sent = [
            deliver(session, shelf["customer"], [line(shelf["P01"], 2)], source=order).number
            for _ in range(2)
        ]
    desk.open("sales_order", order)
    desk.settled()
    [link] = desk.pane.form.header.links.links
    assert link.text() == "2 张"
    link.click()
    [menu] = [x for x in desk.pane.findChildren(QMenu) if x.isVisible()]
    assert [item.text() for item in menu.actions()] == [f"{n}  11-20  20.00" for n in sent]
    menu.actions()[1].trigger()
    menu.close()
    desk.settled()
    assert desk.number() == sent[1]


def test_an_order_is_unapproved_and_approved_anew_under_its_number(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)], due_day=date(2026, 12, 1))
    desk.open("sales_order", order)
    desk.settled()
    assert {"unapprove", "close_rest"} <= set(desk.pane.further())
    desk.act("unapprove")
    pane = desk.settled()
    assert pane.view is None
    assert (pane.title_line.number.text(), desk.chip()) == (order, "草稿")
    assert pane.form.header.day.isReadOnly()
    pane.form.grid.go_to_cell(0, "quantity")
    desk.keys("25", K.Key_Return)
    desk.press(K.Key_S, CTRL)
    desk.panes.clear()
    pane = desk.open("sales_order", order)
    desk.settled()
    desk.settled()
    assert [x.quantity for x in pane.form.lines] == [pieces(25)]
    desk.press(K.Key_F12)
    assert (desk.number(), desk.chip()) == (order, "已审核")
    with database.reading(owner) as session:
        view = sales_order_view(session, order)
        assert (view.total, view.due_day) == (fen(250), date(2026, 12, 1))
        assert drafts_of(session, "sales_order") == []
    assert problems(database, owner) == []


def test_a_hundred_lines_are_delivered_by_keys_alone_from_the_first_field_to_f12(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        goods = [
            a_product(session, f"H{number:03}", retail_price=price("2.5")) for number in range(100)
        ]
        receive(session, a_supplier(session, "S09"), [line(each, 9, 5) for each in goods])
    desk.open("sales_delivery")
    desk.settled()
    desk.keys("C01", K.Key_Return)  # the customer; on to the lines
    for number in range(100):
        desk.keys(f"H{number:03}", K.Key_Return)
        desk.keys(str(number % 9 + 1), K.Key_Return)  # how many; on to the next line
    desk.keys("", K.Key_F12)
    with database.reading(owner) as session:
        view = delivery_view(session, desk.number())
    assert [x.product for x in view.lines] == [f"H{number:03}" for number in range(100)]
    whole = sum(number % 9 + 1 for number in range(100))
    assert (view.total, sum(x.quantity for x in view.lines)) == (whole * 250, pieces(whole))


def test_the_rest_is_closed_with_a_reason_and_opened_again(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    with database.transaction(owner) as session:
        deliver(session, shelf["customer"], [line(shelf["P01"], 4)], source=order)
    desk.open("sales_order", order)
    desk.settled()
    assert "close_rest" in desk.pane.further()
    desk.act("close_rest")
    agree(desk, "客户不要了")
    assert desk.chip() == "已关闭"
    assert "已关闭：客户不要了" in desk.pane.form.header.note.text()
    desk.press(K.Key_F12)
    assert desk.said() == f"{order} 已关闭。先重新打开"
    desk.act("reopen")
    assert desk.chip() == "部分出库"


def test_an_unapproved_order_is_voided_with_what_was_kept_of_it(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("sales_order", order)
    desk.settled()
    desk.act("unapprove")
    desk.press(K.Key_S, CTRL)
    desk.act("void")
    agree(desk)
    assert desk.chip() == "已作废"
    with database.reading(owner) as session:
        assert drafts_of(session, "sales_order") == []
        assert sales_order_view(session, order).head.state == "voided"


def test_a_lost_quotation_says_why(desk, database, owner, shelf):
    offer = offered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("quotation", offer)
    desk.settled()
    desk.act("close_rest")
    agree(desk, "价格高")
    assert desk.chip() == "流失"


def test_a_quotation_whose_day_is_over_says_so(desk, database, owner, shelf):
    offer = offered(
        database, owner, shelf, [line(shelf["P01"], 10, 10)], due_day=date(2026, 11, 19)
    )
    desk.open("quotation", offer)
    desk.settled()
    assert desk.chip() == "已过期"
    pane = desk.open("deliveries")
    settle(desk.qtbot, pane)
    pane.switch.choose("quotation")
    settle(desk.qtbot, pane)
    assert pane.model.row_at(0).chip.text == "已过期"


def test_a_copy_follows_nothing(desk, database, owner, shelf):
    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("sales_order", order)
    desk.settled()
    desk.press(K.Key_F12)
    desk.press(K.Key_D, CTRL | SHIFT)
    pane = desk.settled()
    assert [x.from_line for x in pane.form.lines] == [None]
    assert pane.form.paper().source == ""


def test_the_pdf_of_a_quotation_is_saved(desk, database, owner, shelf, tmp_path, monkeypatch):
    offer = offered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    desk.open("quotation", offer)
    desk.settled()
    target = tmp_path / "offer.pdf"
    monkeypatch.setattr(
        "jxc_desktop.ledger.ui.paper_printing.QFileDialog.getSaveFileName",
        lambda *_asked: (str(target), ""),
    )
    desk.act("save_pdf")
    desk.qtbot.waitUntil(target.exists)
    desk.settled()
    assert target.read_bytes().startswith(b"%PDF")


def test_who_may_not_approve_orders_keeps_them_as_drafts(qtbot, context_of, database, owner, shelf):
    desk = Desk(qtbot, context_of(database, actor_with("sales")))
    desk.open("sales_order")
    desk.settled()
    desk.keys("C01", K.Key_Return)
    desk.keys("P01", K.Key_Return)
    desk.keys("3", K.Key_Return)
    assert desk.pane.title_line.main.action.text() == "保存草稿"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert len(drafts_of(session, "sales_order")) == 1


def test_something_handed_in_from_above_stands_behind_the_dots(desk, database, owner, shelf):
    from jxc_desktop.sales.ui.order_panes import SalesOrderPane
    from jxc_desktop.stock.ui.order_pane import Further

    order = ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    bought = []
    extra = Further(
        "以销定购", "shopping-cart", lambda _pane, view: bought.append(view.head.number)
    )
    hidden = Further("x", "ban", lambda _pane, _view: None, needs="nothing.such")
    pane = SalesOrderPane(desk.context, (extra, hidden))
    desk.panes["sales_order", order] = pane
    desk.qtbot.addWidget(pane)
    desk.open("sales_order", order)
    desk.settled()
    menu = pane.title_line.offer_more()
    texts = [item.text() for item in menu.actions()]
    menu.close()
    assert texts[:3] == ["以销定购", "反审核", "关闭余量"]
    desk.act("further0")
    assert bought == [order]


@pytest.mark.parametrize("kind", ["quotation", "sales_order", "sales_delivery", "sales_return"])
def test_the_list_turns_to_each_kind_and_remembers_it(desk, database, owner, shelf, kind):
    ordered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    pane = desk.open("deliveries")
    settle(desk.qtbot, pane)
    assert pane.kind == "sales_delivery"
    pane.switch.choose(kind)
    settle(desk.qtbot, pane)
    assert pane.kind == kind
    assert len(pane.model.loaded_rows()) == (1 if kind == "sales_order" else 0)
    desk.panes.clear()
    again = desk.open("deliveries")
    settle(desk.qtbot, again)
    assert (again.kind, again.switch.current) == (kind, kind)
    QTest.keyClick(again.grid, K.Key_N, CTRL)
    assert desk.pane.typed_kind.kind == kind


def test_lost_quotations_can_be_found(desk, database, owner, shelf):
    offer = offered(database, owner, shelf, [line(shelf["P01"], 10, 10)])
    with database.transaction(owner) as session:
        close_order(session, QUOTATION, offer, "贵")
    pane = desk.open("deliveries")
    settle(desk.qtbot, pane)
    pane.switch.choose("quotation")
    pane.filters.set_value("state", "closed")
    settle(desk.qtbot, pane)
    assert [row.chip.text for row in pane.model.loaded_rows()] == ["流失"]


def test_a_quotation_is_revised_and_its_versions_stand_side_by_side(desk, database, owner, shelf):
    lines = line(shelf["P01"], 10, 10), line(shelf["P02"], 1, 5)
    number = offered(database, owner, shelf, lines, due_day=date(2026, 12, 1))
    desk.open("quotation", number)
    desk.settled()
    assert "第" not in desk.pane.form.header.note.text()
    desk.act("unapprove")
    pane = desk.settled()
    pane.form.grid.go_to_cell(0, "price")
    desk.keys("9.5", K.Key_Return)
    desk.press(K.Key_F12)
    assert desk.pane.form.header.note.text().startswith("第 2 版；")
    desk.act("show_versions")
    pane = desk.settled()
    assert [view.version for view in pane.versions.loaded_rows()] == [2, 1]
    assert pane.compared.text() == "第 1 版 → 第 2 版：105.00 → 100.00"
    model = pane.lines
    told = [[model.cell(row, place).text for place in (0, 4)] for row in range(model.rowCount())]
    assert told == [["改了", "10.00 → 9.50"], ["没变", "5.00"]]
    printed = []
    desk.context.more["print_pdf"] = lambda pdf, **more: printed.append(more["number"])
    pane.grid.go_to(1)
    settle(desk.qtbot, pane)
    assert pane.compared.text() == "第 1 版，只有这一版"
    desk.press(K.Key_P, CTRL)
    desk.qtbot.waitUntil(lambda: printed == [number])
    assert pane._printed.version == 1


def test_an_order_that_waits_for_approval_stands_in_the_list_and_its_filter(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        save_rule(session, RuleDraft("sales_order", "any", role="owner"))
    ordered(database, owner, shelf, [line(shelf["P01"], 1, 10)])
    pane = desk.open("deliveries")
    desk.settled()
    pane.turn_to("sales_order")
    desk.settled()
    [row] = pane.model.loaded_rows()
    assert (row.state, row.partner, row.chip.text) == ("pending", "客户C01", "待审核")
    box = pane.filters.boxes["state"]
    box.setCurrentIndex(box.findData("pending"))
    desk.settled()
    assert [each.pending_id for each in pane.model.loaded_rows()] == [row.pending_id]
    box.setCurrentIndex(box.findData("approved"))
    desk.settled()
    assert pane.model.loaded_rows() == []


def test_a_customer_chosen_brings_his_salesperson_and_another_may_be_typed(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        session.execute(text("UPDATE partner SET salesperson = 'Wang' WHERE customer_code = 'C01'"))
    desk.open("sales_order")
    pane = desk.settled()
    desk.keys("C01", K.Key_Return)
    assert pane.form.header.person.currentText() == "Wang"
    pane.form.header.person.setEditText("Li")
    desk.keys("P01", K.Key_Return)
    desk.keys("1", K.Key_Return)
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert sales_order_view(session, desk.number()).salesperson == "Li"
