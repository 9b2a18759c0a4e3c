"""The whole way of buying by keys, from what is wanted to what goes back; and each step taken back again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.core.document import State
from jxc_desktop.features import INVARIANTS
from jxc_desktop.intake.approvals import reject_paper
from jxc_desktop.purchase.queries import (
    purchase_invoice_view,
    purchase_order_view,
    purchase_request_view,
    purchase_return_view,
    receipt_view,
    rfq_view,
)
from jxc_desktop.shop.approvals.queries import waiting_papers
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.widgets.sheet import Sheet
from tests.shopkeeping import balances, fen, line, pieces, pool, receive

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def problems(database, owner) -> list[str]:
    with database.reading(owner) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def cell(desk, row: int, column: str, text: str) -> None:
    """Type into a cell of the lines."""
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(row, column)
    desk.keys(text, K.Key_Return)


def wanted(desk, *goods: tuple[str, str]) -> None:
    """Type a request, without approving it."""
    desk.open("purchase_request")
    desk.settled()
    for row, (code, quantity) in enumerate(goods):
        cell(desk, row, "product", code)
        cell(desk, row, "quantity", quantity)


def agree(desk, reason: str = "") -> None:
    """Answer the sheet that asks over the pane."""
    [sheet] = [each for each in desk.pane.findChildren(Sheet) if each.isVisible()]
    if reason:
        sheet.reason.field.setText(reason)
    sheet.do.click()
    desk.settled()


def test_what_is_wanted_is_asked_for_ordered_received_invoiced_and_sent_back(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
    wanted(desk, ("P01", "8"), ("P02", "3"))
    desk.press(K.Key_F12)
    request = desk.number()
    desk.press(K.Key_F12)  # to the inquiry
    desk.settled()
    desk.pane.form.supplier.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_F12)
    inquiry = desk.number()
    desk.press(K.Key_F12)  # to the answer of the supplier
    desk.settled()
    cell(desk, 0, "price", "4.50")
    cell(desk, 1, "price", "6")
    desk.press(K.Key_F12)
    desk.open("rfq", inquiry)
    desk.settled()
    desk.press(K.Key_F12)  # to the order of what is best
    desk.settled()
    desk.press(K.Key_F12)
    order = desk.number()
    desk.press(K.Key_F12)  # to the receipt
    desk.settled()
    cell(desk, 0, "quantity", "6")
    desk.act("refuse")
    cell(desk, 0, "rejected", "2")
    cell(desk, 0, "cause", "wet")
    desk.press(K.Key_F12)
    receipt = desk.number()
    desk.act("bill")
    desk.settled()
    desk.keys("24312000000012345678", K.Key_Return)  # the number is what is left to type
    desk.press(K.Key_F12)
    invoice = desk.number()
    desk.open("goods_receipt", receipt)
    desk.settled()
    desk.press(K.Key_T, CTRL | SHIFT)
    desk.settled()
    cell(desk, 1, "quantity", "1")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert rfq_view(session, inquiry).source == request
        assert purchase_request_view(session, request).progress == "completed"
        assert [x.left for x in purchase_order_view(session, order).lines] == [pieces(2), 0]
        came = receipt_view(session, receipt)
        assert (came.source, came.total) == (order, fen(45))
        assert [(r.quantity, r.cause) for r in came.rejections] == [(pieces(2), "wet")]
        assert purchase_invoice_view(session, invoice).total == fen(45)
        back = purchase_return_view(session, desk.number())
        assert (back.original, back.total) == (receipt, fen(6))
        assert pool(session, shelf["P02"])[0] == pieces(12)
        assert "220202" not in balances(session)
    assert problems(database, owner) == []


def test_a_request_is_kept_as_a_draft_found_again_and_ends_with_its_approval(
    desk, database, owner, shelf
):
    wanted(desk, ("P01", "8"))
    desk.pane.form.purpose.setFocus()
    desk.keys("fair")
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "purchase_request")
    assert draft.subject == "fair"
    desk.open("purchase_request", draft.id)
    pane = desk.settled()
    assert [(x.product.code, x.quantity) for x in pane.form.grid.lines()] == [("P01", pieces(8))]
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert purchase_request_view(session, desk.number()).purpose == "fair"
        assert drafts_of(session, "purchase_request") == []


def test_a_draft_thrown_away_is_had_back(desk, database, owner, shelf):
    wanted(desk, ("P01", "8"))
    desk.press(K.Key_S, CTRL)
    desk.act("void")
    assert desk.pane.form.grid.lines() == ()
    with database.reading(owner) as session:
        assert drafts_of(session, "purchase_request") == []
    desk.context.messages.today()[0].links[0].run()
    desk.settled()
    assert [x.quantity for x in desk.pane.form.grid.lines()] == [pieces(8)]


def test_an_un_approved_request_is_kept_under_its_number_and_thrown_away(
    desk, database, owner, shelf
):
    wanted(desk, ("P01", "8"))
    desk.press(K.Key_F12)
    number, pane = desk.number(), desk.pane
    desk.act("unapprove")
    assert pane.title_line.number.text() == number
    cell(desk, 0, "quantity", "5")
    desk.press(K.Key_S, CTRL)
    desk.open("purchase_request", number)
    assert [x.quantity for x in desk.settled().form.grid.lines()] == [pieces(5)]
    desk.act("void")
    agree(desk)
    with database.reading(owner) as session:
        assert purchase_request_view(session, number).head.state == State.VOIDED
        assert drafts_of(session, "purchase_request") == []
    desk.press(K.Key_F12)
    assert desk.said() == f"{number} 已作废"


def test_an_inquiry_is_copied_to_be_asked_again(desk, database, owner, shelf):
    desk.open("rfq")
    desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "8")
    desk.pane.form.supplier.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_F12)
    first = desk.number()
    desk.press(K.Key_D, CTRL | SHIFT)
    assert desk.pane.form.names.text() == "供应商S01"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        again = rfq_view(session, desk.number())
    assert again.head.number != first
    assert [(x.product, x.quantity) for x in again.lines] == [("P01", pieces(8))]


def test_an_inquiry_that_was_answered_is_not_un_approved(desk, database, owner, shelf):
    desk.open("rfq")
    desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "8")
    desk.pane.form.supplier.setFocus()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_F12)
    inquiry = desk.number()
    desk.press(K.Key_F12)
    desk.settled()
    cell(desk, 0, "price", "4.50")
    desk.press(K.Key_F12)
    desk.open("rfq", inquiry)
    desk.settled()
    desk.act("unapprove")
    assert desk.said() == f"{inquiry} 已有后续单据，不能反审核。关闭余量，或先红冲后续单据"
    assert desk.pane.view.head.state == State.APPROVED


@pytest.mark.parametrize("kind", ["purchase_invoice", "goods_receipt"])
def test_a_refused_posting_leaves_the_draft_with_one_sentence(desk, database, owner, shelf, kind):
    desk.open(kind)
    desk.settled()
    form = desk.pane.form
    partner = form.partner if kind == "purchase_invoice" else form.header.partner
    partner.setFocus()
    desk.keys("S01", K.Key_Return)
    if kind == "purchase_invoice":
        form.number.setFocus()
        desk.keys("F1")
        cell(desk, 0, "quantity", "2")
    else:
        cell(desk, 0, "product", "P01")
        cell(desk, 0, "quantity", "2")
    day = form.day if kind == "purchase_invoice" else form.header.day
    day.set_day(date(2019, 1, 1))
    desk.press(K.Key_S, CTRL)
    typed = desk.pane._typed()
    desk.press(K.Key_F12)
    assert "2019" in desk.said()
    assert (desk.pane.view, desk.pane._typed()) == (None, typed)
    with database.reading(owner) as session:
        assert len(drafts_of(session, kind)) == 1


def test_an_invoice_is_kept_before_it_has_its_number_and_posted_later(desk, database, owner, shelf):
    desk.open("purchase_invoice")
    desk.settled()
    desk.keys("S01", K.Key_Return)
    desk.press(K.Key_A, CTRL | SHIFT)
    invoiced = [x for x in desk.pane.form.grid.lines() if x.waiting]
    assert invoiced
    assert all(x.quantity == x.waiting.left for x in invoiced)
    desk.press(K.Key_S, CTRL)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "purchase_invoice")
    assert draft.total == desk.pane.form.total() > 0
    desk.open("purchase_invoice", draft.id)
    pane = desk.settled()
    pane.form.number.setFocus()
    desk.keys("F1")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert purchase_invoice_view(session, desk.number()).amount == draft.total
        assert drafts_of(session, "purchase_invoice") == []


def seen_in_the_preview(desk, act) -> list[str]:
    """What the dock of the voucher would be told to reckon once `act` was done: its accounts."""
    told = []
    desk.pane.attention.connect(told.append)
    act()
    desk.qtbot.waitUntil(lambda: bool(told) and told[-1].get("draft") is not None)
    with desk.context.tasks._database.reading(desk.context.tasks.actor) as session:
        return [leg.account for leg in told[-1]["foresee"](session, told[-1]["draft"]).legs]


def test_an_invoice_and_an_allowance_show_their_voucher_before_they_are_posted(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        change_setting(session, "purchase_invoices", "invoice")
        came = receive(session, shelf["supplier"], [line(shelf["P01"], 10, 6)]).number
    desk.open("goods_receipt", came)
    desk.settled()
    desk.act("bill")
    desk.settled()
    accounts = seen_in_the_preview(desk, lambda: cell(desk, 0, "price", "6.5"))
    assert accounts == ["1405", "220202", "1405", "220201"]
    desk.pane.form.number.setFocus()
    desk.keys("1")
    desk.press(K.Key_F12)
    desk.open("goods_receipt", came)
    desk.settled()
    desk.act("allow")
    desk.settled()
    accounts = seen_in_the_preview(desk, lambda: cell(desk, 0, "amount", "5"))
    assert accounts == ["220201", "1405"]


def test_a_request_that_a_rule_holds_back_waits_and_comes_back_as_its_draft(
    desk, database, owner, shelf
):
    with database.transaction(owner) as session:
        save_rule(session, RuleDraft("purchase_request", "any", role="owner"))
    wanted(desk, ("P01", "8"))
    desk.pane.form.purpose.setFocus()
    desk.keys("fair")
    desk.press(K.Key_F12)
    assert desk.said() == "已提交，等审核"
    assert desk.pane.form.fields() == {}  # free for the next
    with database.transaction(owner) as session:
        [paper] = waiting_papers(session)
        assert (paper.kind, paper.subject) == ("purchase_request", "fair")
        reject_paper(session, paper.id, "too many")
        [draft] = drafts_of(session, "purchase_request")
    desk.open("purchase_request", draft.id)
    pane = desk.settled()
    assert desk.said() == "这张单被驳回：too many。改好再提交"
    assert [(x.product.code, x.quantity) for x in pane.form.grid.lines()] == [("P01", pieces(8))]
    assert pane.form.purpose.text() == "fair"
