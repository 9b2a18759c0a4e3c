"""The course of one firm's account: what it owed, every document since with its goods, what it owes (domain.md §5).

Money paid ahead counts against what is owed, so that the end is what has to be paid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.ledger.models import Entry, Leg
from jxc_desktop.ledger.queries import partner_nets
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.reports.line_list import listed_lines
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import BOUGHT, SOLD
from jxc_desktop.reports.traded import traded_lines
from jxc_desktop.shop.actor import may

DISCOUNT = "5603"
_DISCOUNTED = ("customer_receipt", "supplier_payment")


@dataclass(frozen=True, slots=True)
class Side:
    """Whose account: which accounts hold the debt and which the money paid ahead; `sign` 1 where they owe us."""

    debt: str
    ahead: str
    sign: int
    lines: tuple[Any, ...]
    goods_filter: str
    price_right: str


CUSTOMER = Side("1122", "220301", 1, SOLD, "customer", "")
SUPPLIER = Side("2202", "1123", -1, BOUGHT, "supplier", "field.purchase_price")


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """What a document brought: quantity 1e-4 of `unit`, price 1e-6 yuan, amount in fen; None for who may not see."""

    name: str
    unit: str
    quantity: int
    price: int | None
    amount: int | None

    @property
    def words(self) -> str:
        """Name with quantity and unit."""
        return f"{self.name} {trimmed(self.quantity, QUANTITY_PLACES)} {self.unit}"


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One document: fen that came onto the account, went off it by money, were given up; `balance` after it."""

    day: date
    number: str
    kind: str
    summary: str
    increase: int
    decrease: int
    discount: int
    balance: int
    goods: tuple[GoodsLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The account from the first day to the last; fen."""

    opening: int
    rows: tuple[CourseRow, ...]

    @property
    def closing(self) -> int:
        """What is owed at the end."""
        return self.rows[-1].balance if self.rows else self.opening


def course_of(
    session: Session, side: Side, partner_id: int, request: Request, *, with_goods: bool
) -> Course:
    """The course of a firm's account in the period of `request`."""
    before = request.from_day - timedelta(days=1)
    opening = sum(
        side.sign * partner_nets(session, account, before).get(partner_id, 0)
        for account in (side.debt, side.ahead)
    )
    goods = _goods(session, side, partner_id, request) if with_goods else {}
    return Course(opening, tuple(_rows(session, side, partner_id, request, opening, goods)))


def _rows(
    session: Session,
    side: Side,
    partner_id: int,
    request: Request,
    opening: int,
    goods: dict[str, tuple[GoodsLine, ...]],
) -> Iterator[CourseRow]:
    balance = opening
    for row in _moved(session, side, partner_id, request):
        discount = _discount(row, side)
        decrease = row.less + row.ahead - discount
        balance += row.more - row.less - row.ahead
        if row.more or decrease or discount:
            yield CourseRow(
                row.day, row.source, row.kind, spoken_summary(row.summary, row.kind),
                row.more, decrease, discount, balance, goods.get(row.source, ()),
            )  # fmt: skip


def _discount(row: Any, side: Side) -> int:
    return side.sign * int(row.given_up) if row.kind in _DISCOUNTED else 0


def _moved(session: Session, side: Side, partner_id: int, request: Request) -> Sequence[Any]:
    """Each document's sums on the firm's accounts; what money document gave up stands on 5603."""
    own = Leg.partner_id == partner_id
    debt, ahead = own & Leg.account.startswith(side.debt), own & (Leg.account == side.ahead)
    more, less = (Leg.debit, Leg.credit) if side.sign > 0 else (Leg.credit, Leg.debit)
    touched = select(Leg.entry_id).where(
        own, Leg.day.between(request.from_day, request.to_day), _either(side)
    )
    query = (
        select(
            Entry.day, Entry.source, Entry.kind, Entry.summary,
            _sum(debt, more).label("more"),
            _sum(debt, less).label("less"),
            (side.sign * _sum(ahead, Leg.credit - Leg.debit)).label("ahead"),
            _sum(Leg.account == DISCOUNT, Leg.debit - Leg.credit).label("given_up"),
        )
        .join(Leg, Leg.entry_id == Entry.id)
        .where(Entry.id.in_(touched))
        .group_by(Entry.id, Entry.day, Entry.source, Entry.kind, Entry.summary)
        .order_by(Entry.day, Entry.id)
    )  # fmt: skip
    return session.execute(query).all()


def _either(side: Side) -> ColumnElement[bool]:
    return Leg.account.startswith(side.debt) | (Leg.account == side.ahead)


def _sum(condition: ColumnElement[bool], amount: Any) -> Any:
    return func.coalesce(summed(case((condition, amount), else_=0)), 0)


def _goods(
    session: Session, side: Side, partner_id: int, request: Request
) -> dict[str, tuple[GoodsLine, ...]]:
    """The goods of the firm's documents in the period, by number."""
    priced = not side.price_right or may(session, side.price_right)
    asked = Request(request.from_day, request.to_day, {side.goods_filter: [partner_id]}, {})
    found: dict[str, list[GoodsLine]] = {}
    for row in listed_lines(session, traded_lines(session, asked, side.lines)):
        name = f"{row.name} {row.spec}".strip()
        price, amount = (row.price, row.gross) if priced else (None, None)
        line = GoodsLine(name, row.unit, row.quantity, price, amount)
        found.setdefault(row.number, []).append(line)
    return {number: tuple(lines) for number, lines in found.items()}
