"""What a kind of order or offer says about itself to the pane that types, approves and shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.views import FollowerView, OrderView
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.typed_paper import TypedPaper
from jxc_desktop.stock.ui.paper_kind import TypedKind
from jxc_desktop.stock.ui.posted_lines import posted_columns
from jxc_desktop.widgets.columns import Column, Kind

WIDTH = 66


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The kind of document that an order goes on to, and what that is called on its button."""

    kind: str
    word: str
    icon: str


class OrderPaperKind(TypedKind):
    """A quotation or an order. Its `words` have besides `due`, and `followed` and `open` (columns of progress)."""

    pays = False
    orders: ClassVar[OrderKind]
    chips: ClassVar[Mapping[str, str]] = {}
    """Chips of progress that have words of their own here."""

    def shortage(self, *, negative_allowed: bool) -> str:
        return "" if self.buying else "warn"

    def follow_up(self) -> FollowUp:
        """What comes next."""
        raise NotImplementedError

    def head(self, paper: TypedPaper, lines: Sequence[LineDraft]) -> dict[str, Any]:
        """All that an `OrderDraft` says, by its fields."""
        return {
            "day": paper.day,
            "partner_id": paper.partner_id or 0,
            "warehouse_id": paper.warehouse_id or 0,
            "lines": tuple(lines),
            "due_day": paper.due_day,
            "price_includes_tax": paper.price_includes_tax,
            "order_discount": paper.order_discount,
            "source": paper.source,
            "remark": paper.remark,
            "amends": paper.amends,
        }

    def source_of(self, view: OrderView) -> str:
        return view.source

    def followers_of(self, view: OrderView) -> Sequence[FollowerView]:
        return view.followers

    def extra_of(self, view: OrderView) -> str:
        return ""

    def chip_of(self, view: OrderView) -> str:
        return self.chips.get(view.progress, view.progress)

    def shown_columns(self, may: Callable[[str], bool]) -> tuple[Column[Any], ...]:
        words = self.words()
        between = (
            _figure("done_here", words["followed"]),
            _figure("left_here", words["open"], bold=True),
            *(() if self.buying or not self.orders.promises else (_available(),)),
        )
        return posted_columns(self.price_right, may, between=between)


def _figure(key: str, heading: str, *, bold: bool = False) -> Column[Any]:
    return Column[Any](key, heading, kind=Kind.QUANTITY, width=WIDTH, bold=bold, sortable=False)


def _available() -> Column[Any]:
    return Column[Any](
        "available_here",
        translate("stock", "可用"),
        kind=Kind.QUANTITY,
        width=WIDTH,
        muted=True,
        tone=lambda line: "warn" if line.lacks else "",
        sortable=False,
    )
