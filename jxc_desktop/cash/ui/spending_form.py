"""费用单 and 其他收入单: one account, and line by line what the money was for."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from jxc_desktop.cash.queries import CashItemView, MoneyChoices, PurposeView
from jxc_desktop.cash.ui.money_form import MoneyForm
from jxc_desktop.cash.ui.paid_ways import account_box
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.pinyin import initials
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.rows_model import RowsModel

ITEM, SUMMARY, AMOUNT, TAX = "item", "summary", "amount", "tax"
FOR_WHOM = ("employee", "department", "project")
_LEAST = 8


@dataclass(frozen=True, slots=True)
class TypedPurpose:
    """A line as it stands in the grid: GL account and item of the chosen 收支项目, fen or None."""

    account: str = ""
    item: str | None = None
    name: str = ""
    summary: str = ""
    amount: int | None = None
    tax: int = 0
    employee: str = ""
    department: str = ""
    project: str = ""


class SpendingForm(MoneyForm):
    """Lines of items; who deducts tax, or owes it on income, types it too."""

    def __init__(self, pane: Pane, kind: str, choices: MoneyChoices) -> None:
        super().__init__(pane, kind, choices)
        self.incoming = kind == "other_income"
        self.account = account_box(choices.accounts)
        self._people, self._departments = choices.people, choices.departments
        self._items = [item for item in choices.items if item.incoming == self.incoming]
        columns = self._columns(taxed=self.incoming or choices.general)
        self.grid = EntryGrid(
            columns, TypedPurpose, name=f"{kind}_lines", settings=pane.context.settings
        )
        self.grid.setAccessibleName(self.tr("项目行"))
        self.posted: RowsModel[PurposeView] = RowsModel(_posted_columns(), self)
        self.posted_grid = Grid(self.posted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.posted_grid)
        word = self.tr("收款账户") if self.incoming else self.tr("付款账户")
        self.add_row("account", word, self.account)
        self.add_row("day", self.tr("业务日期"), self.day)
        total = self.tr("收入合计") if self.incoming else self.tr("费用合计")
        self.lay_out(self._stack, total)
        self._connect()

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.account

    def lines(self) -> list[TypedPurpose]:
        """The lines that say something."""
        return [line for line in self.grid.lines() if line.account or line.amount]

    def fields(self) -> dict[str, Any]:
        lines = self.lines()
        if not lines:
            return {}
        told = [{**asdict(line), "amount": line.amount or 0} for line in lines]
        for line in told:
            del line["name"]
        return {"account": self.account.currentData(), "lines": told}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        if "account" in fields:
            self.account.setCurrentIndex(max(self.account.findData(fields["account"]), 0))
        names = {(item.account, item.item): item.name for item in self._items}
        self.grid.start(
            [
                TypedPurpose(
                    line["account"],
                    line["item"],
                    names.get((line["account"], line["item"] or ""), line["account"]),
                    line["summary"],
                    line["amount"] or None,
                    line["tax"],
                    *(line.get(name, "") for name in FOR_WHOM),
                )
                for line in fields.get("lines", ())
            ]
        )

    def show_view(self, view: Any) -> None:
        self.account.setCurrentIndex(max(self.account.findData(view.account_id), 0))
        self.posted.set_rows(view.lines)
        self._show_sums(view.total, sum(line.tax for line in view.lines), len(view.lines))

    def lock(self, *, locked: bool) -> None:
        self.account.setEnabled(not locked)
        self._stack.setCurrentWidget(self.posted_grid if locked else self.grid)

    def own_obstacle(self) -> str:
        if not self.grid.commit():
            return self.tr("有一格还没填好。改好再过账")
        if not self.lines():
            self.grid.go_to_cell(0)
            self.grid.setFocus()
            return self.tr("还没有一行。在项目格填名称或拼音")
        for row, line in enumerate(self.grid.lines()):
            key, reason = self._why_not(line)
            if reason:
                self.grid.mark(row, key, reason)
                self.grid.setFocus()
                return self.tr("第 {row} 行：{reason}").format(row=row + 1, reason=reason)
        return ""

    def total(self) -> int:
        return sum(line.amount or 0 for line in self.grid.lines())

    def recount(self) -> None:
        lines = self.lines()
        self._show_sums(self.total(), sum(line.tax for line in lines), len(lines))

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("].")
            keys = {column.key for column in self.grid.entry.entry_columns}
            self.grid.mark(int(place), name if name in keys else ITEM, reason)
            self.grid.setFocus()
            return
        row = self.rows.get(field.partition("[")[0])
        if row is not None:
            row.set_error(reason)
            row.field.setFocus()

    # --- inside ---

    def _connect(self) -> None:
        self.account.currentIndexChanged.connect(self.on_edited)
        self.grid.lines_changed.connect(self.on_edited)
        self.grid.finished.connect(self.remark.setFocus)
        self.grid.refused.connect(self.pane.context.messages.notice)

    def _why_not(self, line: TypedPurpose) -> tuple[str, str]:
        if not line.account:
            return ITEM, self.tr("没有项目")
        if not line.amount:
            return AMOUNT, self.tr("没有金额")
        if line.tax >= line.amount:
            return TAX, self.tr("税额要小于金额")
        return "", ""

    def _columns(self, *, taxed: bool) -> tuple[EntryColumn[TypedPurpose], ...]:
        tax = EntryColumn[TypedPurpose](
            TAX,
            self.tr("其中税额"),
            kind=Kind.MONEY,
            text=_blank,
            width=96,
            sortable=False,
            edit=lambda line, text: replace(line, tax=parse_money(text) if text.strip() else 0),
        )
        return (
            number_column(),
            EntryColumn[TypedPurpose](
                ITEM,
                self.tr("收支项目"),
                lambda line: line.name,
                sub=lambda line: line.account,
                width=180,
                sortable=False,
                suggestions=_suggestions(),
                suggest=self._suggest,
                take=_taken,
                wants=lambda line: not line.account,
                copy=lambda line, above: replace(
                    line, account=above.account, item=above.item, name=above.name
                ),
                latin=False,
            ),
            EntryColumn[TypedPurpose](
                SUMMARY,
                self.tr("摘要"),
                width=200,
                stretch=True,
                sortable=False,
                edit=lambda line, text: replace(line, summary=" ".join(text.split())),
                latin=False,
            ),
            _named("employee", self.tr("职员"), self._people),
            _named("department", self.tr("部门"), self._departments),
            _named("project", self.tr("核算项目"), (), hidden=True),
            EntryColumn[TypedPurpose](
                AMOUNT,
                self.tr("金额"),
                kind=Kind.MONEY,
                text=_blank,
                width=110,
                sortable=False,
                edit=lambda line, text: replace(line, amount=parse_money(text)),
                wants=lambda line: not line.amount,
            ),
            *((tax,) if taxed else ()),
        )

    def _suggest(self, text: str, _line: TypedPurpose, then: Answer) -> None:
        """Items are few: they are looked through here."""
        words = text.strip().casefold()
        then([item for item in self._items if _bears(item, words)])

    def _show_sums(self, whole: int, tax: int, count: int) -> None:
        self.sums.set_line(self.tr("行数"), str(count))
        self.sums.set_line(self.tr("其中税额"), money_text(tax))
        self.big.set_amount(whole)


def _bears(item: CashItemView, words: str) -> bool:
    told = (item.code, item.name, item.account, initials(item.name))
    return any(words in each.casefold() for each in told)


def _taken(line: TypedPurpose, item: CashItemView) -> TypedPurpose:
    return replace(line, account=item.account, item=item.item or None, name=item.name)


def _named(
    key: str, heading: str, names: Sequence[str], *, hidden: bool = False
) -> EntryColumn[TypedPurpose]:
    """A column for one of `names` or any other."""

    def typed(line: TypedPurpose, text: str) -> TypedPurpose:
        word = " ".join(text.split())
        begun = [name for name in names if word and name.startswith(word)]
        said: dict[str, Any] = {key: begun[0] if len(begun) == 1 else word}
        return replace(line, **said)

    return EntryColumn[TypedPurpose](
        key, heading, width=90, sortable=False, edit=typed, latin=False, hidden=hidden
    )


def _suggestions() -> Suggestions[CashItemView]:
    columns = (
        Column[CashItemView]("code", translate("cash", "编号"), kind=Kind.CODE, width=64),
        Column[CashItemView]("name", translate("cash", "名称"), width=150, stretch=True),
        Column[CashItemView](
            "account",
            translate("cash", "科目"),
            lambda item: f"{item.account} {item.account_name}",
            width=150,
            muted=True,
        ),
    )
    return Suggestions(columns, width=420)


def _posted_columns() -> Sequence[Column[PurposeView]]:
    return (
        Column[PurposeView]("line_no", "#", width=34, right=True, sortable=False),
        Column[PurposeView](
            "account",
            translate("cash", "科目"),
            lambda line: f"{line.account} {line.name}",
            width=180,
            sortable=False,
        ),
        Column[PurposeView](
            "item", translate("cash", "项目"), lambda x: x.item or "", width=130, sortable=False
        ),
        Column[PurposeView](
            "summary", translate("cash", "摘要"), width=180, stretch=True, sortable=False
        ),
        Column[PurposeView]("employee", translate("cash", "职员"), width=90, sortable=False),
        Column[PurposeView]("department", translate("cash", "部门"), width=90, sortable=False),
        Column[PurposeView](
            "project", translate("cash", "核算项目"), width=90, sortable=False, hidden=True
        ),
        Column[PurposeView](
            "amount", translate("cash", "金额"), kind=Kind.MONEY, width=110, sortable=False
        ),
        Column[PurposeView](
            "tax",
            translate("cash", "其中税额"),
            kind=Kind.MONEY,
            text=_blank,
            width=96,
            sortable=False,
        ),
    )


def _blank(fen: int | None) -> str:
    return money_text(fen) if fen else ""
