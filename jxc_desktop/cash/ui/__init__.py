"""Screens of money: debts beside a document, receipts and payments."""
