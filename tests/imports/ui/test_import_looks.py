"""How the import looks at every step: nothing cut, in both languages, at the sizes it has in the window."""

import pytest

from jxc_desktop.imports.ui.stages import Stage
from jxc_desktop.widgets.cut_texts import cut_texts
from tests.imports.ui.conftest import Hands, K, M
from tests.imports.ui.test_import_pane import FAULTS

BESIDE_A_DOCK = (1076, 652)
"""What is left at 1366 × 768 beside the to-do list."""
ALONE = (1366, 652)
BETWEEN_DOCKS = (690, 652)


@pytest.mark.parametrize("size", [BESIDE_A_DOCK, ALONE])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_of_any_step_is_cut(
    qtbot, pane_of, database, owner, dirty, speaking, language, size
):
    speaking(language)
    pane = pane_of(database, owner, size)
    hands = Hands(qtbot, pane)
    pane.face.file_page.stock_box.setChecked(True)
    hands.bring(dirty(FAULTS))
    hands.press(K.Key_Return)
    for stage in Stage:
        if stage is not Stage.WRITE:
            assert pane.stage is stage
            qtbot.wait(20)
            assert cut_texts(pane) == [], stage.name
            hands.press(K.Key_F12)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_between_two_docks_the_whole_problem_stands_in_a_line_of_its_own(
    qtbot, pane_of, database, owner, dirty, speaking, language
):
    speaking(language)
    pane = pane_of(database, owner, BETWEEN_DOCKS)
    hands = Hands(qtbot, pane)
    hands.check(dirty(FAULTS))
    assert pane.width() == BETWEEN_DOCKS[0]
    in_the_list = {
        each
        for each in cut_texts(pane)
        if each.startswith(pane.face.check_page.problem_grid.accessibleName())
    }
    assert set(cut_texts(pane)) <= in_the_list
    assert pane.face.check_page.sentence.isVisible()
    finding = pane.face.check_page.finding()
    assert finding.problem.problem in pane.face.check_page.sentence.text()


def test_the_english_pane_says_nothing_in_chinese(qtbot, pane_of, database, owner, file, speaking):
    speaking("en")
    pane = pane_of(database, owner)
    hands = Hands(qtbot, pane)
    hands.check(file(b"code,name,price\nA1,Egg,x\n"))
    texts = [pane.face.check_page.sentence.text(), hands.said(), pane.face.foot.urgent.text()]
    texts += [
        card.word.text()
        for card in (pane.face.check_page.read_card, pane.face.check_page.fine_card)
    ]
    texts += [line.step.title for line in pane.face.steps.lines]
    assert [text for text in texts if not text.isascii() and "“" not in text] == []


def test_every_step_says_where_one_is(hands, dirty):
    hands.check(dirty(FAULTS))
    lines = hands.pane.face.steps.lines
    assert [line.state for line in lines] == [
        "done",
        "done",
        "now",
        "to_come",
        "to_come",
        "to_come",
    ]
    assert lines[1].hint == "15 列导入 11 列"
    assert hands.pane.face.steps.title.text() == "导入商品"


def test_the_wheel_changes_no_choice_on_its_way_down(hands, dirty, qtbot):
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    hands.bring(dirty())
    hands.press(K.Key_F12)
    box = hands.pane.face.heading_page.boxes["条码"]
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        M.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentData() == "barcode"
