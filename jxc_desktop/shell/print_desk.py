"""Paper for panes: slips and drawn pages go into the spool; what did not come out is told and can be tried again."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from jxc_desktop.core.clock import Clock
from jxc_desktop.printing.devices import Device, printer_at
from jxc_desktop.printing.job import PrintJob, drawer_job, pdf_job, slip_job
from jxc_desktop.printing.label import Label
from jxc_desktop.printing.label_job import label_job
from jxc_desktop.printing.printer import Printer
from jxc_desktop.printing.slip import Slip
from jxc_desktop.printing.spool import JobView, Spool
from jxc_desktop.shell.lamp import Light
from jxc_desktop.shell.printers import Printers
from jxc_desktop.widgets.garbage import GarbageKeeper
from jxc_desktop.widgets.messages import Link, Messages


class PrintDesk(QObject):
    """One window's way to paper. A sale never waits for it and never fails for it."""

    light = Signal(object)
    """A `Light` for the status bar."""
    _went = Signal(object)

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        printers: Printers,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.printers = printers
        self._messages = messages
        self._spool = Spool(folder, clock, self._printer_named)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="paper")
        self._garbage = GarbageKeeper(self)  # drawing on the worker must not bury widgets there
        self._garbage.start()
        self._went.connect(self._on_went, Qt.ConnectionType.QueuedConnection)

    def print_slip(
        self,
        slip: Slip,
        *,
        kind: str,
        number: str,
        then: Callable[[JobView], None] | None = None,
    ) -> None:
        """Print a slip on the receipt printer; `kind` and `number` name the document, `then` hears how it went."""
        device = self.printers.receipt()
        self._submit(partial(slip_job, slip, device, kind=kind, number=number), then)

    def print_pdf(
        self,
        pdf: bytes,
        *,
        kind: str,
        number: str,
        reprint: int = 0,
        then: Callable[[JobView], None] | None = None,
    ) -> None:
        """Put drawn pages where papers of this machine go."""
        device = self.printers.paper()
        make = partial(pdf_job, pdf, device, kind=kind, number=number, reprint=reprint)
        self._submit(make, then)

    def print_labels(
        self,
        labels: Sequence[Label],
        *,
        kind: str,
        number: str,
        then: Callable[[JobView], None] | None = None,
    ) -> None:
        """Put labels where labels of this machine go: a label printer, or drawn pages."""
        printer = self.printers.labels()
        self._submit(partial(label_job, labels, printer, kind=kind, number=number), then)

    def open_drawer(self, number: str) -> None:
        """开钱箱 without paper; `number` names the audited act."""
        self._submit(partial(drawer_job, self.printers.receipt(), number=number), None)

    def try_out(self, slip: Slip, device: Device) -> None:
        """Print on a device that is not kept yet; raises `PrinterError`."""
        job = slip_job(slip, device, kind="trial", number="")
        printer_at(device).send(job.payload(first_try=True, prints=0), job.kind)

    def prints_of(self, number: str, kind: str) -> int:
        """How often a document is on paper already, for 补打."""
        return self._spool.prints_of(number, kind)

    def retry_open(self) -> None:
        """Try everything that did not come out."""
        for job in self._spool.open_jobs():
            self._watch(self._spool.retry_soon(job.id), None)

    def shine(self) -> None:
        """Say how the printer stands."""
        waiting = len(self._spool.open_jobs())
        device = self.printers.receipt()
        if waiting:
            words = self.tr("打印机 还有 {count} 张没打").format(count=waiting)
            self.light.emit(Light(words, "bad", self.tr("工具 › 打印机 里可以重试")))
        elif device.takes_pdf:
            self.light.emit(Light(self.tr("打印机 存成文件"), "mute", device.address))
        else:
            self.light.emit(Light(self.tr("打印机 就绪"), "ok", device.address))

    def close(self) -> None:
        """Finish the jobs in hand."""
        self._worker.shutdown()
        self._garbage.stop()
        self._spool.close()

    def _submit(self, make: Callable[[], PrintJob], then: Callable[[JobView], None] | None) -> None:
        """Draw and print away from the window: the first slip of a day loads the drawing libraries."""
        self._watch(self._worker.submit(lambda: self._spool.submit(make())), then)

    def _watch(self, coming: "Future[JobView]", then: Callable[[JobView], None] | None) -> None:
        coming.add_done_callback(lambda done: self._went.emit((done, then)))

    def _on_went(self, what: tuple["Future[JobView]", Callable[[JobView], None] | None]) -> None:
        done, then = what
        if done.cancelled():
            return
        job = done.result()
        self.shine()
        if job.is_open:
            again = Link(self.tr("重打"), partial(self._again, job.id), "F11")
            self._messages.error(job.reason, again)
        elif job.state == "done" and self.printers.paper().name == job.device:
            self._tell_place(job)
        if then is not None:
            then(job)

    def _tell_place(self, job: JobView) -> None:
        folder = self.printers.paper().address
        show = Link(self.tr("打开文件夹"), partial(_show_folder, folder))
        said = self.tr("{number} 已存成 PDF，在 {folder}").format(number=job.number, folder=folder)
        self._messages.success(said, show)

    def _again(self, job_id: str) -> None:
        self._watch(self._spool.retry_soon(job_id), None)

    def _printer_named(self, name: str) -> Printer:
        return printer_at(self.printers.named(name))


def _show_folder(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
