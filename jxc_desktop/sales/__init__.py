"""Selling on delivery notes."""
