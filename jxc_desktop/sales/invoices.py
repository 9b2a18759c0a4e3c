"""Invoices given out (开票登记): what the tax platform issued, which sales it is for, what it takes back.

Registering books nothing: revenue and tax are booked with the sale. A small taxpayer owes the tax on special invoices
though its sales stay under the threshold, so the month's end asks the register (ledger.closing.taxes).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused, UserError
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.invoices.register import Sums, register, take_off
from jxc_desktop.ledger.papers import (
    Family,
    Reversal,
    Undone,
    open_paper,
    original_header,
    parts_of,
    reverse_paper,
    write_parts,
)
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import Paper, book
from jxc_desktop.partners.facts import PartnerFacts, customer_facts
from jxc_desktop.sales.held_sales import held_sale, held_sales, sale_named
from jxc_desktop.sales.invoice_models import SalesInvoice, SalesInvoiceLine
from jxc_desktop.sales.invoiced import InvoiceSale, Said, require_within, said_of
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.approvals.rules import Facts
from jxc_desktop.shop.approvals.services import held_back
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.stock.priced import at_line

INVOICE = Family(SalesInvoice, (SalesInvoiceLine,), "开票登记")
KINDS = ("special", "ordinary")

_ONE_AT_A_TIME = Statement("SELECT pg_advisory_xact_lock(hashtextextended(:number, 0))")
_SAME_NUMBER = Statement(
    "SELECT number, partner_id, invoice, total FROM sales_invoice WHERE invoice_number = :number "
    "AND state = 'posted' AND reverses_id IS NULL"
)
_TAKEN_BACK = Statement(
    "SELECT coalesce(sum(total), 0), max(number) FROM sales_invoice WHERE red_of = :number "
    "AND state = 'posted' AND reverses_id IS NULL"
)


@dataclass(frozen=True, slots=True)
class SalesInvoiceDraft:
    """An invoice as typed; `day` is its own, `title` the buyer as written on it, "" for the customer's name.

    A red one names the invoice it takes back in `red_of`, and without `lines` takes the whole of it back.
    """

    day: date
    partner_id: int | None
    invoice_number: str
    lines: tuple[InvoiceSale, ...] = ()
    invoice: str = "ordinary"
    title: str = ""
    red_of: str = ""
    remark: str = ""


@needs("sales_invoice.post")
def post_sales_invoice(session: Session, draft: SalesInvoiceDraft, *, key: Key) -> Posted:
    """Register an invoice that was given out."""
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, draft.day)
    draft = replace(draft, red_of=draft.red_of.strip())
    number = _require_new_number(session, draft)
    customer = _customer(session, draft)
    lines = _lines(session, draft)
    total = sum(line.sums.gross for line in lines)
    _require_sign(session, draft, total)
    facts = partial(Facts, draft.day, abs(total), _title(draft, customer))
    if held := held_back(session, INVOICE.kind, _as_read(draft, lines), facts, key):
        return held
    document_id = _write(session, draft, number, customer, lines)
    name = _title(draft, customer)
    summary = f"开票 {number} {name}"
    paper = Paper(INVOICE.kind, document_id, SalesInvoice.prefix, draft.day, summary, total)
    registered = book(session, paper, ())
    register(session, _rows(draft, number, customer, lines, registered))
    return remember(session, key, Posted(INVOICE.kind, document_id, registered, total))


def _as_read(draft: SalesInvoiceDraft, lines: Sequence[Said]) -> SalesInvoiceDraft:
    """The invoice with every sum said: what an approver reads is what a yes registers."""
    said = (
        replace(each.typed, gross=each.sums.gross, tax=each.sums.tax, tax_rate=each.rate)
        for each in lines
    )
    return replace(draft, lines=tuple(said))


def _require_new_number(session: Session, draft: SalesInvoiceDraft) -> str:
    """The invoice's number, held until the transaction ends; one that is registered does not come again."""
    if draft.invoice not in KINDS:
        raise InvalidInput(
            translate("sales", "发票只能是 {known}").format(known=listed(KINDS)), field="invoice"
        )
    number = draft.invoice_number.strip()
    if not number:
        raise InvalidInput(translate("sales", "写上发票号码"), field="invoice_number")
    if session.info["dialect"] == "postgresql":
        _ONE_AT_A_TIME.run(session, number=f"{INVOICE.kind}:{number}")
    known = _SAME_NUMBER.first(session, number=number)
    if known is not None:
        raise Refused(
            translate("sales", "发票 {number} 已登记在 {other}。核对发票号码").format(
                number=number, other=known[0]
            ),
            field="invoice_number",
        )
    return number


def _customer(session: Session, draft: SalesInvoiceDraft) -> PartnerFacts | None:
    if draft.partner_id is not None:
        return customer_facts(session, draft.partner_id, even_disabled=True)
    if not draft.title.strip():
        raise InvalidInput(translate("sales", "写上客户，或发票上的购方名称"), field="partner")
    return None


def _title(draft: SalesInvoiceDraft, customer: PartnerFacts | None) -> str:
    return draft.title.strip() or (customer.name if customer else "")


def _lines(session: Session, draft: SalesInvoiceDraft) -> list[Said]:
    """The lines with their sums; errors name `lines[i].field`."""
    typed = draft.lines or _mirrored(session, draft)
    if not typed:
        raise InvalidInput(translate("sales", "写上这张发票是哪些单据的"), field="lines")
    sales = held_sales(session, [each.source for each in typed if each.source], draft.partner_id)
    seen: set[str] = set()
    found = []
    for place, each in enumerate(typed):
        try:
            if each.source and each.source in seen:
                raise InvalidInput(
                    translate("sales", "{number} 写了两次。合成一行").format(number=each.source),
                    field="from",
                )
            seen.add(each.source)
            found.append(said_of(each, sale_named(sales, each.source), draft.day))
        except UserError as error:
            raise at_line(error, place) from None
    return found


def _mirrored(session: Session, draft: SalesInvoiceDraft) -> tuple[InvoiceSale, ...]:
    """What a red invoice without lines takes back: all that its invoice says."""
    known = _SAME_NUMBER.first(session, number=draft.red_of) if draft.red_of else None
    if known is None:
        return ()
    header = original_header(session, INVOICE.kind, known[0])
    return tuple(
        InvoiceSale(row["source"], -row["gross"], -row["tax"], row["tax_rate"], row["summary"])
        for row in parts_of(session, SalesInvoiceLine, header["id"])
    )


def _require_sign(session: Session, draft: SalesInvoiceDraft, total: int) -> None:
    """A red invoice names the one it takes back, of the same buyer and kind, and no more than stands of it."""
    if not total:
        raise InvalidInput(translate("sales", "发票合计是 0，没有要登记的"), field="lines")
    if total > 0:
        if draft.red_of:
            raise InvalidInput(
                translate("sales", "红字发票的金额是负数。照发票写负数"), field="lines"
            )
        return
    if not draft.red_of:
        raise InvalidInput(translate("sales", "合计是负数，写上它冲的是哪张发票"), field="red_of")
    known = _SAME_NUMBER.first(session, number=draft.red_of)
    if known is None:
        return  # given out before the books began
    _paper, partner_id, kind, stood = known
    if (partner_id, kind) != (draft.partner_id, draft.invoice):
        raise InvalidInput(
            translate("sales", "发票 {number} 的客户或类型和这张不同").format(number=draft.red_of),
            field="red_of",
        )
    taken, _last = _TAKEN_BACK.one(session, number=draft.red_of)
    if stood + int(taken) + total < 0:
        raise Refused(
            translate("sales", "发票 {number} 只剩 {left} 可以冲").format(
                number=draft.red_of, left=text_of(stood + int(taken), MONEY_PLACES)
            ),
            field="lines",
        )


def _write(
    session: Session,
    draft: SalesInvoiceDraft,
    number: str,
    customer: PartnerFacts | None,
    lines: Sequence[Said],
) -> int:
    header = {
        "day": draft.day,
        "partner_id": customer.id if customer else None,
        "partner_name": _title(draft, customer),
        "invoice_number": number,
        "invoice": draft.invoice,
        "red_of": draft.red_of,
        "remark": draft.remark,
    }
    document_id = open_paper(session, SalesInvoice, header)
    write_parts(
        session,
        SalesInvoiceLine,
        (
            {
                "document_id": document_id,
                "line_no": place,
                "source": line.typed.source,
                "sold": line.sold,
                "summary": line.typed.summary,
                "tax_rate": line.rate,
                "net": line.sums.net,
                "tax": line.sums.tax,
                "gross": line.sums.gross,
            }
            for place, line in enumerate(lines, 1)
        ),
    )
    return document_id


def _rows(
    draft: SalesInvoiceDraft,
    number: str,
    customer: PartnerFacts | None,
    lines: Sequence[Said],
    document: str,
) -> list[dict[str, Any]]:
    return [
        {
            "document": document,
            "line_no": place,
            "kind": draft.invoice,
            "invoice_number": number,
            "day": draft.day,
            "partner_id": customer.id if customer else None,
            "source": line.typed.source,
            "sold": line.sold,
            "net": line.sums.net,
            "tax": line.sums.tax,
        }
        for place, line in enumerate(lines, 1)
    ]


@needs("sales_invoice.reverse")
def reverse_sales_invoice(session: Session, wanted: Reversal, *, key: Key) -> Posted:
    """Take a registration back that was wrong; an invoice that was taken back is registered as a red one instead."""
    return reverse_paper(session, INVOICE, wanted, key=key, undo=_undo)


def _undo(session: Session, number: str) -> Undone:
    header = original_header(session, INVOICE.kind, number)
    _sum, red = _TAKEN_BACK.one(session, number=header["invoice_number"])
    if red is not None:
        raise Refused(
            translate("sales", "{number} 已登记红字发票 {red}。先红冲 {red}").format(
                number=number, red=red
            ),
            field="number",
        )
    for row in parts_of(session, SalesInvoiceLine, header["id"]):
        if row["source"]:
            sale = held_sale(session, row["source"], header["partner_id"])
            require_within(sale, Sums(-row["net"], -row["tax"]))
    return Undone(record=lambda by, day: take_off(session, number, by, day))
