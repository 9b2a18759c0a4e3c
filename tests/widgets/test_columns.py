from dataclasses import dataclass
from datetime import date

import pytest

from jxc_desktop.widgets.chips import Chip, status_chip
from jxc_desktop.widgets.column_layout import ColumnLayout, ColumnLayouts, standard_layout
from jxc_desktop.widgets.columns import Column, Kind, Mark, allowed
from jxc_desktop.widgets.rows_model import cell_of


@dataclass(frozen=True)
class Line:
    name: str = "晨牧纯牛奶"
    spec: str = "250ml×16"
    quantity: int = 240000
    amount: int = -113772
    rate: int = 900
    day: date = date(2026, 11, 20)
    state: str = "pending"


COLUMNS = (
    Column("name", "商品", sub=lambda line: line.spec),
    Column("quantity", "数量", kind=Kind.QUANTITY),
    Column("amount", "价税合计", kind=Kind.MONEY),
    Column("cost", "成本", lambda line: 41000000, kind=Kind.COST, needs="field.cost_price"),
)


@pytest.mark.parametrize(
    ("column", "text", "right"),
    [
        (COLUMNS[0], "晨牧纯牛奶", False),
        (COLUMNS[1], "24", True),
        (COLUMNS[2], "-1,137.72", True),
        (COLUMNS[3], "41.0000", True),
        (Column("rate", "税率", kind=Kind.PERCENT), "9%", True),
        (Column("day", "日期", kind=Kind.SHORT_DAY), "11-20", False),
        (Column("spec", "规格", text=str.upper), "250ML×16", False),
    ],
)
def test_the_kind_of_a_column_decides_text_and_side(column, text, right):
    cell = cell_of(column, Line())
    assert (cell.text, cell.right) == (text, right)


def test_negative_numbers_are_bad_and_keep_their_minus():
    cell = cell_of(COLUMNS[2], Line())
    assert (cell.tone, cell.text[0]) == ("bad", "-")
    assert cell_of(COLUMNS[2], Line(amount=1)).tone == ""


def test_a_chip_and_a_mark_reach_the_cell():
    column = Column(
        "state",
        "状态",
        lambda line: status_chip(line.state),
        Kind.CHIP,
        mark=lambda line: Mark("bad", "缺货"),
    )
    cell = cell_of(column, Line())
    assert cell.chip == Chip("待审核", "warn")
    assert (cell.text, cell.mark.reason) == ("待审核", "缺货")


def test_a_chip_without_words_is_no_chip():
    cell = cell_of(Column("state", "状态", lambda _line: Chip(""), Kind.CHIP), Line())
    assert (cell.chip, cell.text) == (None, "")


def test_voided_is_struck_and_every_state_has_a_word():
    assert status_chip("voided").struck
    assert str(status_chip("reversal")) == "红字单"
    with pytest.raises(KeyError):
        status_chip("unknown")


def test_a_column_without_the_right_does_not_exist():
    keys = [column.key for column in allowed(COLUMNS, lambda right: right != "field.cost_price")]
    assert keys == ["name", "quantity", "amount"]


def test_a_layout_survives_a_program_with_other_columns():
    old = ColumnLayout(("gone", "amount", "name"), frozenset({"gone"}), {"amount": 140, "gone": 5})
    new = old.fitted(COLUMNS)
    assert new.order == ("amount", "cost", "name", "quantity")
    assert (new.hidden, dict(new.widths)) == (frozenset(), {"amount": 140})


def test_a_layout_never_hides_everything():
    every = frozenset(column.key for column in COLUMNS)
    assert ColumnLayout(tuple(every), every).fitted(COLUMNS).hidden == frozenset()


def test_named_layouts_are_kept_chosen_and_dropped(settings):
    layouts = ColumnLayouts(settings, "delivery.lines", COLUMNS)
    assert layouts.load() == standard_layout(COLUMNS)
    narrow = ColumnLayout(("name", "quantity", "amount", "cost"), frozenset({"cost"}), {"name": 90})
    layouts.save(narrow, "窄列")
    again = ColumnLayouts(settings, "delivery.lines", COLUMNS)
    assert (again.current_name(), again.load(), again.names()) == ("窄列", narrow, ["窄列"])
    again.forget("窄列")
    assert (again.current_name(), again.load()) == ("", standard_layout(COLUMNS))


@pytest.mark.parametrize("broken", [7, [], {"": 3}, {"": {"order": 1, "hidden": [], "widths": {}}}])
def test_a_broken_layout_falls_back_silently(settings, broken):
    settings.write("grids/x/kept", broken)
    assert ColumnLayouts(settings, "x", COLUMNS).load() == standard_layout(COLUMNS)
