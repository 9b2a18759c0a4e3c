"""One product on screen, in tabs; it takes what is typed and keeps nothing itself."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from jxc_desktop.catalog.drafts import LOT, SERIAL, ProductDraft
from jxc_desktop.catalog.queries import ProductCard as CardView
from jxc_desktop.catalog.ui.typed_product import TypedProduct, typed
from jxc_desktop.catalog.ui.unit_grid import unit_grid
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.shop.tax import tax_rates
from jxc_desktop.widgets.card_tabs import CardTabs, filled_page, form_page
from jxc_desktop.widgets.formats import tax_text

May = Callable[[str], bool]
_MOST_PLACES = 4
_REMARK_HEIGHT = 64


class ProductCard(CardTabs):
    """The tabs 基本, 单位与条码, 价格, 库存, 税 of the product under the cursor, or of a new one."""

    def __init__(self, may: May, parent: QWidget | None = None) -> None:
        super().__init__(editable=may("product.edit"), parent=parent)
        self._may = may
        self._shown = typed(ProductDraft(""))
        self.pinyin = QLabel()
        self.category = QComboBox(editable=True)
        self.remark = QPlainTextEdit()
        self.weighed = QCheckBox(self.tr("称重商品"))
        self.track_stock = QCheckBox(self.tr("记库存（服务类不记）"))
        self.tracking = QComboBox()
        self.places = QComboBox()
        self.tax_rate = QComboBox()
        self._may_price = self.editable and may("price.edit")
        self.units = unit_grid(self._base_unit, may_price=self._may_price)
        self._lay_out()
        self._connect()
        self.begin_new()

    # --- what it shows and holds ---

    def begin_new(self) -> None:
        """Show an empty card; name, unit and retail price are enough."""
        self.show_typed(typed(ProductDraft("")))
        self.title.setText(self.tr("新商品"))
        self.setCurrentIndex(0)

    def show_card(self, card: CardView) -> None:
        self.show_typed(typed(card.draft))
        self.title.setText(f"{card.draft.name} {card.draft.spec}".strip())
        self.pinyin.setText(card.pinyin)

    def show_typed(self, product: TypedProduct) -> None:
        self._shown = product
        self.filling = True
        self.fill(product.texts)
        self.category.setCurrentText(product.texts.get("category", ""))
        self.remark.setPlainText(product.texts.get("remark", ""))
        self.weighed.setChecked(product.weighed)
        self.track_stock.setChecked(product.track_stock)
        self.tracking.setCurrentIndex(self.tracking.findData(product.tracking))
        self.places.setCurrentIndex(self.places.findData(product.places))
        self._show_rate(product.tax_rate)
        self.units.start(product.units)
        self.pinyin.setText(self.tr("保存时按名称生成"))
        self.filling = False
        self.mark("")

    def typed(self) -> TypedProduct:
        own = {"category": self.category.currentText(), "remark": self.remark.toPlainText()}
        return TypedProduct(
            self._shown.id,
            {**self._shown.texts, **self.texts(), **own},
            self.units.lines(),
            self._shown.prices,
            self.places.currentData(),
            self.tax_rate.currentData(),
            self.weighed.isChecked(),
            self.track_stock.isChecked(),
            self.tracking.currentData(),
        )

    def obstacle(self) -> str:
        return "" if self.fields["name"].text().strip() else self.tr("商品没有名称。填上名称")

    def others(self) -> dict[str, QWidget]:
        return {
            "category": self.category,
            "remark": self.remark,
            "places": self.places,
            "tax_rate": self.tax_rate,
            "track_stock": self.track_stock,
            "tracking": self.tracking,
            "units": self.units,
            "prices": self.units,
        }

    def offer_categories(self, paths: Sequence[str]) -> None:
        """The category paths that can be chosen; others can be typed."""
        before, self.filling = self.category.currentText(), True
        self.category.clear()
        self.category.addItems(["", *paths])
        self.category.setCurrentText(before)
        self.filling = False

    # --- how it is made ---

    def _lay_out(self) -> None:
        self.pinyin.setProperty("tone", "text2")
        self.setAccessibleName(self.tr("商品卡片"))
        self.addTab(self._basic(), self.tr("基本"))
        self.addTab(self._unit_page(), self.tr("单位与条码"))
        self.addTab(self._prices(), self.tr("价格"))
        self.addTab(self._stock(), self.tr("库存"))
        self.addTab(self._tax(), self.tr("税"))

    def _basic(self) -> QWidget:
        self.category.setAccessibleName(self.tr("类别"))
        self.category.setEnabled(self.editable)
        self.remark.setAccessibleName(self.tr("备注"))
        self.remark.setReadOnly(not self.editable)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(_REMARK_HEIGHT)
        return form_page(
            self.line("name", self.tr("名称")),
            self.line("spec", self.tr("规格")),
            self.line("unit", self.tr("单位"), self.tr("不填就是 个")),
            self.line("retail_price", self.tr("零售价"), editable=self._may_price),
            self.line("barcodes", self.tr("条码"), self.tr("可以扫，几个用空格隔开")),
            self.line("code", self.tr("编号"), self.tr("不填就接着往下编")),
            (self.tr("助记码"), self.pinyin),
            (self.tr("类别"), self.category),
            self.line("brand", self.tr("品牌")),
            self.line("origin", self.tr("产地")),
            (self.tr("备注"), self.remark),
        )

    def _unit_page(self) -> QWidget:
        self.units.setEnabled(self.editable)
        words = self.tr(
            "大单位各写一行：箱，换算率 24，就是 1 箱 = 24 个基本单位。基本单位的条码写在“基本”里。"
        )
        return filled_page(self.units, words)

    def _prices(self) -> QWidget:
        own = self._may_price
        rows = [
            self.line("wholesale", self.tr("批发价"), editable=own),
            self.line("member", self.tr("会员价"), editable=own),
            self.line("level_1", self.tr("等级价 1"), editable=own),
            self.line("level_2", self.tr("等级价 2"), editable=own),
            self.line("level_3", self.tr("等级价 3"), editable=own),
            self.line("min_price", self.tr("最低售价"), editable=own),
        ]
        if self._may("field.purchase_price"):
            rows.insert(0, self.line("purchase_price", self.tr("进价")))
        words = self.tr("都是一个基本单位的价格，售价含税。零售价写在“基本”里。")
        return form_page(*rows, note=words)

    def _stock(self) -> QWidget:
        self.places.addItem(self.tr("按单位（千克、米 3 位，其他 0 位）"), None)
        for places in range(_MOST_PLACES + 1):
            self.places.addItem(self.tr("{places} 位").format(places=places), places)
        self.places.setAccessibleName(self.tr("数量小数位"))
        self._offer_trackings()
        for widget in (self.places, self.weighed, self.track_stock, self.tracking):
            widget.setEnabled(self.editable)
        return form_page(
            ("", self.track_stock),
            ("", self.weighed),
            self.line("plu", self.tr("秤码"), self.tr("电子秤上这种商品的号码（PLU）")),
            (self.tr("数量小数位"), self.places),
            self.line("min_stock", self.tr("最低库存")),
            self.line("max_stock", self.tr("最高库存")),
            (self.tr("批次管理"), self.tracking),
            self.line(
                "shelf_life_days", self.tr("保质期天数"), self.tr("填了，有效期按生产日期算")
            ),
            self.line("expiry_warn_days", self.tr("提前提醒天数"), self.tr("不填就是 30 天")),
            self.line("weight", self.tr("毛重（千克）"), self.tr("一个基本单位，分摊运费用")),
            self.line("volume", self.tr("体积（立方米）"), self.tr("一个基本单位，分摊运费用")),
        )

    def _offer_trackings(self) -> None:
        self.tracking.addItem(self.tr("不管"), "")
        self.tracking.addItem(self.tr("按批次（批号、有效期）"), LOT)
        self.tracking.addItem(self.tr("按序列号（一件一号）"), SERIAL)
        self.tracking.setAccessibleName(self.tr("批次管理"))

    def _tax(self) -> QWidget:
        self.tax_rate.addItem(self.tr("按公司设置"), None)
        listed = sorted({rate.rate for rate in tax_rates() if rate.end is None}, reverse=True)
        for rate in (*listed, 0, EXEMPT):
            self.tax_rate.addItem(tax_text(rate), rate)
        self.tax_rate.setAccessibleName(self.tr("税率"))
        self.tax_rate.setEnabled(self.editable)
        return form_page((self.tr("税率"), self.tax_rate))

    def _connect(self) -> None:
        self.category.editTextChanged.connect(self.touched)
        self.remark.textChanged.connect(self.touched)
        for box in (self.weighed, self.track_stock):
            box.clicked.connect(self.touched)
        for choice in (self.places, self.tax_rate, self.tracking):
            choice.activated.connect(self.touched)
        self.units.lines_changed.connect(self.touched)

    def _base_unit(self) -> str:
        return self.fields["unit"].text()

    def _show_rate(self, rate: int | None) -> None:
        """Choose the rate; one that is listed no more is offered as long as the product has it."""
        if self.tax_rate.findData(rate) < 0:
            self.tax_rate.addItem(tax_text(rate), rate)
        self.tax_rate.setCurrentIndex(self.tax_rate.findData(rate))
