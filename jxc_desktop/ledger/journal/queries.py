"""What can be asked about vouchers of their own: one with its legs, and the patterns to make more from."""

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.journal.models import JournalVoucher, JournalVoucherLine
from jxc_desktop.ledger.models import Account
from jxc_desktop.ledger.paper_views import Head, required_head
from jxc_desktop.ledger.queries.marks import PageMarks, marks_of
from jxc_desktop.ledger.queries.vouchers import seen_legs
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class JournalHead(Head):
    """A voucher's head; `total` is Σ debit of the legs shown in fen.

    `voucher` is the page that binds it (记-3) with its id, and `marks` how far that page has come.
    """

    purpose: str
    summary: str
    attachments: int
    total: int
    voucher: str
    voucher_id: int | None
    marks: PageMarks


@dataclass(frozen=True, slots=True)
class JournalLineView:
    """One leg with the names behind its codes; "" where it has no such dimension."""

    line_no: int
    summary: str
    account: str
    name: str
    debit: int
    credit: int
    partner: str
    item: str
    employee: str
    department: str
    project: str
    product: str
    money_account: str
    warehouse: str


@dataclass(frozen=True, slots=True)
class JournalView:
    """A voucher with its legs."""

    head: JournalHead
    lines: tuple[JournalLineView, ...]


@dataclass(frozen=True, slots=True)
class PatternView:
    """A pattern; `next_month` "" for one that is made when somebody wants it."""

    id: int
    name: str
    every: int
    next_month: str
    disabled: bool = False


_OWN = Statement("SELECT purpose, summary, attachments FROM journal_voucher WHERE id = :id")
_PAGE = Statement(
    "SELECT v.word || '-' || v.number, v.id FROM voucher v JOIN voucher_entry b ON b.voucher_id = v.id "
    "JOIN entry e ON e.id = b.entry_id WHERE e.source = :number AND e.kind = 'journal_voucher'"
)
_PURSES = Statement("SELECT id, code FROM money_account")
_WAREHOUSES = Statement("SELECT id, code FROM warehouse")
_PATTERNS = Statement(
    "SELECT id, name, every, next_month, disabled FROM voucher_pattern ORDER BY disabled, name"
)


@needs("journal_voucher.view")
def journal_view(session: Session, number: str) -> JournalView:
    """The voucher with this document number; raises `NotFound`. Who may not see cost sees no legs that tell it."""
    head = required_head(session, JournalVoucher, number, translate("ledger", "没有凭证 {number}"))
    own = _OWN.one(session, id=head.id)
    page = _PAGE.first(session, number=number)
    lines = _lines(session, head.id)
    total = sum(line.debit for line in lines)
    word, page_id = (str(page[0]), int(page[1])) if page else ("", None)
    marks = PageMarks() if page_id is None else marks_of(session, page_id)
    values: list[Any] = [getattr(head, field.name) for field in fields(Head)]
    values += [*own, total, word, page_id, marks]
    return JournalView(JournalHead(*values), lines)


def _lines(session: Session, document_id: int) -> tuple[JournalLineView, ...]:
    x = JournalVoucherLine
    query = (
        select(
            x.line_no, x.summary, x.account, name_column(), x.debit, x.credit,
            func.coalesce(Partner.name, ""), func.coalesce(x.item, ""),
            func.coalesce(x.employee, ""), func.coalesce(x.department, ""),
            func.coalesce(x.project, ""), func.coalesce(Product.code, ""),
            x.money_account_id, x.warehouse_id,
        )
        .join(Account, Account.code == x.account)
        .outerjoin(Partner, Partner.id == x.partner_id)
        .outerjoin(Product, Product.id == x.product_id)
        .where(x.document_id == document_id, seen_legs(session))
        .order_by(x.line_no)
    )  # fmt: skip
    purses: dict[Any, str] = dict(_PURSES.all(session))
    places: dict[Any, str] = dict(_WAREHOUSES.all(session))
    rows: Any = session.execute(query)
    found = [[*told, purses.get(purse, ""), places.get(place, "")] for *told, purse, place in rows]
    return tuple(JournalLineView(*values) for values in found)


@needs("journal_voucher.view")
def patterns(session: Session, *, even_disabled: bool = False) -> list[PatternView]:
    """Every pattern by name, those out of use last."""
    rows = _PATTERNS.all(session)
    found = [PatternView(row[0], row[1], row[2], row[3], disabled=bool(row[4])) for row in rows]
    return [each for each in found if even_disabled or not each.disabled]


@needs("journal_voucher.view")
def patterns_due(session: Session, month: str) -> list[PatternView]:
    """The recurring patterns that should have been made by the end of a month."""
    return [each for each in patterns(session) if each.every and each.next_month <= month]
