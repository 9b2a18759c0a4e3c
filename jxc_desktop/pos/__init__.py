"""The till: tickets, tenders, shifts, returns."""
