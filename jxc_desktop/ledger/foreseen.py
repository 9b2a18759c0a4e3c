"""What a document that is still being typed is going to put into the books, for showing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement, among
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.posting import LegDraft
from jxc_desktop.ledger.queries import LegView
from jxc_desktop.ledger.summary_words import spoken_summary
from jxc_desktop.shop.actor import may, needs

_ACCOUNT = "SELECT code, name, english, kind FROM account WHERE code "
_ACCOUNTS = Statement(f"{_ACCOUNT}IN {among('codes')}", postgresql=f"{_ACCOUNT}= ANY(:codes)")
_PARTNER = "SELECT id, name FROM partner WHERE id "
_PARTNERS = Statement(f"{_PARTNER}IN {among('ids')}", postgresql=f"{_PARTNER}= ANY(:ids)")
_GOODS = ("14", "1901")
"""Beginnings of accounts that hold goods at cost."""
_BALANCE_SHEET = frozenset({"A", "L"})


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Legs with names, in the order they will be written, and the rule they come from in plain words."""

    legs: tuple[LegView, ...]
    because: str


Foresee = Callable[[Session], Foreseen]


@needs("voucher.view")
def foreseen(
    session: Session, legs: Iterable[LegDraft], summary: str, because: str, *, kind: str = ""
) -> Foreseen:
    """`legs` as the books will show them; who may not see cost gets none that tells it.

    `kind` is named where people may type the summary.
    """
    written = [leg for leg in legs if leg.debit or leg.credit]
    codes = sorted({leg.account for leg in written})
    known = {
        code: (shown_name(name, english), kind)
        for code, name, english, kind in _ACCOUNTS.all(session, codes=codes)
    }
    ids = sorted({leg.partner_id for leg in written if leg.partner_id is not None})
    partners: dict[int, str] = {row[0]: row[1] for row in _PARTNERS.all(session, ids=ids)}
    seen = may(session, "field.cost_price")
    views = (
        LegView(
            leg.account,
            known[leg.account][0],
            leg.debit,
            leg.credit,
            leg.summary or spoken_summary(summary, kind),
            "" if leg.partner_id is None else partners[leg.partner_id],
            leg.money_account_id,
            leg.item,
        )
        for leg in written
        if seen or _open_to_all(leg.account, known[leg.account][1])
    )
    return Foreseen(tuple(views), because)


def _open_to_all(account: str, kind: str) -> bool:
    return kind in _BALANCE_SHEET and not account.startswith(_GOODS)
