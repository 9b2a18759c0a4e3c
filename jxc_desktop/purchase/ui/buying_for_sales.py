"""以销定购: what a customer's order lacks, ordered of its suppliers in one step from the order's own pane."""

from functools import partial

from jxc_desktop.core.i18n import labelled, listed, translate
from jxc_desktop.purchase.from_sales import (
    Shortage,
    ShortOrder,
    order_shortage,
    orders_for_shortage,
)
from jxc_desktop.shop.keys import Posted, new_key
from jxc_desktop.stock.ordering.views import OrderView
from jxc_desktop.stock.ui.order_pane import Further, OrderPane
from jxc_desktop.widgets.formats import quantity_text
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.sheet import Sheet


def buying_for_sales() -> Further:
    """The step as a sales order's pane takes it."""
    word = translate("purchase", "以销定购")
    return Further(word, "package-plus", _ask, needs="purchase_order.post")


def _ask(pane: OrderPane, order: OrderView) -> None:
    number = order.head.number or ""
    pane.run_read(orders_for_shortage, number, then=partial(_propose, pane, number), slot="short")


def _propose(pane: OrderPane, number: str, found: Shortage) -> None:
    """Say what would be ordered of whom, and ask once."""
    nobody = listed(
        _goods(each.product.name, each.quantity, each.product.unit) for each in found.nobody
    )
    if not found.orders:
        told = (
            translate("purchase", "{goods} 缺货，可还不知道向谁买。先录供应商价目或做一张采购订单")
            if nobody
            else translate("purchase", "{number} 不缺货，不用采购")
        )
        pane.context.messages.notice(told.format(goods=nobody, number=number))
        return
    effects = [_words(each) for each in found.orders]
    if nobody:
        told = translate("purchase", "还不知道向谁买：{goods}")
        effects.append(told.format(goods=nobody))
    title = translate("purchase", "给 {number} 采购缺的货").format(number=number)
    sheet = Sheet(pane, title, effects, do=translate("purchase", "生成并审核采购订单"))
    sheet.agreed.connect(lambda _reason: _order(pane, found))


def _order(pane: OrderPane, found: Shortage) -> None:
    order = partial(order_shortage, key=new_key())
    pane.run_write(order, found.orders, then=partial(_tell, pane))


def _tell(pane: OrderPane, posted: list[Posted]) -> None:
    said = translate("purchase", "已审核采购订单 {numbers}")
    numbers = listed(each.number for each in posted)
    links = [
        Link(each.number, partial(pane.context.open, each.kind, each.number)) for each in posted
    ]
    pane.context.messages.success(said.format(numbers=numbers), *links[:3])


def _words(order: ShortOrder) -> str:
    goods = listed(_goods(name, quantity, unit) for name, quantity, unit in order.goods)
    return labelled(order.supplier, goods)


def _goods(name: str, quantity: int, unit: str) -> str:
    return f"{name} {quantity_text(quantity)} {unit}"
