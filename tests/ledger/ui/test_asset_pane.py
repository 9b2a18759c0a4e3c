"""固定资产 by keys: a card is typed, the month is written off, the asset goes."""

from datetime import date

from PySide6.QtCore import Qt

from jxc_desktop.intake.documents import post_document
from jxc_desktop.ledger.assets.queries import assets
from jxc_desktop.ledger.ui.asset_pane import AssetPane
from jxc_desktop.shop.settings import put_setting
from tests.conftest import actor_with
from tests.deskwork import settle, shown
from tests.ledger.ui.conftest import focused
from tests.shopkeeping import balances, fen

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_pane(qtbot, context_of, database, actor) -> AssetPane:
    context = context_of(database, actor)
    said: list[str] = []
    context.messages.shown.connect(lambda told: said.append(told.text) if told else None)
    pane = shown(qtbot, AssetPane(context), (1180, 620))
    settle(qtbot, pane)
    pane.said = said
    return pane


def write(qtbot, pane: AssetPane, row: int, column: str, words: str) -> None:
    pane.grid.setFocus()
    pane.grid.go_to_cell(row, column)
    qtbot.keyClicks(focused(), words)
    qtbot.keyClick(focused(), KEY.Key_Return)
    settle(qtbot, pane)


def test_a_card_is_typed_wears_off_and_goes(qtbot, context_of, database, owner) -> None:
    with database.transaction(owner) as session:
        put_setting(session, "start_month", "2026-01")
        post_document(session, {
            "key": "b", "type": "voucher", "day": "2026-01-10",
            "legs": [{"account": "1601", "debit": "1000.00", "summary": "买烤箱"},
                     {"account": "bank", "credit": "1000.00"}],
        })  # fmt: skip
    pane = open_pane(qtbot, context_of, database, owner)
    qtbot.keyClick(pane, KEY.Key_N, CTRL)
    for column, words in (
        ("name", "Oven"), ("day", "2026-01-10"), ("cost", "1000"), ("salvage", "50"), ("months", "36"),
    ):  # fmt: skip
        write(qtbot, pane, 0, column, words)
    with database.reading(owner) as session:
        [card] = assets(session)
    assert (card.code, card.day, card.cost, card.salvage, card.months) == (
        "FA001", date(2026, 1, 10), fen(1000), fen(50), 36,
    )  # fmt: skip
    assert pane.said[-1] == "Oven 已保存"
    assert pane.grid.elided_cells() == []
    write(qtbot, pane, 0, "cost", "900")
    assert "只能改名称" in pane.said[-1]
    qtbot.keyClick(focused(), KEY.Key_Escape)
    qtbot.keyClick(pane, KEY.Key_G, CTRL | SHIFT)
    settle(qtbot, pane)
    assert "2026-11 折旧 263.90" in pane.said[-1]
    pane.grid.go_to_cell(0, "name")
    pane.proceeds.setFocus()
    qtbot.keyClicks(pane.proceeds, "1100")
    qtbot.keyClick(pane, KEY.Key_D, CTRL | SHIFT)
    settle(qtbot, pane)
    assert "Oven 已处置" in pane.said[-1]
    with database.reading(owner) as session:
        found = balances(session)
    assert "1601" not in found
    assert found["5301"] == -fen("363.90")


def test_who_only_sees_has_no_foot(qtbot, context_of, database) -> None:
    pane = open_pane(qtbot, context_of, database, actor_with("fixed_asset.view"))
    assert not any(column.editable for column in pane.grid.entry.entry_columns)
    assert pane.proceeds.parent() is None
