"""The declarative base of every table, and the guards that keep posted rows as they are.

A table says in its `info` how it is guarded:

- `guard="append"`: rows are written once, never changed, never removed (journals, audit, tenders).
- `guard="document"`: a draft may change; once posted only `state` may go from posted to reversed.
- `guard="lines"`, `parent="goods_receipt"`: the rows freeze when their document is posted.
- `guard="order"`, `guard="order_lines"`: the same for orders, which freeze when they are approved; un-approving
  makes them drafts again, and a number once given stays.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import MetaData, event
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.schema import Table

from jxc_desktop.core.types import DAY, FLAG, INT, TEXT

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every mapped class; names every constraint by convention."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {int: INT, str: TEXT, date: DAY, bool: FLAG}  # noqa: RUF012


def guarded(
    guard: str,
    *,
    parent: str | None = None,
    rules: Sequence[object] = (),
    booked: bool = True,
) -> dict[str, Any]:
    """Table arguments that declare a guard, last in `__table_args__`.

    `rules` are further `core.guards.Rule`s of the table's own. Documents that are not `booked` have no entry, whatever
    they come to.
    """
    return {"info": {"guard": guard, "parent": parent, "rules": rules, "booked": booked}}


@event.listens_for(Base.metadata, "before_create")
def _prepare(metadata: MetaData, _connection: object, **_options: object) -> None:
    for table in metadata.tables.values():
        strict(table)
        if table.info.get("guard") in {"append", "lines", "order_lines"}:
            refer_at_commit(table)


def refer_at_commit(table: Table) -> None:
    """Let what the rows of `table` refer to be looked for at COMMIT.

    Rows that a trigger looks at as well cost SQLite a copy of each page they touch if their references are to be right
    at once.
    """
    for reference in table.foreign_key_constraints:
        reference.deferrable, reference.initially = True, "DEFERRED"


def strict(table: Table) -> None:
    """Let SQLite refuse a value of the wrong type in `table`."""
    table.dialect_options["sqlite"]["strict"] = True
