"""Customers and suppliers from a foreign list. Only the name is a must.

Firms the shop has already, known by their code in the role or else by name, are left as they are.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.sql import Row, Statement, among
from jxc_desktop.imports.fields import partner_fields
from jxc_desktop.imports.source import CleanRow, Flaw, Key, Known, Source, Values
from jxc_desktop.partners.drafts import PartnerDraft, Role
from jxc_desktop.partners.queries.notices import tax_no_is_sound
from jxc_desktop.partners.rules import PRICE_LEVELS, tidied
from jxc_desktop.partners.services import (
    disable_customer,
    disable_supplier,
    write_customers,
    write_suppliers,
)

_AS_THEY_ARE = (
    "name", "short_name", "contact", "mobile", "phone", "tax_no", "bank", "bank_account", "credit_limit",
    "credit_days", "remark", "email", "salesperson",
)  # fmt: skip
_PLACE = ("country", "city", "address")
"""Columns that make an address together."""
_NOT_KEPT = ("mnemonic", "category", "opening_ar", "opening_ap")
_LEVELS = {
    "批发价": "wholesale",
    "批发": "wholesale",
    "会员价": "member",
    "会员": "member",
    "零售价": "",
    "零售": "",
    **{f"等级价{n}": f"level_{n}" for n in (1, 2, 3)},
}
_FIELDS = ("name", "short_name", "mobile", "tax_no")


def _known_by(role: Role) -> dict[str, Statement]:
    select = f"SELECT id, {role}_code, {', '.join(_FIELDS)} FROM partner WHERE {role}_code "
    named = f"{select}IS NOT NULL AND name "
    return {
        "code": Statement(f"{select}IN {among('wanted')}", postgresql=f"{select}= ANY(:wanted)"),
        "name": Statement(
            f"{named}IN {among('wanted')} ORDER BY id",
            postgresql=f"{named}= ANY(:wanted) ORDER BY id",
        ),
    }


_KNOWN = {role: _known_by(role) for role in Role}


def customers() -> Source:
    """The import of customers."""
    return _source(Role.CUSTOMER, "customers", translate("imports", "客户"))


def suppliers() -> Source:
    """The import of suppliers."""
    return _source(Role.SUPPLIER, "suppliers", translate("imports", "供应商"))


def _source(role: Role, kind: str, title: str) -> Source:
    return Source(
        kind,
        title,
        tuple(field for field in partner_fields() if field.name not in _NOT_KEPT),
        keys=("code",),
        natural=("name",),
        rules=(_note_tax_no,),
        lookup=partial(_look_up, role),
        verify=partial(_verify, role),
        write=partial(_write, role),
    )


def _note_tax_no(values: Values) -> Iterator[Flaw]:
    if not tax_no_is_sound(str(values.get("tax_no", ""))):
        text = translate("imports", "税号的校验位不对。对照营业执照")
        yield Flaw("tax_no", text, notice=True)


def _look_up(
    role: Role, session: Session, fields: Key, wanted: Collection[Key]
) -> Mapping[Key, Known]:
    [field] = fields
    rows = _KNOWN[role][field].all(session, wanted=[value for [value] in wanted])
    found: dict[Key, Known] = {}
    for row in rows:
        found.setdefault((row[1] if field == "code" else row[2],), _known(row))
    return found


def _known(row: Row) -> Known:
    return Known(row[0], {"code": row[1], **dict(zip(_FIELDS, row[2:], strict=True))})


def _draft(role: Role, values: Values) -> PartnerDraft:
    plain: dict[str, Any] = {name: values[name] for name in _AS_THEY_ARE if name in values}
    level = str(values.get("price_level", ""))
    place = " ".join(str(values[name]) for name in _PLACE if name in values)
    draft = PartnerDraft(**plain, address=place, price_level=_LEVELS.get(level, level))
    code = str(values.get("code", ""))
    if role is Role.CUSTOMER:
        return replace(draft, customer_code=code)
    return replace(draft, supplier_code=code)


def _verify(
    role: Role, _session: Session, rows: Sequence[CleanRow]
) -> Iterator[tuple[CleanRow, Flaw]]:
    for row in rows:
        draft = _draft(role, row.values)
        if draft.price_level not in PRICE_LEVELS:
            text = translate("imports", "没有价格等级“{level}”。可以用 {known}")
            told = text.format(level=draft.price_level, known=listed(_LEVELS))
            yield row, Flaw("price_level", told)
            continue
        try:
            tidied(draft)
        except InvalidInput as error:
            yield row, Flaw(_column(error.field), error.message)
    yield from _unused(rows)


def _column(field: str | None) -> str:
    return "code" if field in {"customer_code", "supplier_code"} else field or "name"


def _unused(rows: Sequence[CleanRow]) -> Iterator[tuple[CleanRow, Flaw]]:
    """One notice for each filled column that is left out, at its first filled row."""
    for field in _NOT_KEPT:
        first = next((row for row in rows if row.cells.get(field) is not None), None)
        if first:
            text = translate("imports", "这一列没有导入，程序不记它")
            if field in {"opening_ar", "opening_ap"}:
                text = translate("imports", "欠款没有导入。期初应收、应付另外导入")
            yield first, Flaw(field, text, notice=True)


def _write(role: Role, session: Session, rows: Sequence[CleanRow]) -> None:
    drafts = [_draft(role, row.values) for row in rows]
    customer = role is Role.CUSTOMER
    ids = (write_customers if customer else write_suppliers)(session, drafts)
    disable: Callable[[Session, int], None] = disable_customer if customer else disable_supplier
    for partner, row in zip(ids, rows, strict=True):
        if row.values.get("disabled") or row.values.get("enabled") is False:
            disable(session, partner)
