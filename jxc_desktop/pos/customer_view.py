"""What the customer sees of a ticket on the display facing them (客显): lines, sum, change; else the shop's name."""

from dataclasses import dataclass

from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.queries.tickets import TicketView
from jxc_desktop.pos.ticket import OpenTicket
from jxc_desktop.printing.pole import PoleRow, PoleText
from jxc_desktop.widgets.formats import money_text, price_text, quantity_text

ROWS = 9
"""Lines that a display holds; the last ones are shown."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """Goods as the customer reads them."""

    name: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: `lines` are the last of `count`, amounts are texts, "" what there is none of.

    With `paid` the sale is done and the change is what matters; without lines nobody is being served.
    """

    shop: str
    lines: tuple[ShownLine, ...] = ()
    count: int = 0
    off: str = ""
    due: str = ""
    paid: str = ""
    change: str = ""

    @property
    def idle(self) -> bool:
        """Whether nobody is being served."""
        return not self.lines

    @property
    def pole(self) -> PoleText:
        """The picture in two rows of twenty."""
        if self.idle:
            return PoleText(PoleRow(self.shop), PoleRow(translate("pos", "欢迎光临")))
        if self.paid:
            return PoleText(
                PoleRow(translate("pos", "收款"), self.paid),
                PoleRow(translate("pos", "找零"), self.change),
            )
        last = self.lines[-1]
        return PoleText(
            PoleRow(last.name, last.amount), PoleRow(translate("pos", "合计"), self.due)
        )


def shown_ticket(ticket: OpenTicket, shop: str, place: int = -1) -> Shown:
    """A ticket being rung up; the lines end at line `place`, the one that was touched last."""
    end = place + 1 if 0 <= place < len(ticket.lines) else len(ticket.lines)
    lines = tuple(
        ShownLine(
            line.product.name,
            _detail(line.quantity, line.product.unit, line.price),
            money_text(line.amount),
        )
        for line in ticket.lines[max(end - ROWS, 0) : end]
    )
    off = ticket.full_amount - ticket.due
    return Shown(
        shop,
        lines,
        len(ticket.lines),
        money_text(off) if off else "",
        money_text(ticket.due) if lines else "",
    )


def shown_sold(view: TicketView, shop: str) -> Shown:
    """A ticket that was paid: what was handed over and the change."""
    lines = tuple(
        ShownLine(
            line.name,
            _detail(line.quantity, line.unit, line.price),
            money_text(line.gross + line.reduction),
        )
        for line in view.lines[-ROWS:]
    )
    return Shown(
        shop,
        lines,
        len(view.lines),
        "",
        money_text(view.due),
        money_text(view.due + view.change_given),
        money_text(view.change_given),
    )


def _detail(quantity: int, unit: str, price: int) -> str:
    return f"{quantity_text(quantity)} {unit} × {price_text(price)}"
