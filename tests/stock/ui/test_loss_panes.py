"""Losses, gains and their resolutions by keys: written, kept, posted, taken back, decided."""

from PySide6.QtCore import Qt

from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.stock.queries import loss_resolution_view, stock_gain_view, stock_loss_view
from jxc_desktop.stock.ui.stock_list_pane import StockListPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import balances, fen, pieces, pool
from tests.stock.ui.conftest import cell

K = Qt.Key


def pick(box, word: str) -> None:
    """Choose what a box reads."""
    box.setCurrentIndex(next(i for i in range(box.count()) if word in box.itemText(i)))


def lost(desk, product: str, quantity: str, reason: str = "破损"):
    desk.open("stock_loss")
    pane = desk.settled()
    pick(pane.form.reason, reason)
    cell(desk, 0, "product", product)
    cell(desk, 0, "quantity", quantity)
    return pane


def test_broken_goods_are_written_off_by_keys(desk, database, owner, shelf):
    pane = lost(desk, "P01", "3")
    assert pane.form.big.text() == "¥ 15.00"
    assert pane.form.sums.texts() == {"行数": "1", "数量合计": "3 个"}
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = stock_loss_view(session, desk.number())
        assert (view.cause, view.total) == ("破损", fen(15))
        assert pool(session, shelf["P01"]) == (pieces(7), fen(35))
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert (desk.chip(), desk.column("amount")) == ("已审核", ["15.00"])


def test_a_scan_adds_one_more_to_what_is_lost(desk, shelf):
    desk.open("stock_loss")
    pane = desk.settled()
    for _time in range(2):
        pane.take_scan("P02")
        desk.settled()
    pane.take_scan("6900000000000")
    desk.settled()
    assert [(x.product.code, x.quantity) for x in pane.form.grid.lines()] == [("P02", pieces(2))]
    assert desk.said() == "没有这个条码 6900000000000。新建商品，或看看是不是扫了箱码"


def test_what_is_missing_is_said_before_it_is_posted(desk, shelf):
    desk.open("stock_loss")
    pane = desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("还没有商品")
    cell(desk, 0, "product", "P01")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有数量"
    cell(desk, 0, "quantity", "11")
    desk.press(K.Key_F12)
    assert desk.said().startswith("第 1 行：商品P01 只有 10 个")
    assert pane.view is None


def test_found_goods_are_worth_what_is_typed_else_the_average(desk, database, owner, shelf):
    desk.open("stock_gain")
    pane = desk.settled()
    cell(desk, 0, "product", "P01")
    cell(desk, 0, "quantity", "2")
    cell(desk, 1, "product", "P02")
    cell(desk, 1, "quantity", "1")
    cell(desk, 1, "price", "7.5")
    assert pane.form.big.text() == "¥ 17.50"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        lines = stock_gain_view(session, desk.number()).lines
    assert [x.amount for x in lines] == [fen(10), fen("7.50")]


def test_a_draft_is_kept_and_opened_again_with_its_reason(desk, database, owner, shelf):
    lost(desk, "P03", "2", "过期")
    desk.pane.form.unresolved.setChecked(True)
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "stock_loss")
    assert (draft.subject, draft.total) == ("过期", fen(10))
    desk.open("stock_loss", draft.id)
    pane = desk.settled()
    assert pane.form.reason.currentText() == "过期"
    assert pane.form.unresolved.isChecked()
    assert (pane.form.grid.lines()[0].quantity, pane.form.big.text()) == (pieces(2), "¥ 10.00")


def test_a_loss_is_taken_back_by_keys(desk, database, owner, shelf):
    pane = lost(desk, "P01", "3")
    desk.press(K.Key_F12)
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("还能卖")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"
    with database.reading(owner) as session:
        assert pool(session, shelf["P01"]) == (pieces(10), fen(50))


def test_what_was_left_open_is_decided_from_its_paper(desk, database, owner, shelf):
    pane = lost(desk, "P01", "4", "被盗")
    pane.form.unresolved.setChecked(True)
    desk.press(K.Key_F12)
    number = desk.number()
    assert "等处理" in pane.form.note.text()
    desk.press(K.Key_F8)
    form = desk.settled().form
    assert (form.original.currentData(), form.big.text()) == (number, "¥ 20.00")
    cell(desk, 0, "account", "1221")
    cell(desk, 0, "employee", "zhang")
    desk.press(K.Key_F12)
    assert desk.said() == "第 1 行：没有金额"
    cell(desk, 0, "amount", "8")
    assert form.sums.texts() == {"其余金额": "12.00"}
    assert form.note.text() == "没有写谁承担的，转到 5711 营业外支出"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = loss_resolution_view(session, desk.number())
        found = balances(session)
    assert (view.original, view.lines[0].employee, view.rest) == (number, "zhang", fen(12))
    assert (found["1221"], found["5711"], found.get("190101")) == (fen(8), fen(12), None)
    desk.open("stock_loss", number)
    assert "已由 SYCL" in desk.settled().form.note.text()
    desk.press(K.Key_F8)
    assert desk.said() == "这张没有挂着待处理的金额"


def test_with_nothing_open_there_is_nothing_to_decide(desk, shelf):
    desk.open("loss_resolution")
    desk.settled()
    desk.press(K.Key_F12)
    assert desk.said().startswith("没有要处理的单")


def test_a_keeper_drafts_a_loss_without_seeing_what_it_costs(
    qtbot, context_of, database, owner, shelf
):
    desk = Desk(qtbot, context_of(database, actor_with("keeper")))
    pane = lost(desk, "P01", "3")
    assert "worth" not in [column.key for column in pane.form.grid.entry.columns]
    assert not pane.form.big.isVisible()
    assert action_named(pane, "settle").text() == "保存草稿"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "stock_loss")
    assert (pane.view, draft.subject) == (None, "破损")


def test_the_dock_lists_losses_by_their_reason_and_teaches_while_there_is_none(
    desk, qtbot, shelf, owner
):
    lost(desk, "P01", "3", "霉变")
    desk.press(K.Key_F12)
    pane = StockListPane(desk.context)
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show()
    pane.turn_to("stock_loss")
    settle(qtbot, pane)
    row = pane.grid.current()
    assert (row.partner, row.total) == ("霉变", fen(15))
    pane.turn_to("stock_gain")
    settle(qtbot, pane)
    assert pane.model.rowCount() == 0
    assert "多出来" in pane.current.empty
