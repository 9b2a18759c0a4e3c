"""The desk for the panes of stock."""

from tests.deskwork import context_of

__all__ = ["context_of"]
