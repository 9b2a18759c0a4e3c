"""The sales that an invoice given out is for, each held so that nobody takes it back or invoices it meanwhile."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.invoices.register import Sale, sale_of
from jxc_desktop.ledger.papers import original_header


def held_sales(
    session: Session, sources: Iterable[str], partner_id: int | None
) -> dict[str, Sale | UserError]:
    """The sales by number, each held until the transaction ends; or why it cannot be invoiced."""
    found: dict[str, Sale | UserError] = {}
    for source in sorted(set(sources)):
        try:
            found[source] = held_sale(session, source, partner_id)
        except UserError as error:
            found[source] = error
    return found


def held_sale(session: Session, source: str, partner_id: int | None) -> Sale:
    """A sale that stands, of this customer where it has one; held until the transaction ends."""
    sale = sale_of(session, source)
    if sale is None:
        raise NotFound(
            translate("sales", "没有单号 {number} 的销售。核对单号").format(number=source),
            field="from",
        )
    header = original_header(session, sale.kind, source)
    require_state(source, header["state"], State.POSTED)
    if header["reverses_id"] is not None:
        raise Refused(
            translate("sales", "{number} 是红字单，不能开票").format(number=source), field="from"
        )
    if header.get("partner_id") not in (None, partner_id):
        raise InvalidInput(
            translate("sales", "{number} 不是这个客户的单").format(number=source), field="from"
        )
    return (
        sale_of(session, source) or sale
    )  # what invoices say may have changed while it was waited for


def sale_named(sales: Mapping[str, Sale | UserError], source: str) -> Sale | None:
    """The sale with this number, None for a line without one; raises why it cannot be invoiced."""
    found = sales.get(source)
    if isinstance(found, UserError):
        raise found
    return found
