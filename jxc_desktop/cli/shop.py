"""The shop a verb works on: found, locked against restore, opened, and with somebody at work in it."""

import argparse
import platform
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.cli.speaking import tell
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.i18n import translate, use_language
from jxc_desktop.core.locks import ShopLock
from jxc_desktop.core.opening import local_path, open_existing
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.settings import settings_of

FILE = "my.jxc"
LONGEST_PASSWORD = 1024


@dataclass(frozen=True, slots=True)
class OpenShop:
    """A shop and whoever works in it; `lock` is its share in the file, None on PostgreSQL."""

    database: Database
    actor: Actor
    lock: ShopLock | None


def target_of(options: argparse.Namespace) -> str:
    """The shop that `--shop` names, or the one of this person on this machine."""
    return options.shop or str(own_folder() / FILE)


def own_folder() -> Path:
    """Where the shop lies when nobody says so."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("jxc_desktop", appauthor=False))


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[OpenShop]:
    """The shop with its share of the lock held, recorded while it is open, closed afterwards."""
    target = target_of(options)
    database = open_existing(target)
    path = local_path(target)
    try:
        with ShopLock(path) if path else nullcontext() as lock:
            actor = who_is_asking(database, options)
            _speak_its_language(database, options)
            with _recorded(database):
                yield OpenShop(database, actor, lock)
    finally:
        database.close()


@contextmanager
def _recorded(database: Database) -> Iterator[None]:
    """The flight recorder follows what is posted; trouble with its disk is told and fails nothing."""
    from jxc_desktop.safety.recording import PATIENT, Recording

    recording = Recording(database, patience=PATIENT)
    try:
        yield
    finally:
        recording.close()
        if recording.problem:
            tell(recording.problem)


def who_is_asking(database: Database, options: argparse.Namespace) -> Actor:
    """Whoever `--user` and `--password-file` prove; the owner of a shop without passwords."""
    from jxc_desktop.shop.login import log_in, open_actor

    machine = platform.node()
    if options.user:
        if not options.password_file:
            raise InvalidInput(translate("cli", "写了 --user 就要写 --password-file"))
        return log_in(database, options.user, password_in(options.password_file), machine=machine)
    with database.reading() as session:
        owner = open_actor(session, machine=machine)
    if owner is None:
        raise Forbidden(translate("cli", "账套有密码。写上 --user 和 --password-file"))
    tell(translate("cli", "账套还没有密码，谁拿到文件都能用。用 user passwd 给老板设密码"))
    return owner


def password_in(file: str) -> Secret:
    """The password on the first line of a file."""
    try:
        with Path(file).open(encoding="utf-8-sig") as opened_file:
            line = opened_file.readline(LONGEST_PASSWORD).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(
            translate("cli", "读不了密码文件 {file}。第一行写密码，存成 UTF-8").format(file=file)
        ) from error
    return Secret(line)


def _speak_its_language(database: Database, options: argparse.Namespace) -> None:
    if options.lang:
        return
    with database.reading() as session:
        use_language(settings_of(session).language)
