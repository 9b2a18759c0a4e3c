"""Bringing a bank's statement in (银行流水), what lay there before its first line, and taking an import back."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.bank.models import BankImport, BankImportUndone, BankLine
from jxc_desktop.cash.payments import MoneyAccountFacts, money_account
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record

OPENING = "期初余额"
"""The summary of what lay in the bank before the first line; kept in Chinese like all summaries."""

_STANDING = "NOT EXISTS (SELECT 1 FROM bank_import_undone u WHERE u.import_id = b.import_id)"
_SINCE = Statement(
    "SELECT b.day FROM bank_line b JOIN bank_import i ON i.id = b.import_id "
    f"WHERE b.money_account_id = :account AND i.opening = 1 AND {_STANDING}"
)
_THERE = Statement(
    "SELECT b.day, b.amount, b.balance, b.counterparty, b.summary, b.reference FROM bank_line b "
    "JOIN bank_import i ON i.id = b.import_id WHERE b.money_account_id = :account AND i.opening = 0 "
    f"AND b.day BETWEEN :first AND :last AND {_STANDING}"
)
_ANY = Statement(
    f"SELECT 1 FROM bank_line b WHERE b.money_account_id = :account AND {_STANDING} LIMIT 1"
)
_EARLIEST = Statement(
    f"SELECT min(b.day) FROM bank_line b WHERE b.money_account_id = :account AND {_STANDING}"
)
_HOLD = Statement(
    "SELECT id FROM money_account WHERE id = :account",
    postgresql="SELECT id FROM money_account WHERE id = :account FOR NO KEY UPDATE",
)
_IMPORT = Statement(
    "SELECT b.money_account_id, a.code, (SELECT count(*) FROM bank_import_undone u WHERE u.import_id = b.id), "
    "(SELECT count(*) FROM bank_line l JOIN bank_match_line x ON x.line_id = l.id WHERE l.import_id = b.id "
    "AND NOT EXISTS (SELECT 1 FROM bank_match_undone u WHERE u.match_id = x.match_id)) "
    "FROM bank_import b JOIN money_account a ON a.id = b.money_account_id WHERE b.id = :id"
)
_INSERT_IMPORT = insert_into(
    BankImport, ("money_account_id", "opening", "user_id", "at"), gives_id=True
)
_INSERT_LINE = insert_into(
    BankLine,
    (
        "import_id", "money_account_id", "day", "amount", "balance", "counterparty", "summary",
        "reference",
    ),
)  # fmt: skip
_INSERT_UNDONE = insert_into(BankImportUndone, ("import_id", "user_id", "at"))


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line as the bank tells it: fen in (positive) or out, `balance` after it where the bank says it."""

    day: date
    amount: int
    balance: int | None = None
    counterparty: str = ""
    summary: str = ""
    reference: str = ""


def hold_account(session: Session, account_id: int) -> MoneyAccountFacts:
    """The money account, held so that nobody else brings in or matches its lines meanwhile."""
    _HOLD.run(session, account=account_id)
    return money_account(session, account_id, "account")


def opened_on(session: Session, account_id: int) -> date | None:
    """The day from whose beginning on the statement is known, None while no opening balance stands."""
    row = _SINCE.first(session, account=account_id)
    return None if row is None else date.fromisoformat(row[0])


def is_begun(session: Session, account_id: int) -> bool:
    """Whether any line of the account stands."""
    return _ANY.first(session, account=account_id) is not None


def known_among(
    session: Session, account_id: int, lines: Sequence[StatementLine]
) -> frozenset[int]:
    """The places of the lines that are there already: the same line twice in a file is two of them."""
    if not lines:
        return frozenset()
    first, last = min(each.day for each in lines), max(each.day for each in lines)
    rows = _THERE.all(session, account=account_id, first=first, last=last)
    there = Counter(StatementLine(date.fromisoformat(row[0]), *row[1:]) for row in rows)
    found = set()
    for place, line in enumerate(lines):
        if there[line] > 0:
            there[line] -= 1
            found.add(place)
    return frozenset(found)


@needs("bank_statement.edit")
def add_statement(session: Session, account_id: int, lines: Sequence[StatementLine]) -> int:
    """Keep those `lines` that are new, in their order; how many they were.

    The first statement of an account opens it: what its first line's balance says lay there before becomes a line of
    its own.
    """
    account = hold_account(session, account_id)
    known = known_among(session, account_id, lines)
    fresh = [line for place, line in enumerate(lines) if place not in known]
    if not fresh:
        return 0
    _require_after_opening(session, account, fresh)
    if not is_begun(session, account_id):
        _open_by(session, account_id, fresh[0])
    _write(session, account_id, fresh, opening=False)
    record(session, "bank_statement.import", account.code, lines=len(fresh))
    return len(fresh)


@needs("bank_statement.edit")
def open_statement(session: Session, account_id: int, day: date, amount: int) -> None:
    """Say what lay in the bank at the beginning of `day`, where no statement tells it."""
    account = hold_account(session, account_id)
    if opened_on(session, account_id) is not None:
        raise Refused(
            translate("cash", "{account} 已有期初余额。先撤销那一次，再重写").format(
                account=account.name
            )
        )
    if not amount:
        raise InvalidInput(translate("cash", "期初余额是 0 就不用写"), field="amount")
    [earliest] = _EARLIEST.one(session, account=account_id)
    if earliest is not None and date.fromisoformat(earliest) < day:
        problem = translate("cash", "{account} 从 {day} 起已有流水，期初余额写那一天的")
        raise InvalidInput(problem.format(account=account.name, day=earliest), field="day")
    _write(
        session, account_id, (StatementLine(day, amount, amount, summary=OPENING),), opening=True
    )
    record(session, "bank_statement.open", account.code, day=day, amount=amount)


@needs("bank_statement.edit")
def undo_import(session: Session, import_id: int) -> None:
    """Take an import back; refused while a line of it is matched."""
    row = _IMPORT.first(session, id=import_id)
    if row is None:
        raise NotFound(translate("cash", "没有第 {id} 次导入。核对编号").format(id=import_id))
    account_id, code, undone, _ = row
    hold_account(session, account_id)
    *_, undone, matched = _IMPORT.one(session, id=import_id)
    if undone:
        raise Refused(translate("cash", "这次导入已经撤销了"))
    if matched:
        problem = translate("cash", "这次导入有 {count} 行已勾对。先取消勾对，再撤销")
        raise Refused(problem.format(count=matched))
    _INSERT_UNDONE.run(
        session,
        import_id=import_id,
        user_id=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    record(session, "bank_statement.undo", code, name=str(import_id))


def _require_after_opening(
    session: Session, account: MoneyAccountFacts, lines: Iterable[StatementLine]
) -> None:
    since = opened_on(session, account.id)
    early = [line.day for line in lines if since is not None and line.day < since]
    if early:
        problem = translate(
            "cash", "{account} 的对账从 {since} 的期初余额开始，{day} 的流水不能再导入"
        )
        raise Refused(problem.format(account=account.name, since=since, day=min(early)))


def _open_by(session: Session, account_id: int, first: StatementLine) -> None:
    """The opening balance that the first line tells, where it tells one and it is not nothing."""
    before = None if first.balance is None else first.balance - first.amount
    if before:
        opening = StatementLine(first.day, before, before, summary=OPENING)
        _write(session, account_id, (opening,), opening=True)


def _write(
    session: Session, account_id: int, lines: Iterable[StatementLine], *, opening: bool
) -> None:
    import_id = _INSERT_IMPORT.inserted(
        session,
        money_account_id=account_id,
        opening=opening,
        user_id=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    _INSERT_LINE.run_many(
        session,
        (
            {
                "import_id": import_id,
                "money_account_id": account_id,
                "day": line.day,
                "amount": line.amount,
                "balance": line.balance,
                "counterparty": line.counterparty,
                "summary": line.summary,
                "reference": line.reference,
            }
            for line in lines
        ),
    )
