"""What can be asked about goods moved between warehouses."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    LineView,
    ListFilter,
    ListRow,
    ListSum,
    goods_rows,
    list_documents,
    required_head,
    sum_documents,
)
from jxc_desktop.stock.transfer_models import StockTransfer, StockTransferLine


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer; warehouses by code and name."""

    head: Head
    from_warehouse_id: int
    from_warehouse: str
    from_name: str
    to_warehouse_id: int
    to_warehouse: str
    to_name: str
    lines: tuple[LineView, ...]


@needs("stock_transfer.view")
def stock_transfer_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of transfers, newest first."""
    return list_documents(session, StockTransfer, wanted, after=after, limit=limit)


@needs("stock_transfer.view")
def stock_transfer_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count of all transfers that the filter lets through."""
    return sum_documents(session, StockTransfer, wanted)


@needs("stock_transfer.view")
def stock_transfer_view(session: Session, number: str) -> TransferView:
    """The transfer with this number."""
    paper, source, target = StockTransfer, aliased(Warehouse), aliased(Warehouse)
    head = required_head(
        session, paper, number, translate("stock", "没有调拨单 {number}。核对单号")
    )
    query = (
        select(source.id, source.code, source.name, target.id, target.code, target.name)
        .select_from(paper)
        .join(source, source.id == paper.from_warehouse_id)
        .join(target, target.id == paper.to_warehouse_id)
        .where(paper.id == head.id)
    )
    row = session.execute(query).one()
    return TransferView(*(head, *row, tuple(goods_rows(session, StockTransferLine, head.id))))
