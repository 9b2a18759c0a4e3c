"""A desk for the panes of the books."""

from tests.deskwork import context_of

__all__ = ["context_of"]
