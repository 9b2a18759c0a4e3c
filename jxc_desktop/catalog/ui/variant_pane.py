"""多属性: the colours and sizes of a style, each a product; at the left, the axes and the styles that there are."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.catalog.queries import ProductHit, StyleRow, style_list, variants_of
from jxc_desktop.catalog.styles import (
    MOST_AXES,
    Axis,
    Variant,
    grid_of,
    keep_variants,
    read_axis,
    typed_variants,
)
from jxc_desktop.catalog.ui.lines_of_one_pane import LinesOfOnePane, LinesWords
from jxc_desktop.catalog.ui.product_search import style_field
from jxc_desktop.catalog.ui.typed_product import shown_price
from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.texts import typed_code
from jxc_desktop.widgets.actions import action, action_named
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_price
from jxc_desktop.widgets.form_row import FormRow
from jxc_desktop.widgets.formats import price_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.search_field import SearchField
from jxc_desktop.widgets.tokens import Space

EDIT = "product.edit"
_SIDE = 320


class VariantPane(LinesOfOnePane):
    """The variants of the product in the field above."""

    title = str(QT_TR_NOOP("多属性"))
    icon = "layers"
    needs = "product.view"
    watches = frozenset({"product", "barcode", "variant_value"})
    edit_right = EDIT
    grid_name = "variants"
    blank = partial(Variant, ())
    read = staticmethod(typed_variants)
    usual = "code"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._styles: RowsModel[StyleRow] = RowsModel(_style_columns())
        self.axes = [QLineEdit() for _ in range(MOST_AXES)]
        super().__init__(context, parent)
        self.refresh()

    # --- what the pane says ---

    def said(self) -> LinesWords:
        return LinesWords(
            one=self.tr("款"),
            choose=self.tr("先选一个商品做款，如 T恤。左边是已有的款。"),
            none=self.tr("还没有分颜色尺码。在左边写属性，按 Ctrl+G 生成，再 F12 保存。"),
            some=self.tr("{count} 种，各有编号、条码、价格、库存。款自己不买不卖。"),
            kept=self.tr("{name} 的颜色尺码已保存，改动 {count} 种"),
        )

    def one_field(self) -> SearchField:
        return style_field(self)

    def beside(self) -> QWidget | None:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ROW)
        examples = (self.tr("颜色：红 黑 白"), self.tr("尺码：S M L"), self.tr("可以不写"))
        for place, (field, example) in enumerate(zip(self.axes, examples, strict=True), 1):
            field.setPlaceholderText(example)
            field.setReadOnly(not self.context.may(EDIT))
            field.returnPressed.connect(partial(self._next_axis, place))
            column.addWidget(FormRow(self.tr("属性 {place}").format(place=place), field))
        column.addWidget(ActionButton(action_named(self, "generate")))
        self.styles = Grid(self._styles, name="styles", settings=self.context.settings)
        self.styles.setAccessibleName(self.tr("已有的款"))
        self.styles.activated.connect(lambda _place: self._go_to_style())
        self.styles.clicked.connect(lambda _place: self._go_to_style())
        column.addWidget(self.styles, 1)
        return side

    def columns(self) -> Sequence[EntryColumn[Variant]]:
        return _columns(may_price=self.context.may("price.edit"))

    def line_for(self, _hit: ProductHit) -> Variant:
        return Variant(())

    # --- what others ask ---

    def refresh(self) -> None:
        super().refresh()
        self.run_read(style_list, then=self._styles.set_rows, slot="styles")

    # --- what can be done ---

    @action(
        str(QT_TR_NOOP("生成")), "Ctrl+G", needs=EDIT, icon="layers", obstacle="why_not_generated"
    )
    def generate(self) -> None:
        """Add a line for each combination of the values that is not there yet."""
        there = {line.values for line in self._typed()}
        fresh = [
            each for each in grid_of(self.one.choice.code, self._read()) if each.values not in there
        ]
        for line in fresh:
            self.grid.append(line, self.tr("生成"))
        self.context.messages.info(
            self.tr("添了 {count} 种，F12 保存").format(count=len(fresh))
            if fresh
            else self.tr("这些都有了")
        )

    def why_not_generated(self) -> str:
        """What keeps the combinations from being made."""
        if self.one.choice is None:
            self.one.setFocus()
            return self.tr("先选一个商品做款")
        try:
            axes = self._read()
        except UserError as error:
            return error.message
        if not axes:
            self.axes[0].setFocus()
            return self.tr("先写属性，如 颜色：红 黑 白")
        return ""

    @action(str(QT_TR_NOOP("保存")), "F12", needs=EDIT, icon="save", obstacle="why_not_saved")
    def save(self) -> None:
        """Keep the variants as they stand."""
        self.keep_now()

    def keep_now(self) -> None:
        """Keep them, by the names of the axes that are written."""
        try:
            names = tuple(axis.name for axis in self._read())
        except UserError as error:
            self.context.messages.notice(error.message)
            return
        one, then = self.one.choice, partial(self._on_kept, self.one.choice)
        self.run_write(keep_variants, one.id, names, self._shown, self._typed(), then=then)

    # --- inside ---

    def _read(self) -> list[Axis]:
        return [axis for field in self.axes if (axis := read_axis(field.text()))]

    def _typed(self) -> tuple[Any, ...]:
        return tuple(line for line in self.grid.lines() if line.values)

    def _next_axis(self, place: int) -> None:
        (self.axes[place] if place < MOST_AXES else self.grid).setFocus()

    def _on_one(self, one: Any) -> None:
        for field in self.axes:
            field.clear()
        super()._on_one(one)
        if one is not None:
            self.run_read(variants_of, one.id, then=self._show_axes, slot="axes")

    def _show_axes(self, variants: Sequence[Any]) -> None:
        """Write the axes and values that there are, for more to be added."""
        for place, name in enumerate(variants[0].axes if variants else ()):
            values = dict.fromkeys(each.values[place] for each in variants)
            self.axes[place].setText(f"{name}：{' '.join(values)}")

    def _go_to_style(self) -> None:
        row = self.styles.current()
        if row is None:
            return
        if self.dirty:
            self.context.messages.notice(self.tr("改动还没有保存。F12 保存，或 F5 放弃"))
            return
        self.show_subject(row)


def _style_columns() -> tuple[Column[StyleRow], ...]:
    return (
        Column[StyleRow]("code", translate("catalog", "编号"), kind=Kind.CODE, width=84),
        Column[StyleRow](
            "name", translate("catalog", "款"), sub=lambda row: row.spec, width=120, stretch=True
        ),
        Column[StyleRow]("variants", translate("catalog", "几种"), kind=Kind.COUNT, width=52),
    )


def _columns(*, may_price: bool) -> tuple[EntryColumn[Variant], ...]:
    return (
        number_column(),
        EntryColumn[Variant](
            "values",
            translate("catalog", "颜色尺码"),
            lambda line: " ".join(line.values),
            width=150,
            stretch=True,
            sortable=False,
        ),
        EntryColumn[Variant](
            "code", translate("catalog", "编号"), width=140, sortable=False, edit=_with_code
        ),
        EntryColumn[Variant](
            "barcode", translate("catalog", "条码"), width=140, sortable=False, edit=_with_barcode
        ),
        EntryColumn[Variant](
            "price",
            translate("catalog", "零售价"),
            kind=Kind.PRICE,
            text=lambda value: translate("catalog", "同款") if value is None else price_text(value),
            draft=lambda line: shown_price(line.price),
            width=92,
            sortable=False,
            edit=_with_price if may_price else None,
        ),
    )


def _with_code(line: Variant, text: str) -> Variant:
    return replace(_generated(line), code=typed_code(text))


def _with_barcode(line: Variant, text: str) -> Variant:
    return replace(_generated(line), barcode=typed_code(text))


def _with_price(line: Variant, text: str) -> Variant:
    return replace(_generated(line), price=parse_price(text) if text.strip() else None)


def _generated(line: Variant) -> Variant:
    if not line.values:
        raise InvalidInput(translate("catalog", "先在左边写属性，按 Ctrl+G 生成"))
    return line
