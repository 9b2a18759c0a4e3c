"""Accounts of one's own (自己加科目): sub-accounts, what they ask of a leg, out of use, thrown away (decisions 9).

An account is split only while nothing stands on it and nothing books on it by itself; its sub-accounts begin with its
code, so that the statements' rows, which add up by the beginning of the code, follow them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.ledger.chart_rules import BOOKED_BY_PROGRAM, WITHOUT_DIMENSIONS
from jxc_desktop.ledger.journal.drafts import DIMENSIONS
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

LONGEST_NAME = 40
LONGEST_CODE = 15
"""Digits that 用友 takes of a code (domain.md §8.4)."""
MONEY = "cash"
"""What the cash-flow statement calls accounts in which money lies; they always ask for the purse."""
_CODE = re.compile(r"\d+")
_COLUMNS = "code, name, parent, kind, side, leaf, needs, cash_flow, disabled, own"
_READ = Statement(
    f"SELECT {_COLUMNS} FROM account WHERE code = :code",
    postgresql=f"SELECT {_COLUMNS} FROM account WHERE code = :code FOR UPDATE",
)
_CODES = Statement("SELECT code FROM account")
_INSERT = Statement(
    "INSERT INTO account (code, name, english, parent, kind, side, leaf, needs, cash_flow, disabled, own) "
    "VALUES (:code, :name, '', :parent, :kind, :side, 1, :needs, :cash_flow, 0, 1)",
    changes="account",
)
_SET_LEAF = Statement("UPDATE account SET leaf = :leaf WHERE code = :code", changes="account")
_RENAME = Statement("UPDATE account SET name = :name WHERE code = :code", changes="account")
_ASK = Statement("UPDATE account SET needs = :needs WHERE code = :code", changes="account")
_SWITCH = Statement("UPDATE account SET disabled = :disabled WHERE code = :code", changes="account")
_DELETE = Statement("DELETE FROM account WHERE code = :code", changes="account")
_SIBLING = Statement("SELECT 1 FROM account WHERE parent = :parent LIMIT 1")
_NAMESAKE = Statement(
    "SELECT code FROM account WHERE parent = :parent AND trim(name) = :name AND code <> :code"
)
_ENABLED_BELOW = Statement("SELECT 1 FROM account WHERE parent = :code AND disabled = 0 LIMIT 1")
_NET = Statement("SELECT sum(debit - credit) FROM account_balance WHERE account = :code")
_BOOKED = Statement("SELECT 1 FROM leg WHERE account = :code LIMIT 1")
_KEPT = frozenset({"account", "account_balance"})
"""Tables that name an account without using it."""


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """A sub-account: its code begins with that of the account it goes under; `needs` are dimensions every leg names.

    `needs` None takes those of the account above.
    """

    code: str
    name: str
    needs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class _Account:
    """An account as it is kept."""

    code: str
    name: str
    parent: str | None
    kind: str
    side: int
    leaf: bool
    needs: str
    cash_flow: str
    disabled: bool
    own: bool


@needs("account.edit")
def add_account(session: Session, draft: AccountDraft) -> str:
    """Put a sub-account under the account whose code it begins with, and return its code."""
    code = _new_code(session, draft.code)
    above = _above(session, code)
    name = _named(session, draft.name, above.code, code)
    if above.disabled:
        problem = translate("ledger", "科目 {account} 已停用，下面不能加科目。先启用它")
        raise Refused(problem.format(account=above.code), field="code")
    if above.leaf:
        _require_unused(session, above, translate("ledger", "不能再分下级"), field="code")
    asked = above.needs if draft.needs is None else _asked(draft.needs, code)
    if above.cash_flow == MONEY and "money_account" not in asked.split():
        asked = f"money_account {asked}".strip()
    _SET_LEAF.run(session, code=above.code, leaf=False)
    _INSERT.run(
        session, code=code, name=name, parent=above.code, kind=above.kind, side=above.side,
        needs=asked, cash_flow=above.cash_flow,
    )  # fmt: skip
    record(session, "account.create", code, name=name)
    return code


@needs("account.edit")
def rename_account(session: Session, code: str, name: str) -> None:
    """Call an account of one's own otherwise; those of the standard keep their names."""
    account = _require(session, code)
    if not account.own or account.parent is None:
        problem = translate("ledger", "{account} 是准则里的科目，名称不能改")
        raise Refused(problem.format(account=code), field="name")
    new = _named(session, name, account.parent, code)
    if new != account.name:
        _RENAME.run(session, code=code, name=new)
        record(session, "account.rename", code, name=[account.name, new])


@needs("account.edit")
def ask_of_account(session: Session, code: str, wanted: Sequence[str]) -> None:
    """Let every leg on an account name these dimensions (辅助核算); only while nothing stands on it."""
    account = _require(session, code)
    asked = _asked(wanted, code)
    if asked == account.needs:
        return
    if not account.leaf:
        problem = translate("ledger", "{account} 有下级科目，辅助核算设在末级上")
        raise Refused(problem.format(account=code), field="needs")
    _require_unused(session, account, translate("ledger", "辅助核算不能改"), field="needs")
    if (account.cash_flow == MONEY) != ("money_account" in asked.split()):
        problem = translate("ledger", "放钱的科目才要写结算账户，{account} 的这一项不能改")
        raise Refused(problem.format(account=code), field="needs")
    _ASK.run(session, code=code, needs=asked)
    record(session, "account.edit", code, needs=[account.needs, asked])


@needs("account.edit")
def disable_account(session: Session, code: str, *, disabled: bool = True) -> None:
    """Take an account out of use, or back; not one with a balance, or one that something still books on."""
    account = _require(session, code)
    if disabled:
        _require_idle(session, account)
    elif account.parent is not None and _require(session, account.parent).disabled:
        problem = translate("ledger", "上级科目 {account} 停用着。先启用它")
        raise Refused(problem.format(account=account.parent))
    if disabled != account.disabled:
        _SWITCH.run(session, code=code, disabled=disabled)
        record(session, f"account.{'disable' if disabled else 'enable'}", code)


@needs("account.edit")
def remove_account(session: Session, code: str) -> None:
    """Throw away an account of one's own that nothing ever used; the last below an account makes that a leaf again."""
    account = _require(session, code)
    if not account.own or account.parent is None:
        problem = translate("ledger", "{account} 是准则里的科目，不能删。不用就停用")
        raise Refused(problem.format(account=code))
    if not account.leaf:
        problem = translate("ledger", "{account} 有下级科目，不能删。先删下级")
        raise Refused(problem.format(account=code))
    _require_unused(session, account, translate("ledger", "不能删，可以停用"))
    _DELETE.run(session, code=code)
    if _SIBLING.first(session, parent=account.parent) is None:
        _SET_LEAF.run(session, code=account.parent, leaf=True)
    record(session, "account.remove", code, name=account.name)


def _require(session: Session, code: str) -> _Account:
    row = _READ.first(session, code=code)
    if row is None:
        problem = translate("ledger", "没有科目 {code}。核对科目编码")
        raise NotFound(problem.format(code=code), field="code")
    return _Account(
        str(row[0]), str(row[1]).strip(), row[2], str(row[3]), int(row[4]), bool(row[5]),
        str(row[6]), str(row[7]), bool(row[8]), bool(row[9]),
    )  # fmt: skip


def _new_code(session: Session, typed: str) -> str:
    code = typed_code(typed)
    if not _CODE.fullmatch(code) or not code.isascii() or len(code) > LONGEST_CODE:
        problem = translate("ledger", "科目编码是最多 {length} 位数字，如 180101")
        raise InvalidInput(problem.format(length=LONGEST_CODE), field="code")
    if (code,) in {tuple(row) for row in _CODES.all(session)}:
        problem = translate("ledger", "已经有科目 {code}。换一个编码")
        raise Refused(problem.format(code=code), field="code")
    return code


def _above(session: Session, code: str) -> _Account:
    """The account with the longest code that this one begins with; the digits added are two or three."""
    found = [str(row[0]) for row in _CODES.all(session) if code.startswith(str(row[0]))]
    if not found:
        problem = translate("ledger", "{code} 上面没有科目。编码是上级的编码加两位，如 180101")
        raise InvalidInput(problem.format(code=code), field="code")
    above = max(found, key=len)
    if len(code) - len(above) not in {2, 3}:
        problem = translate("ledger", "{code} 要比上级 {above} 多两位，如 {above}01")
        raise InvalidInput(problem.format(code=code, above=above), field="code")
    return _require(session, above)


def _named(session: Session, typed: str, above: str, code: str) -> str:
    name = tidy(typed)
    if not 0 < len(name) <= LONGEST_NAME:
        problem = translate("ledger", "科目要有名称，最多 {length} 个字")
        raise InvalidInput(problem.format(length=LONGEST_NAME), field="name")
    taken = _NAMESAKE.first(session, parent=above, name=name, code=code)
    if taken is not None:
        problem = translate("ledger", "{other} 已经叫“{name}”。换个名称")
        raise Refused(problem.format(other=taken[0], name=name), field="name")
    return name


def _asked(wanted: Sequence[str], code: str) -> str:
    unknown = next((each for each in wanted if each not in DIMENSIONS), None)
    if unknown is not None:
        problem = translate("ledger", "没有辅助核算“{name}”。可用 {known}")
        raise InvalidInput(problem.format(name=unknown, known=", ".join(DIMENSIONS)), field="needs")
    if wanted and code.startswith(WITHOUT_DIMENSIONS):
        problem = translate("ledger", "{account} 由年末结转，不带辅助核算")
        raise Refused(problem.format(account=code), field="needs")
    return " ".join(each for each in DIMENSIONS if each in wanted)


def _require_unused(
    session: Session, account: _Account, consequence: str, *, field: str | None = None
) -> None:
    """Raise `Refused` if something stands on an account, books on it, or was set to."""
    told = {"account": account.code, "consequence": consequence}
    if _BOOKED.first(session, code=account.code) is not None:
        problem = translate("ledger", "{account} 已经记过账，{consequence}")
        raise Refused(problem.format(**told), field=field)
    if account.code in BOOKED_BY_PROGRAM:
        problem = translate("ledger", "{account} 由单据自动记账，{consequence}")
        raise Refused(problem.format(**told), field=field)
    if next(_users(session, account.code), None) is not None:
        problem = translate("ledger", "{account} 有结算账户、收支项目或单据在用，{consequence}")
        raise Refused(problem.format(**told), field=field)


def _users(session: Session, code: str) -> Iterator[str]:
    """Tables that refer to an account."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            refers = any(key.column.table.name == "account" for key in column.foreign_keys)
            if not refers or table.name in _KEPT:
                continue
            if session.execute(select(column).where(column == code).limit(1)).first():
                yield table.name


def _require_idle(session: Session, account: _Account) -> None:
    if _ENABLED_BELOW.first(session, code=account.code) is not None:
        problem = translate("ledger", "{account} 还有在用的下级科目。先停用下级")
        raise Refused(problem.format(account=account.code))
    if account.code in BOOKED_BY_PROGRAM:
        problem = translate("ledger", "{account} 由单据自动记账，不能停用")
        raise Refused(problem.format(account=account.code))
    if _NET.one(session, code=account.code)[0]:
        problem = translate("ledger", "{account} 还有余额，不能停用。先结转")
        raise Refused(problem.format(account=account.code))
    if set(_users(session, account.code)) & _SETTINGS:
        problem = translate("ledger", "{account} 有结算账户、收支项目或原因在用。先改它们")
        raise Refused(problem.format(account=account.code))


_SETTINGS = frozenset({"money_account", "payment_method", "cash_item", "loss_reason"})
"""Tables whose rows book on an account whenever somebody chooses them."""
