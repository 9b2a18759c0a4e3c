"""The lists of customers and suppliers, a page at a time, filtered and sorted in SQL."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select, text, tuple_
from sqlalchemy.orm import Session

from jxc_desktop.core.search_text import match_on_postgresql, match_on_sqlite, words_of
from jxc_desktop.core.texts import typed_code
from jxc_desktop.partners.drafts import Role
from jxc_desktop.partners.models import Partner
from jxc_desktop.partners.queries.finding import LAST
from jxc_desktop.partners.queries.masking import masked, masked_text
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.assigned import Assigned, hidden

PAGE = 200
NOTHING = -1
"""Where a credit limit sorts that is not set."""


@dataclass(frozen=True, slots=True)
class PartnerFilter:
    """Which firms; all conditions hold together. Phone numbers are searched by who may see them."""

    text: str = ""
    disabled: bool | None = False


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A line of the list; contact data is masked for who may not see it.

    `code` is that of the role asked for, `other_code` that of the other. `place` is where the row stands in the order
    that was asked.
    """

    id: int
    code: str
    other_code: str
    name: str
    short_name: str
    contact: str
    mobile: str
    phone: str
    address: str
    tax_no: str
    price_level: str
    credit_limit: int | None
    credit_days: int
    invoice: str | None
    disabled: bool
    place: Any


_CODE = {Role.CUSTOMER: Partner.customer_code, Role.SUPPLIER: Partner.supplier_code}
_ORDERS: dict[str, ColumnElement[Any]] = {
    "name": Partner.pinyin.expression,
    "short_name": Partner.short_name.expression,
    "tax_no": Partner.tax_no.expression,
    "price_level": Partner.price_level.expression,
    "credit_limit": func.coalesce(Partner.credit_limit, NOTHING),
    "credit_days": Partner.credit_days.expression,
}
"""What the lists can be sorted by besides the code; names by their pinyin, nothing by what may be masked."""


@needs("customer.view")
def list_customers(
    session: Session,
    wanted: PartnerFilter,
    *,
    sort: str = "code",
    descending: bool = False,
    after: PartnerRow | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[PartnerRow, ...]:
    """A page of customers: behind the row `after` of the page before, else from `offset`."""
    page = _Page(Role.CUSTOMER, sort, descending, after, offset, limit)
    return _list(session, wanted, page)


@needs("supplier.view")
def list_suppliers(
    session: Session,
    wanted: PartnerFilter,
    *,
    sort: str = "code",
    descending: bool = False,
    after: PartnerRow | None = None,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[PartnerRow, ...]:
    """A page of suppliers: behind the row `after` of the page before, else from `offset`."""
    page = _Page(Role.SUPPLIER, sort, descending, after, offset, limit)
    return _list(session, wanted, page)


@needs("customer.view")
def count_customers(session: Session, wanted: PartnerFilter) -> int:
    """How many customers the filter lets through."""
    return _count(session, Role.CUSTOMER, wanted)


@needs("supplier.view")
def count_suppliers(session: Session, wanted: PartnerFilter) -> int:
    """How many suppliers the filter lets through."""
    return _count(session, Role.SUPPLIER, wanted)


@dataclass(frozen=True, slots=True)
class _Page:
    role: Role
    sort: str
    descending: bool
    after: PartnerRow | None
    offset: int
    limit: int


def _list(session: Session, wanted: PartnerFilter, page: _Page) -> tuple[PartnerRow, ...]:
    order = _ORDERS.get(page.sort, _CODE[page.role].expression)
    query = select(Partner, order.label("place")).where(*_conditions(session, page.role, wanted))
    if page.after is not None:
        here, last = tuple_(order, Partner.id), (page.after.place, page.after.id)
        query = query.where(here < last if page.descending else here > last)
    else:
        query = query.offset(page.offset)
    ends = (order.desc(), Partner.id.desc()) if page.descending else (order, Partner.id)
    seen = may(session, "field.customer_contact")
    rows = session.execute(query.order_by(*ends).limit(page.limit))
    return tuple(_row(page.role, partner, place, seen=seen) for partner, place in rows)


def _count(session: Session, role: Role, wanted: PartnerFilter) -> int:
    query = select(func.count()).select_from(Partner).where(*_conditions(session, role, wanted))
    return int(session.execute(query).scalar_one())


def _conditions(session: Session, role: Role, wanted: PartnerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_CODE[role].is_not(None)]
    if unseen := hidden(session).get(Assigned.CUSTOMER):
        found.append(Partner.id.not_in(unseen))
    if wanted.disabled is not None:
        found.append(Partner.disabled == wanted.disabled)
    if wanted.text.strip():
        found.append(_bearing(session, role, wanted.text))
    return found


def _bearing(session: Session, role: Role, typed: str) -> ColumnElement[bool]:
    words = words_of(typed)
    if not words:
        return false()
    ways: list[ColumnElement[bool]] = [_holding(session, words)]
    if len(words) == 1:
        code = typed_code(typed)
        ways += [_begins(_CODE[role], each) for each in {code, code.upper()}]
        if may(session, "field.customer_contact"):
            ways += [_begins(column, code) for column in (Partner.mobile, Partner.phone)]
    return or_(*ways)


def _begins(column: Any, beginning: str) -> ColumnElement[bool]:
    return and_(column >= beginning, column < beginning + LAST)


def _holding(session: Session, words: tuple[str, ...]) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "sqlite":
        matching = text("SELECT rowid FROM partner_search WHERE partner_search MATCH :match")
        expression = match_on_sqlite(words)
    else:
        matching = text(
            "SELECT id FROM partner WHERE "
            "array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) "
            "@@ CAST(:match AS tsquery)"
        )
        expression = match_on_postgresql(words)
    return Partner.id.in_(matching.bindparams(match=expression).columns(Partner.id))


def _row(role: Role, partner: Partner, place: Any, *, seen: bool) -> PartnerRow:
    codes = (partner.customer_code or "", partner.supplier_code or "")
    own, other = codes if role is Role.CUSTOMER else codes[::-1]
    return PartnerRow(
        id=partner.id,
        code=own,
        other_code=other,
        name=partner.name,
        short_name=partner.short_name,
        contact=partner.contact if seen else masked_text(partner.contact),
        mobile=partner.mobile if seen else masked(partner.mobile),
        phone=partner.phone if seen else masked(partner.phone),
        address=partner.address if seen else masked_text(partner.address),
        tax_no=partner.tax_no,
        price_level=partner.price_level,
        credit_limit=partner.credit_limit,
        credit_days=partner.credit_days,
        invoice=partner.invoice,
        disabled=partner.disabled,
        place=place,
    )
