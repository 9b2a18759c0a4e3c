"""Invoices given out from the tax platform's list: rows that share an invoice number are one invoice.

What is registered already is left alone, so the same list again registers nothing twice. A buyer is a customer by
code, by the very name, or by the document that the row names; else the name alone is kept.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.fields import given_invoice_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.ledger.invoices.register import sale_of
from jxc_desktop.sales.invoiced import InvoiceSale
from jxc_desktop.sales.invoices import SalesInvoiceDraft, post_sales_invoice
from jxc_desktop.shop.keys import Key as PostKey
from jxc_desktop.shop.keys import digest_of

KIND = "sales_invoice"
NUMBER = "invoice_number"
_TAKEN_BACK = re.compile(r"红冲\D{0,20}(\d{8,20})")
"""How the platform names the invoice that a red one takes back, in the remark."""

_STANDING = (
    f"SELECT {NUMBER}, id FROM sales_invoice WHERE state = 'posted' AND reverses_id IS NULL "
    f"AND {NUMBER} "
)
_REGISTERED = Statement(f"{_STANDING}IN {among('wanted')}", postgresql=f"{_STANDING}= ANY(:wanted)")
_CUSTOMERS = Statement(
    "SELECT customer_code, name, id FROM partner WHERE customer_code IS NOT NULL ORDER BY id"
)
_BUYER = Statement(
    "SELECT partner_id FROM sales_delivery WHERE number = :number UNION ALL "
    "SELECT partner_id FROM sales_return WHERE number = :number"
)


def sales_invoices() -> Source:
    """The import of invoices given out."""
    return Source(
        KIND,
        translate("imports", "开出的发票"),
        given_invoice_fields(),
        natural=(NUMBER,),
        lookup=_known,
        verify=_verify,
        write=_write,
    )


def _known(session: Session, _fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    """The invoices of the file that are registered already."""
    numbers = sorted(number for (number,) in wanted)
    return {(str(n),): Known(int(i), {}) for n, i in _REGISTERED.all(session, wanted=numbers)}


class _Buyers:
    """The shop's customers, by code and by name; a name borne twice names nobody."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.codes: dict[str, int] = {}
        self._names: dict[str, int | None] = {}
        for code, name, partner in _CUSTOMERS.all(session):
            self.codes[code] = partner
            self._names[name] = None if name in self._names else partner

    def of(self, rows: Sequence[CleanRow]) -> int | None:
        """Whose the invoice is, None where only a name is known."""
        head = rows[0].values
        if code := _text(head, "partner"):
            return self.codes.get(code)
        for row in rows:
            if number := _text(row.values, "document"):
                found = _BUYER.first(self._session, number=number)
                if found is not None:
                    return int(found[0])
        return self._names.get(_text(head, "title"))


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    buyers = _Buyers(session)
    for _number, same in _invoices(rows):
        head = same[0].values
        code = _text(head, "partner")
        if code and code not in buyers.codes:
            text = translate("imports", "没有编号是 {code} 的客户。先导入客户，或改编号")
            yield same[0], Flaw("partner", text.format(code=code))
        elif not _text(head, "title") and buyers.of(same) is None:
            yield same[0], Flaw("title", translate("imports", "写上购方名称，或客户编号"))
        for row in same:
            yield from ((row, flaw) for flaw in _flaws(session, row.values))


def _flaws(session: Session, values: Values) -> Iterator[Flaw]:
    document = _text(values, "document")
    if document and sale_of(session, document) is None:
        text = translate("imports", "没有单号 {number} 的销售。核对单号，或留空")
        yield Flaw("document", text.format(number=document))
    if _gross(values) is None and not document:
        yield Flaw("gross", translate("imports", "没有价税合计。补上，或写金额和税额"))
    told = all(values.get(name) is None for name in ("tax", "tax_rate"))
    if told and not document:
        yield Flaw("tax", translate("imports", "没有税额，也没有税率。补上一个"))


def _gross(values: Values) -> int | None:
    """Fen with tax, as told or as net and tax come to."""
    gross, net, tax = (values.get(name) for name in ("gross", "net", "tax"))
    if isinstance(gross, int):
        return gross
    return net + tax if isinstance(net, int) and isinstance(tax, int) else None


def _invoices(rows: Sequence[CleanRow]) -> Iterator[tuple[str, list[CleanRow]]]:
    """The rows of each invoice, in the order of their first rows."""
    order: dict[str, int] = {}
    for place, row in enumerate(rows):
        order.setdefault(_text(row.values, NUMBER), place)
    ranked = sorted(rows, key=lambda row: order[_text(row.values, NUMBER)])
    for number, same in groupby(ranked, key=lambda row: _text(row.values, NUMBER)):
        yield number, list(same)


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    buyers, today = _Buyers(session), clock_of(session).today()
    for number, same in _invoices(rows):
        sent = [{name: str(value) for name, value in row.values.items()} for row in same]
        key = PostKey(f"import:{KIND}:{number}:{digest_of(sent)[:16]}", digest_of(sent))
        try:
            post_sales_invoice(session, _draft(buyers, number, same, today), key=key)
        except UserError as error:
            text = translate("imports", "发票 {number}：{problem}")
            raise type(error)(
                text.format(number=number, problem=error.message), field=error.field
            ) from None


def _draft(
    buyers: _Buyers, number: str, rows: Sequence[CleanRow], today: date
) -> SalesInvoiceDraft:
    head = rows[0].values
    lines = tuple(_line(row.values) for row in rows)
    day, red_of = head.get("day"), _text(head, "red_of")
    found = _TAKEN_BACK.search(_text(head, "remark"))
    if not red_of and found and sum(line.gross or 0 for line in lines) < 0:
        red_of = found[1]
    return SalesInvoiceDraft(
        day if isinstance(day, date) else today, buyers.of(rows), number, lines,
        invoice=_text(head, "invoice") or "ordinary", title=_text(head, "title"), red_of=red_of,
        remark=_text(head, "remark"),
    )  # fmt: skip


def _line(values: Values) -> InvoiceSale:
    tax, rate = values.get("tax"), values.get("tax_rate")
    return InvoiceSale(
        _text(values, "document"),
        _gross(values),
        tax if isinstance(tax, int) else None,
        rate if isinstance(rate, int) and tax is None else None,
        _text(values, "summary"),
    )


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)
