"""会计科目: the chart of accounts edited where it stands; sub-accounts go in below, those never used go out again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.chart import (
    AccountDraft,
    add_account,
    ask_of_account,
    disable_account,
    remove_account,
    rename_account,
)
from jxc_desktop.ledger.journal.drafts import dimension_words
from jxc_desktop.ledger.queries import AccountView, accounts
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.columns import Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.list_editor_pane import ListEditorPane, name_column, use_column
from jxc_desktop.widgets.pane import Context


@dataclass(frozen=True, slots=True)
class ChartLine:
    """An account as it stands in the grid; `id` is its code as a number, which is as unique, None for a new one."""

    id: int | None = None
    code: str = ""
    name: str = ""
    asked: tuple[str, ...] | None = None
    side: int = 0
    own: bool = True
    disabled: bool = False

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return bool(self.code and self.name)


class ChartPane(ListEditorPane[ChartLine]):
    """Every account; names of the standard's stay, what is typed below the last is a new sub-account."""

    title = str(QT_TR_NOOP("会计科目"))
    icon = "layers"
    needs = "account.view"
    watches = frozenset({"account"})
    edit_right = "account.edit"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        action_named(self, "remove").setEnabled(context.may(self.edit_right))

    def about(self) -> str:
        return self.tr(
            "准则的科目名称不能改。加下级：到最下面写编码（上级编码加两位，如 180101）和名称。"
            "没记过账的科目才能分下级、设辅助核算。"
        )

    def blank(self) -> ChartLine:
        return ChartLine()

    def read(self) -> Callable[[Session], list[AccountView]]:
        return accounts

    def take(self, found: list[AccountView]) -> None:
        self.show_lines([_line(account) for account in found])

    def save(self, line: ChartLine) -> Callable[[Session], int]:
        return partial(_keep, before=self._known.get(line.id or -1), line=line)

    def disable(self) -> Callable[..., None]:
        return _switch

    @action(str(QT_TR_NOOP("删除")), "Ctrl+Shift+Delete", icon="trash-2")
    def remove(self) -> None:
        """Throw away the account under the cursor, if nothing ever used it."""
        row = self.grid.current_row()
        line = self.grid.lines()[row] if 0 <= row < len(self.grid.lines()) else None
        if line is None or line.id is None:
            self.context.messages.notice(self.tr("先选一行"))
            return
        self.run_write(remove_account, line.code, then=partial(self._removed, line))

    def _removed(self, line: ChartLine, _nothing: object) -> None:
        self.context.messages.success(
            self.tr("{code} {name} 已删除").format(code=line.code, name=line.name)
        )
        self.refresh()

    def columns(self, *, editable: bool) -> Sequence[EntryColumn[ChartLine]]:
        return (
            EntryColumn[ChartLine](
                "code",
                translate("ledger", "编码"),
                kind=Kind.CODE,
                width=110,
                sortable=False,
                edit=_with_code if editable else None,
                wants=(lambda line: not line.code) if editable else None,
            ),
            replace(
                name_column(translate("ledger", "科目"), editable=editable),
                edit=_with_name if editable else None,
            ),
            EntryColumn[ChartLine](
                "side",
                translate("ledger", "方向"),
                _side_word,
                width=60,
                sortable=False,
                muted=True,
            ),
            EntryColumn[ChartLine](
                "needs",
                translate("ledger", "辅助核算"),
                lambda line: _asked_words(line.asked or ()),
                width=170,
                sortable=False,
                edit=_with_asked if editable else None,
                latin=False,
            ),
            EntryColumn[ChartLine](
                "own",
                translate("ledger", "来源"),
                lambda line: _origin(line) if line.id is not None else "",
                width=80,
                sortable=False,
                muted=True,
            ),
            use_column(),
        )


def _keep(session: Session, *, before: ChartLine | None, line: ChartLine) -> int:
    if before is None:
        return int(add_account(session, AccountDraft(line.code, line.name, line.asked)))
    if line.name != before.name:
        rename_account(session, line.code, line.name)
    if line.asked != before.asked:
        ask_of_account(session, line.code, line.asked or ())
    return int(line.code)


def _switch(session: Session, own_id: int, *, disabled: bool) -> None:
    code = next(each.code for each in accounts(session) if int(each.code) == own_id)
    disable_account(session, code, disabled=disabled)


def _line(account: AccountView) -> ChartLine:
    return ChartLine(
        int(account.code),
        account.code,
        account.shown,
        tuple(account.needs.split()),
        account.side,
        account.own,
        account.disabled,
    )


def _with_code(line: ChartLine, text: str) -> ChartLine:
    code = "".join(text.split())
    if line.id is not None and code != line.code:
        raise InvalidInput(translate("ledger", "科目编码不能改。没用过的可以删了重加"))
    return replace(line, code=code)


def _with_name(line: ChartLine, text: str) -> ChartLine:
    name = " ".join(text.split())
    if not line.own and name != line.name:
        raise InvalidInput(translate("ledger", "准则里的科目，名称不能改"))
    return replace(line, name=name)


def _with_asked(line: ChartLine, text: str) -> ChartLine:
    """Words such as 部门 职员, with blanks or commas between, or nothing."""
    known = {word: name for name, word in dimension_words().items()}
    asked = []
    for word in text.replace("，", " ").replace("、", " ").replace(",", " ").split():
        found = known.get(word) or next((n for w, n in known.items() if w.startswith(word)), None)
        if found is None:
            problem = translate("ledger", "没有辅助核算“{name}”。可用 {known}")
            raise InvalidInput(problem.format(name=word, known="、".join(known)))
        asked.append(found)
    return replace(line, asked=tuple(n for n in known.values() if n in asked))


def _asked_words(asked: Sequence[str]) -> str:
    words = dimension_words()
    return " ".join(words[each] for each in asked)


def _side_word(line: ChartLine) -> str:
    if not line.side:
        return ""
    return translate("ledger", "借") if line.side > 0 else translate("ledger", "贷")


def _origin(line: ChartLine) -> str:
    return translate("ledger", "自己加的") if line.own else translate("ledger", "准则")
