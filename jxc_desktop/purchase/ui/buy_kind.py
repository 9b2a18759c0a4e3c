"""What receipts, returns, orders and quotations of suppliers have in common on screen: the firm, its last prices."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import statements, translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.partners.ui.partner_search import supplier_field
from jxc_desktop.purchase.price_guard import Doubt, doubt
from jxc_desktop.purchase.queries import PURCHASE_PRICE
from jxc_desktop.purchase.supplier_terms import SupplierTerms, supplier_terms
from jxc_desktop.purchase.taken import goods_to_buy, offers_to_buy
from jxc_desktop.shop.settings import Settings
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import Terms, rate_of
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine
from jxc_desktop.stock.ui.line_columns import UNIT_SIZE
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import TypedKind, Where, usable_last
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class BuyKind(TypedKind):
    """Goods from a supplier, at the price of last time; one far from it wants a look."""

    price_right = PURCHASE_PRICE
    buying = True
    prices_dock = "last_bought"

    def __init__(self) -> None:
        super().__init__()
        self.terms: SupplierTerms | None = None
        self._limit = Settings().purchase_price_deviation

    def partner_field(self, pane: Pane) -> SearchField:
        return supplier_field(pane)

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        self._limit = choices.settings.purchase_price_deviation
        return ()

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        where = self.where
        return partial(
            offers_to_buy,
            text=text,
            warehouse_id=where.warehouse_id,
            partner_id=where.partner_id,
        )

    def goods(
        self, products: Sequence[int], where: Where | None = None
    ) -> Callable[[Session], Mapping[int, TakenGoods]]:
        at = where or self.where
        return partial(
            goods_to_buy,
            products=products,
            warehouse_id=at.warehouse_id,
            partner_id=at.partner_id,
        )

    def price_of(self, line: TypedLine, unit: str, terms: Terms) -> int | None:
        last = usable_last(line.last, line, unit, terms)
        if last is not None or line.product is None:
            return last
        draft, known = replace(line, quantity=UNIT_SIZE).draft, line.product.purchase_of(unit)
        if draft is None or known is None:
            return None
        return terms.listed(known, rate_of(draft, line.product, terms))

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        """Amber far from the last price; red for a price of 0, which only gifts have."""
        if line.price is None or line.product is None or line.is_gift:
            return None
        if line.price == 0:
            return Mark("bad", translate("purchase", "单价是 0。填上单价"))
        found = self._doubt(line, terms)
        return None if found is None else Mark("warn", doubt_words(found, line.unit))

    def meant_unit(self, line: TypedLine, terms: Terms) -> str:
        found = self._doubt(line, terms)
        return found.unit if found else ""

    def read_firm(self, partner_id: int) -> Callable[[Session], SupplierTerms]:
        return partial(supplier_terms, partner_id=partner_id)

    def level_of(self, _facts: Any) -> str:
        return ""

    def take_firm(self, facts: Any) -> None:
        self.terms = facts

    def firm_note(self, total: int, *, on_credit: bool) -> str:
        """What we owe, and which invoice the supplier usually gives."""
        if self.terms is None:
            return ""
        said = [self.owed_words(total, on_credit=on_credit)]
        if self.terms.invoice:
            word = dict(invoice_words())[self.terms.invoice]
            said.append(translate("purchase", "常开 {invoice}").format(invoice=word))
        return statements(each for each in said if each)

    def owed_words(self, _total: int, *, on_credit: bool) -> str:
        """What we owe the supplier; nothing for who may not see it."""
        owed = self.terms.owed if self.terms else None
        if owed is None:
            return ""
        return translate("purchase", "现欠供应商 {owed}").format(owed=money_text(owed))

    def _doubt(self, line: TypedLine, terms: Terms) -> Doubt | None:
        last = usable_last(line.last, line, line.unit, terms)
        if last is None or line.price is None or line.product is None or line.is_gift:
            return None
        return doubt(line.product, line.unit, line.price, [last], self._limit)


def doubt_words(found: Doubt, unit: str) -> str:
    """A doubtful price in one sentence, with the unit that was probably meant."""
    told = (
        translate("purchase", "比上次 {last} 高 {percent}%。")
        if found.change > 0
        else translate("purchase", "比上次 {last} 低 {percent}%。")
    )
    said = told.format(
        last=price_text(found.last), percent=div_half_up(abs(found.change), ONE // 100)
    )
    if found.unit:
        asked = translate("purchase", "是{meant}的价，不是{unit}的？按 F4 改单位")
        return said + asked.format(meant=found.unit, unit=unit)
    return said + translate("purchase", "核对单价和单位")


def invoice_words() -> tuple[tuple[str, str], ...]:
    """Each kind of invoice and its word; "" leaves it to the supplier's habit."""
    return (
        ("", translate("purchase", "按供应商习惯")),
        ("special", translate("purchase", "专用发票")),
        ("ordinary", translate("purchase", "普通发票")),
        ("none", translate("purchase", "不开票")),
        ("pending", translate("purchase", "票随后到")),
    )
