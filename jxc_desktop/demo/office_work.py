"""Documents of goods typed at the desk: a goods receipt by scanner and keys, a delivery by pinyin initials."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from jxc_desktop.core.i18n import translate
from jxc_desktop.demo.day import Day
from jxc_desktop.demo.goods_file import Goods, goods
from jxc_desktop.demo.reckoning import FEN, fen, half_up, yuan

SCANNED = {"100213": 24, "100218": 12, "100305": 12, "100322": 15}
"""Goods that are received by pulling the trigger once a piece."""
BOUGHT = {
    "100411": 20, "100587": 12, "100735": 30, "100736": 30, "100741": 20, "100921": 40, "100862": 48,
    "101001": 44, "101102": 96, "101118": 16, "101201": 50, "101205": 30, "101301": 200, "101401": 120,
    "101405": 24,
}  # fmt: skip
"""Goods that are typed, and how many."""
SOLD = (("cmcn", 1, "100736", 6), ("jshsy", 0, "100587", 4), ("qxtrs", 1, "100218", 10))
"""What is typed, how often ↓ is pressed in the popup, the goods that this means, how many."""


def receive_goods(day: Day) -> None:
    """采购入库单: the supplier by pinyin, goods by scanner and by code, F12, on paper."""
    stage, hand = day.stage, day.hand
    stage.at("07:58")
    hand.press("Ctrl+3")
    stage.settle()
    _choose_firm(day, "qxyp")
    for code, pieces in SCANNED.items():
        hand.scan(*[goods(code).barcode] * pieces)
    pane = day.pane
    stage.until(lambda: _quantity(pane) == sum(SCANNED.values()), translate("demo", "扫到的商品"))
    _to_blank_line(day)
    for code, pieces in BOUGHT.items():
        _type_line(day, code, pieces)
    day.shoot(
        "receiving", translate("demo", "采购入库单：扫码或打编号，右边是这家的进价和各仓库存")
    )
    wanted = sum((_bought(goods(code), n) for code, n in (SCANNED | BOUGHT).items()), Decimal(0))
    day.require_equal(
        translate("demo", "采购入库单的价税合计"), yuan(pane.form.totals().total), wanted
    )
    number = _post(day)
    day.figures["received"] = fen(wanted)
    day.shoot("received", translate("demo", "已过账的采购入库单"))
    _print(day, number)


def deliver_goods(day: Day) -> None:
    """销售出库单 on credit: the customer and the goods by pinyin initials, F12, on paper."""
    stage, hand = day.stage, day.hand
    stage.at("08:05")
    hand.press("Ctrl+2")
    stage.settle()
    _choose_firm(day, "whl")
    for place, (typed, down, _code, pieces) in enumerate(SOLD):
        hand.type(typed)
        stage.settle()
        hand.press(*["Down"] * down)
        if place == 0:
            day.shoot("popup", translate("demo", "拼音首字母找商品，证据窗格跟着光标"))
        hand.press("Return")
        _until_taken(day, place)
        hand.enter(str(pieces))
        stage.settle()
    day.shoot("delivery", translate("demo", "销售出库单：客户现欠、可用库存、本单毛利"))
    wanted = sum((goods(code).retail_price * n for _t, _d, code, n in SOLD), Decimal(0))
    day.require_equal(
        translate("demo", "销售出库单的价税合计"), yuan(day.pane.form.totals().total), wanted
    )
    number = _post(day)
    day.figures["delivered"] = fen(wanted)
    _print(day, number)


# --- what both are made of ---


def _choose_firm(day: Day, typed: str) -> None:
    day.stage.until(lambda: day.pane.form is not None, translate("demo", "单据"))
    day.stage.settle()
    day.hand.type(typed)
    day.stage.settle()
    day.hand.press("Return")
    day.stage.until(lambda: day.pane.form.header.partner.choice, translate("demo", "往来单位"))
    day.stage.settle()


def _to_blank_line(day: Day) -> None:
    """Down from the last line: the grid adds one."""
    day.hand.press("Down")
    day.stage.settle()


def _type_line(day: Day, code: str, pieces: int) -> None:
    place = len(day.pane.form.lines)
    day.hand.enter(code)
    _until_taken(day, place)
    day.hand.enter(str(pieces))
    day.stage.until(
        lambda: _line(day, place).quantity is not None,
        translate("demo", "第 {n} 行的数量").format(n=place + 1),
    )


def _until_taken(day: Day, place: int) -> None:
    """Enter has taken goods into a line, with their price."""

    def taken() -> bool:
        line = _line(day, place)
        return line is not None and line.product is not None and line.price is not None

    day.stage.until(taken, translate("demo", "第 {n} 行的商品").format(n=place + 1))


def _line(day: Day, place: int) -> Any:
    lines = day.pane.form.lines
    return lines[place] if place < len(lines) else None


def _quantity(pane: Any) -> int:
    """Whole pieces on all lines."""
    return sum((line.quantity or 0) for line in pane.form.lines) // 10_000


def _bought(item: Goods, pieces: int) -> Decimal:
    """What a line of a purchase comes to with its tax, which is reckoned on the line."""
    net = (item.purchase_price * pieces).quantize(FEN)
    return net + half_up(net * item.rate)


def _post(day: Day) -> str:
    pane = day.pane
    day.hand.press("F12")
    day.stage.until(lambda: pane.view is not None, translate("demo", "单据过账"))
    day.stage.settle()
    return str(pane.view.head.number)


def _print(day: Day, number: str) -> None:
    """Ctrl+P; the paper is kept among the papers of the day."""
    folder = Path(str(day.stage.office.printers.paper().address))
    day.hand.press("Ctrl+P")
    found: Callable[[], list[Path]] = lambda: sorted(folder.glob(f"*{number}*.pdf"))  # noqa: E731
    day.stage.until(found, translate("demo", "{number} 的 PDF").format(number=number))
    day.diary.paper(f"{number}.pdf", found()[0].read_bytes())
