"""What always holds between the cards of fixed assets and the books."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document_checks import yuan
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.ledger.assets.queries import ASSETS, DEPRECIATION, assets
from jxc_desktop.ledger.queries.balances import balance_of


def cards_equal_the_books(session: Session) -> list[str]:
    """The cost of all assets in use is the balance of 1601, what was written off them that of 1602.

    A shop without cards keeps both accounts by hand.
    """
    return list(_compared(session))


def _compared(session: Session) -> Iterator[str]:
    known = assets(session)
    if not known:
        return
    used = [each for each in known if each.left_on is None]
    cost, worn = sum(each.cost for each in used), sum(each.written_off for each in used)
    booked, gone = balance_of(session, ASSETS), -balance_of(session, DEPRECIATION)
    if cost != booked:
        said = translate(
            "ledger",
            "固定资产卡片原值合计 {cards}，总账 1601 余额 {booked}。补卡片，或补凭证、期初",
        )
        yield said.format(cards=yuan(cost), booked=yuan(booked))
    if worn != gone:
        said = translate(
            "ledger", "固定资产卡片累计折旧 {cards}，总账 1602 余额 {booked}。核对卡片和凭证"
        )
        yield said.format(cards=yuan(worn), booked=yuan(gone))


INVARIANTS = (
    Invariant(
        "I25", noop("invariants", "固定资产卡片等于总账 1601、1602"), cards_equal_the_books
    ),
)  # fmt: skip
