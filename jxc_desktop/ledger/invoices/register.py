"""What was sold by a document, as the books have it, and what invoices already say of it.

A sale is known by the number of its document alone, so that deliveries, returns, tickets and typed vouchers are
invoiced alike. Amounts are fen: `net` is what stands on the revenue accounts, `tax` on those of output VAT.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import changed
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.invoices.models import TaxInvoice

REVENUE = ("5001", "5051")
OUTPUT_TAX = ("22210107", "22210120", "222108")


def _on(accounts: Iterable[str]) -> str:
    """SQL: whether leg l stands on one of the accounts, or below it."""
    return "(" + " OR ".join(f"l.account LIKE '{account}%'" for account in accounts) + ")"


SOLD_NET = f"coalesce(sum(CASE WHEN {_on(REVENUE)} THEN l.credit - l.debit ELSE 0 END), 0)"
SOLD_TAX = f"coalesce(sum(CASE WHEN {_on(OUTPUT_TAX)} THEN l.credit - l.debit ELSE 0 END), 0)"
"""SQL over the legs l of entries: what was sold without tax, and its tax."""

_SOLD = Statement(
    f"SELECT e.kind, e.day, {SOLD_NET}, {SOLD_TAX} FROM entry e JOIN leg l ON l.entry_id = e.id "
    "WHERE e.source = :source AND e.closing = 0 GROUP BY e.kind, e.day"
)
_SAID = Statement(
    "SELECT coalesce(sum(net), 0), coalesce(sum(tax), 0) FROM tax_invoice WHERE source = :source"
)
_INVOICES = Statement(
    "SELECT invoice_number FROM tax_invoice WHERE source = :source GROUP BY invoice_number "
    "HAVING sum(net) <> 0 OR sum(tax) <> 0 ORDER BY max(id)"
)
_INSERT = insert_into(
    TaxInvoice,
    (
        "document",
        "line_no",
        "kind",
        "invoice_number",
        "day",
        "partner_id",
        "source",
        "sold",
        "net",
        "tax",
    ),
)
_MIRROR = Statement(
    "INSERT INTO tax_invoice (document, line_no, kind, invoice_number, day, partner_id, source, sold, net, tax) "
    "SELECT :by, line_no, kind, invoice_number, :day, partner_id, source, sold, -net, -tax FROM tax_invoice "
    "WHERE document = :document ORDER BY line_no",
    changes="tax_invoice",
)


@dataclass(frozen=True, slots=True)
class Sums:
    """Fen without tax and of tax."""

    net: int
    tax: int

    @property
    def gross(self) -> int:
        """Fen with tax."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class Sale:
    """A document that sold something, or took it back: what it came to, and what invoices say of it so far."""

    source: str
    kind: str
    day: date
    sold: Sums
    said: Sums

    @property
    def left(self) -> Sums:
        """What no invoice says yet."""
        return Sums(self.sold.net - self.said.net, self.sold.tax - self.said.tax)


def sale_of(session: Session, source: str) -> Sale | None:
    """What document `source` sold; None where it sold nothing."""
    row = _SOLD.first(session, source=source)
    if row is None or not row[2]:
        return None
    kind, day, net, tax = row
    said = Sums(*map(int, _SAID.one(session, source=source)))
    return Sale(source, kind, date.fromisoformat(day), Sums(int(net), int(tax)), said)


def register(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write what an invoice says, one row for each of its sales."""
    _INSERT.run_many(session, rows)
    changed(session, TaxInvoice.__tablename__)


def take_off(session: Session, document: str, by: str, day: date) -> None:
    """Write the mirror of what was registered with a document, on the day of its reversal."""
    _MIRROR.run(session, document=document, by=by, day=day)


def require_not_invoiced(session: Session, number: str) -> None:
    """Refuse to take a sale back while invoices stand for it."""
    net, tax = _SAID.one(session, source=number)
    if not net and not tax:
        return
    told = listed(row[0] for row in _INVOICES.all(session, source=number))
    raise Refused(
        translate("ledger", "{number} 已开发票 {invoices}。先登记红字发票，再红冲").format(
            number=number, invoices=told
        ),
        field="number",
    )
