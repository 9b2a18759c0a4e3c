"""Codes on their way to the ticket: looked up beside each other, taken in the order they were scanned.

What a recent scan found is remembered, so goods scanned often are on screen within the same frame.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from jxc_desktop.catalog.queries.till import ProductAtTill
from jxc_desktop.pos.grammar import Code, Entry
from jxc_desktop.pos.looking import Found, look_up
from jxc_desktop.widgets.pane import Pane

REMEMBERED = 512
"""Products kept in memory."""
GOODS = frozenset({"product", "barcode", "product_unit", "product_price"})
"""Tables whose change makes what is remembered old."""


@dataclass(slots=True)
class _Waiting:
    """An entry in its place; `found` once it is known, `failed` when asking went wrong."""

    entry: Entry
    found: Found | None = None
    failed: BaseException | None = None
    ready: bool = False


class ScanQueue(QObject):
    """Hands out entries in order, codes with what was found under them."""

    came = Signal(object, object)
    """An entry and what was found, None for entries that look nothing up."""
    failed = Signal(object)
    """The error of a question that could not be asked."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._waiting: deque[_Waiting] = deque()
        self._known: OrderedDict[str, ProductAtTill] = OrderedDict()
        self._level = ""
        pane.context.tasks.changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether something scanned is not on the ticket yet."""
        return bool(self._waiting)

    def price_at(self, level: str) -> None:
        """Ask goods at another price level from now on: that of the member on the ticket, "" for anybody."""
        if level != self._level:
            self._level = level
            self._known.clear()

    def put(self, entry: Entry) -> None:
        """Take one more entry."""
        waiting = _Waiting(entry, ready=not isinstance(entry, Code))
        self._waiting.append(waiting)
        if isinstance(entry, Code):
            self._ask(waiting, entry)
        self._drain()

    def _ask(self, waiting: _Waiting, code: Code) -> None:
        known = self._known.get(code.text)
        if known is not None:
            self._known.move_to_end(code.text)
            waiting.found, waiting.ready = known, True
            return
        exactly = code.maybe_payment
        self._pane.context.tasks.read(
            partial(look_up, exactly=exactly, level=self._level),
            code.text,
            then=partial(self._answered, waiting, code, self._level),
            failed=partial(self._broken, waiting),
            owner=self,
        )

    def _answered(self, waiting: _Waiting, code: Code, level: str, found: Found) -> None:
        if level != self._level:
            self._ask(waiting, code)  # a member was called meanwhile
            self._drain()
            return
        waiting.found, waiting.ready = found, True
        if isinstance(found, ProductAtTill):
            self._known[code.text] = found
            if len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        self._drain()

    def _broken(self, waiting: _Waiting, error: BaseException) -> None:
        waiting.failed, waiting.ready = error, True
        self._drain()

    def _drain(self) -> None:
        while self._waiting and self._waiting[0].ready:
            waiting = self._waiting.popleft()
            if waiting.failed is not None:
                self.failed.emit(waiting.failed)
            else:
                self.came.emit(waiting.entry, waiting.found)

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & GOODS:
            self._known.clear()
