"""The way in: which shop, who; whatever cannot be opened is one sentence; a new shop from three pages."""

import shutil

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.entrance import Entrance
from jxc_desktop.shell.errand import Errands
from jxc_desktop.shell.new_shop import NewShop, make_shop
from jxc_desktop.shell.new_shop_dialog import NewShopDialog
from jxc_desktop.shell.open_shop_dialog import OpenShopDialog
from jxc_desktop.shell.opened_shop import log_in_to, open_for_window
from jxc_desktop.shell.recent_shops import RecentShop, RecentShops
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.shop.ui.login_dialog import LoginDialog
from tests.conftest import NOW

GOOD = "tianqi zhen hao 9"


@pytest.fixture
def path(tmp_path, shop_file):
    """A closed shop that nobody has a password for."""
    target = tmp_path / "shop.jxc"
    shutil.copyfile(shop_file("small"), target)
    return target


@pytest.fixture
def locked_path(tmp_path):
    """A closed shop whose owner has a password."""
    target = tmp_path / "locked.jxc"
    make_shop(NewShop(target, "顺和副食商行", "small", "2026-11", Secret(GOOD)))
    return target


@pytest.fixture
def entrance(dressed, settings, qtbot):
    entrance = Entrance(RecentShops(settings), NOW)
    entrance.entered_as = []
    entrance.entered.connect(lambda shop, actor: entrance.entered_as.append((shop, actor)))
    yield entrance
    qtbot.waitUntil(lambda: not entrance.errands.under_way, timeout=20_000)
    entrance.leave()
    if entrance.shop is not None:
        entrance.shop.close()


def test_a_shop_without_passwords_opens_by_itself(entrance, path, qtbot):
    entrance.open(str(path))
    qtbot.waitUntil(lambda: bool(entrance.entered_as), timeout=20_000)
    [(shop, actor)] = entrance.entered_as
    assert actor.name == "owner"
    assert shop.owner == actor
    assert entrance.dialog is None


def test_a_shop_with_passwords_asks_who_and_lets_in_who_knows(
    entrance, locked_path, settings, qtbot
):
    entrance.open(str(locked_path))
    qtbot.waitUntil(lambda: isinstance(entrance.dialog, LoginDialog), timeout=20_000)
    dialog = entrance.dialog
    dialog.password.setText("not this one")
    dialog.enter.click()
    qtbot.waitUntil(lambda: bool(dialog.problem_text), timeout=20_000)
    assert dialog.problem_text == "登录名或密码不对。再试一次"
    dialog.password.setText(GOOD)
    dialog.enter.click()
    qtbot.waitUntil(lambda: bool(entrance.entered_as), timeout=20_000)
    known = RecentShops(settings).find(str(locked_path))
    assert known.people == (("owner", "老板"),)
    assert known.last == "owner"


def test_five_wrong_passwords_are_answered_with_minutes(entrance, locked_path, qtbot):
    entrance.open(str(locked_path))
    qtbot.waitUntil(lambda: isinstance(entrance.dialog, LoginDialog), timeout=20_000)
    dialog = entrance.dialog
    for _ in range(6):
        dialog.password.setText("wrong")
        dialog.enter.click()
        qtbot.waitUntil(dialog.enter.isEnabled, timeout=20_000)
    assert dialog.problem_text == "密码输错太多次。1 分钟后再试，或让老板解锁"


def test_the_known_people_are_painted_before_the_shop_is_open(
    entrance, locked_path, settings, qtbot
):
    RecentShops(settings).keep(
        RecentShop(str(locked_path), "顺和副食商行", (("owner", "老板"),), "owner")
    )
    entrance.open(str(locked_path))
    assert isinstance(entrance.dialog, LoginDialog)
    assert [tile.shown for tile in entrance.dialog.tiles.tiles] == ["老板"]
    assert entrance.shop is None
    entrance.dialog.password.setText(GOOD)
    entrance.dialog.enter.click()  # typed faster than the shop opens
    qtbot.waitUntil(lambda: bool(entrance.entered_as), timeout=20_000)


def test_a_forgotten_password_is_replaced_with_a_recovery_code(entrance, tmp_path, qtbot):
    target = tmp_path / "forgotten.jxc"
    codes = make_shop(NewShop(target, "店", "small", "2026-11", Secret(GOOD)))
    entrance.open(str(target))
    qtbot.waitUntil(lambda: isinstance(entrance.dialog, LoginDialog), timeout=20_000)
    dialog = entrance.dialog
    dialog.forgotten.click()
    dialog.code.setText(codes[3].reveal())
    dialog.new_password.setText("xin mima 7788")
    dialog.again.setText("xin mima 7788")
    dialog.recover.click()
    qtbot.waitUntil(lambda: bool(entrance.entered_as), timeout=20_000)
    shop, _actor = entrance.entered_as[0]
    assert log_in_to(shop, "owner", Secret("xin mima 7788")).name == "owner"


def spoil(path):
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 4096)


def make_foreign(path):
    path.write_text("这不是账套" * 100, encoding="utf-8")


def make_newer(path):
    database = Database(path)
    with database.engine().begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 999")
    database.close()


def remove(path):
    path.unlink()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (spoil, "不是进销存账套"),
        (make_foreign, "它不是账套文件，或已损坏"),
        (make_newer, "升级本程序后再打开"),
        (remove, "没有账套"),
    ],
)
def test_what_cannot_be_opened_is_told_in_one_sentence(entrance, path, harm, words, qtbot):
    harm(path)
    entrance.open(str(path))
    qtbot.waitUntil(lambda: isinstance(entrance.dialog, OpenShopDialog), timeout=20_000)
    said = entrance.dialog.problem.text()
    assert words in said
    assert "\n" not in said
    assert entrance.shop is None


def test_a_shop_in_a_sync_folder_is_refused(entrance, path, tmp_path, qtbot):
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    there = folder / "shop.jxc"
    shutil.move(path, there)
    entrance.open(str(there))
    qtbot.waitUntil(lambda: isinstance(entrance.dialog, OpenShopDialog), timeout=20_000)
    assert "OneDrive" in entrance.dialog.problem.text()


def test_a_second_window_of_a_shop_says_so(entrance, path, qtbot):
    first = open_for_window(str(path))
    try:
        rung = []
        entrance.second.connect(rung.append)
        entrance.open(str(path))
        qtbot.waitUntil(lambda: isinstance(entrance.dialog, OpenShopDialog), timeout=20_000)
        assert "已经在另一个窗口打开" in entrance.dialog.problem.text()
        assert rung == [str(path)]
    finally:
        first.close()
    open_for_window(str(path)).close()


def test_an_unopened_shop_leaves_no_lock_behind(path):
    shutil.copyfile(path, path.with_name("copy.jxc"))
    make_newer(path)
    with pytest.raises(Exception, match="升级本程序"):
        open_for_window(str(path))
    shutil.copyfile(path.with_name("copy.jxc"), path)
    open_for_window(str(path)).close()


def test_escape_at_the_door_gives_up(entrance, qtbot):
    gone = []
    entrance.given_up.connect(lambda: gone.append(True))
    entrance.choose().reject()
    assert gone == [True]


def test_recent_shops_are_listed_newest_first_and_can_be_dropped(
    entrance, settings, path, tmp_path
):
    recent = RecentShops(settings)
    recent.keep(RecentShop(str(path), "一店"))
    recent.keep(RecentShop(str(tmp_path / "gone.jxc"), "二店"))
    dialog = entrance.choose()
    names = [dialog.shops.item(n).text().split("\n")[0] for n in range(dialog.shops.count())]
    assert names == ["二店", "一店"]
    assert "不在那里了" in dialog.shops.item(0).toolTip()
    dialog.shops.setCurrentRow(0)
    dialog.remove.click()
    assert [shop.name for shop in recent.all()] == ["一店"]


def test_broken_memory_of_recent_shops_is_forgotten(settings):
    settings.write(
        "shops", [{"name": "no target"}, "nonsense", {"target": "a", "people": [["x"], 3]}]
    )
    assert RecentShops(settings).all() == [RecentShop("a", "")]


# --- a new shop ---


@pytest.fixture
def wizard(dressed, qtbot, tmp_path):
    errands = Errands()
    wizard = NewShopDialog(errands, NOW)
    wizard.paths = []
    wizard.made.connect(wizard.paths.append)
    wizard.place.line.setText(str(tmp_path / "new" / "店.jxc"))
    wizard.backup.line.setText(str(tmp_path / "backups"))
    qtbot.addWidget(wizard)
    wizard.show()
    yield wizard
    qtbot.waitUntil(lambda: not errands.under_way, timeout=20_000)


def test_the_wizard_makes_a_shop_and_shows_the_codes_once(wizard, tmp_path, qtbot):
    wizard.name.setText("顺和副食商行")
    wizard.general.setChecked(True)
    wizard.fifo.setChecked(True)
    wizard.next.click()
    wizard.password.first.setText(GOOD)
    wizard.password.again.setText(GOOD)
    wizard.next.click()
    wizard.next.click()
    qtbot.waitUntil(lambda: wizard.pages.currentIndex() == 3, timeout=20_000)
    codes = wizard.codes.text().split("\n")
    assert len([line for line in codes if "-" in line]) == 10
    wizard.codes.write_to(tmp_path / "codes.txt")
    assert (tmp_path / "codes.txt").read_text("utf-8") == wizard.codes.text()
    wizard.reject()
    assert wizard.isVisible(), "the codes are never shown again"
    wizard.codes.card.done.click()
    assert wizard.paths == [str(tmp_path / "new" / "店.jxc")]
    shop = open_for_window(wizard.paths[0])
    assert shop.owner is None
    assert shop.people == (("owner", "老板"),)
    with shop.database.reading() as session:
        settings = settings_of(session)
    assert (settings.name, settings.taxpayer, settings.start_month) == (
        "顺和副食商行",
        "general",
        "2026-11",
    )
    assert (settings.costing, settings.backup_folder) == ("fifo", str(tmp_path / "backups"))
    shop.close()


def test_a_shop_without_a_password_needs_no_codes(wizard, qtbot):
    wizard.next.click()
    wizard.password.later.setChecked(True)
    wizard.next.click()
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(wizard.paths), timeout=20_000)
    shop = open_for_window(wizard.paths[0])
    assert shop.owner is not None
    shop.close()


def test_the_wizard_says_what_is_wrong_and_stays(wizard):
    wizard.name.clear()
    wizard.next.click()
    assert wizard.problem.text() == "店名要有 1 到 60 个字"
    wizard.name.setText("店")
    wizard.next.click()
    wizard.password.first.setText("12345678")
    wizard.next.click()
    assert "太容易猜" in wizard.problem.text()
    wizard.password.first.setText(GOOD)
    wizard.password.again.setText("another")
    wizard.next.click()
    assert wizard.problem.text() == "两次输入的密码不一样。再输一次"
    assert wizard.pages.currentIndex() == 1


def test_words_on_a_password_while_it_is_typed(wizard, qtbot):
    wizard.next.click()
    for typed, word in (
        ("abc", "密码太短，至少要 8 位"),
        ("kao shan 88", "可以，更长更好"),
        (GOOD, "强"),
    ):
        wizard.password.first.clear()
        qtbot.keyClicks(wizard.password.first, typed)
        assert wizard.password.word.text() == word


def test_an_existing_file_is_never_overwritten(wizard, tmp_path, qtbot):
    target = tmp_path / "new" / "店.jxc"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    wizard.next.click()
    wizard.password.later.setChecked(True)
    wizard.next.click()
    wizard.next.click()
    qtbot.waitUntil(lambda: bool(wizard.problem.text()), timeout=20_000)
    assert "不覆盖" in wizard.problem.text()
    assert wizard.pages.currentIndex() == 0
    assert target.read_bytes() == b"mine"


def test_a_shop_that_cannot_be_made_leaves_no_file(tmp_path):
    target = tmp_path / "half.jxc"
    with pytest.raises(Exception, match="太短"):
        make_shop(NewShop(target, "店", "small", "2026-11", Secret("short")))
    assert list(tmp_path.iterdir()) == []


# --- out of a backup ---


@pytest.fixture
def backup(locked_path, tmp_path):
    """A proven backup of a shop with a password."""
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.backup import Order, make_backup
    from jxc_desktop.shop.login import log_in

    shop = open_for_window(str(locked_path))
    owner = log_in(shop.database, "owner", Secret(GOOD))
    made = make_backup(shop.database, Order(tmp_path / "usb"), INVARIANTS, actor=owner)
    shop.close()
    return made.path


def test_a_shop_comes_back_out_of_its_backup(entrance, backup, tmp_path, qtbot):
    dialog = entrance.choose().restore_from(backup)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    assert "顺和副食商行" in dialog.told.text()
    assert "验证通过，可以恢复。" in dialog.told.text()
    target = tmp_path / "back.jxc"
    dialog.place.line.setText(str(target))
    dialog.password.setText("not this one")
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)
    assert dialog.problem.text() == "登录名或密码不对。再试一次"
    assert not target.exists()
    dialog.password.setText(GOOD)
    dialog.go.click()
    qtbot.waitUntil(lambda: entrance.shop is not None, timeout=30_000)
    assert entrance.shop.target == str(target)


def test_a_spoilt_backup_is_refused_in_one_sentence(entrance, backup, qtbot):
    content = bytearray(backup.read_bytes())
    content[-100] ^= 1
    backup.write_bytes(content)
    dialog = entrance.choose().restore_from(backup)
    qtbot.waitUntil(lambda: bool(dialog.problem.text()), timeout=20_000)
    assert "不能用" in dialog.problem.text()
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: not entrance.errands.under_way)
    dialog.reject()
