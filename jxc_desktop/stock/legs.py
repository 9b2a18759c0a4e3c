"""The book side of goods that moved: account 1405 against whatever the goods were for."""

from collections.abc import Iterator

from jxc_desktop.ledger.posting import LegDraft
from jxc_desktop.stock.goods import Goods

STOCK = "1405"
COST_OF_SALES = "5401"


def legs_of_adjustment(change: int) -> Iterator[LegDraft]:
    """`change` of stock value without goods: what left stock is cost of sales, what came back lessens it."""
    if change < 0:
        yield LegDraft(COST_OF_SALES, debit=-change)
        yield LegDraft(STOCK, credit=-change)
    elif change > 0:
        yield LegDraft(STOCK, debit=change)
        yield LegDraft(COST_OF_SALES, credit=change)


def legs_of_sold(goods: Goods) -> Iterator[LegDraft]:
    """Goods that went out for a sale: 5401 against 1405 at their cost."""
    yield LegDraft(COST_OF_SALES, debit=-goods.amount)
    yield LegDraft(STOCK, credit=-goods.amount)
    yield from legs_of_adjustment(goods.adjustment)


def legs_of_returned(goods: Goods) -> Iterator[LegDraft]:
    """Goods that came back from a customer: 1405 against 5401 at their original cost."""
    yield LegDraft(STOCK, debit=goods.amount)
    yield LegDraft(COST_OF_SALES, credit=goods.amount)
    yield from legs_of_adjustment(goods.adjustment)
