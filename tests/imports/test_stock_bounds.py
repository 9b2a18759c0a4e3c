"""Bounds by warehouse come from a table; what a row leaves blank stays."""

import pytest

from jxc_desktop.imports.stock_bounds import stock_bounds
from jxc_desktop.stock.bounds import BoundDraft, set_bound
from jxc_desktop.stock.queries import bounds_of
from jxc_desktop.stock.warehouses import WarehouseDraft, save_warehouse
from tests.imports.test_products import counts
from tests.shopkeeping import MAIN, a_product, pieces

HEAD = "商品编号,商品名称,仓库,下限,上限\n"


@pytest.fixture
def goods(any_database, owner) -> dict[str, int]:
    """A and B, and an east warehouse; ids by code."""
    with any_database.transaction(owner) as session:
        place = save_warehouse(session, WarehouseDraft("东库", "EAST"))
        return {"A": a_product(session, "A"), "B": a_product(session, "B"), "EAST": place}


def bounds(database, owner, product: int) -> dict[str, tuple[int | None, int | None]]:
    with database.reading(owner) as session:
        return {x.name: (x.least, x.most) for x in bounds_of(session, product)}


def test_bounds_come_by_code_name_and_warehouse(any_database, owner, run, goods):
    text = HEAD + "A,,东库,5,20\n,商品B,EAST,,8\nB,,,2.5,\n"
    assert counts(run(any_database, stock_bounds(), text)) == (3, 3, 0, 0)
    assert bounds(any_database, owner, goods["A"])["东库"] == (pieces(5), pieces(20))
    assert bounds(any_database, owner, goods["B"]) == {
        "东库": (None, pieces(8)), "总仓": (25_000, None),
    }  # fmt: skip


def test_a_list_read_again_changes_what_differs_and_keeps_what_is_blank(
    any_database, owner, run, goods
):
    with any_database.transaction(owner) as session:
        set_bound(session, BoundDraft(goods["A"], MAIN, pieces(3), pieces(9)))
        set_bound(session, BoundDraft(goods["B"], MAIN, pieces(1), pieces(2)))
    text = HEAD + "A,,总仓,4,\nB,,总仓,1,2\n"
    assert counts(run(any_database, stock_bounds(), text))[1:3] == (1, 1)
    assert bounds(any_database, owner, goods["A"])["总仓"] == (pieces(4), pieces(9))


def test_wrong_bounds_are_told_at_their_cells(any_database, run, goods):
    text = HEAD + "A,,西库,1,2\nC,,,1,2\nA,,东库,9,2\nB,,东库,,\nB,,,-1,\n"
    result = run(any_database, stock_bounds(), text)
    assert [(p.row, p.column) for p in result.problems] == [
        (2, "仓库"), (3, "商品编号"), (4, "下限"), (5, "下限"), (6, "下限"),
    ]  # fmt: skip
