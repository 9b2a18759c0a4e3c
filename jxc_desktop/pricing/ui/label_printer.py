"""Shelf labels of a price change on paper: put on record, drawn beside the window, handed to the printer."""

from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.pricing.labels import printed_labels
from jxc_desktop.printing.label import STOCKS, Label
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tasks import Progress

STOCK = "40×30"
"""The roll of labels until another is chosen."""


class LabelPrinter(QObject):
    """Prints for one pane on the roll that this machine has."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane

    def print_all(self, number: str) -> None:
        """Print every label that the change makes wrong."""
        self._pane.run_write(printed_labels, number, then=partial(self._draw, number))

    def _draw(self, number: str, labels: tuple[Label, ...]) -> None:
        stock = str(self._pane.context.settings.read("labels/stock", STOCK))
        hand_over = partial(self._hand_over, number, len(labels))
        self._pane.run_background(_drawn, labels, stock, then=hand_over)

    def _hand_over(self, number: str, count: int, pdf: bytes) -> None:
        messages = self._pane.context.messages
        print_pdf = self._pane.context.more.get("print_pdf")
        if print_pdf is None:
            messages.notice(self.tr("这里没有打印机。在工具 › 打印机 里设"))
            return
        print_pdf(pdf, kind="shelf_label", number=number)
        messages.success(self.tr("%n 张价签已送打印", "", count))


def _drawn(_progress: Progress, labels: tuple[Label, ...], stock: str) -> bytes:
    from jxc_desktop.printing.label import label_pdf

    return label_pdf(labels, STOCKS.get(stock, STOCKS[STOCK]))
