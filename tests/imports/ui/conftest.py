"""An import pane in front of somebody with a keyboard, and the files they bring."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.i18n import use_language
from jxc_desktop.features import SOURCES
from jxc_desktop.imports.ui.import_pane import ImportPane
from jxc_desktop.shell.appearance import CatalogueTranslator
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.theme import apply_theme
from tests.deskwork import context_of, settle, shown

__all__ = ["context_of"]

K, M = Qt.Key, Qt.KeyboardModifier
HEADINGS = [
    "商品编号", "商品名称", "条码", "类别", "规格", "单位", "大单位", "换算率", "零售价", "进价", "税率",
    "期初数量", "期初金额", "供应商", "柜台",
]  # fmt: skip
GOODS = ("冰红茶", "苏打水", "橙汁", "苹果汁", "面粉", "花生油", "酱油", "白糖", "啤酒", "饼干")


class Hands:
    """Keys into whatever has the focus, each followed until the pane has answered."""

    def __init__(self, qtbot, pane: ImportPane) -> None:
        self.qtbot, self.pane = qtbot, pane

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = M.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.pane, key, held)
        self.settle()

    def type(self, text: str) -> None:
        """Keys; Chinese as an input method hands it over, QTest has no keys for it."""
        if text.isascii():
            QTest.keyClicks(QApplication.focusWidget(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.pane)

    def bring(self, path: Path) -> None:
        """Type a path over whatever stands there."""
        self.pane.face.file_page.path_field.setFocus()
        self.pane.face.file_page.path_field.selectAll()
        self.type(str(path))

    def check(self, path: Path) -> None:
        """From the file to the list of its problems."""
        self.bring(path)
        self.press(K.Key_F12)
        self.press(K.Key_F12)

    def said(self) -> str:
        message = self.pane.context.messages.current
        return message.text if message else ""

    def findings(self) -> list[tuple[int, str, str]]:
        """Row, column and state of what is listed."""
        rows = self.pane.face.check_page.problem_grid.rows.loaded_rows()
        return [(each.problem.row, each.problem.column, each.dealt.value) for each in rows]

    def go_to(self, row: int, column: str) -> None:
        """Put the list's cursor on a problem, by arrow keys."""
        self.pane.face.check_page.problem_grid.setFocus()
        self.press(K.Key_Home)
        places = [(at, heading) for at, heading, _state in self.findings()]
        for _step in range(places.index((row, column))):
            self.press(K.Key_Down)


@pytest.fixture
def pane_of(qtbot, context_of) -> Callable[..., Pane]:
    """`pane_of(database, actor, size=…, back_up=…)`: the pane on screen."""

    def make(database, actor, size=(1280, 760), back_up=None) -> ImportPane:
        pane = shown(qtbot, ImportPane(context_of(database, actor), SOURCES, back_up), size)
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return make


@pytest.fixture
def hands(qtbot, pane_of, database, owner) -> Hands:
    """The owner at the import of a fresh shop."""
    return Hands(qtbot, pane_of(database, owner))


@pytest.fixture
def speaking(qapp) -> Iterator[Callable[[str], None]]:
    """`speaking("en")`: everything on screen in a language, until the test is over."""
    translator = CatalogueTranslator()

    def speak(language: str) -> None:
        use_language(language)
        QCoreApplication.installTranslator(translator)

    yield speak
    QCoreApplication.removeTranslator(translator)
    use_language("zh")
    apply_theme(qapp, "light")


def ean(digits: str) -> str:
    """Twelve digits with their check digit."""
    weighed = sum(int(d) * w for d, w in zip(digits, (1, 3) * 6, strict=True))
    return digits + str(-weighed % 10)


@pytest.fixture
def dirty(xlsx) -> Callable[..., Path]:
    """`dirty({(9, "条码"): "6.90123E+12"})`: 30 goods in rows 5 to 34 under merged titles, with 合计 and footer."""

    def write(
        faults: dict[tuple[int, str], object] | None = None, name: str = "goods.xlsx"
    ) -> Path:
        rows: list[list[object]] = [["顺和副食商行"], ["商品资料表"], [], HEADINGS]
        for n in range(30):
            amount = round(n * 2.5, 2)
            rows.append([
                f"SP{n + 1:04}", f"{GOODS[n % 10]} {n // 10 + 1} 号", ean(f"69012345{n:04}"), "食品",
                "500ml", "瓶", "箱", 24, 3.5, 2.5, "13%", n, amount, "恒发商贸", f"A{n % 4}",
            ])  # fmt: skip
        rows += [["合计", *[None] * 10, sum(range(30)), sum(range(30)) * 2.5], ["制表人：张三"]]
        path = xlsx(rows, merged=("A1:O1", "A2:O2"), name=name)
        spoil(path, faults or {})
        return path

    return write


def spoil(path: Path, faults: dict[tuple[int, str], object]) -> None:
    """Put something else into cells of a workbook, by row and heading."""
    book = load_workbook(path)
    for (row, heading), value in faults.items():
        book.active.cell(row, HEADINGS.index(heading) + 1).value = value
    book.save(path)
