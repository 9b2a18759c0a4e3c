"""库存 and 收发明细 worked by keys: finding goods, what moved, what rights leave away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jxc_desktop.purchase.ui.price_course_dock import PriceCourseDock
from jxc_desktop.stock.queries import product_flow, stock_sum
from jxc_desktop.stock.queries.listing import StockFilter
from jxc_desktop.stock.ui.product_flow_pane import ProductFlowPane
from jxc_desktop.stock.ui.stock_levels_dock import StockLevelsDock
from jxc_desktop.stock.ui.stock_pane import StockPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.periods import Period
from jxc_desktop.widgets.theme import apply_theme
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, fen, line, pieces, receive

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def goods(database, owner):
    """Two kinds of goods, one of them nearly gone, and what was done with them."""
    with database.transaction(owner) as session:
        water = a_product(session, "A1", name="清溪天然水", spec="550ml×24", unit="箱")
        oil = a_product(session, "B2", name="金穗花生油", unit="桶", min_stock=pieces(10))
        a_product(session, "C3", name="没进过的货")
        supplier, customer = a_supplier(session), a_customer(session)
        first = receive(
            session, supplier, [line(water, 100, 20), line(oil, 8, 60)], day=date(2026, 11, 2)
        )
        receive(session, supplier, [line(water, 10, "20.50")], day=date(2026, 11, 9))
        sold = deliver(session, customer, [line(water, 24, "26.50")], day=date(2026, 11, 12))
    return {"water": water, "oil": oil, "first": first.number, "sold": sold.number}


def names(pane) -> list[str]:
    return [row.name for row in pane.model.loaded_rows()]


def test_the_list_holds_every_product_and_what_all_is_worth(
    qtbot, context_of, database, owner, goods
):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    assert names(pane) == ["清溪天然水", "金穗花生油", "没进过的货"]
    with database.reading(owner) as session:
        worth = stock_sum(session, StockFilter()).value
    assert pane.totals.words() == f"3 种 · 库存金额 {worth / 100:,.2f}"


def test_letters_narrow_the_list_and_escape_widens_it_again(
    qtbot, context_of, database, owner, goods
):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    QTest.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.filters.text_field.hasFocus()
    pane.filters.text_field.setText("花生油")
    QTest.keyClick(pane.filters.text_field, Qt.Key.Key_Return)
    settle(qtbot, pane)
    assert names(pane) == ["金穗花生油"]
    QTest.keyClick(pane.grid, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(names(pane)) == 3)


def test_goods_under_their_least_stock_are_found(qtbot, context_of, database, owner, goods):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    pane.filters.set_value("state", "low")
    settle(qtbot, pane)
    assert names(pane) == ["金穗花生油"]
    pane.filters.set_value("state", "negative")
    settle(qtbot, pane)
    assert names(pane) == []
    assert pane.empty.isVisible()
    assert pane.empty.text.text() == "没有符合筛选的商品。"


def test_enter_shows_how_it_moved_and_the_docks_follow(qtbot, context_of, database, owner, goods):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    seen = []
    pane.attention.connect(seen.append)
    pane.grid.setFocus()
    pane.grid.go_to(1)
    QTest.keyClick(pane.grid, Qt.Key.Key_Return)
    assert pane.context.more["opened"] == [("product_flow", goods["oil"])]
    assert seen[-1] == {"product": goods["oil"]}


def test_posting_elsewhere_changes_the_list(qtbot, context_of, database, owner, goods):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    with database.transaction(owner) as session:
        deliver(session, a_customer(session, "C9"), [line(goods["oil"], 8, 70)])
    qtbot.waitUntil(lambda: pane.model.row_at(1).quantity == 0)


def test_who_may_not_see_cost_has_no_worth_anywhere(qtbot, context_of, database, goods):
    pane = shown(qtbot, StockPane(context_of(database, actor_with("keeper"))))
    assert not {"value", "unit_cost"} & {column.key for column in pane.model.columns}
    assert pane.totals.words() == "3 种"
    flow = ProductFlowPane(context_of(database, actor_with("keeper")))
    keys = {column.key for column in flow.model.columns}
    assert not {"in_amount", "out_amount", "worth", "cost"} & keys


@pytest.fixture
def flow_pane(qtbot, context_of, database, owner, goods):
    pane = shown(qtbot, ProductFlowPane(context_of(database, owner)), (800, 600))
    pane.period.set_period(YEAR)
    pane.show_subject(goods["water"])
    settle(qtbot, pane)
    return pane


def test_the_flow_begins_with_what_was_there_and_ends_with_what_is(flow_pane):
    rows = flow_pane.model.loaded_rows()
    assert [row.left for row in rows] == [0, pieces(100), pieces(110), pieces(86)]
    assert flow_pane.totals.total_texts() == {
        "in_quantity": "110", "out_quantity": "24", "left": "86",
        "in_amount": "2,205.00", "out_amount": "481.09", "worth": "1,723.91",
    }  # fmt: skip
    assert flow_pane.headline.text() == "清溪天然水 550ml×24"


def test_enter_opens_the_document_behind_a_move(qtbot, flow_pane, goods):
    flow_pane.grid.setFocus()
    flow_pane.grid.go_to(3)
    QTest.keyClick(flow_pane.grid, Qt.Key.Key_Return)
    settle(qtbot, flow_pane)
    assert flow_pane.context.more["opened"][-1] == ("sales_delivery", goods["sold"])


def test_a_reversal_stays_red_on_its_own_side(database, owner, goods):
    from jxc_desktop.ledger.papers import Reversal
    from jxc_desktop.sales.services import reverse_delivery
    from jxc_desktop.shop.keys import new_key

    with database.transaction(owner) as session:
        reverse_delivery(session, Reversal(goods["sold"], "错"), key=new_key())
        flow = product_flow(session, goods["water"], YEAR.start, YEAR.end)
    assert [row.out_quantity for row in flow.rows][-2:] == [pieces(24), -pieces(24)]
    assert flow.out_quantity == 0
    assert flow.rows[-1].left == pieces(110)


def test_a_period_begins_where_the_one_before_ended(database, owner, goods):
    with database.reading(owner) as session:
        early = product_flow(session, goods["water"], date(2026, 11, 1), date(2026, 11, 9))
        late = product_flow(session, goods["water"], date(2026, 11, 10), date(2026, 11, 30))
    assert late.rows[0].left == early.rows[-1].left
    assert late.rows[0].worth == early.rows[-1].worth


def test_levels_follow_the_hand(qtbot, context_of, database, owner, goods):
    dock = shown(qtbot, StockLevelsDock(context_of(database, owner)), (284, 200))
    subjects = []
    dock.subject_changed.connect(subjects.append)
    dock.attend({"product": goods["water"], "partner": 1})
    dock.attend({"product": goods["oil"]})
    settle(qtbot, dock)
    assert subjects == ["金穗花生油"]
    assert [(row.name, row.quantity) for row in dock.model.loaded_rows()] == [("总仓", pieces(8))]
    assert dock.totals.total_texts()["quantity"] == "8"
    assert dock.totals.words() == "合计（桶）"


def test_the_course_of_a_price_names_its_ends(qtbot, context_of, database, owner, goods):
    dock = shown(qtbot, PriceCourseDock(context_of(database, owner)), (284, 160))
    dock.attend({"product": goods["water"]})
    settle(qtbot, dock)
    assert dock.texts() == ["20.50", "20.00", "20.50", "▲ 2.5%"]
    assert [point.bar for point in dock.spark.points] == [fen("20.00"), fen("20.50")]
    dock.attend({"product": goods["oil"]})
    settle(qtbot, dock)
    assert dock.texts() == ["60.00", "60.00", "60.00", "—"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [320, 345])
def test_nothing_is_cut_in_the_dock(qtbot, qapp, context_of, database, owner, goods, theme, width):
    apply_theme(qapp, theme)
    pane = shown(qtbot, StockPane(context_of(database, owner)), (width, 600))
    assert pane.grid.elided_cells() == []
    apply_theme(qapp, "light")


def test_a_key_tells_how_the_cost_of_a_move_came_about(qtbot, flow_pane, goods):
    flow_pane.grid.go_to(len(flow_pane.model.loaded_rows()) - 1)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(flow_pane.grid, Qt.Key.Key_Y, keys)
    assert ("cost_sheet", goods["sold"]) in flow_pane.context.more["opened"]


def test_nothing_is_cut_in_the_flow(flow_pane):
    assert flow_pane.grid.elided_cells() == []


def test_an_earlier_day_is_asked_of_the_warehouse_that_is_shown(
    qtbot, context_of, database, owner, goods
):
    pane = shown(qtbot, StockPane(context_of(database, owner)))
    qtbot.waitUntil(lambda: pane.filters.boxes["warehouse"].count() == 2)
    pane.filters.set_value("warehouse", 1)
    settle(qtbot, pane)
    action_named(pane, "open_day").trigger()
    asked = {"report": "stock_balance", "filters": {"warehouse": "总仓"}}
    assert pane.context.more["opened"] == [("report", asked)]
