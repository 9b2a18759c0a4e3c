"""What typing a document asks of the shop: its firm, its warehouse, its source, goods that nothing bears."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from jxc_desktop.stock.ui.paper_form import PaperForm
from jxc_desktop.stock.ui.paper_kind import TypedKind
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Pane


class PaperTyping(QObject):
    """Works for the form of one pane."""

    new_paper = Signal()
    """Ctrl+N in the lines, with nothing being searched for."""

    def __init__(self, pane: Pane, kind: TypedKind) -> None:
        super().__init__(pane)
        self._pane, self._kind = pane, kind
        self.form: PaperForm | None = None

    def attach(self, form: PaperForm) -> None:
        """Listen to a form."""
        self.form = form
        header, grid = form.header, form.grid
        header.partner_chosen.connect(self._on_partner)
        header.warehouse_chosen.connect(self._on_warehouse)
        header.day_chosen.connect(self._on_day)
        header.links.opened.connect(self._pane.context.open)
        grid.asked.connect(self._on_asked)
        grid.reason_changed.connect(self._tell_reason)
        form.filler.missing.connect(self._on_missing)

    @property
    def searching(self) -> bool:
        """Whether a text stands in the search of goods."""
        cell = self.form.grid.cell if self.form else None
        return bool(cell and cell.search and cell.typing and cell.editor.text().strip())

    def new_goods(self) -> None:
        """Begin a card of goods."""
        context = self._pane.context
        if not context.may("product.edit"):
            context.messages.notice(self.tr("没有新建商品的权限。让有权的人来建"))
            return
        pane = context.open("product")
        if pane is not None:
            pane.begin_new()

    def _on_partner(self, firm: Any) -> None:
        if self.form is None:
            return
        kind, pane = self._kind, self._pane
        kind.where = replace(kind.where, partner_id=firm.id if firm else None)
        pane.subject_changed.emit(firm.name if firm else "")
        if firm is None:
            self._take_firm(None)
        else:
            read: Callable[..., Any] = kind.read_firm(firm.id)
            pane.run_read(read, then=self._take_firm, slot="firm")
            self.form.grid.setFocus()

    def _take_firm(self, facts: Any) -> None:
        self._kind.take_firm(facts)
        self._kind.where = replace(self._kind.where, level=self._kind.level_of(facts))
        if self.form is not None:
            if person := self._kind.person_for(facts):
                self.form.header.person.setEditText(person)
            self.form.recount()
            self.form.filler.fill_again()

    def _on_warehouse(self) -> None:
        if self.form is not None:
            warehouse = self.form.header.warehouse.currentData()
            self._kind.where = replace(self._kind.where, warehouse_id=warehouse)
            self.form.filler.fill_again()

    def _on_day(self, day: date | None) -> None:
        """Prices that nobody typed are those of the document's day."""
        self._kind.where = replace(self._kind.where, day=day)
        if self.form is not None:
            self.form.filler.fill_again()

    def _on_asked(self, what: str) -> None:
        if what == "new":
            self.new_paper.emit()
        elif what == "search":
            self._pane.context.open("product")
        elif what == "prices":
            self._pane.context.open(self._kind.prices_dock)

    def _on_missing(self, code: str) -> None:
        new = Link(self.tr("新建商品"), self.new_goods, "Ctrl+N")
        said = self.tr("没有“{code}”这个商品或条码。新建，或看看是不是扫了箱码")
        self._pane.context.messages.notice(said.format(code=code), new)

    def _tell_reason(self, reason: str) -> None:
        if reason:
            self._pane.context.messages.notice(reason)
