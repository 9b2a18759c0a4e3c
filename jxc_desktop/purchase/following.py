"""What purchase documents follow, for the hand that types them: read, never held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import header_of
from jxc_desktop.purchase.estimates import OpenLine, open_lines
from jxc_desktop.purchase.order_kinds import PURCHASE_ORDER, SUPPLIER_QUOTATION
from jxc_desktop.purchase.queries import RfqView, rfq_view
from jxc_desktop.purchase.returned_estimates import worth_now
from jxc_desktop.purchase.returns import FROM_RECEIPT, receipt_to_follow
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.priced import LineDraft
from jxc_desktop.stock.returned import original_to_return
from jxc_desktop.stock.typed_paper import TypedLine, TypedPaper, kept_line
from jxc_desktop.stock.typed_source import Chosen, OrderSource, ReturnSource, order_source


@dataclass(frozen=True, slots=True)
class ReceiptSource(ReturnSource):
    """A receipt that goods go back from; `open` says what of an estimated one was invoiced, and at which worth."""

    open: Mapping[int, OpenLine] | None = None

    def share(self, line: TypedLine) -> Mapping[str, Any] | None:
        # Named by its class: a dataclass with slots is made anew, and a bare super() would miss it.
        share = ReturnSource.share(self, line)
        if share is None or self.open is None:
            return share
        includes = bool(self.original.header["price_includes_tax"])
        known = {**share, "line_no": 1, "includes_tax": includes}
        return worth_now(known, self.open[int(share["from_line"])])


@dataclass(frozen=True, slots=True)
class RfqSource:
    """An inquiry that a supplier answers: its goods, for the next supplier that was asked and has not answered."""

    view: RfqView

    def paper(self, day: date, chosen: Chosen) -> TypedPaper:
        waiting = [each for each in self.view.suppliers if not each.answer]
        supplier = (waiting or list(self.view.suppliers))[0]
        drafts = (
            LineDraft(line.product_id, line.quantity, line.unit, from_line=line.line_no)
            for line in self.view.lines
            if not chosen or line.line_no in chosen
        )
        return TypedPaper(
            day,
            supplier.partner_id,
            supplier.name,
            self.view.warehouse_id,
            lines=tuple(kept_line(draft) for draft in drafts),
            source=self.view.head.number or "",
        )

    def placed(self, line: TypedLine) -> TypedLine:
        return line

    def most(self, _line: TypedLine) -> int | None:
        return None


@needs("rfq.view")
def rfq_to_answer(session: Session, number: str) -> RfqSource:
    """An inquiry to be answered."""
    return RfqSource(rfq_view(session, number))


@needs("purchase_order.view")
def order_to_receive(session: Session, number: str) -> OrderSource:
    """A purchase order and what of it is still to come."""
    return order_source(session, PURCHASE_ORDER, number)


@needs("supplier_quotation.view")
def quotation_to_buy(session: Session, number: str) -> OrderSource:
    """A supplier's quotation and what of it was not ordered yet."""
    return order_source(session, SUPPLIER_QUOTATION, number)


@needs("goods_receipt.view")
def receipt_to_return(session: Session, number: str) -> ReceiptSource:
    """A receipt and what of it may still go back."""
    partner = header_of(session, "goods_receipt", number)["partner_id"]
    header = receipt_to_follow(session, number, partner, hold=False)
    waiting = open_lines(session, header["id"]) if header["estimated"] else None
    return ReceiptSource(original_to_return(session, FROM_RECEIPT, header), waiting)
