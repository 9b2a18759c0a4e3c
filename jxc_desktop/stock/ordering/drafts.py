"""An order as it is typed, whichever way the goods go."""

from dataclasses import dataclass
from datetime import date

from jxc_desktop.stock.priced import LineDraft


@dataclass(frozen=True, slots=True)
class OrderDraft:
    """An order as typed; None lets the company, the partner or the order it follows decide.

    `source` is the number of what it follows (an order its quotation), `amends` its own number when it was
    un-approved and is written anew; `due_day` is when the goods are wanted, or until when an offer holds.
    """

    day: date
    partner_id: int
    warehouse_id: int
    lines: tuple[LineDraft, ...]
    due_day: date | None = None
    salesperson: str = ""
    price_includes_tax: bool | None = None
    order_discount: int | None = 0
    source: str = ""
    remark: str = ""
    amends: str = ""
