"""Putting a document into the books: balances, number, voucher, entry, state and audit row, in this order.

One function serves every document, so that each is posted the same way and locks in the same order (decisions 3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.models import Entry, Leg, Voucher, VoucherEntry
from jxc_desktop.ledger.periods import month_of
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.series import next_of, number_of, of_all_time, of_day, of_month

VOUCHER_WORD = "记"
_ENTRIES = of_all_time("entry")


@dataclass(frozen=True, slots=True)
class LegDraft:
    """One side to be written: fen in `debit` or `credit`, exactly one non-zero, either may be negative."""

    account: str
    debit: int = 0
    credit: int = 0
    partner_id: int | None = None
    money_account_id: int | None = None
    item: str | None = None
    summary: str = ""
    employee: str | None = None
    department: str | None = None
    project: str | None = None
    product_id: int | None = None
    warehouse_id: int | None = None

    @property
    def told_further(self) -> bool:
        """Whether it bears a dimension that documents of trade never do."""
        return bool(
            self.employee or self.department or self.project or self.product_id or self.warehouse_id
        )

    @property
    def mirrored(self) -> "LegDraft":
        """The same side in red (红字)."""
        return replace(self, debit=-self.debit, credit=-self.credit)


@dataclass(frozen=True, slots=True)
class Paper:
    """The document being posted, as the books see it; the books are kept in Chinese, so `summary` is not translated.

    `prefix` begins its number, `total` is what is due in fen; `bound` papers get a voucher of their own (a
    till's tickets are bound by their shift). `closing` ones are left out of what a period earned and cost.
    """

    kind: str
    document_id: int
    prefix: str
    day: date
    summary: str
    total: int
    bound: bool = True
    closing: bool = False
    attachments: int = 1


_KEEP_BALANCE = Statement(
    "INSERT INTO account_balance (account, partner_id, month, debit, credit) "
    "VALUES (:account, :partner_id, :month, :debit, :credit) "
    "ON CONFLICT (account, partner_id, month) DO UPDATE SET "
    "debit = account_balance.debit + excluded.debit, credit = account_balance.credit + excluded.credit",
    changes="account_balance",
)
_LEG_COLUMNS = (
    "entry_id", "leg_no", "account", "day", "debit", "credit", "partner_id", "money_account_id", "item", "summary",
)  # fmt: skip
_INSERT_LEG = insert_into(Leg, _LEG_COLUMNS)
FURTHER = ("employee", "department", "project", "product_id", "warehouse_id")
"""Dimensions that only vouchers typed by hand bear; legs without them are written without them, which is quicker."""
_INSERT_FULL_LEG = insert_into(Leg, (*_LEG_COLUMNS, *FURTHER))
_INSERT_ENTRY = insert_into(
    Entry, ("id", "day", "kind", "source", "summary", "closing", "posted_at", "posted_by")
)
_INSERT_VOUCHER = insert_into(
    Voucher,
    ("word", "month", "number", "day", "summary", "attachments", "made_by", "made_at"),
    gives_id=True,
)
_NONE_FURTHER = dict.fromkeys(FURTHER)
_BIND = insert_into(VoucherEntry, ("entry_id", "voucher_id"))
_LEGS_OF = Statement(
    "SELECT l.account, l.debit, l.credit, l.partner_id, l.money_account_id, l.item, l.summary, "
    "l.employee, l.department, l.project, l.product_id, l.warehouse_id "
    "FROM leg l JOIN entry e ON e.id = l.entry_id WHERE e.source = :source AND e.kind = :kind "
    "ORDER BY l.entry_id, l.leg_no"
)


def book(session: Session, paper: Paper, legs: Iterable[LegDraft]) -> str:
    """Post `paper` with its legs and return its number; a document worth nothing has no entry.

    Call it after the pools are locked. The document's row must be a draft and becomes posted here.
    """
    written = [leg for leg in legs if leg.debit or leg.credit]
    keep_balances(session, written, paper.day)
    series = [of_day(paper.prefix, paper.day)]
    series += [_ENTRIES] if written else []
    series += [of_month(VOUCHER_WORD, paper.day)] if written and paper.bound else []
    value, *further = next_of(session, *series)
    number = number_of(paper.prefix, paper.day, value)
    if written:
        _seal(session, further[0], paper, number, written)
        if paper.bound:
            summary = f"{paper.summary} {number}"
            _bind(session, further[1], further[:1], paper.day, summary, paper.attachments)
    _mark_posted(session, paper, number)
    record(session, f"{paper.kind}.post", number, day=paper.day.isoformat(), total=paper.total)
    return number


def write_entry(session: Session, paper: Paper, source: str, legs: Sequence[LegDraft]) -> int:
    """Write the legs, then the entry that seals them, and return its id. Balances are kept by `book`."""
    [entry_id] = next_of(session, _ENTRIES)
    _seal(session, entry_id, paper, source, legs)
    return entry_id


def _seal(
    session: Session, entry_id: int, paper: Paper, source: str, legs: Sequence[LegDraft]
) -> None:
    day = paper.day.isoformat()
    insert = _INSERT_FULL_LEG if any(leg.told_further for leg in legs) else _INSERT_LEG
    insert.run_many(
        session,
        (_leg_row(entry_id, number, day, leg) for number, leg in enumerate(legs, 1)),
    )
    _INSERT_ENTRY.run(
        session,
        id=entry_id,
        day=day,
        kind=paper.kind,
        source=source,
        summary=paper.summary,
        closing=paper.closing,
        posted_at=clock_of(session).milliseconds(),
        posted_by=actor_of(session).user_id,
    )


def bind_voucher(
    session: Session, entries: Sequence[int], day: date, summary: str, *, attachments: int = 1
) -> int:
    """Bind `entries` into the next numbered voucher of the month and return the voucher's id."""
    [number] = next_of(session, of_month(VOUCHER_WORD, day))
    return _bind(session, number, entries, day, summary, attachments)


def _bind(
    session: Session,
    number: int,
    entries: Sequence[int],
    day: date,
    summary: str,
    attachments: int,
) -> int:
    voucher_id = _INSERT_VOUCHER.inserted(
        session,
        word=VOUCHER_WORD,
        month=month_of(day),
        number=number,
        day=day,
        summary=summary,
        attachments=attachments,
        made_by=actor_of(session).user_id,
        made_at=clock_of(session).milliseconds(),
    )
    _BIND.run_many(session, ({"entry_id": e, "voucher_id": voucher_id} for e in entries))
    return voucher_id


_CLOSES = Statement("SELECT max(closing) FROM entry WHERE source = :source AND kind = :kind")


def is_closing(session: Session, kind: str, source: str) -> bool:
    """Whether document `source` moved a period's profit, so that its mirror is no income or expense either."""
    return bool(_CLOSES.one(session, source=source, kind=kind)[0])


def mirrored_legs(session: Session, kind: str, source: str) -> list[LegDraft]:
    """The legs of document `source` in red, each on its own side (domain.md R2)."""
    return [LegDraft(*row).mirrored for row in _LEGS_OF.all(session, kind=kind, source=source)]


def keep_balances(session: Session, legs: Sequence[LegDraft], day: date) -> None:
    """Add `legs` to the cached balances of their month, before any number is taken (decisions 3)."""
    sums: dict[tuple[str, int], tuple[int, int]] = {}
    for leg in legs:
        key = leg.account, leg.partner_id or 0
        debit, credit = sums.get(key, (0, 0))
        sums[key] = debit + leg.debit, credit + leg.credit
    month = month_of(day)
    _KEEP_BALANCE.run_many(
        session,
        (
            {
                "account": account,
                "partner_id": partner,
                "month": month,
                "debit": debit,
                "credit": credit,
            }
            for (account, partner), (debit, credit) in sorted(sums.items())
        ),
    )


def _leg_row(entry_id: int, number: int, day: str, leg: LegDraft) -> dict[str, object]:
    return {
        "entry_id": entry_id,
        "leg_no": number,
        "account": leg.account,
        "day": day,
        "debit": leg.debit,
        "credit": leg.credit,
        "partner_id": leg.partner_id,
        "money_account_id": leg.money_account_id,
        "item": leg.item,
        "summary": leg.summary,
        **({name: getattr(leg, name) for name in FURTHER} if leg.told_further else _NONE_FURTHER),
    }


@cache
def _post_statement(kind: str) -> Statement:
    change = (
        f'"{kind}" SET state = :posted, number = :number, total = :total, posted_by = :user, '
        "posted_at = :at WHERE id = :id AND state IN ('draft', 'approved')"
    )
    # OR FAIL for the reason that insertions have it (core.sql)
    return Statement(f"UPDATE OR FAIL {change}", postgresql=f"UPDATE {change}", changes=kind)


def _mark_posted(session: Session, paper: Paper, number: str) -> None:
    written = _post_statement(paper.kind).touched(
        session,
        posted=State.POSTED.value,
        number=number,
        total=paper.total,
        user=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
        id=paper.document_id,
    )
    if not written:
        raise Refused(translate("ledger", "这张单已经过账或作废。刷新后再看"))
