"""The accounts that a voucher may be typed on, and what each wants to be told besides an amount."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.sql import Statement
from jxc_desktop.ledger.account_names import shown_name
from jxc_desktop.ledger.journal.drafts import STOCK
from jxc_desktop.ledger.opening import BALANCING
from jxc_desktop.shop.actor import needs

_ACCOUNTS = Statement(
    "SELECT code, name, english, needs, leaf, disabled FROM account ORDER BY code"
)
_PURSES = Statement(
    "SELECT account, COUNT(*) FROM money_account WHERE disabled = 0 GROUP BY account"
)
PURSE = "money_account"


@dataclass(frozen=True, slots=True)
class JournalAccount:
    """An account by its code and its name in the user's language; `open` when a voucher may be typed on it.

    `wants` are the dimensions to be typed: those it needs, without a money account that is its only one.
    `words` are what it is found by, besides the initials of the first.
    """

    code: str
    name: str
    wants: tuple[str, ...]
    open: bool
    words: tuple[str, ...]


def accounts_by_code(session: Session) -> Mapping[str, JournalAccount]:
    """Every account there is."""
    purses: dict[str, int] = {str(row[0]): int(row[1]) for row in _PURSES.all(session)}
    found = {}
    for code, padded, other, needed, leaf, disabled in _ACCOUNTS.all(session):
        name = str(padded).strip()
        wants = tuple(x for x in str(needed).split() if x != PURSE or purses.get(code) != 1)
        usable = bool(leaf) and not disabled and not code.startswith((STOCK, BALANCING))
        words = (name, str(other).casefold())
        found[code] = JournalAccount(code, shown_name(name, str(other)), wants, usable, words)
    return found


@needs("journal_voucher.view")
def journal_accounts(session: Session) -> tuple[JournalAccount, ...]:
    """The leaves in use that vouchers are typed on, by code."""
    return tuple(each for each in accounts_by_code(session).values() if each.open)


def matching(accounts: Iterable[JournalAccount], text: str) -> list[JournalAccount]:
    """Those whose code begins with `text`, then those whose name or initials begin with it, then those that hold it."""
    typed = text.strip().casefold()
    spell = any("a" <= letter <= "z" for letter in typed)
    ranked = [(_rank(account, typed, spell=spell), account.code, account) for account in accounts]
    return [each[2] for each in sorted(x for x in ranked if x[0] is not None)]


def _rank(account: JournalAccount, typed: str, *, spell: bool) -> int | None:
    if account.code.startswith(typed):
        return 0
    # The dictionary of pinyin takes 60 MB: it is not opened before somebody types letters.
    words = (*account.words, initials(account.words[0])) if spell else account.words
    if any(word.startswith(typed) for word in words):
        return 1
    return 2 if any(typed in word for word in words) else None
