"""The screens of the books: accounts, vouchers, and what a document is going to book."""
