"""Making a shop as the set-up wizard was answered: all of it, or no file at all."""

import platform
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import InvalidInput, ShopFileError
from jxc_desktop.core.i18n import language, translate
from jxc_desktop.core.secrets import Secret

LONGEST_NAME = 60
OWNER_LOGIN = "owner"
SUFFIX = ".jxc"


@dataclass(frozen=True, slots=True)
class NewShop:
    """What the wizard asked; without a password whoever can read the file may do everything."""

    path: Path
    name: str
    taxpayer: str
    start_month: str
    password: Secret | None = None
    backup_folder: str = ""
    costing: str = "moving_average"


def make_shop(wanted: NewShop, clock: Clock | None = None) -> tuple[Secret, ...]:
    """Make the shop and return the owner's recovery codes, none without a password; raises `UserError`."""
    from jxc_desktop.core.durable import remove_with_companions
    from jxc_desktop.core.place import require_safe_place

    path = wanted.path
    require_name(wanted.name)
    require_safe_place(path)
    if path.exists():
        raise ShopFileError(
            translate("shell", "已经有 {path} 了，不覆盖。换一个文件名").format(path=path),
            field="path",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _made(wanted, clock)
    except OSError as error:
        remove_with_companions(path)
        raise ShopFileError(
            translate("shell", "{folder} 里写不了文件。换一个文件夹").format(folder=path.parent),
            field="path",
        ) from error
    except BaseException:
        remove_with_companions(path)
        raise


def require_name(name: str) -> None:
    """Refuse a shop without a name or with one that no paper can hold."""
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise InvalidInput(
            translate("shell", "店名要有 1 到 {count} 个字").format(count=LONGEST_NAME),
            field="name",
        )


def password_problem(password: str, shop: str) -> str:
    """Why a password is not taken, "" for a good one."""
    from jxc_desktop.shop.passwords import require_good

    try:
        require_good(Secret(password), OWNER_LOGIN, shop)
    except InvalidInput as error:
        return error.message
    return ""


def _made(wanted: NewShop, clock: Clock | None) -> tuple[Secret, ...]:
    from jxc_desktop.core.db import Database
    from jxc_desktop.guide.setup import ShopSetup, open_shop
    from jxc_desktop.shop.services import set_password
    from jxc_desktop.shop.settings import change_setting

    setup = ShopSetup(
        name=wanted.name.strip(),
        taxpayer=wanted.taxpayer,
        costing=wanted.costing,
        start_month=wanted.start_month,
        language=language(),
    )
    database = Database(wanted.path, clock=clock)
    try:
        owner = open_shop(database, setup, machine=platform.node())
        with database.transaction(owner) as session:
            if wanted.backup_folder:
                Path(wanted.backup_folder).mkdir(parents=True, exist_ok=True)
                change_setting(session, "backup_folder", wanted.backup_folder)
            if wanted.password is None:
                return ()
            return set_password(session, owner.name, wanted.password)
    finally:
        database.close()
