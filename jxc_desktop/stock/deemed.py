"""Goods given away without a sale (视同销售): output VAT is due as if they were sold at their normal price.

VAT Law art. 5: goods transferred for nothing are a taxable transaction; the base is the normal price, here the retail
price of the list. What the house uses itself is none (domain.md §2.5).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.priced import LineDraft, Terms, price_lines

OUTPUT_TAX, SMALL_TAX = "22210107", "22210120"


def output_account(settings: Settings) -> str:
    """Where the tax is owed."""
    return OUTPUT_TAX if settings.general else SMALL_TAX


def deemed_tax(session: Session, day: date, drafts: Sequence[LineDraft]) -> int:
    """Fen of output VAT on goods that are given away; raises where one has no price to reckon it by."""
    settings = settings_of(session)
    listed = settings.sale_price_includes_tax
    terms = Terms(day, listed, settings.default_tax_rate, listed_with_tax=listed)
    products = product_facts(session, (draft.product_id for draft in drafts))
    at_list = [replace(draft, price=None, discount=0) for draft in drafts]
    return sum(line.tax for line in price_lines(at_list, products, terms))
