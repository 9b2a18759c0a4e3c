"""报价版本: what was offered before a quotation was revised, and what each version says otherwise than another."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.ui.paper_printing import PaperPrinter
from jxc_desktop.printing.form import Form
from jxc_desktop.sales.note import printed_quotation, printed_version
from jxc_desktop.sales.order_kinds import QUOTATION
from jxc_desktop.sales.versions import Change, changes, quotation_versions
from jxc_desktop.stock.ordering.views import OrderLineView, OrderView
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, chip_width
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text, price_text, quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.look import scaled
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_TONES = {"added": "ok", "gone": "bad", "changed": "warn", "same": "mute"}
_TWO = 2
_FEW = 172
"""Px for the versions: there are few, and their lines want the room."""


class _Versions:
    """The quotation and its former versions, for the printer."""

    kind = QUOTATION.kind

    def __init__(self) -> None:
        self.version = 0
        """The former version to print; 0 is the one that holds."""

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        if self.version:
            return printed_version(session, number, self.version)
        return printed_quotation(session, number)


class VersionsPane(Pane):
    """Shows the versions of one quotation; two picked ones are compared, else one with the version before."""

    title = str(QT_TR_NOOP("报价版本"))
    icon = "history"
    needs = "quotation.view"
    watches = frozenset({"quotation"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._number = ""
        self._printed = _Versions()
        self.printer = PaperPrinter(self, self._printed)
        build_actions(self, context.may)
        self.versions: RowsModel[OrderView] = RowsModel(_version_columns(context.clock), self)
        self.grid = Grid(self.versions, name="quotation_versions", settings=context.settings)
        self.grid.setAccessibleName(self.heading())
        EmptyState(self.grid, self.tr("打开一张报价单，从“…”里看它的版本。"))
        self.whose, self.compared = Words(tone="text2"), Words(tone="text2")
        self.lines: RowsModel[Change] = RowsModel(_line_columns(), self)
        self.difference = Grid(self.lines, name="version_lines", settings=context.settings)
        self.difference.setAccessibleName(self.tr("两版对照"))
        self._lay_out()
        self.grid.row_changed.connect(self._compare)
        self.grid.picked.connect(self._compare)
        self.grid.opened.connect(self._open)
        self.setFocusProxy(self.grid)

    def show_subject(self, subject: object) -> None:
        if isinstance(subject, str):
            self._number = subject
            self.refresh()

    def refresh(self) -> None:
        if self._number:
            self.run_read(quotation_versions, self._number, then=self._show, slot="versions")

    @action(str(QT_TR_NOOP("打印这一版")), "Ctrl+P", icon="printer")
    def print_version(self) -> None:
        """Put the version under the cursor on paper; one that holds no longer says so."""
        if self._choose():
            self.printer.put_on_paper(self._number, with_prices=True)

    @action(str(QT_TR_NOOP("存 PDF")), "Ctrl+Shift+S", icon="download")
    def save_pdf(self) -> None:
        """Save the version under the cursor as a file."""
        view = self._choose()
        if view:
            name = self.tr("{title} {number} 第 {version} 版")
            title = translate("sales", "销售报价单")
            self.printer.save_pdf(
                self._number,
                name.format(title=title, number=self._number, version=view.version),
            )

    # --- inside ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.ROW)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        bar.addStretch(1)
        for name in ("save_pdf", "print_version"):
            bar.addWidget(ActionButton(action_named(self, name)))
        self.grid.setMaximumHeight(scaled(_FEW))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        whole.setSpacing(Space.BLOCK)
        whole.addLayout(bar)
        whole.addWidget(self.whose)
        whole.addWidget(self.grid)
        whole.addWidget(self.compared)
        whole.addWidget(self.difference, 1)

    def _show(self, versions: Sequence[OrderView]) -> None:
        self.whose.setText(f"{self._number} {versions[0].partner_name}")
        self.subject_changed.emit(self._number)
        self.versions.set_rows(versions)
        if self.grid.current_row() < 0:
            self.grid.go_to(0)
        self._compare()

    def _choose(self) -> OrderView | None:
        """The version under the cursor, which the printer is told to print."""
        view: OrderView | None = self.grid.current()
        if view is not None:
            self._printed.version = 0 if view is self._rows()[0] else view.version
        return view

    def _compare(self, _row: object = None) -> None:
        pair = self._pair()
        if pair is None:
            self.lines.set_rows(())
            self.compared.setText("")
            return
        before, after = pair
        said = self.tr("第 {before} 版 → 第 {after} 版：{old} → {new}")
        alone = self.tr("第 {after} 版，只有这一版")
        numbers = {"before": before.version, "after": after.version}
        money = {"old": money_text(before.total), "new": money_text(after.total)}
        self.compared.setText((alone if before is after else said).format(**numbers, **money))
        self.lines.set_rows(changes(before, after))

    def _pair(self) -> tuple[OrderView, OrderView] | None:
        """The older and the newer version to be compared."""
        picked = [row for row in self._rows() if row in self.grid.picked_rows()]
        if len(picked) == _TWO:
            return picked[1], picked[0]
        current, rows = self.grid.current(), list(self._rows())
        if current is None:
            return None
        place = min(rows.index(current) + 1, len(rows) - 1)
        return rows[place], current

    def _rows(self) -> Sequence[OrderView]:
        return self.versions.loaded_rows()

    def _open(self, _row: OrderView) -> None:
        self.context.open(QUOTATION.kind, self._number)


def _version_columns(clock: Clock) -> tuple[Column[OrderView], ...]:
    column = partial(Column[OrderView], sortable=False)
    return (
        column("version", translate("sales", "版本"), width=52, right=True, bold=True),
        column(
            "approved",
            translate("sales", "审核时间"),
            value=lambda view: view.head.posted_at,
            text=lambda at: f"{clock.local(at):%m-%d %H:%M}" if at else "",
            width=92,
        ),
        column(
            "poster",
            translate("sales", "审核人"),
            value=lambda view: view.head.posted_by,
            width=72,
            stretch=True,
        ),
        column("due_day", translate("sales", "有效期至"), kind=Kind.SHORT_DAY, width=76),
        column("total", translate("sales", "合计"), kind=Kind.MONEY, width=92),
    )


def _line_columns() -> tuple[Column[Change], ...]:
    column = partial(Column[Change], sortable=False)
    return (
        column(
            "what",
            translate("sales", "变化"),
            value=lambda row: Chip(_words()[row.what], _TONES[row.what]),
            kind=Kind.CHIP,
            width=max(map(chip_width, _words().values())) + 2 * Space.CELL,
        ),
        column(
            "name",
            translate("sales", "商品"),
            value=lambda row: row.line.name,
            sub=lambda row: row.line.spec,
            width=150,
            stretch=True,
        ),
        column("unit", translate("sales", "单位"), value=lambda row: row.line.unit, width=46),
        _both("quantity", translate("sales", "数量"), quantity_text, 96),
        _both("price", translate("sales", "单价"), price_text, 120),
        _both("gross", translate("sales", "价税合计"), money_text, 140),
    )


def _both(key: str, heading: str, text: Any, width: int) -> Column[Change]:
    """What the older and the newer version say, once where they agree."""

    def said(row: Change) -> str:
        old, new = _figure(row.before, key, text), _figure(row.after, key, text)
        return new if old == new else f"{old or '—'} → {new or '—'}"

    def tone(row: Change) -> str:
        differs = _figure(row.before, key, text) != _figure(row.after, key, text)
        return "warn" if differs and row.what == "changed" else ""

    return Column[Change](
        key, heading, value=said, tone=tone, width=width, right=True, sortable=False
    )


def _figure(line: OrderLineView | None, key: str, text: Any) -> str:
    return "" if line is None else str(text(getattr(line, key)))


def _words() -> dict[str, str]:
    return {
        "added": translate("sales", "新增"),
        "gone": translate("sales", "去掉"),
        "changed": translate("sales", "改了"),
        "same": translate("sales", "没变"),
    }
