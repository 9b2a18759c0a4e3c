"""`pending`, `approve` and `approval-rule`: what rules hold back, saying yes or no to it, and the rules themselves."""

import argparse
from typing import TYPE_CHECKING, Any

from jxc_desktop.cli.given import whole
from jxc_desktop.cli.speaking import say
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

if TYPE_CHECKING:
    from jxc_desktop.cli.shop import OpenShop
    from jxc_desktop.shop.approvals.queries import PendingView, RuleView
    from jxc_desktop.shop.keys import Posted


def add_pending(verbs: Any) -> None:
    verb = verbs.add_parser("pending", help="documents that wait for approval")
    acts = verb.add_subparsers(metavar="list|show|reject|withdraw", required=True)
    everything = acts.add_parser("list")
    everything.add_argument("--mine", action="store_true", help="only those that wait for me")
    everything.set_defaults(run=run_list)
    show = acts.add_parser("show", help="a document that waits, with its lines")
    reject = acts.add_parser("reject", help="give it back to its maker")
    reject.add_argument("--reason", required=True, metavar="TEXT")
    withdraw = acts.add_parser("withdraw", help="take one's own back")
    for act, does in ((show, run_show), (reject, run_reject), (withdraw, run_withdraw)):
        act.add_argument("id", type=whole, metavar="ID")
        act.set_defaults(run=does)


def add_approve(verbs: Any) -> None:
    verb = verbs.add_parser("approve", help="审核: say yes; the last yes posts the document")
    verb.add_argument("id", type=whole, metavar="ID")
    verb.add_argument("--comment", default="", metavar="TEXT")
    verb.set_defaults(run=run_approve)


def add_rules(verbs: Any) -> None:
    verb = verbs.add_parser("approval-rule", help="which documents must be approved, and by whom")
    acts = verb.add_subparsers(metavar="list|add|remove", required=True)
    acts.add_parser("list").set_defaults(run=run_rules)
    add = acts.add_parser("add")
    add.add_argument("kind", metavar="TYPE")
    add.add_argument("condition", metavar="CONDITION", help="any, total_over, discount_over …")
    add.add_argument("value", metavar="VALUE", nargs="?", help="yuan, or the fraction off")
    add.add_argument("--step", type=whole, default=1, metavar="N")
    add.add_argument("--role", default="", metavar="ROLE")
    add.add_argument("--approver", default="", metavar="NAME")
    add.set_defaults(run=run_add_rule)
    remove = acts.add_parser("remove")
    remove.add_argument("id", type=whole, metavar="ID")
    remove.set_defaults(run=run_remove_rule)


def run_list(options: argparse.Namespace) -> int:
    """What waits, oldest first."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.approvals.queries import waiting_papers

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        views = [view for view in waiting_papers(session) if view.mine or not options.mine]
        say({"rows": [_paper(view) for view in views], "count": len(views)})
    return 0


def run_show(options: argparse.Namespace) -> int:
    """One document that waits or waited, its lines and what was said to it."""
    from jxc_desktop.cli.plain import plain
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.reviews import review

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        found = review(session, options.id)
        said = [
            {
                "at": step.at.isoformat(timespec="milliseconds"),
                "user": step.user,
                "for": step.absent,
                "decision": step.decision,
                "comment": step.comment,
            }
            for step in found.steps
        ]
        lines = [plain(line) for line in found.lines]
        facts = [{"name": name, "value": value} for name, value in found.facts]
        told = {"facts": facts, "lines": lines, "problem": found.problem, "steps": said}
        say({**_paper(found.paper), **told})
    return 0


def run_approve(options: argparse.Namespace) -> int:
    """Say yes; "pending" again where another step follows."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.approvals import approve_paper

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            answer = approve_paper(session, options.id, options.comment)
        say(_answer(shop, options.id, answer))
    return 0


def run_reject(options: argparse.Namespace) -> int:
    """Give a document back to its maker."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.approvals import reject_paper

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            reject_paper(session, options.id, options.reason)
        say({"pending": options.id, "ok": True, "state": "rejected"})
    return 0


def run_withdraw(options: argparse.Namespace) -> int:
    """Take one's own document back."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.intake.approvals import withdraw_paper

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            withdraw_paper(session, options.id)
        say({"pending": options.id, "ok": True, "state": "withdrawn"})
    return 0


def run_rules(options: argparse.Namespace) -> int:
    """Every rule."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.approvals.queries import rule_views

    with opened(options) as shop, shop.database.reading(shop.actor) as session:
        say({"rules": [_rule(view) for view in rule_views(session)]})
    return 0


def run_add_rule(options: argparse.Namespace) -> int:
    """Write a rule."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.core.numbers import MONEY_PLACES, RATE_PLACES, parse_scaled
    from jxc_desktop.shop.approvals.rule_editing import RuleDraft, save_rule
    from jxc_desktop.shop.approvals.rules import DISCOUNT_OVER, WITH_VALUE

    if options.value is None and options.condition in WITH_VALUE:
        raise InvalidInput(
            translate("cli", "条件 {condition} 后面要写一个数：多少元，或让利几成（0.1）").format(
                condition=options.condition
            )
        )
    places = RATE_PLACES if options.condition == DISCOUNT_OVER else MONEY_PLACES
    draft = RuleDraft(
        options.kind,
        options.condition,
        0 if options.value is None else parse_scaled(options.value, places),
        options.step,
        options.role,
        options.approver,
    )
    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            rule_id = save_rule(session, draft)
        say({"id": rule_id, "ok": True})
    return 0


def run_remove_rule(options: argparse.Namespace) -> int:
    """Take a rule away."""
    from jxc_desktop.cli.shop import opened
    from jxc_desktop.shop.approvals.rule_editing import remove_rule

    with opened(options) as shop:
        with shop.database.transaction(shop.actor) as session:
            remove_rule(session, options.id)
        say({"id": options.id, "ok": True})
    return 0


def _answer(shop: "OpenShop", pending_id: int, answer: "Posted") -> dict[str, Any]:
    from jxc_desktop.cli.posting import total_of

    return {
        "pending": pending_id,
        "ok": True,
        "state": answer.state,
        "number": answer.number,
        "total": total_of(shop, answer),
    }


def _paper(view: "PendingView") -> dict[str, Any]:
    from jxc_desktop.core.numbers import MONEY_PLACES, text_of

    return {
        "pending": view.id,
        "type": view.kind,
        "day": view.day.isoformat(),
        "subject": view.subject,
        "total": None if view.total is None else text_of(view.total, MONEY_PLACES),
        "state": view.state,
        "number": view.number,
        "made_by": view.maker,
        "made_at": view.made_at.isoformat(timespec="milliseconds"),
        "why": view.why,
        "waits_for": view.waits_for,
    }


def _rule(view: "RuleView") -> dict[str, Any]:
    from jxc_desktop.shop.approvals.words import value_words

    return {
        "id": view.id,
        "type": view.kind,
        "condition": view.condition,
        "value": value_words(view.condition, view.value),
        "step": view.step,
        "role": view.role,
        "approver": view.user,
        "disabled": view.disabled,
    }
