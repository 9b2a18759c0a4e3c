"""A day at the till: the float, tickets by scanner, money by several ways, a ticket put aside, a return, the count."""

from decimal import Decimal
from pathlib import Path

from jxc_desktop.cash.methods import payment_methods
from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.day import Day
from jxc_desktop.demo.goods_file import goods
from jxc_desktop.demo.reckoning import fen, half_up, pieces_of, summed, yuan
from jxc_desktop.pos.queries.tickets import ticket_view
from jxc_desktop.pos.selling import Sold
from jxc_desktop.pos.slips import receipt_for
from jxc_desktop.pos.ui.till_bar import TillBar
from jxc_desktop.pos.ui.till_pane import TillPane
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.paper import slip_pdf
from jxc_desktop.printing.preview import page_pictures
from jxc_desktop.printing.slip import Roll
from jxc_desktop.shell.printers import RECEIPT
from jxc_desktop.shop.settings import settings_of

PIECES = 6
"""On the first ticket."""
FLOAT = 200_00
"""Fen in the drawer in the morning."""


def look_at_clock(day: Day) -> None:
    """The clock of the till, which looks only now and then, looks at once."""
    for bar in day.stage.window.findChildren(TillBar):
        bar.look()


def open_till(day: Day) -> None:
    """Ctrl+1, the float counted by notes, F12. Receipts go to a folder as the bytes a printer would get."""
    stage, hand = day.stage, day.hand
    stage.at("08:15")
    receipts = Device(RECEIPT, Connection.FOLDER, str(_receipts(day)))
    stage.office.printers.keep(receipts)
    stage.office.paper.shine()
    hand.press("Ctrl+1")
    till = _till(day)
    stage.until(till.shifts.open_sheet.isVisible, translate("demo", "开班"))
    stage.settle()
    for count in (1, 1, 1, 2, 1, 5):
        hand.enter(str(count))
    day.till.float_amount = FLOAT
    day.shoot("open-shift", translate("demo", "开班：数备用金"))
    hand.press("F12")
    stage.until(lambda: till.desk.shift_id is not None, translate("demo", "班次开好"))
    state = till.desk.state
    counted = state.shift.facts.float_amount if state and state.shift else None
    day.require_equal(translate("demo", "备用金"), counted, FLOAT)
    stage.settle()


def sell(day: Day) -> None:
    """Five tickets as they come on a Friday morning."""
    _cash_sale(day)
    _discounted_sale(day)
    _put_aside(day)
    _mixed_sale(day)
    _take_back_from_aside(day)
    _quick_sale(day)
    day.hand.press("F11")
    day.stage.told(day.till.tickets[-1])
    day.stage.settle()


def take_back(day: Day) -> None:
    """退货: the receipt's number scanned, one piece of a line, cash back."""
    stage, hand = day.stage, day.hand
    _at(day, "11:30")
    till = _till(day)
    hand.press("F9")
    stage.settle()
    hand.scan(day.till.tickets[0])
    stage.until(lambda: till.returning.sheet.view is not None, translate("demo", "退货的原单"))
    stage.settle()
    hand.press("Down", "Down")
    hand.enter("1")
    stage.settle()
    day.shoot("return", translate("demo", "退货：扫小票，选一行，退原来的钱"))
    hand.press("F12")
    stage.until(lambda: not till.returning.sheet.isVisible(), translate("demo", "退货过账"))
    stage.settle()
    day.till.returned += fen(goods("100921").retail_price)
    day.figures["returned"] = day.till.returned


def close_shift(day: Day) -> None:
    """交班: counted blind, compared, closed."""
    stage, hand = day.stage, day.hand
    _at(day, "21:00")
    till = _till(day)
    hand.press("Ctrl+Shift+J")
    sheet = till.shifts.close_sheet
    stage.until(sheet.isVisible, translate("demo", "交班"))
    stage.settle()
    counts = list(pieces_of(day.till.drawer))
    for count in counts[:-1]:
        hand.enter(str(count))
    hand.type(str(counts[-1]))
    day.shoot("count", translate("demo", "交班：先盲点钱箱"))
    hand.press("F12")
    stage.settle()
    day.shoot("compare", translate("demo", "交班：应有和实点"))
    hand.press("F12")
    stage.until(lambda: till.desk.shift_id is None, translate("demo", "交班"))
    stage.until(till.shifts.open_sheet.isVisible, translate("demo", "下一班"))
    stage.settle()
    day.figures["drawer"] = day.figures["counted"] = day.till.drawer
    day.figures["tickets"], day.figures["sold"] = len(day.till.tickets), day.till.sold
    hand.press("Escape")
    _keep_receipts(day)


# --- the tickets ---


def _cash_sale(day: Day) -> None:
    """Water typed ahead as `3*`, noodles, yogurt twice; a note of 50."""
    _at(day, "08:32")
    hand = day.hand
    hand.type("3*")
    _scan(day, "100213", lines=1)
    _scan(day, "100862", lines=2)
    _scan(day, "100921", lines=3)
    hand.scan(goods("100921").barcode)
    day.stage.until(
        lambda: _till(day).desk.ticket.pieces == PIECES, translate("demo", "小票上 6 件")
    )
    hand.type("2*")
    day.shoot("till", translate("demo", "收银：扫码，先打 2* 再扫就是两件"))
    hand.press("Escape")
    due = summed(
        (3 * _price("100213"), _price("100862"), 2 * _price("100921")),
    )
    _due(day, due)
    hand.press("F12")
    day.stage.settle()
    hand.type("50")
    day.shoot("tender", translate("demo", "结算：收 50，找零马上算好"))
    _paid(day, cash=due)


def _discounted_sale(day: Day) -> None:
    """Rice, oil at 10 % off, eggs, two bags; 5 % off the whole, by WeChat."""
    _at(day, "09:10")
    hand = day.hand
    _scan(day, "100411", lines=1)
    _scan(day, "100587", lines=2)
    hand.enter("/9")
    _scan(day, "101205", lines=3)
    hand.type("2*")
    _scan(day, "101301", lines=4)
    hand.enter("//95")
    day.stage.settle()
    oil = half_up(_price("100587") * Decimal("0.9"))
    whole = summed((_price("100411"), oil, _price("101205"), 2 * _price("101301")))
    due = whole - half_up(whole * Decimal("0.05"))
    _due(day, due)
    day.shoot("discounts", translate("demo", "单品 9 折，整单 95 折"))
    hand.press("F12")
    day.stage.settle()
    hand.press("F2")
    _paid(day, wechat=due)


def _put_aside(day: Day) -> None:
    """Apples by weight, tissues, detergent: the customer has forgotten something."""
    _at(day, "09:40")
    day.hand.enter("1.236*101201")
    _until_lines(day, 1)
    day.hand.type("5*")
    _scan(day, "101102", lines=2)
    _scan(day, "101118", lines=3)
    day.hand.type("wang")
    day.hand.press("F8")
    day.stage.until(lambda: not _till(day).desk.ticket.lines, translate("demo", "挂单"))
    day.stage.settle()


def _mixed_sale(day: Day) -> None:
    """Milk and twelve cans of beer: 100 by WeChat, the rest in cash."""
    _at(day, "09:42")
    hand = day.hand
    _scan(day, "100735", lines=1)
    hand.type("12*")
    _scan(day, "101401", lines=2)
    due = _price("100735") + 12 * _price("101401")
    _due(day, due)
    hand.press("F12")
    day.stage.settle()
    hand.press("F2")
    hand.enter("100")
    hand.type("20")
    day.shoot("mixed", translate("demo", "一部分微信，一部分现金"))
    _paid(day, wechat=Decimal(100), cash=due - 100)


def _take_back_from_aside(day: Day) -> None:
    """The ticket that waits is paid in cash, its odd fen let go."""
    _at(day, "09:55")
    hand = day.hand
    hand.press("F8")
    _until_lines(day, 3)
    whole = summed(
        (half_up(_price("101201") * Decimal("1.236")), 5 * _price("101102"), _price("101118"))
    )
    _due(day, whole)
    hand.press("F12")
    day.stage.settle()
    hand.press("F8")
    due = whole - whole % Decimal("0.1")
    hand.type("100")
    day.stage.settle()
    _paid(day, cash=due)


def _quick_sale(day: Day) -> None:
    """Two bottles and crisps by Alipay."""
    _at(day, "10:20")
    _scan(day, "101405", lines=1)
    day.hand.scan(goods("101405").barcode)
    _scan(day, "101001", lines=2)
    due = 2 * _price("101405") + _price("101001")
    _due(day, due)
    day.hand.press("F12")
    day.stage.settle()
    day.hand.press("F3")
    _paid(day, alipay=due)


# --- the parts of a ticket ---


def _at(day: Day, clock_time: str) -> None:
    """It is that time of the day, and the till shows it."""
    day.stage.at(clock_time)
    look_at_clock(day)


def _scan(day: Day, code: str, *, lines: int) -> None:
    day.hand.scan(goods(code).barcode)
    _until_lines(day, lines)


def _until_lines(day: Day, lines: int) -> None:
    day.stage.until(
        lambda: len(_till(day).desk.ticket.lines) == lines,
        translate("demo", "小票上 {count} 行").format(count=lines),
    )


def _due(day: Day, wanted: Decimal) -> None:
    """The screen asks for what the cashier has reckoned."""
    day.stage.settle()
    day.require_equal(translate("demo", "应收"), yuan(_till(day).desk.ticket.due), wanted)


def _paid(day: Day, **ways: Decimal) -> None:
    """Return, and the money is in."""
    till = _till(day)
    due = till.desk.ticket.due
    day.require_equal(translate("demo", "应收"), yuan(due), summed(ways.values()))
    day.hand.press("Return")
    day.stage.until(lambda: not till.desk.ticket.lines, translate("demo", "收款"))
    day.stage.settle()
    for way, amount in ways.items():
        day.till.paid[way] = day.till.paid.get(way, 0) + fen(amount)
    state = till.desk.state
    day.require(state is not None and state.last is not None, translate("demo", "小票没有记下"))
    day.till.tickets.append(str(state.last.head.number))  # type: ignore[union-attr]


def _price(code: str) -> Decimal:
    return goods(code).retail_price


def _till(day: Day) -> TillPane:
    pane = day.pane
    day.require(isinstance(pane, TillPane), translate("demo", "收银台没有打开"))
    return pane  # type: ignore[no-any-return]


def _receipts(day: Day) -> Path:
    return day.stage.folder / "receipts"


def _keep_receipts(day: Day) -> None:
    """The bytes of every paper of the till, and the first receipt as PDF and as a picture."""
    for path in sorted(_receipts(day).glob("*.bin")):
        day.diary.paper(f"{path.stem}.escpos", path.read_bytes())
    stage, number = day.stage, day.till.tickets[0]
    with stage.office.seat.database.reading(stage.office.seat.actor) as session:
        sold = Sold(ticket_view(session, number), settings_of(session))
        ways = frozenset(m.code for m in payment_methods(session).values() if m.is_cash)
    pdf = slip_pdf(receipt_for(sold, stage.clock, ways), Roll.MM58)
    day.diary.paper(f"{number}.pdf", pdf)
    day.diary.paper(f"{number}.png", next(page_pictures(pdf)))
