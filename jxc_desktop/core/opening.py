"""Opening a shop that exists: refused in one sentence when it is not there, not ours, or in a dangerous place."""

from pathlib import Path

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.creation import SCHEMA_VERSION, require_our_schema, schema_version
from jxc_desktop.core.db import APPLICATION_ID, Database, shop_url
from jxc_desktop.core.errors import InvalidInput, ShopFileError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.place import require_safe_place
from jxc_desktop.core.trouble import in_words

POSTGRESQL = "postgresql+psycopg"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ID_AT = slice(68, 72)


def open_existing(target: str | Path, *, clock: Clock | None = None) -> Database:
    """The shop at a path or URL, ready to work in. Nothing is written to what turns out not to be a shop."""
    path = local_path(target)
    if path is not None:
        _require_shop_file(path)
        require_safe_place(path)
    database = Database(target, clock=clock)
    try:
        require_our_schema(database)
        if (schema_version(database) or 0) < SCHEMA_VERSION:
            raise ShopFileError(
                translate("core", "{shop} 是旧版本的账套。先用窗口打开一次，升级后再用").format(
                    shop=path or database.url.render_as_string(hide_password=True)
                )
            )
    except Exception as error:
        database.close()
        if (told := in_words(error)) is not None:
            raise told from error
        raise
    return database


def local_path(target: str | Path) -> Path | None:
    """The file of a shop given by path, None for one given by a PostgreSQL URL; raises for other URLs."""
    if "://" not in str(target):
        return Path(shop_url(target).database or "")
    if not str(target).startswith(f"{POSTGRESQL}://"):
        raise InvalidInput(
            translate("core", "账套写成文件路径，或 {example}").format(
                example=f"{POSTGRESQL}://user@host/name"
            )
        )
    return None


def _require_shop_file(path: Path) -> None:
    if not path.is_file():
        raise ShopFileError(
            translate("core", "没有账套 {shop}。核对路径，或新建一个").format(shop=path)
        )
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise ShopFileError(
            translate("core", "{shop} 不让读。检查文件的权限").format(shop=path)
        ) from error
    plain = header.startswith(_MAGIC)
    ours = header[_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    if len(header) < _HEADER or (plain and not ours):
        raise ShopFileError(translate("core", "{shop} 不是进销存账套").format(shop=path))
