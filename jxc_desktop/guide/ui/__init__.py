"""Screens of the guide."""
