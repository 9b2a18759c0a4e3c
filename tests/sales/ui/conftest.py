"""The desk for the panes of sales, in the shop that sells cola."""

import pytest

from jxc_desktop.core.db import Database
from tests.deskwork import context_of
from tests.pricing.conftest import counter

__all__ = ["context_of", "counter"]


@pytest.fixture
def any_database(database: Database) -> Database:
    """Panes are tried on SQLite alone; what they call is tried on both."""
    return database
