"""The life of an order: draft → approved → closed, back to draft while nothing followed, or voided (core.life)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State, require_state
from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.life import ORDER_LIFE, require_step, step_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.drafting import KeptDraft
from jxc_desktop.ledger.papers import header_of, open_paper, write_parts
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.shop.actor import actor_of, authorize
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.drafts import end_draft
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.series import next_number
from jxc_desktop.stock.ordering.kinds import OrderKind
from jxc_desktop.stock.ordering.promises import fulfilled_of, keeping_promises, lock_order


@dataclass(frozen=True, slots=True)
class WrittenOrder:
    """An order ready to be approved: its own header columns, and the rows of each of its parts, in order."""

    day: date
    total: int
    header: Mapping[str, Any]
    parts: tuple[Iterable[Mapping[str, Any]], ...]
    amends: str = ""
    """The number of the un-approved order that this writes anew."""


def approve_order(session: Session, kind: OrderKind, order: WrittenOrder, *, key: Key) -> Posted:
    """Write an order and approve it (审核); its number is given here, or kept when it is approved again."""
    authorize(session, f"{kind.kind}.post")
    if earlier := answered(session, key):
        return earlier
    require_open_period(session, order.day)
    order_id, number = _open_anew(session, kind, order) if order.amends else (0, "")
    if not order_id:
        values = {**order.header, "day": order.day}
        order_id = open_paper(session, kind.family.header, values)
    for model, rows in zip(kind.family.parts, order.parts, strict=True):
        write_parts(session, model, ({**row, "document_id": order_id} for row in rows))
    number = number or next_number(session, kind.family.header.prefix, order.day)
    with keeping_promises(session, kind, order_id):
        _mark_approved(session, kind, order_id, number, order.total)
    record(session, f"{kind.kind}.post", number, day=order.day, total=order.total)
    return remember(session, key, Posted(kind.kind, order_id, number, order.total))


def unapprove_order(session: Session, kind: OrderKind, number: str) -> None:
    """Make an order a draft again (反审核); refused once something followed it."""
    authorize(session, f"{kind.kind}.post")
    head = header_of(session, kind.kind, number)
    lock_order(session, kind, head["id"])
    if any(fulfilled_of(session, kind, head["id"]).values()):
        raise Refused(
            translate(
                "stock", "{number} 已有后续单据，不能反审核。关闭余量，或先红冲后续单据"
            ).format(number=number)
        )
    _go(session, kind, head, "unapprove")


def close_order(session: Session, kind: OrderKind, number: str, reason: str) -> None:
    """Say that the rest of an order will not come (关闭余量)."""
    if not reason.strip():
        raise InvalidInput(translate("stock", "关闭要写原因"), field="reason")
    _go(session, kind, header_of(session, kind.kind, number), "close", reason)


def reopen_order(session: Session, kind: OrderKind, number: str) -> None:
    """Let the rest of a closed order come after all."""
    _go(session, kind, header_of(session, kind.kind, number), "reopen")


def void_order(session: Session, kind: OrderKind, number: str) -> None:
    """Void an order that was un-approved (作废); its number stays used."""
    _go(session, kind, header_of(session, kind.kind, number), "void")


def void_drafted(session: Session, kept: KeptDraft, kind: OrderKind, number: str) -> None:
    """Void an un-approved order; what was kept of it since goes with it."""
    void_order(session, kind, number)
    end_draft(session, kept.kind, kept.id)


def _go(
    session: Session, kind: OrderKind, head: Mapping[str, Any], verb: str, reason: str = ""
) -> None:
    authorize(session, step_of(ORDER_LIFE, verb).permission(kind.kind))
    state = lock_order(session, kind, head["id"])
    step = require_step(ORDER_LIFE, verb, head["number"], state)
    with keeping_promises(session, kind, head["id"]):
        _set_state(kind.kind).run(session, id=head["id"], state=step.after, reason=reason)
    record(session, f"{kind.kind}.{verb}", head["number"], reason=reason)


def _open_anew(session: Session, kind: OrderKind, order: WrittenOrder) -> tuple[int, str]:
    """Empty an un-approved order so that it can be written again under its number and day."""
    head = header_of(session, kind.kind, order.amends)
    require_state(order.amends, lock_order(session, kind, head["id"]), State.DRAFT)
    if head["day"] != order.day.isoformat():
        raise InvalidInput(
            translate("stock", "{number} 的日期在单号里，不能改。作废它，另写一张").format(
                number=order.amends
            ),
            field="day",
        )
    for model in kind.family.parts:
        _drop(model.__tablename__).run(session, order=head["id"])
    _rewrite(kind.kind, tuple(order.header)).run(session, id=head["id"], **order.header)
    return head["id"], order.amends


@cache
def _drop(part: str) -> Statement:
    return Statement(f"DELETE FROM {part} WHERE document_id = :order", changes=part)


@cache
def _rewrite(kind: str, columns: tuple[str, ...]) -> Statement:
    sets = ", ".join(f"{name} = :{name}" for name in columns)
    return Statement(f"UPDATE {kind} SET {sets} WHERE id = :id", changes=kind)


@cache
def _set_state(kind: str) -> Statement:
    return Statement(
        f"UPDATE {kind} SET state = :state, reason = :reason WHERE id = :id", changes=kind
    )


@cache
def _approve(kind: str) -> Statement:
    return Statement(
        f"UPDATE {kind} SET state = 'approved', number = :number, total = :total, reason = '', "
        "posted_by = :user, posted_at = :at WHERE id = :id AND state = 'draft' RETURNING id",
        changes=kind,
    )


def _mark_approved(
    session: Session, kind: OrderKind, order_id: int, number: str, total: int
) -> None:
    _approve(kind.kind).one(
        session,
        id=order_id,
        number=number,
        total=total,
        user=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
