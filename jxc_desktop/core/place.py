"""Where a live shop file may lie: on a disk of this PC, and not where a program copies it about.

A network share loses SQLite's locks, and a sync folder replaces the file under the feet of the program.
Finished backups may lie in either.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate

_SYNC_FOLDERS = {
    r"onedrive( - .+)?": "OneDrive",
    r"iclouddrive|icloud drive|mobile documents|com~apple~clouddocs": "iCloud",
    r"dropbox( \(.+\))?": "Dropbox",
    r"nutstore( files)?|.*坚果云.*": "坚果云",
    r"google ?drive": "Google Drive",
    r"baidusyncdisk|百度网盘同步空间": "百度网盘",
    r"wps ?云盘|wpsdrive": "WPS 云盘",
    r"cloudstorage": "云盘",
}
_SYNC_MARKS = {
    ".dropbox": "Dropbox",
    ".nutstore": "坚果云",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs"),
        *("fuse.davfs2", "fuse.sshfs", "fuse.rclone", "ncpfs", "afs"),
    )
)


def require_safe_place(shop: Path) -> None:
    """Refuse a live shop file on a network share or in a sync folder."""
    path = shop.expanduser().absolute()
    if synced := sync_service(path):
        raise ShopFileError(
            translate(
                "core", "{shop} 在 {service} 的同步文件夹里，账套会被改坏。换到普通文件夹"
            ).format(shop=shop, service=synced)
        )
    if on_network(path, _mounts()):
        raise ShopFileError(
            translate("core", "{shop} 在网络共享上，账套会被改坏。换到本机硬盘").format(shop=shop)
        )


def sync_service(path: Path) -> str | None:
    """The service that copies the folder of `path` about, or None."""
    for part in path.parent.parts:
        for pattern, service in _SYNC_FOLDERS.items():
            if re.fullmatch(pattern, part.strip("/\\").lower()):
                return service
    for folder in path.parents:
        for mark, service in _SYNC_MARKS.items():
            if (folder / mark).exists():
                return service
    roots = [os.environ[name] for name in _SYNC_VARIABLES if os.environ.get(name)]
    return "OneDrive" if any(path.is_relative_to(root) for root in roots) else None


def on_network(path: PurePath, mounts: Iterable[tuple[str, str, str]]) -> bool:
    """Whether `path` lies on another PC's disk; `mounts` are (where, file system, options)."""
    if str(path).startswith(("\\\\", "//")):
        return True
    over = [mount for mount in mounts if path.is_relative_to(mount[0])]
    if not over:
        return False
    _, kind, options = max(over, key=lambda mount: len(mount[0]))
    return kind.lower() in _NETWORK or "remote" in options.split(",")


def _mounts() -> list[tuple[str, str, str]]:
    import psutil

    return [(m.mountpoint, m.fstype, m.opts) for m in psutil.disk_partitions(all=True)]
