"""Version 1: what a new shop is made with; there is nothing older to come from."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    pass
