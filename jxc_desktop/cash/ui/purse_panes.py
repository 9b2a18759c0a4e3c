"""结算账户 and 收支项目: short lists that are edited where they stand; each line is kept as soon as it is whole."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
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
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.tokens import Size, Space


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

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return bool(self.name and self.account)

    @property
    def chip(self) -> Chip:
        """Whether it is in use."""
        if self.id is None:
            return Chip("")
        if self.disabled:
            return Chip(translate("cash", "停用"), "mute")
        return Chip(translate("cash", "在用"), "ok")


@dataclass(frozen=True, slots=True)
class Kept:
    """The list, and the GL accounts that its lines may stand on."""

    lines: tuple[PurseLine, ...]
    accounts: tuple[AccountView, ...]


class PursePane(Pane):
    """Edits one of the two lists; who may not edit only reads it."""

    edit_right = ""
    hint = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._accounts: tuple[AccountView, ...] = ()
        self._known: dict[int, PurseLine] = {}
        self._saving = False
        self.grid = EntryGrid(self._columns(editable=context.may(self.edit_right)), self._blank)
        self.grid.setAccessibleName(self.heading())
        self._lay_out()
        self.grid.lines_changed.connect(self._keep)
        self.grid.refused.connect(context.messages.notice)
        self.setFocusProxy(self.grid)
        self.refresh()

    # --- what each list says ---

    @abstractmethod
    def read(self) -> Callable[[Session], Kept]:
        """The operation that reads the list."""

    @abstractmethod
    def save(self, line: PurseLine) -> Callable[[Session], int]:
        """The operation that keeps a line."""

    @abstractmethod
    def disable(self) -> Callable[..., None]:
        """The service that takes a line out of use, `(session, id, disabled=…)`."""

    @abstractmethod
    def own_columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        """The columns between the account and the state."""

    # --- what others ask ---

    def refresh(self) -> None:
        self.run_read(self.read(), then=self._show, slot="list")

    def mark_field(self, field: str, reason: str) -> None:
        keys = {column.key for column in self.grid.entry.entry_columns}
        self.grid.mark(self.grid.current_row(), field if field in keys else "name", reason)

    @action(str(QT_TR_NOOP("新建")), "Ctrl+N", icon="plus")
    def begin_new(self) -> None:
        """Go to the blank line below the last."""
        self.grid.setFocus()
        self.grid.go_to_cell(len(self.grid.lines()), "name")

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", icon="ban")
    def switch(self) -> None:
        """Take the line under the cursor out of use, or back into it."""
        row = self.grid.current_row()
        line = self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return
        work = partial(self.disable(), disabled=not line.disabled)
        self.run_write(work, line.id, then=partial(self._switched, line))

    # --- inside ---

    def _blank(self) -> PurseLine:
        return PurseLine()

    def _columns(self, *, editable: bool) -> tuple[EntryColumn[PurseLine], ...]:
        def typed(name: str) -> Any:
            if not editable:
                return None
            return lambda line, text: replace(line, **{name: " ".join(text.split())})

        return (
            EntryColumn[PurseLine](
                "code",
                self.tr("编号"),
                kind=Kind.CODE,
                width=84,
                sortable=False,
                edit=typed("code"),
            ),
            EntryColumn[PurseLine](
                "name",
                self.tr("名称"),
                width=170,
                stretch=True,
                sortable=False,
                edit=typed("name"),
                wants=(lambda line: not line.name) if editable else None,
                latin=False,
            ),
            EntryColumn[PurseLine](
                "account",
                self.tr("科目"),
                lambda line: f"{line.account} {line.account_name}".strip(),
                width=190,
                sortable=False,
                suggestions=_account_suggestions() if editable else None,
                suggest=self._suggest if editable else None,
                take=_with_account if editable else None,
                wants=(lambda line: not line.account) if editable else None,
            ),
            *self.own_columns(editable=editable),
            EntryColumn[PurseLine](
                "chip", self.tr("状态"), kind=Kind.CHIP, width=70, sortable=False
            ),
        )

    def _suggest(self, text: str, _line: PurseLine, then: Answer) -> None:
        """Accounts are few: they are looked through here."""
        words = text.strip().casefold()
        found = [a for a in self._accounts if a.code.startswith(words) or words in a.name]
        then(found)

    def _show(self, kept: Kept) -> None:
        self._accounts = kept.accounts
        self._known = {line.id: line for line in kept.lines if line.id is not None}
        unfinished = [line for line in self.grid.lines() if line.id is None and not line.whole]
        row, column = self.grid.current_row(), self.grid.currentIndex().column()
        self.grid.start([*kept.lines, *unfinished])
        self._saving = False
        if 0 <= row <= len(kept.lines) and column >= 0:
            self.grid.go_to_cell(row, self.grid.entry.entry_columns[column].key)

    def _keep(self) -> None:
        """Keep the first line that is another than the shop has it, as soon as it is whole."""
        if self._saving:
            return
        for line in self.grid.lines():
            if line.whole and line != self._known.get(line.id or 0):
                self._saving = True
                self.run_write(
                    self.save(line), then=partial(self._saved, line), failed=self._not_saved
                )
                return

    def _saved(self, line: PurseLine, _own_id: int) -> None:
        self.context.messages.success(self.tr("{name} 已保存").format(name=line.name))
        self.refresh()

    def _not_saved(self, error: BaseException) -> None:
        self._saving = False
        self.fail(error)

    def _switched(self, line: PurseLine, _nothing: object) -> None:
        words = self.tr("{name} 已启用") if line.disabled else self.tr("{name} 已停用")
        self.context.messages.success(words.format(name=line.name))
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.setSpacing(Space.ROW)
        head.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        head.addStretch(1)
        if self.context.may(self.edit_right):
            for name in ("switch", "begin_new"):
                head.addWidget(ActionButton(action_named(self, name)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        column.addLayout(head)
        told = Words(self.about(), Size.HINT, tone="text2")
        told.setWordWrap(True)
        told.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        column.addWidget(told)
        column.addWidget(self.grid, 1)

    @abstractmethod
    def about(self) -> str:
        """One sentence on what the list is for."""


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
        draft = MoneyAccountDraft(line.name, line.account, line.code, line.id)
        return partial(save_money_account, draft=draft)

    def disable(self) -> Callable[..., None]:
        return disable_money_account

    def own_columns(self, *, editable: bool) -> Sequence[EntryColumn[PurseLine]]:
        if not self.context.may("report.cash"):
            return ()
        return (
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
                edit=(lambda line, text: replace(line, item=" ".join(text.split())))
                if editable
                else None,
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
