"""Counting by scanner: bursts, quantities ahead, moments, recounts; the shop sells meanwhile, in another process."""

import json
import subprocess
import sys
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.models import Barcode
from jxc_desktop.catalog.services import write_products
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.drafts import drafts_of, load_draft
from jxc_desktop.stock.queries import on_hand, on_hand_of, stock_count_view
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.scanner import ScanFilter
from jxc_desktop.widgets.sheet import Sheet
from tests.conftest import actor_with
from tests.sales.ui.conftest import Desk
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, pieces, receive
from tests.stock.ui.conftest import cell
from tests.stock.ui.seller import hand_on

K = Qt.Key
GOODS = 100
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Scanner:
    """A keyboard scanner on the window in front: a code as fast keys and Enter, each burst a moment after the last."""

    def __init__(self, desk) -> None:
        self.desk, self.now = desk, 1_000_000
        self.filter = ScanFilter()
        self.filter.scanned.connect(self._hand_on)
        QCoreApplication.instance().installEventFilter(self.filter)

    def _hand_on(self, code: str) -> None:
        self.desk.pane.take_scan(code)

    def stop(self) -> None:
        QCoreApplication.instance().removeEventFilter(self.filter)

    def type(self, text: str) -> None:
        """Keys as a person strikes them, and Enter."""
        for letter in text:
            self.now += 150
            self._key(ord(letter), letter)
        self.now += 300
        self._key(K.Key_Return, "\r")
        self.desk.settled()

    def scan(self, code: str, times: int = 1) -> None:
        for _time in range(times):
            self.now += 300
            for letter in code:
                self._key(ord(letter), letter)
            self._key(K.Key_Return, "\r")
            self.desk.settled()

    def _key(self, key: int, text: str) -> None:
        self.now += 8
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NO_KEYS, text)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(self.desk.pane.window().windowHandle(), event)


@pytest.fixture
def scanner(desk):
    made = Scanner(desk)
    yield made
    made.stop()


def counting(desk):
    desk.open("stock_count")
    return desk.settled()


def counted(pane) -> dict[str, int | None]:
    return {x.goods.code: x.counted for x in pane.form.grid.lines()}


def box(desk, text: str) -> None:
    """Type into the box."""
    desk.pane.form.box.setFocus()
    desk.keys(text, K.Key_Return)


def pick(field, word: str) -> None:
    field.setCurrentIndex(field.findText(word))


def test_each_scan_adds_one_and_knows_what_the_books_said(desk, scanner, shelf):
    pane = counting(desk)
    scanner.scan("P01", 3)
    scanner.scan("P02")
    lines = pane.form.grid.lines()
    assert counted(pane) == {"P01": pieces(3), "P02": pieces(1)}
    assert [x.book for x in lines] == [pieces(10), pieces(10)]
    assert lines[0].at is not None
    assert pane.form.box.text() == ""
    assert pane.form.sums.texts() == {
        "已盘": "2 / 6", "有差异": "2 种", "没盘到": "4 种", "差异金额": "—",
    }  # fmt: skip
    assert desk.said() == "商品P02 加 1，共 1 个"


def test_a_quantity_ahead_of_a_scan_adds_so_many_and_alone_sets_the_last(
    desk, scanner, database, owner, shelf
):
    with database.transaction(owner) as session:
        session.add(Barcode(code="6901424333948", product_id=shelf["P01"]))
    pane = counting(desk)
    scanner.type("3*P01")
    assert counted(pane) == {"P01": pieces(3)}
    pane.form.box.setText("5*")
    scanner.scan("6901424333948")
    assert (counted(pane), pane.form.box.text()) == ({"P01": pieces(8)}, "")
    scanner.type("12*")
    assert counted(pane) == {"P01": pieces(12)}
    assert pane.form.grid.lines()[0].book == pieces(10)
    scanner.type("2.5*")
    assert desk.said() == "商品P01 的数量最多 0 位小数，按 个 计"


def test_an_unknown_code_is_one_sentence_and_counts_nothing(desk, scanner, shelf):
    pane = counting(desk)
    scanner.scan("6900000000000")
    assert desk.said() == "没有这个条码 6900000000000，没有计数。核对条码，或先建商品"
    box(desk, "12*")
    assert desk.said() == "先扫一种商品，再填 12* 定它的数"
    box(desk, "3**")
    assert desk.said() == "写成 12*，或 3* 接条码"
    assert counted(pane) == {}


def test_a_case_s_barcode_counts_what_is_in_it(desk, scanner, database, owner, shelf):
    with database.transaction(owner) as session:
        session.add(Barcode(code="6901424333955", product_id=shelf["BOX"], unit="箱"))
    pane = counting(desk)
    scanner.scan("6901424333955", 2)
    assert counted(pane) == {"BOX": pieces(48)}


def test_a_scale_s_label_counts_its_weight(desk, scanner, database, owner):
    with database.transaction(owner) as session:
        pork = ProductDraft("五花肉", code="PORK", unit="斤", plu=12)
        write_products(session, [pork])
    pane = counting(desk)
    scanner.scan("2200012023105", 2)
    assert counted(pane) == {"PORK": 2 * 46_200}
    scanner.scan("2200012023100")
    assert "校验位不对" in desk.said()


def test_differences_become_a_gain_and_a_loss_by_one_key(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    box(desk, "12*P01")
    box(desk, "7*P02")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = stock_count_view(session, desk.number())
        assert [on_hand(session, shelf[code]) for code in ("P01", "P02")] == [
            pieces(12), pieces(7),
        ]  # fmt: skip
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    assert f"差异生成 {view.gain} {view.loss}" in pane.form.note.text()
    assert desk.column("difference_quantity") == ["+2", "-3"]
    assert desk.column("worth") == ["10.00", "-15.00"]
    assert pane.form.sums.texts()["差异金额"] == "-5.00"
    desk.act("open_loss")
    assert f"盘点单 {view.head.number} 的差异" in desk.pane.form.note.text()


def test_what_is_not_counted_must_be_left_or_taken_for_gone(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    for code in ("P01", "P02", "P03"):
        box(desk, f"10*{code}")
    desk.press(K.Key_F12)
    assert desk.said() == "还有 3 种有账面数的没盘。继续盘，或选没盘到的不动还是算 0"
    desk.press(K.Key_F7)
    assert [code for code, n in counted(pane).items() if n is None] == ["BOX", "P04", "P05"]
    cell(desk, 3, "counted", "48")
    pick(pane.form.rest, "算 0")
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        found = on_hand_of(session, shelf.values())
    assert {code: found[number] for code, number in shelf.items()} == {
        "P01": pieces(10), "P02": pieces(10), "P03": pieces(10), "P04": 0, "P05": 0, "BOX": pieces(48),
    }  # fmt: skip


def test_goods_that_sell_while_they_are_counted_are_marked(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    scanner.scan("P01", 2)
    with database.transaction(owner) as session:
        deliver(session, a_customer(session), [line(shelf["P01"], 1, 9)])
    scanner.scan("P01", 7)
    [row] = pane.form.grid.lines()
    assert (row.counted, row.book, row.shifted) == (pieces(9), pieces(9), True)
    column = [c.key for c in pane.form.grid.entry.columns].index("counted")
    assert "又有进出" in pane.form.grid.entry.mark_at(0, column).reason
    cell(desk, 0, "counted", "8")
    assert not pane.form.grid.lines()[0].shifted


def test_differences_are_counted_again_and_can_be_given_up(desk, scanner, shelf):
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    box(desk, "10*P01")
    box(desk, "8*P02")
    desk.press(K.Key_F8)
    assert counted(pane) == {"P01": pieces(10), "P02": None}
    desk.press(K.Key_F12)
    assert desk.said() == "还有 1 种要复盘。数完再过账，或再按 F8 放弃复盘"
    desk.press(K.Key_F8)
    [_first, row] = pane.form.grid.lines()
    assert (row.counted, row.book) == (pieces(8), pieces(10))
    desk.press(K.Key_F8)
    scanner.scan("P02", 9)
    [_first, row] = pane.form.grid.lines()
    assert (row.counted, row.first) == (pieces(9), pieces(8))
    desk.press(K.Key_F12)
    assert desk.column("first_quantity") == ["", "8"]
    assert desk.column("difference_quantity") == ["0", "-1"]


def test_a_blind_count_shows_no_books(desk, scanner, shelf):
    pane = counting(desk)
    pane.form.blind.setChecked(True)
    scanner.scan("P01")
    grid = pane.form.grid
    shown = [grid.entry.columns[place].key for place in grid.arrangement.shown()]
    assert "book" not in shown
    assert "difference" not in shown
    assert pane.form.sums.texts()["有差异"] == "—"


def test_what_a_blind_count_holds_tells_nothing_of_the_books(desk, database, owner, shelf):
    pane = counting(desk)
    pane.form.blind.setChecked(True)
    heard = []
    pane.attention.connect(heard.append)
    box(desk, "2*P01")
    box(desk, "3*P02")
    cell(desk, 2, "goods", "P03")
    cell(desk, 2, "counted", "4")
    lines = pane.form.grid.lines()
    assert [(x.counted, x.book, x.difference) for x in lines] == [
        (pieces(n), None, None) for n in (2, 3, 4)
    ]
    assert all(x.mark for x in lines)
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.reading(owner) as session:
        [draft] = drafts_of(session, "stock_count")
        kept = load_draft(session, "stock_count", draft.id)["fields"]["lines"]
    assert [line["book"] for line in kept] == [None] * 3
    assert not [told for told in heard if told.get("product")]


def test_blind_lines_that_differ_are_counted_again_by_one_key(
    desk, scanner, database, owner, shelf
):
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    pane.form.blind.setChecked(True)
    box(desk, "10*P01")
    box(desk, "8*P02")
    with database.transaction(owner) as session:
        deliver(session, a_customer(session), [line(shelf["P02"], 1, 9)])
    desk.press(K.Key_F8)
    assert counted(pane) == {"P01": pieces(10), "P02": None}
    box(desk, "9*P02")
    desk.press(K.Key_F12)
    assert desk.column("book_quantity") == ["10", "9"]
    assert desk.column("difference_quantity") == ["0", "0"]


def test_the_books_come_back_when_a_count_is_blind_no_longer(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    pane.form.blind.setChecked(True)
    scanner.scan("P01", 2)
    with database.transaction(owner) as session:
        deliver(session, a_customer(session), [line(shelf["P01"], 1, 9)])
    pane.form.blind.setChecked(False)
    desk.settled()
    assert [x.book for x in pane.form.grid.lines()] == [pieces(10)]
    pane.form.blind.setChecked(True)
    assert [x.book for x in pane.form.grid.lines()] == [None]


def test_a_keeper_cannot_look_at_what_was_begun_blind(qtbot, context_of, database, owner, shelf):
    keeper = Desk(qtbot, context_of(database, actor_with("keeper")))
    pane = counting(keeper)
    pane.form.blind.setChecked(True)
    box(keeper, "9*P01")
    assert not pane.form.blind.isEnabled()
    keeper.press(K.Key_F8)
    assert keeper.said().startswith("盲盘哪些有差异")


def test_a_draft_keeps_what_each_line_knew(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    scanner.scan("P01", 2)
    desk.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)
    with database.transaction(owner) as session:
        [draft] = drafts_of(session, "stock_count")
        deliver(session, a_customer(session), [line(shelf["P01"], 1, 9)])
    desk.open("stock_count", draft.id)
    pane = desk.settled()
    [row] = pane.form.grid.lines()
    assert (row.goods.name, row.counted, row.book) == ("商品P01", pieces(2), pieces(10))
    assert not pane.form.warehouse.isEnabled()
    pick(pane.form.rest, "不动")
    desk.press(K.Key_F12)
    assert desk.column("difference_quantity") == ["-8"]
    with database.reading(owner) as session:
        assert on_hand(session, shelf["P01"]) == pieces(1)


def test_a_count_is_taken_back_with_what_it_made(desk, scanner, database, owner, shelf):
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    box(desk, "7*P02")
    desk.press(K.Key_F12)
    desk.press(K.Key_F12)
    [sheet] = [each for each in pane.findChildren(Sheet) if each.isVisible()]
    sheet.reason.field.setText("数错")
    sheet.do.click()
    desk.settled()
    assert desk.chip() == "已红冲"
    with database.reading(owner) as session:
        assert on_hand(session, shelf["P02"]) == pieces(10)


def test_a_keeper_counts_and_somebody_else_posts(qtbot, context_of, database, owner, shelf):
    desk = Desk(qtbot, context_of(database, actor_with("keeper")))
    pane = counting(desk)
    box(desk, "8*P01")
    assert action_named(pane, "settle").text() == "保存草稿"
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        assert [draft.subject for draft in drafts_of(session, "stock_count")] == ["总仓"]
    assert pane.view is None


def paste(desk, text: str) -> None:
    """From Excel into the lines, kept with Enter."""
    grid = desk.pane.form.grid
    grid.setFocus()
    grid.go_to_cell(len(grid.lines()), "goods")
    QGuiApplication.clipboard().setText(text)
    desk.press(K.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.press(K.Key_Return)


def test_a_sheet_that_was_filled_in_is_pasted_from_excel(desk, database, owner, shelf):
    with database.transaction(owner) as session:
        session.add(Barcode(code="6901", product_id=shelf["BOX"], unit="箱"))
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    box(desk, "1*P03")
    paste(desk, "P01\t9\n商品P02\t4\nP02\t6\n6901\t2\nGONE\t5\nP04\tmany\nP03\t8\n")
    assert counted(pane) == {
        "P03": pieces(1), "P01": pieces(9), "P02": pieces(10), "BOX": pieces(48),
    }  # fmt: skip
    said = [each.text for each in desk.context.messages.today()]
    assert any(text.endswith("GONE、P04、P03") for text in said)
    assert all(x.book is not None for x in pane.form.grid.lines())
    desk.press(K.Key_F12)
    assert desk.column("difference_quantity") == ["-9", "-1", "0", "0"]


def test_what_was_longest_not_counted_is_listed_by_one_key(desk, database, owner, shelf):
    pane = counting(desk)
    pick(pane.form.scope, "选定的商品")
    box(desk, "10*P01")
    desk.press(K.Key_F12)
    desk.press(K.Key_N, Qt.KeyboardModifier.ControlModifier)
    desk.press(K.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert pane.form.scope.currentText() == "选定的商品"
    assert list(counted(pane)) == ["BOX", "P01", "P02", "P03", "P04", "P05"]
    desk.act("list_class_c")
    assert "都已经列在这里" in desk.said()


def test_the_list_for_the_shelves_is_printed(desk, shelf):
    printed = []
    desk.context.more["print_pdf"] = lambda pdf, **told: printed.append((pdf, told["kind"]))
    counting(desk)
    desk.act("print_sheet")
    desk.qtbot.waitUntil(lambda: bool(printed))
    assert printed[0][0].startswith(b"%PDF")
    assert printed[0][1] == "count_sheet"


@pytest.fixture
def shop_floor(database, owner):
    """A hundred goods with barcodes, five to nine pieces of each by the books; what truly lies there more or less."""
    random = Random(3)
    with database.transaction(owner) as session:
        goods = {f"P{n:03}": a_product(session, f"P{n:03}") for n in range(GOODS)}
        session.add_all(
            Barcode(code=f"69{n:06}", product_id=each) for n, each in enumerate(goods.values())
        )
        lines = [line(each, random.randint(5, 9), 5) for each in goods.values()]
        receive(session, a_supplier(session), lines)
        a_customer(session)
    return goods, {code: random.choice((-2, -1, 0, 0, 0, 1, 2)) for code in goods}


@pytest.mark.parametrize("blind", [False, True])
def test_a_hundred_goods_are_counted_by_scanner_alone_while_another_process_sells(
    desk, scanner, database, owner, shop_floor, tmp_path, blind
):
    goods, hidden = shop_floor
    shelf, stop = tmp_path / "shelf", tmp_path / "stop"
    words = (str(tmp_path / "shop0.jxc"), str(shelf), str(stop))
    before = _levels(database, owner, goods)
    pane = counting(desk)
    pane.form.blind.setChecked(blind)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.stock.ui.seller", *words], stdout=subprocess.PIPE, text=True
    ) as till:
        desk.qtbot.waitUntil(lambda: _levels(database, owner, goods) != before, timeout=20_000)
        for place, (code, product) in enumerate(goods.items()):
            with hand_on(shelf):
                there = _levels(database, owner, {code: product})[code] + hidden[code]
                scanner.scan(f"69{place:06}", there)
            desk.qtbot.wait(2)
        stop.touch()
        sold = json.loads(till.communicate(timeout=20)[0])
    assert sum(sold.values()) > GOODS // 4
    assert not any(line_.shifted for line_ in pane.form.grid.lines())
    desk.press(K.Key_F12)
    with database.reading(owner) as session:
        view = stock_count_view(session, desk.number())
        assert [problem for rule in INVARIANTS for problem in rule.check(session)] == []
    found = {x.product: x.difference_quantity for x in view.lines}
    assert found == {code: pieces(n) for code, n in hidden.items()}
    assert _levels(database, owner, goods) == {
        code: before[code] - sold.get(code, 0) + hidden[code] for code in goods
    }


def _levels(database, owner, goods) -> dict[str, int]:
    """Whole pieces by the books."""
    with database.reading(owner) as session:
        found = on_hand_of(session, goods.values())
    return {code: found.get(product, 0) // pieces(1) for code, product in goods.items()}
