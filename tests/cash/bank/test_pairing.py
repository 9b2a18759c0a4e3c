"""Pairing at random beside a slow oracle that asks every line about every leg."""

from datetime import date, timedelta
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.cash.bank.open_sides import OpenLeg, OpenLine
from jxc_desktop.cash.bank.pairing import NEAR, opening_legs, paired

START = date(2026, 3, 1)
DAYS = st.integers(0, 12).map(lambda days: START + timedelta(days=days))
FEN = st.sampled_from([-300, -100, 100, 200, 300])
FIRMS = st.sampled_from(["", "东风商行", "南山茶业"])
LINES = st.lists(st.tuples(DAYS, FEN, FIRMS, st.sampled_from(["", "ZK1", "ZK2"])), max_size=7)
LEGS = st.lists(
    st.tuples(
        DAYS, FEN, FIRMS, st.sampled_from(["ZK1", "ZK2", "ZK3"]),
        st.sampled_from(["expense", "pos_sale"]),
    ),
    max_size=8,
)  # fmt: skip


def lines_of(rows) -> list[OpenLine]:
    return [
        OpenLine(place, day, amount, None, firm, "", number, opening=False)
        for place, (day, amount, firm, number) in enumerate(rows)
    ]


def legs_of(rows) -> list[OpenLeg]:
    return [
        OpenLeg(place, 1, day, amount, kind, number, "", firm)
        for place, (day, amount, firm, number, kind) in enumerate(rows)
    ]


def oracle(lines: list[OpenLine], legs: list[OpenLeg]) -> set[tuple[int, tuple[int, ...]]]:
    """Stage by stage: whatever fits one line and whose legs fit no other."""
    found: set[tuple[int, tuple[int, ...]]] = set()
    for stage in ("named", "same day", "near"):
        tickets = sorted((x for x in legs if x.kind == "pos_sale"), key=lambda x: x.day)
        days = [tuple(each) for _, each in groupby(tickets, key=lambda x: x.day)]
        bundles = [(x,) for x in legs] + [each for each in days if len(each) > 1]
        fits = {(a.id, b) for a in lines for b in bundles if fitting(stage, a, b)}
        sure = {
            (a, b)
            for a, b in fits
            if not any(other == a and bundle != b for other, bundle in fits)
            and not any(other != a and set(bundle) & set(b) for other, bundle in fits)
        }
        gone = {leg for _, b in sure for leg in b}
        lines = [a for a in lines if a.id not in {x for x, _ in sure}]
        legs = [x for x in legs if x not in gone]
        found |= {(a, tuple(sorted(x.entry_id for x in b))) for a, b in sure}
    return found


def fitting(stage: str, line: OpenLine, bundle: tuple[OpenLeg, ...]) -> bool:
    first = bundle[0]
    apart = abs((line.day - first.day).days)
    if sum(x.amount for x in bundle) != line.amount or apart > NEAR:
        return False
    if stage == "named":
        firm = first.partner and first.partner == line.counterparty
        return len(bundle) == 1 and bool(firm or first.number == line.reference)
    return stage == "near" or apart == 0


@given(LINES, LEGS)
def test_what_is_sure_is_what_a_person_would_find_by_asking_each_about_each(lines, legs) -> None:
    told, booked = lines_of(lines), legs_of(legs)
    found = paired(told, booked)
    sure = {(a.id, tuple(sorted(x.entry_id for x in b))) for a, b in found.sure}
    assert sure == oracle(told, booked)


@given(LINES, LEGS)
def test_nothing_is_paired_twice_and_each_pair_is_the_same_money(lines, legs) -> None:
    found = paired(lines_of(lines), legs_of(legs))
    used = [x.key for _, bundle in found.sure for x in bundle]
    assert len(used) == len(set(used))
    assert len({a.id for a, _ in found.sure}) == len(found.sure)
    for line, bundle in found.sure:
        assert line.amount == sum(x.amount for x in bundle)
        assert line.id not in found.choices
    for line, bundles in found.choices.items():
        assert bundles
        assert not {x.key for bundle in bundles for x in bundle} & set(used), line


def test_an_opening_line_stands_for_what_was_booked_before_it() -> None:
    opening = OpenLine(1, START, 500, 500, "", "期初余额", "", opening=True)
    before = OpenLeg(1, 1, START - timedelta(days=1), 400, "expense", "FY1", "", "")
    first = OpenLeg(2, 1, START, 100, "opening_balance", "QC1", "", "")
    same = OpenLeg(3, 1, START, 100, "expense", "FY2", "", "")
    assert opening_legs(opening, [before, first, same]) == (before, first)
    assert paired([opening], [OpenLeg(4, 1, START, 500, "expense", "FY3", "", "")]).sure == ()
