"""Column types that mean the same on SQLite (STRICT) and PostgreSQL.

Every number is kept as an integer and stays an `int` in Python; the type only says what the integer counts, so
that exports, checks and the data dictionary can tell. Days are ISO text, which sorts and compares as days do.
"""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

INT = BigInteger().with_variant(Integer(), "sqlite")
"""A whole number or a row id."""

TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point in both databases, so that pages and prefixes are ranges of an index."""


class Scaled(TypeDecorator[int]):
    """An integer that counts 10**-places of its unit; the value stays an `int`."""

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


MONEY = Scaled(2)
QUANTITY = Scaled(4)
PRICE = Scaled(6)
RATE = Scaled(4)


class Moment(TypeDecorator[int]):
    """Milliseconds since 1970 UTC."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


MOMENT = Moment()


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


DAY = Day()


class Flag(TypeDecorator[bool]):
    """Yes or no, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


FLAG = Flag()

BYTES = LargeBinary()
"""A file's content."""
