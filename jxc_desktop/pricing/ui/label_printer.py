"""Shelf labels of a price change: put on record, then handed to wherever labels of this machine go."""

from functools import partial

from PySide6.QtCore import QObject

from jxc_desktop.pricing.labels import printed_labels
from jxc_desktop.printing.label import Label
from jxc_desktop.widgets.pane import Pane


class LabelPrinter(QObject):
    """Prints for one pane on the labels that this machine has."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane

    def print_all(self, number: str) -> None:
        """Print every label that the change makes wrong."""
        self._pane.run_write(printed_labels, number, then=partial(self._hand_over, number))

    def _hand_over(self, number: str, labels: tuple[Label, ...]) -> None:
        messages = self._pane.context.messages
        print_labels = self._pane.context.more.get("print_labels")
        if print_labels is None:
            messages.notice(self.tr("这里没有打印机。在工具 › 打印机 里设"))
            return
        print_labels(labels, kind="shelf_label", number=number)
        messages.success(self.tr("%n 张价签已送打印", "", len(labels)))
