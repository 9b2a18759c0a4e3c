"""Reading documents of any kind: the head of one, and lists of many.

Lists are paged by keyset (day and id, newest first), filtered and summed in SQL.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.ledger.seeing import seen
from jxc_desktop.shop.models import User

PAGE = 200


@dataclass(frozen=True, slots=True)
class Head:
    """What every document's head says; people by name, moments ms UTC.

    `reverses` is the number of the document that this one takes back, `reversed_by` of the one that took it back.
    """

    id: int
    kind: str
    number: str | None
    day: date
    state: str
    remark: str
    reason: str
    created_by: str
    created_at: int
    posted_by: str
    posted_at: int | None
    reverses: str | None
    reversed_by: str | None


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list of documents shows. `text` is looked for in number, firm, remark and invoice number.

    Without `states` all but voided ones are shown.
    """

    from_day: date | None = None
    to_day: date | None = None
    states: frozenset[str] = frozenset()
    text: str = ""
    partner_id: int | None = None


@dataclass(frozen=True, slots=True)
class ListRow:
    """One document in a list; `total` in fen, None for who may not see it."""

    id: int
    number: str | None
    day: date
    state: str
    partner: str
    total: int | None
    remark: str
    red: bool


@dataclass(frozen=True, slots=True)
class ListSum:
    """The whole filtered set: how many documents, Σ total in fen."""

    count: int
    total: int | None


def called(user: Any) -> ColumnElement[str]:
    """What people call a user of an outer join: the full name, else the login name, "" for nobody."""
    return func.coalesce(func.nullif(user.full_name, ""), user.name, "")


def find_head(session: Session, model: Any, condition: ColumnElement[bool]) -> Head | None:
    """The head of the document of a kind that `condition` picks, if there is one."""
    maker, poster = aliased(User), aliased(User)
    original, mirror = aliased(model), aliased(model)
    query = (
        select(
            model.id, model.number, model.day, model.state, model.remark, model.reason,
            called(maker), model.created_at, called(poster),
            model.posted_at, original.number, mirror.number,
        )
        .outerjoin(maker, maker.id == model.created_by)
        .outerjoin(poster, poster.id == model.posted_by)
        .outerjoin(original, original.id == model.reverses_id)
        .outerjoin(mirror, mirror.reverses_id == model.id)
        .where(condition, *seen(session, model))
    )  # fmt: skip
    row = session.execute(query).first()
    return None if row is None else Head(row[0], model.kind, *row[1:])


def required_head(session: Session, model: Any, number: str, missing: str) -> Head:
    """The head of document `number`; raises `NotFound` in the words of `missing`."""
    head = find_head(session, model, model.number == number)
    if head is None:
        raise NotFound(missing.format(number=number))
    return head


def list_documents(
    session: Session,
    model: Any,
    wanted: ListFilter,
    *,
    after: tuple[date, int] | None = None,
    limit: int = PAGE,
    priced: bool = True,
) -> list[ListRow]:
    """A page of documents, newest first; `after` is the (day, id) of the last row seen."""
    name = _partner_name(model)
    query = select(
        model.id, model.number, model.day, model.state, name, model.total, model.remark,
        model.reverses_id,
    ).where(*_conditions(session, model, wanted))  # fmt: skip
    if after is not None:
        day, last = after
        query = query.where(or_(model.day < day, and_(model.day == day, model.id < last)))
    query = query.order_by(model.day.desc(), model.id.desc()).limit(limit)
    return [
        ListRow(row[0], row[1], row[2], row[3], row[4], row[5] if priced else None, row[6],
                red=row[7] is not None)
        for row in session.execute(query)
    ]  # fmt: skip


def sum_documents(
    session: Session, model: Any, wanted: ListFilter, *, priced: bool = True
) -> ListSum:
    """Count and total of the whole filtered set."""
    query = select(func.count(), summed(model.total)).where(*_conditions(session, model, wanted))
    count, total = session.execute(query).one()
    return ListSum(count, total if priced else None)


def _partner_name(model: Any) -> Any:
    return model.partner_name if hasattr(model, "partner_name") else literal("")


def _conditions(session: Session, model: Any, wanted: ListFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        model.state.in_(wanted.states) if wanted.states else model.state != State.VOIDED,
        *seen(session, model),
    ]
    if wanted.from_day:
        conditions.append(model.day >= wanted.from_day)
    if wanted.to_day:
        conditions.append(model.day <= wanted.to_day)
    if wanted.partner_id is not None:
        conditions.append(model.partner_id == wanted.partner_id)
    conditions.extend(_says(model, word) for word in wanted.text.split())
    return conditions


def _says(model: Any, word: str) -> ColumnElement[bool]:
    known = ("number", "remark", "partner_name", "invoice_number")
    places = [getattr(model, name) for name in known if hasattr(model, name)]
    return or_(*(place.icontains(word, autoescape=True) for place in places))
