"""Writing and reversing any document: its header, its lines and what was paid, each as one batch.

A document is written as a draft and becomes posted when the books have it (ledger.posting.book); from then on
triggers keep it as it is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import MIRRORED, Document, State
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.life import POSTED_LIFE, require_step
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Row, Statement, insert_into, insert_statement
from jxc_desktop.ledger.invoices.register import require_not_invoiced
from jxc_desktop.ledger.periods import require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book, is_closing, mirrored_legs
from jxc_desktop.ledger.seeing import require_all_seen
from jxc_desktop.ledger.summary_words import cancelling
from jxc_desktop.shop.actor import actor_of, maker_of
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted, answered, remember


@dataclass(frozen=True, slots=True)
class Family:
    """The tables of one kind of document: its header and the tables of its lines and payments."""

    header: type[Document]
    parts: tuple[type[Base], ...]
    title: str

    @property
    def kind(self) -> str:
        """The document's word, which is also its table."""
        return self.header.kind


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in Base.metadata.tables[table].columns)


@cache
def _insert(model: type[Base]) -> Statement:
    return insert_into(model, _columns(model.__tablename__))


@cache
def _insert_header(kind: str) -> Statement:
    names = [name for name in _columns(kind) if name != "id"]
    return insert_statement(kind, names, gives_id=True)


def open_paper(session: Session, header: type[Document], values: Mapping[str, Any]) -> int:
    """Write a document's header as a draft and return its id; `values` are its own columns.

    Raises `Forbidden` for a customer or a warehouse that is assigned to others.
    """
    require_all_seen(session, values)
    common = {
        "number": None,
        "state": State.DRAFT,
        "total": 0,
        "remark": "",
        "reason": "",
        "created_by": maker_of(session),
        "created_at": clock_of(session).milliseconds(),
        "posted_by": None,
        "posted_at": None,
        "reverses_id": None,
    }
    return _insert_header(header.kind).inserted(session, **{**common, **values})


def write_parts(session: Session, model: type[Base], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows of a document's lines or payments as one batch."""
    _insert(model).run_many(session, rows)


@cache
def _find(kind: str, *, hold: bool = False) -> Statement:
    names = ", ".join(_columns(kind))
    sql = f'SELECT {names} FROM "{kind}" WHERE number = :number'
    return Statement(sql, postgresql=f"{sql} FOR UPDATE" if hold else None)


@cache
def _parts_of(table: str) -> Statement:
    names = ", ".join(_columns(table))
    return Statement(
        f'SELECT {names} FROM "{table}" WHERE document_id = :document ORDER BY line_no'
    )


@cache
def _mark_reversed(kind: str) -> Statement:
    return Statement(
        f"UPDATE \"{kind}\" SET state = 'reversed' WHERE id = :id AND state = 'posted' RETURNING id",
        changes=kind,
    )


def header_of(session: Session, kind: str, number: str) -> dict[str, Any]:
    """The header row of document `number`; raises `NotFound`."""
    return _header(session, _find(kind), kind, number)


def original_header(
    session: Session, kind: str, number: str, *, hold: bool = True
) -> dict[str, Any]:
    """The header of the document that another is about; raises `NotFound`.

    Nobody else follows or reverses it until this transaction ends (SQLite writes one at a time anyway); `hold` False
    is for looking only, while the other is typed or reviewed.
    """
    return _header(session, _find(kind, hold=hold), kind, number)


def _header(session: Session, find: Statement, kind: str, number: str) -> dict[str, Any]:
    row = find.first(session, number=number)
    if row is None:
        raise NotFound(
            translate("ledger", "没有单号 {number}").format(number=number), field="number"
        )
    named = _named(kind, row)
    require_all_seen(session, named)
    return named


def parts_of(session: Session, model: type[Base], document_id: int) -> list[dict[str, Any]]:
    """The rows of one part of a document, by column name."""
    rows = _parts_of(model.__tablename__).all(session, document=document_id)
    return [_named(model.__tablename__, row) for row in rows]


def _named(table: str, row: Row) -> dict[str, Any]:
    return dict(zip(_columns(table), row, strict=True))


@dataclass(frozen=True, slots=True)
class Reversal:
    """What to take back and why; `day` None means today, never before the original (decisions 4)."""

    number: str
    reason: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What a reversal undid besides the books: further `legs`, and what is to be written under its number."""

    legs: Sequence[LegDraft] = ()
    record: Callable[[str, date], None] = lambda _number, _day: None


def reverse_paper(
    session: Session,
    family: Family,
    wanted: Reversal,
    *,
    key: Key,
    prefix: str = "",
    changes: Callable[[dict[str, Any]], Mapping[str, Any]] = lambda _original: {},
    bound: bool = True,
    undo: Callable[[Session, str], Undone] = lambda _session, _number: Undone(),
) -> Posted:
    """Post the exact mirror of a document (红冲) and mark the original reversed.

    `changes` gives header columns that differ from the original's; `prefix` begins the number; `undo` takes back
    what stands outside the books, called before any number is taken.
    """
    if earlier := answered(session, key):
        return earlier
    original = original_header(session, family.kind, wanted.number)
    day = _require_reversible(session, wanted, original)
    require_not_invoiced(session, wanted.number)
    undone = undo(session, wanted.number)
    mirrored = {**original, **{n: -v for n, v in original.items() if n in MIRRORED}}
    mirrored.update(reason=wanted.reason, reverses_id=original["id"], day=day, remark="")
    mirrored.update(_FRESH, created_by=actor_of(session).user_id, **changes(original))
    document_id = open_paper(session, family.header, mirrored)
    _mirror_parts(session, family, original["id"], document_id)
    legs = [*mirrored_legs(session, family.kind, wanted.number), *undone.legs]
    paper = Paper(
        family.kind,
        document_id,
        prefix or family.header.prefix,
        mirrored["day"],
        _summary(session, wanted),
        mirrored["total"],
        bound=bound,
        closing=is_closing(session, family.kind, wanted.number),
    )
    number = book(session, paper, legs)
    undone.record(number, paper.day)
    if _mark_reversed(family.kind).first(session, id=original["id"]) is None:
        raise Refused(translate("ledger", "{number} 刚被别人红冲了").format(number=wanted.number))
    record(session, f"{family.kind}.reverse", wanted.number, by=number, reason=wanted.reason)
    return remember(session, key, Posted(family.kind, document_id, number, paper.total))


_FRESH = {"number": None, "state": State.DRAFT, "posted_by": None, "posted_at": None}
_VOUCHER_OF = Statement(
    "SELECT v.word, v.number, v.day FROM voucher v JOIN voucher_entry b ON b.voucher_id = v.id "
    "JOIN entry e ON e.id = b.entry_id WHERE e.source = :source"
)


def _require_reversible(session: Session, wanted: Reversal, original: Mapping[str, Any]) -> date:
    """The day of the reversal; raises when there is no reason, or nothing left to take back."""
    if not wanted.reason.strip():
        raise InvalidInput(translate("ledger", "红冲要写原因"), field="reason")
    require_step(POSTED_LIFE, "reverse", wanted.number, original["state"])
    if original["reverses_id"] is not None:
        raise Refused(
            translate("ledger", "{number} 自己就是红字单，不能再红冲").format(number=wanted.number)
        )
    return reversal_day(session, wanted, original)


def reversal_day(session: Session, wanted: Reversal, original: Mapping[str, Any]) -> date:
    """The day a reversal bears: as wanted, else today, never before the original, in an open month."""
    first = date.fromisoformat(original["day"])
    day = wanted.day or max(clock_of(session).today(), first)
    if day < first:
        raise InvalidInput(
            translate("ledger", "红冲日期不能早于原单的 {day}").format(day=first), field="day"
        )
    require_open_period(session, day)
    return day


def _mirror_parts(session: Session, family: Family, original_id: int, document_id: int) -> None:
    for model in family.parts:
        rows = []
        for named in parts_of(session, model, original_id):
            turned = {name: -value for name, value in named.items() if name in MIRRORED}
            rows.append({**named, **turned, "document_id": document_id})
        write_parts(session, model, rows)


def _summary(session: Session, wanted: Reversal) -> str:
    """The prescribed wording where the original has a voucher of its own (会计基础工作规范 art. 51)."""
    found = _VOUCHER_OF.first(session, source=wanted.number)
    if found is None:
        return f"红冲 {wanted.number}"
    word, number, day = found
    return cancelling(date.fromisoformat(day), f"{word}-{number}")
