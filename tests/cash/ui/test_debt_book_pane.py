"""欠款本 by keys: who owes how long, what they promised, and the way on."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from jxc_desktop.cash.debt_book import debt_book
from jxc_desktop.cash.ui.debt_book_pane import DebtBookPane
from jxc_desktop.cash.ui.money_panes import CustomerReceiptPane
from tests.cash.ui.conftest import Till
from tests.conftest import TODAY, actor_with
from tests.deskwork import settle, shown
from tests.shopkeeping import fen

KEY = Qt.Key


def open_book(qtbot, till: Till, context_of, actor=None) -> DebtBookPane:
    context = context_of(till.database, actor or till.owner)
    context.messages.shown.connect(lambda said: till.said.append(said.text) if said else None)
    return shown(qtbot, DebtBookPane(context), (750, 540))


def test_what_is_owed_stands_by_age_and_adds_up(qtbot, till: Till, context_of) -> None:
    pane = open_book(qtbot, till, context_of)
    [debtor] = pane.model.loaded_rows()
    assert (debtor.age.name, debtor.age.balance) == ("供应商F01", fen(160))
    assert (debtor.age.spans[2], debtor.age.advance) == (fen(100), fen(30))
    assert pane.grid.elided_cells() == []
    assert pane.about.text() == "供应商F01：还没有答应过哪天付款"


def test_a_promise_is_written_below_and_seen_at_once(qtbot, till: Till, context_of) -> None:
    pane = open_book(qtbot, till, context_of)
    qtbot.keyClick(pane, KEY.Key_F4)
    assert till.said[-1] == "写答应付款的日期，再按 F4"
    assert pane.day.hasFocus()
    by_day = TODAY + timedelta(days=3)
    qtbot.keyClicks(pane.day, f"{by_day.month}-{by_day.day}")
    qtbot.keyClick(pane.day, KEY.Key_Return)
    pane.note.setFocus()
    pane.note.setText("发了工资付")
    qtbot.keyClick(pane.note, KEY.Key_Return)
    settle(qtbot, pane)
    assert till.said[-1].startswith("已记下 供应商F01 答应")
    assert pane.about.text().endswith("付款 发了工资付")
    with till.database.reading(till.owner) as session:
        [debtor] = debt_book(session)
    assert debtor.promise is not None
    assert (debtor.promise.by_day, debtor.promise.note) == (by_day, "发了工资付")
    assert (pane.day.day, pane.note.text()) == (None, "")


def test_a_day_that_is_past_is_marked_and_nothing_is_written(qtbot, till: Till, context_of) -> None:
    pane = open_book(qtbot, till, context_of)
    pane.day.set_day(TODAY - timedelta(days=1))
    qtbot.keyClick(pane, KEY.Key_F4)
    settle(qtbot, pane)
    assert "已经过了" in pane._day_row.error.text()
    with till.database.reading(till.owner) as session:
        assert [debtor.promise for debtor in debt_book(session)] == [None]


def test_enter_opens_the_statement_and_collecting_a_receipt(qtbot, till: Till, context_of) -> None:
    pane = open_book(qtbot, till, context_of)
    qtbot.keyClick(pane.grid, KEY.Key_Return)
    opened = pane.context.more["opened"]
    assert opened[-1] == (
        "report",
        {"report": "customer_statement", "filters": {"partner": "F01"}},
    )
    receipt = till.open(CustomerReceiptPane)
    pane.context = replace(pane.context, open=lambda _kind, _subject=None: receipt)
    pane.collect()
    settle(qtbot, receipt)
    assert receipt.form.firm_field().choice.id == till.firm
    assert [pick.number for pick in receipt.form.grid.picks()] == [till.first, till.second]


def test_who_only_reads_has_no_promise_to_write(qtbot, till: Till, context_of) -> None:
    pane = open_book(qtbot, till, context_of, actor_with("auditor"))
    assert len(pane.model.loaded_rows()) == 1
    qtbot.keyClick(pane, KEY.Key_F4)
    settle(qtbot, pane)
    with till.database.reading(till.owner) as session:
        assert [debtor.promise for debtor in debt_book(session)] == [None]
