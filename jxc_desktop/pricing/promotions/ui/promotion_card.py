"""The card of a promotion: what it does, when and for whom, its coupons, and a basket tried out as it is typed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from jxc_desktop.core.i18n import statements
from jxc_desktop.pricing.promotions.coupons import CouponView
from jxc_desktop.pricing.promotions.preview import TriedLine
from jxc_desktop.pricing.promotions.terms import Kind
from jxc_desktop.pricing.promotions.typed import TriedOut, TypedPromotion
from jxc_desktop.pricing.promotions.words import kind_words, who_words
from jxc_desktop.widgets.card_tabs import CardTabs, form_page
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.columns import Kind as Shown
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Space

_NUMBERS = ("count", "free", "rate", "amount", "least", "each", "stacks", "gifts")
_ASKED: Mapping[Kind, frozenset[str]] = {
    Kind.SPECIAL: frozenset(),
    Kind.PERCENT: frozenset({"rate"}),
    Kind.N_PRICE: frozenset({"count", "amount"}),
    Kind.NTH: frozenset({"count", "free", "rate"}),
    Kind.BUNDLE: frozenset({"amount"}),
    Kind.GIFT: frozenset({"count", "least", "each", "gifts"}),
    Kind.THRESHOLD: frozenset({"least", "amount", "rate", "each", "stacks"}),
}
"""Which fields a kind asks for, besides its goods."""
_CHEAP_SHOWN = 3


class PromotionCard(CardTabs):
    """The fields of the promotion under the cursor, or of a new one."""

    basket_edited = Signal()
    """Other goods are to be tried out."""

    def __init__(
        self, *, editable: bool, sees_cost: bool, today: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(editable=editable, parent=parent)
        self._shown = TypedPromotion(None, {})
        self._today = today
        self.kind, self.who = QComboBox(), QComboBox()
        self.flags: dict[str, QCheckBox] = {}
        self.issued = QPlainTextEdit()
        self.basket = QLineEdit()
        self.said = QLabel()
        self.model: RowsModel[TriedLine] = RowsModel(self._tried_columns(sees_cost), self)
        self.grid = Grid(self.model, row_key=lambda row: row.product)
        self.setAccessibleName(self.tr("促销卡片"))
        terms = self._terms()
        self._form = terms.findChild(QFormLayout)
        self.addTab(terms, self.tr("优惠"))
        self.addTab(self._when(), self.tr("时间和对象"))
        self.addTab(self._coupons(), self.tr("券"))
        self.addTab(self._trial(), self.tr("试算"))
        self.kind.activated.connect(self._chosen)
        self.who.activated.connect(self.touched)
        self.begin_new()

    def begin_new(self) -> None:
        """Show an empty card that begins today."""
        self.show_typed(TypedPromotion(None, {"from_day": self._today}, Kind.NTH))
        self.show_coupons(())
        self.title.setText(self.tr("新促销"))

    def show_card(self, card: Any) -> None:
        typed, coupons = card
        self.show_typed(typed)
        self.show_coupons(coupons)
        self.title.setText(typed.texts["name"])

    def show_typed(self, typed: TypedPromotion) -> None:
        self._shown = typed
        self.filling = True
        self.fill({**typed.texts, "uses": "1"})
        self.kind.setCurrentIndex(self.kind.findData(typed.kind))
        self.who.setCurrentIndex(self.who.findData(typed.who))
        for name, box in self.flags.items():
            box.setChecked(typed.flags.get(name, False))
        self.filling = False
        self._ask_for_kind()
        self.mark("")

    def show_coupons(self, coupons: tuple[CouponView, ...]) -> None:
        """Show the coupons that were given out, each with how often it was used."""
        self.issued.setPlainText("\n".join(f"{x.code}    {x.used}/{x.uses}" for x in coupons))

    def typed(self) -> TypedPromotion:
        flags = {name: box.isChecked() for name, box in self.flags.items()}
        texts = {**self._shown.texts, **self.texts()}
        return TypedPromotion(
            self._shown.id, texts, self.kind.currentData(), self.who.currentData(), flags
        )

    def obstacle(self) -> str:
        return "" if self.fields["name"].text().strip() else self.tr("没有名称。填上名称")

    def others(self) -> dict[str, QWidget]:
        return {"kind": self.kind, "who": self.who, "basket": self.basket}

    def show_tried(self, found: TriedOut) -> None:
        """Show what the basket comes to, and what is sold too cheap."""
        tried = found.tried
        self.model.become(list(tried.lines))
        parts = [
            self.tr("原价 {full}，优惠 {off}，应付 {paid}").format(
                full=money_text(tried.full),
                off=money_text(tried.full - tried.paid),
                paid=money_text(tried.paid),
            )
        ]
        if tried.profit is not None:
            parts.append(self.tr("毛利 {profit}").format(profit=money_text(tried.profit)))
        parts += [f"{name} {money_text(-off)}" for name, off in tried.taken]
        parts += [self._cheap(each.product, each) for each in found.too_cheap[:_CHEAP_SHOWN]]
        self.said.setText(statements(parts))
        self._tone("warn" if found.too_cheap else "text2")

    def show_problem(self, problem: str) -> None:
        """Say why nothing can be tried."""
        self.model.become([])
        self.said.setText(problem)
        self._tone("warn" if self.basket.text().strip() else "text2")

    def _cheap(self, product: str, each: Any) -> str:
        if each.below_lowest:
            words = self.tr("{product} 最低卖到 {price}，低于最低售价 {bound}")
            return words.format(
                product=product, price=price_text(each.price), bound=price_text(each.lowest)
            )
        words = self.tr("{product} 最低卖到 {price}，不含税低于成本 {bound}")
        return words.format(
            product=product, price=price_text(each.price), bound=price_text(each.cost)
        )

    def _tone(self, tone: str) -> None:
        self.said.setProperty("tone", tone)
        self.said.style().polish(self.said)

    def _chosen(self) -> None:
        self._ask_for_kind()
        self.touched()

    def _ask_for_kind(self) -> None:
        """Show the fields that the kind asks for, and no others."""
        asked = _ASKED[self.kind.currentData()]
        for name in _NUMBERS:
            widget: QWidget = self.flags[name] if name in self.flags else self.fields[name]
            if self._form is not None:
                self._form.setRowVisible(widget, name in asked)

    def _flag(self, name: str, word: str) -> tuple[str, QWidget]:
        box = QCheckBox(word)
        box.setEnabled(self.editable)
        box.toggled.connect(self.touched)
        self.flags[name] = box
        return "", box

    def _choice(self, box: QComboBox, word: str, words: Mapping[Any, str]) -> tuple[str, QWidget]:
        for value, said in words.items():
            box.addItem(said, value)
        box.setAccessibleName(word)
        box.setEnabled(self.editable)
        return word, box

    def _terms(self) -> QWidget:
        return form_page(
            self.line("name", self.tr("名称"), self.tr("印在小票上，如 可乐买二送一")),
            self._choice(self.kind, self.tr("类型"), kind_words()),
            self.line("least", self.tr("满多少元")),
            self.line("count", self.tr("每组几件")),
            self.line("free", self.tr("其中优惠几件"), self.tr("买二送一：每组 3 件，1 件")),
            self.line("amount", self.tr("多少元"), self.tr("一组卖多少，或减多少")),
            self.line("rate", self.tr("打几折"), self.tr("如 5折；送的不用填")),
            self._flag("each", self.tr("每满一次都算")),
            self._flag("stacks", self.tr("可与别的满减一起用")),
            self.line("goods", self.tr("商品"), self.tr("COLA=2.5 @饮料；空着是全部")),
            self.line("gifts", self.tr("送什么"), self.tr("如 CUP*1")),
            note=self.tr("商品写编号、条码或名称，空格隔开；=特价，*数量，@类别。"),
        )

    def _when(self) -> QWidget:
        return form_page(
            self.line("from_day", self.tr("开始")),
            self.line("to_day", self.tr("结束"), self.tr("空着一直有效")),
            self.line("weekdays", self.tr("星期"), self.tr("如 六日，空着每天")),
            self.line("month_days", self.tr("每月几号"), self.tr("如 8 18 28")),
            self.line("hours", self.tr("时段"), self.tr("如 18:00-21:00")),
            self._choice(self.who, self.tr("对象"), who_words()),
            self.line("levels", self.tr("会员级别"), self.tr("如 金卡 银卡")),
            self.line("priority", self.tr("优先级"), self.tr("大的先算；一样大就挑最省的")),
            self.line("code", self.tr("编号"), self.tr("不填就接着编")),
        )

    def _coupons(self) -> QWidget:
        self.issued.setReadOnly(True)
        self.issued.setAccessibleName(self.tr("已发的券"))
        return form_page(
            self._flag("coupon", self.tr("凭券才有")),
            self.line("coupons", self.tr("新券号"), self.tr("几个用空格隔开，保存时发出")),
            self.line("uses", self.tr("每张能用几次")),
            (self.tr("已发"), self.issued),
        )

    def _trial(self) -> QWidget:
        self.basket.setAccessibleName(self.tr("试算的商品"))
        self.basket.setPlaceholderText(self.tr("如 COLA*3 RICE"))
        self.basket.textEdited.connect(self.basket_edited)
        self.said.setWordWrap(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, Space.BLOCK, 0, 0)
        column.setSpacing(Space.ROW)
        column.addWidget(self.basket)
        column.addWidget(self.said)
        column.addWidget(self.grid, 1)
        self.show_problem(self.tr("写几样商品，看按现在填的优惠要付多少、为什么。"))
        return page

    def _tried_columns(self, sees_cost: bool) -> tuple[Column[TriedLine], ...]:
        own = (
            Column[TriedLine]("product", self.tr("商品"), stretch=True, sortable=False),
            Column[TriedLine](
                "count", self.tr("数量"), kind=Shown.QUANTITY, width=52, sortable=False
            ),
            Column[TriedLine]("off", self.tr("优惠"), kind=Shown.MONEY, width=76, sortable=False),
            Column[TriedLine]("paid", self.tr("应付"), kind=Shown.MONEY, width=80, sortable=False),
        )
        profit = Column[TriedLine](
            "profit", self.tr("毛利"), kind=Shown.MONEY, width=76, sortable=False
        )
        return (*own, profit) if sees_cost else own
