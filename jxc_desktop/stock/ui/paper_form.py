"""A document of goods on screen: its head, its lines, its foot; typed into until it is posted, then only read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import LineDraft, Terms
from jxc_desktop.stock.typed_paper import (
    TypedLine,
    TypedPaper,
    TypedTotals,
    line_of,
    without_blanks,
)
from jxc_desktop.stock.ui.line_columns import (
    CAUSE,
    PRICE,
    REJECTED,
    empty_line,
    leave_unused,
    line_columns,
)
from jxc_desktop.stock.ui.line_filler import LineFiller
from jxc_desktop.stock.ui.line_rules import LineRules
from jxc_desktop.stock.ui.paper_foot import PaperFoot
from jxc_desktop.stock.ui.paper_header import HeaderParts, PaperHeader
from jxc_desktop.stock.ui.paper_kind import TypedKind
from jxc_desktop.stock.ui.paper_opening import Opened
from jxc_desktop.stock.ui.posted_lines import TradeView, left_away
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Space

FIELDS = {"partner_id": "partner", "warehouse_id": "warehouse", "from": "source"}
"""Fields of the services and the rows of the head they stand in."""


class PaperForm(QWidget):
    """Reads and shows a `TypedPaper`; shows a posted document."""

    edited = Signal()
    finished = Signal()
    """Enter in the last field: to the main button."""

    def __init__(self, pane: Pane, kind: TypedKind, choices: PaperChoices) -> None:
        super().__init__(pane)
        self._pane, self._kind, self._choices = pane, kind, choices
        self._follows = TypedPaper(date.min)
        may = pane.context.may
        self.priced = not kind.price_right or may(kind.price_right)
        self.typing = True
        self._refused_away = frozenset({REJECTED, CAUSE})
        self._away: frozenset[str] | None = None
        kind.settings = choices.settings
        self._rules = self._make_rules(may)
        today = pane.context.clock.today
        words = kind.words()
        self.filler = LineFiller(pane, kind, self._rules)
        self.header = PaperHeader(
            kind.partner_field(pane),
            self._header_parts(),
            choices,
            today,
            with_tax=choices.with_tax(buying=kind.buying),
        )
        self.grid = EntryGrid(
            line_columns(self._rules, self.filler.suggest, self.filler.take),
            empty_line,
            name=f"{kind.kind}_lines",
            settings=pane.context.settings,
        )
        self.grid.setAccessibleName(self.tr("商品行"))
        self.posted: RowsModel[Any] = RowsModel(kind.shown_columns(may), self)
        self.posted_grid = Grid(
            self.posted, name=f"{kind.kind}_posted", settings=pane.context.settings
        )
        self.foot = PaperFoot(words.get("paid", ""), priced=self.priced, discounts=kind.discounts)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # --- reading what is typed ---

    @property
    def lines(self) -> Sequence[TypedLine]:
        """The typed lines, without the blank one."""
        typed: Sequence[TypedLine] = self.grid.lines()
        return typed

    def paper(self) -> TypedPaper:
        """All that is typed now."""
        head = self.header.read()
        head["day"] = head["day"] or self._pane.context.clock.today()
        return TypedPaper(
            **head,
            paid=self.foot.paid.value,
            remark=self.foot.remark.text().strip(),
            order_discount=self.grid.entry.steps.header,
            lines=tuple(line.kept() for _row, line in without_blanks(self.lines)),
            source=self._follows.source,
            amends=self._follows.amends,
        )

    @property
    def order_discount(self) -> int:
        """Fen off the whole document, undone together with the lines; what it follows gives its share unless typed."""
        typed: int | None = self.grid.entry.steps.header
        return self._kind.shared_discount(self._whole_lines()) if typed is None else typed

    @property
    def _seen_discount(self) -> int:
        """The same for the eye: nothing for who may not see money, even where no field shows it."""
        return self.order_discount if self.priced else 0

    def terms(self) -> Terms:
        """How the lines are priced now."""
        day = self.header.day.day or self._pane.context.clock.today()
        kind = self._kind
        return self._choices.terms(
            day,
            buying=kind.buying,
            level=kind.where.level,
            includes_tax=self.header.includes_tax,
        )

    def totals(self) -> TypedTotals:
        """What it comes to now; nothing for who may not see money."""
        if not self.priced:
            return TypedTotals(lines=len(self._counted()))
        terms = replace(self.terms(), order_discount=self.order_discount)
        return self._kind.totals_of(self._whole_lines(), terms)

    def line_drafts(self) -> list[LineDraft]:
        """The complete lines for the service."""
        return [draft for line in self._whole_lines() if (draft := line.draft)]

    def obstacle(self) -> str:
        """Why it cannot be posted as it stands, in words; goes to the place."""
        if not (self.grid.commit() and self.foot.settle() and self.header.settle()):
            return self.tr("有一格还没填好。先改好")
        if self.header.partner.choice is None:
            self.header.partner.setFocus()
            return self._kind.words()["empty"]
        if self.header.day.day is None:
            self.header.day.setFocus()
            return self.tr("填业务日期")
        if not self._whole_lines():
            self.grid.go_to_cell(0)
            self.grid.setFocus()
            if without_blanks(self.lines):
                return self.tr("还没有填数量。在要的行填上数量")
            return self.tr("还没有商品。在商品格填编号、拼音或扫码")
        return self._line_obstacle() or self._kind.obstacle(self.paper())

    # --- showing ---

    def show_typed(self, opened: Opened) -> None:
        """Show a draft, or a new document."""
        paper = self._follows = opened.paper
        self.typing = True
        self.header.show_paper(paper)
        self.grid.start([self._placed(line, opened) for line in paper.lines], paper.order_discount)
        self.foot.show_fields(paper.remark, self._seen_discount, paper.paid)
        kind = self._kind.source_kind
        linked = (kind, paper.source) if paper.source and kind else None
        self.header.links.show_links(linked)
        self.show_refused(shown=any(line.rejected for line in self.lines))
        self._name_prices()
        self._show_mode()
        self.recount()

    def show_refused(self, *, shown: bool) -> None:
        """Show what is refused at the door; most receipts refuse nothing, and their lines need the room."""
        self._refused_away = frozenset() if shown else frozenset({REJECTED, CAUSE})
        self._leave_away()

    def _leave_away(self) -> None:
        """Columns that this document has no use for: their room is the others'."""
        away = leave_unused(self.grid, self._refused_away, self._away)
        self._away = away

    def place_again(self, opened: Opened) -> None:
        """What the document follows went on meanwhile: show how much of each line is left."""
        self.grid.amend(
            lambda line: line.from_line is not None,
            lambda line: opened.source.placed(line) if opened.source else line,
        )
        self.recount()

    @staticmethod
    def _placed(kept: Mapping[str, Any], opened: Opened) -> TypedLine:
        line = line_of(kept, opened.goods)
        return opened.source.placed(line) if opened.source else line

    def show_posted(self, view: TradeView) -> None:
        """Show a document as the books have it."""
        self.typing = False
        paid = list(view.payments)
        names = {name: account for account, name in self._choices.accounts}
        paper = TypedPaper(
            view.head.day,
            view.partner_id,
            view.partner_name,
            view.warehouse_id,
            names.get(paid[0].name) if paid else None,
            extra=self._kind.extra_of(view),
            due_day=getattr(view, "due_day", None),
            source=self._kind.source_of(view),
            price_includes_tax=view.price_includes_tax,
            person=self._kind.person_of(view),
        )
        self._follows = paper
        self.header.show_paper(paper)
        linked = (self._kind.source_kind, paper.source) if paper.source else None
        self.header.links.show_links(linked, self._kind.followers_of(view))
        self.posted.set_rows(view.lines)
        self.posted_grid.arrangement.leave_away(left_away(view.lines))
        discount = view.order_discount or 0
        amount = sum(payment.amount for payment in paid) if paid else None
        self.foot.show_fields(view.head.remark or view.head.reason, discount, amount)
        whole = None if view.total is None else view.total + discount
        self.foot.show_sums(whole, discount, view.tax, view.total)
        self.foot.note.setText(self._count_words([(x.unit, x.quantity) for x in view.lines]))
        self.header.note.setText("")
        self._name_prices()
        self._show_mode()

    def recount(self) -> None:
        """Show sums and notes of what is typed now."""
        self._leave_away()
        totals = self.totals()
        counted = [(x.unit, x.quantity or 0) for x in self._whole_lines()]
        self.foot.show_totals(totals, self._count_words(counted))
        if self.foot.discount.value != self._seen_discount and not self.foot.discount.hasFocus():
            self.foot.discount.set_value(self._seen_discount)
        on_credit = self.header.settling.currentData() is None
        self.foot.show_paying(paying=not on_credit)
        self.header.note.setText(self._kind.firm_note(totals.total, on_credit=on_credit))

    def mark_field(self, field: str, reason: str) -> None:
        """Mark the place that an error of a service names."""
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            rows = [row for row, _line in self._counted()]
            keys = {column.key for column in self.grid.entry.entry_columns}
            name = name.lstrip(".")
            self.grid.mark(rows[int(place)], name if name in keys else "product", reason)
            self.grid.setFocus()
            return
        self.header.mark(FIELDS.get(field, field), reason) or self.foot.mark(field, reason)

    # --- inside ---

    def _counted(self) -> list[tuple[int, TypedLine]]:
        """The lines that count with their rows: those refused whole do not, nor blanks of a kind that skips them."""
        skips = self._kind.skips_blanks
        named = without_blanks(self.lines)
        return [(row, x) for row, x in named if x.quantity or not (skips or x.rejected)]

    def _whole_lines(self) -> list[TypedLine]:
        return [line for _row, line in self._counted()]

    def _line_obstacle(self) -> str:
        for row, line in self._counted():
            reason, key = self._why_not(line)
            if reason:
                self.grid.mark(row, key, reason)
                self.grid.setFocus()
                return self.tr("第 {row} 行：{reason}").format(row=row + 1, reason=reason)
        return self.totals().problem

    def _why_not(self, line: TypedLine) -> tuple[str, str]:
        if line.quantity is None:
            return self.tr("没有数量"), "quantity"
        for place, column in enumerate(self.grid.entry.entry_columns):
            mark = column.mark(line) if column.mark else None
            if mark and mark.tone == "bad":
                return mark.reason, self.grid.entry.entry_columns[place].key
        if self.priced and line.price is None:
            return self.tr("没有单价"), "price"
        return "", ""

    def _count_words(self, counted: Sequence[tuple[str, int]]) -> str:
        said = self.tr("共 %n 行", "", len(counted))
        units = {unit for unit, _quantity in counted}
        if len(units) == 1:
            whole = quantity_text(sum(quantity for _unit, quantity in counted))
            said += f" · {whole} {units.pop()}"
        return said

    def _make_rules(self, may: Callable[[str], bool]) -> LineRules:
        kind = self._kind
        words = kind.words()
        negative = self._choices.settings.allow_negative_stock
        return LineRules(
            terms=self.terms,
            price_of=lambda line, unit: kind.price_of(line, unit, self.terms()),
            price_mark=lambda line: kind.price_mark(line, self.terms()),
            meant_unit=lambda line: kind.meant_unit(line, self.terms()),
            shortage=kind.shortage(negative_allowed=negative),
            last_heading=words["last"],
            may_create=may("product.edit"),
            priced=self.priced,
            amount_of=lambda line: kind.amount_of(line, self.terms()),
            over_mark=kind.over_mark,
            fixed=kind.fixed,
            words=words,
            by_lot=kind.by_lot,
            lots_come=kind.by_lot and kind.buying,
        )

    def _header_parts(self) -> HeaderParts:
        kind, words = self._kind, self._kind.words()
        credit = words.get("credit") or self.tr("赊销")
        return HeaderParts(
            words["partner"],
            kind.extras(self._choices),
            kind.source_field(self._pane),
            words.get("due", ""),
            credit if kind.pays else "",
            (kind.person_field, words["person"]) if kind.person_field else None,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        head = QVBoxLayout()
        head.setContentsMargins(Space.PANE, 0, Space.PANE, 0)
        head.addWidget(self.header)
        column.addLayout(head)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.posted_grid)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.filler.attach(self.grid)
        self.filler.filled.connect(self._leave_away)
        self.grid.lines_changed.connect(self._on_edited)
        self.grid.finished.connect(self.foot.enter)
        self.header.edited.connect(self._on_edited)
        self.header.taxed_changed.connect(self._on_taxed)
        self.foot.edited.connect(self._on_edited)
        self.foot.discount_typed.connect(self._on_discount)
        self.foot.finished.connect(self.finished)
        notice = self._pane.context.messages.notice
        for part in (self.header, self.foot, self.grid):
            part.refused.connect(notice)
        self.grid.told.connect(self._pane.context.messages.info)
        self.grid.code_typed.connect(self.filler.scan)

    def _show_mode(self) -> None:
        self._stack.setCurrentWidget(self.grid if self.typing else self.posted_grid)
        self.header.set_read_only(read_only=not self.typing)
        self.foot.set_read_only(read_only=not self.typing)
        self.foot.show_paying(paying=self.header.settling.currentData() is not None)

    def _name_prices(self) -> None:
        """The heading of prices says whether they hold tax."""
        word = self.tr("含税单价") if self.header.includes_tax else self.tr("不含税单价")
        for model in (self.grid.entry, self.posted):
            model.rename(PRICE, word)

    def _on_taxed(self) -> None:
        """Prices that nobody typed follow; typed ones stay and mean the other."""
        self._name_prices()
        self.filler.fill_again()

    def _on_edited(self) -> None:
        if self.typing:
            self.recount()
            self.edited.emit()

    def _on_discount(self, fen: int) -> None:
        steps = self.grid.entry.steps
        steps.change(steps.lines, row=0, name=self.tr("整单优惠"), header=fen)
        self._on_edited()
