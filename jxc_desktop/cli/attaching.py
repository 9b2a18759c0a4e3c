"""`attach`: put files to a posted document, or take a copy of them out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("attach", help="put files to a posted document, or copy them out")
    verb.add_argument("number", metavar="NUMBER")
    verb.add_argument("files", metavar="FILE", nargs="*")
    verb.add_argument("--out", metavar="DIR", help="copy the files of the document into a folder")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """All files or none; the answer names what the document has now."""
    from jxc_desktop.cli.shop import opened

    if bool(options.files) == bool(options.out):
        raise InvalidInput(translate("cli", "写要附的文件，或用 --out 写放到哪个文件夹"))
    with opened(options) as shop:
        if options.out:
            with shop.database.reading(shop.actor) as session:
                say({"files": _copied(session, options.number, Path(options.out))})
        else:
            with shop.database.transaction(shop.actor) as session:
                _add(session, options.number, [Path(each) for each in options.files])
                say({"files": [each.name for each in _known(session, options.number)]})
    return 0


def _known(session: "Session", number: str) -> Any:
    from jxc_desktop.intake.reversal import kind_of
    from jxc_desktop.shop.attachments import Subject, attachments_of

    return attachments_of(session, Subject(kind_of(session, number), number))


def _add(session: "Session", number: str, files: list[Path]) -> None:
    from jxc_desktop.intake.reversal import kind_of
    from jxc_desktop.shop.attachments import LARGEST, Subject, attach

    subject = Subject(kind_of(session, number), number)
    for file in files:
        try:
            with file.open("rb") as opened:
                data = opened.read(LARGEST + 1)
        except OSError:
            told = translate("cli", "读不了 {file}。看看路径和权限")
            raise InvalidInput(told.format(file=file)) from None
        attach(session, subject, file.name, data)


def _copied(session: "Session", number: str, folder: Path) -> list[str]:
    from jxc_desktop.core.durable import write_durably
    from jxc_desktop.safety.media import told_in_words
    from jxc_desktop.shop.attachments import content_of

    copied = []
    with told_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for place, each in enumerate(_known(session, number), 1):
            name, data = content_of(session, each.id)
            target = folder / f"{place:02d} {name}"
            write_durably(target, data)
            copied.append(str(target))
    return copied
