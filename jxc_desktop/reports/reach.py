"""How far a report reaches for whoever does not see every customer and every warehouse (shop.assigned)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Forbidden, InvalidInput
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.shop.assigned import Assigned, hidden
from jxc_desktop.stock.queries import WarehouseView, warehouses

_OF_CUSTOMERS = frozenset({"report.sales", "report.profit"})
_OF_PLACES = frozenset({"report.sales", "report.profit", "report.stock", "report.purchase"})


def within_reach(
    session: Session,
    permission: str,
    parameters: Mapping[str, Parameter],
    values: dict[str, Any],
    texts: dict[str, str],
) -> None:
    """Narrow `values`, and `texts` that say them, to what whoever is at work may see.

    Raises `Forbidden` for a report of the whole shop, `InvalidInput` when one of several warehouses must be chosen.
    """
    unseen = hidden(session)
    asks: set[str] = {parameter.ask for parameter in parameters.values()}
    if Assigned.CUSTOMER in unseen and permission in _OF_CUSTOMERS:
        _require_asked("customer", asks)
        values.setdefault("customer", _own_customers(session, unseen[Assigned.CUSTOMER]))
    if Assigned.WAREHOUSE in unseen and permission in _OF_PLACES:
        _require_asked("warehouse", asks)
        if "warehouse" not in values:
            own = _own_warehouse(session)
            values["warehouse"], texts["warehouse"] = own.id, own.code


def _require_asked(ask: str, asks: set[str]) -> None:
    if ask not in asks:
        told = translate("reports", "这张报表是全店的数，有客户或仓库分配给了别人，你看不到")
        raise Forbidden(told)


def _own_customers(session: Session, unseen: frozenset[int]) -> list[int]:
    customer = Partner.customer_code.is_not(None)
    return list(session.scalars(select(Partner.id).where(customer, Partner.id.not_in(unseen))))


def _own_warehouse(session: Session) -> WarehouseView:
    own = warehouses(session)
    if len(own) == 1:
        return own[0]
    told = translate("reports", "选一个仓库：{names}")
    names = listed(each.name for each in own)
    raise InvalidInput(told.format(names=names), field="filter.warehouse")
