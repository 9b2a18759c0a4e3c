"""`period`: the months of the books: listed, closed, marked as filed, opened again."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say, tell
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of

BEFORE_CLOSE = "before_close"
"""Why the backup is made that a closing wants first."""

if TYPE_CHECKING:
    from jxc_desktop.cli.shop import OpenShop
    from jxc_desktop.ledger.closing.check import Checked


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("period", help="the months of the books")
    acts = verb.add_subparsers(metavar="list|check|close|filed|reopen", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    for name, run in (("check", run_check), ("close", run_close), ("filed", run_filed)):
        act = acts.add_parser(name)
        act.add_argument("month", metavar="2026-03")
        act.set_defaults(run=run)
    again = acts.add_parser("reopen", help="the last closed month, never a filed one")
    again.add_argument("month", metavar="2026-03")
    again.add_argument("--reason", required=True, metavar="TEXT")
    again.set_defaults(run=run_reopen)


def run_list(options: argparse.Namespace) -> int:
    """Every month and whether it is open, closed or filed."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.queries.periods import periods

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"periods": [{"month": p.month, "state": p.state} for p in periods(session)]})
    return 0


def run_check(options: argparse.Namespace) -> int:
    """What stands between a month and its closing; exit code 1 when something does."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.features import CLOSING
    from jxc_desktop.ledger.closing.services import closing_list

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        results = closing_list(session, options.month, CLOSING)
    passed = all(result.passed for result in results)
    say({"month": options.month, "ok": passed, "checks": _as_json(results)})
    return 0 if passed else 1


def run_close(options: argparse.Namespace) -> int:
    """Check, back up, book taxes and the transfer of profit, and lock the month."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.features import CLOSING
    from jxc_desktop.ledger.closing.running import close_with_backup

    with opened(options) as shop:
        closed = close_with_backup(
            shop.database, shop.actor, options.month, CLOSING, lambda: _back_up(shop)
        )
    for notice in closed.notices:
        tell(f"{notice.title}: {notice.problems[0]}")
    say(
        {
            "month": closed.month,
            "state": "closed",
            "vouchers": list(closed.vouchers),
            "profit": text_of(closed.profit, MONEY_PLACES),
            "notices": _as_json(closed.notices),
        }
    )
    return 0


def run_filed(options: argparse.Namespace) -> int:
    """Mark a closed month as filed with the tax bureau."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.closing.services import file_period

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            file_period(session, options.month)
        say({"month": options.month, "state": "filed"})
    return 0


def run_reopen(options: argparse.Namespace) -> int:
    """Open the last closed month again; what its end booked is taken back in red."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.ledger.closing.services import reopen_period

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            red = reopen_period(session, options.month, options.reason)
        say({"month": options.month, "state": "open", "reversals": list(red)})
    return 0


def _back_up(shop: "OpenShop") -> None:
    """A proven backup before the month is closed; a shop without a place for backups says so and goes on."""
    from jxc_desktop.features import INVARIANTS
    from jxc_desktop.safety.automatic import back_up_before

    if back_up_before(shop.database, BEFORE_CLOSE, INVARIANTS, actor=shop.actor) is None:
        tell(
            translate("cli", "没有备份文件夹，结账前没有备份。用 settings set backup_folder 设一个")
        )


def _as_json(results: "Iterable[Checked]") -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "title": each.title,
            "ok": each.passed,
            "stops": each.stops,
            "problems": list(each.problems),
        }
        for each in results
    ]
