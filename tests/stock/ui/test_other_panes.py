"""Goods in and out for other purposes by keys."""

from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.queries import other_issue_view, other_receipt_view
from jxc_desktop.widgets.sheet import Sheet
from tests.shopkeeping import balances, fen, pieces, pool
from tests.stock.ui.conftest import cell

K = Qt.Key


def test_goods_used_in_the_house_go_out_by_keys_and_come_back_in_red(desk, database, owner, shelf):
    desk.open("other_issue")
    pane = desk.settled()
    assert pane.form.account.currentText() == "5602 管理费用"
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有商品")
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "3")
    assert pane.form.big.text() == "¥ 15.00"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = other_issue_view(session, desk.number())
        assert (view.account, view.total) == ("5602", fen(15))
        assert balances(session)["5602"] == fen(15)
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert desk.column("amount") == ["15.00"]
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("写错")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"
    with database.reading(owner) as session:
        assert pool(session, shelf["P01"]) == (pieces(10), fen(50))


def test_goods_given_away_are_deemed_sold_and_their_draft_knows(desk, database, owner, shelf):
    desk.open("other_issue")
    pane = desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "1")
    pane.form.deemed.click()
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "other_issue")
    pane.begin_new()
    desk.settled()
    assert not pane.form.deemed.isChecked()
    desk.open("other_issue", kept.id)
    pane = desk.settled()
    assert pane.form.deemed.isChecked()
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = other_issue_view(session, desk.number())
        assert view.tax > 0
        assert balances(session)["5602"] == fen(5) + view.tax
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert pane.form.deemed.isChecked()
    assert not pane.form.deemed.isEnabled()


def test_goods_put_in_are_worth_what_is_typed(desk, database, owner, shelf):
    desk.open("other_receipt")
    pane = desk.settled()
    pane.form.account.setCurrentIndex(pane.form.account.findData("3001"))
    cell(desk, 0, "product", "P02")
    cell(desk, 0, "quantity", "4")
    cell(desk, 0, "price", "6")
    assert pane.form.big.text() == "¥ 24.00"
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [kept] = drafts_of(session, "other_receipt")
    assert (kept.subject, kept.total) == ("实收资本(股本)", fen(24))
    desk.open("other_receipt", kept.id)
    pane = desk.settled()
    assert pane.form.account.currentData() == "3001"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert other_receipt_view(session, desk.number()).total == fen(24)


def test_a_scan_takes_one_more_out(desk, shelf):
    desk.open("other_issue")
    pane = desk.settled()
    pane.take_scan("P03")
    desk.settled()
    pane.take_scan("P03")
    desk.settled()
    assert [x.quantity for x in pane.form.grid.lines()] == [pieces(2)]
