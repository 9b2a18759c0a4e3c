"""What can be done with vouchers: typed and posted, taken back, reviewed, kept as patterns and made from them."""

import json
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.plain import plain, typed
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.journal.drafts import JournalDraft
from jxc_desktop.ledger.journal.models import Purpose
from jxc_desktop.ledger.journal.writing import JOURNAL, Undo, take_back, write_voucher
from jxc_desktop.ledger.papers import Reversal, Undone, header_of
from jxc_desktop.ledger.periods import is_closed, month_after, month_of, require_month
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.shop.settings import settings_of

REVIEWED, ENTERED = "reviewed", "entered"
LONGEST_NAME = 40
MOST_MONTHS = 12

_VOUCHER = Statement("SELECT word, number, month, made_by FROM voucher WHERE id = :id")
_MARK = Statement(
    "INSERT INTO voucher_mark (voucher_id, mark, user_id, at) VALUES (:voucher, :mark, :user, :at) "
    "ON CONFLICT (voucher_id, mark) DO NOTHING RETURNING user_id",
    changes="voucher_mark",
)
_UNMARK = Statement(
    "DELETE FROM voucher_mark WHERE voucher_id = :voucher AND mark = :mark RETURNING user_id",
    changes="voucher_mark",
)
_MARKED = Statement("SELECT 1 FROM voucher_mark WHERE voucher_id = :voucher AND mark = :mark")
_KEEP = Statement(
    "INSERT INTO voucher_pattern (name, body, every, next_month, made_by, made_at, disabled) "
    "VALUES (:name, :body, :every, :month, :user, :at, 0) ON CONFLICT (name) DO UPDATE SET "
    "body = excluded.body, every = excluded.every, next_month = excluded.next_month, disabled = 0 "
    "RETURNING id",
    changes="voucher_pattern",
)
_PATTERN = Statement("SELECT name, body, every, next_month FROM voucher_pattern WHERE id = :id")
_TURN = Statement(
    "UPDATE voucher_pattern SET next_month = :month WHERE id = :id", changes="voucher_pattern"
)
_DROP = Statement(
    "DELETE FROM voucher_pattern WHERE id = :id RETURNING name", changes="voucher_pattern"
)


@needs("journal_voucher.post")
def post_journal_voucher(session: Session, draft: JournalDraft, *, key: Key) -> Posted:
    """Post a voucher that somebody typed: two legs or more that balance, on leaves, with their dimensions.

    A recurring pattern that it was made from is next due after its span.
    """
    posted = write_voucher(session, replace(draft, purpose=Purpose.MANUAL), key=key)
    if draft.pattern_id is not None and not posted.repeated:
        _turn(session, draft.pattern_id, month_of(draft.day))
    return posted


def _turn(session: Session, pattern_id: int, made_for: str) -> None:
    """Let a recurring pattern be due after its span; one thrown away meanwhile is nobody's concern."""
    row = _PATTERN.first(session, id=pattern_id)
    if row is None or not row[2]:
        return
    month = max(str(row[3]), made_for)
    for _month in range(int(row[2])):
        month = month_after(month)
    _TURN.run(session, id=pattern_id, month=month)


@needs("journal_voucher.reverse")
def reverse_journal_voucher(
    session: Session,
    wanted: Reversal,
    *,
    key: Key,
    undo: Undo = lambda _session, _number: Undone(),
) -> Posted:
    """Take a typed voucher back; those of a month's end go only with the month itself (反结账)."""
    head = header_of(session, JOURNAL.kind, wanted.number)
    if head["purpose"] not in {Purpose.MANUAL, Purpose.DEPRECIATION}:
        raise Refused(
            translate("ledger", "{number} 是结账生成的凭证，不能单独红冲。反结账时一起冲回").format(
                number=wanted.number
            ),
            field="number",
        )
    return take_back(session, wanted, key=key, undo=undo)


@needs("voucher.review")
def review_voucher(session: Session, voucher_id: int) -> None:
    """Mark a page as reviewed (审核); not one's own where the shop wants two people."""
    word, number, _month, made_by = _page(session, voucher_id)
    if made_by == actor_of(session).user_id and not settings_of(session).approve_own_documents:
        raise Refused(
            translate("ledger", "凭证 {voucher} 是你自己做的，请别人审核").format(
                voucher=f"{word}-{number}"
            )
        )
    _mark(session, voucher_id, REVIEWED)


@needs("voucher.review")
def enter_voucher(session: Session, voucher_id: int) -> None:
    """Mark a reviewed page as entered (记账); from then on its review stands."""
    word, number, *_rest = _page(session, voucher_id)
    if _MARKED.first(session, voucher=voucher_id, mark=REVIEWED) is None:
        raise Refused(
            translate("ledger", "凭证 {voucher} 还没有审核，先审核再记账").format(
                voucher=f"{word}-{number}"
            )
        )
    _mark(session, voucher_id, ENTERED)


@needs("voucher.review")
def unreview_voucher(session: Session, voucher_id: int) -> None:
    """Take a review back, while the page is not entered and its month is open."""
    word, number, month, _made_by = _page(session, voucher_id)
    name = f"{word}-{number}"
    if _MARKED.first(session, voucher=voucher_id, mark=ENTERED):
        raise Refused(
            translate("ledger", "凭证 {voucher} 已记账，不能取消审核").format(voucher=name)
        )
    if is_closed(session, month):
        raise Refused(
            translate("ledger", "{month} 已结账，凭证 {voucher} 的审核不能取消").format(
                month=month, voucher=name
            )
        )
    if _UNMARK.first(session, voucher=voucher_id, mark=REVIEWED):
        record(session, "voucher.unreview", f"{month} {name}")


def _page(session: Session, voucher_id: int) -> tuple[str, int, str, int]:
    row = _VOUCHER.first(session, id=voucher_id)
    if row is None:
        raise NotFound(translate("ledger", "没有这张凭证。刷新后再看"))
    word, number, month, made_by = row
    return str(word), int(number), str(month), int(made_by)


def _mark(session: Session, voucher_id: int, mark: str) -> None:
    word, number, month, _made_by = _page(session, voucher_id)
    values = {"user": actor_of(session).user_id, "at": clock_of(session).milliseconds()}
    if _MARK.first(session, voucher=voucher_id, mark=mark, **values):
        action = "voucher.review" if mark == REVIEWED else "voucher.enter"
        record(session, action, f"{month} {word}-{number}")


@needs("journal_voucher.post")
def keep_pattern(
    session: Session, name: str, draft: JournalDraft, *, every: int = 0, first_month: str = ""
) -> int:
    """Keep a voucher as a pattern (模板) under a name and return its id; `every` 1 makes it due each month.

    Amounts may be missing; the same name is written over.
    """
    tidy = require_pattern_terms(name, every)
    begin = require_month(first_month) if first_month else month_of(clock_of(session).today())
    [pattern_id] = _KEEP.one(
        session,
        name=tidy,
        body=json.dumps(plain(replace(draft, pattern_id=None)), ensure_ascii=False),
        every=every,
        month=begin if every else "",
        user=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    record(session, "voucher_pattern.add", tidy)
    return int(pattern_id)


def require_pattern_terms(name: str, every: int) -> str:
    """The name without idle blanks; raises `InvalidInput` for none, one too long, or a span that cannot be."""
    tidy = name.strip()
    if not 0 < len(tidy) <= LONGEST_NAME:
        raise InvalidInput(translate("ledger", "模板要有名字，最多 40 个字"), field="name")
    if not 0 <= every <= MOST_MONTHS:
        raise InvalidInput(translate("ledger", "周期是 1 到 12 个月，不定期写 0"), field="every")
    return tidy


@needs("journal_voucher.edit")
def draft_of_pattern(session: Session, pattern_id: int, day: date) -> JournalDraft:
    """The voucher that a pattern makes on a day, to be looked at before it is posted."""
    _name, body, *_rest = _pattern(session, pattern_id)
    draft = typed(JournalDraft, json.loads(body))
    return replace(draft, day=day, pattern_id=pattern_id)


@needs("journal_voucher.post")
def remove_pattern(session: Session, pattern_id: int) -> None:
    """Throw a pattern away; what was made from it stays."""
    row = _DROP.first(session, id=pattern_id)
    if row is None:
        raise _no_pattern()
    record(session, "voucher_pattern.remove", str(row[0]))


def _pattern(session: Session, pattern_id: int) -> tuple[str, str, int, str]:
    row = _PATTERN.first(session, id=pattern_id)
    if row is None:
        raise _no_pattern()
    name, body, every, next_month = row
    return str(name), str(body), int(every), str(next_month)


def _no_pattern() -> NotFound:
    return NotFound(translate("ledger", "没有这个模板了。刷新后再看"))
