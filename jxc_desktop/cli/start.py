"""`init`: a new shop in a new file or an empty PostgreSQL database."""

import argparse
import platform
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say, tell
from jxc_desktop.core.errors import InvalidInput, ShopFileError
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from jxc_desktop.core.db import Database
    from jxc_desktop.core.secrets import Secret
    from jxc_desktop.guide.setup import ShopSetup
    from jxc_desktop.shop.actor import Actor

COSTINGS = ("moving_average", "fifo")
SCOPES = ("company", "warehouse")
TAXPAYERS = ("small", "general")
_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("init", help="a new shop")
    verb.add_argument("--sample", action="store_true", help="with a believable trading year")
    verb.add_argument("--name", metavar="N")
    verb.add_argument("--taxpayer", choices=TAXPAYERS, default="small")
    verb.add_argument("--costing", choices=COSTINGS, default="moving_average")
    verb.add_argument("--cost-scope", choices=SCOPES, default="company")
    verb.add_argument("--start", metavar="2026-01", default="")
    verb.add_argument("--owner-password-file", metavar="F")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the shop, all of it or nothing."""
    from jxc_desktop.cli.shop import target_of
    from jxc_desktop.core.opening import local_path
    from jxc_desktop.core.place import require_safe_place
    from jxc_desktop.guide.setup import ShopSetup

    target = target_of(options)
    path = local_path(target)
    if options.start and not _MONTH.fullmatch(options.start):
        raise InvalidInput(
            translate("cli", "{month} 不是月份。写成 2026-01 的样子").format(month=options.start)
        )
    if options.sample and (options.start or options.name):
        raise InvalidInput(
            translate("cli", "示例账套自己定店名和开始的月份，去掉 --name 和 --start")
        )
    setup = ShopSetup(
        name=_name(options),
        taxpayer=options.taxpayer,
        costing=options.costing,
        cost_scope=options.cost_scope,
        start_month=_sample_month() if options.sample else options.start,
        language=options.lang or "zh",
    )
    password = _password(options, setup.name, needed=path is None)
    if path is not None:
        _require_new_file(path)
        require_safe_place(path)
    codes = _make(target, path, setup, password, sample=options.sample)
    answer = {"shop": str(path or "postgresql"), "name": setup.name, "taxpayer": setup.taxpayer}
    say({**answer, "owner": "owner", **({"recovery_codes": codes} if codes else {})})
    return 0


def _name(options: argparse.Namespace) -> str:
    if options.sample:
        from jxc_desktop.guide.sample import NAME

        return NAME
    name = translate("guide", "我的店") if options.name is None else options.name.strip()
    if not name or len(name) > 60:  # noqa: PLR2004  as the setting
        raise InvalidInput(translate("cli", "店名要有 1 到 60 个字"))
    return str(name)


def _password(options: argparse.Namespace, shop: str, *, needed: bool) -> "Secret | None":
    from jxc_desktop.cli.shop import password_in
    from jxc_desktop.shop.passwords import require_good

    if options.owner_password_file:
        password = password_in(options.owner_password_file)
        require_good(password, "owner", shop)
        return password
    if needed:
        raise InvalidInput(
            translate("cli", "PostgreSQL 上的账套一定要有密码。写上 --owner-password-file")
        )
    return None


def _require_new_file(path: Path) -> None:
    from jxc_desktop.cli.shop import own_folder

    if path.exists():
        raise ShopFileError(
            translate("cli", "已经有 {shop} 了，不覆盖。换一个文件名").format(shop=path)
        )
    if path.parent == own_folder():
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.parent.is_dir():
        raise ShopFileError(
            translate("cli", "没有文件夹 {folder}。先建好文件夹").format(folder=path.parent)
        )


def _make(
    target: str, path: Path | None, setup: "ShopSetup", password: "Secret | None", *, sample: bool
) -> list[str]:
    """Make the shop and return the owner's recovery codes; nothing is left when it fails."""
    from jxc_desktop.core.creation import schema_version
    from jxc_desktop.core.db import Database
    from jxc_desktop.core.durable import remove_with_companions
    from jxc_desktop.guide.setup import open_shop
    from jxc_desktop.shop.services import set_password

    database = Database(target)
    try:
        if path is None and schema_version(database) is not None:
            raise ShopFileError(translate("cli", "这个数据库里已经有账套了。换一个空的"))
        owner = open_shop(database, setup, machine=platform.node())
        if sample:
            _fill(database, owner)
        if password is None:
            return []
        with database.transaction(owner) as session:
            return [code.reveal() for code in set_password(session, owner.name, password)]
    except BaseException:
        database.close()
        if path is not None:
            remove_with_companions(path)
        raise
    finally:
        database.close()


def _sample_month() -> str:
    from jxc_desktop.core.clock import Clock
    from jxc_desktop.guide.sample import sample_start

    return sample_start(Clock().today()).strftime("%Y-%m")


def _fill(database: "Database", owner: "Actor") -> None:
    from jxc_desktop.guide.sample import fill_sample

    def progress(done: int, days: int) -> None:
        if done % 30 == 0 or done == days:
            tell(translate("cli", "示例：{done} / {days} 天").format(done=done, days=days))

    fill_sample(database, owner, progress=progress)
