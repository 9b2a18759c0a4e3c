"""What the parts around a document on screen must know of its kind, whatever it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy.orm import Session

from jxc_desktop.ledger.paper_views import Head
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted


@dataclass(frozen=True, slots=True)
class Firm:
    """What a firm's field holds when a document is opened rather than typed."""

    id: int
    name: str


class Viewed(Protocol):
    """A posted document as it is read."""

    @property
    def head(self) -> Head:
        """Its number, state and people."""


class Reversible(Protocol):
    """A kind of document that can be taken back."""

    @property
    def kind(self) -> str:
        """Its word, which begins its rights."""

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take one back."""


class Printable(Protocol):
    """A kind of document that comes on paper."""

    @property
    def kind(self) -> str:
        """Its word, under which the chosen paper is remembered."""

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""


class Typed(Protocol):
    """A document as it stands in its fields; two are equal when nothing differs."""

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping was typed."""

    @property
    def day(self) -> date:
        """The business day."""

    @property
    def partner_name(self) -> str:
        """What lists call it by."""

    def body(self) -> Mapping[str, Any]:
        """All of it as plain data."""


class DraftedKind(Printable, Protocol):
    """A kind of document that this pane can type, post and show."""

    @property
    def post(self) -> Callable[..., Posted]:
        """The service that posts a draft of it."""

    @property
    def view(self) -> Callable[[Session, str], Any]:
        """The query that reads one by its number."""


class DraftedForm(Protocol):
    """The fields of the document, open while it is typed."""

    @property
    def typing(self) -> bool:
        """Whether something is typed here, and nothing with a number shown."""

    def obstacle(self) -> str:
        """What is still missing before it can be posted."""

    def mark_field(self, field: str, reason: str) -> None:
        """Show at a field why it was refused."""
