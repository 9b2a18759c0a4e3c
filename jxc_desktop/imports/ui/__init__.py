"""Screens of customers and suppliers, and the search that other screens lend."""
