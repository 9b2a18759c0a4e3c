"""授权 at a document: what is refused for want of a right goes through once somebody who has it allows it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from jxc_desktop.core.errors import Forbidden
from jxc_desktop.ledger.drafting import post_drafted
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.keys import Posted
from jxc_desktop.shop.vouching import with_rights
from jxc_desktop.widgets.pane import Pane

Work = tuple[Any, ...]
"""What `post_drafted` takes: the kept draft, the service, the document, its key."""


class PaperLending(QObject):
    """Posts again for one pane with rights that were lent; each refusal may ask for one more."""

    def __init__(self, pane: Pane, *, then: Callable[[Posted], None]) -> None:
        super().__init__(pane)
        self._pane, self._then = pane, then

    def refused(
        self, work: Work, error: BaseException, *, lent: tuple[tuple[str, Actor], ...] = ()
    ) -> None:
        """Say why, and where somebody may lend the right ask for them."""
        ask = self._pane.context.authorize
        self._pane.fail(error)
        if isinstance(error, Forbidden) and error.lendable and ask is not None:
            ask(error.lendable, error.message, partial(self._again, work, lent, error.lendable))

    def _again(
        self, work: Work, lent: tuple[tuple[str, Actor], ...], right: str, by: Actor
    ) -> None:
        vouchers = (*lent, (right, by))
        self._pane.run_write(
            partial(with_rights, vouchers, post_drafted),
            *work,
            then=self._then,
            failed=partial(self.refused, work, lent=vouchers),
        )
