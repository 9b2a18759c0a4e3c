"""A live shop lies on a disk of this PC, outside folders that a service copies about."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.place import on_network, require_safe_place, sync_service

MOUNTS = [("/", "ext4", "rw"), ("/mnt", "ext4", "rw"), ("/mnt/nas", "cifs", "rw")]


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - 我的公司", "OneDrive"),
        ("Mobile Documents", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("我的坚果云", "坚果云"),
        ("Nutstore Files", "坚果云"),
    ],
)
def test_a_shop_in_a_sync_folder_is_refused(tmp_path: Path, folder: str, service: str):
    shop = tmp_path / folder / "shops" / "my.jxc"
    assert sync_service(shop) == service
    with pytest.raises(ShopFileError, match="同步文件夹"):
        require_safe_place(shop)


def test_a_sync_folder_of_another_name_is_known_by_its_mark(tmp_path: Path):
    (tmp_path / "cloud" / ".dropbox").mkdir(parents=True)
    assert sync_service(tmp_path / "cloud" / "my.jxc") == "Dropbox"


def test_a_sync_folder_is_known_by_the_systems_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("OneDrive", str(tmp_path / "od"))
    assert sync_service(tmp_path / "od" / "x" / "my.jxc") == "OneDrive"


def test_an_ordinary_folder_is_fine(tmp_path: Path):
    require_safe_place(tmp_path / "dropbox_export" / "my.jxc")


def test_shares_are_known_on_every_system():
    assert on_network(PurePosixPath("/mnt/nas/my.jxc"), MOUNTS)
    assert not on_network(PurePosixPath("/mnt/disk/my.jxc"), MOUNTS)
    assert on_network(PureWindowsPath(r"\\server\share\my.jxc"), [])
    drives = [("Z:\\", "NTFS", "rw,remote"), ("C:\\", "NTFS", "rw,fixed")]
    assert on_network(PureWindowsPath("Z:\\my.jxc"), drives)
    assert not on_network(PureWindowsPath("C:\\my.jxc"), drives)
