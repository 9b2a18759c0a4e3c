"""Labels on their way: how the label printer of this machine wants them, and the job that carries them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.printing.devices import Device
from jxc_desktop.printing.job import PrintJob
from jxc_desktop.printing.label import STOCKS, Label, label_pdf, label_sheet_pdf
from jxc_desktop.printing.label_dots import tspl, zpl

USUAL = "40×30"
"""The size of labels until another is chosen."""


class LabelLanguage(StrEnum):
    """How labels are put; the first two are for label printers, the others are PDF."""

    TSPL = "tspl"
    ZPL = "zpl"
    ROLL = "roll"
    SHEET = "sheet"

    @property
    def is_pdf(self) -> bool:
        """Whether drawn pages come out."""
        return self in {LabelLanguage.ROLL, LabelLanguage.SHEET}


_WAYS = {
    LabelLanguage.TSPL: tspl,
    LabelLanguage.ZPL: zpl,
    LabelLanguage.ROLL: label_pdf,
    LabelLanguage.SHEET: label_sheet_pdf,
}


@dataclass(frozen=True, slots=True)
class LabelPrinter:
    """Where labels of this machine go: the device, its language, and the name of the labels in it."""

    device: Device
    language: LabelLanguage = LabelLanguage.ROLL
    stock: str = USUAL


def label_job(
    labels: Sequence[Label], printer: LabelPrinter, *, kind: str, number: str
) -> PrintJob:
    """`labels` made ready for the label printer."""
    data = _WAYS[printer.language](labels, STOCKS[printer.stock])
    return PrintJob(kind, number, printer.device.name, data)
