"""What can be asked about goods moved between warehouses, on their way and come in."""

from dataclasses import astuple, dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.ordering.promises import fulfilled_of
from jxc_desktop.stock.ordering.transit_kind import LEFT, OPEN, TRANSIT
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
    with_lots,
)
from jxc_desktop.stock.transfer_models import (
    StockTransfer,
    StockTransferLine,
    TransferReceipt,
    TransferReceiptLine,
)

IN_TRANSIT = "in_transit"
"""The state word of a transfer with goods on their way; derived, never kept."""


@dataclass(frozen=True, slots=True)
class SentLineView(LineView):
    """A line of a transfer; `coming` base units (1e-4) are still on their way."""

    coming: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer; warehouses by code and name. `followers` are what brought its goods in, or wrote them off."""

    head: Head
    from_warehouse_id: int
    from_warehouse: str
    from_name: str
    to_warehouse_id: int
    to_warehouse: str
    to_name: str
    in_transit: bool
    lines: tuple[SentLineView, ...]
    followers: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether goods of it are still on their way."""
        stands = self.head.state == State.POSTED and not self.head.reverses
        return self.in_transit and stands and any(line.coming for line in self.lines)


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """Goods of a transfer that came in; warehouses by name."""

    head: Head
    transfer: str
    from_name: str
    to_warehouse: str
    to_name: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A transfer with goods on their way, since `day`; `kinds` is of how many products."""

    number: str
    day: date
    ends: str
    kinds: int


_COMING = Statement(
    "SELECT x.number, x.day, s.name, t.name, count(DISTINCT x.product) FROM ("
    "SELECT o.number AS number, o.day AS day, o.from_warehouse_id AS source, o.to_warehouse_id AS target, "
    f"l.product_id AS product, {LEFT} AS left_over "
    f"FROM stock_transfer o JOIN stock_transfer_line l ON l.document_id = o.id WHERE {OPEN}) x "
    "JOIN warehouse s ON s.id = x.source JOIN warehouse t ON t.id = x.target WHERE x.left_over > 0 "
    "GROUP BY x.number, x.day, s.name, t.name ORDER BY x.day, x.number"
)
_FOLLOWERS = Statement(
    "SELECT number FROM transfer_receipt WHERE transfer_id = :id UNION ALL "
    "SELECT number FROM stock_loss WHERE transfer_id = :id ORDER BY number"
)


@needs("stock_transfer.view")
def stock_transfer_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of transfers, newest first; those with goods on their way are `in_transit`."""
    rows = list_documents(session, StockTransfer, wanted, after=after, limit=limit)
    coming = {str(row[0]) for row in _COMING.all(session)}
    return [replace(row, state=IN_TRANSIT) if row.number in coming else row for row in rows]


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
        select(
            source.id, source.code, source.name, target.id, target.code, target.name, paper.in_transit
        )
        .select_from(paper)
        .join(source, source.id == paper.from_warehouse_id)
        .join(target, target.id == paper.to_warehouse_id)
        .where(paper.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    done = fulfilled_of(session, TRANSIT, head.id) if row.in_transit else {}
    lines = tuple(
        SentLineView(
            *astuple(line)[:-1],
            lots=line.lots,
            coming=line.base_quantity - done.get(line.line_no, 0) if row.in_transit else 0,
        )
        for line in with_lots(session, number, goods_rows(session, StockTransferLine, head.id))
    )
    followers = tuple(str(each[0]) for each in _FOLLOWERS.all(session, id=head.id))
    return TransferView(*(head, *row, lines, followers))


@needs("stock_transfer.view")
def coming_transfers(session: Session) -> list[ComingRow]:
    """Transfers with goods on their way, the oldest first."""
    return [
        ComingRow(
            number,
            date.fromisoformat(day),
            f"{built_in_name(source)} → {built_in_name(target)}",
            kinds,
        )
        for number, day, source, target, kinds in _COMING.all(session)
    ]


@needs("transfer_receipt.view")
def transfer_receipt_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of receipts of transfers, newest first."""
    return list_documents(session, TransferReceipt, wanted, after=after, limit=limit)


@needs("transfer_receipt.view")
def transfer_receipt_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count of all receipts of transfers that the filter lets through."""
    return sum_documents(session, TransferReceipt, wanted)


@needs("transfer_receipt.view")
def transfer_receipt_view(session: Session, number: str) -> ArrivalView:
    """The receipt of a transfer with this number."""
    paper, source, target = TransferReceipt, aliased(Warehouse), aliased(Warehouse)
    head = required_head(
        session, paper, number, translate("stock", "没有调拨入库单 {number}。核对单号")
    )
    query = (
        select(StockTransfer.number, source.name, target.code, target.name)
        .select_from(paper)
        .join(StockTransfer, StockTransfer.id == paper.transfer_id)
        .join(source, source.id == StockTransfer.from_warehouse_id)
        .join(target, target.id == StockTransfer.to_warehouse_id)
        .where(paper.id == head.id)
    )
    row = session.execute(query).one()
    lines = with_lots(session, number, goods_rows(session, TransferReceiptLine, head.id))
    transfer, source_name, code, target_name = row
    return ArrivalView(head, transfer or "", source_name, code, target_name, lines)
