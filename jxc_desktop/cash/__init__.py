"""Money: money accounts, payment methods, what was paid."""
