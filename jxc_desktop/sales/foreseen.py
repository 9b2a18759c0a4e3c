"""What a sale that is still being typed will book, cost and earn: the arithmetic of posting, writing nothing."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import require_payments
from jxc_desktop.catalog.facts import product_facts
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.sales.legs import red_revenue_legs, revenue_legs, sold_from_lots, sold_steps
from jxc_desktop.sales.order_kinds import QUOTATION, SALES_ORDER
from jxc_desktop.sales.queries import DeliveryView
from jxc_desktop.sales.returns import SalesReturnDraft, credit_legs, return_rows, return_steps
from jxc_desktop.sales.services import DeliveryDraft, debit_legs, priced_delivery
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.goods import GoodsStep
from jxc_desktop.stock.legs import legs_of_returned, legs_of_sold
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.ordering.following import followed
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.posting import foresee_goods


@dataclass(frozen=True, slots=True)
class LineMargin:
    """One line: net sales and cost in fen."""

    name: str
    net: int
    cost: int

    @property
    def rate(self) -> int | None:
        """Margin over net sales in 1e-4; None without sales."""
        return div_half_up((self.net - self.cost) * ONE, self.net) if self.net else None


@dataclass(frozen=True, slots=True)
class Margin:
    """What a delivery earns: its lines that carry goods or services."""

    lines: tuple[LineMargin, ...]

    @property
    def whole(self) -> LineMargin:
        """All lines together."""
        net, cost = sum(x.net for x in self.lines), sum(x.cost for x in self.lines)
        return LineMargin("", net, cost)

    @property
    def thinnest(self) -> LineMargin | None:
        """The line with the lowest rate."""
        rated = [line for line in self.lines if line.rate is not None]
        return min(rated, key=lambda line: line.rate or 0) if rated else None


def foresee_delivery(session: Session, draft: DeliveryDraft) -> Foreseen:
    """The legs that posting `draft` would write now."""
    settings = settings_of(session)
    customer = customer_facts(session, draft.partner_id)
    draft, _order = followed(session, SALES_ORDER, draft, customer.id, hold=False)
    lines = priced_delivery(session, draft, settings, customer)
    total = sum(line.gross for line in lines)
    payments = require_payments(session, draft.payments, total)
    place, day = draft.warehouse_id, draft.day
    steps = sold_from_lots(session, lines, place, draft.lines, day, hold=False)
    goods = foresee_goods(session, steps, "issue")
    legs = [
        *debit_legs(total, payments, customer),
        *revenue_legs(lines, settings),
        *legs_of_sold(goods),
    ]
    summary = f"销售 {customer.name}"
    return foreseen(session, legs, summary, _because(draft))


def _because(draft: DeliveryDraft) -> str:
    if draft.payments:
        return translate("sales", "因为：销售出库（现结）按“收款 + 销售收入 + 结转成本”规则")
    return translate("sales", "因为：销售出库（赊销）按“销售收入 + 结转成本”规则")


def foresee_return(session: Session, draft: SalesReturnDraft) -> Foreseen:
    """The legs that posting a return would write now."""
    customer = customer_facts(session, draft.partner_id)
    original, rows = return_rows(session, draft, hold=False)
    total = sum(row["gross"] for row in rows)
    payments = require_payments(session, draft.payments, total)
    goods = foresee_goods(session, list(return_steps(session, draft, rows)), "return")
    legs = [
        *credit_legs(total, payments, customer),
        *red_revenue_legs(session, rows),
        *legs_of_returned(goods),
    ]
    because = (
        translate("sales", "因为：销售退货，按原单的价和成本冲回")
        if original
        else translate("sales", "因为：销售退货，没有原单，按现在的成本收回")
    )
    return foreseen(session, legs, f"销售退货 {customer.name}", because)


@needs("field.cost_price")
def foresee_margin(session: Session, draft: DeliveryDraft | OrderDraft) -> Margin:
    """What a delivery, an order or a quotation would earn if the goods went out now."""
    customer = customer_facts(session, draft.partner_id)
    kind = QUOTATION if isinstance(draft, OrderDraft) else SALES_ORDER
    draft, _source = followed(session, kind, draft, customer.id, hold=False)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    place, day = draft.warehouse_id, draft.day
    if isinstance(draft, OrderDraft):
        steps = list(sold_steps(lines, place))
    else:
        steps = sold_from_lots(session, lines, place, draft.lines, day, hold=False)
    costs = _costs(session, steps)
    return Margin(tuple(LineMargin(x.product.name, x.net, costs.get(x.line_no, 0)) for x in lines))


@needs("field.cost_price")
def margin_of_order(session: Session, view: OrderView) -> Margin:
    """What an approved order or quotation would earn if all of it went out now."""
    facts = product_facts(session, (line.product_id for line in view.lines))
    steps = [
        GoodsStep(
            line.line_no, line.product_id, view.warehouse_id, -line.base_quantity,
            fallback=facts[line.product_id].purchase_price or 0,
        )
        for line in view.lines
        if facts[line.product_id].track_stock
    ]  # fmt: skip
    costs = _costs(session, steps)
    return Margin(
        tuple(LineMargin(x.name, x.net or 0, costs.get(x.line_no, 0)) for x in view.lines)
    )


def _costs(session: Session, steps: list[GoodsStep]) -> dict[int, int]:
    """Fen that the goods of each line would cost now."""
    costs: dict[int, int] = {}
    for move in foresee_goods(session, steps, "issue").moves:
        costs[move.line_no] = costs.get(move.line_no, 0) - move.amount
    return costs


@needs("field.cost_price")
def margin_of(_session: Session, view: DeliveryView) -> Margin:
    """What a posted delivery earned."""
    return Margin(tuple(LineMargin(x.name, x.net, x.cost or 0) for x in view.lines))
