"""What one kind of document of goods says about itself, so that one pane can type, post and show them all."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.posted_lines import TradeView
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class Where:
    """From or into which warehouse, with which firm, at which price level."""

    warehouse_id: int | None = None
    partner_id: int | None = None
    level: str = ""


class PaperKind(ABC):
    """A delivery or a receipt. It keeps what was read of the firm that the document is about."""

    kind: ClassVar[str]
    price_right: ClassVar[str] = ""
    """The right without which no money is seen."""
    buying: ClassVar[bool] = False
    shows_cost: ClassVar[bool] = False
    prices_dock: ClassVar[str]
    """The evidence pane that F3 goes to: the last prices of the firm."""

    def __init__(self) -> None:
        self.where = Where()
        self.settings = Settings()
        """The shop's, once the pane has read them."""

    # --- words ---

    @abstractmethod
    def words(self) -> Mapping[str, str]:
        """`title`, `partner`, `paid`, `last` (heading of the last price), `empty` (no firm chosen)."""

    # --- fields and lines ---

    @abstractmethod
    def partner_field(self, pane: Pane) -> SearchField:
        """The field that finds the firm."""

    @abstractmethod
    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        """Fields of its own, the first of which is kept as `extra`."""

    @abstractmethod
    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        """Reads the goods that bear a text, for the firm and warehouse in hand."""

    @abstractmethod
    def goods(
        self, products: Sequence[int], where: Where | None = None
    ) -> Callable[[Session], Mapping[int, TakenGoods]]:
        """Reads goods, for the firm and warehouse in hand or another."""

    @abstractmethod
    def price_of(self, line: TypedLine, unit: str, terms: Terms) -> int | None:
        """The price to fill in: last time's, else the list's."""

    @abstractmethod
    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        """Why a price wants a look."""

    def meant_unit(self, line: TypedLine, terms: Terms) -> str:
        """The other unit that a price was probably typed for, "" when there is none."""
        return ""

    @abstractmethod
    def read_firm(self, partner_id: int) -> Callable[[Session], Any]:
        """Reads what the line below the fields says of the firm."""

    @abstractmethod
    def level_of(self, facts: Any) -> str:
        """The price level that what was read of the firm tells; "" is retail."""

    @abstractmethod
    def take_firm(self, facts: Any) -> None:
        """Keep what was read of the firm."""

    @abstractmethod
    def firm_note(self, total: int, *, on_credit: bool) -> str:
        """The line below the fields, knowing what the document comes to."""

    # --- posting and reading ---

    @abstractmethod
    def draft(self, paper: TypedPaper, lines: Sequence[LineDraft], total: int) -> Any:
        """The document for the service."""

    @abstractmethod
    def post(self, session: Session, draft: Any, *, key: Key) -> Posted:
        """Post it."""

    @abstractmethod
    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""

    @abstractmethod
    def view(self, session: Session, number: str) -> TradeView:
        """The posted document."""

    @abstractmethod
    def extra_of(self, view: Any) -> str:
        """What the kind's own field shows of a posted document."""

    @abstractmethod
    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""

    @abstractmethod
    def foresee(self, session: Session, draft: Any) -> Foreseen:
        """What posting would book."""


def usable_last(last: LastPrice | None, line: TypedLine, unit: str, terms: Terms) -> int | None:
    """Last time's price for `unit`, if it was agreed on the same footing of tax."""
    if last is None or line.product is None or last.includes_tax != terms.includes_tax:
        return None
    return last.of(line.product, unit)
