"""供应商评分表: who delivers in time, what was refused at the door, what went back (features 8).

An order's line counts once its day has come: it was in time when all of it had come by then. Refused is the share of
what arrived in base units, sent back the share of what was paid for it. The score is the mean of in time, accepted
and kept, as far as there is anything to judge.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.partners.models import Partner
from jxc_desktop.purchase.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    GoodsReceiptRejection,
    PurchaseReturn,
)
from jxc_desktop.purchase.order_models import PurchaseOrder, PurchaseOrderLine
from jxc_desktop.reports import headings
from jxc_desktop.reports.order_lines import STANDING, last_day_come
from jxc_desktop.reports.parameters import Parameter, supplier_parameter
from jxc_desktop.reports.report import Column, Link, Report, Request, Row
from jxc_desktop.reports.trade_sources import COUNTED


@dataclass(slots=True)
class _Record:
    """What a supplier did: lines due and how late each was, goods in base units, fen bought and sent back."""

    late: list[int] = field(default_factory=list)
    accepted: int = 0
    refused: int = 0
    bought: int = 0
    back: int = 0

    @property
    def in_time(self) -> int | None:
        return _share(sum(days == 0 for days in self.late), len(self.late))

    @property
    def refusal(self) -> int | None:
        return _share(self.refused, self.accepted + self.refused)

    @property
    def sent_back(self) -> int | None:
        return _share(self.back, self.bought)

    @property
    def score(self) -> int | None:
        """The mean of the rates there are."""
        bad = [ONE - rate for rate in (self.refusal, self.sent_back) if rate is not None]
        rates = [rate for rate in (self.in_time, *bad) if rate is not None]
        return div_half_up(sum(rates), len(rates)) if rates else None


def parameters() -> list[Parameter]:
    return [supplier_parameter()]


def columns(_session: Session, _request: Request) -> list[Column]:
    return [
        Column("partner", translate("reports", "供应商编号")),
        Column("name", translate("reports", "供应商")),
        Column("due_lines", translate("reports", "到期订单行"), "count", total=True),
        Column("in_time", translate("reports", "及时率"), "percent"),
        Column("late_days", translate("reports", "平均迟到天数"), "count"),
        Column("refused", translate("reports", "拒收率"), "percent"),
        Column(
            "bought",
            translate("reports", "采购价税合计"),
            "money",
            headings.PURCHASE_PRICE,
            total=True,
        ),
        Column("returned", translate("reports", "退货率"), "percent"),
        Column("score", translate("reports", "评分"), "percent"),
    ]


def rows(session: Session, request: Request) -> Iterator[Row]:
    records: dict[int, _Record] = defaultdict(_Record)
    _punctuality(session, request, records)
    _goods(session, request, records)
    _money(session, request, records)
    query = select(Partner.id, Partner.supplier_code, Partner.name).order_by(Partner.supplier_code)
    for partner, code, name in session.execute(query):
        if partner not in records:
            continue
        record = records[partner]
        late = div_half_up(sum(record.late), len(record.late)) if record.late else None
        cells = (
            code or "", name, len(record.late), record.in_time, late, record.refusal,
            record.bought, record.sent_back, record.score,
        )  # fmt: skip
        yield Row(cells, link=_link(code))


def _link(code: str | None) -> Link | None:
    if not code:
        return None
    return Link(report="purchase_order_status", filters={"supplier": code, "show": "all"})


def _punctuality(session: Session, request: Request, records: dict[int, _Record]) -> None:
    order, line = PurchaseOrder, PurchaseOrderLine
    today = last_day_come(session, request)
    due_then = (
        order.state.in_(STANDING),
        order.due_day.between(request.from_day, today),
        *_of_supplier(request, order),
    )
    query: Any = (
        select(order.partner_id, order.id, line.line_no, order.due_day, line.base_quantity)
        .join(line, line.document_id == order.id)
        .where(*due_then)
    )
    came = _arrivals(session, select(order.id).where(*due_then))
    for partner, number, line_no, due, ordered in session.execute(query):
        days = _days_late(came.get((number, line_no), []), ordered, due, today)
        records[partner].late.append(days)


def _of_supplier(request: Request, header: Any) -> list[Any]:
    chosen = request.get("supplier")
    return [] if chosen is None else [header.partner_id.in_(chosen)]


def _arrivals(session: Session, orders: Any) -> dict[tuple[int, int], list[tuple[date, int]]]:
    """When how much came for each line of each of `orders`, receipts taken back left out."""
    receipt, line = GoodsReceipt, GoodsReceiptLine
    query: Any = (
        select(receipt.order_id, line.from_line, receipt.day, line.base_quantity)
        .join(line, line.document_id == receipt.id)
        .where(
            receipt.state == State.POSTED,
            receipt.reverses_id.is_(None),
            receipt.order_id.in_(orders),
            line.from_line.is_not(None),
        )
        .order_by(receipt.day, receipt.id)
    )
    found: dict[tuple[int, int], list[tuple[date, int]]] = defaultdict(list)
    for order, line_no, day, quantity in session.execute(query):
        found[order, line_no].append((day, quantity))
    return found


def _days_late(came: list[tuple[date, int]], ordered: int, due: date, today: date) -> int:
    """Days after `due` when all of a line had come, until `today` while it has not."""
    there = 0
    for day, quantity in came:
        there += quantity
        if there >= ordered:
            return max((day - due).days, 0)
    return max((today - due).days, 1)


def _goods(session: Session, request: Request, records: dict[int, _Record]) -> None:
    receipt = GoodsReceipt
    for part, name in ((GoodsReceiptLine, "accepted"), (GoodsReceiptRejection, "refused")):
        query = (
            select(receipt.partner_id, summed(part.base_quantity))
            .join(receipt, receipt.id == part.document_id)
            .where(
                receipt.state.in_(COUNTED),
                receipt.day.between(request.from_day, request.to_day),
                *_of_supplier(request, receipt),
            )
            .group_by(receipt.partner_id)
        )
        for partner, quantity in session.execute(query):
            setattr(records[partner], name, quantity)


def _money(session: Session, request: Request, records: dict[int, _Record]) -> None:
    for header, name in ((GoodsReceipt, "bought"), (PurchaseReturn, "back")):
        query = (
            select(header.partner_id, summed(header.total))
            .where(
                header.state.in_(COUNTED),
                header.day.between(request.from_day, request.to_day),
                *_of_supplier(request, header),
            )
            .group_by(header.partner_id)
        )
        for partner, total in session.execute(query):
            setattr(records[partner], name, total)


def _share(part: int, whole: int) -> int | None:
    """A fraction of 1e-4; None of nothing."""
    return div_half_up(part * ONE, whole) if whole else None


REPORT = Report(
    name="supplier_scores",
    title=lambda: translate("reports", "供应商评分表"),
    group="purchase",
    permission="report.purchase",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
