"""`report`: any report of the catalogue as JSON, CSV, xlsx or PDF."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import day, pairs
from jxc_desktop.cli.speaking import hand_over, say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FORMATS = ("json", "csv", "xlsx", "pdf")


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("report", help="a report; --list names all")
    verb.add_argument("name", metavar="NAME", nargs="?")
    verb.add_argument("--list", action="store_true")
    verb.add_argument("--from", dest="first", metavar="D")
    verb.add_argument("--to", dest="last", metavar="D")
    verb.add_argument(
        "--filter", dest="filters", nargs="+", action="extend", default=[], metavar="K=V"
    )
    verb.add_argument("--format", choices=FORMATS, default="json")
    verb.add_argument("-o", dest="file", metavar="FILE")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """The report on standard output or in a file, or the names of those that may be seen."""
    from jxc_desktop.cli.shop import opened

    if bool(options.name) == options.list:
        raise InvalidInput(translate("cli", "写一张报表的名字，或用 --list 看有哪些"))
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        if options.list:
            say({"reports": _names(session)})
        else:
            hand_over(
                _bytes(session, options), options.file, binary=options.format in {"xlsx", "pdf"}
            )
    return 0


def _names(session: "Session") -> list[dict[str, str]]:
    from jxc_desktop.features import REPORTS
    from jxc_desktop.reports.report import reports_for

    return [{"name": r.name, "title": r.title()} for r in reports_for(session, REPORTS)]


def _bytes(session: "Session", options: argparse.Namespace) -> bytes:
    from jxc_desktop.features import REPORTS
    from jxc_desktop.reports.export import exported
    from jxc_desktop.reports.report import find_report, run_report

    report = find_report(REPORTS, options.name)
    first, last = day(options.first), day(options.last)
    return exported(
        session, run_report(session, report, first, last, pairs(options.filters)), options.format
    )
