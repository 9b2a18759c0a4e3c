"""What can be asked about goods lost and found. What they were worth leaves only for who may see cost."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from jxc_desktop.cash.models import MoneyAccount
from jxc_desktop.core.document import State
from jxc_desktop.core.i18n import translate
from jxc_desktop.ledger.account_names import name_column
from jxc_desktop.ledger.models import Account
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.count_models import StockCount
from jxc_desktop.stock.loss_models import (
    LossReason,
    LossResolution,
    LossResolutionLine,
    StockGain,
    StockGainLine,
    StockLoss,
    StockLossLine,
)
from jxc_desktop.stock.models import Warehouse
from jxc_desktop.stock.queries.worth import (
    WorthLineView,
    seen_worth,
    worth_list,
    worth_rows,
    worth_sum,
)
from jxc_desktop.stock.trade import (
    PAGE,
    Head,
    ListFilter,
    ListRow,
    ListSum,
    list_documents,
    required_head,
    sum_documents,
)


@dataclass(frozen=True, slots=True)
class LossLineView(WorthLineView):
    """Goods lost or found, with the input VAT that goes with them: rate 1e-4, fen."""

    tax_rate: int
    tax: int | None


@dataclass(frozen=True, slots=True)
class LossView:
    """A loss or gain; `cause` is its reason's name, `counted_in` the number of the count that found it.

    `resolved_by` is the number of what cleared it from 1901.
    """

    head: Head
    warehouse_id: int
    warehouse: str
    warehouse_name: str
    reason_id: int
    cause: str
    unresolved: bool
    resolved_by: str
    counted_in: str
    total: int | None
    lines: tuple[LossLineView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """Fen that an account bears."""

    line_no: int
    account: str
    name: str
    money_account_id: int | None
    money_account: str
    employee: str
    amount: int


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """What became of `original`; `rest` fen went to the account of its reason."""

    head: Head
    original: str
    cause: str
    account: str
    account_name: str
    total: int
    rest: int
    lines: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class OpenLoss:
    """A loss or gain (`kind`) that waits on 1901; `total` in fen."""

    number: str
    day: date
    kind: str
    cause: str
    total: int
    account: str
    account_name: str


@needs("stock_loss.view")
def stock_loss_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of losses, newest first."""
    return worth_list(session, StockLoss, wanted, after, limit)


@needs("stock_loss.view")
def stock_loss_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all losses that the filter lets through."""
    return worth_sum(session, StockLoss, wanted)


@needs("stock_gain.view")
def stock_gain_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of gains, newest first."""
    return worth_list(session, StockGain, wanted, after, limit)


@needs("stock_gain.view")
def stock_gain_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all gains that the filter lets through."""
    return worth_sum(session, StockGain, wanted)


@needs("loss_resolution.view")
def loss_resolution_list(
    session: Session, wanted: ListFilter, after: tuple[date, int] | None = None, limit: int = PAGE
) -> list[ListRow]:
    """A page of resolutions, newest first."""
    return list_documents(session, LossResolution, wanted, after=after, limit=limit)


@needs("loss_resolution.view")
def loss_resolution_sum(session: Session, wanted: ListFilter) -> ListSum:
    """Count and total of all resolutions that the filter lets through."""
    return sum_documents(session, LossResolution, wanted)


@needs("stock_loss.view")
def stock_loss_view(session: Session, number: str) -> LossView:
    """The loss with this number."""
    missing = translate("stock", "没有报损单 {number}。核对单号")
    return _view(session, StockLoss, StockLossLine, LossResolution.loss_id, number, missing)


@needs("stock_gain.view")
def stock_gain_view(session: Session, number: str) -> LossView:
    """The gain with this number."""
    missing = translate("stock", "没有报溢单 {number}。核对单号")
    return _view(session, StockGain, StockGainLine, LossResolution.gain_id, number, missing)


@needs("loss_resolution.view")
def loss_resolution_view(session: Session, number: str) -> ResolutionView:
    """The resolution with this number."""
    paper = LossResolution
    missing = translate("stock", "没有损溢处理单 {number}。核对单号")
    head = required_head(session, paper, number, missing)
    reason = func.coalesce(StockLoss.reason_id, StockGain.reason_id)
    original = func.coalesce(StockLoss.number, StockGain.number)
    query = (
        select(original, LossReason.name, LossReason.account, name_column(), paper.total)
        .outerjoin(StockLoss, StockLoss.id == paper.loss_id)
        .outerjoin(StockGain, StockGain.id == paper.gain_id)
        .join(LossReason, LossReason.id == reason)
        .join(Account, Account.code == LossReason.account)
        .where(paper.id == head.id)
    )
    row = session.execute(query).one()
    lines = _parts(session, head.id)
    rest = row[4] - sum(line.amount for line in lines)
    return ResolutionView(head, *row, rest, lines)


@needs("loss_resolution.view")
def open_losses(session: Session, text: str = "") -> list[OpenLoss]:
    """Losses and gains that wait on 1901, the oldest first, whose number or reason bears `text`."""
    both = union_all(
        _open(StockLoss, LossResolution.loss_id),
        _open(StockGain, LossResolution.gain_id),
    ).subquery()
    query = (
        select(
            both.c.number, both.c.day, both.c.kind, LossReason.name, both.c.total, LossReason.account,
            name_column(),
        )
        .join(LossReason, LossReason.id == both.c.reason_id)
        .join(Account, Account.code == LossReason.account)
        .order_by(both.c.day, both.c.number)
    )  # fmt: skip
    for word in text.split():
        bears = (each.icontains(word, autoescape=True) for each in (both.c.number, LossReason.name))
        query = query.where(or_(*bears))
    return [OpenLoss(*row) for row in session.execute(query)]


def _open(model: Any, named_by: Any) -> Any:
    decided = (
        select(LossResolution.id)
        .where(named_by == model.id, LossResolution.state == State.POSTED)
        .where(LossResolution.reverses_id.is_(None))
        .correlate(model)
        .exists()
    )
    return select(
        model.number, model.day, literal(model.kind).label("kind"), model.reason_id, model.total
    ).where(
        model.unresolved.in_([True]),
        model.state == State.POSTED,
        model.reverses_id.is_(None),
        ~decided,
    )


def _view(
    session: Session, model: Any, line: Any, named_by: Any, number: str, missing: str
) -> LossView:
    head = required_head(session, model, number, missing)
    resolved = (
        select(LossResolution.number)
        .where(named_by == model.id, LossResolution.state == State.POSTED)
        .where(LossResolution.reverses_id.is_(None))
        .correlate(model)
        .scalar_subquery()
    )
    query = (
        select(
            model.warehouse_id, Warehouse.code, Warehouse.name, model.reason_id, LossReason.name,
            model.unresolved, func.coalesce(resolved, ""), func.coalesce(StockCount.number, ""),
            seen_worth(session, model.total),
        )
        .join(Warehouse, Warehouse.id == model.warehouse_id)
        .join(LossReason, LossReason.id == model.reason_id)
        .outerjoin(StockCount, StockCount.id == model.count_id)
        .where(model.id == head.id)
    )  # fmt: skip
    row = session.execute(query).one()
    rows = worth_rows(session, line, head.id, line.tax_rate, seen_worth(session, line.tax))
    return LossView(*(head, *row, tuple(LossLineView(*each) for each in rows)))


def _parts(session: Session, document_id: int) -> tuple[PartView, ...]:
    line = LossResolutionLine
    query = (
        select(
            line.line_no, line.account, name_column(), line.money_account_id,
            func.coalesce(MoneyAccount.code, ""), func.coalesce(line.employee, ""), line.amount,
        )
        .join(Account, Account.code == line.account)
        .outerjoin(MoneyAccount, MoneyAccount.id == line.money_account_id)
        .where(line.document_id == document_id)
        .order_by(line.line_no)
    )  # fmt: skip
    return tuple(PartView(*row) for row in session.execute(query))
