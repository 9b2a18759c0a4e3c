"""Prices on screen, by keys: a change filled in and approved, its labels; what a customer was promised."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.db import Database
from jxc_desktop.pricing.partner_prices import PartnerPriceDraft, partner_prices, promise_price
from jxc_desktop.pricing.queries import price_change_view, price_changes
from jxc_desktop.pricing.ui.partner_price_pane import PartnerPricePane
from jxc_desktop.pricing.ui.price_change_pane import PriceChangePane
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.pricing.conftest import Counter
from tests.shopkeeping import DAY, price

KEY = Qt.Key
COLA = "6901234567892"


@pytest.fixture
def any_database(database: Database) -> Database:
    """Panes are tried on SQLite alone; what they call is tried on both."""
    return database


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def pane_of(qtbot, context_of, counter, said):
    """`pane_of(Pane, actor, print_labels=…)`: a shown pane that somebody works at."""

    def make(kind, actor: Actor, **more):
        context = context_of(counter.database, actor)
        context = replace(context, more={**context.more, **more})
        context.messages.shown.connect(lambda message: message and said.append(message.text))
        return shown(qtbot, kind(context), (1040, 640))

    return make


def now(counter: Counter, product: int) -> int | None:
    with counter.database.reading(counter.owner) as session:
        return product_facts(session, [product])[product].retail_price


def take(qtbot, pane, code: str) -> None:
    pane.take_scan(code)
    settle(qtbot, pane)


def press(qtbot, pane, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(pane.focusWidget() or pane, key, modifier)
    settle(qtbot, pane)


def test_a_change_is_scanned_filled_in_by_rate_and_approved(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PriceChangePane, counter.owner)
    take(qtbot, pane, COLA)
    take(qtbot, pane, "TEA")
    pane.form.rate.setText("10")
    pane.form.tail.setCurrentIndex(pane.form.tail.findData("9"))
    pane.form.move_all()
    rows = [(x.old, x.price, x.change, x.margin) for x in pane.form.lines]
    assert rows == [
        (price(3), price("2.90"), -333, 4776), (price(80), price("87.90"), 988, 5404),
    ]  # fmt: skip
    pane.form.grid.setFocus()
    press(qtbot, pane, KEY.Key_F12)
    settle(qtbot, pane)
    assert said[-1] == "TJ202611200001 已审核"
    assert (now(counter, counter.cola), now(counter, counter.tea)) == (
        price("2.90"),
        price("87.90"),
    )
    assert (pane.number.text(), pane.state.chip.text) == ("TJ202611200001", "已生效")
    assert [row.reason for row in pane.model.loaded_rows()] == ["TJ202611200001"]


def test_a_change_for_later_waits_and_can_be_voided(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PriceChangePane, counter.owner)
    take(qtbot, pane, COLA)
    pane.form.grid.go_to_cell(0, "price")
    pane.form.grid.setFocus()
    qtbot.keyClicks(pane.form.grid.cell.editor, "3.5")
    pane.form.effective.setText("+3")
    pane.form.effective.settle()
    press(qtbot, pane, KEY.Key_F12)
    settle(qtbot, pane)
    assert pane.state.chip.text == "待生效"
    assert now(counter, counter.cola) == price(3)
    press(qtbot, pane, KEY.Key_F12)
    [sheet] = pane.findChildren(Sheet)
    qtbot.keyClicks(sheet.reason.field, "wrong")
    sheet.do.click()
    settle(qtbot, pane)
    assert said[-1] == "TJ202611200001 已作废，价格不变"
    qtbot.waitUntil(lambda: pane.state.chip.text == "已作废")


def test_labels_are_printed_and_checked_on_the_shelf(qtbot, pane_of, counter, said) -> None:
    printed = []
    pane = pane_of(
        PriceChangePane,
        counter.owner,
        print_labels=lambda labels, **what: printed.append((labels, what)),
    )
    take(qtbot, pane, COLA)
    pane.form.rate.setText("5")
    pane.form.move_all()
    press(qtbot, pane, KEY.Key_F12)
    settle(qtbot, pane)
    assert [line.label for line in pane.form.posted.loaded_rows()] == ["unprinted"]
    press(qtbot, pane, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(printed))
    [(labels, what)] = printed
    assert [(label.code, label.price) for label in labels] == [(COLA, "￥3.15/瓶")]
    assert what == {"kind": "shelf_label", "number": "TJ202611200001"}
    settle(qtbot, pane)
    assert [line.label for line in pane.form.posted.loaded_rows()] == ["printed"]
    take(qtbot, pane, "TEA")
    assert "不在 TJ202611200001 里" in said[-1]
    take(qtbot, pane, COLA)
    settle(qtbot, pane)
    assert said[-1] == "第 1 行的价签已挂"
    assert [line.label for line in pane.form.posted.loaded_rows()] == ["hung"]
    assert "1 张价签要换，已挂 1" in pane.note.text()


def test_what_is_wrong_is_said_and_marked(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PriceChangePane, counter.owner)
    pane.form.grid.setFocus()
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "还没有商品。在商品格填编号、拼音或扫码"
    take(qtbot, pane, COLA)
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "第 1 行：没有新价"
    qtbot.keyClicks(pane.form.grid.cell.editor, "1.5")
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1].startswith("第 1 行：商品COLA 的新价低于最低售价 2.00")
    assert pane.form.grid.entry.mark_at(0, 5) is not None
    with counter.database.reading(counter.owner) as session:
        assert price_changes(session) == ()


def test_a_buyer_writes_a_draft_that_a_manager_opens(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PriceChangePane, actor_with("buyer"))
    assert "margin" not in {column.key for column in pane.form.grid.entry.entry_columns}
    take(qtbot, pane, COLA)
    pane.form.rate.setText("5")
    pane.form.move_all()
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "草稿已存"
    with counter.database.reading(counter.owner) as session:
        [draft] = drafts_of(session, "price_change")
    other = pane_of(PriceChangePane, counter.owner)
    other.show_subject(draft.id)
    qtbot.waitUntil(lambda: bool(other.form.lines))
    press(qtbot, other, KEY.Key_F12)
    settle(qtbot, other)
    with counter.database.reading(counter.owner) as session:
        assert drafts_of(session, "price_change") == []
        [row] = price_changes(session)
        assert price_change_view(session, row.number).lines[0].price == price("3.15")


def test_a_change_that_a_rule_holds_back_leaves_the_pane_free(
    qtbot, pane_of, counter, said
) -> None:
    with counter.database.transaction(counter.owner) as session:
        save_rule(session, RuleDraft("price_change", "any", role="owner"))
    pane = pane_of(PriceChangePane, actor_with("manager"))
    take(qtbot, pane, COLA)
    pane.form.rate.setText("5")
    pane.form.move_all()
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "已提交，审核通过后生效"
    assert pane.form.lines == []
    assert now(counter, counter.cola) == price(3)


# --- promises ------------------------------------------------------------------------------------


def firm(counter: Counter) -> SimpleNamespace:
    return SimpleNamespace(id=counter.customer, name="客户C01")


def promises(counter: Counter) -> list[tuple[str, str, int]]:
    with counter.database.reading(counter.owner) as session:
        found = partner_prices(session, counter.customer)
    return [(each.product, each.unit, each.price) for each in found]


def test_promises_are_typed_changed_and_taken_back_in_place(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PartnerPricePane, counter.owner)
    pane.show_subject(firm(counter))
    settle(qtbot, pane)
    qtbot.keyClicks(pane.grid.cell.editor, "COLA")
    qtbot.waitUntil(pane.grid.cell.search.popup.isVisible)
    qtbot.keyClick(pane.grid.cell.editor, KEY.Key_Return)
    settle(qtbot, pane)
    qtbot.keyClicks(pane.grid.cell.editor, "2.2")
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "客户C01 的客户价已保存，改动 1 条"
    assert promises(counter) == [("COLA", "瓶", price("2.20"))]
    settle(qtbot, pane)
    [line] = pane.grid.lines()
    assert (line.retail, line.share, line.first) == (price(3), 7333, DAY)
    pane.grid.go_to_cell(0, "price")
    qtbot.keyClicks(pane.grid.cell.editor, "2.1")
    press(qtbot, pane, KEY.Key_F12)
    assert promises(counter) == [("COLA", "瓶", price("2.10"))]
    settle(qtbot, pane)
    pane.grid.go_to_cell(0, "price")
    qtbot.keyClick(pane.grid.cell.editor, KEY.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, pane, KEY.Key_F12)
    assert promises(counter) == []


def test_another_unit_or_first_day_is_another_promise(qtbot, pane_of, counter, said) -> None:
    with counter.database.transaction(counter.owner) as session:
        promise_price(session, counter.customer, PartnerPriceDraft(counter.cola, price("2.20")))
    pane = pane_of(PartnerPricePane, counter.owner)
    pane.show_subject(firm(counter))
    settle(qtbot, pane)
    [line] = pane.grid.lines()
    pane.grid.replace(0, replace(line, unit="箱", price=price(50), first=DAY + timedelta(1)), "x")
    press(qtbot, pane, KEY.Key_F12)
    assert promises(counter) == [("COLA", "箱", price(50))]
    [line] = pane.grid.lines()
    pane.grid.replace(0, replace(line, unit="罐"), "x")
    press(qtbot, pane, KEY.Key_F12)
    assert "没有单位“罐”" in said[-1]
    assert promises(counter) == [("COLA", "箱", price(50))]


def test_what_a_colleague_promised_meanwhile_stays(qtbot, pane_of, counter, said) -> None:
    with counter.database.transaction(counter.owner) as session:
        promise_price(session, counter.customer, PartnerPriceDraft(counter.cola, price("2.20")))
    pane = pane_of(PartnerPricePane, counter.owner)
    pane.show_subject(firm(counter))
    settle(qtbot, pane)
    with counter.database.transaction(counter.owner) as session:
        case = PartnerPriceDraft(counter.cola, price(50), unit="箱")
        promise_price(session, counter.customer, case)
    pane.grid.go_to_cell(0, "price")
    qtbot.keyClicks(pane.grid.cell.editor, "2.1")
    press(qtbot, pane, KEY.Key_F12)
    assert said[-1] == "客户C01 的客户价已保存，改动 1 条"
    assert sorted(promises(counter)) == [("COLA", "瓶", price("2.10")), ("COLA", "箱", price(50))]


def test_who_may_not_change_prices_only_looks(qtbot, pane_of, counter, said) -> None:
    pane = pane_of(PartnerPricePane, actor_with("sales"))
    pane.show_subject(firm(counter))
    settle(qtbot, pane)
    assert not pane.grid.isEnabled()
    press(qtbot, pane, KEY.Key_F12)
    assert "没有“保存”的权限" in said[-1]
