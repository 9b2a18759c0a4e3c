"""Where money lies (结算账户) and what it comes in for or goes out on (收支项目), kept by the shop itself."""

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.cash.models import CashItem, MoneyAccount
from jxc_desktop.cash.queries import DRAWERS
from jxc_desktop.core.built_in_names import kept_name
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.ledger.journal.drafts import dimension_words
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

LONGEST = 40
_TOLD = frozenset({"item", "employee", "department", "project"})
"""Dimensions that a line of an expense can tell."""
MOST_DAYS = 30
"""Days after which no wallet still owes its takings."""
MOST_RATE = ONE // 10
_LEAF = Statement(
    "SELECT kind, needs FROM account WHERE code = :code AND leaf = 1 AND disabled = 0"
)
_USED = Statement("SELECT 1 FROM leg WHERE money_account_id = :id LIMIT 1")
_LAST = Statement(
    "SELECT (SELECT count(*) FROM money_account WHERE disabled = 0 AND id <> :id), "
    "(SELECT count(*) FROM payment_method WHERE disabled = 0 AND money_account_id = :id)"
)


@dataclass(frozen=True, slots=True)
class MoneyAccountDraft:
    """A drawer, bank account or wallet; without an `id` a new one, without a code the next.

    `settle_days` (None: money stays there) and `fee_rate` (1e-4) say how a wallet's takings go on to the bank.
    """

    name: str
    account: str
    code: str = ""
    id: int | None = None
    settle_days: int | None = None
    fee_rate: int = 0


@dataclass(frozen=True, slots=True)
class CashItemDraft:
    """A purpose of money; without an `id` a new one, without a code the next."""

    name: str
    incoming: bool
    account: str
    item: str = ""
    code: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class _Table:
    """One of the two tables, as far as both are kept alike."""

    name: str
    columns: tuple[str, ...]
    insert: Statement
    update: Statement
    read: Statement
    by_code: Statement
    codes: Statement
    disable: Statement
    hold: Statement
    """Two who add something at once must not be given the same next code (SQLite has one writer anyway)."""


def _table(model: Any, columns: tuple[str, ...]) -> _Table:
    name, names = model.__tablename__, ", ".join(columns)
    sets = ", ".join(f"{column} = :{column}" for column in columns)
    return _Table(
        name,
        columns,
        insert_into(model, (*columns, "disabled"), gives_id=True),
        Statement(f"UPDATE {name} SET {sets} WHERE id = :id", changes=name),
        Statement(f"SELECT {names} FROM {name} WHERE id = :id"),
        Statement(f"SELECT id FROM {name} WHERE code = :code"),
        Statement(f"SELECT code FROM {name}"),
        Statement(f"UPDATE {name} SET disabled = :disabled WHERE id = :id", changes=name),
        Statement("SELECT 1", postgresql=f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"),
    )


_ACCOUNTS = _table(MoneyAccount, ("code", "name", "account", "settle_days", "fee_rate"))
_ITEMS = _table(CashItem, ("code", "name", "incoming", "account", "item"))


@needs("money_account.edit")
def save_money_account(session: Session, draft: MoneyAccountDraft) -> int:
    """Keep a money account and return its id; its GL account is fixed once money moved."""
    row = _LEAF.first(session, code=draft.account)
    if row is None or "money_account" not in str(row[1]):
        problem = translate("cash", "科目 {account} 不是放钱的末级科目。选现金、银行或其他货币资金")
        raise InvalidInput(problem.format(account=draft.account), field="account")
    if draft.id is not None:
        before = _require(session, _ACCOUNTS, draft.id)
        if before["account"] != draft.account and _USED.first(session, id=draft.id):
            problem = translate("cash", "这个账户已有收付，科目不能再改。新建一个账户")
            raise Refused(problem, field="account")
    _require_settling(draft)
    values = asdict(draft)
    values.pop("id")
    return _save(session, _ACCOUNTS, values, draft.id, "A")


def _require_settling(draft: MoneyAccountDraft) -> None:
    """Refuse a drawer that settles, days and rates that no wallet has."""
    settles = draft.settle_days is not None or draft.fee_rate
    if settles and draft.account.startswith(DRAWERS):
        problem = translate("cash", "现金不会自己到银行。到账天数和费率只给微信、支付宝这样的账户")
        raise InvalidInput(problem, field="settle_days")
    if draft.settle_days is not None and not 0 <= draft.settle_days <= MOST_DAYS:
        problem = translate("cash", "到账天数要在 0 到 {most} 之间，第二天到账写 1")
        raise InvalidInput(problem.format(most=MOST_DAYS), field="settle_days")
    if not 0 <= draft.fee_rate <= MOST_RATE:
        problem = translate("cash", "费率要在 0 到 10% 之间，千分之六写 0.6%")
        raise InvalidInput(problem, field="fee_rate")


@needs("cash_item.edit")
def save_cash_item(session: Session, draft: CashItemDraft) -> int:
    """Keep an income or expense item and return its id."""
    row = _LEAF.first(session, code=draft.account)
    if row is None or row[0] != "P":
        problem = translate("cash", "科目 {account} 不是末级损益科目。换一个科目")
        raise InvalidInput(problem.format(account=draft.account), field="account")
    strange = next((x for x in str(row[1]).split() if x not in _TOLD), None)
    if strange is not None:
        problem = translate("cash", "科目 {account} 要写{dimension}，费用单上没有。用手工凭证记")
        word = dimension_words()[strange]
        told = problem.format(account=draft.account, dimension=word)
        raise InvalidInput(told, field="account")
    values = {**asdict(draft), "item": _short(draft.item, "item") or None}
    values.pop("id")
    return _save(session, _ITEMS, values, draft.id, "S" if draft.incoming else "Z")


@needs("money_account.edit")
def disable_money_account(session: Session, account_id: int, *, disabled: bool = True) -> None:
    """Take a money account out of use, or back; not the last one, nor one that the till fills."""
    if disabled:
        others, methods = _LAST.one(session, id=account_id)
        if not others:
            raise Refused(translate("cash", "至少要留一个结算账户"))
        if methods:
            raise Refused(translate("cash", "收银的付款方式还用着这个账户。先改付款方式"))
    _disable(session, _ACCOUNTS, account_id, disabled=disabled)


@needs("cash_item.edit")
def disable_cash_item(session: Session, item_id: int, *, disabled: bool = True) -> None:
    """Take an item out of use, or back."""
    _disable(session, _ITEMS, item_id, disabled=disabled)


def _save(
    session: Session, table: _Table, given: dict[str, Any], own_id: int | None, prefix: str
) -> int:
    values = {**given, "name": _named(given["name"])}
    if own_id is not None:
        values["name"] = kept_name(_require(session, table, own_id)["name"], values["name"])
    table.hold.run(session)
    values["code"] = _short(typed_code(given["code"]), "code") or _next(session, table, prefix)
    bearer = table.by_code.first(session, code=values["code"])
    if bearer is not None and bearer[0] != own_id:
        problem = translate("cash", "编号 {code} 已经有了。换一个").format(code=values["code"])
        raise Refused(problem, field="code")
    if own_id is None:
        own_id = table.insert.inserted(session, **values, disabled=False)
        record(session, f"{table.name}.create", values["code"], name=values["name"])
        return own_id
    before = _require(session, table, own_id)
    table.update.run(session, id=own_id, **values)
    changed = {n: [before[n], v] for n, v in values.items() if before[n] != v}
    record(session, f"{table.name}.edit", values["code"], **changed)
    return own_id


def _require(session: Session, table: _Table, own_id: int) -> dict[str, Any]:
    row = table.read.first(session, id=own_id)
    if row is None:
        raise NotFound(translate("cash", "这一项不存在了。刷新后再看"))
    found = dict(zip(table.columns, row, strict=True))
    return {n: bool(v) if n == "incoming" else v for n, v in found.items()}


def _disable(session: Session, table: _Table, own_id: int, *, disabled: bool) -> None:
    before = _require(session, table, own_id)
    table.disable.run(session, id=own_id, disabled=disabled)
    record(session, f"{table.name}.{'disable' if disabled else 'enable'}", before["code"])


def _next(session: Session, table: _Table, prefix: str) -> str:
    taken = {str(row[0]) for row in table.codes.all(session)}
    return next(code for n in range(1, 10_000) if (code := f"{prefix}{n:02d}") not in taken)


def _named(name: str) -> str:
    short = _short(name, "name")
    if not short:
        raise InvalidInput(translate("cash", "没有名称。填上名称"), field="name")
    return short


def _short(text: str, field: str) -> str:
    short = tidy(text)
    if len(short) > LONGEST:
        problem = translate("cash", "“{start}…”太长，最多 {length} 个字")
        raise InvalidInput(problem.format(start=short[:10], length=LONGEST), field=field)
    return short
