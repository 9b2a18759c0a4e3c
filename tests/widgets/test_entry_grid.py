"""A delivery typed by keys: products by pinyin, quantities, discounts, undo, paste."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.numbers import line_amount
from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.entry_columns import EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_discount, parse_price, parse_quantity
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.scanner import ScanFilter
from jxc_desktop.widgets.tokens import LIGHT

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
K = Qt.Key


@dataclass(frozen=True)
class Product:
    code: str
    name: str
    spec: str
    pinyin: str
    price: int | None
    stock: int


SHELF = [
    Product("100213", "清溪天然水", "550ml×24", "qxtrs", 26500000, 3120000),
    Product("100735", "晨牧纯牛奶", "250ml×16", "cmcnn", 52000000, 1380000),
    Product("100736", "晨牧纯牛奶 低脂", "250ml×16", "cmcnndz", None, 720000),
    Product("100587", "金穗花生油", "5L", "jshsy", 79800000, 1540000),
]


@dataclass(frozen=True)
class Line:
    product: Product | None = None
    quantity: int = 10000
    price: int | None = None
    discount: int = 0

    @property
    def amount(self):
        return line_amount(self.quantity, self.price or 0, self.discount)


def find(text, line, then):
    then([product for product in SHELF if text in product.pinyin + product.code + product.name])


def take(line, product):
    return replace(line, product=product, price=product.price)


def with_quantity(line, text):
    quantity = parse_quantity(text, {"箱": 10000})
    if quantity == 0:
        raise Refused("数量不能是 0。删行按 Ctrl+Del")
    return replace(line, quantity=quantity)


def row_of(product, lines):
    return next((row for row, line in enumerate(lines) if line.product == product), None)


def short(line):
    if line.product and line.quantity > line.product.stock:
        return Mark("bad", f"总仓的 {line.product.name} 不够")
    return None


SUGGESTIONS = Suggestions(
    (
        Column("code", "编号", kind=Kind.CODE, muted=True),
        Column("name", "商品", width=220, stretch=True, sub=lambda product: product.spec),
        Column("stock", "总仓可用", kind=Kind.QUANTITY, width=80),
    ),
    keys=(("F2", "完整查询"), ("Ctrl+N", "新商品")),
)
COLUMNS = (
    number_column(),
    EntryColumn(
        "product",
        "商品",
        lambda line: line.product.name if line.product else "",
        stretch=True,
        width=160,
        sub=lambda line: line.product.spec if line.product else "",
        suggestions=SUGGESTIONS,
        suggest=find,
        take=take,
        row_of=row_of,
        copy=lambda line, above: take(line, above.product),
        wants=lambda line: True,
        latin=False,
    ),
    EntryColumn(
        "quantity",
        "数量",
        kind=Kind.QUANTITY,
        edit=with_quantity,
        wants=lambda line: True,
        counts=True,
        mark=short,
    ),
    EntryColumn(
        "price",
        "含税单价",
        kind=Kind.PRICE,
        edit=lambda line, text: replace(line, price=parse_price(text)),
        wants=lambda line: line.product is not None and line.price is None,
    ),
    EntryColumn(
        "discount",
        "折扣",
        kind=Kind.DISCOUNT,
        edit=lambda line, text: replace(line, discount=parse_discount(text)),
        fix=lambda line: replace(line, discount=0),
    ),
    EntryColumn("amount", "价税合计", kind=Kind.MONEY),
)


@pytest.fixture
def grid(qtbot, dressed):
    window = QWidget()
    window.before, window.after = QLineEdit(), QLineEdit()
    grid = EntryGrid(COLUMNS, Line)
    layout = QVBoxLayout(window)
    for widget in (window.before, grid, window.after):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(760, 420)
    window.show()
    qtbot.waitActive(window)
    grid.setFocus()
    grid.said = []
    grid.told.connect(grid.said.append)
    grid.refused.connect(grid.said.append)
    grid.desk = window
    qtbot.waitUntil(grid.cell.editor.hasFocus)
    return grid


def type_character(target, character):
    """QTest knows ASCII only."""
    key = ord(character.upper()) if character.isascii() else 0
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
        QGuiApplication.sendEvent(target, event)


def keys(grid, *pressed):
    """Type texts and press keys in whatever has the focus; a tuple is a key with modifiers."""
    for one in pressed:
        target = QGuiApplication.focusObject()
        if isinstance(one, str):
            for character in one:
                type_character(target, character)
        elif isinstance(one, tuple):
            QTest.keyClick(target, one[0], one[1])
        else:
            QTest.keyClick(target, one)


def add(grid, search, quantity="1"):
    keys(grid, search, K.Key_Return, quantity, K.Key_Return)


def place(grid):
    index = grid.currentIndex()
    return index.row(), grid.entry.columns[index.column()].key


def test_it_is_open_from_the_start_and_enter_walks_what_needs_a_person(grid):
    assert place(grid) == (0, "product")
    keys(grid, "qxtrs", K.Key_Return)
    assert grid.lines() == (Line(SHELF[0], price=26500000),)
    assert place(grid) == (0, "quantity")
    keys(grid, "40", K.Key_Return)
    assert place(grid) == (1, "product")
    assert grid.lines()[0].amount == 106000
    assert [grid.entry.cell(0, c).text for c in range(6)] == [
        "1",
        "清溪天然水",
        "40",
        "26.50",
        "",
        "1,060.00",
    ]


def test_enter_stops_at_the_price_only_when_there_is_none(grid):
    keys(grid, "cmcnndz", K.Key_Return, "24", K.Key_Return)
    assert place(grid) == (0, "price")
    keys(grid, "50.4", K.Key_Return)
    assert place(grid) == (1, "product")
    assert grid.lines()[0].price == 50400000


def test_tab_goes_to_the_next_cell_whatever_it_is_and_shift_back(grid):
    add(grid, "qxtrs")
    grid.go_to_cell(0)
    seen = []
    for _ in range(4):
        keys(grid, K.Key_Tab)
        seen.append(place(grid))
    assert seen == [(0, "quantity"), (0, "price"), (0, "discount"), (1, "product")]
    keys(grid, (K.Key_Backtab, SHIFT), (K.Key_Return, SHIFT))
    assert place(grid) == (0, "quantity")


def test_tab_leaves_the_grid_at_its_ends(grid):
    for _ in range(4):
        keys(grid, K.Key_Tab)
    assert grid.desk.after.hasFocus()
    keys(grid, (K.Key_Backtab, SHIFT))
    assert grid.cell.editor.hasFocus()


def test_the_popup_finds_chooses_and_never_takes_the_focus(qtbot, grid):
    keys(grid, "cmcnn")
    popup = grid.cell.search.popup
    qtbot.waitUntil(popup.isVisible)
    assert popup.count == 2
    assert popup.words() == "“cmcnn”找到 2 个"
    assert grid.cell.editor.hasFocus()
    with qtbot.waitSignal(grid.choice_looked_at) as looked:
        keys(grid, K.Key_Down)
    assert looked.args == [SHELF[2]]
    keys(grid, K.Key_Return)
    assert not popup.isVisible()
    assert grid.lines()[0].product == SHELF[2]


def test_the_popup_stands_below_the_cell_or_above_for_want_of_room(qtbot, grid):
    keys(grid, "cmcnn")
    popup = grid.cell.search.popup
    qtbot.waitUntil(popup.isVisible)
    cell_top = grid.cell.editor.mapToGlobal(QPoint(0, 0)).y()
    assert popup.y() >= cell_top + grid.cell.editor.height()
    keys(grid, K.Key_Escape)
    screen = grid.screen().availableGeometry()
    grid.desk.move(0, screen.bottom() - 90)
    keys(grid, "n")
    qtbot.waitUntil(popup.isVisible)
    cell_top = grid.cell.editor.mapToGlobal(QPoint(0, 0)).y()
    assert popup.geometry().bottom() - 20 <= cell_top


def test_what_is_not_found_is_said_and_nothing_is_lost(qtbot, grid):
    keys(grid, "zzz", K.Key_Return)
    assert grid.said == ["没有“zzz”。换个说法"]
    assert grid.cell.editor.text() == "zzz"
    assert grid.lines() == ()


def test_a_product_that_is_already_there_is_gone_to(qtbot, grid):
    add(grid, "qxtrs", "40")
    keys(grid, "qxtrs", K.Key_Return)
    assert place(grid) == (0, "quantity")
    assert grid.said == ["已在第 1 行"]
    assert len(grid.lines()) == 1


def test_quantities_and_discounts_are_typed_as_people_do(grid):
    add(grid, "qxtrs", "12*24+5")
    assert grid.lines()[0].quantity == 2930000
    grid.go_to_cell(0, "discount")
    keys(grid, "9.5折", K.Key_Return)
    assert grid.lines()[0].discount == 500
    assert grid.entry.cell(0, 4).text == "95折"


def test_a_code_in_the_quantity_is_a_scan(qtbot, grid):
    add(grid, "qxtrs", "3")
    grid.go_to_cell(0, "quantity")
    with qtbot.waitSignal(grid.code_typed) as scan:
        keys(grid, "6901234567892", K.Key_Return)
    assert scan.args == ["6901234567892"]
    assert grid.lines()[0].quantity == 30000
    assert grid.cell.editor.text() == "3"


def test_a_refused_text_marks_its_cell_and_keeps_the_cursor(grid):
    add(grid, "qxtrs", "3")
    grid.go_to_cell(0, "quantity")
    keys(grid, "0", K.Key_Return)
    assert place(grid) == (0, "quantity")
    assert grid.said == ["数量不能是 0。删行按 Ctrl+Del"]
    assert grid.entry.mark_at(0, 2) == Mark("bad", "数量不能是 0。删行按 Ctrl+Del")
    keys(grid, (K.Key_A, CTRL), "5", K.Key_Return)
    assert grid.entry.mark_at(0, 2) is None
    assert grid.lines()[0].quantity == 50000


def test_the_reason_of_a_mark_is_told_when_the_cursor_comes(qtbot, grid):
    add(grid, "jshsy", "300")
    reasons = []
    grid.reason_changed.connect(reasons.append)
    grid.go_to_cell(0, "quantity")
    assert reasons == ["总仓的 金穗花生油 不够"]
    keys(grid, K.Key_Escape)
    image = grid.viewport().grab().toImage()
    grid.go_to_cell(1)
    image = grid.viewport().grab().toImage()
    corner = grid.visualRect(grid.entry.index(0, 2)).topLeft()
    assert image.pixelColor(corner + QPoint(1, 14)) == QColor(LIGHT.bad)


def test_an_error_of_the_service_is_shown_at_its_place(grid):
    add(grid, "qxtrs")
    grid.mark(0, "price", "低于最低售价 75.00")
    assert place(grid) == (0, "price")
    assert grid.entry.cell(0, 3).mark.reason == "低于最低售价 75.00"


def test_enter_on_the_empty_line_leaves_for_the_foot(qtbot, grid):
    add(grid, "qxtrs")
    with qtbot.waitSignal(grid.finished):
        keys(grid, K.Key_Return)


def test_every_step_is_undone_and_done_again(grid):
    add(grid, "qxtrs", "40")
    add(grid, "jshsy", "30")
    keys(grid, K.Key_Up, (K.Key_Delete, CTRL))
    assert [line.product.code for line in grid.lines()] == ["100213"]
    keys(grid, (K.Key_Z, CTRL))
    assert [line.quantity for line in grid.lines()] == [400000, 300000]
    assert grid.said[-1] == "已撤销：删第 2 行"
    for _ in range(4):
        keys(grid, (K.Key_Z, CTRL))
    assert grid.lines() == ()
    for _ in range(5):
        keys(grid, (K.Key_Y, CTRL))
    assert [line.product.code for line in grid.lines()] == ["100213"]


def test_undo_first_takes_back_what_is_being_typed(grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    keys(grid, "99", (K.Key_Z, CTRL))
    assert (grid.cell.editor.text(), grid.lines()[0].quantity) == ("40", 400000)


def test_lines_move_insert_and_copy_from_above(grid):
    add(grid, "qxtrs", "40")
    add(grid, "jshsy", "30")
    grid.go_to_cell(1, "quantity")
    keys(grid, (K.Key_Up, ALT))
    assert [line.product.code for line in grid.lines()] == ["100587", "100213"]
    assert place(grid) == (0, "quantity")
    keys(grid, K.Key_Down, (K.Key_D, CTRL))
    assert grid.lines()[1].quantity == 300000
    keys(grid, K.Key_Insert)
    assert [line.product and line.product.code for line in grid.lines()] == [
        "100587",
        None,
        "100213",
    ]
    grid.go_to_cell(1, "product")
    keys(grid, (K.Key_D, CTRL))
    assert grid.lines()[1].product.code == "100587"


def test_arrows_walk_between_cells_until_something_is_typed(grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    keys(grid, K.Key_Right)
    assert place(grid) == (0, "price")
    keys(grid, K.Key_Left, "12", K.Key_Left)
    assert place(grid) == (0, "quantity")
    assert grid.cell.editor.cursorPosition() == 1
    keys(grid, K.Key_Down)
    assert place(grid) == (1, "quantity")
    assert grid.lines()[0].quantity == 120000


def test_f4_mends_a_marked_cell_and_other_keys_ask_the_pane(qtbot, grid):
    add(grid, "qxtrs")
    asked = []
    grid.asked.connect(asked.append)
    grid.go_to_cell(0, "discount")
    keys(grid, "8折", K.Key_Return)
    grid.go_to_cell(0, "discount")
    keys(grid, K.Key_F4)
    assert grid.lines()[0].discount == 0
    grid.go_to_cell(0, "quantity")
    keys(grid, K.Key_F2, K.Key_F3, K.Key_F4, (K.Key_N, CTRL))
    assert asked == ["search", "prices", "chooser", "new"]


def test_escape_takes_back_the_cell_then_leaves(qtbot, grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    keys(grid, "7", K.Key_Escape)
    assert grid.cell.editor.text() == "40"
    with qtbot.waitSignal(grid.escaped):
        keys(grid, K.Key_Escape)


def test_leaving_the_grid_takes_what_was_typed(qtbot, grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    keys(grid, "41")
    grid.desk.after.setFocus()
    assert grid.lines()[0].quantity == 410000
    grid.setFocus()
    keys(grid, "0")
    grid.desk.after.setFocus()
    assert grid.lines()[0].quantity == 410000
    assert grid.said[-1].startswith("数量不能是 0")


def test_a_click_settles_one_cell_and_opens_the_other(qtbot, grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    keys(grid, "12")
    target = grid.visualRect(grid.entry.index(0, 3)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert grid.lines()[0].quantity == 120000
    assert place(grid) == (0, "price")
    assert grid.cell.editor.hasFocus()


def test_a_block_is_copied_as_excel_reads_it(grid):
    add(grid, "qxtrs", "40")
    add(grid, "jshsy", "30")
    grid.go_to_cell(0, "quantity")
    keys(grid, (K.Key_Right, SHIFT), (K.Key_Down, SHIFT), (K.Key_C, CTRL))
    assert QGuiApplication.clipboard().text() == "40\t26.50\n30\t79.80"


def test_a_pasted_block_is_shown_first_then_kept_or_dropped(grid):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, "quantity")
    QGuiApplication.clipboard().setText("50\t25.5\n6\tsix\r\n")
    keys(grid, (K.Key_V, CTRL))
    assert grid.said[-1] == "粘贴了 2 行，1 格看不懂，没有改。Enter 保留，Esc 放弃"
    assert [grid.entry.row_style(row) for row in (0, 1, 2)] == ["fresh", "fresh", "normal"]
    assert grid.lines()[0].quantity == 400000
    keys(grid, K.Key_Escape)
    assert len(grid.entry.lines) == 1
    keys(grid, (K.Key_V, CTRL), K.Key_Return)
    assert [line.quantity for line in grid.lines()] == [500000, 60000]
    assert grid.entry.mark_at(1, 3) is not None
    keys(grid, (K.Key_Z, CTRL))
    assert [line.quantity for line in grid.lines()] == [400000]


def test_a_pane_may_read_the_block_itself(grid):
    seen = []

    def read(block, names, then):
        seen.append((block, names[0]))
        then([take(Line(), SHELF[1]), take(Line(), SHELF[3])])
        return True

    grid.blocks.reader = read
    QGuiApplication.clipboard().setText("100735\t1\n100587\t2")
    keys(grid, (K.Key_V, CTRL), K.Key_Return)
    assert seen == [([["100735", "1"], ["100587", "2"]], "product")]
    assert [line.product.code for line in grid.lines()] == ["100735", "100587"]


def test_a_scan_adds_a_line_and_what_is_found_later_is_no_step(qtbot, grid):
    grid.append(Line(SHELF[2]), "扫码")
    with qtbot.waitSignal(grid.lines_changed):
        grid.amend(lambda line: line.price is None, lambda line: replace(line, price=50400000))
    assert grid.lines()[0].price == 50400000
    grid.go_to_cell(0, "quantity")
    keys(grid, (K.Key_Z, CTRL))
    assert grid.lines() == ()


def test_cells_are_read_out(grid):
    add(grid, "jshsy", "300")
    spoken = grid.entry.data(grid.entry.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "第 1 行，数量，300，总仓的 金穗花生油 不够"
    grid.go_to_cell(0, "quantity")
    assert grid.cell.editor.accessibleName() == "数量"


def test_the_input_method_reaches_only_cells_for_words(grid):
    reaches = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert grid.cell.editor.testAttribute(reaches)
    add(grid, "qxtrs")
    grid.go_to_cell(0, "quantity")
    assert not grid.cell.editor.testAttribute(reaches)


@pytest.mark.parametrize("key", ["product", "quantity"])
def test_a_scan_in_a_cell_leaves_the_cell_as_it_was(qtbot, qapp, grid, key):
    add(grid, "qxtrs", "40")
    grid.go_to_cell(0, key)
    scans, codes = ScanFilter(qapp), []
    scans.scanned.connect(codes.append)
    qapp.installEventFilter(scans)
    try:
        for moment, character in enumerate("6901234567892\r"):
            code = K.Key_Return if character == "\r" else ord(character)
            event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(5_000_000 + 6 * moment)
            QGuiApplication.sendEvent(grid.cell.editor, event)
    finally:
        qapp.removeEventFilter(scans)
    assert codes == ["6901234567892"]
    assert place(grid) == (0, key)
    assert not grid.cell.typing
    qtbot.wait(200)
    assert not (grid.cell.search and grid.cell.search.open)
    assert len(grid.lines()) == 1


def painted_by(qtbot, grid, act) -> set[int]:
    """The rows whose cells were painted after something was done."""
    qtbot.wait(50)
    rows, cell = set(), grid.entry.cell
    grid.entry.cell = lambda row, column: (rows.add(row), cell(row, column))[1]
    act()
    qtbot.waitUntil(lambda: bool(rows))
    qtbot.wait(50)
    grid.entry.cell = cell
    return rows


def twenty(grid) -> None:
    grid.start([take(Line(), SHELF[number % 4]) for number in range(20)])
    grid.go_to_cell(0)


def test_going_on_to_another_line_paints_the_two_lines_alone(qtbot, grid):
    twenty(grid)
    assert painted_by(qtbot, grid, lambda: grid.go_to_cell(3, "quantity")) == {0, 3}


def test_a_line_that_comes_at_the_foot_paints_no_line_above_it(qtbot, grid):
    grid.start([take(Line(), SHELF[0]) for _ in range(5)])
    grid.go_to_cell(5)
    added = take(Line(), SHELF[1])
    assert painted_by(qtbot, grid, lambda: grid.append(added, "加一行")) <= {5, 6}
    assert [grid.entry.cell(5, 1).text, grid.entry.cell(6, 1).text] == [SHELF[1].name, ""]


def test_scrolling_by_a_line_paints_what_came_into_sight(qtbot, grid):
    twenty(grid)
    bar = grid.verticalScrollBar()
    assert bar.maximum() > 0
    seen = len(grid._rows_in_sight())
    rows = painted_by(qtbot, grid, lambda: bar.setValue(bar.value() + grid.rowHeight(0)))
    assert len(rows) < seen / 2
