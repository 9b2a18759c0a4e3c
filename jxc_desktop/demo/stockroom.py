"""The stock room and the office in the gallery: counting, losses, goods on their way, what to buy, invoices, months."""

from collections.abc import Mapping
from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.day import Day
from jxc_desktop.demo.goods_file import barcode_of
from jxc_desktop.demo.scene import Act, Scene, at_centre, beside, close_todo, first
from jxc_desktop.demo.stage import DAY
from jxc_desktop.intake.documents import post_document
from jxc_desktop.reports.report import Link
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse

BACK = "02"
"""The code of a second warehouse."""
_STOCK = frozenset({"stock_loss", "stock_transfer"})
_LAST = "SELECT max(number) FROM {kind} WHERE state = 'posted'"


def stockroom_scenes() -> list[Scene]:
    """In the order in which the window can show them."""
    return [
        Scene("stock-count", translate("demo", "扫码盘点"), _count),
        Scene(
            "stock-loss", translate("demo", "报损单"), _posted("stock_loss"), beside("stock_papers")
        ),
        Scene(
            "stock-transfer",
            translate("demo", "调拨单"),
            _posted("stock_transfer"),
            beside("stock_papers"),
        ),
        Scene("replenishment", translate("demo", "补货建议"), _replenishment, close_todo),
        Scene("invoice-given", translate("demo", "开票登记"), _posted("sales_invoice"), close_todo),
        Scene("periods", translate("demo", "期间与结账"), at_centre("periods"), close_todo),
        Scene("recorder", translate("demo", "黑匣子"), at_centre("recorder"), close_todo),
        Scene("manual", translate("demo", "手册"), at_centre("manual", "counting"), close_todo),
    ]


def furnish_stockroom(day: Day) -> None:
    """A second warehouse with goods, some that broke, an invoice given out."""
    seat = day.stage.office.seat
    with seat.database.transaction(seat.actor) as session:
        save_warehouse(session, WarehouseDraft("后仓", BACK))
        for place, paper in enumerate(_papers(day)):
            post_document(session, {"key": f"gallery-{place}", "day": DAY.isoformat(), **paper})


def _papers(day: Day) -> list[Mapping[str, Any]]:
    delivery = first(day, _LAST.format(kind="sales_delivery"))
    return [
        {
            "type": "stock_transfer",
            "to_warehouse": BACK,
            "lines": [
                {"product": "100735", "quantity": "24"},
                {"product": "100862", "quantity": "12"},
                {"product": "101201", "quantity": "10"},
            ],
            "remark": "腾货架",
        },
        {
            "type": "stock_loss",
            "reason": "破损",
            "lines": [
                {"product": "100862", "quantity": "2"},
                {"product": "101201", "quantity": "1"},
            ],
            "remark": "搬货时摔破",
        },
        {"type": "sales_invoice", "from": delivery, "invoice_number": "26312000000000000018"},
    ]


def _posted(kind: str) -> Act:
    """The last paper of a kind, with the list of its kind beside it."""

    def show(day: Day) -> None:
        desk = day.stage.window.desk
        desk.go_to_named("stock" if kind in _STOCK else "sales")
        papers: Any = desk.open("stock_papers" if kind in _STOCK else "deliveries")
        if kind in _STOCK:
            papers.turn_to(kind)
        desk.open(kind, first(day, _LAST.format(kind=kind)))
        day.stage.settle()

    return show


def _count(day: Day) -> None:
    """A count while it goes on: some agree, some do not."""
    desk, hand = day.stage.window.desk, day.hand
    desk.go_to_named("stock")
    pane: Any = desk.open("stock_count")
    day.stage.until(lambda: pane.form is not None, translate("demo", "盘点"))
    day.stage.settle()
    pane.form.box.setFocus()
    for code, times in (("100735", "40*"), ("100862", "24*"), ("100587", "36*"), ("100213", "")):
        hand.type(times)
        hand.scan(str(barcode_of(code)))
        day.stage.settle()
    hand.enter("29*")
    day.stage.settle()


def _replenishment(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("owner")
    desk.open("report", Link(report="replenishment"))
    close_todo(day)
