"""Tickets and returns as they are listed, shown, printed again and handed back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session, aliased

from jxc_desktop.cash.models import PaymentMethod
from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.members.models import Member, MemberBalance
from jxc_desktop.pos.models import (
    PosReturn,
    PosReturnLine,
    PosReturnTender,
    PosSale,
    PosSaleLine,
    PosSalePromotion,
    PosSaleTender,
    Shift,
    Till,
)
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.models import User
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    SaleLineView,
    find_head,
    list_documents,
    sale_lines,
    sum_documents,
)

DONE = (State.POSTED, State.REVERSED)
"""States of documents that count; a reversal counts beside the original it takes back."""


@dataclass(frozen=True, slots=True)
class TenderView:
    """What was paid by one way, in fen; `tendered` is what was handed over before change."""

    method: str
    name: str
    amount: int
    tendered: int


@dataclass(frozen=True, slots=True)
class MemberPart:
    """The member of a ticket: the card, what went off and onto it, and what it holds now; money in fen.

    Of an exchange `points_earned` and `bonus_off` are what lies between.
    """

    member_id: int
    card_no: str
    points_used: int
    points_off: int
    points_earned: int
    bonus_off: int
    points_left: int
    value_left: int


@dataclass(frozen=True, slots=True)
class PromotionPart:
    """What a promotion took off one line, in fen, under the name it had then."""

    line_no: int
    name: str
    amount: int


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket or a return at the till; money in fen, `returns` the number of the ticket that goods came back of.

    A return's quantities and amounts are positive; what was paid is what was given back. A ticket that `returns` is an
    exchange: the lines that came back are negative, and `total` is what lies between.
    """

    head: Head
    till: str
    till_name: str
    cashier: str
    cashier_name: str
    shift_id: int
    warehouse_id: int
    warehouse: str
    order_discount: int
    rounding_off: int
    change_given: int
    total: int
    returns: str | None
    lines: tuple[SaleLineView, ...]
    tenders: tuple[TenderView, ...]
    member: MemberPart | None = None
    promotion_off: int = 0
    promotions: tuple[PromotionPart, ...] = ()

    @property
    def exchanged(self) -> tuple[SaleLineView, ...]:
        """The lines of an exchange that came back: those whose sign is not the others'."""
        if self.returns is None or self.head.kind != PosSale.kind:
            return ()
        red = self.head.reverses is not None
        return tuple(line for line in self.lines if (line.quantity < 0) is not red)

    @property
    def due(self) -> int:
        """Fen that the customer paid or got back, the given part of stored value with it."""
        return self.total + (self.member.bonus_off if self.member else 0)

    @property
    def net(self) -> int:
        """Fen without tax."""
        return sum(line.net for line in self.lines)

    @property
    def tax(self) -> int:
        """Fen of tax."""
        return sum(line.tax for line in self.lines)

    @property
    def cost(self) -> int | None:
        """Fen that the goods cost, None for who may not see it."""
        costs = [line.cost for line in self.lines if line.cost is not None]
        return sum(costs) if costs else None


@needs("pos_sale.view")
def ticket_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of tickets, newest first."""
    return list_documents(session, PosSale, wanted, after=after, limit=limit)


@needs("pos_sale.view")
def ticket_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all tickets that the filter lets through."""
    return sum_documents(session, PosSale, wanted)


@needs("pos_sale.view")
def return_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of returns, newest first."""
    return list_documents(session, PosReturn, wanted, after=after, limit=limit)


@needs("pos_sale.view")
def return_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all returns that the filter lets through."""
    return sum_documents(session, PosReturn, wanted)


@needs("pos_sale.view")
def ticket_view(session: Session, number: str) -> TicketView:
    """The ticket or the return with this number."""
    for model, line, tender in _TICKETS:
        head = find_head(session, model, model.number == number)
        if head is not None:
            return _ticket(session, model, line, tender, head)
    raise NotFound(translate("pos", "没有小票 {number}。核对小票号").format(number=number))


@needs("pos_sale.view")
def last_ticket(session: Session, till_id: int) -> str | None:
    """The number of the newest ticket of a till, for printing it again."""
    return session.scalar(
        select(PosSale.number)
        .join(Shift, Shift.id == PosSale.shift_id)
        .where(Shift.till_id == till_id, PosSale.state.in_(DONE))
        .order_by(PosSale.id.desc())
        .limit(1)
    )


def returned_quantities(session: Session, ticket_id: int) -> dict[int, int]:
    """Quantity (1e-4, in the line's unit) of each line of a ticket that was handed back or exchanged already."""
    back = union_all(
        _handed_back(PosReturn, PosReturnLine, 1, ticket_id),
        _handed_back(PosSale, PosSaleLine, -1, ticket_id),
    ).subquery()
    query = select(back.c.from_line, summed(back.c.quantity)).group_by(back.c.from_line)
    return {row[0] or 0: row[1] for row in session.execute(query)}


def _handed_back(model: Any, line: Any, sign: int, ticket_id: int) -> Any:
    return (
        select(line.from_line, (sign * line.quantity).label("quantity"))
        .join(model, model.id == line.document_id)
        .where(model.original_id == ticket_id, model.state.in_(DONE), line.from_line.is_not(None))
    )


_TICKETS: tuple[tuple[Any, Any, Any], ...] = (
    (PosSale, PosSaleLine, PosSaleTender),
    (PosReturn, PosReturnLine, PosReturnTender),
)


def _ticket(session: Session, model: Any, line: Any, tender: Any, head: Head) -> TicketView:
    row = session.execute(_details(model).where(model.id == head.id)).one()
    lines = sale_lines(session, line, head.id, head.number)
    *own, promotion_off, member_id = row
    part = None if member_id is None else _member_part(session, model, head.id)
    promotions = _promotions(session, head.id) if promotion_off else ()
    tenders = _tenders(session, tender, head.id)
    return TicketView(*(head, *own, lines, tenders, part, promotion_off, promotions))


def _promotions(session: Session, document_id: int) -> tuple[PromotionPart, ...]:
    kept = PosSalePromotion
    query = (
        select(kept.line_no, kept.name, kept.amount)
        .where(kept.document_id == document_id)
        .order_by(kept.line_no, kept.promotion_id)
    )
    return tuple(PromotionPart(*row) for row in session.execute(query))


def _member_part(session: Session, model: Any, document_id: int) -> MemberPart:
    held = MemberBalance
    earned, bonus = model.points_earned, model.bonus_off
    if model is PosSale:
        earned, bonus = earned - PosSale.back_points_earned, bonus - PosSale.back_bonus
    query = (
        select(
            Member.id, Member.card_no, model.points_used, model.points_off, earned, bonus,
            held.points, held.principal + held.bonus,
        )
        .join(Member, Member.id == model.member_id)
        .join(held, held.member_id == Member.id)
        .where(model.id == document_id)
    )  # fmt: skip
    return MemberPart(*session.execute(query).one())


def _details(model: Any) -> Any:
    returns = _original_number(model)
    return (
        select(
            Till.code, Till.name, User.name, User.full_name, Shift.id, Warehouse.id, Warehouse.code,
            model.order_discount, model.rounding_off, model.change_given, model.total, returns,
            literal(0) if model is PosReturn else PosSale.promotion_off, model.member_id,
        )
        .join(Shift, Shift.id == model.shift_id)
        .join(Till, Till.id == Shift.till_id)
        .join(User, User.id == Shift.user_id)
        .join(Warehouse, Warehouse.id == model.warehouse_id)
    )  # fmt: skip


def _original_number(model: Any) -> Any:
    original = aliased(PosSale)
    query = select(original.number).where(original.id == model.original_id)
    return query.correlate(model).scalar_subquery()


def _tenders(session: Session, tender: Any, document_id: int) -> tuple[TenderView, ...]:
    query = (
        select(tender.method, PaymentMethod.name, tender.amount, tender.tendered)
        .join(PaymentMethod, PaymentMethod.code == tender.method)
        .where(tender.document_id == document_id)
        .order_by(tender.line_no)
    )
    return tuple(TenderView(*row) for row in session.execute(query))
