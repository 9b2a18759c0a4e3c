"""What can be asked about goods put together and taken apart; worth leaves only with the right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.stock.kit_models import (
    Assembly,
    AssemblyLine,
    Disassembly,
    DisassemblyLine,
    KitPart,
)
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries.others import OtherLineView, other_lines
from jxc_desktop.stock.trade import (
    COST,
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    find_head,
    list_documents,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class KitView:
    """A product put together or taken apart; the fee names the money account or the supplier, the other is empty."""

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    quantity: int
    base_quantity: int
    amount: int | None
    fee: int | None
    money_account_id: int | None
    money_account: str
    supplier_id: int | None
    supplier: str
    total: int | None
    lines: tuple[OtherLineView, ...]


@dataclass(frozen=True, slots=True)
class KitRow:
    """A product that has parts, and how many."""

    id: int
    code: str
    name: str
    spec: str
    unit: str
    parts: int


@needs("assembly.view")
def assembly_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of assemblies, newest first."""
    return _list(session, Assembly, wanted, after, limit)


@needs("assembly.view")
def assembly_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all assemblies that the filter lets through."""
    return sum_documents(session, Assembly, wanted, priced=may(session, COST))


@needs("disassembly.view")
def disassembly_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of disassemblies, newest first."""
    return _list(session, Disassembly, wanted, after, limit)


@needs("disassembly.view")
def disassembly_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all disassemblies that the filter lets through."""
    return sum_documents(session, Disassembly, wanted, priced=may(session, COST))


@needs("assembly.view")
def assembly_view(session: Session, number: str) -> KitView:
    """The assembly with this number."""
    missing = translate("stock", "没有组装单 {number}。核对单号")
    return _view(session, Assembly, AssemblyLine, number, missing)


@needs("disassembly.view")
def disassembly_view(session: Session, number: str) -> KitView:
    """The disassembly with this number."""
    missing = translate("stock", "没有拆卸单 {number}。核对单号")
    return _view(session, Disassembly, DisassemblyLine, number, missing)


@needs("product.view")
def kit_list(session: Session) -> list[KitRow]:
    """Every product that has parts, by its code."""
    query = (
        select(Product.id, Product.code, Product.name, Product.spec, Product.unit, func.count())
        .join(KitPart, KitPart.product_id == Product.id)
        .group_by(Product.id)
        .order_by(Product.code)
    )
    return [KitRow(*row) for row in session.execute(query)]


def _list(
    session: Session, model: Any, wanted: ListFilter, after: tuple[date, int] | None, limit: int
) -> list[ListRow]:
    priced = may(session, COST)
    return list_documents(session, model, wanted, after=after, limit=limit, priced=priced)


def _view(session: Session, model: Any, line: Any, number: str, missing: str) -> KitView:
    head = find_head(session, model, model.number == number)
    if head is None:
        raise NotFound(missing.format(number=number))
    query = (
        select(
            model.warehouse_id, Warehouse.code, Warehouse.name, model.product_id, Product.code,
            Product.name, Product.spec, model.unit, model.quantity, model.base_quantity, model.amount,
            model.fee, model.money_account_id, func.coalesce(MoneyAccount.name, ""), model.partner_id,
            func.coalesce(Partner.name, ""), model.total,
        )
        .join(Warehouse, Warehouse.id == model.warehouse_id)
        .join(Product, Product.id == model.product_id)
        .outerjoin(MoneyAccount, MoneyAccount.id == model.money_account_id)
        .outerjoin(Partner, Partner.id == model.partner_id)
        .where(model.id == head.id)
    )  # fmt: skip
    told: list[Any] = list(session.execute(query).one())
    told[_ACCOUNT] = built_in_name(told[_ACCOUNT])
    seen = may(session, COST)
    if not seen:
        told[_WORTH] = told[_FEE] = told[_TOTAL] = None
    told.append(other_lines(session, line, head.id, seen=seen))
    return KitView(head, *told)


_WORTH, _FEE, _ACCOUNT, _TOTAL = 10, 11, 13, 16
"""Where they stand in the columns of a view."""
