"""审批规则: which documents wait for whose yes, and who stands in for whom; each edited beside its list."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.shop.acts import kind_words
from jxc_desktop.shop.approvals.queries import (
    DelegationView,
    RuleView,
    delegation_views,
    rule_views,
)
from jxc_desktop.shop.approvals.rule_editing import (
    delegate,
    end_delegation,
    remove_rule,
    save_rule,
)
from jxc_desktop.shop.approvals.words import condition_words
from jxc_desktop.shop.queries import login_names_of_all
from jxc_desktop.shop.roles import role_words
from jxc_desktop.shop.ui.delegation_card import DelegationCard
from jxc_desktop.shop.ui.rule_card import RuleCard
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "approval_rule.edit"
_CARD, _DELEGATIONS = 380, 190
Found = tuple[tuple[RuleView, ...], tuple[DelegationView, ...], tuple[str, ...]]


class RulePane(Pane):
    """The rules with the card of the one under the cursor, the deputies below."""

    title = str(QT_TR_NOOP("审批规则"))
    icon = "list-checks"
    needs = "approval_rule.view"
    watches = frozenset({"approval_rule", "delegation", "shop_user"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.model: RowsModel[RuleView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model, name="approval_rules", settings=context.settings, row_key=lambda r: r.id
        )
        self.grid.setAccessibleName(self.heading())
        self.card = RuleCard(editable=context.may(EDIT))
        self.deputies: RowsModel[DelegationView] = RowsModel(self._deputy_columns(), self)
        self.deputy_grid = Grid(
            self.deputies, name="delegations", settings=context.settings, row_key=lambda r: r.id
        )
        self.deputy_grid.setAccessibleName(self.tr("审核代理"))
        self.deputy = DelegationCard(context)
        self._typing = False
        self._kept: int | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(_found, then=self._show_all, slot="rules")

    def mark_field(self, field: str, reason: str) -> None:
        if not self.deputy.mark(field, reason) and field in self.card.fields():
            self.card.fields()[field].setFocus()

    # --- what can be done ---

    @action(str(QT_TR_NOOP("新规则")), "Ctrl+N", needs=EDIT, icon="plus")
    def begin_new(self) -> None:
        """Begin another rule in the card."""
        self._typing = True
        self.grid.clearSelection()
        self.card.begin_new()
        self.card.kind.setFocus()

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save")
    def save(self) -> None:
        """Keep what the card says."""
        try:
            draft = self.card.draft()
        except UserError as error:
            self.context.messages.notice(error.message)
            self.card.value.setFocus()
            return
        self.run_write(save_rule, draft, self.card.known, then=self._saved)

    @action(str(QT_TR_NOOP("删除规则")), "Ctrl+Del", needs=EDIT, icon="trash-2")
    def remove(self) -> None:
        """Take the rule under the cursor away; papers that wait already still wait."""
        rule = self.grid.current()
        if rule is None:
            self.context.messages.notice(self.tr("先选一条规则"))
            return
        self._typing = False
        self.run_write(remove_rule, rule.id, then=self._removed)

    @action(str(QT_TR_NOOP("加代理")), "Ctrl+Shift+N", needs=EDIT, icon="user-plus")
    def add_deputy(self) -> None:
        """Let somebody approve for somebody else on the days typed."""
        typed = self.deputy.typed()
        if typed is None:
            self.context.messages.notice(self.tr("填代理从哪天到哪天"))
            return
        self.run_write(delegate, *typed, then=self._delegated)

    @action(str(QT_TR_NOOP("取消代理")), "Ctrl+Shift+Del", needs=EDIT, icon="ban")
    def end_deputy(self) -> None:
        """End the delegation under the cursor."""
        row = self.deputy_grid.current()
        if row is None:
            self.context.messages.notice(self.tr("先选一条代理"))
            return
        self.run_write(end_delegation, row.id, then=self._ended)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the rules again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[RuleView], ...]:
        return (
            Column[RuleView]("kind", self.tr("单据"), text=kind_words, width=120),
            Column[RuleView](
                "condition", self.tr("条件"), value=_condition, width=150, stretch=True
            ),
            Column[RuleView]("step", self.tr("第几步"), kind=Kind.COUNT, width=68),
            Column[RuleView]("approver", self.tr("审核人"), value=_approver, width=110),
            Column[RuleView](
                "disabled", self.tr("状态"), value=self._state, kind=Kind.CHIP, width=84
            ),
        )

    def _deputy_columns(self) -> tuple[Column[DelegationView], ...]:
        return (
            Column[DelegationView]("absent", self.tr("谁不在"), width=120),
            Column[DelegationView]("deputy", self.tr("谁代他审"), width=120, stretch=True),
            Column[DelegationView]("first", self.tr("从"), kind=Kind.DAY, width=100),
            Column[DelegationView]("last", self.tr("到"), kind=Kind.DAY, width=100),
            Column[DelegationView](
                "now", self.tr("状态"), value=self._now, kind=Kind.CHIP, width=84
            ),
        )

    def _state(self, rule: RuleView) -> Chip:
        return Chip(self.tr("停用")) if rule.disabled else Chip(self.tr("在用"), "ok")

    def _now(self, row: DelegationView) -> Chip:
        today = self.context.clock.today()
        if today < row.first:
            return Chip(self.tr("还没到"), "info")
        return Chip(self.tr("过了")) if today > row.last else Chip(self.tr("代理中"), "ok")

    def _lay_out(self) -> None:
        bar, middle = QHBoxLayout(), QHBoxLayout()
        for line in (bar, middle):
            line.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addStretch(1)
        for name in ("remove", "begin_new", "save"):
            look = "main" if name == "save" else ""
            bar.addWidget(ActionButton(action_named(self, name), look))
        empty = self.tr("还没有审批规则，单据直接过账。Ctrl+N 写第一条：哪种单据、超过多少、谁审。")
        EmptyState(self.grid, empty)
        EmptyState(self.deputy_grid, self.tr("没有人代审。审核人不在时，在下面定谁代他、哪几天。"))
        split = QSplitter()
        split.addWidget(self.grid)
        split.addWidget(self.card)
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        self.card.setMinimumWidth(_CARD)
        middle.addWidget(Words(self.tr("审核代理"), Size.CARD_TITLE, bold=True))
        middle.addStretch(1)
        for name in ("end_deputy", "add_deputy"):
            middle.addWidget(ActionButton(action_named(self, name)))
        self.deputy_grid.setMaximumHeight(_DELEGATIONS)
        self.deputy.setEnabled(self.context.may(EDIT))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(split, 1)
        column.addLayout(middle)
        column.addWidget(self.deputy_grid)
        column.addWidget(self.deputy)

    def _connect(self) -> None:
        self.grid.row_changed.connect(self._on_row)
        self.card.edited.connect(self._touch)
        self.deputy.refused.connect(self.context.messages.notice)

    # --- what comes back ---

    def _show_all(self, found: Found) -> None:
        rules, deputies, people = found
        self.card.offer_people(people)
        self.deputy.offer_people(people)
        self.deputies.set_rows(deputies)
        self.model.set_rows(rules)
        ids = [rule.id for rule in rules]
        if self._kept in ids:
            self.grid.go_to(ids.index(self._kept))
        elif rules and self.grid.current_row() < 0 and not self._typing:
            self.grid.go_to(0)
        self._kept = None

    def _on_row(self, rule: RuleView | None) -> None:
        if rule is not None and not self._typing:
            self.card.show_rule(rule)
        elif rule is not None and rule.id != self.card.known:
            self._typing = False
            self.card.show_rule(rule)

    def _touch(self) -> None:
        self._typing = True

    def _saved(self, rule_id: int) -> None:
        self._typing, self._kept = False, rule_id
        self.context.messages.success(self.tr("规则已保存，从现在起的单据按它来"))
        self.refresh()

    def _removed(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("规则已删，已经拦下的单还要审"))

    def _delegated(self, _row: int) -> None:
        self.deputy.mark("", "")
        self.context.messages.success(self.tr("代理已定"))

    def _ended(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("代理已取消"))


def _found(session: Session) -> Found:
    return rule_views(session), delegation_views(session), login_names_of_all(session)


def _condition(rule: RuleView) -> str:
    return condition_words(rule.condition, rule.value)


def _approver(rule: RuleView) -> str:
    return rule.user or role_words().get(rule.role, rule.role)
