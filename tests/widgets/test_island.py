import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.widgets.island import Island
from tests.widgets.watching import watching


@pytest.fixture
def window(qtbot, dressed):
    """A label and a second one below, on an island in a window with a third label."""
    window, inside = QWidget(), QWidget()
    window.word, window.more, window.beside = QLabel("一"), QLabel("二"), QLabel("三")
    column = QVBoxLayout(inside)
    column.addWidget(window.word)
    column.addWidget(window.more)
    window.more.hide()
    row = QHBoxLayout(window)
    window.island = Island(inside)
    row.addWidget(window.island, 1)
    row.addWidget(window.beside)
    qtbot.addWidget(window)
    window.resize(600, 120)
    window.show()
    return window


def test_another_text_on_an_island_neither_lays_out_nor_paints_the_window(window):
    with watching() as seen:
        window.word.setText("一句长得多的话")
    assert window.word in seen.painted
    assert window not in seen.laid_out
    assert not {window, window.beside} & set(seen.painted)


def test_what_needs_more_height_than_before_gets_it(window):
    window.resize(600, 1)
    with watching() as seen:
        window.more.show()
    assert window in seen.laid_out
    assert window.more.geometry().bottom() <= window.island.height()
    assert window.height() >= window.word.height() + window.more.height()


def test_an_island_is_as_high_as_what_is_on_it_may_be(qtbot, dressed):
    inside = QWidget()
    inside.setFixedHeight(28)
    island = Island(inside)
    qtbot.addWidget(island)
    assert (island.sizeHint().height(), island.minimumSizeHint().height()) == (28, 28)
