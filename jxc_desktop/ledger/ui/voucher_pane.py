"""凭证: a page of the books line by line; Enter opens the document behind a line, Ctrl+PgUp and PgDn turn pages."""

from collections.abc import Iterator

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.ledger.queries.voucher_page import VoucherLine, VoucherPage, voucher_page
from jxc_desktop.ledger.ui.source_opening import open_source
from jxc_desktop.ledger.ui.voucher_review import VoucherReview
from jxc_desktop.ledger.ui.voucher_words import because_of_page, page_chip
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.icons import icon
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import Size, Space
from jxc_desktop.widgets.totals_row import TotalsRow


class VoucherPane(Pane):
    """Its subject is a voucher's id."""

    title = str(QT_TR_NOOP("凭证"))
    icon = "stamp"
    needs = "voucher.view"
    watches = frozenset({"voucher_entry", "voucher_mark"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.review = VoucherReview(self)
        self.review.done.connect(self.refresh)
        self.page: VoucherPage | None = None
        self.headline = Words(self.heading(), Size.TITLE, bold=True)
        self.about = Words(tone="text2")
        self.because = Words(size=Size.HINT, tone="text2")
        self.state = ChipLabel(Chip(""))
        self.state.hide()
        self.balanced = ChipLabel(Chip(""), "circle-check")
        self.balanced.hide()
        self.model: RowsModel[VoucherLine] = RowsModel(self._columns(), self, style=_style)
        self.grid = Grid(
            self.model,
            name="voucher",
            settings=context.settings,
            row_key=lambda row: (row.source, row.place),
        )
        self.totals = TotalsRow(self.grid, unit=lambda n: self.tr("行", "", n))
        self._id: int | None = None
        self._lay_out()
        self.grid.opened.connect(lambda _row: self.open_document())
        self.setFocusProxy(self.grid)

    def show_subject(self, subject: object) -> None:
        """Turn to a voucher by its id."""
        if isinstance(subject, int):
            self._id = subject
            self.refresh()

    def refresh(self) -> None:
        if self._id is not None:
            self.run_read(voucher_page, self._id, then=self._show, slot="page")

    # --- what can be done ---

    def why_not_settled(self) -> str:
        """What stands in the way of the next step of the page."""
        if self.page is None:
            return self.tr("正在读取，稍等")
        if self.page.marks.entered:
            return self.tr("这张凭证已记账")
        return "" if self.review.step(self.page.marks) else self.tr("没有审核和记账凭证的权限")

    @action(str(QT_TR_NOOP("审核")), "F12", icon="badge-check", obstacle="why_not_settled")
    def settle(self) -> None:
        """Review the page, or enter one that is reviewed."""
        if self.page is not None:
            step, voucher = self.review.step(self.page.marks), self.page.voucher
            self.review.take(step, voucher.id, voucher.name)

    @action(str(QT_TR_NOOP("反审核")), icon="rotate-ccw", needs="voucher.review")
    def unreview(self) -> None:
        """Take the review of the page back."""
        if self.page is not None:
            self.review.undo(self.page.voucher.id, self.page.voucher.name)

    @action(str(QT_TR_NOOP("上一张")), "Ctrl+PgUp", icon="chevron-left")
    def go_before(self) -> None:
        """Turn to the voucher before."""
        self._turn_to(self.page.before if self.page else None, self.tr("这是第一张凭证"))

    @action(str(QT_TR_NOOP("下一张")), "Ctrl+PgDown", icon="chevron-right")
    def go_after(self) -> None:
        """Turn to the voucher after."""
        self._turn_to(self.page.after if self.page else None, self.tr("这是最后一张凭证"))

    @action(str(QT_TR_NOOP("打开单据")), icon="external-link")
    def open_document(self) -> None:
        """Open the document behind the line under the cursor."""
        row = self.grid.current()
        if row is not None and row.source:
            open_source(self, row.source)

    @action(str(QT_TR_NOOP("明细账")), "Ctrl+Shift+L", icon="book-open", needs="report.books")
    def open_card(self) -> None:
        """Open the card of the account under the cursor."""
        row = self.grid.current()
        if row is not None and row.account:
            self.context.open("account_card", row.account)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read again."""
        self.refresh()

    def _turn_to(self, voucher: int | None, nothing: str) -> None:
        if voucher is None:
            self.context.messages.info(nothing)
        else:
            self.show_subject(voucher)

    # --- how it looks ---

    def _columns(self) -> tuple[Column[VoucherLine], ...]:
        def column(key: str, heading: str, **more: object) -> Column[VoucherLine]:
            return Column[VoucherLine](key, heading, sortable=False, **more)  # type: ignore[arg-type]

        return (
            column("place", "#", kind=Kind.COUNT, text=_place, width=40, muted=True),
            column("summary", self.tr("摘要"), width=140, stretch=True),
            column("account", self.tr("会计科目"), value=_account, width=196),
            column("about", self.tr("辅助核算"), width=116),
            column("source", self.tr("单号"), width=140, muted=True, hidden=True),
            column("debit", self.tr("借方"), kind=Kind.MONEY, text=_or_blank, width=92),
            column("credit", self.tr("贷方"), kind=Kind.MONEY, text=_or_blank, width=92),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        for widget in (self.headline, self.state, self.balanced):
            head.addWidget(widget)
        head.addStretch(1)
        for name in ("go_before", "go_after"):
            head.addWidget(ActionButton(action_named(self, name)))
        self.back = ActionButton(action_named(self, "unreview"))
        self.main = ActionButton(action_named(self, "settle"), "main")
        for button in (self.back, self.main):
            button.hide()
            head.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        top.setSpacing(Space.LABEL)
        top.addLayout(head)
        top.addWidget(self.about)
        hints = QHBoxLayout()
        hints.setContentsMargins(Space.PANE, Space.LABEL, Space.PANE, Space.LABEL)
        hints.addWidget(KeyHints([("Enter", self.tr("打开单据")), ("Ctrl+C", self.tr("复制所选"))]))
        hints.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        self.because.setContentsMargins(Space.PANE, 0, Space.PANE, Space.BLOCK)
        column.addWidget(self.because)
        column.addWidget(self.grid, 1)
        column.addWidget(self.totals)
        column.addLayout(hints)

    # --- what comes back ---

    def _show(self, page: VoucherPage) -> None:
        self.page = page
        voucher = page.voucher
        self.headline.setText(voucher.name)
        self.subject_changed.emit(voucher.name)
        self.about.setText(
            self.tr("{day} · 附单据 {count} 张 · 制单 {person}").format(
                day=voucher.day, count=voucher.attachments, person=voucher.made_by
            )
        )
        self.model.set_rows(list(_with_headings(page)))
        self.totals.set_totals({"debit": page.debit, "credit": page.credit}, count=len(page.lines))
        self.because.setText(because_of_page(page))
        self._show_state(page)
        self._show_balance(page)

    def _show_state(self, page: VoucherPage) -> None:
        """How far the page has come, and the button of the next step."""
        self.state.set_chip(page_chip(page.marks))
        self.state.show()
        step = self.review.step(page.marks)
        self.main.setVisible(bool(step))
        self.back.setVisible(bool(step and page.marks.reviewed))
        if step:
            word, symbol = self.review.word(step)
            action_named(self, "settle").setText(word)
            action_named(self, "settle").setIcon(icon(symbol, "on_accent"))

    def _show_balance(self, page: VoucherPage) -> None:
        """Whoever may not see cost sees a part of the legs, of which nothing can be said."""
        whole = self.context.may("field.cost_price")
        self.balanced.setVisible(whole)
        if whole:
            even = page.debit == page.credit
            words = self.tr("借贷平衡") if even else self.tr("借贷不平")
            self.balanced.set_chip(
                Chip(words, "ok" if even else "bad"), "circle-check" if even else "circle-alert"
            )


def _with_headings(page: VoucherPage) -> Iterator[VoucherLine]:
    """The lines; where a page binds several documents (a shift), each under its number."""
    several, source = len(page.sources) > 1, ""
    for line in page.lines:
        if several and line.source != source:
            source = line.source
            yield VoucherLine(0, source, line.kind, source, "", "", "", 0, 0)
        yield line


def _style(line: VoucherLine) -> RowStyle:
    return RowStyle.NORMAL if line.place else RowStyle.GROUP


def _place(place: int) -> str:
    return str(place) if place else ""


def _account(line: VoucherLine) -> str:
    return f"{line.account} {line.name}".strip()


def _or_blank(fen: int) -> str:
    return money_text(fen) if fen else ""
