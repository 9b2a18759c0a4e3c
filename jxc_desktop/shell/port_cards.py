"""The cards of scanner, customer display and scale."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, trimmed
from jxc_desktop.pos.customer_view import Shown, ShownLine
from jxc_desktop.printing.pole import PoleCharset
from jxc_desktop.printing.weights import Reading
from jxc_desktop.shell.customer_display import CustomerDisplay, DisplayChoice, display_choice
from jxc_desktop.shell.device_card import DeviceCard, port_field
from jxc_desktop.shell.device_trials import TEST_CODE
from jxc_desktop.shell.serial_devices import SerialScale, SerialScanner
from jxc_desktop.widgets.pane import Pane

_SLOW = 35
"""Milliseconds between keys from which they are no scanner's (domain.md §6.7)."""


class KeyField(QLineEdit):
    """Notes how fast keys come, and whether an input method stands between."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[int] = []
        self.composed = False
        self._last: int | None = None

    def forget(self) -> None:
        """Begin anew."""
        self.gaps, self._last, self.composed = [], None, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            return
        if self._last is not None:
            self.gaps.append(event.timestamp() - self._last)
        self._last = event.timestamp()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composed = self.composed or bool(event.preeditString())
        super().inputMethodEvent(event)


class ScannerCard(DeviceCard):
    """A field to scan the bar code of the self-test page into, and the port of a scanner in serial mode."""

    def __init__(self, pane: Pane, scanner: SerialScanner) -> None:
        super().__init__(
            "scan-barcode",
            translate("shell", "扫码枪"),
            translate("shell", "扫小票自检页上的条码，或随便一件商品。像键盘的扫码枪不用选串口。"),
        )
        self._scanner = scanner
        self.field = KeyField()
        self.field.setPlaceholderText(self.tr("点这里，再扫"))
        self.port = port_field(scanner.address, self.tr("不用串口"))
        self.add_field(self.tr("扫到的"), self.field)
        self.add_field(self.tr("串口"), self.port)
        self.add_button(self.tr("保存串口"), self.keep)
        self.field.textEdited.connect(self._on_typed)
        scanner.failed.connect(self._on_failed)
        self.tell(self.tr("还没有试"), "text2")

    def keep(self) -> None:
        """Listen to the port that stands there."""
        self._scanner.choose(self.port.currentText())
        self.tell(self.tr("已保存，扫一下试试"), "text2")

    def take_scan(self, code: str) -> None:
        """A scanner was recognised: everything is right, or the code is not what was printed."""
        self.field.setText(code)
        gaps, self.field.gaps = self.field.gaps, []
        self.field.forget()
        speed = self.tr("，平均 {gap} 毫秒一位").format(gap=sum(gaps) // len(gaps)) if gaps else ""
        if code == TEST_CODE:
            self.tell(self.tr("扫码枪正常：和自检页上印的一样{speed}").format(speed=speed))
        elif code.casefold() == TEST_CODE.casefold():
            self.tell(self.tr("大小写反了。关掉大写锁定，扫码枪设为 英文键盘（US）"), "warn")
        else:
            said = self.tr("扫到 {code}，{count} 位{speed}")
            self.tell(said.format(code=code[:40], count=len(code), speed=speed))

    def _on_typed(self, text: str) -> None:
        """Keys that were no scan, or not yet: say what a scanner would have to do otherwise."""
        gaps = self.field.gaps
        if not text:
            self.field.forget()
        elif self.field.composed or not text.isascii():
            self.tell(self.tr("检测到中文输入法或全角。切到英文，扫码枪设为 英文键盘（US）"), "bad")
        elif len(gaps) > 3 and sum(gaps) // len(gaps) > _SLOW:  # noqa: PLR2004  a code is longer
            said = self.tr(
                "这是手打的，或扫码枪太慢（{gap} 毫秒一位）。扫码枪设为最快，后缀设为回车"
            )
            self.tell(said.format(gap=sum(gaps) // len(gaps)), "warn")

    def _on_failed(self, reason: str) -> None:
        self.tell(reason, "bad")


class DisplayCard(DeviceCard):
    """What faces the customer: the second screen, a pole display, or both."""

    def __init__(self, pane: Pane, display: CustomerDisplay) -> None:
        super().__init__(
            "monitor",
            translate("shell", "客显"),
            translate(
                "shell",
                "顾客看的屏：第二块屏幕，或串口上两行的顾客显示屏。没有第二块屏，就开一个小窗口。",
            ),
        )
        self._display = display
        self.window_box = QCheckBox(self.tr("第二块屏幕显示小票"))
        choice = display_choice(pane.context.settings)
        self.port = port_field(choice.pole, self.tr("没有顾客显示屏"))
        self.charset = QComboBox()
        self.charset.addItem(self.tr("能显示汉字"), PoleCharset.GB18030.value)
        self.charset.addItem(self.tr("只有字母和数字"), PoleCharset.ASCII.value)
        self.window_box.setChecked(choice.window)
        self.charset.setCurrentIndex(self.charset.findData(choice.charset.value))
        self.add_field(self.tr("屏幕"), self.window_box)
        self.add_field(self.tr("串口"), self.port)
        self.add_field(self.tr("字"), self.charset)
        self.trial = self.add_button(self.tr("保存并试一下"), self.try_out)
        display.failed.connect(self._on_failed)
        self.tell(self.tr("在用") if display.active else self.tr("没有用"), "text2")

    def try_out(self) -> None:
        """Keep what stands there and show a picture."""
        self._display.choose(
            DisplayChoice(
                self.window_box.isChecked(),
                self.port.currentText().strip(),
                PoleCharset(self.charset.currentData()),
            )
        )
        if not self._display.active:
            self.tell(self.tr("没有用"), "text2")
            return
        self.tell(
            self.tr(
                "送出去了，应看到 试一下 1.00。乱码：换成只有字母和数字。不亮：看电源和波特率，如 COM4@2400"
            )
        )
        line = ShownLine(self.tr("试一下"), "1 × 1.00", "1.00")
        self._display.try_out(Shown("", (line,), 1, due="1.00"))

    def _on_failed(self, reason: str) -> None:
        self.tell(reason, "bad")


class ScaleCard(DeviceCard):
    """Shows what the scale says, while it says it."""

    def __init__(self, pane: Pane, scale: SerialScale) -> None:
        super().__init__(
            "scale",
            translate("shell", "电子秤"),
            translate(
                "shell", "连续发送重量的串口秤。收银时按 Ctrl+G，秤上的重量就是当前行的数量。"
            ),
        )
        self._scale = scale
        self.port = port_field(scale.address, self.tr("没有接秤"))
        self.add_field(self.tr("串口"), self.port)
        self.add_button(self.tr("保存"), self.keep)
        scale.weighed.connect(self._on_weighed)
        scale.failed.connect(self._on_failed)
        words = self.tr("等秤说话…") if scale.address else self.tr("没有接秤")
        self.tell(words, "text2")

    def keep(self) -> None:
        """Listen to the port that stands there."""
        self._scale.choose(self.port.currentText())
        waiting = self.tr("等秤说话…没有动静：秤设为连续发送，看波特率，如 COM3@9600")
        self.tell(waiting if self._scale.address else self.tr("没有接秤"), "text2")

    def _on_weighed(self, reading: Reading) -> None:
        if reading.over:
            self.tell(self.tr("秤上太重，超过量程"), "warn")
            return
        weight = trimmed(reading.weight, QUANTITY_PLACES)
        state = self.tr("稳") if reading.stable else self.tr("没稳")
        self.tell(self.tr("{weight} 千克，{state}").format(weight=weight, state=state))

    def _on_failed(self, reason: str) -> None:
        self.tell(reason, "bad")
