"""The people of the shop, added and changed by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jxc_desktop.core.db import Database
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor, matrix
from jxc_desktop.shop.login import log_in, open_actor
from jxc_desktop.shop.queries import UserView, users
from jxc_desktop.shop.services import set_roles
from jxc_desktop.shop.ui.user_pane import UserPane
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.messages import Messages, Tone
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tasks import Tasks


def open_pane(qtbot, context) -> UserPane:
    pane = UserPane(context)
    qtbot.addWidget(pane)
    pane.resize(1100, 760)
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() > 0)
    return pane


@pytest.fixture
def pane(qtbot, context_of):
    return open_pane(qtbot, context_of("owner"))


def kept(shop: Database, owner: Actor) -> dict[str, UserView]:
    with shop.reading(owner) as session:
        return {user.name: user for user in users(session)}


def go_to(pane: UserPane, name: str) -> None:
    names = [user.name for user in pane.model.loaded_rows()]
    pane.grid.go_to(names.index(name))


def write(qtbot, field: QLineEdit, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)


def states(pane: UserPane) -> list[str]:
    column = [column.key for column in pane.model.columns].index("state")
    return [pane.model.cell(row, column).text for row in range(pane.model.rowCount())]


def press(pane: UserPane, name: str) -> None:
    action_named(pane, name).trigger()


def test_the_list_says_who_is_what(pane):
    assert [user.name for user in pane.model.loaded_rows()] == ["owner", "xiaoli", "老周"]
    assert pane.model.cell(1, 2).text == "收银员"
    assert states(pane) == ["在用", "在用", "在用"]
    assert pane.open_shop.isHidden()
    assert pane.card.name.text() == "owner"


def test_a_new_person_is_typed_and_kept_with_f12(qtbot, pane, staffed, owner):
    press(pane, "begin_new")
    assert pane.card.name.hasFocus()
    write(qtbot, pane.card.name, "zhang")
    write(qtbot, pane.card.full_name, "Zhang San")
    pane.card.roles["keeper"].click()
    write(qtbot, pane.card.password, "noch ein Satz")
    write(qtbot, pane.card.again, "noch ein Satz")
    qtbot.keyClick(pane.card.again, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: "zhang" in kept(staffed, owner))
    qtbot.waitUntil(lambda: pane.card.title.text() == "Zhang San")
    assert kept(staffed, owner)["zhang"].roles == ("keeper",)
    assert log_in(staffed, "zhang", Secret("noch ein Satz")).roles == {"keeper"}
    assert pane.card.password.text() == ""


def test_what_is_missing_is_said_before_anything_is_written(qtbot, pane, staffed, owner):
    press(pane, "begin_new")
    write(qtbot, pane.card.name, "zhang")
    press(pane, "save")
    assert "密码" in pane.context.messages.current.text
    write(qtbot, pane.card.password, "noch ein Satz")
    write(qtbot, pane.card.again, "noch ein Sats")
    press(pane, "save")
    assert "不一样" in pane.context.messages.current.text
    assert len(kept(staffed, owner)) == 3


def test_what_cannot_be_is_marked_and_what_was_typed_stays(qtbot, pane, staffed, owner):
    press(pane, "begin_new")
    write(qtbot, pane.card.name, "XIAOLI")
    pane.card.roles["keeper"].click()
    write(qtbot, pane.card.password, "noch ein Satz")
    write(qtbot, pane.card.again, "noch ein Satz")
    press(pane, "save")
    qtbot.waitUntil(lambda: pane.card.name.property("wrong") == "true")
    assert pane.context.messages.current.tone is Tone.ERROR
    assert pane.card.name.text() == "XIAOLI"
    with staffed.transaction(owner) as session:
        set_roles(session, "xiaoli", ["sales"])
    qtbot.waitUntil(lambda: pane.model.cell(1, 2).text == "销售员")
    assert pane.card.name.text() == "XIAOLI"


def test_roles_and_name_of_somebody_are_changed_together(qtbot, pane, staffed, owner):
    go_to(pane, "xiaoli")
    assert pane.card.name.isReadOnly()
    pane.card.roles["sales"].click()
    write(qtbot, pane.card.full_name, "Li Mei")
    press(pane, "save")
    qtbot.waitUntil(lambda: kept(staffed, owner)["xiaoli"].full_name == "Li Mei")
    assert kept(staffed, owner)["xiaoli"].roles == ("sales", "cashier")


def test_the_card_tells_what_the_ticked_roles_allow_and_what_clashes(pane):
    go_to(pane, "xiaoli")
    allowed = [right for right in matrix().values() if "cashier" in right.roles]
    assert list(pane.card.rights.loaded_rows()) == allowed
    for role in ("treasurer", "accountant"):
        pane.card.roles[role].click()
    assert "出纳和会计" in pane.card.warning.text()
    first = pane.card.rights.row_at(0)
    assert pane.card.rights.cell(0, 1).text == "收银员、会计、出纳"
    assert first.permission == "product.view"


def test_somebody_is_disabled_and_let_in_again(qtbot, pane, staffed, owner):
    go_to(pane, "老周")
    press(pane, "switch")
    qtbot.waitUntil(lambda: states(pane) == ["在用", "在用", "已停用"])
    press(pane, "switch")
    qtbot.waitUntil(lambda: states(pane)[2] == "在用")


def test_the_last_owner_stays(qtbot, pane):
    go_to(pane, "owner")
    press(pane, "switch")
    qtbot.waitUntil(lambda: pane.context.messages.current is not None)
    assert "至少要留一个" in pane.context.messages.current.text
    assert states(pane)[0] == "在用"


def test_a_wait_is_seen_and_ended(qtbot, pane, staffed, light):
    for _ in range(5):
        with pytest.raises(Exception, match="不对"):
            log_in(staffed, "xiaoli", Secret("wrong"), passwords=light)
    qtbot.waitUntil(lambda: states(pane)[1] == "等 1 分钟")
    go_to(pane, "xiaoli")
    press(pane, "unlock")
    qtbot.waitUntil(lambda: states(pane)[1] == "在用")


def test_new_codes_are_shown_once(qtbot, pane):
    go_to(pane, "owner")
    press(pane, "renew_codes")
    qtbot.waitUntil(lambda: len(pane.codes.labels) == 10)
    assert pane.codes.isVisible()
    assert not pane.card.isVisible()
    shown = pane.codes.labels[0].text()
    assert len(shown.split()[-1]) == 19
    qtbot.keyClick(pane.codes.done, Qt.Key.Key_Space)
    assert pane.card.isVisible()
    assert pane.codes.labels == []


def test_who_may_only_look_cannot_change(qtbot, context_of):
    pane = open_pane(qtbot, context_of("auditor"))
    assert not action_named(pane, "begin_new").isEnabled()
    assert not any(box.isEnabled() for box in pane.card.roles.values())
    assert pane.card.full_name.isReadOnly()


def test_a_shop_without_a_password_says_what_to_do_first(
    qtbot, dressed, new_shop: Callable[..., Database], ui_settings, clock
):
    shop = new_shop()
    with shop.reading() as session:
        actor = open_actor(session)
    tasks = Tasks(shop, actor=actor)
    context = Context(tasks, Messages(clock), ui_settings, may=actor.may, clock=clock)
    pane = open_pane(qtbot, context)
    assert "先给老板设密码" in pane.open_shop.text()
    assert not pane.open_shop.isHidden()
    assert states(pane) == ["没有密码"]
    write(qtbot, pane.card.password, "correct horse 9")
    write(qtbot, pane.card.again, "correct horse 9")
    press(pane, "save")
    qtbot.waitUntil(lambda: len(pane.codes.labels) == 10)
    qtbot.waitUntil(pane.open_shop.isHidden)
    tasks.close()


def test_no_text_is_cut(pane):
    assert pane.grid.elided_cells() == []


def test_a_pane_that_outlives_its_shop_asks_nothing_more(pane):
    pane.context.tasks.close()
    pane.refresh()
    press(pane, "read_again")
    assert pane.model.rowCount() == 3
