"""What can be asked about the books: balances from the cache, account cards page by page, vouchers."""

from jxc_desktop.ledger.queries.balances import (
    AccountView,
    TrialRow,
    account_named,
    accounts,
    balance_of,
    leaves_of,
    moved_by_account,
    moved_on,
    nets_at,
    partner_balance,
    partner_balances,
    trial_rows,
)
from jxc_desktop.ledger.queries.card import Card, CardCursor, CardRow, account_card, opening_of
from jxc_desktop.ledger.queries.partners import PartnerFlow, partner_flows, partner_nets
from jxc_desktop.ledger.queries.results import item_nets, result_nets
from jxc_desktop.ledger.queries.vouchers import (
    EntryView,
    LegView,
    VoucherRow,
    VoucherView,
    entries_of,
    voucher_count,
    voucher_list,
    voucher_view,
    voucher_words,
)

__all__ = [
    "AccountView",
    "Card",
    "CardCursor",
    "CardRow",
    "EntryView",
    "LegView",
    "PartnerFlow",
    "TrialRow",
    "VoucherRow",
    "VoucherView",
    "account_card",
    "account_named",
    "accounts",
    "balance_of",
    "entries_of",
    "item_nets",
    "leaves_of",
    "moved_by_account",
    "moved_on",
    "nets_at",
    "opening_of",
    "partner_balance",
    "partner_balances",
    "partner_flows",
    "partner_nets",
    "result_nets",
    "trial_rows",
    "voucher_count",
    "voucher_list",
    "voucher_view",
    "voucher_words",
]
