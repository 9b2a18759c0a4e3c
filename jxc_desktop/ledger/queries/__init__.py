"""What can be asked about the books: balances from the cache, account cards page by page, vouchers."""

from jxc_desktop.ledger.queries.balances import (
    AccountView,
    TrialRow,
    account_named,
    accounts,
    balance_of,
    leaves_of,
    moved_on,
    partner_balance,
    partner_balances,
    trial_rows,
)
from jxc_desktop.ledger.queries.card import Card, CardCursor, CardRow, account_card, opening_of
from jxc_desktop.ledger.queries.vouchers import (
    EntryView,
    LegView,
    VoucherRow,
    VoucherView,
    entries_of,
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
    "TrialRow",
    "VoucherRow",
    "VoucherView",
    "account_card",
    "account_named",
    "accounts",
    "balance_of",
    "entries_of",
    "leaves_of",
    "moved_on",
    "opening_of",
    "partner_balance",
    "partner_balances",
    "trial_rows",
    "voucher_list",
    "voucher_view",
    "voucher_words",
]
