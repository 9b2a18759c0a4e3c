"""Approvals: rules as data hold a document back until those they name have said yes (decisions 1, domain.md §10.4)."""
