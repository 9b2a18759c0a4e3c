"""Each rule finds what was broken on purpose, and none cries out over a sound shop."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database, changed
from jxc_desktop.core.guards import drop_guards
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.rebuild import rebuild_balances
from jxc_desktop.safety.verify import Findings, findings_of, verify
from jxc_desktop.shop.actor import Actor
from jxc_desktop.stock.rebuild import rebuild_stock
from tests.conftest import NOW
from tests.safety.faults import FAULTS, places
from tests.safety.story import busy_days, wander


@pytest.fixture
def numbers(any_database: Database, owner: Actor) -> dict[str, str]:
    """The numbers of a shop with busy days behind it."""
    with any_database.transaction(owner) as session:
        return busy_days(session)


def test_a_sound_shop_has_no_problem(any_database: Database, numbers: dict[str, str], owner: Actor):
    findings = verify(any_database, INVARIANTS, actor=owner, full=True)
    assert findings.problems == ()
    assert findings.counts["pos_sale"] == 5
    assert findings.counts["move"] > 20


@pytest.mark.parametrize("taxpayer", ["small", "general"])
@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_shop_does_no_rule_cries_out(
    new_shop: Callable[..., Database], dialect: str, owner: Actor, taxpayer: str, seed: int
):
    database = new_shop(taxpayer, dialect)
    with database.transaction(owner) as session:
        assert wander(session, seed, 60) > 15
    assert verify(database, INVARIANTS, actor=owner).problems == ()


def test_a_fresh_shop_has_no_problem(any_database: Database, owner: Actor):
    assert verify(any_database, INVARIANTS, actor=owner, full=True).ok


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)])
def spoilt(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    shop_file: Callable[[str], Path],
    owner: Actor,
) -> Iterator[Callable[[str], Findings]]:
    """One busy shop for all faults: each is planted, looked for and rolled back."""
    if request.param == "postgresql":
        target: str | Path = request.getfixturevalue("postgresql")("small")
    else:
        target = tmp_path_factory.mktemp("spoilt") / "shop.jxc"
        shutil.copyfile(shop_file("small"), target)
    database = Database(target, clock=NOW)
    with database.transaction(owner) as session:
        names = places(busy_days(session))

    def with_fault(*statements: str) -> Findings:
        found: list[Findings] = []
        with suppress(Rollback), database.transaction(owner) as session:
            drop_guards(session.connection())
            planted = [session.execute(text(s.format(**names))).rowcount for s in statements]
            assert 0 not in planted, "the fault was not planted"
            changed(session, "setting")  # nothing else tells that raw statements wrote it
            found.append(findings_of(session, INVARIANTS))
            raise Rollback
        return found[0]

    yield with_fault
    database.close()


class Rollback(Exception):
    pass


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(spoilt: Callable[..., Findings], fault: str):
    wanted, *statements = FAULTS[fault]
    findings = spoilt(*statements)
    found = {check.id: check.problems for check in findings.checks if check.problems}
    assert wanted in found, found
    sentences = [s for check in findings.checks if check.id == wanted for s in check.problems]
    assert not [s for s in sentences if "{" in s or "查不下去" in s]


def test_a_dropped_guard_is_found(any_database: Database, owner: Actor):
    with any_database.transaction(owner) as session:
        on = " ON leg" if any_database.dialect == "postgresql" else ""
        session.execute(text(f'DROP TRIGGER "guard_leg_1"{on}'))
    findings = verify(any_database, INVARIANTS, actor=owner)
    [problem] = findings.problems
    assert "guard_leg_1" in problem


@pytest.mark.pg
def test_a_disabled_or_emptied_guard_is_found(new_shop: Callable[..., Database], owner: Actor):
    database = new_shop(dialect="postgresql")
    with database.transaction(owner) as session:
        session.execute(text("ALTER TABLE leg DISABLE TRIGGER guard_leg_1"))
        session.execute(
            text(
                "CREATE OR REPLACE FUNCTION guard_entry_1() RETURNS trigger LANGUAGE plpgsql "
                "AS $$ BEGIN RETURN NEW; END $$"
            )
        )
    problems = verify(database, INVARIANTS, actor=owner).problems
    assert [p for p in problems if "guard_leg_1" in p]
    assert [p for p in problems if "guard_entry_1" in p]


def test_an_extra_trigger_is_found(database: Database, owner: Actor):
    with database.transaction(owner) as session:
        session.execute(
            text("CREATE TRIGGER spy AFTER INSERT ON leg BEGIN DELETE FROM print_log; END")
        )
    assert not verify(database, INVARIANTS, actor=owner).ok


def everything(session: Session) -> list[object]:
    tables = ("account_balance", "stock_level", "cost_pool")
    return [session.execute(text(f"SELECT * FROM {t} ORDER BY 1, 2, 3")).all() for t in tables]


def test_rebuilding_a_sound_shop_changes_nothing(
    any_database: Database, numbers: dict[str, str], owner: Actor
):
    with any_database.transaction(owner) as session:
        before = everything(session)
        rebuild_balances(session)
        rebuild_stock(session)
        assert everything(session) == before


def test_rebuilding_mends_what_was_spoilt(
    any_database: Database, numbers: dict[str, str], owner: Actor
):
    with any_database.transaction(owner) as session:
        before = everything(session)
        session.execute(text("UPDATE account_balance SET debit = debit + 7"))
        session.execute(text("DELETE FROM stock_level"))
        session.execute(text("UPDATE cost_pool SET quantity = 0, value = 0, seq = 0"))
        rebuild_balances(session)
        rebuild_stock(session)
        assert everything(session) == before
