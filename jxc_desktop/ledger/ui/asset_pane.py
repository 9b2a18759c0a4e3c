"""固定资产: the cards of fixed assets edited where they stand, with what was written off; the foot lets one go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.assets.queries import AssetView, asset_cards
from jxc_desktop.ledger.assets.services import (
    EXPENSES,
    AssetDraft,
    Disposal,
    add_asset,
    change_asset,
    depreciate,
    dispose,
    remove_asset,
)
from jxc_desktop.ledger.periods import last_of, month_of
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.day_field import DayField
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.expressions import parse_day, parse_money
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import day_text, money_text
from jxc_desktop.widgets.list_editor_pane import (
    ListEditorPane,
    code_column,
    name_column,
    typed_into,
)
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.tokens import Space

_FIELD = 190
_EDITS = ("remove", "write_off", "let_go")
_PURSES = Statement("SELECT code, name FROM money_account WHERE disabled = 0 ORDER BY id")


@dataclass(frozen=True, slots=True)
class AssetLine:
    """A card as it stands in the grid; fen, None where nothing is typed. What is kept of it for good has an `id`."""

    id: int | None = None
    code: str = ""
    name: str = ""
    day: date | None = None
    cost: int | None = None
    salvage: int = 0
    months: int | None = None
    used_months: int = 0
    depreciated: int = 0
    account: str = EXPENSES
    department: str = ""
    written_off: int | None = None
    net: int | None = None
    left_on: date | None = None

    @property
    def disabled(self) -> bool:
        """Whether it is gone."""
        return self.left_on is not None

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return bool(self.name and self.day and self.cost and self.months)


@dataclass(frozen=True, slots=True)
class Found:
    """The cards, and the money accounts that proceeds may go to, as code and name."""

    cards: tuple[AssetView, ...]
    purses: tuple[tuple[str, str], ...]


class AssetPane(ListEditorPane[AssetLine]):
    """Every asset; a card is kept once its months, the last field, are typed."""

    title = str(QT_TR_NOOP("固定资产"))
    icon = "building-2"
    needs = "fixed_asset.view"
    watches = frozenset({"fixed_asset", "entry"})
    edit_right = "fixed_asset.edit"
    edits = ("write_off", "remove", "begin_new")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.gone_on = DayField(context.clock.today(), today=context.clock.today)
        self.proceeds, self.tax = NumberField(), NumberField()
        self.purse = QComboBox()
        super().__init__(context, parent)
        for name in _EDITS:
            action_named(self, name).setEnabled(context.may(self.edit_right))
        if context.may(self.edit_right):
            self._lay_out_foot()

    def about(self) -> str:
        return self.tr(
            "先用凭证把买价记到 1601（借 1601，贷银行或应付货款），再在这里建卡片。"
            "下个月起按月折旧，结账时自动做凭证。卖了、坏了，在下面处置。"
        )

    def blank(self) -> AssetLine:
        return AssetLine()

    def read(self) -> Callable[[Session], Found]:
        return _read

    def take(self, found: Found) -> None:
        self.show_lines([_line(card) for card in found.cards])
        chosen = self.purse.currentData()
        self.purse.clear()
        for code, name in found.purses:
            self.purse.addItem(name, code)
        self.purse.setCurrentIndex(max(self.purse.findData(chosen), 0))

    def save(self, line: AssetLine) -> Callable[[Session], int]:
        return partial(_keep, line=line)

    # --- what can be done ---

    @action(str(QT_TR_NOOP("删除卡片")), "Ctrl+Shift+Delete", icon="trash-2")
    def remove(self) -> None:
        """Throw away the card under the cursor, if nothing was written off."""
        line = self._current()
        if line is not None:
            self.run_write(remove_asset, line.code, then=lambda _none: self.refresh())

    @action(str(QT_TR_NOOP("计提本月折旧")), "Ctrl+Shift+G", icon="calendar-check")
    def write_off(self) -> None:
        """Write the running month off now; closing the month does the same."""
        month = month_of(self.context.clock.today())
        self.run_write(depreciate, month, then=partial(self._written_off, month))

    @action(str(QT_TR_NOOP("处置")), "Ctrl+Shift+D", icon="package-minus")
    def let_go(self) -> None:
        """Let the asset under the cursor go, for what is typed below."""
        line = self._current()
        settled = all(field.settle() for field in (self.gone_on, self.proceeds, self.tax))
        if line is None or not settled or self.gone_on.day is None:
            return
        wanted = Disposal(
            line.code,
            self.gone_on.day,
            self.proceeds.value or 0,
            self.tax.value or 0,
            str(self.purse.currentData() or ""),
        )
        work = partial(dispose, wanted=wanted, key=new_key())
        self.run_write(work, then=partial(self._let_go, line))

    def _current(self) -> AssetLine | None:
        row = self.grid.current_row()
        line: AssetLine | None = (
            self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        )
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return None
        return line

    def _written_off(self, month: str, posted: Posted | None) -> None:
        if posted is None:
            self.context.messages.info(self.tr("{month} 没有要提的折旧").format(month=month))
        else:
            self.context.messages.success(
                self.tr("{month} 折旧 {amount}，凭证 {number}，日期 {day}").format(
                    month=month,
                    amount=money_text(posted.total),
                    number=posted.number,
                    day=last_of(month),
                )
            )
        self.refresh()

    def _let_go(self, line: AssetLine, posted: Posted) -> None:
        for field in (self.proceeds, self.tax):
            field.set_value(None)
        self.context.messages.success(
            self.tr("{name} 已处置，凭证 {number}").format(name=line.name, number=posted.number)
        )
        self.refresh()

    # --- how it looks ---

    def _lay_out_foot(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.PANE, 0, Space.PANE, Space.BLOCK)
        foot.setSpacing(Space.BLOCK)
        for words, field in (
            (self.tr("处置日期"), self.gone_on),
            (self.tr("收到"), self.proceeds),
            (self.tr("其中税额"), self.tax),
            (self.tr("收款账户"), self.purse),
        ):
            row = FormRow(words, field)
            field.setAccessibleName(words)
            row.setMinimumWidth(_FIELD)
            foot.addWidget(row, 1)
        foot.addWidget(ActionButton(action_named(self, "let_go")))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addLayout(foot)

    def columns(self, *, editable: bool) -> Sequence[EntryColumn[AssetLine]]:
        today = self.context.clock.today()

        def told(key: str, heading: str, width: int, **more: object) -> EntryColumn[AssetLine]:
            return EntryColumn[AssetLine](key, heading, width=width, sortable=False, **more)  # type: ignore[arg-type]

        def typed(
            key: str, heading: str, width: int, *, needed: bool = False
        ) -> EntryColumn[AssetLine]:
            """A sum of money, fixed once the card is kept."""
            return told(
                key, heading, width, kind=Kind.MONEY, text=_shown_money,
                edit=_fixed(key, parse_money) if editable else None,
                wants=(lambda line: needed and line.id is None and not getattr(line, key)),
            )  # fmt: skip

        def counted(key: str, heading: str, width: int, *, needed: bool) -> EntryColumn[AssetLine]:
            return told(
                key, heading, width, kind=Kind.COUNT, text=lambda n: str(n or ""),
                edit=_fixed(key, _whole) if editable else None,
                wants=(lambda line: needed and line.id is None and not getattr(line, key)),
            )  # fmt: skip

        return (
            code_column(editable=False),
            name_column(translate("ledger", "名称"), editable=editable),
            told(
                "day",
                translate("ledger", "启用日期"),
                94,
                value=lambda line: "" if line.day is None else day_text(line.day),
                edit=_fixed("day", lambda text: parse_day(text, today)) if editable else None,
                wants=lambda line: line.day is None,
            ),
            typed("cost", translate("ledger", "原值"), 88, needed=True),
            typed("salvage", translate("ledger", "残值"), 80),
            typed("depreciated", translate("ledger", "建账前已提"), 84),
            counted("used_months", translate("ledger", "已用月"), 58, needed=False),
            told(
                "account",
                translate("ledger", "费用科目"),
                70,
                edit=typed_into("account") if editable else None,
            ),
            told(
                "department",
                translate("ledger", "部门"),
                80,
                edit=typed_into("department") if editable else None,
                latin=False,
            ),
            counted("months", translate("ledger", "使用月数"), 76, needed=True),
            told(
                "written_off",
                translate("ledger", "累计折旧"),
                84,
                kind=Kind.MONEY,
                text=_shown_money,
                muted=True,
            ),
            told(
                "net",
                translate("ledger", "净值"),
                84,
                kind=Kind.MONEY,
                text=_shown_money,
                muted=True,
            ),
            told("chip", translate("ledger", "状态"), 76, value=_state, kind=Kind.CHIP),
        )


def _read(session: Session) -> Found:
    rows = _PURSES.all(session)
    return Found(tuple(asset_cards(session)), tuple((str(row[0]), str(row[1])) for row in rows))


def _keep(session: Session, *, line: AssetLine) -> int:
    if line.id is not None:
        change_asset(
            session, line.code, name=line.name, account=line.account, department=line.department
        )
        return line.id
    if line.day is None or line.cost is None or line.months is None:
        raise RuntimeError("only whole lines are kept")
    draft = AssetDraft(
        line.name, line.day, line.cost, line.months, line.salvage, line.used_months,
        line.depreciated, line.account, line.department,
    )  # fmt: skip
    add_asset(session, draft)
    return 0


def _line(card: AssetView) -> AssetLine:
    return AssetLine(
        card.id, card.code, card.name, card.day, card.cost, card.salvage, card.months,
        card.used_months, card.depreciated, card.account, card.department, card.written_off,
        None if card.left_on else card.net, card.left_on,
    )  # fmt: skip


def _fixed(field: str, parse: Callable[[str], Any]) -> Callable[[AssetLine, str], AssetLine]:
    """An edit of what stays once the card is kept."""

    def edit(line: AssetLine, text: str) -> AssetLine:
        value: Any = parse(text) if text.strip() else getattr(AssetLine(), field)
        if line.id is not None and value != getattr(line, field):
            raise InvalidInput(
                translate("ledger", "建好的卡片只能改名称、科目和部门。没提过折旧的可以删了重建")
            )
        return replace(line, **{field: value})

    return edit


def _whole(text: str) -> int:
    if not text.strip().isdecimal():
        raise InvalidInput(translate("ledger", "写月数，如 60"))
    return int(text)


def _shown_money(fen: int | None) -> str:
    return "" if not fen else money_text(fen)


def _state(line: AssetLine) -> Chip:
    if line.id is None:
        return Chip("")
    if line.left_on is not None:
        return Chip(translate("ledger", "已处置"), "mute", struck=True)
    return Chip(translate("ledger", "在用"), "ok")
