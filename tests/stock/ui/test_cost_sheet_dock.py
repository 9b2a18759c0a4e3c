"""The dock that tells how a cost came about: it follows documents and goods, and opens what stands behind a row."""

from jxc_desktop.stock.ui.cost_sheet_dock import CostSheetDock
from tests.deskwork import settle, shown
from tests.stock.test_recost import t13


def told(dock) -> list[str]:
    return [row.words for row in dock.model.loaded_rows()]


def test_it_follows_the_document_and_its_goods(qtbot, context_of, database, owner):
    with database.transaction(owner) as session:
        shop, _first, second = t13(session)
    context = context_of(database, owner)
    dock = shown(qtbot, CostSheetDock(context))
    dock.attend({"number": second})
    settle(qtbot, dock)
    assert "130.00 ÷ 10 × 5 = 65.00" in told(dock)
    dock.grid.opened.emit(dock.model.loaded_rows()[2])
    settle(qtbot, dock)
    [(kind, number)] = context.more["opened"]
    assert (kind, number[:4]) == ("goods_receipt", "CGRK")
    dock.attend({"draft": None})
    dock.attend({"product": shop.product})
    settle(qtbot, dock)
    assert told(dock)[0] == "195.00 ÷ 15 个 = 13.00"


def test_a_document_that_moved_nothing_says_so(qtbot, context_of, database, owner):
    dock = shown(qtbot, CostSheetDock(context_of(database, owner)))
    dock.attend({"number": "SKD202611200001"})
    settle(qtbot, dock)
    assert told(dock) == []
    assert dock.empty.text.text() == "这张单没有动库存，没有成本。"
