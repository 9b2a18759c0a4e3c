"""The data dictionary: every table and column of a shop, read from what the program itself declares."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, LargeBinary, Table

from jxc_desktop.core.schema import Base
from jxc_desktop.core.types import Day, Flag, Moment, Scaled


@dataclass(frozen=True, slots=True)
class Described:
    """One column: what it counts in the exported texts, and where it points."""

    table: str
    column: str
    kind: str
    key: bool
    optional: bool
    points_to: str


def described() -> Iterator[Described]:
    """Every column of every table, tables by name."""
    for table in sorted(Base.metadata.tables.values(), key=lambda t: t.name):
        for column in table.columns:
            yield Described(
                table.name,
                column.name,
                kind_of(column),
                column.primary_key,
                bool(column.nullable),
                ", ".join(sorted(key.target_fullname for key in column.foreign_keys)),
            )


def kind_of(column: "Column[object]") -> str:
    """What a column holds: text, whole, decimal with places, day, moment, flag or file."""
    match column.type:
        case Scaled() as scaled:
            return f"decimal({scaled.places})"
        case Day():
            return "day"
        case Moment():
            return "moment"
        case Flag():
            return "flag"
        case LargeBinary():
            return "file"
        case other:
            return "whole" if other.python_type is int else "text"


def meaning_of(table: Table) -> str:
    """What a table keeps, as its class says."""
    for mapper in Base.registry.mappers:
        if mapper.local_table is table:
            return inspect.getdoc(mapper.class_) or ""
    return ""


def as_markdown() -> str:
    """The dictionary for people."""
    parts = [_INTRODUCTION]
    table = ""
    for column in described():
        if column.table != table:
            table = column.table
            meaning = meaning_of(Base.metadata.tables[table])
            parts.append(f"\n## {table}\n\n{meaning}\n\n{_HEADINGS}")
        parts.append(
            f"| {column.column} | {column.kind} | {'*' if column.key else ''} "
            f"| {'?' if column.optional else ''} | {column.points_to} |"
        )
    return "\n".join(parts) + "\n"


_HEADINGS = "| column | kind | key | optional | points to |\n|---|---|---|---|---|"
_INTRODUCTION = """# Data dictionary

One CSV file (UTF-8) and one sheet of shop.xlsx for each table; the same tables stand in shop.sqlite.

| kind | in CSV and XLSX | in shop.sqlite |
|---|---|---|
| text | as it is; in CSV an apostrophe stands before a text that a spreadsheet would calculate | text |
| whole | a whole number | integer |
| decimal(n) | a decimal number with n places: yuan (2), quantities and rates (4), prices (6) | integer, times 10^n |
| day | 2026-03-02 | text |
| moment | 2026-03-02T10:00:00.000+08:00 | integer, milliseconds since 1970 UTC |
| flag | 1 or 0 | integer |
| file | how many bytes | the content itself |

Quantities into stock are positive. `debit` and `credit` may be negative (红字). Passwords and recovery codes are
left out."""
