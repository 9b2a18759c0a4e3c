"""Sums that are integers on both databases."""

from typing import Any

from sqlalchemy import BigInteger, ColumnElement, cast, func


def summed(expression: Any) -> ColumnElement[int]:
    """Σ of an integer expression, 0 over nothing; PostgreSQL alone would answer a NUMERIC."""
    return cast(func.coalesce(func.sum(expression), 0), BigInteger)
