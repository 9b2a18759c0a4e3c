"""The cards of receipt printer, drawer and label printer."""

from collections.abc import Callable
from functools import partial

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.pos.selling import note_drawer
from jxc_desktop.printing.devices import Connection, Device, printer_at
from jxc_desktop.printing.job import drawer_job, slip_job
from jxc_desktop.printing.label_job import LabelPrinter, label_job
from jxc_desktop.printing.slip import Slip
from jxc_desktop.shell.device_card import DeviceCard
from jxc_desktop.shell.device_trials import trial_label, trial_slip
from jxc_desktop.shell.print_desk import PrintDesk
from jxc_desktop.shell.printers import Printers
from jxc_desktop.widgets.pane import Pane

TRIAL = "trial"
"""The kind of what is printed only to see whether it is."""


class ReceiptCard(DeviceCard):
    """Prints the self-test page on the receipt printer as it is kept."""

    def __init__(self, pane: Pane, desk: PrintDesk, ask: Callable[[str], None]) -> None:
        super().__init__(
            "printer",
            translate("shell", "小票机"),
            translate("shell", "打一张自检页：看纸宽、汉字、条码和切刀。"),
        )
        self._pane, self._desk = pane, desk
        self.trial = self.add_button(self.tr("打自检页"), self.try_out)
        self.add_button(self.tr("设置…"), partial(ask, "printers"))
        self.show_kept()

    def show_kept(self) -> None:
        """Say which printer it is."""
        device = self._desk.printers.receipt()
        if device.takes_pdf:
            self.tell(self.tr("没有小票机，小票存成 PDF"), "text2")
        else:
            words = self.tr("{how} {address}，还没有试").format(
                how=device.connection, address=device.address
            )
            self.tell(words, "text2")

    def try_out(self) -> None:
        """Print the self-test page away from the window."""
        device = self._desk.printers.receipt()
        clock = self._pane.context.clock
        slip = trial_slip(device, clock.local(clock.milliseconds()))
        self.tell(self.tr("正在打…"), "text2")
        work = partial(_send_slip, slip=slip, device=device)
        self._pane.run_background(work, then=self._went, failed=self._failed)

    def _went(self, _nothing: object) -> None:
        self.tell(
            self.tr(
                "送出去了。没出纸：看电源、纸、盖子。乱码：到设置里换字符编码。折行：换纸宽。不切纸：勾上打完切纸"
            )
        )

    def _failed(self, error: BaseException) -> None:
        _tell_failed(self, self._pane, error, self._fix())

    def _fix(self) -> str:
        fixes = {
            Connection.NETWORK: self.tr(
                "打印机断电开机时按住走纸键，会打出它的网址；和设置里对一下"
            ),
            Connection.USB: self.tr("换一个 USB 口；设备管理器里看得到它吗"),
            Connection.SERIAL: self.tr("看波特率和打印机自检页上的一样不一样"),
            Connection.QUEUE: self.tr("在系统的打印机里打一张测试页；名称要一字不差"),
            Connection.PORT: self.tr("看端口名对不对，别的程序是不是占着它"),
        }
        return fixes.get(self._desk.printers.receipt().connection, "")


class DrawerCard(DeviceCard):
    """Opens the drawer, which is put on record."""

    def __init__(self, pane: Pane, desk: PrintDesk, till: str) -> None:
        super().__init__(
            "inbox",
            translate("shell", "钱箱"),
            translate("shell", "钱箱的线插在小票机上，由小票机打开。试开也记在日志里。"),
        )
        self._pane, self._desk, self._till = pane, desk, till
        self.trial = self.add_button(self.tr("开一下"), self.try_out)
        self.trial.setEnabled(pane.context.may("pos.open_drawer"))
        self.tell(self.tr("还没有试"), "text2")

    def try_out(self) -> None:
        """Put it on record, then open."""
        if self._desk.printers.receipt().takes_pdf:
            self.tell(self.tr("没有小票机，开不了钱箱。先设好小票机"), "warn")
            return
        self._pane.run_write(note_drawer, self._till, then=self._noted)

    def _noted(self, _nothing: object) -> None:
        device = self._desk.printers.receipt()
        self._pane.run_background(
            partial(_send_kick, device=device), then=self._went, failed=self._failed
        )

    def _went(self, _nothing: object) -> None:
        self.tell(
            self.tr("送出去了。没弹开：看线是不是插在小票机的钱箱口（像电话线），钱箱锁开着没有")
        )

    def _failed(self, error: BaseException) -> None:
        _tell_failed(self, self._pane, error, self.tr("先让小票机打得出自检页"))


class LabelCard(DeviceCard):
    """Prints a label on the label printer as it is kept."""

    def __init__(self, pane: Pane, printers: Printers, ask: Callable[[str], None]) -> None:
        super().__init__(
            "tags",
            translate("shell", "标签机"),
            translate("shell", "打一张标签：看边齐不齐、条码扫不扫得出。"),
        )
        self._pane, self._printers = pane, printers
        self.trial = self.add_button(self.tr("打一张标签"), self.try_out)
        self.add_button(self.tr("设置…"), partial(ask, "label_printer"))
        self.tell(self.tr("还没有试"), "text2")

    def try_out(self) -> None:
        """Print a label away from the window."""
        printer = self._printers.labels()
        self.tell(self.tr("正在打…"), "text2")
        work = partial(_send_label, printer=printer)
        self._pane.run_background(work, then=self._went, failed=self._failed)

    def _went(self, _nothing: object) -> None:
        if self._printers.labels().language.is_pdf:
            self.tell(self.tr("没有标签机，标签存成 PDF"), "text2")
            return
        self.tell(
            self.tr("送出去了。印偏了：换标签尺寸，或在标签机上校一次纸。一片空白：换 TSPL 或 ZPL")
        )

    def _failed(self, error: BaseException) -> None:
        _tell_failed(self, self._pane, error, self.tr("看标签装好没有，盖子合上没有"))


def _tell_failed(card: DeviceCard, pane: Pane, error: BaseException, fix: str) -> None:
    if isinstance(error, UserError):
        card.tell("\n".join(filter(None, (error.message, fix))), "bad")
    else:
        pane.fail(error)


def _send_slip(_progress: object, slip: Slip, device: Device) -> None:
    job = slip_job(slip, device, kind=TRIAL, number="")
    printer_at(device).send(job.payload(first_try=True, prints=0), job.kind)


def _send_kick(_progress: object, device: Device) -> None:
    job = drawer_job(device, number=TRIAL)
    printer_at(device).send(job.payload(first_try=True, prints=0), job.kind)


def _send_label(_progress: object, printer: LabelPrinter) -> None:
    job = label_job([trial_label()], printer, kind=TRIAL, number="")
    printer_at(printer.device).send(job.payload(first_try=True, prints=0), job.kind)
