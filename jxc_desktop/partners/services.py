"""Keeping firms: customers, suppliers, and those that are both."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.drafts import PartnerDraft, Role
from jxc_desktop.partners.queries import partner_draft
from jxc_desktop.partners.rules import tidied
from jxc_desktop.partners.writing import (
    bearers,
    insert_partners,
    require_free,
    update_partner,
    with_codes,
)
from jxc_desktop.shop.actor import authorize, may, needs
from jxc_desktop.shop.assigned import EDIT, Assigned, assign
from jxc_desktop.shop.audit import record

CONTACT_FIELDS = ("contact", "mobile", "phone", "address", "email", "fax")
"""What nobody sees whole without `field.customer_contact`."""

_DISABLE = Statement("UPDATE partner SET disabled = :disabled WHERE id = :id", changes="partner")


@needs("customer.edit")
def save_customer(session: Session, draft: PartnerDraft) -> int:
    """Keep a new customer, or the firm `draft.id` as the draft has it; its id."""
    return _save(session, Role.CUSTOMER, draft)


@needs("supplier.edit")
def save_supplier(session: Session, draft: PartnerDraft) -> int:
    """Keep a new supplier, or the firm `draft.id` as the draft has it; its id."""
    return _save(session, Role.SUPPLIER, draft)


@needs("customer.edit")
def write_customers(session: Session, drafts: Sequence[PartnerDraft]) -> list[int]:
    """Keep many new customers at once; their ids. All or none."""
    return _create(session, Role.CUSTOMER, [tidied(draft) for draft in drafts])


@needs("supplier.edit")
def write_suppliers(session: Session, drafts: Sequence[PartnerDraft]) -> list[int]:
    """Keep many new suppliers at once; their ids. All or none."""
    return _create(session, Role.SUPPLIER, [tidied(draft) for draft in drafts])


@needs("customer.edit")
def make_customer(session: Session, supplier_code: str, *, code: str = "") -> int:
    """Let a supplier be a customer too, under `code` or the next; its id."""
    return _also(session, Role.SUPPLIER, supplier_code, Role.CUSTOMER, code)


@needs("supplier.edit")
def make_supplier(session: Session, customer_code: str, *, code: str = "") -> int:
    """Let a customer be a supplier too, under `code` or the next; its id."""
    return _also(session, Role.CUSTOMER, customer_code, Role.SUPPLIER, code)


@needs("customer.edit")
def disable_customer(session: Session, partner_id: int, *, disabled: bool = True) -> None:
    """Take a customer out of use, or back into it."""
    _disable(session, Role.CUSTOMER, partner_id, disabled=disabled)


@needs("supplier.edit")
def disable_supplier(session: Session, partner_id: int, *, disabled: bool = True) -> None:
    """Take a supplier out of use, or back into it."""
    _disable(session, Role.SUPPLIER, partner_id, disabled=disabled)


def _save(session: Session, role: Role, draft: PartnerDraft) -> int:
    clean = tidied(draft)
    if draft.id is None:
        return _create(session, role, [clean])[0]
    before = partner_draft(session, draft.id)
    kept = _keeping(session, role, before, clean)
    require_free(session, [kept])
    [kept] = with_codes(session, role, [kept])
    update_partner(session, draft.id, kept)
    _assign(session, draft.id, before.assigned, kept.assigned)
    record(session, f"{role}.edit", kept.code(role), **_changes(before, kept))
    return draft.id


def _keeping(
    session: Session, role: Role, before: PartnerDraft, after: PartnerDraft
) -> PartnerDraft:
    """`after` with the codes it does not tell, and with what its writer was not shown."""
    kept = replace(
        after,
        customer_code=after.customer_code or before.customer_code,
        supplier_code=after.supplier_code or before.supplier_code,
    )
    other = Role.SUPPLIER if role is Role.CUSTOMER else Role.CUSTOMER
    if kept.code(other) != before.code(other):
        authorize(session, f"{other}.edit")
    if not may(session, "field.customer_contact"):
        kept = replace(kept, **{name: getattr(before, name) for name in CONTACT_FIELDS})
    return kept


def _create(session: Session, role: Role, drafts: Sequence[PartnerDraft]) -> list[int]:
    for other in Role:
        if other is not role and any(draft.code(other) for draft in drafts):
            authorize(session, f"{other}.edit")
    require_free(session, drafts)
    complete = with_codes(session, role, drafts)
    ids = insert_partners(session, role, complete)
    for number, draft in zip(ids, complete, strict=True):
        _assign(session, number, (), draft.assigned)
    if len(complete) == 1:
        record(session, f"{role}.create", complete[0].code(role), name=complete[0].name)
    elif complete:
        first, last = complete[0].code(role), complete[-1].code(role)
        record(session, f"{role}.create", f"{first} … {last}", count=len(complete))
    return ids


def _assign(session: Session, partner_id: int, before: Sequence[str], after: Sequence[str]) -> None:
    """Give the firm to the users it is to belong to; only the owner and the manager may say whose."""
    if set(before) != set(after):
        authorize(session, EDIT)
        assign(session, Assigned.CUSTOMER, partner_id, after)


def _also(session: Session, role: Role, code: str, other: Role, other_code: str) -> int:
    found = bearers(session, role, [code])
    if code not in found:
        raise NotFound(translate("partners", "没有编号是 {code} 的单位").format(code=code))
    draft = partner_draft(session, found[code][0])
    if other is Role.CUSTOMER:
        return _save(session, other, replace(draft, customer_code=other_code))
    return _save(session, other, replace(draft, supplier_code=other_code))


def _disable(session: Session, role: Role, partner_id: int, *, disabled: bool) -> None:
    before = partner_draft(session, partner_id)
    _DISABLE.run(session, id=partner_id, disabled=disabled)
    record(session, f"{role}.{'disable' if disabled else 'enable'}", before.code(role))


def _changes(before: PartnerDraft, after: PartnerDraft) -> dict[str, object]:
    """Field → [before, after] of what differs."""
    old, new = asdict(before), asdict(after)
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}
