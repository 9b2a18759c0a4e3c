"""Keeping the shop safe: self-checks, backups, restore, the flight recorder, exports."""
