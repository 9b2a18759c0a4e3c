"""The columns of 商品收发明细: in, out and what was left, each with its worth for who may see it."""

from jxc_desktop.core.i18n import translate
from jxc_desktop.stock.queries import FlowRow
from jxc_desktop.stock.queries.product_flow import OPENING
from jxc_desktop.stock.words import move_word
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.formats import money_text, quantity_text
from jxc_desktop.widgets.rows_model import RowStyle

COST = "field.cost_price"


def flow_columns() -> tuple[Column[FlowRow], ...]:
    """Headings in the user's language; the worth of each part stands beside its quantity."""
    into, out = translate("stock", "入库"), translate("stock", "出库")
    left = translate("stock", "结存")
    return (
        _column("day", translate("stock", "日期"), kind=Kind.DAY),
        _column("kind", translate("stock", "摘要"), text=move_word, width=92),
        _column("source", translate("stock", "单号"), width=136, stretch=True),
        _column("warehouse", translate("stock", "仓库"), width=64, muted=True),
        _quantity("in_quantity", into),
        _amount("in_amount", into, hidden=True),
        _quantity("out_quantity", out),
        _amount("out_amount", out, hidden=True),
        _quantity("left", left),
        _amount("worth", left),
        _column(
            "cost", translate("stock", "单价"), kind=Kind.COST, needs=COST, group=left, width=84
        ),
    )


def flow_style(row: FlowRow) -> RowStyle:
    """The row of what lay there before stands out."""
    return RowStyle.GROUP if row.kind == OPENING else RowStyle.NORMAL


def _column(key: str, heading: str, **more: object) -> Column[FlowRow]:
    return Column[FlowRow](key, heading, sortable=False, **more)  # type: ignore[arg-type]


def _quantity(key: str, group: str) -> Column[FlowRow]:
    heading = translate("stock", "数量")
    return _column(key, heading, kind=Kind.QUANTITY, text=_quantity_or_blank, group=group, width=66)


def _amount(key: str, group: str, *, hidden: bool = False) -> Column[FlowRow]:
    heading = translate("stock", "金额")
    return _column(
        key,
        heading,
        kind=Kind.MONEY,
        text=_money_or_blank,
        needs=COST,
        group=group,
        width=92,
        hidden=hidden,
    )


def _quantity_or_blank(value: int | None) -> str:
    return "" if value is None else quantity_text(value)


def _money_or_blank(value: int | None) -> str:
    return "" if value is None else money_text(value)
