"""The table of contents without Qt: what the program can check and report, one line each."""

from jxc_desktop.cash import invariants as cash
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.guide import tables
from jxc_desktop.ledger import invariants as ledger
from jxc_desktop.pos import invariants as pos
from jxc_desktop.purchase import invariants as purchase
from jxc_desktop.reports import (
    cash_journal,
    gross_profit,
    purchase_detail,
    purchase_summary,
    sales_detail,
    sales_summary,
    shift_report,
    stock_alert,
    stock_balance,
    stock_ledger,
    stock_movement_summary,
    subsidiary_ledger,
    trial_balance,
)
from jxc_desktop.reports.report import Report
from jxc_desktop.safety import invariants as safety
from jxc_desktop.sales import invariants as sales
from jxc_desktop.shop import invariants as shop
from jxc_desktop.stock import invariants as stock

_ROOMS = (ledger, stock, cash, purchase, sales, pos, shop, safety)

INVARIANTS: tuple[Invariant, ...] = tuple(rule for room in _ROOMS for rule in room.INVARIANTS)

REPORTS: tuple[Report, ...] = (
    stock_movement_summary.REPORT,
    stock_ledger.REPORT,
    stock_balance.REPORT,
    stock_alert.REPORT,
    purchase_detail.REPORT,
    purchase_summary.REPORT,
    sales_detail.REPORT,
    sales_summary.REPORT,
    gross_profit.REPORT,
    shift_report.REPORT,
    cash_journal.REPORT,
    trial_balance.REPORT,
    subsidiary_ledger.REPORT,
)

TABLES = tables.ROOMS
"""Importing them makes every table known, as backups and upgrades need (core.known_schema)."""
