"""A foreign table put right in memory: what is changed, left out, listed, added up and accounted for."""

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.imports.amending import NONE, amended_sheet, amended_table, by_hand
from jxc_desktop.imports.checking import check
from jxc_desktop.imports.dealing import Dealt, alike, findings, parted, suggested
from jxc_desktop.imports.fields import opening_stock_fields, product_fields
from jxc_desktop.imports.grid import Sheet
from jxc_desktop.imports.headings import likely_header, map_headings
from jxc_desktop.imports.reckoning import Fate, reckoning
from jxc_desktop.imports.source import Known, Source
from jxc_desktop.imports.sums import column_sums

GOODS = Source("products", "商品", product_fields(), ("code", "barcode"), ("name", "spec"))
STOCK = Source("opening_stock", "期初库存", opening_stock_fields())
WRONG = "6901234567890"
RIGHT = "6901234567892"
MILK, MILK_RIGHT = "6902233445561", "6902233445563"


@pytest.fixture
def goods(sheet):
    return sheet(
        ["编号", "名称", "条码"],
        ["1", "蛋", WRONG],
        ["2", "奶", MILK],
        ["3", "糖", RIGHT],
        ["4", "盐", WRONG],
    )


def look(sheet, amendments=NONE, source=GOODS, lookup=None):
    header = map_headings(sheet, source.kind)
    return check(source, amended_table(sheet, header, source, amendments), lookup)


def bad(checked):
    return [(problem.row, problem.at) for problem in checked.problems]


def test_a_changed_cell_is_checked_as_if_it_stood_in_the_file(goods):
    before = look(goods)
    assert bad(before) == [(2, 2), (3, 2), (5, 2)]
    amended = NONE.with_cells(suggested(before.problems[1:2]), before.problems[1:2])
    assert bad(look(goods, amended)) == [(2, 2), (5, 2)]
    assert goods.rows[2][2] == MILK


def test_a_change_can_make_another_row_wrong_and_leaving_one_out_can_make_it_right(goods):
    amended = NONE.with_cells({(2, 2): RIGHT}, ())
    assert bad(look(goods, amended)) == [(3, 2), (4, 2), (5, 2)]
    assert bad(look(goods, amended.without([2], ()))) == [(3, 2), (5, 2)]


def test_rows_left_out_come_back_with_their_changes(goods):
    first = look(goods).problems
    amended = NONE.with_cells({(2, 2): "x"}, first[:1]).without([2, 3], first[1:2])
    assert amended.left_out == {2, 3}
    back = amended.with_rows([2, 3])
    assert (back.left_out, back.cells, back.settled) == (frozenset(), {(2, 2): "x"}, first[:1])


def test_a_cell_beyond_the_end_of_its_row_can_be_filled_and_emptied(sheet):
    page = sheet(["编号", "名称", "条码"], ["1"])
    filled = amended_sheet(page, NONE.with_cells({(2, 1): "蛋"}, ()))
    assert filled.rows[1] == ("1", "蛋")
    assert amended_sheet(filled, NONE.with_cells({(2, 1): None}, ())).rows[1] == ("1",)


def test_the_list_keeps_what_was_dealt_with_in_its_place(goods):
    first = look(goods)
    amended = NONE.with_cells({(3, 2): "6902233445568"}, first.problems[1:2])
    amended = amended.without([5], [p for p in first.problems if p.row == 5])
    lines = findings(look(goods, amended), amended)
    assert [(each.problem.row, each.dealt) for each in lines if not each.problem.notice] == [
        (2, Dealt.OPEN), (3, Dealt.OPEN), (5, Dealt.LEFT_OUT),
    ]  # fmt: skip
    amended = amended.with_cells(suggested(first.problems[1:2]), first.problems[1:2])
    lines = findings(look(goods, amended), amended)
    assert [each.dealt for each in lines if each.problem.row == 3 and not each.problem.notice] == [
        Dealt.CHANGED
    ]
    assert lines[1].problem.value == MILK


def test_a_row_without_fault_that_is_left_out_is_listed_too(goods):
    amended = NONE.without([4], [by_hand(4)])
    lines = findings(look(goods, amended), amended)
    assert [each.problem.row for each in lines if each.dealt is Dealt.LEFT_OUT] == [4]


def test_problems_that_say_the_same_of_other_things_are_alike(goods):
    first = look(goods).problems
    assert [p.row for p in alike(first[0], first)] == [2, 3, 5]
    assert suggested(first) == {(2, 2): RIGHT, (3, 2): MILK_RIGHT, (5, 2): RIGHT}


def test_other_problems_of_the_column_are_not_alike(sheet):
    found = look(
        sheet(["编号", "名称", "条码"], ["1", "蛋", WRONG], ["2", "奶", "6.9E+12"])
    ).problems
    assert [p.row for p in alike(found[0], found)] == [2]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("校验位不对，末位应为 2。对照实物改正", ("校验位不对，末位应为 2", "对照实物改正")),
        ("the factor 1.5 is wrong. Type a number", ("the factor 1.5 is wrong", "Type a number")),
        ("看不懂", ("看不懂", "")),
        ("看不懂。", ("看不懂", "")),
    ],
)
def test_what_is_wrong_and_what_to_do_stand_apart(text, parts):
    assert parted(text) == parts


STOCKED = [
    ["编号", "名称", "库存", "金额"],
    ["1", "蛋", 10, 12.5],
    ["2", "奶", "3箱5瓶", 7.5],
    ["小计", None, 13, 20],
    ["3", "糖", 4, 1],
    ["4", "盐", 6, "坏"],
    ["合计", None, 20, 21],
]


def sums(sheet, amendments=NONE, there=()):
    def lookup(fields, wanted):
        return {key: Known(1, {}) for key in wanted if key[0] in there}

    page = sheet(*STOCKED)
    header = map_headings(page, "opening_stock")
    source = Source("opening_stock", "期初库存", opening_stock_fields(), ("product",))
    original = amended_table(page, header, source)
    table = amended_table(page, header, source, amendments)
    found = check(source, table, lookup)
    return {each.heading: each for each in column_sums(source, original, table, found)}


def test_sums_stand_beside_the_files_own(sheet):
    found = sums(sheet, NONE.without([6], ()), there={"3"})
    money = found["金额"]
    assert (money.told, money.listed, money.written, money.there) == (2100, 2100, 2000, 100)
    assert (money.left_out, money.changed, money.gap, money.uncounted) == (0, 0, 0, 1)
    count = found["库存"]
    assert (count.told, count.listed, count.written) == (200_000, 200_000, 100_000)
    assert (count.there, count.left_out, count.uncounted) == (40_000, 60_000, 1)


def test_a_changed_cell_shows_as_a_change_and_a_wrong_total_as_the_files_own(sheet):
    found = sums(sheet, NONE.with_cells({(2, 2): 11, (6, 3): "0.5"}, ()))
    assert found["库存"].changed == 10_000
    assert (found["金额"].changed, found["金额"].gap) == (50, 0)


def test_every_row_has_its_fate(goods):
    first = look(goods)
    amended = NONE.without([2, 3, 5], first.problems)
    header = map_headings(goods, "products")

    def lookup(fields, wanted):
        return {key: Known(1, {"code": "3", "name": "糖"}) for key in wanted if key == ("3",)}

    found = look(goods, amended, lookup=lookup)
    fates = reckoning(amended_table(goods, header, GOODS), found, amended)
    assert [(each.row, each.code, each.name, each.fate) for each in fates] == [
        (2, "1", "蛋", Fate.LEFT_OUT),
        (3, "2", "奶", Fate.LEFT_OUT),
        (4, "3", "糖", Fate.THERE),
        (5, "4", "盐", Fate.LEFT_OUT),
    ]
    assert "校验位" in fates[0].reason
    assert fates[2].reason == ""


def test_a_header_nobody_knows_is_taken_from_where_it_was_seen():
    page = Sheet("表", (("我的店",), ("甲", "乙", "丙"), ("1", "蛋", "2.5"), ("2", "奶")))
    assert likely_header(page) == 1
    found = map_headings(page, "products", {"乙": "name"}, header_row=1)
    assert (found.header_row, found.headings, dict(found.columns)) == (
        1,
        ("甲", "乙", "丙"),
        {"name": (1,)},
    )
    assert found.unknown == ("甲", "丙")


def test_a_blank_row_is_no_header():
    with pytest.raises(InvalidInput, match="没有认出表头"):
        map_headings(Sheet("表", ((), ("1",))), "products", header_row=0)
