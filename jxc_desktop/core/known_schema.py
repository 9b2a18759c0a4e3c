"""The fingerprint that each schema version must bear, so that a changed schema is told from ours."""

import tempfile
from functools import cache
from pathlib import Path

from jxc_desktop.core.creation import SCHEMA_VERSION, create_schema, fingerprint
from jxc_desktop.core.db import Database
from jxc_desktop.core.schema import Base

FORMER: dict[int, str] = {}
"""Fingerprints of released versions before this one, by version; each migration adds a line."""


def known_fingerprint(version: int) -> str | None:
    """The fingerprint of a sound shop file of `version`, or None for a version we never made."""
    if version == SCHEMA_VERSION:
        return _fresh(frozenset(Base.metadata.tables))
    return FORMER.get(version)


@cache
def _fresh(_tables: frozenset[str]) -> str:
    """Of a file made a moment ago; made anew when more tables have become known."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "fresh.jxc")
        try:
            create_schema(database, known_rooms())
            with database.raw() as connection:
                return fingerprint(connection)
        finally:
            database.close()


def known_rooms() -> frozenset[str]:
    """The modules of all tables known by now."""
    return frozenset(mapper.class_.__module__ for mapper in Base.registry.mappers)
