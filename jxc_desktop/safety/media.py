"""What can go wrong with a disk, said in one sentence each."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jxc_desktop.core.db import DriverError
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate

Free = Callable[[Path], int]
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO}
_SHUT = {errno.EACCES, errno.EPERM, errno.EROFS}


def free_bytes(folder: Path) -> int:
    """Bytes that may still be written to the disk of `folder`."""
    return shutil.disk_usage(folder).free


def require_room(folder: Path, wanted: int, free: Free) -> None:
    """Refuse to begin when `folder` has less than `wanted` bytes free."""
    missing = wanted - free(folder)
    if missing > 0:
        raise ShopFileError(
            translate("safety", "{folder} 所在的盘还差 {size} MB。腾出空间，或换一个文件夹").format(
                folder=folder, size=missing // 10**6 + 1
            )
        )


@contextmanager
def told_in_words(folder: Path) -> Iterator[None]:
    """Turn what the disk of `folder` answers into a sentence that says what to do."""
    try:
        yield
    except OSError as error:
        raise ShopFileError(_sentence(error).format(folder=folder, error=error)) from error
    except DriverError as error:
        raise ShopFileError(_driver_sentence(error).format(folder=folder, error=error)) from error


def _sentence(error: OSError) -> str:
    if error.errno in _FULL:
        return translate("safety", "{folder} 所在的盘满了。腾出空间，或换一个文件夹")
    if error.errno in _GONE:
        return translate("safety", "{folder} 找不到了或读写不了。插好 U 盘，或换一个文件夹")
    if error.errno in _SHUT:
        return translate("safety", "{folder} 不让写。换一个能写的文件夹")
    return translate("safety", "{folder} 里写不进去：{error}。换一个文件夹")


def _driver_sentence(error: Exception) -> str:
    said = str(error)
    if "full" in said:
        return translate("safety", "{folder} 所在的盘满了。腾出空间，或换一个文件夹")
    if "unable to open" in said or "readonly" in said:
        return translate("safety", "{folder} 不让写。换一个能写的文件夹")
    return translate("safety", "{folder} 里写不进去：{error}。换一个文件夹")
