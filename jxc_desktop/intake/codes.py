"""From the codes people and other systems use to ids: goods by code or barcode, firms by role, places, money."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.intake.fields import Fields
from jxc_desktop.members.queries import member_by_code

UPC, EAN = 12, 13


@dataclass(frozen=True, slots=True)
class Named:
    """A product that a code names; `unit` is what the barcode stands on, "" for the base unit."""

    product_id: int
    unit: str


_PRODUCTS = Statement(
    f"SELECT code, id, '' FROM product WHERE code IN {among('codes')} "
    f"UNION ALL SELECT code, product_id, unit FROM barcode WHERE code IN {among('codes')}",
    postgresql="SELECT code, id, '' FROM product WHERE code = ANY(:codes) "
    "UNION ALL SELECT code, product_id, unit FROM barcode WHERE code = ANY(:codes)",
)
_CUSTOMER = Statement("SELECT id FROM partner WHERE customer_code = :code")
_SUPPLIER = Statement("SELECT id FROM partner WHERE supplier_code = :code")
_WAREHOUSE = Statement("SELECT id FROM warehouse WHERE code = :code AND disabled = 0")
_FIRST_WAREHOUSE = Statement("SELECT min(id) FROM warehouse WHERE disabled = 0")
_MONEY_ACCOUNT = Statement("SELECT id FROM money_account WHERE code = :code AND disabled = 0")


def products_named(session: Session, codes: Iterable[str]) -> dict[str, Named]:
    """The products that `codes` name, in one question; a code that names none is missing."""
    wanted = set(codes)
    spelt = sorted({spelling for code in wanted for spelling in _spellings(code)})
    found: dict[str, Named] = {}
    for code, product_id, unit in _PRODUCTS.all(session, codes=spelt):
        found.setdefault(code, Named(product_id, unit))
    known = {}
    for code in wanted:
        hit = next((found[spelling] for spelling in _spellings(code) if spelling in found), None)
        if hit is not None:
            known[code] = hit
    return known


def customer_named(session: Session, fields: Fields, name: str = "partner") -> int:
    """The id of the customer whose code stands in a field."""
    return _found(session, _CUSTOMER, fields, name, translate("intake", "没有客户编号 {code}"))


def supplier_named(session: Session, fields: Fields, name: str = "partner") -> int:
    """The id of the supplier whose code stands in a field."""
    return _found(session, _SUPPLIER, fields, name, translate("intake", "没有供应商编号 {code}"))


def money_account_named(session: Session, fields: Fields, name: str = "account") -> int:
    """The id of the money account whose code stands in a field."""
    problem = translate("intake", "没有结算账户 {code}，或已停用")
    return _found(session, _MONEY_ACCOUNT, fields, name, problem)


def member_named(session: Session, fields: Fields, name: str = "member") -> int:
    """The id of the member whose card number or phone stands in a field."""
    hit = member_by_code(session, fields.needed(name))
    if hit is None:
        problem = translate("intake", "没有会员卡号或手机 {code}").format(code=fields.needed(name))
        raise fields.wrong(NotFound(problem), name)
    return hit.id


def warehouse_named(session: Session, fields: Fields, name: str = "warehouse") -> int:
    """The id of the warehouse whose code stands in a field; the shop's first one when not given."""
    if not fields.text(name):
        return int(_FIRST_WAREHOUSE.one(session)[0])
    problem = translate("intake", "没有仓库编号 {code}，或已停用")
    return _found(session, _WAREHOUSE, fields, name, problem)


def _found(session: Session, statement: Statement, fields: Fields, name: str, problem: str) -> int:
    code = fields.needed(name)
    row = statement.first(session, code=code)
    if row is None:
        raise fields.wrong(NotFound(problem.format(code=code)), name)
    return int(row[0])


def _spellings(code: str) -> tuple[str, ...]:
    """A UPC is kept with or without the zero in front that makes it an EAN."""
    if len(code) == UPC and code.isdecimal():
        return code, f"0{code}"
    if len(code) == EAN and code.isdecimal() and code.startswith("0"):
        return code, code[1:]
    return (code,)
