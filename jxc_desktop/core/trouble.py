"""What a database says when the world fails it, as one sentence: busy, full, read-only, gone."""

from sqlalchemy.exc import DBAPIError

from jxc_desktop.core.db import DriverError
from jxc_desktop.core.errors import ShopFileError
from jxc_desktop.core.i18n import translate


def in_words(error: BaseException) -> ShopFileError | None:
    """The sentence for trouble from outside the program, or None when `error` is something else (a bug)."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, DriverError):
        return _of_sqlite(str(getattr(cause, "sqlite_errorname", "") or ""))
    if isinstance(cause, ModuleNotFoundError) and cause.name == "psycopg":
        return ShopFileError(
            translate("core", "没有装 PostgreSQL 的驱动。装上 jxc-desktop[postgres] 再试")
        )
    state = getattr(cause, "sqlstate", None)
    if type(cause).__module__.startswith("psycopg"):
        return _of_postgresql(type(cause).__name__, state)
    return None


def _of_sqlite(name: str) -> ShopFileError | None:
    """By the name of SQLite's result code; extended codes begin with their plain one."""
    sentences = {
        "SQLITE_BUSY": translate("core", "账套正被别的程序占用。过一会儿再试一次"),
        "SQLITE_LOCKED": translate("core", "账套正被别的程序占用。过一会儿再试一次"),
        "SQLITE_FULL": translate("core", "磁盘满了，没有保存。腾出空间再试一次"),
        "SQLITE_READONLY": translate("core", "账套不让写。检查文件和文件夹的权限"),
        "SQLITE_CANTOPEN": translate("core", "账套打不开。检查文件和文件夹的权限"),
        "SQLITE_IOERR": translate("core", "磁盘读写出错。检查磁盘，再试一次"),
        "SQLITE_CORRUPT": translate("core", "账套文件已损坏。用备份恢复"),
        "SQLITE_NOTADB": translate("core", "这不是账套文件，或已损坏。用备份恢复"),
    }
    for code, sentence in sentences.items():
        if name == code or name.startswith(f"{code}_"):
            return ShopFileError(sentence)
    return None


_RETRY = {"40001", "40P01", "55P03"}
_FULL = {"53100", "53200", "53300"}


def _of_postgresql(kind: str, state: str | None) -> ShopFileError | None:
    if state in _RETRY:
        return ShopFileError(translate("core", "别人正在改同一样东西。再试一次"))
    if state in _FULL:
        return ShopFileError(translate("core", "数据库服务器满了或连接太多。过一会儿再试"))
    if state is None and kind in {"OperationalError", "ConnectionTimeout", "InterfaceError"}:
        return ShopFileError(translate("core", "连不上数据库服务器。检查网络和地址，再试一次"))
    if state is not None and state.startswith(("08", "28", "3D", "57P")):
        return ShopFileError(translate("core", "数据库服务器不让连，或断开了。检查地址和账号"))
    return None
