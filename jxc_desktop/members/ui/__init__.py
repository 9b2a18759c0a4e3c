"""Screens of members and their levels."""
