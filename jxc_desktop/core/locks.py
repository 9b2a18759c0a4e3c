"""Who may touch a shop file: writers side by side, restore and migration alone, one window at a time.

The locks lie on files of their own beside the shop file, and the system drops them when a process dies.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import portalocker

from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate

PATIENCE = 5.0
"""Seconds to wait for the others before giving up."""
_INTERVAL = 0.05


class ShopLock:
    """This program's share in a shop file, held from opening to closing.

    Every writer shares it; `alone` waits until no other program has the shop, for restore and migration.
    """

    def __init__(self, shop: Path, *, patience: float = PATIENCE) -> None:
        self._shop = shop
        self._patience = patience
        self._file = shop.with_name(shop.name + ".lock")
        self._held: portalocker.Lock | None = None

    def __enter__(self) -> Self:
        self.share()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def share(self) -> None:
        """Hold the shop together with other writers; refused while somebody has it alone."""
        self.release()
        self._held = _taken(self._file, portalocker.LOCK_SH, self._patience)
        if self._held is None:
            raise ShopFileError(
                translate("core", "{shop} 正在恢复或升级。等它做完再打开").format(shop=self._shop)
            )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have the shop to ourselves; afterwards it is shared again if it was before."""
        shared = self._held is not None
        self.release()
        self._held = _taken(self._file, portalocker.LOCK_EX, self._patience)
        try:
            if self._held is None:
                raise ShopFileError(
                    translate("core", "{shop} 还开在别的窗口或程序里。先关掉它们，再做一次").format(
                        shop=self._shop
                    )
                )
            yield
        finally:
            self.release()
            if shared:
                self.share()

    def release(self) -> None:
        """Let go of the shop; harmless when nothing is held."""
        if self._held is not None:
            self._held.release()
            self._held = None


@contextmanager
def only_window(shop: Path) -> Iterator[None]:
    """Be the one window of a shop; raises `ShopFileError` when there is another."""
    with only_one(
        shop.with_name(shop.name + ".window"),
        translate("core", "{shop} 已经在另一个窗口打开。切换到那个窗口").format(shop=shop),
    ):
        yield


@contextmanager
def only_one(file: Path, refusal: str, *, patience: float = 0) -> Iterator[None]:
    """Hold `file` alone; raises `ShopFileError(refusal)` when somebody else still does after `patience` seconds."""
    held = _taken(file, portalocker.LOCK_EX, patience)
    if held is None:
        raise ShopFileError(refusal)
    try:
        yield
    finally:
        held.release()


def _taken(file: Path, kind: portalocker.LockFlags, patience: float) -> portalocker.Lock | None:
    lock = portalocker.Lock(
        file,
        mode="a",
        timeout=patience,
        check_interval=_INTERVAL,
        fail_when_locked=patience == 0,
        flags=kind | portalocker.LOCK_NB,
    )
    try:
        lock.acquire()
    except portalocker.exceptions.LockException:
        return None
    except OSError as error:
        raise ShopFileError(
            translate("core", "{folder} 里写不了文件。换一个能写的文件夹").format(
                folder=file.parent
            )
        ) from error
    return lock
