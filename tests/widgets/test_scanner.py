"""Keys as scanners and people send them, with timestamps, through the window and straight to widgets."""

import itertools
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QTableWidget, QVBoxLayout, QWidget

from jxc_desktop.widgets.bursts import Burst, BurstRule, Verdict, normal_code
from jxc_desktop.widgets.scanner import ScanEdit, ScanFilter

EAN = "6901234567892"
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ENTER = (Qt.Key.Key_Return, "\r", NONE)
TAB = (Qt.Key.Key_Tab, "\t", NONE)
LINE_FEED = (Qt.Key.Key_J, "\n", CTRL)


@dataclass
class Keyboard:
    """Sends keys at moments of its own clock."""

    window: QWidget
    straight: bool = False
    now: int = 1_000_000
    codes: list = field(default_factory=list)

    def key(self, key, text, modifiers=NONE, gap=8):
        self.now += gap
        target = self.window.focusWidget() if self.straight else self.window.windowHandle()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(target, event)

    def type(self, text, gap=8):
        for place, character in enumerate(text):
            if character.isupper():
                self.key(Qt.Key.Key_Shift, "", SHIFT, 0)
            modifiers = SHIFT if character.isupper() else NONE
            self.key(ord(character.upper()), character, modifiers, gap if place else 300)

    def scan(self, text, gap=8, *ends):
        self.type(text, gap)
        for end in ends or (ENTER,):
            self.key(*end, gap=gap)


@pytest.fixture(params=["window", "widget"])
def desk(request, qtbot, qapp):
    """A window with one of each widget, a filter, and a keyboard that reaches them either way."""
    window = QWidget()
    window.edit, window.box, window.button = QLineEdit(), ScanEdit(), QPushButton("过账")
    window.table, window.spin = QTableWidget(2, 2), QSpinBox()
    layout = QVBoxLayout(window)
    for widget in (window.edit, window.box, window.button, window.table, window.spin):
        layout.addWidget(widget)
    window.pressed = []
    window.button.clicked.connect(lambda: window.pressed.append(True))
    window.returned = []
    window.edit.returnPressed.connect(lambda: window.returned.append(window.edit.text()))
    window.box.returnPressed.connect(lambda: window.returned.append(window.box.text()))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    scans = ScanFilter(qapp)
    qapp.installEventFilter(scans)
    keyboard = Keyboard(window, straight=request.param == "widget")
    scans.scanned.connect(keyboard.codes.append)
    yield window, keyboard
    qapp.removeEventFilter(scans)
    scans.deleteLater()


def focus(qtbot, widget):
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    if isinstance(widget, QSpinBox):
        widget.selectAll()


@pytest.mark.parametrize("where", ["edit", "box", "button", "table", "spin"])
def test_a_scan_is_understood_wherever_the_focus_is(qtbot, desk, where):
    window, keyboard = desk
    focus(qtbot, getattr(window, where))
    keyboard.scan(EAN)
    assert keyboard.codes == [EAN]
    assert (window.edit.text(), window.box.text(), window.spin.value()) == ("", "", 0)
    assert (window.pressed, window.returned) == ([], [])
    assert getattr(window, where).hasFocus()


@pytest.mark.parametrize("end", [ENTER, TAB, LINE_FEED, (Qt.Key.Key_Enter, "\r", NONE)])
def test_every_usual_end_of_a_code_is_understood_and_kept_from_the_pane(qtbot, desk, end):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.scan(EAN, 8, end)
    assert (keyboard.codes, window.returned) == ([EAN], [])
    assert window.box.hasFocus()


def test_a_second_end_belongs_to_the_code_only_for_a_moment(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.scan(EAN, 8, ENTER, LINE_FEED, ENTER)
    assert window.returned == []
    keyboard.key(*ENTER, gap=101)
    assert window.returned == [""]


def test_a_field_keeps_what_was_typed_before_the_scan(qtbot, desk):
    window, keyboard = desk
    window.edit.setText("送货上门")
    focus(qtbot, window.edit)
    window.edit.setSelection(1, 2)
    keyboard.scan("ABC-abc-123")
    assert keyboard.codes == ["ABC-abc-123"]
    assert (window.edit.text(), window.edit.selectedText()) == ("送货上门", "货上")


def test_people_type_into_a_field_without_delay(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    for count, character in enumerate("mn 250", start=1):
        keyboard.key(ord(character.upper()), character, gap=90)
        assert len(window.edit.text()) == count
    keyboard.key(*ENTER, gap=90)
    assert (keyboard.codes, window.returned) == ([], ["mn 250"])


def test_keys_for_other_widgets_arrive_late_but_all_and_in_order(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.spin)
    keyboard.type("12", gap=200)
    keyboard.key(*ENTER, gap=200)
    assert (window.spin.value(), keyboard.codes) == (12, [])


def test_a_waiting_key_is_delivered_after_the_longest_gap(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.spin)
    keyboard.key(ord("7"), "7")
    assert window.spin.value() == 0
    qtbot.waitUntil(lambda: window.spin.value() == 7)


def test_a_fast_typist_is_not_kept_waiting(qtbot, desk):
    window, keyboard = desk
    window.spin.setMaximum(999_999)
    focus(qtbot, window.spin)
    keyboard.type("12345", gap=60)
    assert window.spin.value() == 12345


def test_three_quick_keys_and_enter_are_typed(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    keyboard.scan("123")
    assert (keyboard.codes, window.returned) == ([], ["123"])


def test_fifteen_codes_a_second_all_arrive_once(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    codes = [f"69012345{number:05}" for number in range(60)]
    for code in codes:
        keyboard.now -= 300
        keyboard.type(code, gap=3)
        keyboard.key(*ENTER, gap=3)
        keyboard.now += 24
    assert keyboard.codes == codes
    assert window.box.text() == ""


def test_a_bouncing_trigger_counts_once_and_a_real_repeat_twice(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.scan(EAN, 3)
    keyboard.now -= 290
    keyboard.scan(EAN, 3)
    assert keyboard.codes == [EAN]
    keyboard.scan(EAN, 3)
    assert keyboard.codes == [EAN, EAN]


def test_a_code_without_enter_ends_by_silence(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.type(EAN)
    assert keyboard.codes == []
    qtbot.waitUntil(lambda: keyboard.codes == [EAN])
    assert window.box.text() == ""


def test_the_next_code_ends_one_without_enter(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.table)
    keyboard.type(EAN)
    keyboard.scan("6902222222222")
    assert keyboard.codes == [EAN, "6902222222222"]


def test_four_rolled_keys_without_enter_stay_in_the_field(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    keyboard.type("cmcn", gap=20)
    keyboard.type("n", gap=20)
    assert (window.edit.text(), keyboard.codes) == ("cmcnn", [])


def test_typing_then_scanning_then_typing(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.type("3*", gap=150)
    keyboard.scan(EAN)
    assert (window.box.text(), keyboard.codes) == ("3*", [EAN])
    keyboard.type("x", gap=150)
    assert window.box.text() == "3*x"


def test_full_width_digits_are_made_narrow(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.box)
    keyboard.scan("６９０１２３４５６７８９２")
    assert keyboard.codes == [EAN]


def test_gs1_codes_keep_their_separator(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.button)
    keyboard.type("010690123456789210A7", gap=5)
    keyboard.key(Qt.Key.Key_BracketRight, "\x1d", CTRL, 5)
    for character in "17261218":
        keyboard.key(ord(character), character, gap=5)
    keyboard.key(*ENTER, gap=5)
    assert keyboard.codes == ["010690123456789210A7\x1d17261218"]


def test_a_pin_is_never_taken_for_a_code(qtbot, desk):
    window, keyboard = desk
    window.edit.setEchoMode(QLineEdit.EchoMode.Password)
    focus(qtbot, window.edit)
    keyboard.scan("12345678")
    assert (keyboard.codes, window.returned) == ([], ["12345678"])


def test_more_than_128_characters_are_no_code(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    keyboard.scan("x" * 129)
    assert keyboard.codes == []
    assert window.edit.text() == "x" * 129


def test_an_input_method_at_work_is_left_alone(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    QCoreApplication.sendEvent(window.edit, QInputMethodEvent("niu", []))
    keyboard.scan("1234")
    assert keyboard.codes == []
    done = QInputMethodEvent("", [])
    done.setCommitString("牛")
    QCoreApplication.sendEvent(window.edit, done)
    keyboard.scan(EAN)
    assert keyboard.codes == [EAN]


def test_function_keys_pass_and_end_a_burst(qtbot, desk):
    window, keyboard = desk
    focus(qtbot, window.edit)
    keyboard.type("690123", gap=5)
    keyboard.key(Qt.Key.Key_F4, "", gap=5)
    keyboard.key(*ENTER, gap=5)
    assert (keyboard.codes, window.returned) == ([], ["690123"])


def test_the_input_method_stays_off_the_scan_box(qtbot, qapp):
    box = ScanEdit()
    qtbot.addWidget(box)
    box.show()
    reaches = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not box.testAttribute(reaches)
    for change in (
        lambda: box.setReadOnly(True),
        lambda: box.setReadOnly(False),
        lambda: box.setEnabled(False),
        lambda: box.setEnabled(True),
        lambda: box.setEchoMode(QLineEdit.EchoMode.Password),
        lambda: box.setEchoMode(QLineEdit.EchoMode.Normal),
        box.setFocus,
    ):
        change()
        assert not box.testAttribute(reaches)


codes = st.text(st.sampled_from("0123456789ABCdef-/.$"), min_size=8, max_size=40)


@given(codes, st.lists(st.integers(0, 35), min_size=40, max_size=40))
def test_any_code_in_scanner_rhythm_is_a_scan(code, gaps):
    burst = Burst()
    for character, moment in zip(code, itertools.accumulate(gaps), strict=False):
        burst.add(character, moment)
        assert burst.verdict() is Verdict.OPEN
    assert burst.verdict(ended=True) is Verdict.SCAN
    assert burst.verdict(silent=True) is Verdict.SCAN


@given(codes, st.lists(st.integers(36, 400), min_size=40, max_size=40))
def test_no_typing_in_human_rhythm_is_a_scan(code, gaps):
    burst = Burst()
    for character, moment in zip(code, itertools.accumulate(gaps), strict=False):
        if not burst.continues(moment):
            burst.clear()
        burst.add(character, moment)
        assert burst.verdict(ended=True) is Verdict.TYPED


@given(st.text())
def test_a_normal_code_is_stable_and_clean(text):
    code = normal_code(text)
    assert normal_code(code) == code
    assert all(c.isprintable() or c == "\x1d" for c in code)


def test_the_rule_can_be_set_for_a_slow_scanner():
    burst = Burst(BurstRule(mean_gap=60, least=3))
    for moment, character in enumerate("123"):
        burst.add(character, moment * 55)
    assert burst.verdict(ended=True) is Verdict.SCAN
