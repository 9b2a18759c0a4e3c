"""Shifts with everything that was rung up in them: what the shift slip, the close and the report show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import PaymentMethod
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.members.models import StoredValueTopup
from jxc_desktop.pos.models import (
    PosReturn,
    PosReturnTender,
    PosSale,
    PosSaleTender,
    Shift,
    ShiftTopup,
    Till,
)
from jxc_desktop.pos.queries.tickets import DONE
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.models import User


@dataclass(frozen=True, slots=True)
class MethodSum:
    """What came in by one way to pay in a shift, returns taken off; fen."""

    method: str
    name: str
    is_cash: bool
    sales: int
    returned: int

    @property
    def net(self) -> int:
        """Fen that stayed."""
        return self.sales - self.returned


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift with what was rung up in it: counts of papers, money in fen, moments ms UTC.

    `expected` is what the drawer should hold: the float and the cash that stayed. `counted` is None while open.
    `topups` was paid onto cards, `topups_cash` of it into the drawer.
    """

    id: int
    number: str | None
    till: str
    cashier: str
    cashier_name: str
    day: date
    state: str
    opened_at: int
    closed_at: int | None
    float_amount: int
    counted: int | None
    reason: str
    sales: int
    sales_amount: int
    returns: int
    returns_amount: int
    reductions: int
    rounding_off: int
    methods: tuple[MethodSum, ...]
    topups: int = 0
    topups_cash: int = 0

    @property
    def expected(self) -> int:
        """Fen that should lie in the drawer."""
        return self.float_amount + self.topups_cash + sum(m.net for m in self.methods if m.is_cash)

    @property
    def difference(self) -> int | None:
        """Counted minus expected: positive is too much (长款)."""
        return None if self.counted is None else self.counted - self.expected


@needs("shift.view")
def shift_views(session: Session, *conditions: ColumnElement[bool]) -> list[ShiftView]:
    """Shifts with what was rung up in them, oldest first."""
    rows = session.execute(_shifts().where(*conditions)).all()
    ids = [row.id for row in rows]
    papers, methods = _papers(session, ids), _methods(session, ids)
    onto_cards = _topups(session, ids)
    return [
        _shift_view(row, papers, methods.get(row.id, ()), onto_cards.get(row.id, (0, 0)))
        for row in rows
    ]


@needs("shift.view")
def shift_view(session: Session, shift_id: int) -> ShiftView:
    """One shift, open or closed."""
    found = shift_views(session, Shift.id == shift_id)
    if not found:
        raise NotFound(translate("pos", "没有这个班次。刷新后再看"))
    return found[0]


@needs("shift.view")
def shifts_between(session: Session, from_day: date, to_day: date) -> list[ShiftView]:
    """The shifts whose business day lies in a period."""
    return shift_views(session, Shift.day.between(from_day, to_day))


def _shifts() -> Any:
    return (
        select(
            Shift.id, Shift.number, Till.code.label("till"), User.name.label("cashier"),
            User.full_name, Shift.day, Shift.state, Shift.opened_at, Shift.closed_at,
            Shift.float_amount, Shift.counted, Shift.reason,
        )
        .join(Till, Till.id == Shift.till_id)
        .join(User, User.id == Shift.user_id)
        .order_by(Shift.day, Shift.id)
    )  # fmt: skip


_Papers = dict[tuple[int, str], Any]


def _papers(session: Session, shifts: Sequence[int]) -> _Papers:
    """Count of papers (a red one takes one off), Σ total, reductions and 抹零 by (shift, kind).

    An exchange is a sale of its new goods and a return of the others.
    """
    found: _Papers = {}
    for model, total in (
        (PosSale, PosSale.total + PosSale.back_total),
        (PosReturn, PosReturn.total),
    ):
        query = _paper_sums(model, total, shifts)
        for shift, *sums in session.execute(query):
            found[shift, model.kind] = sums
    exchanges = _paper_sums(PosSale, PosSale.back_total, shifts).where(
        PosSale.original_id.is_not(None)
    )
    for shift, count, back, *_reduced in session.execute(exchanges):
        returns = found.get((shift, PosReturn.kind), (0, 0, 0, 0))
        found[shift, PosReturn.kind] = (returns[0] + count, returns[1] + back, *returns[2:])
    return found


def _paper_sums(model: Any, total: Any, shifts: Sequence[int]) -> Any:
    counted = summed(1) - 2 * func.count(model.reverses_id)
    off = PosSale.order_discount + PosSale.promotion_off
    return (
        select(
            model.shift_id, counted, summed(total),
            summed(off if model is PosSale else model.order_discount), summed(model.rounding_off),
        )
        .where(model.shift_id.in_(shifts), model.state.in_(DONE))
        .group_by(model.shift_id)
    )  # fmt: skip


def _methods(session: Session, shifts: Sequence[int]) -> dict[int, tuple[MethodSum, ...]]:
    """What was paid by each way, by shift, in the order of the till's keys."""
    tenders = union_all(
        _tendered(PosSale, PosSaleTender, sale=True, shifts=shifts),
        _tendered(PosReturn, PosReturnTender, sale=False, shifts=shifts),
    ).subquery()
    m = PaymentMethod
    query = (
        select(
            tenders.c.shift_id, m.code, m.name, m.is_cash, summed(tenders.c.sold),
            summed(tenders.c.returned),
        )
        .join(m, m.code == tenders.c.method)
        .group_by(tenders.c.shift_id, m.code, m.name, m.is_cash, m.place)
        .order_by(m.place, m.code)
    )  # fmt: skip
    found: dict[int, tuple[MethodSum, ...]] = {}
    for shift, *sums in session.execute(query):
        found[shift] = (*found.get(shift, ()), MethodSum(*sums))
    return found


def _tendered(model: Any, tender: Any, *, sale: bool, shifts: Sequence[int]) -> Any:
    nothing = literal(0)
    sold, returned = (tender.amount, nothing) if sale else (nothing, tender.amount)
    return (
        select(model.shift_id, tender.method, sold.label("sold"), returned.label("returned"))
        .join(model, model.id == tender.document_id)
        .where(model.shift_id.in_(shifts), model.state.in_(DONE))
    )


def _topups(session: Session, shifts: Sequence[int]) -> dict[int, tuple[int, int]]:
    """What was paid onto cards by shift: all of it, and in cash."""
    x, paper, way = ShiftTopup, StoredValueTopup, PaymentMethod
    cash = case((way.is_cash.in_([True]), paper.total), else_=0)
    query = (
        select(x.shift_id, summed(paper.total), summed(cash))
        .join(paper, paper.id == x.topup_id)
        .join(way, way.code == x.method)
        .where(x.shift_id.in_(shifts))
        .group_by(x.shift_id)
    )
    return {shift: (whole, in_cash) for shift, whole, in_cash in session.execute(query)}


def _shift_view(
    row: Any, papers: _Papers, methods: Sequence[MethodSum], onto_cards: tuple[int, int]
) -> ShiftView:
    none = (0, 0, 0, 0)
    sales = papers.get((row.id, PosSale.kind), none)
    returns = papers.get((row.id, PosReturn.kind), none)
    counts = (*sales[:2], *returns[:2], sales[2] - returns[2], sales[3] - returns[3])
    return ShiftView(*(*row, *counts, tuple(methods), *onto_cards))
