"""What a voucher that is typed says about itself to the pane of typed documents."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.ledger.journal.naming import Shown, shown_voucher
from jxc_desktop.ledger.journal.papers import printed_journal_voucher
from jxc_desktop.ledger.journal.services import post_journal_voucher
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted


@dataclass(frozen=True)
class JournalKind:
    """The kind; `take_back` comes from above, where it is known what else a voucher left open."""

    take_back: Callable[..., Posted]
    kind: str = "journal_voucher"

    @property
    def post(self) -> Callable[..., Posted]:
        """The service that posts one."""
        return post_journal_voucher

    @property
    def view(self) -> Callable[[Session, str], Shown]:
        """The query that reads one."""
        return shown_voucher

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take one back."""
        return self.take_back(session, wanted, key=key)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_journal_voucher(session, number)
