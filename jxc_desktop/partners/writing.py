"""How drafts of firms become rows, and their codes KH0001 and GYS0001."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_text import search_text
from jxc_desktop.core.sql import Statement, among, insert_into
from jxc_desktop.partners.drafts import PartnerDraft, Role
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.series import reserve

PREFIXES = {Role.CUSTOMER: "KH", Role.SUPPLIER: "GYS"}
DIGITS = 4

_CODES = ("customer_code", "supplier_code")
_OWN = tuple(
    field.name for field in fields(PartnerDraft) if field.name not in {"id", "assigned", *_CODES}
)
"""Columns that are a draft's fields as they are."""
_COLUMNS = (*_OWN, *_CODES, "pinyin", "search_text")
_INSERT = insert_into(Partner, (*_COLUMNS, "disabled"))
_UPDATE = Statement(
    f"UPDATE partner SET {', '.join(f'{name} = :{name}' for name in _COLUMNS)} WHERE id = :id",
    changes="partner",
)


def _by_code(role: Role) -> Statement:
    sql = f"SELECT {role}_code, id, name FROM partner WHERE {role}_code "
    return Statement(f"{sql}IN {among('codes')}", postgresql=f"{sql}= ANY(:codes)")


_BY_CODE = {role: _by_code(role) for role in Role}


def bearers(session: Session, role: Role, codes: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Id and name of the firm that bears each of `codes` in `role`."""
    rows = _BY_CODE[role].all(session, codes=sorted(set(codes)))
    return {code: (partner, name) for code, partner, name in rows}


def require_free(session: Session, drafts: Sequence[PartnerDraft]) -> None:
    """Raise `Refused`, naming the firm, when a code of `drafts` is another's in the same role."""
    for role in Role:
        coded = [draft for draft in drafts if draft.code(role)]
        taken = bearers(session, role, [draft.code(role) for draft in coded])
        claimed: dict[str, str] = {}
        for draft in coded:
            code = draft.code(role)
            owner, name = taken.get(code, (draft.id, ""))
            if owner != draft.id or code in claimed:
                raise _taken(role, code, name or claimed.get(code, ""))
            claimed[code] = draft.name


def _taken(role: Role, code: str, name: str) -> Refused:
    told = (
        translate("partners", "客户编号 {code} 已是“{name}”的。换一个编号")
        if role is Role.CUSTOMER
        else translate("partners", "供应商编号 {code} 已是“{name}”的。换一个编号")
    )
    return Refused(told.format(code=code, name=name), field=f"{role}_code")


def with_codes(session: Session, role: Role, drafts: Sequence[PartnerDraft]) -> list[PartnerDraft]:
    """`drafts`, those without a code in `role` with the next free ones."""
    missing = sum(not draft.code(role) for draft in drafts)
    given = {draft.code(role) for draft in drafts}
    fresh = iter(_next_codes(session, role, missing, given))
    return [draft if draft.code(role) else _with_code(draft, role, next(fresh)) for draft in drafts]


def _with_code(draft: PartnerDraft, role: Role, code: str) -> PartnerDraft:
    if role is Role.CUSTOMER:
        return replace(draft, customer_code=code)
    return replace(draft, supplier_code=code)


def _next_codes(session: Session, role: Role, count: int, given: set[str]) -> list[str]:
    free: list[str] = []
    while len(free) < count:
        numbers = reserve(session, role, count - len(free))
        codes = [f"{PREFIXES[role]}{number:0{DIGITS}d}" for number in numbers]
        taken = bearers(session, role, codes)
        free += [code for code in codes if code not in taken and code not in given]
    return free


def insert_partners(session: Session, role: Role, drafts: Sequence[PartnerDraft]) -> list[int]:
    """Write new firms, all with codes in `role`, in the order given; their ids."""
    _INSERT.run_many(session, ({**_row(draft), "disabled": False} for draft in drafts))
    found = bearers(session, role, [draft.code(role) for draft in drafts])
    return [found[draft.code(role)][0] for draft in drafts]


def update_partner(session: Session, partner_id: int, draft: PartnerDraft) -> None:
    """Write `draft` over a firm."""
    _UPDATE.run(session, id=partner_id, **_row(draft))


def _row(draft: PartnerDraft) -> dict[str, Any]:
    pinyin = initials(draft.name)
    return {
        **{name: getattr(draft, name) for name in _OWN},
        "customer_code": draft.customer_code or None,
        "supplier_code": draft.supplier_code or None,
        "pinyin": pinyin,
        "search_text": search_text(draft.name, draft.short_name, pinyin),
    }
