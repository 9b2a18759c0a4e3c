"""Triggers that keep posted rows as they are, in both databases.

All are made from what the tables declare (core.schema), by one function, so that a migration can drop them
before it back-fills and make them again when it is done (decisions 23).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Table, text

from jxc_desktop.core.schema import Base

FROZEN = "'posted', 'reversed'"
SETTLED = "'approved', 'closed', 'voided'"
"""States in which an order is no longer typed on."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuse `operation` (INSERT, UPDATE, DELETE) on a table where `condition` holds.

    The condition may use OLD and NEW and must mean the same on SQLite and PostgreSQL.
    """

    operation: str
    condition: str
    message: str


def rules_of(table: Table) -> Iterator[Rule]:
    """Every rule that `table` declares."""
    match table.info.get("guard"):
        case "append":
            yield Rule("UPDATE", "1 = 1", "journal rows never change")
            yield Rule("DELETE", "1 = 1", "journal rows never vanish")
        case "document":
            yield Rule("UPDATE", _changed_when_frozen(table), "a posted document never changes")
            yield Rule("DELETE", "OLD.number IS NOT NULL", "a numbered document never vanishes")
        case "lines":
            yield from _line_rules(table.info["parent"], FROZEN)
        case "order":
            yield Rule("UPDATE", _changed_when_settled(table), "an approved order never changes")
            yield Rule("UPDATE", _number_taken_away(), "an order keeps its number and day")
            yield Rule("DELETE", "OLD.number IS NOT NULL", "a numbered document never vanishes")
        case "order_lines":
            yield from _line_rules(table.info["parent"], SETTLED)
    yield from table.info.get("rules", ())


def _changed_when_frozen(table: Table) -> str:
    others = " AND ".join(
        f'OLD."{c.name}" IS NOT DISTINCT FROM NEW."{c.name}"'
        for c in table.columns
        if c.name != "state"
    )
    reversing = f"OLD.state = 'posted' AND NEW.state = 'reversed' AND {others}"
    return f"OLD.state IN ({FROZEN}) AND NOT ({reversing})"


def _changed_when_settled(table: Table) -> str:
    """Of a settled order only its state, the reason of that and who approved it may change."""
    free = {"state", "reason", "posted_by", "posted_at"}
    same = " AND ".join(
        f'OLD."{c.name}" IS NOT DISTINCT FROM NEW."{c.name}"'
        for c in table.columns
        if c.name not in free
    )
    return f"OLD.state IN ({SETTLED}) AND (OLD.state = 'voided' OR NOT ({same}))"


def _number_taken_away() -> str:
    return (
        "OLD.number IS NOT NULL AND (OLD.number IS DISTINCT FROM NEW.number OR OLD.day <> NEW.day)"
    )


def _line_rules(parent: str, states: str) -> Iterator[Rule]:
    for operation, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        frozen = f'(SELECT state FROM "{parent}" WHERE id = {row}.document_id) IN ({states})'
        yield Rule(operation, frozen, "lines of a settled document never change")


def create_guards(connection: Connection) -> None:
    """Make every trigger; those that exist are made anew."""
    drop_guards(connection)
    make = _sqlite_trigger if connection.dialect.name == "sqlite" else _postgresql_trigger
    for table in Base.metadata.sorted_tables:
        for place, rule in enumerate(rules_of(table), 1):
            for statement in make(table.name, f"guard_{table.name}_{place}", rule):
                connection.execute(text(statement))


def drop_guards(connection: Connection) -> None:
    """Remove every trigger made here, for migrations."""
    if connection.dialect.name == "sqlite":
        found = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
    else:
        found = (
            "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'guard\\_%'"
        )
    for name, table in connection.execute(text(found)).all():
        on = "" if connection.dialect.name == "sqlite" else f" ON {table}"
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"{on}')


def _sqlite_trigger(table: str, name: str, rule: Rule) -> Iterator[str]:
    # FAIL, for ABORT has SQLite keep a copy of every page until the row is in; the row that is refused is not
    # written either way, and whoever meets the error rolls back
    yield (
        f'CREATE TRIGGER "{name}" BEFORE {rule.operation} ON "{table}" WHEN {rule.condition} '
        f"BEGIN SELECT RAISE(FAIL, 'guard: {rule.message} ({table})'); END"
    )


def _postgresql_trigger(table: str, name: str, rule: Rule) -> Iterator[str]:
    row = "OLD" if rule.operation == "DELETE" else "NEW"
    yield (
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN '
        f"IF {rule.condition} THEN RAISE EXCEPTION 'guard: {rule.message} ({table})'; END IF; "
        f"RETURN {row}; END $$"
    )
    yield (
        f'CREATE TRIGGER "{name}" BEFORE {rule.operation} ON "{table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{name}"()'
    )
