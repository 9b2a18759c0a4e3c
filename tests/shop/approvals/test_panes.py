"""Yes and no by keys: the list of papers with the document beside, the rules and who stands in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jxc_desktop.core.db import Database
from jxc_desktop.intake.approvals import approve_paper, reject_paper, withdraw_paper
from jxc_desktop.intake.reviews import review
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.approvals.queries import delegation_views, pending_view, rule_views
from jxc_desktop.shop.drafts import drafts_of
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.ui.approval_pane import ApprovalPane, Approving
from jxc_desktop.shop.ui.rule_pane import RulePane
from jxc_desktop.widgets.sheet import Sheet
from tests.deskwork import settle, shown
from tests.shop.approvals.conftest import House
from tests.shopkeeping import deliver, fen, line

ACTS = Approving(review, approve_paper, reject_paper, withdraw_paper)
KEY = Qt.Key


@pytest.fixture
def any_database(database: Database) -> Database:
    """Panes are tried on SQLite alone; what they call is tried on both."""
    return database


@pytest.fixture
def said(house: House) -> list[str]:
    return []


def pane_of(qtbot, context_of, house: House, actor: Actor, said: list[str]) -> ApprovalPane:
    context = context_of(house.database, actor)
    context.messages.shown.connect(lambda message: message and said.append(message.text))
    return shown(qtbot, ApprovalPane(context, ACTS), (1040, 640))


def hold(house: House, *quantities: int) -> list[int]:
    with house.database.transaction(house.keeper) as session:
        return [
            deliver(
                session, house.customer, [line(house.product, q, "10")], key=new_key()
            ).document_id
            for q in quantities
        ]


def press(qtbot, pane, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(pane.focusWidget() or pane.grid, key, modifier)
    settle(qtbot, pane)


def test_a_says_yes_and_goes_to_the_next(qtbot, context_of, house, said) -> None:
    house.rule()
    first, second = hold(house, 1, 2)
    pane = pane_of(qtbot, context_of, house, house.manager, said)
    pane.grid.setFocus()
    assert pane.grid.current().id == first
    assert pane.card.title.text() == "销售出库单 客户C01"
    assert [(x.name, x.amount) for x in pane.card.model.loaded_rows()] == [("商品A", fen(10))]
    assert "拦下的原因：每一张" in pane.card.why.text()
    pane.comment.setText("可以")
    press(qtbot, pane, KEY.Key_A)
    assert said[-1] == "XSCK202611200001 已审核过账"
    assert [paper.id for paper in pane.model.loaded_rows()] == [second]
    assert pane.grid.current().id == second
    press(qtbot, pane, KEY.Key_A)
    assert pane.model.loaded_rows() == []
    assert pane.empty.isVisible()
    with house.database.reading(house.owner) as session:
        assert pending_view(session, first).number == "XSCK202611200001"


def test_r_asks_for_a_reason_and_gives_the_draft_back(qtbot, context_of, house, said) -> None:
    house.rule()
    hold(house, 1)
    pane = pane_of(qtbot, context_of, house, house.manager, said)
    pane.grid.setFocus()
    press(qtbot, pane, KEY.Key_R)
    [sheet] = pane.findChildren(Sheet)
    field = sheet.reason.field
    qtbot.keyClick(sheet.do, KEY.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClicks(field, "a r dear")
    sheet.do.click()
    settle(qtbot, pane)
    assert said[-1] == "已驳回，退给 仓管"
    with house.database.reading(house.owner) as session:
        assert [draft.note for draft in drafts_of(session, "sales_delivery")] == ["a r dear"]


def test_letters_typed_into_the_comment_are_letters(qtbot, context_of, house, said) -> None:
    house.rule()
    hold(house, 1)
    pane = pane_of(qtbot, context_of, house, house.manager, said)
    pane.comment.setFocus()
    qtbot.keyClicks(pane.comment, "area")
    settle(qtbot, pane)
    assert pane.comment.text() == "area"
    assert len(pane.model.loaded_rows()) == 1


def test_the_maker_sees_their_own_and_may_take_it_back(qtbot, context_of, house, said) -> None:
    house.rule()
    [held] = hold(house, 1)
    pane = pane_of(qtbot, context_of, house, house.keeper, said)
    assert [word for _key, word in pane._choices()] == ["我提交的"]
    assert pane.grid.current().id == held
    pane.withdraw()
    settle(qtbot, pane)
    assert said[-1] == "已撤回，单据在草稿里"
    assert pane.grid.current().state == "withdrawn"


def test_who_is_not_asked_is_told_whom_it_waits_for(qtbot, context_of, house, said) -> None:
    house.rule()
    [held] = hold(house, 1)
    pane = pane_of(qtbot, context_of, house, house.accountant, said)
    assert pane.model.loaded_rows() == []
    pane.show_subject(held)
    qtbot.waitUntil(lambda: pane.grid.current() is not None)
    assert pane.which.current == "waiting"
    pane.grid.setFocus()
    press(qtbot, pane, KEY.Key_A)
    assert said[-1] == "这张单等店长审核，轮不到你"


def test_a_paper_that_cannot_be_posted_any_more_says_why(qtbot, context_of, house, said) -> None:
    house.rule()
    hold(house, 60, 50)
    pane = pane_of(qtbot, context_of, house, house.manager, said)
    pane.grid.setFocus()
    press(qtbot, pane, KEY.Key_A)
    press(qtbot, pane, KEY.Key_A)
    assert "商品A" in said[-1]
    assert len(pane.model.loaded_rows()) == 1


# --- rules ---------------------------------------------------------------------------------------


def rules_of(qtbot, context_of, house: House, actor: Actor, said: list[str]) -> RulePane:
    context = context_of(house.database, actor)
    context.messages.shown.connect(lambda message: message and said.append(message.text))
    return shown(qtbot, RulePane(context), (1040, 640))


def test_a_rule_is_written_beside_the_list_and_changed(qtbot, context_of, house, said) -> None:
    pane = rules_of(qtbot, context_of, house, house.owner, said)
    pane.begin_new()
    card = pane.card
    card.kind.setCurrentIndex(card.kind.findData("expense"))
    qtbot.keyClicks(card.value, "1000")
    card.approver.setCurrentIndex(card.approver.findData("owner:"))
    qtbot.keyClick(card.value, KEY.Key_F12)
    settle(qtbot, pane)
    [rule] = pane.model.loaded_rows()
    assert (rule.kind, rule.condition, rule.value, rule.role) == (
        "expense", "total_over", fen(1000), "owner",
    )  # fmt: skip
    card.value.clear()
    qtbot.keyClicks(card.value, "1500")
    qtbot.keyClick(card.value, KEY.Key_F12)
    settle(qtbot, pane)
    [rule] = pane.model.loaded_rows()
    assert rule.value == fen(1500)
    card.value.setText("很多")
    qtbot.keyClick(card.value, KEY.Key_F12)
    settle(qtbot, pane)
    assert "不是数字" in said[-1]
    pane.remove()
    settle(qtbot, pane)
    with house.database.reading(house.owner) as session:
        assert rule_views(session) == ()


def test_only_approvers_who_can_post_the_kind_are_offered(qtbot, context_of, house, said) -> None:
    pane = rules_of(qtbot, context_of, house, house.owner, said)
    card = pane.card
    card.kind.setCurrentIndex(card.kind.findData("price_change"))
    offered = [card.approver.itemText(n) for n in range(card.approver.count())]
    assert offered[:2] == ["老板", "店长"]
    assert "会计" not in offered[:2]
    assert [card.condition.itemText(n) for n in range(card.condition.count())] == ["每一张"]
    assert not card.value.isEnabled()
    assert "待审核 → 审核 → 已审核" in card.life.text()


def test_a_deputy_is_named_and_ended(qtbot, context_of, house, said) -> None:
    pane = rules_of(qtbot, context_of, house, house.owner, said)
    pane.deputy.absent.setCurrentText("店长")
    pane.deputy.deputy.setCurrentText("仓管")
    pane.add_deputy()
    settle(qtbot, pane)
    assert "仓管 没有" in said[-1]
    pane.deputy.deputy.setCurrentText("副店长")
    pane.add_deputy()
    settle(qtbot, pane)
    [row] = pane.deputies.loaded_rows()
    assert (row.absent, row.deputy, str(pane._now(row))) == ("店长", "副店长", "代理中")
    pane.deputy_grid.go_to(0)
    pane.end_deputy()
    settle(qtbot, pane)
    with house.database.reading(house.owner) as session:
        assert delegation_views(session) == ()


def test_who_may_only_look_changes_nothing(qtbot, context_of, house, said) -> None:
    house.rule()
    pane = rules_of(qtbot, context_of, house, house.accountant, said)
    assert len(pane.model.loaded_rows()) == 1
    assert not any(field.isEnabled() for field in pane.card.fields().values())
    assert not pane.card.findChild(QLineEdit).isEnabled()
