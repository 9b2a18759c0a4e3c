"""The chain of acts, and asking it."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.audit import broken_links, head_of, record, seal
from jxc_desktop.shop.queries import AuditFilter, audit_count, audit_rows
from tests.conftest import actor_with
from tests.shop.conftest import refused


def said(session, **wanted) -> list[str]:
    return [row.subject for row in audit_rows(session, AuditFilter(**wanted))]


def test_each_act_lengthens_the_chain_by_one(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        before, first = head_of(session)
        record(session, "test.act", "甲", amount=12, day=date(2026, 11, 1))
        record(session, "test.act", "乙")
        after, last = head_of(session)
    assert after == before + 2
    assert first != last
    with any_database.reading(owner) as session:
        assert broken_links(session) == []
        newest, older = audit_rows(session, AuditFilter(), limit=2)
    assert (older.subject, older.detail) == ("甲", {"amount": 12, "day": "2026-11-01"})
    assert (newest.user, newest.machine, newest.action) == ("owner", "test", "test.act")
    assert newest.at.isoformat() == "2026-11-20T10:00:00+08:00"


def test_nobody_acts_without_a_name(database: Database) -> None:
    with pytest.raises(Forbidden), database.transaction() as session:
        record(session, "test.act", "甲")


def test_an_act_that_was_rolled_back_is_not_in_the_chain(
    any_database: Database, owner: Actor
) -> None:
    with refused(any_database, owner) as session:
        record(session, "test.act", "甲")
    with any_database.transaction(owner) as session:
        record(session, "test.act", "乙")
    with any_database.reading(owner) as session:
        assert broken_links(session) == []
        assert said(session, text="test.act") == ["乙"]


def test_a_secret_handed_over_by_mistake_is_dots(session) -> None:
    record(session, "test.act", "甲", password=Secret("Kanarienvogel"))
    row = audit_rows(session, AuditFilter(), limit=1)[0]
    assert "Kanarienvogel" not in json.dumps(row.detail)


@given(
    st.lists(st.text(max_size=5) | st.integers(), max_size=4),
    st.lists(st.text(max_size=5) | st.integers(), max_size=4),
)
def test_two_different_rows_never_have_the_same_seal(
    one: list[object], other: list[object]
) -> None:
    assert (seal("0", one) == seal("0", other)) == (one == other)
    assert seal("0", one) != seal("1", one)


@pytest.mark.pg
def test_many_at_once_make_one_chain(new_shop: Callable[..., Database], owner: Actor) -> None:
    from concurrent.futures import ThreadPoolExecutor

    shop = new_shop(dialect="postgresql")

    def act(number: int) -> None:
        with shop.transaction(owner) as session:
            record(session, "test.act", str(number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, range(40)))
    with shop.reading(owner) as session:
        assert broken_links(session) == []
        assert sorted(map(int, said(session, text="test.act"))) == list(range(40))


@pytest.fixture
def told(any_database: Database, owner: Actor, hands) -> Database:
    """Three days of acts."""
    any_database.clock = hands.clock
    for subject in ("第一天", "第二天 100%_x", "第三天"):
        with any_database.transaction(owner) as session:
            record(session, "test.act", subject, amount="12.00")
        hands.passed(hours=14)
    return any_database


def test_the_log_is_asked_by_days_of_the_shop(told: Database, owner: Actor) -> None:
    with told.reading(owner) as session:
        assert said(session, first=date(2026, 11, 21), last=date(2026, 11, 21), text="test") == [
            "第三天",
            "第二天 100%_x",
        ]
        assert said(session, last=date(2026, 11, 20), text="test") == ["第一天"]
        assert said(session, first=date(2026, 11, 22)) == []


def test_the_log_is_asked_by_person_and_by_words(told: Database, owner: Actor) -> None:
    with told.reading(owner) as session:
        assert len(said(session, user="owner", text="TEST.act 12.00")) == 3
        assert said(session, user="小李") == []
        assert said(session, text="第二天 0%_") == ["第二天 100%_x"]
        assert said(session, text="1%x") == []
        assert said(session, text="test.act %_") == ["第二天 100%_x"]
        assert said(session, text="' OR 1=1 --") == []


def test_pages_follow_each_other_without_repeat_or_gap(told: Database, owner: Actor) -> None:
    wanted = AuditFilter()
    with told.reading(owner) as session:
        whole = audit_rows(session, wanted)
        pages, before = [], None
        while page := audit_rows(session, wanted, before=before, limit=3):
            pages += page
            before = page[-1].id
        assert tuple(pages) == whole
        assert audit_count(session, wanted) == len(whole) > 3


@pytest.mark.parametrize("role", ["cashier", "sales", "treasurer"])
def test_not_everybody_reads_the_log(told: Database, role: str) -> None:
    with told.reading(actor_with(role)) as session:
        for ask in (audit_rows, audit_count):
            with pytest.raises(Forbidden):
                ask(session, AuditFilter())
