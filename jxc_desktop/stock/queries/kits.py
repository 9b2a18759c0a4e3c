"""What can be asked about goods put together and taken apart; worth leaves only with the right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.catalog.models import Product
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.kit_models import (
    Assembly,
    AssemblyLine,
    Disassembly,
    DisassemblyLine,
    KitPart,
)
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries.worth import (
    WorthLineView,
    seen_worth,
    worth_list,
    worth_rows,
    worth_sum,
)
from jxc_desktop.stock.trade import PAGE, Head, ListFilter, ListRow, ListSum, required_head


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
    lines: tuple[WorthLineView, ...]


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
    return worth_list(session, Assembly, wanted, after, limit)


@needs("assembly.view")
def assembly_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all assemblies that the filter lets through."""
    return worth_sum(session, Assembly, wanted)


@needs("disassembly.view")
def disassembly_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of disassemblies, newest first."""
    return worth_list(session, Disassembly, wanted, after, limit)


@needs("disassembly.view")
def disassembly_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and worth of all disassemblies that the filter lets through."""
    return worth_sum(session, Disassembly, wanted)


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


def _view(session: Session, model: Any, line: Any, number: str, missing: str) -> KitView:
    head = required_head(session, model, number, missing)
    worth, fee, total = (
        seen_worth(session, column) for column in (model.amount, model.fee, model.total)
    )
    query = (
        select(
            model.warehouse_id, Warehouse.code, Warehouse.name, model.product_id, Product.code,
            Product.name, Product.spec, model.unit, model.quantity, model.base_quantity, worth, fee,
            model.money_account_id, func.coalesce(MoneyAccount.name, ""), model.partner_id,
            func.coalesce(Partner.name, ""), total,
        )
        .join(Warehouse, Warehouse.id == model.warehouse_id)
        .join(Product, Product.id == model.product_id)
        .outerjoin(MoneyAccount, MoneyAccount.id == model.money_account_id)
        .outerjoin(Partner, Partner.id == model.partner_id)
        .where(model.id == head.id)
    )  # fmt: skip
    told: list[Any] = list(session.execute(query).one())
    told[_ACCOUNT] = built_in_name(told[_ACCOUNT])
    lines = tuple(WorthLineView(*each) for each in worth_rows(session, line, head.id))
    return KitView(*(head, *told, lines))


_ACCOUNT = 13
"""Where the name of the money account stands in the columns of a view."""
