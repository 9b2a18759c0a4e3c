"""What the hand is on in a document, told to the evidence docks a moment after it came to rest."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from jxc_desktop.stock.taken import Offer
from jxc_desktop.stock.ui.paper_form import PaperForm
from jxc_desktop.stock.ui.paper_kind import PaperKind, TypedKind
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.pane import Pane

ATTEND_AFTER = 150
"""Milliseconds after the last key or step."""
Product = tuple[int, str]


class PaperAttention(QObject):
    """Emits the pane's `attention`: kind, whether it enters the `books`, partner, product, and number or draft.

    A typed document gives its `draft` with `foresee`, the operation that says what posting it would book.
    """

    def __init__(self, pane: Pane, kind: TypedKind) -> None:
        super().__init__(pane)
        self._pane, self._kind = pane, kind
        self._books = isinstance(kind, PaperKind)
        self.form: PaperForm | None = None
        self.view: TradeView | None = None
        self.draft_id: Callable[[], int | None] = lambda: None
        self._offered: Product | None = None
        self._timer = QTimer(self, singleShot=True, interval=ATTEND_AFTER)
        self._timer.timeout.connect(self.tell)

    def soon(self, *_what: object) -> None:
        """The hand moved."""
        self._offered = None
        self._timer.start()

    def offer_seen(self, offer: Offer) -> None:
        """The bar of the search popup is on goods."""
        self._offered = (offer.hit.id, offer.hit.name)
        self.tell()

    def partner_seen(self, firm: Any) -> None:
        """The bar of the firm's popup is on a firm."""
        self._pane.attention.emit({"partner": firm.id, "partner_name": firm.name})

    def tell(self) -> None:
        """Tell at once."""
        if self.form is not None and self._pane.isVisible():
            self._pane.attention.emit(self._attention(self.form))

    def _attention(self, form: PaperForm) -> dict[str, Any]:
        found: dict[str, Any] = {
            "kind": self._kind.kind,
            "books": self._books,
            "draft_id": self.draft_id(),
        }
        product = self._offered or self._product_under_hand(form)
        if product:
            found["product"], found["product_name"] = product
        if self.view is not None:
            found["number"] = self.view.head.number
        else:
            found |= self._foreseeing(form)
        firm = form.header.partner.choice
        if firm is not None:
            found["partner"], found["partner_name"] = firm.id, firm.name
        return found

    def _product_under_hand(self, form: PaperForm) -> Product | None:
        if self.view is not None:
            line = form.posted_grid.current()
            return (line.product_id, line.name) if line else None
        row, lines = form.grid.current_row(), form.lines
        product = lines[row].product if 0 <= row < len(lines) else None
        return (product.id, product.name) if product else None

    def _foreseeing(self, form: PaperForm) -> dict[str, Any]:
        """The document as posting would get it, when there is enough of it."""
        lines = form.line_drafts()
        if form.header.partner.choice is None or not lines:
            return {"draft": None}
        draft = self._kind.draft(form.paper(), lines, form.totals().total)
        foresee = self._kind.foresee if isinstance(self._kind, PaperKind) else None
        return {"draft": draft, "foresee": foresee}
