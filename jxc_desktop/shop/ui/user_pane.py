"""用户: who may log in, in which roles; what each role allows; passwords and recovery codes."""

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import listed
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.queries import UserView, users
from jxc_desktop.shop.roles import role_words
from jxc_desktop.shop.services import (
    add_user,
    disable_user,
    enable_user,
    rename_user,
    renew_recovery_codes,
    set_password,
    set_roles,
    unlock_user,
)
from jxc_desktop.shop.ui.codes_card import CodesCard
from jxc_desktop.shop.ui.user_card import UserCard, UserDraft
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "user.edit"
_MINUTE = 60_000


class UserPane(Pane):
    """The list of people and the card of the one under the cursor."""

    title = str(QT_TR_NOOP("用户"))
    icon = "users"
    needs = "user.view"
    watches = frozenset({"shop_user", "user_role", "recovery_code"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.model = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model, name="users", settings=context.settings, row_key=lambda user: user.id
        )
        self.card = UserCard(editable=context.may(EDIT))
        self.codes = CodesCard()
        self.open_shop = QLabel(
            self.tr("老板还没有密码，谁打开电脑都能进来。先给老板设密码，再加用户。")
        )
        self._right = QStackedWidget()
        self._touched = False
        self._listing = False
        self._wanted = ""
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.grid.row_changed.connect(self._show)
        self.card.edited.connect(self._touch)
        self.codes.kept.connect(self._show_card)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(users, then=self._list, slot="users")

    def mark_field(self, field: str, reason: str) -> None:
        self.card.mark(field)

    # --- what can be done ---

    @action(str(QT_TR_NOOP("新用户")), "Ctrl+N", needs=EDIT, icon="user-plus")
    def begin_new(self) -> None:
        """Empty the card for somebody new."""
        self._touched = True
        self.grid.clearSelection()
        self._show_card()
        self.card.begin_new()
        self.card.name.setFocus()

    def why_not_saved(self) -> str:
        """What keeps the card from being saved."""
        return self.card.obstacle()

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep what the card holds."""
        draft = self.card.draft()
        before = next((user for user in self.model.loaded_rows() if user.name == draft.name), None)
        self.run_write(_save, draft, before, then=self._saved)

    @action(str(QT_TR_NOOP("停用或启用")), "Ctrl+Shift+T", needs=EDIT, icon="ban")
    def switch(self) -> None:
        """Disable the person under the cursor, or let them in again."""
        user = self.grid.current()
        if user:
            act = enable_user if user.disabled else disable_user
            self.run_write(act, user.name, then=self._done)

    @action(str(QT_TR_NOOP("解锁")), "Ctrl+Shift+U", needs=EDIT, icon="lock-open")
    def unlock(self) -> None:
        """End the wait after wrong passwords."""
        user = self.grid.current()
        if user:
            self.run_write(unlock_user, user.name, then=self._done)

    @action(str(QT_TR_NOOP("换恢复码")), "Ctrl+Shift+R", needs=EDIT, icon="key-round")
    def renew_codes(self) -> None:
        """Ten new recovery codes for an owner."""
        user = self.grid.current()
        if user:
            self.run_write(renew_recovery_codes, user.name, then=self._show_codes)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the list again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[UserView], ...]:
        return (
            Column[UserView]("name", self.tr("登录名"), width=110),
            Column[UserView]("full_name", self.tr("姓名"), width=90),
            Column[UserView]("roles", self.tr("角色"), text=_roles_text, stretch=True),
            Column[UserView](
                "state", self.tr("状态"), value=self._state, kind=Kind.CHIP, width=104
            ),
            Column[UserView](
                "codes_left", self.tr("恢复码"), text=_codes_text, width=64, right=True, muted=True
            ),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(title)
        bar.addStretch(1)
        for name in ("unlock", "renew_codes", "switch", "begin_new", "save"):
            look = "main" if name == "save" else ""
            bar.addWidget(ActionButton(action_named(self, name), look))
        self.open_shop.setProperty("tone", "warn")
        self.open_shop.hide()
        self._right.addWidget(self.card)
        self._right.addWidget(self.codes)
        split = QSplitter()
        split.addWidget(self.grid)
        split.addWidget(self._right)
        split.setStretchFactor(0, 1)
        split.setSizes([620, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.open_shop)
        column.addWidget(split, 1)

    def _state(self, user: UserView) -> Chip:
        if user.disabled:
            return Chip(self.tr("已停用"), "mute", struck=True)
        if not user.has_password:
            return Chip(self.tr("没有密码"), "warn")
        if user.locked_until:
            left = user.locked_until - self.context.clock.milliseconds()
            minutes = max(1, -(-left // _MINUTE))
            return Chip(self.tr("等 {minutes} 分钟").format(minutes=minutes), "bad")
        return Chip(self.tr("在用"), "ok")

    # --- what comes back ---

    def _list(self, found: tuple[UserView, ...]) -> None:
        self._listing = True
        self.model.set_rows(found)
        self._listing = False
        self.open_shop.setVisible(not any(user.has_password for user in found))
        names = [user.name for user in found]
        if self._wanted in names:
            self.grid.go_to(names.index(self._wanted))
            self._wanted = ""
        elif self.grid.current_row() < 0 and not self._touched:
            self.grid.go_to(0)

    def _show(self, user: UserView | None) -> None:
        """Show the person under the cursor; a list read again does not disturb what is being typed."""
        if user and not (self._listing and self._touched):
            self._touched = False
            self._show_card()
            self.card.show_user(user)

    def _touch(self) -> None:
        self._touched = True

    def _saved(self, codes: tuple[Secret, ...]) -> None:
        draft = self.card.draft()
        self._touched = False
        self._wanted = draft.name.strip()
        self.context.messages.success(self.tr("{name} 已保存").format(name=draft.name))
        self.card.mark("")
        self._done(None)
        self._show_codes(codes)

    def _done(self, _result: object) -> None:
        self.refresh()

    def _show_codes(self, codes: tuple[Secret, ...]) -> None:
        if codes:
            self.codes.show_codes(codes)
            self._right.setCurrentWidget(self.codes)

    def _show_card(self) -> None:
        self._right.setCurrentWidget(self.card)


def _save(session: Session, draft: UserDraft, before: UserView | None) -> tuple[Secret, ...]:
    """Keep what differs, in one transaction; returns an owner's first recovery codes."""
    if not draft.known or before is None:
        add_user(
            session,
            draft.name,
            draft.roles,
            draft.password or Secret(""),
            full_name=draft.full_name,
        )
        return ()
    if draft.full_name.strip() != before.full_name:
        rename_user(session, draft.name, draft.full_name)
    if draft.roles != before.roles:
        set_roles(session, draft.name, draft.roles)
    return set_password(session, draft.name, draft.password) if draft.password else ()


def _roles_text(roles: tuple[str, ...]) -> str:
    words = role_words()
    return listed(words[role] for role in roles)


def _codes_text(left: int) -> str:
    return str(left) if left else ""
