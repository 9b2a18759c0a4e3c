"""The openings as a list: what the books began with, and what 0001 still lacks before they are locked (启用)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.opening import lacking
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import settings_of

STOCK = "opening_stock"
_PAPERS = Statement(
    "SELECT number, 'opening_stock', day, total, state, reverses_id IS NOT NULL, remark, posted_at "
    "FROM opening_stock WHERE number IS NOT NULL UNION ALL "
    "SELECT number, scope, day, total, state, reverses_id IS NOT NULL, remark, posted_at "
    "FROM opening_balance WHERE number IS NOT NULL ORDER BY 8, 1"
)


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """An opening document; `scope` is opening_stock, opening_ar, opening_ap or opening_accounts, `total` in fen."""

    number: str
    scope: str
    day: date
    total: int
    state: str
    red: bool
    remark: str


@dataclass(frozen=True, slots=True)
class Openings:
    """All of them, what 0001 lacks in fen (debit positive), and whether they are locked."""

    rows: tuple[OpeningRow, ...]
    lacking: int
    locked: bool


@needs("opening.view")
def openings(session: Session) -> Openings:
    """Every opening document in the order in which it was posted."""
    rows = tuple(
        OpeningRow(
            str(number), str(scope), date.fromisoformat(str(day)), int(total), str(state),
            bool(red), str(remark),
        )
        for number, scope, day, total, state, red, remark, _at in _PAPERS.all(session)
    )  # fmt: skip
    return Openings(rows, lacking(session), settings_of(session).opened)
