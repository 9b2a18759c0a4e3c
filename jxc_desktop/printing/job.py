"""A print job: bytes ready for a device, with what the spool must know to repeat it honestly."""

from dataclasses import dataclass

from jxc_desktop.printing import escpos
from jxc_desktop.printing.devices import Device
from jxc_desktop.printing.escpos import Charset
from jxc_desktop.printing.paper import slip_pdf
from jxc_desktop.printing.slip import Drawer, Roll, Slip


@dataclass(frozen=True, slots=True)
class PrintJob:
    """`kind` (receipt, sales_delivery …) and `number` name the document that was printed.

    `once` is sent ahead of `data` on the first try only (the drawer). `reprint` counts earlier prints that
    are known. For receipt printers `roll` and `charset` say how a later mark 补打 is to be written.
    """

    kind: str
    number: str
    device: str
    data: bytes
    once: bytes = b""
    reprint: int = 0
    roll: Roll | None = None
    charset: Charset | None = None

    def payload(self, *, first_try: bool, prints: int) -> bytes:
        """The bytes for the next try; `prints` tries may have put this job on paper already."""
        mark = b""
        if prints and self.roll and self.charset:
            mark = escpos.reprint_mark(self.reprint + prints, self.roll, self.charset)
        return (self.once if first_try else b"") + mark + self.data


def slip_job(slip: Slip, device: Device, *, kind: str, number: str) -> PrintJob:
    """`slip` made ready for `device`."""
    if device.takes_pdf:
        data = slip_pdf(slip, device.roll)
        return PrintJob(kind, number, device.name, data, reprint=slip.reprint)
    kicks = device.drawer and any(isinstance(part, Drawer) for part in slip.elements)
    return PrintJob(
        kind,
        number,
        device.name,
        escpos.encode(slip, device.roll, device.charset, knife=device.knife),
        once=escpos.drawer_kick() if kicks else b"",
        reprint=slip.reprint,
        roll=device.roll,
        charset=device.charset,
    )


def drawer_job(device: Device, *, number: str) -> PrintJob:
    """Opens the drawer without paper (开钱箱); `number` names the audited act."""
    return PrintJob("drawer", number, device.name, b"", once=escpos.drawer_kick())


def pdf_job(pdf: bytes, device: Device, *, kind: str, number: str, reprint: int = 0) -> PrintJob:
    """A drawn form or report on its way to a PDF folder."""
    return PrintJob(kind, number, device.name, pdf, reprint=reprint)
