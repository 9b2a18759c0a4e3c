"""商品收发明细账: how one product came, went and what was left, move by move (domain.md §5)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.reports import headings
from jxc_desktop.reports.parameters import Parameter, warehouse_parameter
from jxc_desktop.reports.report import Cell, Column, Link, Report, Request, Row
from jxc_desktop.stock.queries import MoveView, level_before, moves_of_product
from jxc_desktop.stock.shares import unit_cost
from jxc_desktop.stock.trade import COST
from jxc_desktop.stock.words import move_word


def parameters() -> list[Parameter]:
    return [
        Parameter("product", translate("reports", "商品"), "product", required=True),
        warehouse_parameter(),
    ]


def columns(_session: Session, _request: Request) -> list[Column]:
    into, out = translate("reports", "入库"), translate("reports", "出库")
    left = translate("reports", "结存")
    return [
        headings.day(),
        headings.number(),
        Column("summary", translate("reports", "摘要")),
        Column("warehouse", translate("reports", "仓库")),
        *_figures("in", into, total=True),
        *_figures("out", out, total=True),
        *_figures("balance", left, total=False),
        Column("unit_cost", translate("reports", "单价"), "cost", COST, group=left),
    ]


def _figures(part: str, group: str, *, total: bool) -> Iterator[Column]:
    quantity, amount = translate("reports", "数量"), translate("reports", "金额")
    yield Column(f"{part}_quantity", quantity, "quantity", total=total, group=group, matrix=total)
    yield Column(f"{part}_amount", amount, "money", COST, total=total, group=group, matrix=total)


def rows(session: Session, request: Request) -> Iterator[Row]:
    product, warehouse = _one_product(request), request.get("warehouse")
    quantity, worth = level_before(session, product, request.from_day, warehouse)
    opening = translate("reports", "期初结存")
    yield Row((request.from_day, "", opening, "", 0, 0, 0, 0, *_left(quantity, worth)))
    moves = moves_of_product(session, product, request.from_day, request.to_day, warehouse)
    for move in moves:
        quantity += move.quantity
        worth = None if worth is None or move.amount is None else worth + move.amount
        head = (move.day, move.source, move_word(move.kind), move.warehouse)
        yield Row((*head, *_sides(move), *_left(quantity, worth)), link=Link(document=move.source))


def _one_product(request: Request) -> int:
    found: list[int] = request.values["product"]
    if len(found) > 1:
        raise InvalidInput(
            translate("reports", "“{text}”有 {count} 种商品。写全编号").format(
                text=request.texts["product"], count=len(found)
            ),
            field="filter.product",
        )
    return found[0]


def _sides(move: MoveView) -> tuple[Cell, ...]:
    """In and out; a reversal stays red on the side it takes back, worth alone counts as in."""
    red = move.kind == "reversal"
    comes = (move.quantity >= 0) is not red or move.quantity == 0
    if comes:
        return move.quantity, move.amount, 0, 0
    return 0, 0, -move.quantity, None if move.amount is None else -move.amount


def _left(quantity: int, worth: int | None) -> tuple[Cell, ...]:
    return quantity, worth, None if worth is None else unit_cost(worth, quantity)


REPORT = Report(
    name="stock_ledger",
    title=lambda: translate("reports", "商品收发明细账"),
    group="stock",
    permission="report.stock",
    columns=columns,
    rows=rows,
    parameters=parameters,
)
