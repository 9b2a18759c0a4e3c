"""What one kind of document of goods says about itself, so that one pane can type, post and show them all."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.ordering.views import FollowerView
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.taken import LastPrice, Offer, TakenGoods
from jxc_desktop.stock.typed_paper import (
    TypedLine,
    TypedPaper,
    TypedTotals,
    amount_of,
    totals_of,
)
from jxc_desktop.stock.typed_source import OrderSource, TypedSource
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.posted_lines import TradeView, posted_columns
from jxc_desktop.widgets.columns import Column, Mark
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class Where:
    """From or into which warehouse, with which firm, at which price level, after which document, on which day."""

    warehouse_id: int | None = None
    partner_id: int | None = None
    level: str = ""
    source: str = ""
    day: date | None = None


class TypedKind(ABC):
    """A document of goods that is typed. It keeps what was read of its firm, and of what it follows."""

    kind: ClassVar[str]
    price_right: ClassVar[str] = ""
    """The right without which no money is seen."""
    buying: ClassVar[bool] = False
    pays: ClassVar[bool] = True
    """Whether money may change hands with it."""
    discounts: ClassVar[bool] = True
    """Whether something may be taken off the whole."""
    by_lot: ClassVar[bool] = False
    """Whether it moves goods, and so tells of which lots they are."""
    skips_blanks: ClassVar[bool] = False
    """Whether lines without a quantity are left away rather than asked about."""
    remembers_extra: ClassVar[bool] = True
    """Whether its own field begins as it was left the last time."""
    person_field: ClassVar[str] = ""
    """Where its service keeps who sold or bought; "" where nobody is named."""
    prices_dock: ClassVar[str]
    """The evidence pane that F3 goes to: the last prices of the firm."""

    def __init__(self) -> None:
        self.where = Where()
        self.source: TypedSource | None = None
        self.settings = Settings()
        """The shop's, once the pane has read them."""

    # --- words ---

    @abstractmethod
    def words(self) -> Mapping[str, str]:
        """`title`, `partner`, `paid`, `last` (heading of the last price), `empty` (no firm chosen).

        Further ones where they differ: `post` (the main action), `posted` (what is said then), `credit` (nothing paid),
        `quantity`, `ordered` and `done` (headings), `due` (a day of its own), `person` (who sells or buys).
        """

    # --- fields and lines ---

    @abstractmethod
    def partner_field(self, pane: Pane) -> SearchField:
        """The field that finds the firm."""

    @abstractmethod
    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        """Fields of its own; the first that is `kept` is the `extra`."""

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

    def shortage(self, *, negative_allowed: bool) -> str:
        """The tone of a line that takes more than lies there, "" where that does not matter."""
        if self.buying:
            return ""
        return "warn" if negative_allowed else "bad"

    def over_mark(self, line: TypedLine) -> Mark | None:
        """Why a line takes more than what it follows still has."""
        most = None if self.source is None else self.source.most(line)
        base = line.base_quantity
        if most is None or base is None or base <= most:
            return None
        told = translate("stock", "{number} 的这一行只剩 {left} {unit}，本行超出")
        left = quantity_text(line.in_unit(most))
        return Mark("bad", told.format(number=self.where.source, left=left, unit=line.unit))

    def fixed(self, line: TypedLine) -> str:
        """Why nothing but the quantity of a line can be typed, "" where all can."""
        return ""

    def amount_of(self, line: TypedLine, terms: Terms) -> int | None:
        """Fen with tax of one line before the order discount."""
        return amount_of(line, terms)

    def totals_of(self, lines: Sequence[TypedLine], terms: Terms) -> TypedTotals:
        """What the typed lines come to."""
        return totals_of(lines, terms)

    def obstacle(self, paper: TypedPaper) -> str:
        """What else stands in the way of posting, in words."""
        return ""

    # --- what it follows ---

    def source_field(self, pane: Pane) -> SearchField | None:
        """The field that finds what it follows, where that is chosen in the document itself."""
        return None

    def read_source(self, number: str) -> Callable[[Session], TypedSource]:
        """Reads what it follows."""
        raise NotImplementedError(number)

    def shared_discount(self, lines: Sequence[TypedLine]) -> int:
        """Fen of discount that come from what it follows, while none is typed."""
        return self.source.discount_of(lines) if isinstance(self.source, OrderSource) else 0

    source_kind: ClassVar[str] = ""
    """The kind of document that it follows."""

    def source_of(self, view: Any) -> str:
        """The number of what a shown document follows, "" for nothing."""
        return ""

    def followers_of(self, view: Any) -> Sequence[FollowerView]:
        """What follows a shown document."""
        return ()

    # --- the firm ---

    @abstractmethod
    def read_firm(self, partner_id: int) -> Callable[[Session], Any]:
        """Reads what the line below the fields says of the firm."""

    @abstractmethod
    def level_of(self, facts: Any) -> str:
        """The price level that what was read of the firm tells; "" is retail."""

    def person_for(self, facts: Any) -> str:
        """Who usually deals with the firm, "" where nobody is named."""
        return ""

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
    def view(self, session: Session, number: str) -> TradeView:
        """The posted document."""

    @abstractmethod
    def extra_of(self, view: Any) -> str:
        """What the kind's own field shows of a posted document."""

    def person_of(self, view: Any) -> str:
        """Who sold or bought a shown document."""
        return str(getattr(view, self.person_field)) if self.person_field else ""

    @abstractmethod
    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""

    def shown_columns(self, may: Callable[[str], bool]) -> tuple[Column[Any], ...]:
        """The columns of the lines of a document that is no longer typed."""
        return posted_columns(self.price_right, may)

    def chip_of(self, view: Any) -> str:
        """The word of the chip of a shown document."""
        return "reversal" if view.head.reverses else str(view.head.state)


class PaperKind(TypedKind):
    """A document that is posted: a delivery, a receipt, a return."""

    shows_cost: ClassVar[bool] = False
    by_lot = True

    @abstractmethod
    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""

    @abstractmethod
    def foresee(self, session: Session, draft: Any) -> Foreseen:
        """What posting would book."""

    def shown_columns(self, may: Callable[[str], bool]) -> tuple[Column[Any], ...]:
        return posted_columns(self.price_right, may, with_cost=self.shows_cost)


def usable_last(last: LastPrice | None, line: TypedLine, unit: str, terms: Terms) -> int | None:
    """Last time's price for `unit`, if it was agreed on the same footing of tax."""
    if last is None or line.product is None or last.includes_tax != terms.includes_tax:
        return None
    return last.of(line.product, unit)
