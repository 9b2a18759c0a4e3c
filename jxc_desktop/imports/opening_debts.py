"""What customers owed and suppliers were owed when the books began, from a foreign list.

Money paid in advance (预收, 预付) becomes an opening balance of its own account. Firms that have opening debts already
are left as they are, so a repeated list opens nothing twice.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy.orm import Session

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.imports.fields import opening_balance_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.ledger.opening import OpeningBalanceDraft, OpeningLine, post_opening_balance
from jxc_desktop.shop.keys import new_key

_NOT_KEPT = ("document", "day", "due_day")


@dataclass(frozen=True, slots=True)
class _Side:
    """Whose debts: the scope of the opening document, its account, the account of advances, the codes of the firms."""

    scope: str
    account: str
    advances: str
    owes: bool
    by_code: Statement
    by_name: Statement


def _codes(column: str) -> Statement:
    sql = f"SELECT {column}, id FROM partner WHERE {column} "
    return Statement(f"{sql}IN {among('wanted')}", postgresql=f"{sql}= ANY(:wanted)")


def _names(column: str) -> Statement:
    sql = f"SELECT name, id FROM partner WHERE {column} IS NOT NULL AND name "
    return Statement(f"{sql}IN {among('wanted')}", postgresql=f"{sql}= ANY(:wanted)")


_CUSTOMERS = _Side(
    "opening_ar", "1122", "220301", owes=True,
    by_code=_codes("customer_code"), by_name=_names("customer_code"),
)  # fmt: skip
_SUPPLIERS = _Side(
    "opening_ap", "220201", "1123", owes=False,
    by_code=_codes("supplier_code"), by_name=_names("supplier_code"),
)  # fmt: skip
_OPENED = Statement(
    "SELECT DISTINCT l.partner_id FROM opening_balance_line l "
    "JOIN opening_balance d ON d.id = l.document_id "
    "WHERE d.state = 'posted' AND d.reverses_id IS NULL AND l.account IN (:account, :advances)"
)


def opening_ar() -> Source:
    """The import of what customers owed."""
    return _source(_CUSTOMERS, translate("imports", "期初应收"))


def opening_ap() -> Source:
    """The import of what suppliers were owed."""
    return _source(_SUPPLIERS, translate("imports", "期初应付"))


def _source(side: _Side, title: str) -> Source:
    return Source(
        side.scope,
        title,
        opening_balance_fields(),
        natural=("partner", "name"),
        rules=(_require_amount,),
        lookup=partial(_known, side),
        verify=partial(_verify, side),
        write=partial(_write, side),
    )


def _require_amount(values: Values) -> Iterator[Flaw]:
    if "amount" not in values and "advance" not in values:
        yield Flaw("amount", translate("imports", "没有金额。填上，没有就填 0"))


def _known(
    side: _Side, session: Session, _fields: Key, wanted: Collection[Key]
) -> Mapping[Key, Known]:
    """The firms of the file that have opening debts."""
    opened = {
        int(row[0])
        for row in _OPENED.all(session, account=side.account, advances=side.advances)
        if row[0] is not None
    }
    if not opened:
        return {}
    firms = _firms(side, session, [(code, name) for code, name in wanted])
    return {
        key: Known(firm, {})
        for key, firm in zip(wanted, firms, strict=True)
        if isinstance(firm, int) and firm in opened
    }


def _firms(side: _Side, session: Session, wanted: Sequence[tuple[str, str]]) -> list[int | Flaw]:
    """The firm of each (code, name): by code, else by a name that only one bears."""
    codes = dict(_asked(side.by_code, session, (code for code, _name in wanted)))
    named: dict[str, list[int]] = {}
    for name, firm in _asked(side.by_name, session, (n for code, n in wanted if not code)):
        named.setdefault(name, []).append(firm)
    return [_firm(code, name, codes, named) for code, name in wanted]


def _asked(
    statement: Statement, session: Session, wanted: Iterable[str]
) -> Iterator[tuple[str, int]]:
    for text, firm in statement.all(session, wanted=sorted({each for each in wanted if each})):
        yield text, int(firm)


def _firm(
    code: str, name: str, codes: Mapping[str, int], named: Mapping[str, Sequence[int]]
) -> int | Flaw:
    if code:
        text = translate("imports", "没有编号是 {code} 的单位。先导入单位，或改编号")
        return codes.get(code) or Flaw("partner", text.format(code=code))
    found = named.get(name, ())
    if len(found) == 1:
        return found[0]
    if not name:
        return Flaw("partner", translate("imports", "没有写是哪个单位。填编号或名称"))
    missing = translate("imports", "没有叫“{name}”的单位。先导入单位，或改名称")
    several = translate("imports", "有几个单位叫“{name}”。填编号")
    return Flaw("name", (several if found else missing).format(name=name))


def _of_row(row: CleanRow) -> tuple[str, str]:
    return str(row.values.get("partner", "")), str(row.values.get("name", ""))


def _verify(
    side: _Side, session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    firms = _firms(side, session, [_of_row(row) for row in rows])
    for row, firm in zip(rows, firms, strict=True):
        if isinstance(firm, Flaw):
            yield row, firm
    for field in _NOT_KEPT:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            yield (
                first,
                Flaw(field, translate("imports", "这一列没有导入，程序不记它"), notice=True),
            )


def _write(side: _Side, session: Session, rows: Sequence[CleanRow]) -> None:
    found = _firms(side, session, [_of_row(row) for row in rows])
    firms = [firm for firm in found if isinstance(firm, int)]
    debts, advances = [], []
    for row, firm in zip(rows, firms, strict=True):
        if amount := _fen(row, "amount"):
            debts.append(_line(side.account, firm, amount, debit=side.owes))
        if amount := _fen(row, "advance"):
            advances.append(_line(side.advances, firm, amount, debit=not side.owes))
    for scope, lines in ((side.scope, debts), ("opening_accounts", advances)):
        if lines:
            post_opening_balance(session, OpeningBalanceDraft(scope, tuple(lines)), key=new_key())


def _fen(row: CleanRow, field: str) -> int:
    value = row.values.get(field)
    return value if isinstance(value, int) else 0


def _line(account: str, firm: int, amount: int, *, debit: bool) -> OpeningLine:
    if debit:
        return OpeningLine(account, debit=amount, partner_id=firm)
    return OpeningLine(account, credit=amount, partner_id=firm)
