"""`promotion`: promotions as JSON, their coupons, and a basket tried out."""

import argparse
import sys
from typing import Any

from jxc_desktop.cli.given import day, whole
from jxc_desktop.cli.post import lines_of
from jxc_desktop.cli.speaking import say
from jxc_desktop.core.numbers import MONEY_PLACES, text_of


def add_verb(verbs: Any) -> None:
    verb = verbs.add_parser("promotion", help="促销: promotions, their coupons, a basket tried out")
    acts = verb.add_subparsers(metavar="list|save|disable|enable|try|coupons", required=True)
    acts.add_parser("list").set_defaults(run=run_list)
    save = acts.add_parser("save", help="JSON lines on standard input; a known code is changed")
    save.set_defaults(run=run_save)
    for name in ("disable", "enable"):
        act = acts.add_parser(name)
        act.add_argument("code", metavar="CODE")
        act.set_defaults(run=run_switch, act=name)
    trial = acts.add_parser("try", help='{"lines":[{"product","quantity"}],"level","coupons"}')
    trial.set_defaults(run=run_try)
    coupons = acts.add_parser("coupons", help="the coupons of a promotion; codes given are added")
    coupons.add_argument("code", metavar="CODE")
    coupons.add_argument("coupons", metavar="COUPON", nargs="*")
    coupons.add_argument("--uses", type=whole, default=1, metavar="N")
    coupons.add_argument("--until", metavar="DAY", default=None)
    coupons.set_defaults(run=run_coupons)


def run_list(options: argparse.Namespace) -> int:
    """Every promotion, newest first."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.promotions import promotion_as_data
    from jxc_desktop.pricing.promotions.queries import promotions

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"promotions": [promotion_as_data(session, view) for view in promotions(session)]})
    return 0


def run_save(options: argparse.Namespace) -> int:
    """Keep every promotion on standard input, all or none."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.promotions import promotion_from
    from jxc_desktop.intake.strict_json import read_object
    from jxc_desktop.pricing.promotions.queries import promotion_of
    from jxc_desktop.pricing.promotions.services import save_promotion

    codes = []
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            for line in lines_of(sys.stdin.buffer):
                own_id = save_promotion(session, promotion_from(session, read_object(line)))
                codes.append(promotion_of(session, own_id).code)
        say({"saved": codes})
    return 0


def run_switch(options: argparse.Namespace) -> int:
    """Take a promotion out of use, or back."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.pricing.promotions.queries import promotion_named
    from jxc_desktop.pricing.promotions.services import disable_promotion

    disabled = options.act == "disable"
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            disable_promotion(session, promotion_named(session, options.code).id, disabled=disabled)
        say({"code": options.code, "disabled": disabled})
    return 0


def run_try(options: argparse.Namespace) -> int:
    """What the basket on standard input would cost, and why."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.promotions import tried_from
    from jxc_desktop.intake.strict_json import read_object

    data = read_object(sys.stdin.buffer.read())
    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        tried = tried_from(session, data)
    lines = [
        {
            "product": line.product,
            "amount": text_of(line.full, MONEY_PLACES),
            "off": text_of(line.off, MONEY_PLACES),
            "paid": text_of(line.paid, MONEY_PLACES),
            "promotions": _told(line.reasons),
        }
        for line in tried.lines
    ]
    paid = text_of(tried.paid, MONEY_PLACES)
    say({"lines": lines, "promotions": _told(tried.taken), "total": paid})
    return 0


def _told(reasons: tuple[tuple[str, int], ...]) -> list[dict[str, str]]:
    return [{"name": name, "off": text_of(off, MONEY_PLACES)} for name, off in reasons]


def run_coupons(options: argparse.Namespace) -> int:
    """Add the codes given, and tell every coupon of the promotion."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.pricing.promotions.coupons import add_coupons, coupons_of
    from jxc_desktop.pricing.promotions.queries import promotion_named

    with opened(options) as shop:
        if options.coupons:
            with shop.database.transaction(shop.actor) as session:
                own_id = promotion_named(session, options.code).id
                until = day(options.until)
                add_coupons(session, own_id, options.coupons, uses=options.uses, last_day=until)
        with shop.database.reading(shop.actor) as session:
            own_id = promotion_named(session, options.code).id
            found = coupons_of(session, own_id)
        told = [
            {
                "coupon": each.code,
                "uses": each.uses,
                "used": each.used,
                "until": None if each.last_day is None else each.last_day.isoformat(),
            }
            for each in found
        ]
        say({"code": options.code, "coupons": told})
    return 0
