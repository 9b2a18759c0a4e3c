"""Lines of goods that come in at what they are assessed at, or go out at cost, without a firm: steps and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.stock.goods import ADJUSTMENT, Goods, GoodsStep
from jxc_desktop.stock.lot_drafts import tracked_goods
from jxc_desktop.stock.lot_entry import into_lots
from jxc_desktop.stock.lot_picking import out_of_lots
from jxc_desktop.stock.moved_lines import MovedLine, moved_lines
from jxc_desktop.stock.priced import LineDraft, at_line


@dataclass(frozen=True, slots=True)
class WorthLine:
    """A line with fen where its worth was assessed, and the rate at which its input VAT is turned out (0 for none)."""

    moved: MovedLine
    worth: int | None
    tax_rate: int = 0

    def taxed(self, rate: int) -> "WorthLine":
        """The line with input VAT that goes out with it."""
        return replace(self, tax_rate=rate)


def worth_lines(session: Session, drafts: Sequence[LineDraft]) -> list[WorthLine]:
    """The lines with their goods; the price of one is what a unit is assessed at, None leaves it to the average."""
    lines = []
    for moved in moved_lines(session, drafts):
        try:
            lines.append(WorthLine(moved, _worth(moved.draft)))
        except UserError as error:
            raise at_line(error, moved.line_no - 1) from None
    return lines


def worth_steps(
    session: Session,
    lines: Sequence[WorthLine],
    warehouse_id: int,
    sign: int,
    *,
    hold: bool = True,
) -> list[GoodsStep]:
    """The goods into a warehouse (`sign` 1) at their worth, or out of it (-1) at cost, each by its lots.

    `hold` False is for looking only.
    """
    told = [line.moved.draft for line in lines]
    tracked = tracked_goods(line.moved for line in lines)
    steps = _steps(lines, warehouse_id, sign)
    if sign < 0:
        return out_of_lots(session, steps, told, tracked, hold=hold)
    return into_lots(session, steps, told, tracked) if hold else steps


def _steps(lines: Sequence[WorthLine], warehouse_id: int, sign: int) -> list[GoodsStep]:
    return [
        GoodsStep(
            line.moved.line_no,
            line.moved.product.id,
            warehouse_id,
            sign * line.moved.base_quantity,
            amount=line.worth if sign > 0 else None,
            fallback=line.moved.product.purchase_price or 0,
        )
        for line in lines
    ]


def worth_rows(lines: Sequence[WorthLine], goods: Goods) -> Iterator[dict[str, Any]]:
    """The lines as rows, each with the `amount` that its goods were worth when they moved."""
    moved: dict[int, int] = {}
    for move in goods.moves:
        if move.kind != ADJUSTMENT:
            moved[move.line_no] = moved.get(move.line_no, 0) + abs(move.amount)
    for line in lines:
        amount = moved.get(line.moved.line_no, 0)
        yield {**line.moved.row, "price": line.moved.draft.price, "amount": amount}


def _worth(line: LineDraft) -> int | None:
    if line.price is None:
        return None
    if line.price < 0:
        raise InvalidInput(translate("stock", "单价不能小于 0"), field="price")
    return line_amount(line.quantity, line.price)
