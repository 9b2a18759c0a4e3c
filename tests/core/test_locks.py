"""Writers share a shop, restore and migration have it alone, and there is one window."""

import subprocess
import sys
from pathlib import Path

import pytest

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.locks import ShopLock, only_window

HOLDER = """
import sys
from pathlib import Path
from jxc_desktop.core.locks import ShopLock
with ShopLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return tmp_path / "my.jxc"


def test_writers_stand_side_by_side(shop: Path):
    with ShopLock(shop), ShopLock(shop, patience=0):
        pass


def test_a_restore_waits_for_no_other_writer_to_be_there(shop: Path):
    with ShopLock(shop), ShopLock(shop, patience=0) as second:
        with pytest.raises(ShopFileError, match="别的窗口或程序"), second.alone():
            pass
        # It has its share back and can go on writing.
        with pytest.raises(ShopFileError), ShopLock(shop, patience=0).alone():
            pass


def test_nobody_writes_beside_a_restore(shop: Path):
    with ShopLock(shop) as mine, mine.alone(), pytest.raises(ShopFileError, match="正在恢复或升级"):
        ShopLock(shop, patience=0).share()
    with ShopLock(shop, patience=0):
        pass


def test_a_dead_program_leaves_no_lock_behind(shop: Path):
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(shop)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdin is not None
    assert program.stdout.readline() == b"held\n"
    with pytest.raises(ShopFileError), ShopLock(shop, patience=0).alone():
        pass
    program.kill()
    program.wait()
    program.stdout.close()
    program.stdin.close()
    with ShopLock(shop, patience=0).alone():
        pass


def test_there_is_one_window_of_a_shop(shop: Path):
    with only_window(shop), pytest.raises(ShopFileError, match="另一个窗口"), only_window(shop):
        pass
    with only_window(shop):
        pass


def test_a_folder_that_takes_no_lock_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ShopFileError, match="写不了"):
        ShopLock(tmp_path / "file" / "my.jxc").share()
