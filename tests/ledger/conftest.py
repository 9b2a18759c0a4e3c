"""The trading year of the reports' tests serves the books' too."""

from tests.reports.conftest import any_trade, make_trade, trade

__all__ = ["any_trade", "make_trade", "trade"]
