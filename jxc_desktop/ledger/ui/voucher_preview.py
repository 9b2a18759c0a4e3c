"""凭证预览: what the document under the hand is going to book, or has booked."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import listed
from jxc_desktop.ledger.foreseen import Foreseen
from jxc_desktop.ledger.queries import EntryView, LegView, entries_of
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import RowHeight, Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow

Asked = tuple[str, Any]
"""("number", a document's number) or ("draft", what is typed)."""


class VoucherPreview(Pane):
    """Asks anew only when the document is another. `foresee` in the attention reckons a draft's legs."""

    title = str(QT_TR_NOOP("凭证预览"))
    icon = "landmark"
    needs = "voucher.view"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked: Asked | None = None
        self._foresee: Callable[..., Foreseen] | None = None
        self.chip = ChipLabel(Chip("", "info"))
        self.because = Words(size=Size.HINT, tone="text2")
        self.model: RowsModel[LegView] = RowsModel(self._columns(), self)
        self.grid = Grid(
            self.model,
            name="voucher_preview",
            settings=context.settings,
            row_height=RowHeight.COMPACT,
            header_height=RowHeight.HEADER_COMPACT,
            text_size=Size.HINT,
        )
        self.grid.setAccessibleName(self.heading())
        self.totals = TotalsRow(self.grid)
        self.empty = EmptyState(
            self.grid, self.tr("写单据时，这里有它要记的账。"), icon_name="landmark"
        )
        self._lay_out()
        self.setFocusProxy(self.grid)
        self._clear("")

    def attend(self, attention: Mapping[str, Any]) -> None:
        number, draft = attention.get("number"), attention.get("draft")
        if "number" not in attention and "draft" not in attention:
            return
        if not attention.get("books", True):
            self._asked = None
            self._clear(self.tr("报价和订单不记账，出入库时才记。"))
            return
        asked = ("number", number) if number else ("draft", draft) if draft is not None else None
        if asked == self._asked:
            return
        self._asked, self._foresee = asked, attention.get("foresee")
        self.refresh()

    def refresh(self) -> None:
        if self._asked is None:
            self._clear("")
            return
        what, subject = self._asked
        if what == "number":
            self.run_read(entries_of, subject, then=self._show_booked, slot="legs")
        elif self._foresee is not None:
            self.run_read(self._foresee, subject, then=self._show_foreseen, slot="legs")

    def fail(self, error: BaseException) -> None:
        """What cannot be booked yet is said here, not in the message line."""
        if isinstance(error, UserError):
            self._clear(error.message)
        else:
            super().fail(error)

    def _columns(self) -> tuple[Column[LegView], ...]:
        return (
            Column[LegView]("summary", self.tr("摘要"), width=170, sortable=False),
            Column[LegView](
                "account",
                self.tr("会计科目"),
                lambda leg: f"{leg.account} {leg.name}",
                width=200,
                stretch=True,
                sortable=False,
            ),
            Column[LegView]("partner", self.tr("辅助核算"), width=120, sortable=False),
            Column[LegView](
                "debit", self.tr("借方"), kind=Kind.MONEY, text=_side, width=96, sortable=False
            ),
            Column[LegView](
                "credit", self.tr("贷方"), kind=Kind.MONEY, text=_side, width=96, sortable=False
            ),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, Space.LABEL)
        head.setSpacing(Space.ROW)
        head.addWidget(self.chip)
        head.addWidget(self.because, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)

    def _clear(self, why: str) -> None:
        self.chip.hide()
        self.because.setText("")
        self.model.set_rows(())
        self.empty.text.setText(why or self.tr("写单据时，这里有它要记的账。"))
        self.totals.set_totals({}, label="")

    def _show_foreseen(self, found: Foreseen) -> None:
        self._show(found.legs, Chip(self.tr("过账后生成凭证"), "info"), found.because)

    def _show_booked(self, entries: tuple[EntryView, ...]) -> None:
        if not entries:
            self._clear(self.tr("这张单没有记账：金额是 0。"))
            return
        words = listed(dict.fromkeys(x.voucher for x in entries if x.voucher))
        chip = Chip(words, "ok") if words else Chip(self.tr("交班后编号"), "warn")
        legs = tuple(
            replace(leg, summary=leg.summary or spoken_summary(entry.summary, entry.kind))
            for entry in entries
            for leg in entry.legs
        )
        first = entries[0]
        self._show(legs, chip, spoken_summary(first.summary, first.kind))

    def _show(self, legs: tuple[LegView, ...], chip: Chip, because: str) -> None:
        self.chip.set_chip(chip)
        self.chip.show()
        self.because.setText(because)
        self.model.set_rows(legs)
        debit, credit = sum(x.debit for x in legs), sum(x.credit for x in legs)
        balanced = self.tr("合计  借贷平衡 ✓") if debit == credit else self.tr("合计")
        self.totals.set_totals({"debit": debit, "credit": credit}, label=balanced)


def _side(fen: int | None) -> str:
    return money_text(fen) if fen else ""
