"""Whoever may not see cost finds it in no list, document, paper, plain data or report of the stock room."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from jxc_desktop.cli.show import shown
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.reports import count_differences, losses_and_gains
from jxc_desktop.reports.report import run_report
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock import queries
from jxc_desktop.stock.counting import CountDraft, CountedLine
from jxc_desktop.stock.counts import post_stock_count
from jxc_desktop.stock.losses import (
    LossDraft,
    post_stock_gain,
    post_stock_loss,
    reverse_stock_loss,
)
from jxc_desktop.stock.note import (
    printed_count,
    printed_gain,
    printed_loss,
    printed_other_issue,
    printed_other_receipt,
)
from jxc_desktop.stock.others import OtherDraft, post_other_issue, post_other_receipt
from jxc_desktop.stock.reasons import reason_named
from jxc_desktop.stock.trade import ListFilter
from tests.shopkeeping import DAY, MAIN, a_product, a_supplier, line, pieces, receive

COST = re.compile(r"(?<!\d)777(?!\d)|7\.77")
"""What one piece costs in fen, and as it is written."""

PRINTED: dict[str, Callable[[Session, str], Form]] = {
    "stock_count": printed_count,
    "stock_loss": printed_loss,
    "stock_gain": printed_gain,
    "other_receipt": printed_other_receipt,
    "other_issue": printed_other_issue,
}
KEEPER = Actor(1, "库管", frozenset({"keeper"}), "test")
CASHIER = Actor(1, "收银", frozenset({"cashier"}), "test")


@pytest.fixture
def papers(any_database: Database, owner: Actor) -> dict[str, str]:
    """One of each paper over one piece, by kind, and a loss that was taken back."""
    with any_database.transaction(owner) as session:
        product = a_product(session)
        receive(session, a_supplier(session), [line(product, 9, "7.77")])
        one, key = (line(product, 1),), new_key
        lost = LossDraft(DAY, MAIN, reason_named(session, "破损", gain=False).id, one)
        found = LossDraft(DAY, MAIN, reason_named(session, "盘盈", gain=True).id, one)
        counted = CountDraft(DAY, MAIN, (CountedLine(product, pieces(8)),))
        numbers = {
            "stock_loss": post_stock_loss(session, lost, key=key()).number,
            "stock_gain": post_stock_gain(session, found, key=key()).number,
            "stock_count": post_stock_count(session, counted, key=key()).number,
            "other_receipt": post_other_receipt(
                session, OtherDraft(DAY, MAIN, "5301", one), key=key()
            ).number,
            "other_issue": post_other_issue(
                session, OtherDraft(DAY, MAIN, "5602", one), key=key()
            ).number,
        }
        again = post_stock_loss(session, lost, key=key()).number
        reverse_stock_loss(session, Reversal(again, "写错", DAY), key=key())
        return numbers


def told(session: Session, papers: dict[str, str]) -> dict[str, str]:
    """Everything that the stock room tells of its papers, by where it is told."""
    everything = ListFilter()
    answers: dict[str, object] = {}
    for kind, number in papers.items():
        answers[f"{kind} list"] = getattr(queries, f"{kind}_list")(session, everything)
        answers[f"{kind} sum"] = getattr(queries, f"{kind}_sum")(session, everything)
        answers[f"{kind} view"] = getattr(queries, f"{kind}_view")(session, number)
        answers[f"{kind} show"] = shown(session, number)
        answers[f"{kind} print"] = PRINTED[kind](session, number)
    for report in (count_differences.REPORT, losses_and_gains.REPORT):
        answers[report.name] = run_report(session, report)
    return {place: repr(answer) for place, answer in answers.items()}


def test_a_keeper_finds_no_cost_anywhere(
    any_database: Database, owner: Actor, papers: dict[str, str]
) -> None:
    with any_database.transaction(owner) as session:
        seen = {place for place, words in told(session, papers).items() if COST.search(words)}
    assert {f"{kind} view" for kind in papers} <= seen
    assert {f"{kind} print" for kind in papers} <= seen
    with any_database.transaction(KEEPER) as session:
        answers = told(session, papers)
    assert [place for place, words in answers.items() if COST.search(words)] == []


def test_a_cashier_is_told_of_no_paper_of_the_stock_room(
    any_database: Database, papers: dict[str, str]
) -> None:
    with any_database.reading(CASHIER) as session:
        for kind, number in papers.items():
            asks = {"list": ListFilter(), "sum": ListFilter(), "view": number}
            for ask, asked in asks.items():
                with pytest.raises(Forbidden):
                    getattr(queries, f"{kind}_{ask}")(session, asked)
            with pytest.raises(Forbidden):
                shown(session, number)
