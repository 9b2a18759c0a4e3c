"""An invoice given out while it is typed: the sales that wait for it, and how much of each it says.

What a line comes to is reckoned as posting reckons it, so the screen shows the fen that will be registered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.ledger.invoices.register import Sale, Sums
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.sales.invoiceable import Offered, sales_to_invoice
from jxc_desktop.sales.invoiced import InvoiceSale, Said, said_of
from jxc_desktop.sales.invoices import SalesInvoiceDraft
from jxc_desktop.sales.queries import SalesInvoiceView, delivery_view
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class TypedSale:
    """A line as it is typed: `gross` None leaves it out, `tax` None is reckoned.

    `source` is the number of a sale; `sale` what the books say of it, None for a line without one, or one that was not
    asked for yet; `missing` once it was found that there is none.
    """

    source: str = ""
    sale: Sale | None = None
    summary: str = ""
    gross: int | None = None
    tax_rate: int | None = None
    tax: int | None = None
    missing: bool = False

    @property
    def line(self) -> InvoiceSale | None:
        """The line for the service; None while nothing is invoiced."""
        if not self.gross:
            return None
        return InvoiceSale(self.source, self.gross, self.tax, self.tax_rate, self.summary)

    @property
    def unknown(self) -> bool:
        """Whether it names a sale that was not asked for yet."""
        return bool(self.source) and self.sale is None and not self.missing

    @property
    def waits(self) -> bool:
        """Whether something of its sale is left; of a line without a sale, or one that takes back, nothing is."""
        return self.sale is not None and self.sale.left.gross != 0

    def taken(self, *, whole: bool) -> "TypedSale":
        """The line with all that is left of its sale, or with none of it; a line where nothing waits as it is."""
        if self.sale is None or not self.waits:
            return self
        gross = self.sale.left.gross if whole else None
        return replace(self, gross=gross, tax_rate=None, tax=None)

    def said(self, day: date) -> Said | UserError | None:
        """What it comes to on an invoice of `day`, or why it cannot stand so; None while nothing is invoiced."""
        line = self.line
        if line is None:
            return None
        try:
            return said_of(line, self.sale, day)
        except UserError as error:
            return error

    def sums(self, day: date) -> Sums | None:
        """Its sums, as far as they can be told."""
        said = self.said(day)
        return said.sums if isinstance(said, Said) else None

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of the line; the books' side is read again."""
        return {
            "source": self.source,
            "summary": self.summary,
            "gross": self.gross,
            "tax_rate": self.tax_rate,
            "tax": self.tax,
        }

    def renewed(self, known: Mapping[str, Sale]) -> "TypedSale":
        """The line as the books have its sale now."""
        if not self.source:
            return self
        sale = known.get(self.source)
        return replace(self, sale=sale, missing=sale is None)


def lines_of(kept: Sequence[Mapping[str, Any]], offered: Offered) -> list[TypedSale]:
    """Every waiting sale with what was kept of it, then the lines that were kept beside."""
    known, typed = offered.known, [TypedSale(**each) for each in kept]
    of_sales = {line.source: line for line in typed if line.source}
    waiting = [sale.source for sale in offered.waiting]
    lines = [of_sales.get(source, TypedSale(source)) for source in waiting]
    lines += [line for line in typed if line.source not in waiting]
    return [line.renewed(known) for line in lines]


def sources_of(kept: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The sales that kept lines name."""
    return tuple(each["source"] for each in kept if each["source"])


def red_invoice(view: SalesInvoiceView, day: date) -> TypedFields:
    """The red invoice that takes the whole of one back."""
    lines = [
        TypedSale(each.source, None, each.summary, -each.gross, each.tax_rate, -each.tax).kept()
        for each in view.lines
    ]
    fields = {
        "red_of": view.invoice_number,
        "invoice": view.invoice,
        "title": view.partner_name,
        "lines": lines,
    }
    name = "" if view.partner_id is None else view.partner_name
    return TypedFields(day, view.partner_id, name, fields=fields)


@needs("sales_invoice.view")
def invoice_of_sale(session: Session, number: str, day: date) -> TypedFields:
    """The invoice of a delivery with all that is left of it; without lines where nothing is."""
    view = delivery_view(session, number)
    found = sales_to_invoice(session, None, [number]).named
    whole = [TypedSale(sale.source, sale).taken(whole=True) for sale in found]
    lines = [line.kept() for line in whole if line.gross]
    return TypedFields(day, view.partner_id, view.partner_name, fields={"lines": lines})


def invoice_draft(typed: TypedFields) -> SalesInvoiceDraft:
    """The invoice for the service."""
    fields = typed.fields
    lines = (TypedSale(**each).line for each in fields.get("lines", ()))
    return SalesInvoiceDraft(
        typed.day,
        typed.partner_id,
        fields.get("number", ""),
        tuple(line for line in lines if line),
        invoice=fields.get("invoice") or "ordinary",
        title=fields.get("title", ""),
        red_of=fields.get("red_of", ""),
        remark=typed.remark,
    )
