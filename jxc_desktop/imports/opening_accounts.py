"""Balances of accounts when the books began, from a foreign trial balance (科目余额表).

Accounts above others are left out where the file has those below them; goods and debts come from their own lists.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.fields import opening_account_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.ledger.opening import (
    BY_DOCUMENT,
    OpeningBalanceDraft,
    OpeningLine,
    post_opening_balance,
)
from jxc_desktop.shop.keys import new_key

_SIDES = {
    "借": 1,
    "借方": 1,
    "贷": -1,
    "贷方": -1,
    "平": 1,
    "debit": 1,
    "credit": -1,
    "dr": 1,
    "cr": -1,
}
_NOT_KEPT = ("year_debit", "year_credit")

_ACCOUNTS = Statement("SELECT code, leaf, needs, side FROM account WHERE disabled = 0")
_MONEY = Statement("SELECT code, id, account FROM money_account WHERE disabled = 0")
_FIRMS = Statement(
    "SELECT id FROM partner WHERE customer_code = :code OR supplier_code = :code OR name = :code"
)
_OPENED = Statement(
    "SELECT l.account, m.code, p.customer_code, p.supplier_code, p.name, l.partner_id "
    "FROM opening_balance_line l JOIN opening_balance d ON d.id = l.document_id "
    "LEFT JOIN money_account m ON m.id = l.money_account_id "
    "LEFT JOIN partner p ON p.id = l.partner_id "
    "WHERE d.state = 'posted' AND d.reverses_id IS NULL AND d.scope = 'opening_accounts'"
)


def opening_accounts() -> Source:
    """The import of opening balances."""
    return Source(
        "opening_accounts",
        translate("imports", "科目期初"),
        opening_account_fields(),
        natural=("account", "partner"),
        rules=(_require_one_side,),
        lookup=_known,
        verify=_verify,
        write=_write,
    )


def _require_one_side(values: Values) -> Iterator[Flaw]:
    if values.get("debit") and values.get("credit"):
        yield Flaw("credit", translate("imports", "借方和贷方都有数。只留余额的一方"))
    if str(values.get("direction", "借")).casefold() not in _SIDES:
        yield Flaw("direction", translate("imports", "方向只能是借、贷或平"))


def _known(session: Session, _fields: Key, wanted: Collection[Key]) -> Mapping[Key, Known]:
    """Accounts of the file that have an opening balance, by every spelling of account and firm."""
    opened: dict[Key, Known] = {}
    for account, money, *firm, partner in _OPENED.all(session):
        for code in filter(None, (account, money)):
            for name in filter(None, firm) if partner is not None else ("",):
                opened[code, name] = Known(len(opened), {})
    return {key: opened[key] for key in wanted if key in opened}


@dataclass(frozen=True, slots=True)
class _Account:
    code: str
    leaf: bool
    needs: str
    side: int


class _Chart:
    """The accounts of the shop, also by the codes of its money accounts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._accounts = {
            row[0]: _Account(row[0], bool(row[1]), row[2], row[3]) for row in _ACCOUNTS.all(session)
        }
        self._money = {code: (money, account) for code, money, account in _MONEY.all(session)}

    def find(self, row: CleanRow) -> _Account | None:
        code = str(row.values["account"])
        return self._accounts.get(self._money[code][1] if code in self._money else code)

    def money(self, row: CleanRow) -> int | None:
        found = self._money.get(str(row.values["account"]))
        return found[0] if found else None

    def firm(self, row: CleanRow) -> int | None:
        """The only firm with the row's code or name; raises `NotFound` when there is none or more."""
        told = row.values.get("partner")
        if told is None:
            return None
        found = _FIRMS.all(self._session, code=str(told))
        if len(found) != 1:
            raise NotFound(
                translate("imports", "没有、或不止一个单位是“{code}”。填编号").format(code=told)
            )
        return int(found[0][0])


def _verify(session: Session, rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    chart = _Chart(session)
    codes = {str(row.values["account"]) for row in rows}
    codes |= {account for account, *_rest in _OPENED.all(session)}
    for row in rows:
        yield from ((row, flaw) for flaw in _flaws(chart, row, codes))
    for field in _NOT_KEPT:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            yield (
                first,
                Flaw(field, translate("imports", "这一列没有导入，程序不记它"), notice=True),
            )


def _flaws(chart: _Chart, row: CleanRow, codes: Collection[str]) -> Iterator[Flaw]:
    account = chart.find(row)
    if account is None:
        text = translate("imports", "没有科目 {code}。先加科目，或改编码")
        yield Flaw("account", text.format(code=row.values["account"]))
    elif not _net(row, account):
        return
    elif account.code in BY_DOCUMENT:
        text = translate("imports", "这个科目的期初由期初库存或期初欠款产生，这一行不导入")
        yield Flaw("account", text, notice=True)
    elif not account.leaf:
        yield _parent(account, codes)
    else:
        yield from _firm_flaws(chart, row, account)


def _parent(account: _Account, codes: Collection[str]) -> Flaw:
    if any(code.startswith(account.code) and code != account.code for code in codes):
        return Flaw("account", translate("imports", "有下级科目，以下级为准"), notice=True)
    return Flaw("account", translate("imports", "有下级科目，期初记到末级。改成末级编码"))


def _firm_flaws(chart: _Chart, row: CleanRow, account: _Account) -> Iterator[Flaw]:
    try:
        firm = chart.firm(row)
    except NotFound as error:
        yield Flaw("partner", error.message)
        return
    if firm is None and "partner" in account.needs:
        yield Flaw("partner", translate("imports", "这个科目要写往来单位"))


def _net(row: CleanRow, account: _Account) -> int:
    """Fen of debit minus credit, from 借方 and 贷方 or from 余额 and its side."""
    debit, credit, balance = (_fen(row, name) for name in ("debit", "credit", "balance"))
    if debit or credit or not balance:
        return debit - credit
    told = row.values.get("direction")
    side = account.side if told is None else _SIDES[str(told).casefold()]
    return side * balance


def _fen(row: CleanRow, field: str) -> int:
    value = row.values.get(field)
    return value if isinstance(value, int) else 0


def _write(session: Session, rows: Sequence[CleanRow]) -> None:
    chart = _Chart(session)
    lines = tuple(line for row in rows if (line := _line(chart, row)) is not None)
    if lines:
        draft = OpeningBalanceDraft("opening_accounts", lines)
        post_opening_balance(session, draft, key=new_key())


def _line(chart: _Chart, row: CleanRow) -> OpeningLine | None:
    account = chart.find(row)
    if account is None:
        raise RuntimeError(f"row {row.row} was not verified")
    net = _net(row, account)
    if not net or not account.leaf or account.code in BY_DOCUMENT:
        return None
    return OpeningLine(
        account.code,
        debit=max(net, 0),
        credit=max(-net, 0),
        partner_id=chart.firm(row),
        money_account_id=chart.money(row),
    )
