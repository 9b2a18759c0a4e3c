"""Firms the shop deals with: customers and suppliers."""
