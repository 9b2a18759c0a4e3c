"""The table of contents without Qt: what the program can check, report and import, one line each."""

from collections.abc import Callable, Mapping

from jxc_desktop.cash import invariants as cash
from jxc_desktop.cash.bank import closing as bank_closing
from jxc_desktop.catalog import invariants as catalog
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.guide import tables
from jxc_desktop.imports.bank_statements import bank_statements
from jxc_desktop.imports.given_invoices import sales_invoices
from jxc_desktop.imports.members import members
from jxc_desktop.imports.opening import opening_stock
from jxc_desktop.imports.opening_accounts import opening_accounts
from jxc_desktop.imports.opening_debts import opening_ap, opening_ar
from jxc_desktop.imports.partners import customers, suppliers
from jxc_desktop.imports.products import products
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.stock_bounds import stock_bounds
from jxc_desktop.imports.traded import (
    goods_receipts,
    purchase_orders,
    quotations,
    sales_deliveries,
    sales_orders,
)
from jxc_desktop.ledger import invariants as ledger
from jxc_desktop.ledger.assets import closing as asset_closing
from jxc_desktop.ledger.assets import invariants as assets
from jxc_desktop.ledger.closing.check import Closing
from jxc_desktop.members import invariants as members_invariants
from jxc_desktop.pos import closing as pos_closing
from jxc_desktop.pos import invariants as pos
from jxc_desktop.pricing.promotions import invariants as promotions
from jxc_desktop.purchase import invariants as purchase
from jxc_desktop.reports import (
    abc_analysis,
    ageing,
    assembly_costs,
    balance_sheet,
    bank_reconciliation,
    best_sellers,
    cash_flow,
    cash_journal,
    cashier_audit,
    chronological,
    commission,
    count_differences,
    data_quality,
    dimension_balance,
    estimated_receipts,
    expense_summary,
    fixed_assets,
    general_ledger,
    gross_profit,
    inactive_customers,
    income_statement,
    invoice_register,
    landed_cost_detail,
    losses_and_gains,
    lot_stock,
    lot_trace,
    member_cards,
    member_sales,
    money_accounts,
    multi_column_ledger,
    negative_stock,
    partner_debts,
    price_execution,
    promotion_effect,
    purchase_detail,
    purchase_order_status,
    purchase_prices,
    purchase_progress,
    purchase_summary,
    quantity_amount_ledger,
    quotation_comparison,
    quotation_conversion,
    receipts_and_settlements,
    repeat_customers,
    replenishment,
    request_status,
    returns_analysis,
    sales_detail,
    sales_invoicing,
    sales_order_status,
    sales_summary,
    scale_goods,
    shift_report,
    slow_movers,
    statement_accounts,
    statement_of_account,
    stock_ageing,
    stock_alert,
    stock_balance,
    stock_by_warehouse,
    stock_check,
    stock_ledger,
    stock_movement_summary,
    stock_turnover,
    subsidiary_ledger,
    supplier_scores,
    trial_balance,
    wallet_arrivals,
)
from jxc_desktop.reports.report import Report
from jxc_desktop.safety import invariants as safety
from jxc_desktop.sales import invariants as sales
from jxc_desktop.shop import invariants as shop
from jxc_desktop.stock import closing as stock_closing
from jxc_desktop.stock import invariants as stock

_ROOMS = (
    catalog, ledger, assets, stock, cash, promotions, members_invariants, purchase, sales, pos, shop, safety,
)  # fmt: skip

INVARIANTS: tuple[Invariant, ...] = tuple(rule for room in _ROOMS for rule in room.INVARIANTS)

CLOSING = Closing(
    checks=(
        *stock_closing.CHECKS,
        *pos_closing.CHECKS,
        *asset_closing.CHECKS,
        *bank_closing.CHECKS,
    ),
    prepare=(pos_closing.finish_machine_shifts, asset_closing.write_off_assets),
)
"""What the rooms ask and finish before a month is closed."""

REPORTS: tuple[Report, ...] = (
    stock_movement_summary.REPORT,
    stock_ledger.REPORT,
    stock_balance.REPORT,
    stock_by_warehouse.REPORT,
    stock_alert.REPORT,
    replenishment.REPORT,
    stock_ageing.REPORT,
    stock_turnover.REPORT,
    abc_analysis.REPORT,
    negative_stock.REPORT,
    lot_stock.REPORT,
    lot_trace.REPORT,
    scale_goods.REPORT,
    count_differences.REPORT,
    losses_and_gains.REPORT,
    assembly_costs.REPORT,
    purchase_detail.REPORT,
    purchase_summary.REPORT,
    purchase_order_status.REPORT,
    request_status.REPORT,
    purchase_progress.REPORT,
    quotation_comparison.REPORT,
    purchase_prices.REPORT,
    supplier_scores.REPORT,
    estimated_receipts.REPORT,
    landed_cost_detail.REPORT,
    sales_detail.REPORT,
    sales_summary.REPORT,
    gross_profit.REPORT,
    sales_order_status.REPORT,
    sales_invoicing.REPORT,
    quotation_conversion.REPORT,
    best_sellers.REPORT,
    slow_movers.REPORT,
    inactive_customers.REPORT,
    repeat_customers.REPORT,
    price_execution.REPORT,
    returns_analysis.REPORT,
    commission.REPORT,
    shift_report.REPORT,
    promotion_effect.REPORT,
    cashier_audit.REPORT,
    member_sales.REPORT,
    member_cards.JOURNAL,
    member_cards.BALANCES,
    cash_journal.REPORT,
    cash_journal.BANK,
    bank_reconciliation.REPORT,
    wallet_arrivals.REPORT,
    partner_debts.RECEIVABLES,
    partner_debts.PAYABLES,
    ageing.RECEIVABLES,
    ageing.PAYABLES,
    statement_of_account.CUSTOMERS,
    statement_of_account.SUPPLIERS,
    receipts_and_settlements.REPORT,
    money_accounts.REPORT,
    expense_summary.EXPENSES,
    expense_summary.INCOME,
    trial_balance.REPORT,
    fixed_assets.REPORT,
    invoice_register.REPORT,
    general_ledger.REPORT,
    subsidiary_ledger.REPORT,
    chronological.REPORT,
    chronological.SUMMARY,
    multi_column_ledger.REPORT,
    quantity_amount_ledger.REPORT,
    dimension_balance.REPORT,
    balance_sheet.REPORT,
    income_statement.REPORT,
    cash_flow.REPORT,
    statement_accounts.REPORT,
    statement_accounts.CASH_ACCOUNTS,
    data_quality.REPORT,
    stock_check.REPORT,
)

TABLES = tables.ROOMS
"""Importing them makes every table known, as backups and upgrades need (core.known_schema)."""

SOURCES: Mapping[str, Callable[[], Source]] = {
    "products": products,
    "customers": customers,
    "suppliers": suppliers,
    "members": members,
    "stock_bounds": stock_bounds,
    "opening_stock": opening_stock,
    "opening_ar": opening_ar,
    "opening_ap": opening_ap,
    "opening_accounts": opening_accounts,
    "purchase_order": purchase_orders,
    "goods_receipt": goods_receipts,
    "quotation": quotations,
    "sales_order": sales_orders,
    "sales_delivery": sales_deliveries,
    "sales_invoice": sales_invoices,
    "bank_statement": bank_statements,
}
"""What can be imported, by its word on the command line; each is made when asked, in the language spoken then."""
