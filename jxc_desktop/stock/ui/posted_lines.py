"""The lines of a document that is posted, as they stand in the books."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from jxc_desktop.cash.queries import PaymentView
from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.trade import COST, Head, LineView
from jxc_desktop.widgets.columns import Column, Kind, allowed
from jxc_desktop.widgets.formats import discount_text, tax_text

LOTS = "lots"


class TradeView(Protocol):
    """What deliveries and receipts have in common when they are read; money is None for who may not see it."""

    @property
    def head(self) -> Head: ...
    @property
    def partner_id(self) -> int: ...
    @property
    def partner_name(self) -> str: ...
    @property
    def warehouse_id(self) -> int: ...
    @property
    def price_includes_tax(self) -> bool: ...
    @property
    def order_discount(self) -> int | None: ...
    @property
    def total(self) -> int | None: ...
    @property
    def tax(self) -> int | None: ...
    @property
    def lines(self) -> Sequence[LineView]: ...
    @property
    def payments(self) -> Sequence[PaymentView]: ...


def posted_columns(
    view_right: str,
    may: Callable[[str], bool],
    *,
    with_cost: bool = False,
    between: Sequence[Column[Any]] = (),
) -> tuple[Column[Any], ...]:
    """# 商品 规格 单位 数量 单价 折扣 税率 价税合计, and what the goods cost; `view_right` guards the money.

    Columns `between` stand after the quantity, that of the lots (see `left_away`) at the end.
    """
    goods = (
        Column[Any]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[Any](
            "name",
            translate("stock", "商品"),
            sub=lambda line: line.spec,
            width=150,
            stretch=True,
            sortable=False,
        ),
        Column[Any]("unit", translate("stock", "单位"), width=46, sortable=False),
        Column[Any](
            "quantity", translate("stock", "数量"), kind=Kind.QUANTITY, width=64, sortable=False
        ),
    )
    cost = (_money("cost", translate("stock", "成本"), COST),) if with_cost else ()
    lots = Column[Any](LOTS, translate("stock", "批号 / 序列号"), width=260, sortable=False)
    return allowed((*goods, *between, *_priced(view_right), *cost, lots), may)


def left_away(lines: Sequence[LineView]) -> frozenset[str]:
    """The columns that say nothing of these lines: that of the lots, where no goods are kept by lot."""
    return frozenset() if any(line.lots for line in lines) else frozenset({LOTS})


def _priced(right: str) -> tuple[Column[Any], ...]:
    return (
        Column[Any](
            "price",
            translate("stock", "单价"),
            kind=Kind.PRICE,
            width=80,
            needs=right,
            sortable=False,
        ),
        Column[Any](
            "discount",
            translate("stock", "折扣"),
            kind=Kind.DISCOUNT,
            short=translate("stock", "折"),
            text=discount_text,
            needs=right,
            sortable=False,
        ),
        Column[Any](
            "tax_rate",
            translate("stock", "税率"),
            kind=Kind.PERCENT,
            text=lambda rate: "" if rate is None else tax_text(rate),
            tone=lambda _line: "text",
            needs=right,
            sortable=False,
        ),
        _money("gross", translate("stock", "价税合计"), right),
    )


def _money(key: str, heading: str, right: str) -> Column[Any]:
    return Column[Any](key, heading, kind=Kind.MONEY, width=96, needs=right, sortable=False)
