"""The report pane worked by keys: asking, going down and back, taking out, what rights leave away."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from jxc_desktop.features import REPORTS
from jxc_desktop.reports.export import FORMS
from jxc_desktop.reports.report import Link
from jxc_desktop.reports.ui.catalogue_pane import CataloguePane
from jxc_desktop.reports.ui.pages import PagesDialog, paint_pages
from jxc_desktop.reports.ui.report_pane import ReportPane
from jxc_desktop.shop.actor import Actor
from jxc_desktop.widgets.actions import action_named
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Context
from jxc_desktop.widgets.periods import Period
from jxc_desktop.widgets.tasks import Tasks
from jxc_desktop.widgets.theme import apply_theme
from jxc_desktop.widgets.ui_settings import UiSettings
from tests.conftest import NOW, actor_with
from tests.reports.conftest import Trade
from tests.reports.test_export import FILTERS

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
Desk = Callable[..., ReportPane]


@pytest.fixture
def context_of(qapp, trade: Trade, tmp_path: Path) -> Iterator[Callable[[Actor], Context]]:
    apply_theme(qapp, "light")
    made: list[Tasks] = []

    def make(actor: Actor) -> Context:
        made.append(Tasks(trade.database, actor=actor))
        opened: list[tuple[str, object]] = []
        return Context(
            made[-1],
            Messages(NOW),
            UiSettings(tmp_path / "window.ini"),
            may=actor.may,
            open=lambda kind, subject=None: opened.append((kind, subject)),
            clock=NOW,
            more={"reports": REPORTS, "opened": opened},
        )

    yield make
    for tasks in made:
        tasks.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall)


@pytest.fixture
def desk(qtbot, context_of, owner: Actor) -> Desk:
    def show(name: str, actor: Actor | None = None, **texts: str) -> ReportPane:
        pane = ReportPane(context_of(actor or owner))
        qtbot.addWidget(pane)
        pane.resize(1180, 720)
        pane.show()
        pane.show_subject(Link(report=name, filters=texts))
        qtbot.waitUntil(lambda: pane.filters is not None)
        pane.filters.period.set_period(YEAR)
        ask(qtbot, pane)
        return pane

    return show


def ask(qtbot, pane: ReportPane) -> None:
    """Press F5 and wait for what comes."""
    qtbot.waitUntil(lambda: not pane._jobs)
    pane.result = None
    QTest.keyClick(pane, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: pane.result is not None and not pane._jobs)


def shown(pane: ReportPane) -> list[tuple[object, ...]]:
    return [row.cells for row in pane.rows.model.loaded_rows()]


def test_it_shows_the_rows_and_totals_of_the_service(qtbot, desk: Desk, trade: Trade) -> None:
    pane = desk("sales_summary")
    result = trade.run("sales_summary", "2026-01-01", "2026-12-31")
    assert shown(pane) == [row.cells for row in result.rows]
    assert pane.rows.totals.total_texts()["amount_incl"] == "1,711.77"
    assert "quantity" not in pane.rows.totals.total_texts()
    assert pane.headline.text() == "销售汇总表"


def test_a_proof_stands_beside_the_title(qtbot, desk: Desk) -> None:
    pane = desk("stock_movement_summary")
    assert pane.proof.isVisible()
    assert (pane.proof.chip.tone, "一致" in pane.proof.chip.text) == ("ok", True)
    assert not desk("sales_summary").proof.isVisible()


def test_enter_goes_down_and_backspace_comes_back_to_the_row(qtbot, desk: Desk) -> None:
    pane = desk("trial_balance")
    place = [cells[0] for cells in shown(pane)].index("1405")
    pane.rows.grid.go_to(place)
    QTest.keyClick(pane.rows.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.headline.text() == "明细账" and len(shown(pane)) > 20)
    assert pane.filters.texts()["account"] == "1405"
    pane.rows.grid.go_to(1)
    QTest.keyClick(pane.rows.grid, Qt.Key.Key_Return)
    opened = pane.context.more["opened"]
    qtbot.waitUntil(lambda: opened == [("goods_receipt", "CGRK202601050001")])
    QTest.keyClick(pane.rows.grid, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: pane.headline.text() == "科目余额表" and not pane._jobs)
    assert pane.rows.grid.current().cells[0] == "1405"


def test_enter_on_a_card_with_a_fault_opens_the_card(qtbot, desk: Desk, trade: Trade) -> None:
    pane = desk("data_quality", check="barcode")
    place = next(i for i, cells in enumerate(shown(pane)) if cells[0] == "B")
    pane.rows.grid.go_to(place)
    QTest.keyClick(pane.rows.grid, Qt.Key.Key_Return)
    assert pane.context.more["opened"] == [("product", 2)]


def test_backspace_at_the_top_stays(qtbot, desk: Desk) -> None:
    pane = desk("trial_balance")
    before = shown(pane)
    QTest.keyClick(pane.rows.grid, Qt.Key.Key_Backspace)
    qtbot.wait(60)
    assert shown(pane) == before


def test_a_choice_asks_again_at_once(qtbot, desk: Desk) -> None:
    pane = desk("sales_summary")
    box = pane.filters.fields["by"]
    box.setFocus()
    box.setCurrentIndex(box.findData("month"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: shown(pane)[0][0] == "2026-02")
    assert [cells[0] for cells in shown(pane)] == sorted(cells[0] for cells in shown(pane))


def test_a_typed_filter_asks_on_enter_and_marks_what_is_not_there(qtbot, desk: Desk) -> None:
    pane = desk("sales_detail")
    line = pane.filters.fields["product"]
    line.setText("B")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {cells[6] for cells in shown(pane)} == {"B"})
    line.setText("无此物")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(line.property("wrong")))
    assert "无此物" in pane.context.messages.current.text


def test_a_typed_period_is_understood_or_told(qtbot, desk: Desk) -> None:
    pane = desk("sales_detail")
    edit = pane.filters.period.lineEdit()
    edit.setFocus()
    edit.setText("4.1-30")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: {cells[1].month for cells in shown(pane)} == {4})
    edit.setText("前天到后天")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert pane.filters.period.period == Period(date(2026, 4, 1), date(2026, 4, 30))
    assert "前天" in pane.context.messages.current.text


def test_what_must_be_chosen_is_asked_for(qtbot, context_of, owner: Actor) -> None:
    pane = ReportPane(context_of(owner))
    qtbot.addWidget(pane)
    pane.show()
    pane.show_subject("subsidiary_ledger")
    qtbot.waitUntil(lambda: pane.filters is not None and not pane._jobs)
    assert "科目" in pane.context.messages.current.text
    assert pane.rows is None


def test_an_empty_period_says_what_to_do(qtbot, desk: Desk) -> None:
    pane = desk("sales_summary")
    pane.filters.period.set_period(Period(date(2026, 8, 1), date(2026, 8, 31)))
    ask(qtbot, pane)
    assert shown(pane) == []
    assert "换个期间" in pane.context.messages.current.text


@pytest.mark.parametrize("form", ["xlsx", "csv", "pdf"])
def test_files_hold_what_is_shown(
    qtbot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    pane = desk("sales_summary")
    target = tmp_path / f"out.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    getattr(pane, f"save_{form}")()
    qtbot.waitUntil(lambda: target.exists() and not pane._jobs)
    if form == "csv":
        assert target.read_bytes() == FORMS["csv"](pane.result)
    assert target.stat().st_size > 100
    assert str(target) in pane.context.messages.current.text


def test_a_file_that_cannot_be_written_is_told(
    qtbot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = desk("sales_summary")
    target = tmp_path / "none" / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), ""))
    pane.save_csv()
    qtbot.waitUntil(lambda: pane.context.messages.current is not None and not pane._jobs)
    assert "没有存成" in pane.context.messages.current.text


def test_who_may_not_export_has_no_file_buttons_and_no_cost(qtbot, desk: Desk) -> None:
    pane = desk("stock_movement_summary", actor_with("keeper"))
    assert not action_named(pane, "save_xlsx").isEnabled()
    assert not action_named(pane, "save_csv").isEnabled()
    assert action_named(pane, "preview").isEnabled()
    headings = {column.heading for column in pane.rows.model.columns}
    assert "金额" not in headings
    assert "单价" not in headings
    assert not pane.proof.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [report.name for report in REPORTS])
def test_no_figure_is_cut(qtbot, qapp, desk: Desk, name: str, theme: str) -> None:
    apply_theme(qapp, theme)
    pane = desk(name, **FILTERS.get(name, {}))
    assert pane.rows.grid.elided_cells() == []
    apply_theme(qapp, "light")


def test_pages_turn_by_keys(qtbot, trade: Trade) -> None:
    result = trade.run("sales_detail", "2026-01-01", "2026-12-31")
    many = type(result)(
        result.report, result.title, result.request, result.columns, result.rows * 30, {}, "店", "现在", "我"
    )  # fmt: skip
    dialog = PagesDialog(FORMS["pdf"](many), result.title)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.count > 3
    first = dialog.page.pixmap().toImage()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number == 1
    assert dialog.page.pixmap().toImage() != first
    for _ in range(dialog.count + 2):
        QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.number == dialog.count - 1
    assert not dialog.after.isEnabled()


def test_every_page_reaches_the_paper(qtbot, trade: Trade, tmp_path: Path) -> None:
    import pypdfium2

    result = trade.run("sales_detail", "2026-01-01", "2026-12-31")
    many = type(result)(
        result.report, result.title, result.request, result.columns, result.rows * 12, {}, "店", "现在", "我"
    )  # fmt: skip
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    pdf = FORMS["pdf"](many)
    paint_pages(pdf, printer)
    with (
        pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed,
        pypdfium2.PdfDocument(pdf) as given,
    ):
        assert len(printed) == len(given) > 1
        wide, high = printed[0].get_size()
        assert (wide > high) == (given[0].get_width() > given[0].get_height())
        image = printed[len(printed) - 1].render(scale=1).to_pil().convert("L")
        assert image.getextrema()[0] < 100


@pytest.fixture
def catalogue(qtbot, context_of, owner: Actor) -> CataloguePane:
    pane = CataloguePane(context_of(owner))
    qtbot.addWidget(pane)
    pane.show()
    return pane


def test_the_catalogue_lists_every_report_and_opens_with_enter(
    qtbot, catalogue: CataloguePane
) -> None:
    assert sorted(catalogue.shown()) == sorted(report.name for report in REPORTS)
    QTest.keyClicks(catalogue.search, "jxc")
    assert catalogue.shown() == ["stock_movement_summary"]
    QTest.keyClick(catalogue.search, Qt.Key.Key_Return)
    assert catalogue.context.more["opened"] == [("report", "stock_movement_summary")]


def test_words_in_the_middle_and_names_find_too(qtbot, catalogue: CataloguePane) -> None:
    catalogue.search.setText("余额")
    assert set(catalogue.shown()) == {
        "stock_balance",
        "trial_balance",
        "dimension_balance",
        "card_balances",
        "bank_reconciliation",
    }
    catalogue.search.setText("没有这张")
    assert catalogue.shown() == []


def test_favourites_stand_first_and_stay(
    qtbot, catalogue: CataloguePane, context_of, owner: Actor
) -> None:
    catalogue.search.setText("科目余额")
    QTest.keyClick(catalogue.list, Qt.Key.Key_Down)
    catalogue.list.setCurrentItem(catalogue.list.topLevelItem(1))
    QTest.keyClick(catalogue, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    catalogue.search.clear()
    assert catalogue.shown()[0] == "trial_balance"
    again = CataloguePane(context_of(owner))
    qtbot.addWidget(again)
    assert again.shown()[0] == "trial_balance"
    again._go_to("trial_balance")
    again.toggle_favourite()
    assert again.favourites() == []


def test_the_catalogue_holds_only_what_may_be_seen(qtbot, context_of) -> None:
    pane = CataloguePane(context_of(actor_with("buyer")))
    qtbot.addWidget(pane)
    assert "purchase_summary" in pane.shown()
    assert not {"sales_summary", "gross_profit", "trial_balance", "cash_journal"} & set(
        pane.shown()
    )


def test_pictures_are_not_blank(qtbot, desk: Desk) -> None:
    pane = desk("stock_balance")
    picture: QImage = QPixmap(pane.grab()).toImage()
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 10
