"""The promotions' pane by keys: a new one, its coupons, and a basket that says what it would cost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.numbers import ONE
from jxc_desktop.pricing.promotions.coupons import coupons_of
from jxc_desktop.pricing.promotions.drafts import GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.queries import promotion_of, promotions
from jxc_desktop.pricing.promotions.services import save_promotion
from jxc_desktop.pricing.promotions.terms import Kind, Who
from jxc_desktop.pricing.promotions.typed import draft_of, typed_of
from jxc_desktop.pricing.promotions.ui.promotion_pane import PromotionPane
from tests.conftest import TODAY, actor_with
from tests.deskwork import context_of
from tests.pricing.conftest import without
from tests.shopkeeping import a_product, a_supplier, line, price, receive

__all__ = ["context_of"]
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def goods(database, owner):
    """Cola at 3.00, never below 2.00, cost 1.50; tea at 80.00."""
    with database.transaction(owner) as session:
        cola = a_product(session, "COLA", unit="瓶", retail_price=price(3), min_price=price(2))
        tea = a_product(session, "TEA", retail_price=price(80))
        receive(session, a_supplier(session), [line(cola, 100, "1.50"), line(tea, 10, "40")])
    return cola, tea


@pytest.fixture
def known(goods, database, owner):
    with database.transaction(owner) as session:
        draft = PromotionDraft(
            "可乐买二送一", Kind.NTH, goods=(GoodsDraft(goods[0]),), count=3, free=1, rate=ONE
        )
        return save_promotion(session, draft)


@pytest.fixture
def shown(qtbot, database, owner, context_of):
    def show(actor=owner):
        pane = PromotionPane(context_of(database, actor))
        qtbot.addWidget(pane)
        pane.resize(1366, 768)
        pane.show()
        pane.activateWindow()
        return pane

    return show


def write(text):
    """Text as an input method hands it over; QTest has no keys for Chinese."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def tried(qtbot, pane, basket):
    pane.card.setCurrentIndex(3)
    pane.card.basket.setFocus()
    pane.card.basket.clear()
    qtbot.keyClicks(pane.card.basket, basket)
    before = pane.card.said.text()
    qtbot.waitUntil(lambda: pane.card.said.text() != before)


def test_a_new_promotion_by_keys_alone(qtbot, goods, shown, database, owner):
    pane = shown()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0 and pane.isActiveWindow())
    qtbot.keyClick(pane.grid, K.Key_N, CTRL)
    qtbot.waitUntil(pane.card.fields["name"].hasFocus)
    write("可乐第二件半价")
    for text in ("", "2", "1", "5折", "COLA"):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
        if text:
            write(text)
    assert pane.card.texts() | {"goods": "COLA", "rate": "5折"} == pane.card.texts()
    qtbot.keyClick(QApplication.focusWidget(), K.Key_F12)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    with database.reading(owner) as session:
        [view] = promotions(session)
    assert (view.code, view.draft.kind, view.draft.count, view.draft.rate) == (
        "CX001", Kind.NTH, 2, 5000,
    )  # fmt: skip
    assert view.draft.from_day == TODAY


def test_a_basket_says_at_once_what_it_would_cost_and_why(qtbot, known, shown):
    pane = shown()
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    tried(qtbot, pane, "COLA*3 TEA")
    assert pane.card.said.text().startswith("原价 89.00，优惠 3.00，应付 86.00")
    cola, _tea = pane.card.model.loaded_rows()
    assert cola.reasons == (("可乐买二送一", 300),)
    assert cola.profit == 594 - 450
    pane.card.setCurrentIndex(0)
    pane.card.fields["rate"].setFocus()
    write("5折")
    qtbot.waitUntil(lambda: "优惠 1.50" in pane.card.said.text())


def test_the_preview_warns_of_the_lowest_price(qtbot, known, shown):
    pane = shown()
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    pane.card.fields["free"].setText("2")
    tried(qtbot, pane, "COLA*3")
    assert "COLA" in pane.card.said.text() or "最低售价" in pane.card.said.text()
    assert "低于最低售价 2.00" in pane.card.said.text()


def test_margins_are_for_who_may_see_cost(qtbot, known, shown, owner):
    pane = shown(without(owner, "field.cost_price"))
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    tried(qtbot, pane, "COLA*3")
    assert "毛利" not in pane.card.said.text()
    assert "profit" not in [column.key for column in pane.card.model.columns]


def test_what_is_mistyped_is_said_where_the_basket_is(qtbot, known, shown):
    pane = shown()
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    tried(qtbot, pane, "NONSUCH")
    assert pane.card.said.text() == "没有商品“NONSUCH”。写编号、条码或名称"


def test_only_fields_that_a_kind_asks_for_are_there(qtbot, known, shown):
    card = shown().card
    qtbot.waitUntil(lambda: card.title.text() == "可乐买二送一")
    assert [card.fields[name].isVisible() for name in ("count", "free", "amount", "least")] == [
        True, True, False, False,
    ]  # fmt: skip
    card.kind.setCurrentIndex(card.kind.findData(Kind.THRESHOLD))
    card.kind.activated.emit(card.kind.currentIndex())
    assert card.fields["least"].isVisible()
    assert not card.fields["free"].isVisible()


def test_coupons_are_given_out_with_f12(qtbot, known, shown, database, owner):
    pane = shown()
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    pane.card.setCurrentIndex(2)
    qtbot.keyClick(pane.card.flags["coupon"], K.Key_Space)
    pane.card.fields["coupons"].setFocus()
    qtbot.keyClicks(pane.card.fields["coupons"], "A1 A2")
    qtbot.keyClick(pane.card.fields["coupons"], K.Key_F12)
    qtbot.waitUntil(lambda: "A2    0/1" in pane.card.issued.toPlainText())
    with database.reading(owner) as session:
        assert [each.code for each in coupons_of(session, known)] == ["A1", "A2"]
        assert promotion_of(session, known).draft.coupon


def test_a_cashier_looks_and_changes_nothing(qtbot, known, shown):
    pane = shown(actor_with("cashier"))
    qtbot.waitUntil(lambda: pane.card.title.text() == "可乐买二送一")
    assert pane.card.fields["name"].isReadOnly()
    assert not pane.card.kind.isEnabled()


def test_texts_read_back_as_they_were_kept(goods, database, owner):
    draft = PromotionDraft(
        "晚市", Kind.SPECIAL, "P9", TODAY, TODAY, 0b1100000, 1 << 7 | 1 << 17, 1080, 1290,
        who=Who.LEVELS, levels=(1,), priority=3,
        goods=(GoodsDraft(goods[0], price=price("2.50")), GoodsDraft(goods[1], price=price(70))),
    )  # fmt: skip
    with database.transaction(owner) as session:
        own = save_promotion(session, draft)
        kept = promotion_of(session, own)
        typed = typed_of(session, kept)
        assert typed.texts["goods"] == "COLA=2.50 TEA=70.00"
        assert (typed.texts["weekdays"], typed.texts["hours"]) == ("六日", "18:00-21:30")
        assert draft_of(session, typed) == kept.draft
