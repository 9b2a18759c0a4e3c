"""会员卡: what the card of one member holds, how it came to that, and a line that changes it."""

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.cash.queries import MoneyAccountView, money_accounts
from jxc_desktop.core.errors import UserError
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.members.queries import CardAccount, CardMoveView, card_account, move_words
from jxc_desktop.members.ui.typed_card import Act, TypedChange
from jxc_desktop.shop.actor import may
from jxc_desktop.shop.keys import Key, Posted, new_key
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_NUMBER, _LEAST_REASON = 110, 160
_Found = tuple[CardAccount, list[MoneyAccountView]]


class CardPane(Pane):
    """The card of the member that is its subject."""

    title = str(QT_TR_NOOP("会员卡"))
    icon = "wallet-cards"
    needs = "member.view"
    watches = frozenset({"card_move", "member"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.account: CardAccount | None = None
        self._tried: tuple[Any, Key] | None = None
        self.headline = Words(self.heading(), Size.TITLE, bold=True)
        self.figures = Words(self.tr("先在会员列表里选一个人，再打开这里。"), tone="text2")
        self.act, self.money = QComboBox(), QComboBox()
        self.number, self.bonus, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.model: RowsModel[CardMoveView] = RowsModel(self._columns(), self)
        self.grid = Grid(self.model, row_key=lambda row: row.id)
        self.grid.setAccessibleName(self.tr("积分和储值的流水"))
        self.empty = EmptyState(
            self.grid, self.tr("这张卡还没有积分，也没有储值。"), icon_name=self.icon
        )
        self.grid.opened.connect(lambda row: open_source(self, row.source))
        self.rows = self._lay_out()
        self._offer_acts()
        self.setFocusProxy(self.number)

    def show_subject(self, subject: object) -> None:
        """Show the card of a member, by their id."""
        if isinstance(subject, int):
            self.run_read(_find, subject, then=self._show, slot="card")

    def refresh(self) -> None:
        if self.account is not None:
            self.show_subject(self.account.member_id)

    def mark_field(self, field: str, reason: str) -> None:
        known = {"amount": "number", "points": "number"}
        row = self.rows.get(known.get(field, field))
        if row is not None:
            row.set_error(reason)
            row.field.setFocus()

    # --- what can be done ---

    def why_not_posted(self) -> str:
        """What keeps the line from being posted."""
        if self.account is None:
            return self.tr("先在会员列表里选一个人，再打开这里。")
        return "" if self.act.count() else self.tr("没有改会员卡的权限。让有权的人来做")

    @action(str(QT_TR_NOOP("过账")), "F12", icon="badge-check", obstacle="why_not_posted")
    def post(self) -> None:
        """Do to the card what the line says."""
        if self.account is None:
            return
        for row in self.rows.values():
            row.set_error("")
        today = self.context.clock.today()
        try:
            service, draft = self._typed().posting(self.account.member_id, today)
        except UserError as error:
            self.fail(error)
            return
        if self._tried is None or self._tried[0] != draft:
            self._tried = draft, new_key()
        self.run_write(partial(service, key=self._tried[1]), draft, then=self._posted)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the card again."""
        self.refresh()

    # --- inside ---

    def _typed(self) -> TypedChange:
        return TypedChange(
            Act(self.act.currentData()),
            self.number.text(),
            self.bonus.text(),
            self.money.currentData(),
            self.reason.text().strip(),
        )

    def _posted(self, posted: Posted) -> None:
        self._tried = None
        for field in (self.number, self.bonus, self.reason):
            field.clear()
        self.context.messages.success(self.tr("{number} 已过账").format(number=posted.number))
        self.refresh()

    def _show(self, found: _Found) -> None:
        self.account, accounts = found
        card = self.account
        name = card.name or card.card_no
        self.headline.setText(name)
        told = self.tr("卡号 {card}　积分 {points}　储值 {value}（本金 {principal}，赠送 {bonus}）")
        self.figures.setText(
            told.format(
                card=card.card_no,
                points=f"{card.points:,}",
                value=money_text(card.principal + card.bonus),
                principal=money_text(card.principal),
                bonus=money_text(card.bonus),
            )
        )
        chosen = self.money.currentData()
        self.money.clear()
        for account in accounts:
            if not account.disabled:
                self.money.addItem(account.name, account.id)
        self.money.setCurrentIndex(max(self.money.findData(chosen), 0))
        self.model.set_rows(card.moves)
        self.subject_changed.emit(name)

    def _offer_acts(self) -> None:
        words = {
            Act.TOP_UP: self.tr("充值"),
            Act.REFUND: self.tr("退储值"),
            Act.ADJUST: self.tr("调积分"),
            Act.EXPIRE: self.tr("积分过期"),
        }
        for act, word in words.items():
            if self.context.may(act.right):
                self.act.addItem(word, str(act))
        self.act.currentIndexChanged.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        """Money has an account and, put onto the card, something given with it; points have neither."""
        act = Act(self.act.currentData()) if self.act.count() else Act.ADJUST
        self.rows["account"].setVisible(act.of_money)
        self.rows["bonus"].setVisible(act is Act.TOP_UP)
        words = {
            Act.TOP_UP: self.tr("收多少"),
            Act.REFUND: self.tr("退多少本金"),
            Act.ADJUST: self.tr("加几分，扣写负数"),
            Act.EXPIRE: self.tr("过期几分"),
        }
        self.rows["number"].label.setText(words[act])
        self.number.setAccessibleName(words[act])

    def _columns(self) -> tuple[Column[CardMoveView], ...]:
        words = move_words()

        def money(key: str, heading: str) -> Column[CardMoveView]:
            return Column[CardMoveView](
                key, heading, kind=Kind.MONEY, text=_money, width=110, sortable=False
            )

        return (
            Column[CardMoveView]("day", self.tr("日期"), kind=Kind.DAY, width=96, sortable=False),
            Column[CardMoveView](
                "kind", self.tr("内容"), text=lambda kind: words[kind], width=120, sortable=False
            ),
            Column[CardMoveView](
                "source",
                self.tr("单据"),
                kind=Kind.CODE,
                width=180,
                stretch=True,
                sortable=False,
            ),
            Column[CardMoveView](
                "points",
                self.tr("积分"),
                kind=Kind.COUNT,
                text=lambda points: f"{points:,}" if points else "",
                width=100,
                sortable=False,
            ),
            money("principal", self.tr("储值本金")),
            money("bonus", self.tr("储值赠送")),
        )

    def _lay_out(self) -> dict[str, FormRow]:
        rows = {
            "act": FormRow(self.tr("做什么"), self.act, side="above"),
            "number": FormRow(self.tr("收多少"), self.number, side="above"),
            "bonus": FormRow(self.tr("赠送"), self.bonus, side="above"),
            "account": FormRow(self.tr("账户"), self.money, side="above"),
            "reason": FormRow(self.tr("原因"), self.reason, side="above"),
        }
        for field in (self.number, self.bonus):
            field.setFixedWidth(_NUMBER)
        self.reason.setMinimumWidth(_LEAST_REASON)
        line = QHBoxLayout()
        line.setSpacing(Space.ROW)
        for name, row in rows.items():
            line.addWidget(row, int(name == "reason"), Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            ActionButton(action_named(self, "post"), "main"), 0, Qt.AlignmentFlag.AlignBottom
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addWidget(self.headline)
        column.addWidget(self.figures)
        column.addLayout(line)
        column.addWidget(self.grid, 1)
        return rows


def _money(fen: int) -> str:
    return money_text(fen) if fen else ""


def _find(session: Session, member_id: int) -> _Found:
    accounts = money_accounts(session) if may(session, "money_account.view") else []
    return card_account(session, member_id), accounts
