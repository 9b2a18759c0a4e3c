from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from jxc_desktop.widgets.columns import Column, Kind, Mark
from jxc_desktop.widgets.paged_model import KEPT_PAGES, PAGE, Page, PagedModel
from jxc_desktop.widgets.rows_model import VALUE_ROLE, RowsModel, RowStyle


@dataclass(frozen=True)
class Product:
    id: int
    name: str
    stock: int | None


COLUMNS = (
    Column("name", "商品"),
    Column(
        "stock",
        "可用",
        kind=Kind.QUANTITY,
        mark=lambda row: Mark("bad", "只够 18 桶") if row.stock == 180000 else None,
    ),
)
ROWS = [
    Product(1, "清溪天然水", 3120000),
    Product(2, "金穗花生油", 180000),
    Product(3, "手提袋", None),
]


@pytest.fixture
def model(qapp):
    model = RowsModel(COLUMNS)
    model.set_rows(ROWS)
    return model


def test_it_is_a_sound_model(qtmodeltester, model):
    qtmodeltester.check(model)


def test_a_cell_is_read_out_with_row_column_text_and_reason(model):
    index = model.index(1, 1)
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "第 2 行，可用，18，只够 18 桶"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == "只够 18 桶"
    assert model.data(index, VALUE_ROLE) == 180000


def test_sorting_puts_what_is_unknown_last_either_way(model):
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert [row.id for row in model.loaded_rows()] == [2, 1, 3]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.id for row in model.loaded_rows()] == [1, 2, 3]
    model.set_rows([Product(4, "稻花香大米", 9), *ROWS])
    assert [row.id for row in model.loaded_rows()] == [1, 2, 4, 3]
    model.sort(-1)
    assert [row.id for row in model.loaded_rows()] == [4, 1, 2, 3]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ([*ROWS, Product(4, "稻花香大米", 9)], ["inserted 3-3"]),
        (ROWS[:1], ["removed 1-2"]),
        ([ROWS[0], Product(2, "金穗花生油", 170000), ROWS[2]], ["changed 1-1"]),
        ([ROWS[1], ROWS[2]], ["changed 0-0", "changed 1-1", "removed 2-2"]),
        (list(ROWS), []),
        ([], ["removed 0-2"]),
    ],
)
def test_only_what_is_new_among_the_rows_is_told(qtmodeltester, model, now, said):
    told = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"inserted {first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"removed {first}-{last}"))
    model.dataChanged.connect(
        lambda first, last: told.append(f"changed {first.row()}-{last.row()}")
    )
    model.modelReset.connect(lambda: told.append("all"))
    model.become(now)
    assert (list(model.loaded_rows()), told) == (now, said)
    qtmodeltester.check(model)


def test_cells_are_made_once_while_their_row_stands(qapp):
    made = []
    name = Column("name", "商品", lambda row: made.append(row.id) or row.name)
    model = RowsModel((name,), remembers=True)
    model.set_rows(ROWS[:2])
    for _ in range(3):
        assert [model.cell(row, 0).text for row in (0, 1)] == ["清溪天然水", "金穗花生油"]
    assert made == [1, 2]
    model.become([ROWS[0], Product(2, "金穗菜籽油", 1)])
    assert [model.cell(row, 0).text for row in (0, 1)] == ["清溪天然水", "金穗菜籽油"]
    assert made == [1, 2, 2]


def test_sorted_rows_are_all_new_when_one_is(model):
    model.sort(1, Qt.SortOrder.AscendingOrder)
    model.become([Product(4, "稻花香大米", 9), *ROWS])
    assert [row.id for row in model.loaded_rows()] == [4, 2, 1, 3]


def test_rows_can_stand_out(qapp):
    model = RowsModel(COLUMNS, style=lambda row: RowStyle.GROUP if row.id == 1 else RowStyle.NORMAL)
    model.set_rows(ROWS)
    assert [model.row_style(row) for row in (0, 1, 9)] == ["group", "normal", "normal"]


class Source:
    """A list of `count` products that answers when told to, and remembers what it was asked."""

    def __init__(self, count):
        self.count = count
        self.asked = []
        self.waiting = []

    def fetch(self, request, then):
        self.asked.append(request)
        self.waiting.append((request, then))

    def answer(self):
        waiting, self.waiting = self.waiting, []
        for request, then in waiting:
            numbers = range(request.offset, min(request.offset + request.limit, self.count))
            rows = [Product(n, f"商品 {n}", n) for n in numbers]
            then(Page(rows, None if request.counted else self.count))


@pytest.fixture
def source():
    return Source(1_000_000)


@pytest.fixture
def paged(qapp, source):
    model = PagedModel(COLUMNS, source.fetch)
    model.reload()
    source.answer()
    return model


def test_a_long_list_is_fetched_as_it_comes_into_sight(qtbot, paged, source):
    assert paged.rowCount() == 1_000_000
    assert paged.cell(0, 0).text == "商品 0"
    assert paged.cell(500_000, 0).text == ""
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    with qtbot.waitSignal(paged.dataChanged):
        source.answer()
    assert paged.cell(500_000, 0).text == "商品 500000"
    assert source.asked[1].offset == 500_000 // PAGE * PAGE


def test_the_next_page_is_asked_for_by_key(qtbot, paged, source):
    paged.row_at(PAGE)
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    assert source.asked[1].after == Product(PAGE - 1, f"商品 {PAGE - 1}", PAGE - 1)


def test_a_page_is_asked_for_once_while_it_is_on_its_way(qtbot, paged, source):
    for row in range(PAGE, 2 * PAGE):
        paged.row_at(row)
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    paged.row_at(PAGE + 5)
    paged._ask_wanted()
    assert len(source.asked) == 2


def test_far_pages_are_forgotten(qtbot, paged, source):
    for number in range(1, KEPT_PAGES + 10):
        paged.row_at(number * PAGE)
        paged._ask_wanted()
        source.answer()
    assert len(paged._pages) == KEPT_PAGES
    assert paged.loaded_between(0, PAGE - 1) == []


def test_an_answer_to_an_older_filter_is_dropped(paged, source):
    paged.reload()
    paged.reload()
    source.count = 7
    first, second = source.waiting
    source.waiting = [second]
    source.answer()
    source.waiting, source.count = [first], 999
    source.answer()
    assert paged.rowCount() == 7


def test_sorting_asks_the_database(paged, source):
    paged.sort(1, Qt.SortOrder.DescendingOrder)
    assert (source.asked[-1].sort, source.asked[-1].descending) == ("stock", True)
    assert source.asked[-1].offset == 0


def test_what_is_on_screen_stays_until_the_answer_comes(paged, source):
    paged.reload()
    assert paged.cell(3, 0).text == "商品 3"
