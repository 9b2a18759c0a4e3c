"""Screens of goods: the list with its card, and the search that other screens lend."""
