"""The printers of this machine as they were set up: one for receipts, one for labels, a folder for drawn pages."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.printing.devices import Connection, Device
from jxc_desktop.printing.escpos import Charset
from jxc_desktop.printing.label import STOCKS
from jxc_desktop.printing.label_job import LabelLanguage, LabelPrinter
from jxc_desktop.printing.slip import Roll
from jxc_desktop.widgets.ui_settings import UiSettings

RECEIPT, PAPER, LABELS = "receipt", "paper", "labels"


class Printers:
    """Kept in the window's settings; without any, receipts become PDF in `folder` too."""

    def __init__(self, settings: UiSettings, folder: Path) -> None:
        self._settings = settings
        self._folder = folder

    def receipt(self) -> Device:
        """The receipt printer."""
        kept = self._settings.read(f"printers/{RECEIPT}")
        return (isinstance(kept, dict) and _device(kept)) or self._pdf(RECEIPT)

    def paper(self) -> Device:
        """Where drawn pages go."""
        return self._pdf(PAPER)

    def labels(self) -> LabelPrinter:
        """Where labels go; without a label printer they are drawn one to a page."""
        kept = self._settings.read(f"printers/{LABELS}")
        found = _label_printer(kept, self.paper()) if isinstance(kept, dict) else None
        return found or LabelPrinter(self.paper())

    def keep_labels(self, printer: LabelPrinter) -> None:
        """Use `printer` for labels from now on."""
        self._settings.write(f"printers/{LABELS}", asdict(printer))

    def named(self, name: str) -> Device:
        """The printer a job was meant for."""
        for device in (self.receipt(), self.paper(), self.labels().device):
            if device.name == name:
                return device
        raise NotFound(
            translate("shell", "没有打印机“{name}”。在“工具 › 打印机”里设置").format(name=name)
        )

    def keep(self, device: Device) -> None:
        """Use `device` for receipts from now on."""
        self._settings.write(f"printers/{RECEIPT}", asdict(device))

    def forget(self) -> None:
        """Make receipts files again."""
        self._settings.forget(f"printers/{RECEIPT}")

    def _pdf(self, name: str) -> Device:
        return Device(name, Connection.PDF_FOLDER, str(self._folder), drawer=False)


def _label_printer(kept: dict[str, Any], paper: Device) -> LabelPrinter | None:
    """The label printer as it was kept; PDF goes where papers go."""
    try:
        language, stock = LabelLanguage(kept["language"]), str(kept["stock"])
        device = paper if language.is_pdf else _device(kept["device"], LABELS)
    except (KeyError, TypeError, ValueError):
        return None
    return LabelPrinter(device, language, stock) if device and stock in STOCKS else None


def _device(kept: dict[str, Any], name: str = RECEIPT) -> Device | None:
    """The printer as it was kept; None when it cannot be read any more."""
    try:
        return Device(
            name,
            Connection(kept["connection"]),
            str(kept["address"]),
            Roll(kept["roll"]),
            Charset(kept["charset"]),
            bool(kept["knife"]),
            bool(kept["drawer"]),
        )
    except (KeyError, ValueError):
        return None
