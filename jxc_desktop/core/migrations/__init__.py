"""Bringing an older shop to the schema of this program; alembic is imported on first use."""
