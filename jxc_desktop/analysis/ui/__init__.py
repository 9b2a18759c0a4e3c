"""Screens of analysis: the dashboard and the list of what waits."""
