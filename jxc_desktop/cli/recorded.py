"""`recorder`: whether the flight recorder has every document, and getting back what the shop lost."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from jxc_desktop.cli.shop import OpenShop
    from jxc_desktop.safety.recorder import Recorder


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("recorder", help="黑匣子: what was recorded and the shop has lost")
    verb.add_argument("--replay", action="store_true", help="post what was lost again")
    verb.add_argument("--begin-anew", action="store_true", help="put the old tape away")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Exit code 1 while the shop lacks something that was recorded."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.safety.recorder import Standing, recorder_of
    from jxc_desktop.shop.actor import authorize

    with opened(options) as shop:
        with shop.database.reading(shop.actor) as session:
            authorize(session, "backup.make")
        recorder = recorder_of(shop.database)
        if recorder is None:
            raise InvalidInput(translate("cli", "还没有地方记。先用 settings set backup_folder 设"))
        if options.replay:
            return _replay(shop, recorder)
        if options.begin_anew:
            recorder.begin_anew(shop.actor)
        found = recorder.compare()
        say({"standing": found.standing.value, "lost": [line.subject for line in found.lost]})
    return 1 if found.standing is Standing.AHEAD else 0


def _replay(shop: "OpenShop", recorder: "Recorder") -> int:
    """Posts what it can and says what became of each; the tape begins anew when all of it is back."""
    from jxc_desktop.safety.replay import replay

    lost = recorder.compare().lost
    outcomes = list(replay(shop.database, lost, actor=shop.actor))
    whole = not any(outcome.problem for outcome in outcomes)
    if whole and lost:
        recorder.begin_anew(shop.actor)
    say(
        {
            "ok": whole,
            "documents": [
                {"then": each.then, "now": each.now or None, "problem": each.problem or None}
                for each in outcomes
            ],
        }
    )
    return 0 if whole else 1
