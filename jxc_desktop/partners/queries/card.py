"""One firm with all that belongs to it."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.partners.drafts import PartnerDraft
from jxc_desktop.partners.queries.masking import masked, masked_text
from jxc_desktop.shop.actor import authorize, may
from jxc_desktop.shop.assigned import Assigned, holders_of, require_seen

_PARTNER = Statement(
    "SELECT name, id, coalesce(customer_code, ''), coalesce(supplier_code, ''), short_name, contact, mobile, "
    "phone, address, tax_no, bank, bank_account, price_level, credit_limit, credit_days, invoice, remark, "
    "email, fax, salesperson, disabled, pinyin FROM partner WHERE id = :id"
)
_OWN = 20
"""How many of the columns are the draft's, in its order."""


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """The draft that would keep the firm as it is, and what is no part of a draft."""

    draft: PartnerDraft
    pinyin: str
    disabled: bool


def partner_draft(session: Session, partner_id: int) -> PartnerDraft:
    """The firm as a draft, with every word; for services. Raises `NotFound`."""
    return _read(session, partner_id).draft


def partner_card(session: Session, partner_id: int) -> PartnerCard:
    """The firm for its card; contact data is masked for who lacks `field.customer_contact`."""
    card = _read(session, partner_id)
    authorize(session, "customer.view" if card.draft.customer_code else "supplier.view")
    if may(session, "field.customer_contact"):
        return card
    draft = card.draft
    return replace(
        card,
        draft=replace(
            draft,
            contact=masked_text(draft.contact),
            mobile=masked(draft.mobile),
            phone=masked(draft.phone),
            address=masked_text(draft.address),
            email=masked_text(draft.email),
            fax=masked(draft.fax),
        ),
    )


def _read(session: Session, partner_id: int) -> PartnerCard:
    row = _PARTNER.first(session, id=partner_id)
    if row is None:
        raise NotFound(translate("partners", "往来单位不存在了。刷新后再看"))
    require_seen(session, Assigned.CUSTOMER, partner_id, "partner")
    disabled, pinyin = row[_OWN:]
    users = holders_of(session, Assigned.CUSTOMER, partner_id)
    draft = replace(PartnerDraft(*row[:_OWN]), assigned=users)
    return PartnerCard(draft, pinyin, bool(disabled))
