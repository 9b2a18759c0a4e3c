"""Matching (勾对): statement lines and legs of the books that are the same money, and taking a match back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.models import BankMatch, BankMatchLeg, BankMatchLine, BankMatchUndone
from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine, open_legs, open_lines
from jxc_desktop.cash.bank.pairing import NEAR, opening_legs, paired
from jxc_desktop.cash.bank.statements import hold_account
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record

Side = TypeVar("Side")
Name = TypeVar("Name")

_INSERT = insert_into(
    BankMatch, ("money_account_id", "last_day", "automatic", "user_id", "at"), gives_id=True
)
_INSERT_LINE = insert_into(BankMatchLine, ("match_id", "line_id"))
_INSERT_LEG = insert_into(BankMatchLeg, ("match_id", "entry_id", "leg_no"))
_INSERT_UNDONE = insert_into(BankMatchUndone, ("match_id", "user_id", "at"))
_MATCH = Statement(
    "SELECT m.money_account_id, a.code, (SELECT count(*) FROM bank_match_undone u WHERE u.match_id = m.id) "
    "FROM bank_match m JOIN money_account a ON a.id = m.money_account_id WHERE m.id = :id"
)


@dataclass(frozen=True, slots=True)
class Matched:
    """What was matched by itself: matches made, and what is left open on either side."""

    made: int
    lines: int
    legs: int


@needs("bank_statement.edit")
def match_by_itself(session: Session, account_id: int, near: int = NEAR) -> Matched:
    """Match all that can only be one thing; what lay in the bank at first, once the rest of the books is that much."""
    account = hold_account(session, account_id)
    lines, legs = open_lines(session, account_id), open_legs(session, account_id)
    pairing = paired(lines, legs, near)
    for line, bundle in pairing.sure:
        _write(session, account_id, (line,), bundle, automatic=True)
    taken = {leg.key for _, bundle in pairing.sure for leg in bundle}
    left = [leg for leg in legs if leg.key not in taken]
    made, used = len(pairing.sure), len(taken)
    for line in (each for each in lines if each.opening):
        before = opening_legs(line, left)
        if before and sum(leg.amount for leg in before) == line.amount:
            _write(session, account_id, (line,), before, automatic=True)
            made, used = made + 1, used + len(before)
    if made:
        record(session, "bank_statement.match", account.code, count=made)
    return Matched(made, len(lines) - made, len(legs) - used)


@needs("bank_statement.edit")
def match(
    session: Session,
    account_id: int,
    line_ids: Collection[int],
    legs: Collection[tuple[int, int]],
) -> int:
    """Match open lines with open legs of the same sum; the match's id.

    Legs alone, or lines alone, match when they come to nothing: a document and its reversal.
    """
    account = hold_account(session, account_id)
    chosen_lines = _chosen(open_lines(session, account_id), line_ids, lambda line: line.id)
    chosen_legs = _chosen(open_legs(session, account_id), legs, lambda leg: leg.key)
    if len(chosen_lines) + len(chosen_legs) < 2:  # noqa: PLR2004  two things are the same
        raise InvalidInput(translate("cash", "至少选两行：银行流水和账上各一行"))
    said = sum(line.amount for line in chosen_lines)
    booked = sum(leg.amount for leg in chosen_legs)
    if said != booked:
        problem = translate(
            "cash", "银行流水合计 {said}，账上合计 {booked}，差 {gap}。选到相等再勾对"
        )
        raise Refused(
            problem.format(said=_yuan(said), booked=_yuan(booked), gap=_yuan(said - booked))
        )
    made = _write(session, account_id, chosen_lines, chosen_legs, automatic=False)
    record(session, "bank_statement.match", account.code, amount=said, name=str(made))
    return made


@needs("bank_statement.edit")
def undo_match(session: Session, match_id: int) -> None:
    """Free the lines and legs of a match."""
    row = _MATCH.first(session, id=match_id)
    if row is None:
        raise NotFound(translate("cash", "没有第 {id} 次勾对。核对编号").format(id=match_id))
    hold_account(session, row[0])
    _account, code, undone = _MATCH.one(session, id=match_id)
    if undone:
        raise Refused(translate("cash", "这次勾对已经取消了"))
    _INSERT_UNDONE.run(
        session,
        match_id=match_id,
        user_id=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    record(session, "bank_statement.unmatch", code, name=str(match_id))


def _chosen(
    there: Iterable[Side], wanted: Collection[Name], name_of: Callable[[Side], Name]
) -> list[Side]:
    names = set(wanted)
    found = [each for each in there if name_of(each) in names]
    if len(found) != len(names):
        raise Refused(translate("cash", "选的行里有已勾对或没有的。刷新后再选"))
    return found


def _write(
    session: Session,
    account_id: int,
    lines: Iterable[OpenLine],
    legs: Iterable[OpenLeg],
    *,
    automatic: bool,
) -> int:
    lines, legs = tuple(lines), tuple(legs)
    match_id = _INSERT.inserted(
        session,
        money_account_id=account_id,
        last_day=max([line.day for line in lines] + [leg.day for leg in legs]),
        automatic=automatic,
        user_id=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    _INSERT_LINE.run_many(session, ({"match_id": match_id, "line_id": x.id} for x in lines))
    _INSERT_LEG.run_many(
        session,
        ({"match_id": match_id, "entry_id": x.entry_id, "leg_no": x.leg_no} for x in legs),
    )
    return match_id


def _yuan(fen: int) -> str:
    return text_of(fen, MONEY_PLACES)
