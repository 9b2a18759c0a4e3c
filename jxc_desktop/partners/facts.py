"""What a posting must know of its partner."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement


@dataclass(frozen=True, slots=True)
class PartnerFacts:
    """A firm as posting sees it; `invoice` is what a supplier usually gives, `price_level` what a customer pays.

    `salesperson` sells to a customer where a document names nobody.
    """

    id: int
    name: str
    customer_code: str | None
    supplier_code: str | None
    invoice: str | None
    disabled: bool
    price_level: str = ""
    salesperson: str = ""


_FACTS = Statement(
    "SELECT id, name, customer_code, supplier_code, invoice, disabled, price_level, salesperson "
    "FROM partner WHERE id = :id"
)


def _facts(session: Session, partner_id: int, *, even_disabled: bool) -> PartnerFacts:
    row = _FACTS.first(session, id=partner_id)
    if row is None:
        raise NotFound(translate("partners", "往来单位不存在了。重新选"), field="partner")
    *names, disabled, level, seller = row
    facts = PartnerFacts(*(*names, bool(disabled), level, seller))
    if facts.disabled and not even_disabled:
        raise Refused(
            translate("partners", "{name} 已停用").format(name=facts.name), field="partner"
        )
    return facts


def supplier_facts(
    session: Session, partner_id: int, *, even_disabled: bool = False
) -> PartnerFacts:
    """The supplier, or an error naming why nothing can be bought from it; old debts are settled `even_disabled`."""
    facts = _facts(session, partner_id, even_disabled=even_disabled)
    if facts.supplier_code is None:
        raise InvalidInput(
            translate("partners", "{name} 不是供应商").format(name=facts.name), field="partner"
        )
    return facts


def customer_facts(
    session: Session, partner_id: int, *, even_disabled: bool = False
) -> PartnerFacts:
    """The customer, or an error naming why nothing can be sold to it; old debts are settled `even_disabled`."""
    facts = _facts(session, partner_id, even_disabled=even_disabled)
    if facts.customer_code is None:
        raise InvalidInput(
            translate("partners", "{name} 不是客户").format(name=facts.name), field="partner"
        )
    return facts
