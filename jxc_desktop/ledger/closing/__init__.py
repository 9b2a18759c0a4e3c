"""Closing a month (期末结账, domain.md §2.10): what must be in order first, what is then booked, the lock."""
