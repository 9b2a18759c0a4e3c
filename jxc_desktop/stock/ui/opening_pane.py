"""期初: what the books began with; a wrong one is taken back, and when 0001 is zero F12 locks them (启用)."""

from functools import partial

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.ledger.opening import open_books
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.queries.openings import STOCK, OpeningRow, Openings, openings
from jxc_desktop.stock.services import reverse_opening_balance, reverse_opening_stock
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, status_chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.sheet import Sheet
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "opening.edit"


class OpeningPane(Pane):
    """Every opening document; what they still lack stands below."""

    title = str(QT_TR_NOOP("期初"))
    icon = "flag"
    needs = "opening.view"
    watches = frozenset({"entry", "setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.found = Openings((), 0, locked=False)
        self.model: RowsModel[OpeningRow] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model, name="openings", settings=context.settings, row_key=lambda row: row.number
        )
        self.grid.setAccessibleName(self.heading())
        self.standing = Words("", Size.CARD_TITLE, bold=True)
        self._lay_out()
        self.setFocusProxy(self.grid)
        self.refresh()

    def refresh(self) -> None:
        self.run_read(openings, then=self._show, slot="openings")

    # --- what can be done ---

    @action(str(QT_TR_NOOP("启用")), "F12", needs=EDIT, icon="lock")
    def lock(self) -> None:
        """Lock the openings once they balance; asked before, because there is no way back here."""
        if self.found.locked:
            self.context.messages.notice(self.tr("期初已经锁住了"))
            return
        if self.found.lacking:
            self.context.messages.notice(self._standing())
            return
        effects = (
            self.tr("期初已平，这里的单据都锁住"),
            self.tr("以后不能再录期初，也不能红冲期初"),
        )
        sheet = Sheet(self, self.tr("启用账套"), effects, do=self.tr("启用"))
        sheet.agreed.connect(lambda _reason: self.run_write(open_books, then=self._locked))

    @action(str(QT_TR_NOOP("红冲")), "Ctrl+Shift+R", needs=EDIT, icon="undo-2")
    def take_back(self) -> None:
        """Take the opening under the cursor back, for a reason."""
        row = self.grid.current()
        if row is None or row.red or row.state != "posted":
            self.context.messages.notice(self.tr("先选一张没有红冲过的期初单"))
            return
        title = self.tr("红冲 {number}").format(number=row.number)
        effects = (
            self.tr("生成一张红字期初单，数量和金额与 {number} 相反").format(number=row.number),
        )
        sheet = Sheet(self, title, effects, do=self.tr("红冲"), reason=self.tr("红冲原因"))
        sheet.agreed.connect(partial(self._take_back, row))
        if sheet.reason is not None:
            sheet.reason.field.setFocus()

    @action(str(QT_TR_NOOP("录期初")), "Ctrl+N", needs="import.data", icon="file-up")
    def enter(self) -> None:
        """Openings are entered by the import."""
        self.context.open("import", None)

    @action(str(QT_TR_NOOP("余额表")), "Ctrl+B", needs="report.books", icon="scale")
    def open_trial_balance(self) -> None:
        """Open the trial balance."""
        self.context.open("report", "trial_balance")

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read again."""
        self.refresh()

    # --- how it looks ---

    def _columns(self) -> tuple[Column[OpeningRow], ...]:
        def column(key: str, heading: str, **more: object) -> Column[OpeningRow]:
            return Column[OpeningRow](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("number", self.tr("单号"), kind=Kind.CODE, width=160),
            column("scope", self.tr("期初"), value=self._scope, width=120),
            column("day", self.tr("日期"), kind=Kind.DAY, width=100),
            column("total", self.tr("金额"), kind=Kind.MONEY, width=120, needs="field.cost_price"),
            column("remark", self.tr("备注"), width=160, stretch=True),
            column("chip", self.tr("状态"), value=_chip, kind=Kind.CHIP, width=84),
        )

    def _scope(self, row: OpeningRow) -> str:
        words = {
            STOCK: self.tr("期初库存"),
            "opening_ar": self.tr("期初应收"),
            "opening_ap": self.tr("期初应付"),
            "opening_accounts": self.tr("科目期初"),
        }
        return words[row.scope]

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addStretch(1)
        for name in ("open_trial_balance", "enter", "take_back"):
            bar.addWidget(ActionButton(action_named(self, name)))
        bar.addWidget(ActionButton(action_named(self, "lock"), "main"))
        EmptyState(self.grid, self.tr("还没有期初单。按 Ctrl+N 导入。"), icon_name="flag")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.standing)

    # --- what comes back ---

    def _show(self, found: Openings) -> None:
        self.found = found
        self.model.set_rows(list(found.rows))
        self.standing.setText(self._standing())

    def _standing(self) -> str:
        if self.found.locked:
            return self.tr("已启用，期初锁住了。")
        if not self.found.lacking:
            return self.tr("期初平了。核对过，按 F12 启用。")
        side = self.tr("借方") if self.found.lacking > 0 else self.tr("贷方")
        amount = money_text(abs(self.found.lacking))
        return self.tr("0001 期初平衡还有{side}余额 {amount}，补录资金、资本或往来。").format(
            side=side, amount=amount
        )

    def _locked(self, _nothing: object) -> None:
        self.context.messages.success(self.tr("已启用，期初锁住了。"))
        self.refresh()

    def _take_back(self, row: OpeningRow, reason: str) -> None:
        service = reverse_opening_stock if row.scope == STOCK else reverse_opening_balance
        work = partial(service, key=new_key())
        self.run_write(work, Reversal(row.number, reason), then=partial(self._taken_back, row))

    def _taken_back(self, row: OpeningRow, posted: Posted) -> None:
        said = self.tr("{number} 已红冲，红字单 {red}")
        self.context.messages.success(said.format(number=row.number, red=posted.number))
        self.refresh()


def _chip(row: OpeningRow) -> Chip:
    return status_chip("reversal" if row.red else row.state)
