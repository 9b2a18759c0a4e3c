"""The sales of a customer that no invoice says whole yet, for whoever writes the next one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.ledger.invoices.register import SOLD_NET, SOLD_TAX, Sale, Sums
from jxc_desktop.shop.actor import needs

MOST = 500
"""Sales that are offered at once, the oldest first."""

_HEADS = " UNION ALL ".join(
    f"SELECT number FROM {kind} WHERE partner_id = :partner AND state = 'posted' AND reverses_id IS NULL"
    for kind in ("sales_delivery", "sales_return")
)
_SAID = tuple(
    f"coalesce((SELECT sum(t.{name}) FROM tax_invoice t WHERE t.source = e.source), 0)"
    for name in ("net", "tax")
)


def _sales(chosen: str, open_only: str = "") -> str:
    return (
        f"SELECT e.source, e.kind, e.day, {SOLD_NET}, {SOLD_TAX}, {_SAID[0]}, {_SAID[1]} "
        f"FROM entry e JOIN leg l ON l.entry_id = e.id WHERE e.source {chosen} AND e.closing = 0 "
        f"GROUP BY e.source, e.kind, e.day HAVING {SOLD_NET} <> 0{open_only} "
        f"ORDER BY e.day, e.source LIMIT {MOST}"
    )


_OF_CUSTOMER = Statement(
    _sales(f"IN ({_HEADS})", f" AND {SOLD_NET} + {SOLD_TAX} <> {_SAID[0]} + {_SAID[1]}")
)
_NAMED = Statement(_sales(f"IN {among('sources')}"), postgresql=_sales("= ANY(:sources)"))


@dataclass(frozen=True, slots=True)
class Offered:
    """What a new invoice may be written for: the customer's open sales, and those named beside."""

    waiting: tuple[Sale, ...]
    named: tuple[Sale, ...] = ()

    @property
    def known(self) -> dict[str, Sale]:
        """Every sale by its number."""
        return {sale.source: sale for sale in (*self.waiting, *self.named)}


@needs("sales_invoice.view")
def sales_to_invoice(
    session: Session, partner_id: int | None, sources: Iterable[str] = ()
) -> Offered:
    """The customer's deliveries and returns that wait for their invoice, and the sales that `sources` name."""
    waiting = [] if partner_id is None else _OF_CUSTOMER.all(session, partner=partner_id)
    names = sorted({source for source in sources if source})
    named = _NAMED.all(session, sources=names) if names else []
    return Offered(tuple(map(_sale, waiting)), tuple(map(_sale, named)))


def _sale(row: Row) -> Sale:
    source, kind, day, *sums = row
    net, tax, said_net, said_tax = map(int, sums)
    return Sale(source, kind, date.fromisoformat(day), Sums(net, tax), Sums(said_net, said_tax))
