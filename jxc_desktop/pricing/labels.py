"""Shelf labels of a price change: printed, counted, and checked on the shelf by scanning."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.sql import Statement
from jxc_desktop.pricing.queries import LABEL, SHELF, price_change_view, shelf_labels
from jxc_desktop.printing.label import Label
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.print_log import note_print

_LINE = Statement(
    "SELECT l.line_no FROM price_change_line l JOIN price_change c ON c.id = l.document_id "
    "JOIN barcode b ON b.product_id = l.product_id AND b.unit = l.unit "
    "WHERE c.number = :number AND l.level = 'retail' AND b.code = :code "
    "UNION SELECT l.line_no FROM price_change_line l JOIN price_change c ON c.id = l.document_id "
    "JOIN product p ON p.id = l.product_id "
    "WHERE c.number = :number AND l.level = 'retail' AND l.unit = '' AND p.code = :code"
)


@needs("price_change.view")
def printed_labels(session: Session, number: str, lines: Sequence[int] = ()) -> tuple[Label, ...]:
    """The labels of a change (of some lines, else all), put on record as printed."""
    wanted = [x for x in shelf_labels(session, number) if not lines or x.line_no in lines]
    if not wanted:
        raise Refused(translate("pricing", "{number} 没有要换的价签").format(number=number))
    for label in wanted:
        note_print(session, number, f"{LABEL}/{label.line_no}")
    return tuple(
        Label(
            f"{label.name} {label.spec}".strip(),
            f"￥{trimmed(label.price, PRICE_PLACES, 2)}/{label.unit}",
            label.code,
            (label.origin,) if label.origin else (),
        )
        for label in wanted
    )


@needs("price_change.view")
def check_label(session: Session, number: str, code: str) -> int:
    """A new label was scanned on the shelf: put it on record and return its line."""
    row = _LINE.first(session, number=number, code=code)
    if row is None:
        raise NotFound(
            translate("pricing", "{code} 不在 {number} 里，不用换价签").format(
                code=code, number=number
            )
        )
    view = price_change_view(session, number)
    if next(line for line in view.lines if line.line_no == row[0]).label != "hung":
        note_print(session, number, f"{SHELF}/{row[0]}")
    return int(row[0])
