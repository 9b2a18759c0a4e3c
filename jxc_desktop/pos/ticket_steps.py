"""The steps a ticket went through, for undo and redo."""

from dataclasses import dataclass, field

from jxc_desktop.pos.ticket import OpenTicket

KEPT = 500
"""Steps that can be taken back."""


@dataclass(slots=True)
class TicketSteps:
    """The ticket on the screen with what came before it and what was taken back."""

    ticket: OpenTicket = field(default_factory=OpenTicket)
    _before: list[OpenTicket] = field(default_factory=list)
    _after: list[OpenTicket] = field(default_factory=list)

    def take(self, ticket: OpenTicket) -> None:
        """One step on."""
        self._before = [*self._before[-KEPT + 1 :], self.ticket]
        self._after.clear()
        self.ticket = ticket

    def put(self, ticket: OpenTicket) -> None:
        """The same step, reckoned anew."""
        self.ticket = ticket

    def undo(self) -> bool:
        """One step back; False when there is none."""
        return self._move(self._before, self._after)

    def redo(self) -> bool:
        """The step that was taken back again; False when there is none."""
        return self._move(self._after, self._before)

    def start(self, ticket: OpenTicket) -> None:
        """Another ticket, which has no past here."""
        self.ticket = ticket
        self._before.clear()
        self._after.clear()

    def _move(self, source: list[OpenTicket], other: list[OpenTicket]) -> bool:
        if not source:
            return False
        other.append(self.ticket)
        self.ticket = source.pop()
        return True
