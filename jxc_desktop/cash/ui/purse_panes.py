"""结算账户 and 收支项目: short lists that are edited where they stand; each line is kept as soon as it is whole."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import cash_items, money_accounts, money_balances
from jxc_desktop.cash.services import (
    CashItemDraft,
    MoneyAccountDraft,
    disable_cash_item,
    disable_money_account,
    save_cash_item,
    save_money_account,
)
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.queries import AccountView, accounts
from jxc_desktop.shop.actor import may
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.expressions import parse_percent
from jxc_desktop.widgets.formats import money_text, percent_text
from jxc_desktop.widgets.list_editor_pane import (
    ListEditorPane,
    code_column,
    name_column,
    typed_into,
    use_column,
)
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.popup import Suggestions


@dataclass(frozen=True, slots=True)
class PurseLine:
    """A line of either list as it stands in the grid; `balance` in fen where there is one."""

    id: int | None = None
    code: str = ""
    name: str = ""
    account: str = ""
    account_name: str = ""
    incoming: bool = False
    item: str = ""
    balance: int | None = None
    disabled: bool = False
    settle_days: int | None = None
    fee_rate: int = 0

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return bool(self.name and self.account)


@dataclass(frozen=True, slots=True)
class Kept:
    """The list, and the GL accounts that its lines may stand on."""

    lines: tuple[PurseLine, ...]
    accounts: tuple[AccountView, ...]


class PursePane(ListEditorPane[PurseLine]):
    """What the two lists have in common: lines that stand on an account."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._accounts: tuple[AccountView, ...] = ()
        super().__init__(context, parent)

    @abstractmethod
    def own_columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        """The columns between the account and the state."""

    def blank(self) -> PurseLine:
        return PurseLine()

    def take(self, found: Kept) -> None:
        self._accounts = found.accounts
        self.show_lines(found.lines)

    def columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        return (
            code_column(editable=editable),
            name_column(translate("cash", "名称"), editable=editable),
            EntryColumn[PurseLine](
                "account",
                translate("cash", "科目"),
                lambda line: f"{line.account} {line.account_name}".strip(),
                width=190,
                sortable=False,
                suggestions=_account_suggestions() if editable else None,
                suggest=self._suggest if editable else None,
                take=_with_account if editable else None,
                wants=(lambda line: not line.account) if editable else None,
            ),
            *self.own_columns(editable=editable),
            use_column(),
        )

    def _suggest(self, text: str, _line: PurseLine, then: Answer) -> None:
        """Accounts are few: they are looked through here."""
        words = text.strip().casefold()
        found = [a for a in self._accounts if a.code.startswith(words) or words in a.name]
        then(found)


class MoneyAccountPane(PursePane):
    """Drawers, bank accounts and wallets, with what lies in each."""

    title = str(QT_TR_NOOP("结算账户"))
    icon = "wallet"
    needs = "money_account.view"
    watches = frozenset({"entry"})
    edit_right = "money_account.edit"

    def about(self) -> str:
        return self.tr("钱放在哪里：现金、银行、微信……每个对应一个科目。改一格就保存一格。")

    def read(self) -> Callable[[Session], Kept]:
        return read_accounts

    def save(self, line: PurseLine) -> Callable[[Session], int]:
        settles = line.settle_days, line.fee_rate
        draft = MoneyAccountDraft(line.name, line.account, line.code, line.id, *settles)
        return partial(save_money_account, draft=draft)

    def disable(self) -> Callable[..., None]:
        return disable_money_account

    def own_columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        if not self.context.may("report.cash"):
            return ()
        return (
            *_settling_columns(editable=editable),
            EntryColumn[PurseLine](
                "balance",
                self.tr("余额"),
                kind=Kind.MONEY,
                text=lambda fen: "" if fen is None else money_text(fen),
                width=120,
                sortable=False,
            ),
        )


class CashItemPane(PursePane):
    """What money comes in for or goes out on."""

    title = str(QT_TR_NOOP("收支项目"))
    icon = "tags"
    needs = "cash_item.view"
    watches = frozenset({"cash_item"})
    edit_right = "cash_item.edit"

    def about(self) -> str:
        return self.tr("钱花在哪、从哪来：费用单和其他收入单按它选。改一格就保存一格。")

    def read(self) -> Callable[[Session], Kept]:
        return read_items

    def save(self, line: PurseLine) -> Callable[[Session], int]:
        draft = CashItemDraft(line.name, line.incoming, line.account, line.item, line.code, line.id)
        return partial(save_cash_item, draft=draft)

    def disable(self) -> Callable[..., None]:
        return disable_cash_item

    def own_columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        return (
            EntryColumn[PurseLine](
                "incoming",
                self.tr("收支"),
                lambda line: _direction(incoming=line.incoming) if line.name else "",
                width=64,
                sortable=False,
                edit=_with_direction if editable else None,
                latin=False,
            ),
            EntryColumn[PurseLine](
                "item",
                self.tr("报表项目"),
                width=150,
                sortable=False,
                edit=typed_into("item") if editable else None,
                latin=False,
            ),
        )


def read_accounts(session: Session) -> Kept:
    """Money accounts with their balances, and the GL accounts that hold money."""
    chart = {account.code: account for account in accounts(session)}
    seen = may(session, "report.cash")
    lies = money_balances(session) if seen else {}
    lines = tuple(
        PurseLine(
            x.id,
            x.code,
            x.name,
            x.account,
            chart[x.account].name,
            balance=lies.get(x.id, 0) if seen else None,
            disabled=x.disabled,
            settle_days=x.settle_days,
            fee_rate=x.fee_rate,
        )
        for x in money_accounts(session)
    )
    return Kept(lines, tuple(a for a in chart.values() if "money_account" in a.needs))


def read_items(session: Session) -> Kept:
    """Income and expense items, and the accounts of profit and loss."""
    lines = tuple(
        PurseLine(
            x.id, x.code, x.name, x.account, x.account_name, x.incoming, x.item, disabled=x.disabled
        )
        for x in cash_items(session)
    )
    return Kept(lines, tuple(a for a in accounts(session) if a.leaf and a.kind == "P"))


def _settling_columns(*, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
    """When takings go on to the bank, and what is kept of them."""
    return (
        EntryColumn[PurseLine](
            "settle_days",
            translate("cash", "到账"),
            lambda line: "" if line.settle_days is None else f"T+{line.settle_days}",
            width=62,
            sortable=False,
            edit=_with_days if editable else None,
        ),
        EntryColumn[PurseLine](
            "fee_rate",
            translate("cash", "费率"),
            lambda line: percent_text(line.fee_rate) if line.fee_rate else "",
            width=62,
            sortable=False,
            edit=_with_rate if editable else None,
        ),
    )


def _with_days(line: PurseLine, text: str) -> PurseLine:
    """T+1 and 1 are the same; nothing for money that stays."""
    days = text.strip().upper().removeprefix("T+")
    if not days:
        return replace(line, settle_days=None)
    if not (days.isascii() and days.isdigit()):
        raise InvalidInput(translate("cash", "写几天后到账，如 1；不自动到账的空着"))
    return replace(line, settle_days=int(days[:4]))


def _with_rate(line: PurseLine, text: str) -> PurseLine:
    return replace(line, fee_rate=parse_percent(text) if text.strip() else 0)


def _direction(*, incoming: bool) -> str:
    return translate("cash", "收入") if incoming else translate("cash", "支出")


def _with_direction(line: PurseLine, text: str) -> PurseLine:
    word = text.strip()
    for incoming in (True, False):
        if word and _direction(incoming=incoming).startswith(word):
            return replace(line, incoming=incoming)
    told = translate("cash", "写收入或支出")
    raise InvalidInput(told)


def _with_account(line: PurseLine, account: AccountView) -> PurseLine:
    return replace(line, account=account.code, account_name=account.shown)


def _account_suggestions() -> Suggestions[AccountView]:
    columns = (
        Column[AccountView]("code", translate("cash", "科目编码"), kind=Kind.CODE, width=92),
        Column[AccountView]("name", translate("cash", "科目名称"), width=180, stretch=True),
    )
    return Suggestions(columns, width=340)
