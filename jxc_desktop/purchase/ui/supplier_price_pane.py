"""供应商价目: what one supplier asks for its goods, said by its quotations or typed, edited in place."""

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries import ProductHit, find_products
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.typed_prices import TypedPrice, keep_supplier_prices, typed_prices
from jxc_desktop.purchase.ui.price_columns import price_columns
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.entry_columns import Answer
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.labels import Words
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.tokens import Size, Space

EDIT = "supplier_price.edit"
_FIRM = 320


class SupplierPricePane(Pane):
    """The price list of the supplier in the field above; kept with F12."""

    title = str(QT_TR_NOOP("供应商价目"))
    icon = "tags"
    needs = "field.purchase_price"
    watches = frozenset({"supplier_price"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.supplier = supplier_field(self)
        columns = price_columns(self._suggest, self._take, context.clock.today)
        self.grid = EntryGrid(
            columns, TypedPrice, name="supplier_prices", settings=context.settings
        )
        self.grid.setAccessibleName(self.heading())
        self.note = Words(self.tr("先选供应商，这里是它的进价。"), Size.HINT, tone="text2")
        self._shown: tuple[TypedPrice, ...] = ()
        self._lay_out()
        self.supplier.chosen.connect(self._on_supplier)
        self.grid.lines_changed.connect(self._tell_unsaved)
        self.grid.refused.connect(context.messages.notice)
        self.grid.told.connect(context.messages.info)
        self.grid.setEnabled(False)
        self.setFocusProxy(self.supplier)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Show the prices of one supplier, given as its search hit."""
        if subject is not None and hasattr(subject, "id"):
            self.supplier.set_choice(subject)
            self._on_supplier(subject)

    def refresh(self) -> None:
        """A quotation was approved somewhere; what is typed here is not thrown away for it."""
        if self.supplier.choice is not None and not self.dirty:
            self.run_read(typed_prices, self.supplier.choice.id, then=self._show, slot="prices")

    def mark_field(self, field: str, reason: str) -> None:
        if field.startswith("lines["):
            place, _, name = field.removeprefix("lines[").partition("]")
            keys = {column.key for column in self.grid.entry.entry_columns}
            key = {"until_day": "last"}.get(name.lstrip("."), name.lstrip("."))
            self.grid.mark(int(place), key if key in keys else "price", reason)
            self.grid.setFocus()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not kept."""
        return self._typed() != self._shown

    # --- what can be done ---

    def why_not_saved(self) -> str:
        """What keeps the prices from being kept."""
        if self.supplier.choice is None:
            self.supplier.setFocus()
            return self.tr("先选供应商")
        if not self.grid.commit():
            return self.tr("有一格还没填好。改好再保存")
        return "" if self.dirty else self.tr("没有改动")

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep the prices as they stand."""
        firm = self.supplier.choice
        kept = partial(self._on_kept, firm)
        self.run_write(keep_supplier_prices, firm.id, self._typed(), then=kept)

    @action(str(QT_TR_NOOP("刷新")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """Read the prices again; what was typed is dropped."""
        if self.supplier.choice is not None:
            self._on_supplier(self.supplier.choice)

    # --- inside ---

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.BLOCK)
        bar.addWidget(Words(self.heading(), Size.TITLE, bold=True))
        row = FormRow(self.tr("供应商"), self.supplier)
        row.setFixedWidth(_FIRM)
        bar.addWidget(row)
        bar.addStretch(1)
        bar.addWidget(ActionButton(action_named(self, "save"), "main"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self.note)

    def _typed(self) -> tuple[TypedPrice, ...]:
        return tuple(line for line in self.grid.lines() if line.product_id)

    def _on_supplier(self, firm: Any) -> None:
        self._shown = ()
        self.grid.start(())
        self.grid.setEnabled(firm is not None and self.context.may(EDIT))
        self.subject_changed.emit(firm.name if firm else "")
        if firm is not None:
            self.run_read(typed_prices, firm.id, then=self._show, slot="prices")

    def _show(self, lines: tuple[TypedPrice, ...]) -> None:
        self._shown = lines
        self.grid.start(lines)
        none = self.tr("还没有它的进价。在商品格填商品，或录供应商报价单，审核后自动进来。")
        some = self.tr("{count} 条。同一商品有几条时，开始得最晚的算。").format(count=len(lines))
        self.note.setText(some if lines else none)
        if self.grid.isEnabled():
            self.grid.setFocus()

    def _tell_unsaved(self) -> None:
        self.unsaved_changed.emit(self.dirty)

    def _on_kept(self, firm: Any, count: int) -> None:
        said = self.tr("{name} 的价目已保存，改动 {count} 条")
        self.context.messages.success(said.format(name=firm.name, count=count))
        self._on_supplier(firm)

    def _suggest(self, text: str, _line: TypedPrice, then: Answer) -> None:
        self.run_read(find_products, text, then=then, slot="offers")

    def _take(self, _line: TypedPrice, hit: ProductHit) -> TypedPrice:
        return TypedPrice(0, hit.id, hit.name, hit.unit, first=self.context.clock.today())
