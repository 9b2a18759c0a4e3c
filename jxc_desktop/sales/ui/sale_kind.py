"""What deliveries, returns, orders and quotations have in common on screen: the customer, his prices, who sold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.ui.partner_search import customer_field
from jxc_desktop.pricing.choice import price_to_ask
from jxc_desktop.pricing.minimum import any_below, lowest_price
from jxc_desktop.sales.customer_terms import CustomerTerms, customer_terms
from jxc_desktop.sales.taken import goods_to_sell, offers_to_sell
from jxc_desktop.stock.paper_choices import PaperChoices
from jxc_desktop.stock.priced import Terms, rate_of
from jxc_desktop.stock.taken import Offer, TakenGoods
from jxc_desktop.stock.typed_paper import TypedLine, priced
from jxc_desktop.stock.ui.line_columns import UNIT_SIZE
from jxc_desktop.stock.ui.paper_header import ExtraField
from jxc_desktop.stock.ui.paper_kind import TypedKind, Where, usable_last
from jxc_desktop.widgets.columns import Mark
from jxc_desktop.widgets.formats import money_text, price_text
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.search_field import SearchField


class SaleKind(TypedKind):
    """Goods for a customer, at the price of last time or of his level."""

    prices_dock = "last_sold"
    reserves: ClassVar[bool] = False
    """Whether what it follows has goods reserved, which are there for it."""

    def __init__(self) -> None:
        super().__init__()
        self.terms: CustomerTerms | None = None

    def partner_field(self, pane: Pane) -> SearchField:
        return customer_field(pane)

    def extras(self, choices: PaperChoices) -> Sequence[ExtraField]:
        return ()

    def offers(self, text: str) -> Callable[[Session], Sequence[Offer]]:
        return partial(
            offers_to_sell,
            text=text,
            warehouse_id=self.where.warehouse_id,
            partner_id=self.where.partner_id,
            source=self.where.source if self.reserves else "",
        )

    def goods(
        self, products: Sequence[int], where: Where | None = None
    ) -> Callable[[Session], Mapping[int, TakenGoods]]:
        at = where or self.where
        return partial(
            goods_to_sell,
            products=products,
            warehouse_id=at.warehouse_id,
            partner_id=at.partner_id,
            level=at.level,
            source=at.source if self.reserves else "",
            day=at.day,
        )

    def price_of(self, line: TypedLine, unit: str, terms: Terms) -> int | None:
        draft, product = replace(line, quantity=UNIT_SIZE).draft, line.product
        if draft is None or product is None:
            return None
        recalled = self.settings.recall_last_price
        rate = rate_of(draft, product, terms)
        asked = price_to_ask(
            product,
            unit,
            promised=line.promised,
            last=usable_last(line.last, line, unit, terms) if recalled else None,
            level=terms.level,
            listed=partial(terms.listed, rate=rate),
        )
        return None if asked is None else asked.price

    def price_mark(self, line: TypedLine, terms: Terms) -> Mark | None:
        """Amber below the lowest price, with the line's own discount taken off."""
        lowest = lowest_price(line.product, line.unit) if line.product else None
        if lowest is None or line.price is None:
            return None
        one = priced([replace(line, quantity=line.quantity or UNIT_SIZE)], terms)
        if not any_below(one):
            return None
        told = translate("sales", "低于最低售价 {price}")
        return Mark("warn", told.format(price=price_text(lowest)))

    def read_firm(self, partner_id: int) -> Callable[[Session], CustomerTerms]:
        return partial(customer_terms, partner_id=partner_id)

    def level_of(self, facts: Any) -> str:
        return facts.level if isinstance(facts, CustomerTerms) else ""

    def person_for(self, facts: Any) -> str:
        named = isinstance(facts, CustomerTerms) and self.person_field
        return facts.salesperson if named else ""

    def take_firm(self, facts: Any) -> None:
        self.terms = facts

    def firm_note(self, total: int, *, on_credit: bool) -> str:
        """What he owes, and how much more he may."""
        if self.terms is None:
            return ""
        said = translate("sales", "现欠 {owed}").format(owed=money_text(self.terms.owed))
        return said + limit_words(self.terms.limit, self.terms.owed)


def limit_words(limit: int | None, owed: int) -> str:
    """How far `owed` fen are from the credit limit."""
    if limit is None:
        return ""
    if owed > limit:
        told = translate("sales", "，超过信用额度 {limit}，多 {over}")
        return told.format(limit=money_text(limit), over=money_text(owed - limit))
    told = translate("sales", "，信用额度 {limit}，余 {left}")
    return told.format(limit=money_text(limit), left=money_text(limit - owed))
