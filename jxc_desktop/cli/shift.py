"""`shift`: opening a till, counting its drawer, closing it."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, parse_scaled, text_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jxc_desktop.pos.queries import ShiftView


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("shift", help="open, count or close a till's shift")
    acts = verb.add_subparsers(metavar="open|count|close", required=True)
    start = acts.add_parser("open")
    start.add_argument("--till", metavar="T", default="01")
    start.add_argument("--float", metavar="YUAN", default="0", dest="float_amount")
    start.set_defaults(run=run_open)
    count = acts.add_parser("count", help="what notes and coins make, nothing is kept")
    close = acts.add_parser("close", help="counted as expected when nothing is counted")
    for act in (count, close):
        act.add_argument("--till", metavar="T", default="API")
        act.add_argument("--count", nargs="+", metavar="VALUE=PIECES", help="100=3 0.5=2")
    close.add_argument("--reason", metavar="TEXT", default="")
    count.set_defaults(run=run_count)
    close.set_defaults(run=run_close)


def run_open(options: argparse.Namespace) -> int:
    """Open a till for whoever asks."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.pos.queries import shift_view
    from jxc_desktop.pos.shifts import open_shift

    amount = parse_scaled(options.float_amount, MONEY_PLACES)
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            shift_id = open_shift(session, options.till, amount)
        with shop.database.reading(shop.actor) as session:
            say(_as_json(shift_view(session, shift_id)))
    return 0


def run_count(options: argparse.Namespace) -> int:
    """What was counted; what should be there only for who may close for others (blind count)."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.actor import may

    counts = counted(options.count)
    total = sum(value * pieces for value, pieces in counts.items())
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        shifts = _open_shifts(session, options.till)
        answer: dict[str, Any] = {"till": options.till, "counted": text_of(total, MONEY_PLACES)}
        if may(session, "shift.close_other"):
            expected = sum(shift.expected for shift in shifts)
            answer["expected"] = text_of(expected, MONEY_PLACES)
            answer["over_short"] = text_of(total - expected, MONEY_PLACES)
        say(answer)
    return 0


def run_close(options: argparse.Namespace) -> int:
    """Close the open shift of a till, or every one of the machine interface's till."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.pos.queries import shift_view
    from jxc_desktop.pos.shifts import close_as_counted, close_shift

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            shifts = _open_shifts(session, options.till)
            if options.count and len(shifts) > 1:
                raise InvalidInput(
                    translate("cli", "收银台 {till} 开着几班，不能一起点数。去掉 --count").format(
                        till=options.till
                    )
                )
            for shift in shifts:
                if options.count:
                    counts = counted(options.count)
                    close_shift(session, shift.id, counts, reason=options.reason)
                else:
                    close_as_counted(session, shift.id)
        with shop.database.reading(shop.actor) as session:
            say({"closed": [_as_json(shift_view(session, shift.id)) for shift in shifts]})
    return 0


def counted(words: Sequence[str] | None) -> dict[int, int]:
    """Notes and coins typed as 100=3: fen → pieces."""
    from jxc_desktop.cli.given import pairs

    typed = pairs(words or ())
    return {parse_scaled(v, MONEY_PLACES): parse_scaled(n, 0) for v, n in typed.items()}


def _open_shifts(session: "Session", till: str) -> "list[ShiftView]":
    from jxc_desktop.pos.models import Shift, Till
    from jxc_desktop.pos.queries import shift_views

    found = shift_views(session, Till.code == till, Shift.state == "open")
    if not found:
        raise NotFound(translate("cli", "收银台 {till} 没有开着的班").format(till=till))
    return found


def _as_json(shift: "ShiftView") -> dict[str, Any]:
    money = {"expected": shift.expected, "counted": shift.counted, "over_short": shift.difference}
    told = {
        "number": shift.number,
        "till": shift.till,
        "day": shift.day.isoformat(),
        "state": shift.state,
        "cashier": shift.cashier,
        "float": text_of(shift.float_amount, MONEY_PLACES),
    }
    if shift.state == "open":
        return told
    figures = {n: text_of(v, MONEY_PLACES) for n, v in money.items() if v is not None}
    return {**told, **figures, "reason": shift.reason}
