"""The books for another accounting program: hledger and Beancount journals, or one CSV of all legs.

Amounts are debit less credit, so income is negative as those programs have it; a leg in red (红字) keeps a tag
that says on which side it stands.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.formula_guard import guarded_text
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.shop.actor import authorize

CURRENCY = "CNY"
_HLEDGER_TYPES = {"A": "Asset", "L": "Liability", "E": "Equity", "C": "Asset", "X": "Equity"}
_ROOTS = {"A": "Assets", "L": "Liabilities", "E": "Equity", "C": "Assets", "X": "Equity"}
_SWAPPED = str.maketrans(";:|,()", "；：｜，（）")

_ACCOUNTS = Statement("SELECT code, name, parent, kind, side FROM account ORDER BY code")
_FIRST_DAY = Statement("SELECT min(day) FROM entry")
_LEGS = Statement(
    "SELECT e.id, e.day, e.source, e.kind, e.summary, l.account, l.debit, l.credit, "
    "coalesce(p.customer_code, p.supplier_code, ''), coalesce(p.name, ''), coalesce(m.code, ''), "
    "coalesce(l.item, ''), coalesce(v.month || ' ' || v.word || '-' || v.number, '') "
    "FROM entry e JOIN leg l ON l.entry_id = e.id LEFT JOIN partner p ON p.id = l.partner_id "
    "LEFT JOIN money_account m ON m.id = l.money_account_id "
    "LEFT JOIN voucher_entry b ON b.entry_id = e.id LEFT JOIN voucher v ON v.id = b.voucher_id "
    "ORDER BY e.day, e.id, l.leg_no"
)


@dataclass(frozen=True, slots=True)
class _Account:
    code: str
    name: str
    parent: str | None
    kind: str
    side: int


@dataclass(frozen=True, slots=True)
class _Leg:
    """One leg with what its entry says; money in fen."""

    entry: int
    day: str
    source: str
    kind: str
    summary: str
    account: str
    debit: int
    credit: int
    partner: str
    partner_name: str
    money_account: str
    item: str
    voucher: str

    @property
    def amount(self) -> str:
        return text_of(self.debit - self.credit, MONEY_PLACES)

    @property
    def red_side(self) -> str:
        """The side of a leg in red, "" for an ordinary one."""
        if self.debit < 0:
            return "debit"
        return "credit" if self.credit < 0 else ""


def export_ledger(session: Session, form: str) -> Iterator[str]:
    """The whole journal as pieces of text in `form`: hledger, beancount or csv."""
    authorize(session, "voucher.view")
    authorize(session, "export.data")
    if form not in FORMS:
        raise InvalidInput(
            translate("ledger", "账簿可以导成 {known}").format(known=listed(FORMS)), field="as"
        )
    accounts = {row[0]: _Account(*row) for row in _ACCOUNTS.all(session)}
    return FORMS[form](session, accounts)


def _entries(session: Session) -> Iterator[list[_Leg]]:
    legs = (_leg(row) for row in _LEGS.all(session))
    for _entry, same in groupby(legs, key=lambda leg: leg.entry):
        yield list(same)


def _leg(row: Row) -> _Leg:
    return _Leg(*row)


def _chain(accounts: dict[str, _Account], code: str) -> Iterator[_Account]:
    """The account with its parents, the highest first."""
    account = accounts[code]
    if account.parent is not None:
        yield from _chain(accounts, account.parent)
    yield account


# hledger


def _hledger(session: Session, accounts: dict[str, _Account]) -> Iterator[str]:
    yield f"commodity 1000.00 {CURRENCY}\n\n"
    for account in accounts.values():
        kind = _HLEDGER_TYPES.get(account.kind) or ("Revenue" if account.side < 0 else "Expense")
        yield f"account {_hledger_name(accounts, account.code)}  ; type:{kind}\n"
    for legs in _entries(session):
        yield "\n" + "\n".join(_hledger_lines(accounts, legs)) + "\n"


def _hledger_lines(accounts: dict[str, _Account], legs: list[_Leg]) -> Iterator[str]:
    first = legs[0]
    tags = _tags(kind=first.kind, entry=str(first.entry), voucher=first.voucher)
    yield f"{first.day} ({_plain(first.source)}) {_plain(first.summary)}  ; {tags}"
    for leg in legs:
        dimensions = _tags(
            partner=f"{leg.partner} {leg.partner_name}".strip(),
            money=leg.money_account,
            item=leg.item,
            red=leg.red_side,
        )
        comment = f"  ; {dimensions}" if dimensions else ""
        name = _hledger_name(accounts, leg.account)
        yield f"    {name}  {leg.amount} {CURRENCY}{comment}"


def _hledger_name(accounts: dict[str, _Account], code: str) -> str:
    return ":".join(f"{a.code} {_plain(a.name)}" for a in _chain(accounts, code))


def _tags(**tags: str) -> str:
    """Hledger tags; a comma would end a value."""
    return ", ".join(f"{name}:{_plain(value)}" for name, value in tags.items() if value)


def _plain(text: str) -> str:
    """Text without the signs that mean something in a journal."""
    swapped = text.translate(_SWAPPED)
    return " ".join(swapped.split())


# Beancount


def _beancount(session: Session, accounts: dict[str, _Account]) -> Iterator[str]:
    yield f'option "operating_currency" "{CURRENCY}"\n\n'
    [first] = _FIRST_DAY.one(session)
    for account in accounts.values():
        name = _beancount_name(accounts, account.code)
        yield f"{first or '1970-01-01'} open {name} {CURRENCY}\n"
    for legs in _entries(session):
        yield "\n" + "\n".join(_beancount_lines(accounts, legs)) + "\n"


def _beancount_lines(accounts: dict[str, _Account], legs: list[_Leg]) -> Iterator[str]:
    first = legs[0]
    link = re.sub(r"[^A-Za-z0-9\-_/.]", "-", first.source)
    yield f"{first.day} * {_quoted(first.summary)} ^{link}"
    yield from _metadata("  ", kind=first.kind, entry=str(first.entry), voucher=first.voucher)
    for leg in legs:
        yield f"  {_beancount_name(accounts, leg.account)}  {leg.amount} {CURRENCY}"
        yield from _metadata(
            "    ",
            partner=f"{leg.partner} {leg.partner_name}".strip(),
            money=leg.money_account,
            item=leg.item,
            red=leg.red_side,
        )


def _beancount_name(accounts: dict[str, _Account], code: str) -> str:
    chain = list(_chain(accounts, code))
    root = _ROOTS.get(chain[0].kind) or ("Income" if chain[0].side < 0 else "Expenses")
    return ":".join([root, *(f"{a.code}-{_component(a.name)}" for a in chain)])


def _component(name: str) -> str:
    """A name as part of a Beancount account: only letters, digits and dashes among ASCII."""
    return re.sub(r"[^A-Za-z0-9\-\u0080-\U0010ffff]", "-", name.strip())


def _metadata(indent: str, **values: str) -> Iterator[str]:
    for name, value in values.items():
        if value:
            yield f"{indent}{name}: {_quoted(value)}"


def _quoted(text: str) -> str:
    return '"' + " ".join(text.replace("\\", "\\\\").replace('"', '\\"').split()) + '"'


# CSV

_HEADINGS = (
    "entry", "day", "number", "kind", "voucher", "summary", "account", "account_name", "debit", "credit",
    "partner", "partner_name", "money_account", "item",
)  # fmt: skip


def _csv(session: Session, accounts: dict[str, _Account]) -> Iterator[str]:
    yield "\ufeff" + _csv_line(_HEADINGS)
    for legs in _entries(session):
        for leg in legs:
            yield _csv_line(_csv_cells(accounts, leg))


def _csv_cells(accounts: dict[str, _Account], leg: _Leg) -> Iterator[str]:
    yield str(leg.entry)
    texts = (leg.day, leg.source, leg.kind, leg.voucher, leg.summary)
    yield from map(guarded_text, (*texts, leg.account, accounts[leg.account].name))
    yield text_of(leg.debit, MONEY_PLACES)
    yield text_of(leg.credit, MONEY_PLACES)
    yield from map(guarded_text, (leg.partner, leg.partner_name, leg.money_account, leg.item))


def _csv_line(cells: Iterable[str]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target).writerow(list(cells))
    return target.getvalue()


FORMS = {"hledger": _hledger, "beancount": _beancount, "csv": _csv}
"""The forms of `export ledger --as`."""
