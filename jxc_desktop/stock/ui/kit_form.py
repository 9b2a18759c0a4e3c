"""The form of goods put together or taken apart: how much of what, the parts that are proposed, and the fee."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QWidget

from jxc_desktop.catalog.ui.product_search import product_field
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, line_amount, trimmed
from jxc_desktop.ledger.ui.paper_parts import Firm
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.queries import KitView
from jxc_desktop.stock.typed_kit import Proposal, proposal
from jxc_desktop.stock.ui.goods_form import choose
from jxc_desktop.stock.ui.worth_form import WorthForm
from jxc_desktop.widgets.expressions import parse_quantity
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.number_field import NumberField
from jxc_desktop.widgets.pane import Pane

UNIT = 10**QUANTITY_PLACES


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the field of the product holds when a document is opened rather than typed."""

    id: int
    name: str
    spec: str = ""


class KitForm(WorthForm):
    """`apart` says whether the product is taken apart; choosing it and how many proposes the parts."""

    aliases: ClassVar = {"warehouse_id": "warehouse", "partner": "supplier", "payments": "account"}

    def __init__(self, pane: Pane, kind: str, choices: PaperChoices, *, apart: bool) -> None:
        self.product = product_field(pane)
        self.quantity = NumberField(UNIT, parse=parse_quantity, text=_quantity_text)
        self.fee = NumberField(text=_money_text)
        self.account = _accounts(choices)
        self.supplier = supplier_field(pane)
        self._proposed: Sequence[Mapping[str, Any]] = ()
        super().__init__(pane, kind, choices, incoming=apart)
        self.grid.setAccessibleName(self.tr("零件行"))
        self.product.chosen.connect(self._on_product)
        self.quantity.value_changed.connect(self._on_product)
        self.supplier.chosen.connect(self.on_edited)
        self.fee.value_changed.connect(self._on_fee)
        self.account.currentIndexChanged.connect(self._on_fee)
        for field in (self.quantity, self.fee):
            field.refused.connect(pane.context.messages.notice)

    # --- what the form says ---

    def make_rows(self) -> None:
        word = self.tr("拆什么") if self.incoming else self.tr("组装成")
        self.add_row("product", word, self.product)
        self.add_row("quantity", self.tr("数量"), self.quantity)
        self.add_row("warehouse", self.tr("仓库"), self.warehouse)
        self.add_row("fee", self.tr("加工费"), self.fee)
        self.add_row("account", self.tr("费用怎么付"), self.account)
        self.add_row("supplier", self.tr("欠供应商"), self.supplier)
        self.add_row("day", self.tr("业务日期"), self.day)

    def first_field(self) -> QWidget:
        return self.product

    def called(self) -> str:
        return str(self.product.choice.name) if self.product.choice else ""

    def total_word(self) -> str:
        return self.tr("成本合计") if self.seen else ""

    def price_word(self) -> str:
        return self.tr("参考成本")

    def fields(self) -> dict[str, Any]:
        lines, product = self.kept_lines(), self.product.choice
        if not lines and product is None:
            return {}
        return {"warehouse": self.warehouse.currentData(), "lines": lines, **self.own_fields()}

    def own_fields(self) -> dict[str, Any]:
        product, supplier = self.product.choice, self.supplier.choice
        return {
            "product": [product.id, product.name] if product else None,
            "quantity": self.quantity.value,
            "fee": self.fee.value or 0,
            "account": self.account.currentData(),
            "supplier": [supplier.id, supplier.name] if supplier and self._owed() else None,
        }

    def show_own(self, fields: Mapping[str, Any]) -> None:
        self._proposed = ()
        product, supplier = fields.get("product"), fields.get("supplier")
        self.product.set_choice(Chosen(*product) if product else None)
        self.quantity.set_value(fields.get("quantity", UNIT))
        self.fee.set_value(fields.get("fee") or None)
        self._show_payer(fields.get("account") or 0, supplier)

    def show_purpose(self, view: KitView) -> None:
        self.product.set_choice(Chosen(view.product_id, view.name, view.spec))
        self.quantity.set_value(view.quantity)
        self.fee.set_value(view.fee or None)
        if view.money_account_id and self.account.findData(view.money_account_id) < 0:
            self.account.addItem(view.money_account, view.money_account_id)
        owed = [view.supplier_id, view.supplier] if view.supplier_id else None
        self._show_payer(view.money_account_id or 0, owed)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        for field in (self.product, self.quantity, self.fee, self.supplier):
            field.setReadOnly(locked)
        self.account.setEnabled(not locked)

    def own_obstacle(self) -> str:
        if self.product.choice is None:
            self.product.setFocus()
            return self.tr("还没有选商品。填编号、名称或拼音")
        for field in (self.quantity, self.fee):
            if not field.settle():
                field.setFocus()
                return self.tr("有一格还没填好。先改好")
        if not self.quantity.value or self.quantity.value < 0:
            self.quantity.setFocus()
            return self.tr("数量要大于 0")
        if self.fee.value and self._owed() and self.supplier.choice is None:
            self.supplier.setFocus()
            return self.tr("写了费用，选欠哪个供应商，或换成付款账户")
        return super().own_obstacle()

    def no_lines(self) -> str:
        return self.tr("还没有零件。在商品格填编号、拼音或扫码")

    def total(self) -> int:
        """What comes in by what is known now: what goes out, and the fee."""
        fee = self.fee.value or 0
        if not self.incoming:
            return super().total() + fee
        product = self.product.choice
        cost = self._costs.get(product.id, 0) if product else 0
        return line_amount(self.quantity.value or 0, cost) + fee

    # --- the parts that are proposed ---

    def propose(self, *, anew: bool = False) -> None:
        """List the parts of what is chosen, where nobody changed the lines; `anew` lists them whatever stands there."""
        product, quantity = self.product.choice, self.quantity.value
        untouched = list(self.kept_lines()) in ([], list(self._proposed))
        if product is None or not quantity or quantity < 0:
            return
        if not (anew or untouched):
            self.pane.context.messages.info(self.tr("零件行改过，没有重列。F8 按组成重列"))
            return
        self.pane.run_read(
            proposal, product.id, quantity, then=self._take_proposal, slot="proposal"
        )

    def _take_proposal(self, found: Proposal) -> None:
        product = self.product.choice
        if not self.typing or product is None or product.id != found.product_id:
            return
        self._proposed = found.lines
        if found.lines:
            self.place(found.lines)
            if self.seen:
                self._ask_costs_of([line["product"] for line in found.lines])
        else:
            told = self.tr("{product} 还没有写组成。直接写零件，或到“组成”里写好")
            self.pane.context.messages.info(told.format(product=product.name))
        self.on_edited()

    # --- inside ---

    def _ask_costs_of(self, products: Sequence[int]) -> None:
        """Besides the parts, what is taken apart."""
        product = self.product.choice
        super()._ask_costs_of([*products, *([product.id] if product else [])])

    def _on_product(self, *_what: object) -> None:
        if not self._filling and self.typing:
            self.on_edited()
            self.propose()

    def _on_fee(self, *_what: object) -> None:
        self.supplier.setEnabled(self._owed())
        self.on_edited()

    def _owed(self) -> bool:
        """Whether a supplier is owed the fee instead of being paid."""
        return not self.account.currentData()

    def _show_payer(self, account: int, supplier: Sequence[Any] | None) -> None:
        first = self.account.itemData(0) if self.account.count() else 0
        choose(self.account, 0 if supplier else account or first)
        self.supplier.set_choice(Firm(*supplier) if supplier else None)
        self.supplier.setEnabled(self._owed())


def _accounts(choices: PaperChoices) -> QComboBox:
    """The money accounts; behind them, that a supplier is owed it."""
    box = QComboBox()
    for account, name in choices.accounts:
        box.addItem(name, account)
    box.addItem(translate("stock", "欠着供应商"), 0)
    return box


def _quantity_text(value: int | None) -> str:
    return "" if value is None else trimmed(value, QUANTITY_PLACES)


def _money_text(value: int | None) -> str:
    return "" if value is None else money_text(value)
