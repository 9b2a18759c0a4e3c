"""What the lamps say, and the clocks behind them."""

from datetime import date

import pytest

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.clock import Clock, fixed_clock
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.pricing.changes import PriceChangeDraft, PriceChangeLine
from jxc_desktop.pricing.services import approve_price_change
from jxc_desktop.safety.backup_log import Attempt
from jxc_desktop.shell.backup_clock import BackupClock
from jxc_desktop.shell.lamp import Lamp, Light, StatusLight
from jxc_desktop.shell.lamp_words import SelfCheck, backup_light, consistency_light
from jxc_desktop.shell.other_writers import OtherWriters
from jxc_desktop.shell.price_clock import PriceClock
from jxc_desktop.shell.self_check import SelfChecker
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.settings import change_setting
from tests.conftest import actor_with
from tests.shopkeeping import a_product, price

CLOCK = fixed_clock(2026, 11, 20, 10, 42)
HOUR = 3_600_000


def ago(hours):
    return CLOCK.milliseconds() - round(hours * HOUR)


def made(hours, *, verified=True, file="a.jxc", problem=""):
    return Attempt(ago(hours), "scheduled", "/backups", file, 1, "", verified, problem, 1)


@pytest.mark.parametrize(
    ("last", "checking", "words", "tone"),
    [
        (None, False, "还没核对账实", "warn"),
        (None, True, "正在核对账实", "warn"),
        (SelfCheck(ago(1), ()), False, "账实一致 ✓", "ok"),
        (SelfCheck(ago(1), ()), True, "正在核对账实", "warn"),
        (SelfCheck(ago(24), ()), False, "账实一致，超过一天没核对", "warn"),
        (SelfCheck(ago(1), ("差 12.30",)), False, "账实不符 1 处，看原因", "bad"),
        (SelfCheck(ago(1), ("差 12.30", "差 1")), True, "账实不符 2 处，看原因", "bad"),
    ],
)
def test_the_lamp_of_the_books(last, checking, words, tone):
    light = consistency_light(last, CLOCK, checking=checking)
    assert (light.text, light.tone) == (words, tone)


@pytest.mark.parametrize(
    ("last", "latest", "words", "tone"),
    [
        (None, None, "还没有备份", "warn"),
        (None, made(1, file="", problem="U 盘没插"), "备份没有做成", "bad"),
        (made(2), made(2), "备份 08:42 已验证", "ok"),
        (made(2, verified=False), made(2), "备份 08:42 未验证", "warn"),
        (made(12), made(12), "备份 11-19 22:42 已验证", "ok"),
        (made(26), made(26), "备份已过 26 小时", "bad"),
        (made(2), made(1, file="", problem="U 盘没插"), "备份没有做成", "bad"),
    ],
)
def test_the_lamp_of_the_backups(last, latest, words, tone):
    light = backup_light(last, latest, CLOCK)
    assert (light.text, light.tone) == (words, tone)


def test_a_running_backup_is_said():
    assert backup_light(made(2), made(2), CLOCK, running=True).text == "正在备份"


def test_a_lamp_speaks_to_screen_readers_and_is_as_wide_as_its_words(dressed, qtbot):
    lamp = Lamp("shield-check", Light("账实一致 ✓", "ok", "10:42 核对过"))
    qtbot.addWidget(lamp)
    narrow = lamp.sizeHint().width()
    lamp.show_light(Light("账实不符 2 处，看原因", "bad", "差 12.30"))
    assert lamp.sizeHint().width() > narrow
    assert lamp.accessibleName() == "账实不符 2 处，看原因"
    assert lamp.accessibleDescription() == "差 12.30"
    light = StatusLight(Light("打印机 就绪", "ok"))
    qtbot.addWidget(light)
    assert light.accessibleName() == "打印机 就绪"


@pytest.fixture
def lights():
    return []


def test_the_books_are_checked_in_the_background_and_the_lamp_turns_green(
    seat_of, owner, qtbot, lights, qapp
):
    checker = SelfChecker(seat_of(owner), qapp)
    checker.light.connect(lights.append)
    checker.check()
    qtbot.waitUntil(lambda: lights[-1].tone == "ok", timeout=20_000)
    assert [light.text for light in lights] == ["正在核对账实", "账实一致 ✓"]
    checker.deleteLater()


def test_a_cashier_sees_the_lamp_too(seat_of, qtbot, lights, qapp):
    checker = SelfChecker(seat_of(actor_with("cashier")), qapp)
    checker.light.connect(lights.append)
    checker.check()
    qtbot.waitUntil(lambda: lights[-1].tone == "ok", timeout=20_000)
    checker.deleteLater()


def test_a_broken_rule_turns_the_lamp_red(seat_of, owner, qtbot, lights, qapp):
    broken = (Invariant("I4", "库存金额等于总账", lambda _session: ["总账 1405 差 12.30"]),)
    checker = SelfChecker(seat_of(owner, invariants=broken), qapp)
    checker.light.connect(lights.append)
    checker.check()
    qtbot.waitUntil(lambda: lights[-1].tone == "bad", timeout=20_000)
    assert lights[-1].tip == "总账 1405 差 12.30"
    checker.deleteLater()


# --- backups ---


@pytest.fixture
def backup(seat_of, owner, qapp, lights):
    clock = BackupClock(seat_of(owner), qapp)
    clock.light.connect(lights.append)
    yield clock
    clock.deleteLater()


def into(database, owner, folder):
    with database.transaction(owner) as session:
        change_setting(session, "backup_folder", str(folder))


def test_a_backup_is_made_when_it_is_due_and_not_again(
    backup, database, owner, tmp_path, qtbot, lights
):
    folder = tmp_path / "backups"
    folder.mkdir()
    into(database, owner, folder)
    backup.tick()
    qtbot.waitUntil(lambda: bool(lights) and lights[-1].tone == "ok", timeout=30_000)
    assert "已验证" in lights[-1].text
    first = len(list(folder.glob("*.jxc")))
    assert first == 1
    backup.tick()
    qtbot.waitUntil(lambda: not backup.running, timeout=30_000)
    assert len(list(folder.glob("*.jxc"))) == first


def test_prices_take_effect_when_their_day_begins_while_the_window_stays_open(
    seat_of, owner, database, qtbot
):
    hands = [CLOCK]
    database.clock = Clock(now=lambda: hands[0].now())  # noqa: PLW0108  the hands move
    with database.transaction(owner) as session:
        product = a_product(session, retail_price=price(3))
        draft = PriceChangeDraft(
            date(2026, 11, 20), date(2026, 11, 21), (PriceChangeLine(product, price(4)),)
        )
        approve_price_change(session, draft, key=new_key())
    seat, told = seat_of(owner), []
    seat.messages.shown.connect(told.append)
    clock = PriceClock(seat, seat.messages)

    def asked():
        with database.reading(owner) as session:
            return product_facts(session, [product])[product].retail_price

    clock.tick()
    qtbot.wait(100)
    assert asked() == price(3)
    hands[0] = fixed_clock(2026, 11, 21, 0, 0)
    clock.tick()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].text == "1 张调价单今天生效，价签要换"
    assert asked() == price(4)


def test_without_a_folder_the_person_is_told(backup, qtbot):
    backup.back_up()
    messages = backup._seat.messages
    qtbot.waitUntil(lambda: messages.current is not None)
    assert messages.current.text == "还没有选备份放哪里。在设置里填“备份文件夹”"


def test_a_backup_by_order_says_where_it_is(backup, tmp_path, qtbot):
    messages = backup._seat.messages
    backup.back_up(str(tmp_path / "usb"))
    qtbot.waitUntil(lambda: messages.current is not None, timeout=30_000)
    assert "验证通过" in messages.current.text
    assert len(list((tmp_path / "usb").glob("*.jxc"))) == 1


def test_a_folder_that_is_gone_is_told_and_the_lamp_is_red(
    backup, database, owner, tmp_path, qtbot, lights
):
    into(database, owner, tmp_path / "gone")
    backup.tick()
    qtbot.waitUntil(lambda: bool(lights) and lights[-1].tone == "bad", timeout=30_000)
    assert lights[-1].text == "备份没有做成"
    assert backup._seat.messages.current.tone == "bad"


def test_closing_time_waits_for_the_backup_and_goes_on_even_when_it_fails(
    backup, database, owner, tmp_path, qtbot
):
    gone = []
    into(database, owner, tmp_path / "gone")
    backup.tick()
    backup.close(lambda: gone.append(True))
    qtbot.waitUntil(lambda: gone == [True], timeout=30_000)


def test_closing_time_makes_the_last_backup(backup, database, owner, tmp_path, qtbot):
    gone = []
    folder = tmp_path / "backups"
    folder.mkdir()
    into(database, owner, folder)
    backup.close(lambda: gone.append(True))
    qtbot.waitUntil(lambda: gone == [True], timeout=30_000)
    assert len(list(folder.glob("*.jxc"))) == 1


# --- others who write ---


def test_what_another_program_writes_is_announced_and_our_own_only_once(
    seat_of, owner, database, qtbot, qapp
):
    from jxc_desktop.core.db import Database

    seat = seat_of(owner)
    others = OtherWriters(seat, qapp)
    told = []
    seat.tasks.changed.connect(told.append)
    others.ask()
    qtbot.waitUntil(lambda: others._seen is not None)
    with database.transaction(owner) as session:
        change_setting(session, "phone", "1")
    others.ask()
    qtbot.waitUntil(lambda: not others._asking)
    qtbot.wait(20)
    assert len(told) == 1
    elsewhere = Database(database.path, clock=database.clock)
    with elsewhere.transaction(owner) as session:
        change_setting(session, "phone", "2")
    elsewhere.close()
    others.ask()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {"product", "move", "setting"} <= told[1]
    others.deleteLater()
