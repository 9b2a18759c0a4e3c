"""供应商价目: what one supplier asks for its goods, said by its quotations or typed, edited in place."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QT_TR_NOOP

from jxc_desktop.catalog.queries import ProductHit
from jxc_desktop.catalog.ui.lines_of_one_pane import LinesOfOnePane, LinesWords
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.typed_prices import TypedPrice, keep_supplier_prices, typed_prices
from jxc_desktop.purchase.ui.price_columns import price_columns
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.search_field import SearchField


class SupplierPricePane(LinesOfOnePane):
    """The price list of the supplier in the field above."""

    title = str(QT_TR_NOOP("供应商价目"))
    icon = "tags"
    needs = "field.purchase_price"
    watches = frozenset({"supplier_price"})
    edit_right = "supplier_price.edit"
    grid_name = "supplier_prices"
    blank = TypedPrice
    read = staticmethod(typed_prices)
    keep = staticmethod(keep_supplier_prices)
    places: ClassVar[Mapping[str, str]] = {"until_day": "last"}

    def said(self) -> LinesWords:
        return LinesWords(
            one=self.tr("供应商"),
            choose=self.tr("先选供应商，这里是它的进价。"),
            none=self.tr("还没有它的进价。在商品格填商品，或录供应商报价单，审核后自动进来。"),
            some=self.tr("{count} 条。同一商品有几条时，开始得最晚的算。"),
            kept=self.tr("{name} 的价目已保存，改动 {count} 条"),
        )

    def one_field(self) -> SearchField:
        return supplier_field(self)

    def columns(self) -> Sequence[EntryColumn[TypedPrice]]:
        return price_columns(self.suggest, self.take, self.context.clock.today)

    def line_for(self, hit: ProductHit) -> TypedPrice:
        return TypedPrice(0, hit.id, hit.name, hit.unit, first=self.context.clock.today())

    @action(
        str(QT_TR_NOOP("保存")),
        "F12",
        needs="supplier_price.edit",
        icon="save",
        obstacle="why_not_saved",
    )
    def save(self) -> None:
        """Keep the prices as they stand."""
        self.keep_now()
