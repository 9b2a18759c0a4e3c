"""Versions of a quotation: revised, it keeps its number, and what was offered before stays as it was read.

A version is kept whole, with the names of its day, when the next is approved. Only the newest can become an order,
for only the newest is the quotation.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.document import State
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.plain import plain, typed
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.sales.models import QuotationVersion
from jxc_desktop.sales.queries import quotation_view
from jxc_desktop.shop.actor import needs
from jxc_desktop.stock.ordering.views import OrderLineView, OrderView

_COLUMNS = ("quotation_id", "version", "total", "kept_at", "body")
_KEEP = insert_into(QuotationVersion, _COLUMNS)
_ALL = Statement(
    "SELECT v.body FROM quotation_version v JOIN quotation q ON q.id = v.quotation_id "
    "WHERE q.number = :number ORDER BY v.version"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A line that two versions say otherwise: `before` None for a new one, `after` None for one that is gone."""

    before: OrderLineView | None
    after: OrderLineView | None

    @property
    def line(self) -> OrderLineView:
        """Its goods, as they are named last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has at least one side")
        return found

    @property
    def what(self) -> str:
        """`added`, `gone`, `changed` or `same`."""
        if self.before is None or self.after is None:
            return "added" if self.before is None else "gone"
        return "same" if _terms(self.before) == _terms(self.after) else "changed"


def keep_version(session: Session, number: str) -> None:
    """Keep a quotation as it was approved, before it is written anew."""
    view = quotation_view(session, number)
    kept = replace(
        view,
        head=replace(view.head, state=State.APPROVED),
        progress=State.APPROVED,
        followers=(),
    )
    row = {
        "quotation_id": view.head.id,
        "version": view.version,
        "total": view.total or 0,
        "kept_at": clock_of(session).milliseconds(),
        "body": json.dumps(plain(kept), ensure_ascii=False),
    }
    _KEEP.run_many(session, (row,))


@needs("quotation.view")
def quotation_versions(session: Session, number: str) -> tuple[OrderView, ...]:
    """Every version of a quotation, the newest first; that one is the quotation itself."""
    former = [typed(OrderView, json.loads(body)) for [body] in _ALL.all(session, number=number)]
    return quotation_view(session, number), *reversed(former)


def former_version(session: Session, number: str, version: int) -> OrderView:
    """One version that holds no longer."""
    for view in quotation_versions(session, number)[1:]:
        if view.version == version:
            return view
    raise NotFound(
        translate("sales", "{number} 没有第 {version} 版").format(number=number, version=version),
        field="version",
    )


def changes(before: OrderView, after: OrderView) -> tuple[Change, ...]:
    """Line by line what two versions say of the same goods; several lines of the same goods are paired in order."""
    return tuple(_paired(before.lines, after.lines))


def _paired(before: Sequence[OrderLineView], after: Sequence[OrderLineView]) -> Iterator[Change]:
    left = list(before)
    for line in after:
        old = next((each for each in left if each.product_id == line.product_id), None)
        if old is not None:
            left.remove(old)
        yield Change(old, line)
    for line in left:
        yield Change(line, None)


def _terms(line: OrderLineView) -> tuple[object, ...]:
    return (
        line.unit,
        line.quantity,
        line.price,
        line.discount,
        line.tax_rate,
        line.is_gift,
        line.gross,
    )
