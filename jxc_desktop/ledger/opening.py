"""Balances the books begin with: accounts, customers' and suppliers' debts, all against 0001 期初平衡.

They are dated the first day of the start month. 0001 must be zero before the shop is declared open (decisions 9).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.ledger.models import OpeningBalance, OpeningBalanceLine
from jxc_desktop.ledger.periods import hold_periods, require_open_period
from jxc_desktop.ledger.posting import LegDraft, Paper, book
from jxc_desktop.shop.actor import actor_of, needs
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Key, Posted, answered, remember
from jxc_desktop.shop.settings import put_setting, settings_of

BALANCING = "0001"
SCOPES = {"opening_ar": "1122", "opening_ap": "220201", "opening_accounts": ""}
BY_DOCUMENT = frozenset({"1405", "1122", "220201", BALANCING})
"""Accounts whose opening comes from opening stock and opening debts, never typed as an account."""


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """One balance: `account` by code, or the scope's own; fen in `debit` or `credit`, may be negative."""

    account: str = ""
    debit: int = 0
    credit: int = 0
    partner_id: int | None = None
    money_account_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpeningBalanceDraft:
    """Opening balances of one scope: opening_ar, opening_ap or opening_accounts."""

    scope: str
    lines: tuple[OpeningLine, ...]
    remark: str = ""


_ACCOUNT = Statement("SELECT leaf, needs FROM account WHERE code = :code AND disabled = 0")
_OWN_MONEY = Statement(
    "SELECT id FROM money_account WHERE account = :account AND disabled = 0 ORDER BY id"
)
_HEADER = Statement(
    "INSERT INTO opening_balance (scope, day, state, total, remark, reason, created_by, created_at) "
    "VALUES (:scope, :day, :state, 0, :remark, '', :user, :at) RETURNING id",
    changes="opening_balance",
)
_LINE_COLUMNS = (
    "document_id", "line_no", "account", "partner_id", "money_account_id", "debit", "credit",
)  # fmt: skip
_LINE = insert_into(OpeningBalanceLine, _LINE_COLUMNS)


def first_day(session: Session) -> date:
    """The day every opening document bears."""
    return date.fromisoformat(f"{settings_of(session).start_month}-01")


def require_not_opened(session: Session) -> None:
    """Opening documents are refused once the shop was declared open (启用)."""
    if settings_of(session).opened:
        raise Refused(translate("ledger", "账套已启用，期初不能再改"))


_NET = Statement(
    "SELECT coalesce(sum(debit - credit), 0) FROM account_balance WHERE account = :account"
)


def lacking(session: Session) -> int:
    """What still stands on 0001, debit less credit in fen: nothing once the openings balance."""
    return int(_NET.one(session, account=BALANCING)[0])


@needs("opening.edit")
def open_books(session: Session) -> None:
    """Declare the shop open (启用): the openings balance, and from now on they are locked."""
    require_not_opened(session)
    hold_periods(session, alone=True)
    net = lacking(session)
    if net:
        problem = translate("ledger", "0001 期初平衡还差 {amount}，不能启用。补录期初")
        raise Refused(problem.format(amount=text_of(abs(net), MONEY_PLACES)))
    put_setting(session, "opened", value=True)
    record(session, "setting.change", "opened", before=False, after=True)


@needs("opening.edit")
def post_opening_balance(session: Session, draft: OpeningBalanceDraft, *, key: Key) -> Posted:
    """Post opening balances; they need not balance among themselves, 0001 takes the difference."""
    if earlier := answered(session, key):
        return earlier
    require_not_opened(session)
    day = first_day(session)
    require_open_period(session, day)
    legs = list(_legs(session, draft))
    total = sum(leg.debit - leg.credit for leg in legs)
    document_id = _write(session, draft, day, legs)
    balancing = LegDraft(BALANCING, debit=max(-total, 0), credit=max(total, 0))
    summary = "期初"
    paper = Paper("opening_balance", document_id, OpeningBalance.prefix, day, summary, total)
    number = book(session, paper, [*legs, balancing])
    return remember(session, key, Posted("opening_balance", document_id, number, total))


def _legs(session: Session, draft: OpeningBalanceDraft) -> Iterator[LegDraft]:
    if draft.scope not in SCOPES:
        raise InvalidInput(translate("ledger", "没有这种期初单"), field="type")
    if not draft.lines:
        raise InvalidInput(translate("ledger", "期初单没有一行"), field="lines")
    for place, line in enumerate(draft.lines):
        account = SCOPES[draft.scope] or line.account
        if (line.debit == 0) == (line.credit == 0):
            raise InvalidInput(
                translate("ledger", "第 {line} 行：借方和贷方只填一个").format(line=place + 1),
                field=f"lines[{place}].debit",
            )
        money = _require_account(session, draft, line, account, place)
        yield LegDraft(account, line.debit, line.credit, line.partner_id, money)


def _require_account(
    session: Session, draft: OpeningBalanceDraft, line: OpeningLine, account: str, place: int
) -> int | None:
    """Check the account and its dimensions; returns its money account, where it needs one."""
    field = f"lines[{place}].account"
    row = _ACCOUNT.first(session, code=account)
    if row is None:
        raise NotFound(
            translate("ledger", "没有科目 {account}").format(account=account), field=field
        )
    leaf, dimensions = row
    if not leaf:
        raise InvalidInput(
            translate("ledger", "{account} 有下级科目，期初记到末级").format(account=account),
            field=field,
        )
    if draft.scope == "opening_accounts" and account in BY_DOCUMENT:
        raise InvalidInput(
            translate("ledger", "{account} 的期初由期初库存或期初欠款产生，不在这里填").format(
                account=account
            ),
            field=field,
        )
    if "partner" in dimensions and line.partner_id is None:
        raise InvalidInput(
            translate("ledger", "{account} 要写往来单位").format(account=account), field=field
        )
    return _money_account(session, line, account) if "money_account" in dimensions else None


def _money_account(session: Session, line: OpeningLine, account: str) -> int:
    if line.money_account_id is not None:
        return line.money_account_id
    found: Sequence[tuple[int, ...]] = _OWN_MONEY.all(session, account=account)
    if len(found) != 1:
        raise InvalidInput(
            translate("ledger", "科目 {account} 有几个结算账户，写明是哪个").format(account=account)
        )
    return found[0][0]


def _write(
    session: Session, draft: OpeningBalanceDraft, day: date, legs: Sequence[LegDraft]
) -> int:
    [document_id] = _HEADER.one(
        session,
        scope=draft.scope,
        day=day,
        state=State.DRAFT,
        remark=draft.remark,
        user=actor_of(session).user_id,
        at=clock_of(session).milliseconds(),
    )
    _LINE.run_many(
        session,
        (
            {
                "document_id": document_id,
                "line_no": number,
                "account": leg.account,
                "partner_id": leg.partner_id,
                "money_account_id": leg.money_account_id,
                "debit": leg.debit,
                "credit": leg.credit,
            }
            for number, leg in enumerate(legs, 1)
        ),
    )
    return int(document_id)
