"""A delivery on screen: its prices by the shop's order, with tax or without, allowed on the spot, or held back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.services import write_products
from jxc_desktop.intake.approvals import reject_paper
from jxc_desktop.pricing.minimum import RIGHT
from jxc_desktop.pricing.partner_prices import PartnerPriceDraft, promise_price
from jxc_desktop.sales.queries import delivery_view
from jxc_desktop.sales.ui.delivery_pane import DeliveryPane
from jxc_desktop.sales.ui.sales_list_pane import SalesListPane
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import waiting_papers
from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
from jxc_desktop.shop.drafts import DraftBody, drafts_of, save_draft
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.stock.typed_paper import TypedPaper
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import DAY, MAIN, deliver, line, pieces, price

MANAGER = actor_with("manager")


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def desk(qtbot, context_of, counter, said) -> Iterator[Callable[..., DeliveryPane]]:
    """`desk(actor, lines, authorize=…)`: a pane on a draft of these lines, as somebody."""

    def make(actor: Actor, *lines: dict[str, object], **more: object) -> DeliveryPane:
        kept = [
            {
                "product": counter.cola, "unit": "瓶", "quantity": pieces(2), "price": None,
                "touched": False, "discount": 0, "tax_rate": None, "is_gift": False, **each,
            }
            for each in lines
        ]  # fmt: skip
        paper = TypedPaper(DAY, counter.customer, "客户C01", MAIN, lines=tuple(kept))
        with counter.database.transaction(counter.owner) as session:
            body = DraftBody("sales_delivery", DAY, "客户C01", 0, paper.body())
            draft = save_draft(session, body)
        context = replace(context_of(counter.database, actor), **more)
        context.messages.shown.connect(lambda message: message and said.append(message.text))
        pane = shown(qtbot, DeliveryPane(context), (1040, 640))
        pane.show_subject(draft)
        qtbot.waitUntil(lambda: bool(pane.form and pane.form.lines))
        settle(qtbot, pane)
        made.append(pane)
        return pane

    made: list[DeliveryPane] = []
    yield make
    for pane in made:
        pane.keeper.stop()


def post(qtbot, pane: DeliveryPane) -> None:
    qtbot.keyClick(pane.form.grid, Qt.Key.Key_F12)
    settle(qtbot, pane)


def heading(pane: DeliveryPane) -> str:
    model = pane.form.grid.entry
    keys = [column.key for column in model.columns]
    return str(model.headerData(keys.index("price"), Qt.Orientation.Horizontal))


def prices(pane: DeliveryPane) -> list[int | None]:
    return [each.price for each in pane.form.lines]


def test_a_promise_is_filled_in_before_the_last_price_and_that_before_the_level(
    qtbot,
    desk,
    counter,
) -> None:
    assert prices(desk(MANAGER, {})) == [price("2.50")]
    with counter.database.transaction(counter.owner) as session:
        deliver(session, counter.customer, [line(counter.cola, 1, "2.80")])
    assert prices(desk(MANAGER, {})) == [price("2.80")]
    with counter.database.transaction(counter.owner) as session:
        change_setting(session, "recall_last_price", False)
    assert prices(desk(MANAGER, {})) == [price("2.50")]
    with counter.database.transaction(counter.owner) as session:
        change_setting(session, "recall_last_price", True)
        promise_price(session, counter.customer, PartnerPriceDraft(counter.cola, price("2.20")))
    assert prices(desk(MANAGER, {}, {"unit": "箱"})) == [price("2.20"), price("52.80")]


def test_a_promise_and_the_due_day_are_those_of_the_document_s_day(
    qtbot,
    desk,
    counter,
) -> None:
    """Promised until the 19th and again from December on; today is the 20th."""
    with counter.database.transaction(counter.owner) as session:
        for first, last, at in ((1, 19, "2.20"), (31, None, "2.10")):
            days = [DAY + timedelta(x - DAY.day) if x else None for x in (first, last)]
            promise_price(
                session, counter.customer, PartnerPriceDraft(counter.cola, price(at), "", *days)
            )
        session.execute(text("UPDATE partner SET credit_days = 30"))
    pane = desk(MANAGER, {})
    field = pane.form.header.day
    due = pane.typed_kind._due
    assert (prices(pane), due.text()) == ([price("2.50")], "2026-12-20")
    for day, at, until in (("11.19", "2.20", "2026-12-19"), ("12.2", "2.10", "2027-01-01")):
        field.setText(day)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot, pane)
        assert (prices(pane), due.text()) == ([price(at)], until)
    pane.keeper.keep()
    settle(qtbot, pane)
    again = desk(MANAGER, {})
    again.show_subject(pane.keeper.draft.id)
    settle(qtbot, again)
    again.form.filler.fill_again()
    settle(qtbot, again)
    assert (prices(again), again.typed_kind._due.text()) == ([price("2.10")], "2027-01-01")


def test_prices_without_tax_follow_the_switch_and_so_do_heading_and_document(
    qtbot,
    desk,
    counter,
) -> None:
    pane = desk(
        MANAGER, {}, {"product": counter.tea, "unit": "个", "price": price(90), "touched": True}
    )
    assert (heading(pane), prices(pane)) == ("含税单价", [price("2.50"), price(90)])
    button = pane.form.header.taxed.findChildren(type(pane.form.header.taxed._group.button(1)))[1]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, pane)
    assert (heading(pane), prices(pane)) == ("不含税单价", [2_475_248, price(90)])
    post(qtbot, pane)
    number = pane._landing or pane.view.head.number
    with counter.database.reading(counter.owner) as session:
        view = delivery_view(session, number)
    assert not view.price_includes_tax
    assert [(x.net, x.gross) for x in view.lines] == [(495, 500), (18000, 18180)]
    settle(qtbot, pane)
    assert pane.form.header.taxed.current == "without_tax"
    assert not pane.form.header.taxed.isEnabled()
    pane.copy_paper()
    settle(qtbot, pane)
    assert (heading(pane), prices(pane)) == ("不含税单价", [2_475_248, price(90)])
    assert pane.form.paper().price_includes_tax is False


def test_too_low_a_price_asks_for_the_right_and_posts_once_it_is_lent(
    qtbot,
    desk,
    counter,
    said,
) -> None:
    asked = []
    keeper = actor_with("keeper", "sales")
    pane = desk(
        keeper,
        {"price": price("1.50"), "touched": True},
        authorize=lambda right, what, then: asked.append((right, what, then)),
    )
    post(qtbot, pane)
    [(right, what, then)] = asked
    assert (right, what) == (RIGHT, "第 1 行：商品COLA 低于最低售价 2.00。改价，或请店长授权")
    assert said[-1] == what
    assert pane.form.typing
    then(MANAGER)
    settle(qtbot, pane)
    assert said[-1] == "XSCK202611200001 已过账"
    with counter.database.reading(counter.owner) as session:
        assert drafts_of(session, "sales_delivery") == []


def test_what_a_rule_holds_back_is_said_and_the_pane_is_free_again(
    qtbot,
    desk,
    counter,
    said,
    context_of,
) -> None:
    with counter.database.transaction(counter.owner) as session:
        save_rule(session, RuleDraft("sales_delivery", "any", role="owner"))
    pane = desk(MANAGER, {})
    post(qtbot, pane)
    assert said[-1] == "已提交，审核通过后过账"
    assert pane.form.lines == ()
    with counter.database.transaction(counter.owner) as session:
        [waiting] = waiting_papers(session)
        assert drafts_of(session, "sales_delivery") == []
    papers = shown(qtbot, SalesListPane(context_of(counter.database, MANAGER)))
    assert [(row.chip.text, row.partner) for row in papers.model.loaded_rows()] == [
        ("待审核", "客户C01")
    ]
    papers.grid.opened.emit(papers.grid.current())
    assert papers.context.more["opened"] == [("pending_paper", waiting.id)]
    with counter.database.transaction(counter.owner) as session:
        reject_paper(session, waiting.id, "价格再谈")
        [draft] = drafts_of(session, "sales_delivery")
    settle(qtbot, papers)
    pane.show_subject(draft.id)
    qtbot.waitUntil(lambda: bool(pane.form.lines))
    settle(qtbot, pane)
    assert said[-1] == "这张单被驳回：价格再谈。改好再提交"
    assert prices(pane) == [price("2.50")]


def test_a_scale_s_label_adds_its_weight_to_its_line(qtbot, desk, counter):
    with counter.database.transaction(counter.owner) as session:
        pork = ProductDraft("五花肉", code="PORK", unit="千克", retail_price=8_380_000, plu=12)
        write_products(session, [pork])
    pane = desk(counter.owner, {})
    for lines in ((20_000, 23_100), (20_000, 46_200)):
        pane.take_scan("2200012023105")
        qtbot.waitUntil(lambda: len(pane.form.lines) == 2)
        settle(qtbot, pane)
        assert tuple(line.quantity for line in pane.form.lines) == lines
