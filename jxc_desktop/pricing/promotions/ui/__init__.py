"""Promotions on the screen."""
