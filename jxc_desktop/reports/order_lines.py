"""Lines of orders with how far each is fulfilled, alike for every kind of order."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, func, literal, literal_column, select
from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Product
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State, state_word
from jxc_desktop.core.i18n import translate
from jxc_desktop.partners.models import Partner
from jxc_desktop.reports.parameters import Parameter
from jxc_desktop.reports.report import Request
from jxc_desktop.reports.trade_sources import of_goods
from jxc_desktop.stock.ordering.kinds import OrderKind

STANDING = (State.APPROVED, State.CLOSED)
"""States in which an order says what was agreed."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line in base units (1e-4): `done` followed, `left` is still to come, nothing of a closed order.

    `gross` is fen with tax of the whole line, 0 where lines bear no price. Codes, firm and salesperson are "" where an
    order has none.
    """

    document: int
    number: str
    day: date
    due_day: date | None
    state: str
    warehouse_id: int
    customer_code: str
    supplier_code: str
    firm: str
    person: str
    line_no: int
    product_id: int
    product: str
    name: str
    spec: str
    unit: str
    tracked: bool
    ordered: int
    done: int
    gross: int

    @property
    def left(self) -> int:
        """Base units still to come."""
        return 0 if self.state == State.CLOSED else max(self.ordered - self.done, 0)

    def late(self, today: date) -> int | None:
        """Days that what is left is overdue; None while nothing is."""
        if not self.left or self.due_day is None or self.due_day >= today:
            return None
        return (today - self.due_day).days

    @property
    def progress(self) -> str:
        """The state in words, as far as this line goes."""
        if self.done >= self.ordered:
            return translate("reports", "已完成")
        if self.state == State.APPROVED and self.done:
            return translate("reports", "部分执行")
        return state_word(self.state)


def last_day_come(session: Session, request: Request) -> date:
    """The last day asked for, or today while that is still to come: nothing is overdue ahead of time."""
    return min(request.to_day, clock_of(session).today())


def show_parameter() -> Parameter:
    """Whether finished lines are seen too."""
    choices = (
        ("open", translate("reports", "只看未完的")),
        ("all", translate("reports", "全部")),
    )
    return Parameter("show", translate("reports", "显示"), "choice", choices, "open")


def order_lines(session: Session, request: Request, kind: OrderKind) -> list[OrderLine]:
    """The lines of approved and closed orders of the period, under the filters asked for."""
    header = kind.family.header.__table__.alias("o")  # type: ignore[attr-defined]
    line = kind.family.parts[0].__table__.alias("l")
    done: Any = literal_column(f"CAST({kind.fulfilled_sql('o', 'l')} AS BIGINT)", Integer)
    gross: Any = line.c.gross if kind.priced else literal_column("0", Integer)
    query = (
        select(
            header.c.id, header.c.number, header.c.day, header.c.due_day, header.c.state,
            header.c.warehouse_id, *_firm(header), _text(header, "salesperson"), line.c.line_no,
            Product.id, Product.code, Product.name, Product.spec, Product.unit, Product.track_stock,
            line.c.base_quantity, done, gross,
        )
        .join(header, header.c.id == line.c.document_id)
        .join(Product, Product.id == line.c.product_id)
        .where(*orders_asked(request, header.c))
        .order_by(header.c.day, header.c.number, line.c.line_no)
    )  # fmt: skip
    found = [OrderLine(*row) for row in session.execute(of_goods(query, request, Product.id))]
    return found if request.get("show") == "all" else [each for each in found if each.left]


def orders_asked(request: Request, header: Any) -> list[Any]:
    """The conditions on approved and closed orders of the period, under the filters asked for."""
    found = [header.state.in_(STANDING), header.day.between(request.from_day, request.to_day)]
    if partners := request.get("supplier") or request.get("customer"):
        found.append(header.partner_id.in_(partners))
    if warehouse := request.get("warehouse"):
        found.append(header.warehouse_id == warehouse)
    if person := request.get("salesperson"):
        found.append(header.salesperson == person)
    return found


def _firm(header: Any) -> tuple[Any, Any, Any]:
    """The partner's codes as they are now, and its name as it was then."""
    if "partner_id" not in header.c:
        return literal(""), literal(""), literal("")
    codes = (
        select(func.coalesce(code, "")).where(Partner.id == header.c.partner_id).scalar_subquery()
        for code in (Partner.customer_code, Partner.supplier_code)
    )
    return (*codes, header.c.partner_name)


def _text(header: Any, name: str) -> Any:
    return header.c[name] if name in header.c else literal("")
