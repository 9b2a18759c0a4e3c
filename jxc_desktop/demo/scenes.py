"""The scenes of the gallery: what each picture shows and how the window comes to show it."""

from typing import Any

from PySide6.QtCore import Qt

from jxc_desktop.core.i18n import language, translate
from jxc_desktop.core.secrets import Secret
from jxc_desktop.demo.counter import look_at_clock
from jxc_desktop.demo.day import SHOP, Day
from jxc_desktop.demo.faulty_goods import faulty_table
from jxc_desktop.demo.goods_file import barcode_of
from jxc_desktop.demo.scene import Act, Scene, at_centre, beside, close_todo, first
from jxc_desktop.demo.stockroom import furnish_stockroom, stockroom_scenes
from jxc_desktop.imports.ui.stages import Stage
from jxc_desktop.reports.report import Link
from jxc_desktop.shop.services import add_user, set_password
from jxc_desktop.shop.settings import change_setting
from jxc_desktop.shop.ui.login_dialog import LoginDialog

PASSWORD = "shunhe fu shi 18"  # noqa: S105  of a shop that lives for one demonstration
PEOPLE = (
    ("linxiaohui", "林晓会", "accountant"),
    ("zhoumin", "周敏", "cashier"),
    ("hejianping", "何建平", "sales"),
)
CATALOGUE = {"zh": 220, "en": 300}
"""Px of the catalogue beside a report: of the longest name in it."""
WIDE = 1190
"""Px that the widest report takes."""
_WIDE_REPORTS = frozenset({"stock_movement_summary"})


def scenes() -> list[Scene]:
    """In the order in which the window can show them."""
    return [
        Scene("dashboard", translate("demo", "经营看板"), _dashboard),
        Scene("sales-delivery", translate("demo", "销售出库单"), _deliver, _ask_again, _leave_cell),
        Scene("posted-delivery", translate("demo", "已过账的销售出库单"), _posted_delivery),
        Scene("goods-receipt", translate("demo", "采购入库单"), _posted_receipt),
        Scene(
            "stock-movement",
            translate("demo", "进销存汇总表"),
            _report("stock_movement_summary"),
            _make_room_for_wide_report,
        ),
        Scene(
            "trial-balance",
            translate("demo", "科目余额表"),
            _report("trial_balance"),
            _make_room_for_report,
        ),
        Scene("products", translate("demo", "商品"), _products, close_todo),
        Scene("product-flow", translate("demo", "商品收发明细"), _product_flow, _show_stock),
        Scene("customers", translate("demo", "客户"), at_centre("customer"), close_todo),
        Scene("ledger", translate("demo", "账本和明细账"), _ledger, beside("ledger")),
        Scene("voucher", translate("demo", "凭证"), _voucher, beside("vouchers")),
        Scene(
            "import-check",
            translate("demo", "导入：逐格预检"),
            _import,
            close_todo,
            _give_up_import,
        ),
        Scene("settings", translate("demo", "设置"), at_centre("setting"), close_todo),
        Scene("people", translate("demo", "用户和角色"), at_centre("user"), close_todo),
        Scene("audit", translate("demo", "审计日志"), at_centre("audit"), close_todo),
        Scene("health", translate("demo", "健康"), _health, close_todo),
        *stockroom_scenes(),
        Scene("find", translate("demo", "Ctrl+K"), _find, _find, _leave_find),
        Scene("till", translate("demo", "收银"), _till, _typed_ahead),
        Scene("tender", translate("demo", "结算"), _tender, None, _leave_tender),
        Scene("login", translate("demo", "登录"), _login, None, _come_in),
    ]


def furnish(day: Day) -> None:
    """What the pictures need and no sample brings: people with passwords, a place for backups, a backup."""
    seat = day.stage.office.seat
    with seat.database.transaction(seat.actor) as session:
        set_password(session, seat.actor.name, Secret(PASSWORD))
        change_setting(session, "backup_folder", str(day.stage.folder.parent / "copies"))
        for login, name, role in PEOPLE:
            add_user(session, login, [role], Secret(PASSWORD), full_name=name)
    furnish_stockroom(day)
    day.stage.office.close_doors()
    day.find("back_up")
    day.stage.until(lambda: not day.stage.office.backup.running, translate("demo", "备份"))
    day.stage.office.checker.check()
    day.stage.settle()
    day.stage.office.messages.next_action()


# --- panes ---


def _dashboard(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("owner")
    desk.open("todo")
    desk.open("dashboard")
    day.stage.settle()


def _show_stock(day: Day) -> None:
    """The stock at the left; what lies in which warehouse stands in the moves."""
    desk = day.stage.window.desk
    desk.default_layout()
    desk.open("stock")
    day.close_docks("stock_levels")


def _report(name: str) -> Act:
    def show(day: Day) -> None:
        desk = day.stage.window.desk
        desk.go_to_named("stock")
        desk.open("report", Link(report=name))
        _make_room_for_wide_report(day) if name in _WIDE_REPORTS else _make_room_for_report(day)

    return show


def _make_room_for_report(day: Day) -> None:
    """The catalogue of reports takes no more than its words, as the hand drags it."""
    window = day.stage.window
    window.desk.open("reports")
    day.close_docks("stock_levels")
    left = [dock for dock in window.desk.docks.in_sight() if dock.spec.name == "reports"]
    window.resizeDocks(left, [CATALOGUE[language()]], Qt.Orientation.Horizontal)
    day.stage.settle()


def _make_room_for_wide_report(day: Day) -> None:
    """The catalogue stands beside it only where both have room."""
    _make_room_for_report(day)
    if day.stage.window.width() - CATALOGUE[language()] < WIDE:
        day.close_docks("reports", "stock", "stock_papers")


def _products(day: Day) -> None:
    at_centre("product", _product(day, "100736"))(day)


def _product_flow(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("stock")
    desk.open("product_flow", _product(day, "100736"))
    day.stage.settle()
    _show_stock(day)


def _ledger(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("books")
    desk.open("ledger")
    desk.open("account_card", "1405")
    beside("ledger")(day)


def _voucher(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("books")
    desk.open("vouchers")
    day.stage.settle()
    desk.open("voucher", first(day, "SELECT max(id) FROM voucher"))
    beside("vouchers")(day)


def _health(day: Day) -> None:
    at_centre("health")(day)
    day.stage.office.checker.check()
    day.stage.settle()


# --- documents ---


def _deliver(day: Day) -> None:
    """A delivery while it is typed: four lines, the search open on the fifth, evidence beside."""
    desk, hand = day.stage.window.desk, day.hand
    desk.go_to_named("books")
    desk.default_layout()
    desk.open("deliveries")
    pane: Any = desk.open("sales_delivery")
    day.stage.until(lambda: pane.form is not None, translate("demo", "单据"))
    day.stage.settle()
    pane.begin_new()
    day.stage.settle()
    hand.type("KH0003")
    day.stage.settle()
    hand.press("Return")
    day.stage.settle()
    for code, pieces in (("100218", 40), ("100587", 30), ("100862", 48), ("100735", 24)):
        hand.enter(code)
        day.stage.settle()
        hand.enter(str(pieces))
        day.stage.settle()
    _ask_popup(day)


def _ask_popup(day: Day) -> None:
    hand, grid = day.hand, day.pane.form.grid
    if grid.cell.search is not None and grid.cell.search.open:
        hand.press("Escape")
    grid.setFocus()
    hand.press("Ctrl+A")
    hand.type("cmcn")
    day.stage.settle()
    hand.press("Down")
    day.stage.settle()


def _ask_again(day: Day) -> None:
    """Another class of screen has another layout: the deliveries come to the front again."""
    day.stage.window.desk.open("deliveries")
    day.stage.settle()
    _ask_popup(day)


def _leave_cell(day: Day) -> None:
    day.hand.press("Escape", "Escape")
    day.stage.settle()


def _posted_delivery(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("sales")
    desk.open("deliveries")
    desk.open("sales_delivery", first(day, _LAST_DELIVERY))
    day.stage.settle()


def _posted_receipt(day: Day) -> None:
    desk = day.stage.window.desk
    desk.go_to_named("purchase")
    desk.open("receipts")
    desk.open("goods_receipt", first(day, _LAST_RECEIPT))
    day.stage.settle()


def _import(day: Day) -> None:
    """The check of a list with faults, the cursor on a barcode whose last digit is wrong."""
    file = day.folder / SHOP / "商品资料20261119.xlsx"
    file.write_bytes(faulty_table())
    at_centre("import", "products")(day)
    pane = day.pane
    pane.files.choose(file)
    day.stage.settle()
    while pane.stage is not Stage.CHECK:
        day.hand.press("F12")
        day.stage.settle()
    day.hand.press("Down")


def _give_up_import(day: Day) -> None:
    day.pane.begin_anew()
    day.stage.settle()


# --- finding, the till, the door ---


def _find(day: Day) -> None:
    _dashboard(day)
    _leave_find(day)
    day.hand.press("Ctrl+K")
    day.hand.type("100")
    day.stage.settle()


def _leave_find(day: Day) -> None:
    day.stage.window.find_box.leave()
    day.stage.settle()


def _till(day: Day) -> None:
    """Nine lines on the screen, two tickets that wait, `3*` typed ahead."""
    day.stage.window.desk.go_to_named("till")
    day.stage.settle()
    look_at_clock(day)
    for name, codes in (("wang", ("101201", "101102", "101118")), ("li", ("100735", "101401"))):
        _ring_up(day, codes)
        day.hand.type(name)
        day.hand.press("F8")
        day.stage.settle()
    _ring_up(day, ("100213", "100862", "100735", "101201", "100587"))
    day.hand.press("Up")
    day.hand.press("Down")
    day.hand.enter("/9")
    _ring_up(day, ("100412", "101205", "101301", "100921"))
    _typed_ahead(day)


def _ring_up(day: Day, codes: tuple[str, ...]) -> None:
    for code in codes:
        barcode = barcode_of(code)
        if barcode:
            day.hand.scan(barcode)
        else:
            day.hand.enter(f"1.236*{code}")
        day.stage.settle()


def _typed_ahead(day: Day) -> None:
    day.pane.box.clear()
    day.hand.type("3*")
    day.stage.settle()


def _tender(day: Day) -> None:
    day.pane.box.clear()
    day.hand.press("F12")
    day.stage.settle()
    day.hand.press("F2")
    day.hand.enter("200")
    day.hand.type("100")
    day.stage.settle()


def _leave_tender(day: Day) -> None:
    day.hand.press("Escape")
    day.stage.settle()


def _login(day: Day) -> None:
    day.stage.office.window.window_actions["lock"].trigger()
    day.stage.until(
        lambda: isinstance(day.stage.program.entrance.dialog, LoginDialog),
        translate("demo", "登录"),
    )
    day.stage.settle()


def _come_in(day: Day) -> None:
    day.hand.enter(PASSWORD)
    day.stage.until(lambda: not day.stage.office.locked, translate("demo", "登录"))
    day.stage.settle()


# --- what there is in the shop ---

_LAST_DELIVERY = "SELECT max(number) FROM sales_delivery WHERE state = 'posted'"
_LAST_RECEIPT = "SELECT max(number) FROM goods_receipt WHERE state = 'posted'"


def _product(day: Day, code: str) -> int:
    return int(first(day, f"SELECT id FROM product WHERE code = '{code}'"))
