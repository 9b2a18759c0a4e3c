"""The login screen, by keys, and what it may load before it is seen."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.ui.login_dialog import LoginDialog

PEOPLE = [("owner", "王老板"), ("xiaoli", "小李"), ("小周", "")]


@pytest.fixture
def dialog(qtbot, dressed):
    dialog = LoginDialog("顺和副食商行")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def tried(dialog):
    """What the dialog handed over to be tried."""
    found = []
    dialog.submitted.connect(lambda name, password: found.append((name, password)))
    dialog.recovering.connect(lambda code, new: found.append((code, new)))
    return found


def type_into(qtbot, field: QLineEdit, text: str) -> None:
    qtbot.keyClicks(field, text)


def test_a_name_and_a_password_are_handed_over_on_enter(qtbot, dialog, tried):
    type_into(qtbot, dialog.name, "owner")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.password.hasFocus()
    type_into(qtbot, dialog.password, "secret 1")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert tried == [("owner", Secret("secret 1"))]
    assert dialog.isVisible()


def test_it_can_be_typed_into_before_the_people_are_known(qtbot, dialog):
    type_into(qtbot, dialog.name, "xiaoli")
    dialog.offer(PEOPLE, last="owner")
    assert dialog.name.text() == "xiaoli"


def test_whoever_came_last_is_chosen_and_only_the_password_is_missing(qtbot, dialog, tried):
    dialog.offer(PEOPLE, last="xiaoli")
    assert [tile.isChecked() for tile in dialog.tiles.tiles] == [False, True, False]
    assert dialog.password.hasFocus()
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert tried == [("xiaoli", Secret(""))]


def test_arrows_walk_the_tiles_and_typing_finds_them(qtbot, dialog):
    dialog.offer(PEOPLE)
    first, second, third = dialog.tiles.tiles
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert dialog.name.text() == "xiaoli"
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert (dialog.name.text(), third.isChecked()) == ("小周", True)
    dialog.name.clear()
    type_into(qtbot, dialog.name, "owner")
    assert (first.isChecked(), third.isChecked()) == (True, False)


def test_a_refusal_is_said_and_the_password_is_asked_again(qtbot, dialog, tried):
    dialog.offer(PEOPLE)
    type_into(qtbot, dialog.password, "wrong")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert len(tried) == 1
    dialog.refuse("登录名或密码不对。再试一次")
    assert dialog.problem_text == "登录名或密码不对。再试一次"
    assert dialog.password.text() == ""
    assert dialog.password.hasFocus()
    type_into(qtbot, dialog.password, "x")
    assert dialog.problem_text == ""
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert len(tried) == 2


def test_nobody_is_no_name(qtbot, dialog, tried):
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert tried == []
    assert "登录名" in dialog.problem_text


def test_a_forgotten_password_is_replaced_with_a_code(qtbot, dialog, tried):
    dialog.forgotten.click()
    assert dialog.code.hasFocus()
    type_into(qtbot, dialog.code, "ABCD-EFGH-JKMN-PQRS")
    type_into(qtbot, dialog.new_password, "correct horse 9")
    type_into(qtbot, dialog.again, "correct horse 8")
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert tried == []
    assert "不一样" in dialog.problem_text
    type_into(qtbot, dialog.again, "correct horse 9")
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert tried == [(Secret("ABCD-EFGH-JKMN-PQRS"), Secret("correct horse 9"))]
    dialog.refuse("这个恢复码不对")
    assert dialog.code.hasFocus()
    dialog.back.click()
    assert dialog.password.isVisible()


def test_passwords_are_not_shown(dialog):
    for field in (dialog.password, dialog.new_password, dialog.again):
        assert field.echoMode() is QLineEdit.EchoMode.Password


def test_everything_has_a_name_for_those_who_do_not_see(dialog):
    dialog.offer(PEOPLE)
    for field in dialog.findChildren(QLineEdit):
        assert field.accessibleName()
    assert [tile.accessibleName() for tile in dialog.tiles.tiles] == ["王老板", "小李", "小周"]


def test_the_practice_shop_says_so(qtbot, dressed):
    from PySide6.QtWidgets import QLabel

    dialog = LoginDialog("练习账套", practice=True)
    qtbot.addWidget(dialog)
    assert "练习" in [label.text() for label in dialog.findChildren(QLabel)]


HEAVY = [
    "sqlalchemy",
    "sqlcipher3",
    "argon2",
    "keyring",
    "openpyxl",
    "alembic",
]


def test_nothing_heavy_is_loaded_before_it_is_painted():
    program = (
        "import sys; import jxc_desktop.shop.ui.login_dialog; "
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
