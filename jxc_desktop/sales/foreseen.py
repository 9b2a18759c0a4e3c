"""What a delivery that is still being typed will book, cost and earn: the arithmetic of posting, writing nothing."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import require_payments
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE, div_half_up
from jxc_desktop.ledger.foreseen import Foreseen, foreseen
from jxc_desktop.partners.facts import customer_facts
from jxc_desktop.sales.legs import revenue_legs, sold_steps
from jxc_desktop.sales.queries import DeliveryView
from jxc_desktop.sales.services import DeliveryDraft, debit_legs, priced_delivery
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.legs import legs_of_sold
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
    lines = priced_delivery(session, draft, settings, customer)
    total = sum(line.gross for line in lines)
    payments = require_payments(session, draft.payments, total)
    goods = foresee_goods(session, list(sold_steps(lines, draft.warehouse_id)), "issue")
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


@needs("field.cost_price")
def foresee_margin(session: Session, draft: DeliveryDraft) -> Margin:
    """What `draft` would earn if it were posted now."""
    customer = customer_facts(session, draft.partner_id)
    lines = priced_delivery(session, draft, settings_of(session), customer)
    goods = foresee_goods(session, list(sold_steps(lines, draft.warehouse_id)), "issue")
    costs: dict[int, int] = {}
    for move in goods.moves:
        costs[move.line_no] = costs.get(move.line_no, 0) - move.amount
    return Margin(tuple(LineMargin(x.product.name, x.net, costs.get(x.line_no, 0)) for x in lines))


@needs("field.cost_price")
def margin_of(_session: Session, view: DeliveryView) -> Margin:
    """What a posted delivery earned."""
    return Margin(tuple(LineMargin(x.name, x.net, x.cost or 0) for x in view.lines))
