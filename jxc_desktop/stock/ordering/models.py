"""The columns that orders have in common."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from jxc_desktop.core.document import Document, State, one_of
from jxc_desktop.core.schema import guarded
from jxc_desktop.core.types import MONEY
from jxc_desktop.partners.models import Partner
from jxc_desktop.stock.models import Warehouse


class Order(Document):
    """A paper that promises goods; `posted_by` and `posted_at` say who approved it and when.

    `due_day` is the day by which the goods are wanted, or until which an offer holds.
    """

    due_day: Mapped[date | None]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[SchemaItem | dict[str, object], ...]:  # noqa: N805
        return (one_of("state", State), guarded("order"))


class TradeOrder(Order):
    """An order between the shop and a partner, at prices."""

    @declared_attr
    def partner_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Partner.id), index=True)

    partner_name: Mapped[str]

    @declared_attr
    def warehouse_id(cls) -> Mapped[int]:  # noqa: N805
        return mapped_column(ForeignKey(Warehouse.id))

    price_includes_tax: Mapped[bool]
    order_discount: Mapped[int] = mapped_column(MONEY, default=0)
