"""The books: accounts, entries, vouchers, periods, balances."""
