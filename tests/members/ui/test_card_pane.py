"""会员卡: money put onto a card and back, points put right, by keys; and a member who wants to be forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jxc_desktop.core.db import Database
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.queries import card_account, member_draft
from jxc_desktop.members.services import write_members
from jxc_desktop.members.ui.card_pane import CardPane
from jxc_desktop.members.ui.member_pane import MemberPane
from jxc_desktop.members.ui.typed_card import Act
from jxc_desktop.shop.actor import Actor
from tests.conftest import actor_with
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import balances, fen

__all__ = ["context_of"]


@pytest.fixture
def wang(database: Database, owner: Actor) -> int:
    with database.transaction(owner) as session:
        [wang] = write_members(
            session, [MemberDraft("王小明", card_no="8001", phone="13800001234")]
        )
    return wang


@pytest.fixture
def pane(qtbot, context_of, database: Database, owner: Actor, wang: int) -> CardPane:
    context = context_of(database, owner)
    context.more["said"] = said = []
    context.messages.shown.connect(lambda m: said.append(m.text) if m else None)
    made = shown(qtbot, CardPane(context), (1040, 560))
    made.show_subject(wang)
    settle(qtbot, made)
    return made


def do(qtbot, pane: CardPane, act: Act, number: str, *, bonus: str = "", reason: str = "") -> None:
    pane.act.setCurrentIndex(pane.act.findData(str(act)))
    for field, text in ((pane.number, number), (pane.bonus, bonus), (pane.reason, reason)):
        field.setText(text)
    pane.number.setFocus()
    qtbot.keyClick(pane.number, Qt.Key.Key_F12)
    settle(qtbot, pane)


def test_money_goes_onto_a_card_and_back_and_points_are_put_right(
    qtbot, pane: CardPane, database: Database, owner: Actor, wang: int
) -> None:
    do(qtbot, pane, Act.TOP_UP, "1000", bonus="200")
    assert "储值 1,200.00（本金 1,000.00，赠送 200.00）" in pane.figures.text()
    do(qtbot, pane, Act.REFUND, "400", reason="不来了")
    do(qtbot, pane, Act.ADJUST, "50", reason="生日")
    do(qtbot, pane, Act.EXPIRE, "20", reason="去年的")
    with database.reading(owner) as session:
        card = card_account(session, wang)
        assert (card.points, card.principal, card.bonus) == (30, fen(600), fen(120))
        assert balances(session)["220302"] == -fen(600)
    assert [row.kind for row in pane.model.loaded_rows()] == [
        "expired", "adjusted", "refunded", "topped_up",
    ]  # fmt: skip
    assert "积分 30" in pane.figures.text()
    assert pane.grid.elided_cells() == []
    assert pane.number.text() == pane.reason.text() == ""


def test_what_cannot_be_is_said_at_its_field_and_writes_nothing(
    qtbot, pane: CardPane, database: Database, owner: Actor, wang: int
) -> None:
    for act, number, reason, wrong in (
        (Act.TOP_UP, "", "", "没有填数"),
        (Act.TOP_UP, "一百", "", ""),
        (Act.REFUND, "5", "", "退储值要写原因"),
        (Act.REFUND, "5", "不来了", "卡上本金只有 0.00"),
        (Act.ADJUST, "1.5", "补", ""),
        (Act.EXPIRE, "5", "过期", ""),
    ):
        do(qtbot, pane, act, number, reason=reason)
        assert wrong in pane.context.more["said"][-1], (act, number)
        assert pane.context.more["said"].pop()
    with database.reading(owner) as session:
        assert card_account(session, wang).moves == ()


def test_who_may_only_look_has_nothing_to_post(
    qtbot, context_of, database: Database, wang: int
) -> None:
    context = context_of(database, actor_with("auditor"))
    pane = shown(qtbot, CardPane(context), (1040, 560))
    pane.show_subject(wang)
    settle(qtbot, pane)
    assert pane.act.count() == 0
    assert "没有改会员卡的权限" in pane.why_not_posted()


def test_a_member_is_forgotten_once_that_was_agreed(
    qtbot, context_of, database: Database, owner: Actor, wang: int
) -> None:
    pane = shown(qtbot, MemberPane(context_of(database, owner)), (1366, 700))
    settle(qtbot, pane)
    pane.grid.go_to(0)
    pane.erase()
    [do_it] = [b for b in pane.findChildren(QPushButton) if b.text().startswith("抹去")]
    qtbot.mouseClick(do_it, Qt.MouseButton.LeftButton)
    settle(qtbot, pane)
    with database.reading(owner) as session:
        gone = member_draft(session, wang)
        assert (gone.name, gone.phone) == ("", "")
