"""What can be asked about customers and suppliers."""

from jxc_desktop.partners.queries.card import PartnerCard, partner_card, partner_draft
from jxc_desktop.partners.queries.finding import (
    PartnerHit,
    customer_by_code,
    find_customers,
    find_suppliers,
    supplier_by_code,
)
from jxc_desktop.partners.queries.listing import (
    PartnerFilter,
    PartnerRow,
    count_customers,
    count_suppliers,
    list_customers,
    list_suppliers,
)
from jxc_desktop.partners.queries.masking import masked
from jxc_desktop.partners.queries.notices import notices_on

__all__ = [
    "PartnerCard",
    "PartnerFilter",
    "PartnerHit",
    "PartnerRow",
    "count_customers",
    "count_suppliers",
    "customer_by_code",
    "find_customers",
    "find_suppliers",
    "list_customers",
    "list_suppliers",
    "masked",
    "notices_on",
    "partner_card",
    "partner_draft",
    "supplier_by_code",
]
