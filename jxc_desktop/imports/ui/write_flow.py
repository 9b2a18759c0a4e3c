"""The one step that writes: a backup first, then all rows in one transaction, or none."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from jxc_desktop.imports.ui.report_page import WritePage
from jxc_desktop.imports.work import LookedOver, Outdated, Work, carry_out
from jxc_desktop.widgets.pane import Pane
from jxc_desktop.widgets.tasks import Cancelled, Progress

BackUp = Callable[[Progress], str]
"""Makes the backup before the writing and tells where it lies, "" where nobody has chosen a folder for backups."""


class WriteFlow(QObject):
    """Runs once for each import; a backup that fails stops it until a person says to go on without."""

    done = Signal(object, str)
    """The `LookedOver` that was written, and where the backup lies."""
    stopped = Signal()
    """Nothing was written; the reason is told."""
    outdated = Signal(object)
    """Nothing was written, because the shop has changed since the check: the `Work`, to be checked again."""

    def __init__(self, pane: Pane, page: WritePage, back_up: BackUp | None) -> None:
        super().__init__(pane)
        self.without_backup = False
        self.running = False
        self._pane, self._page, self._back_up = pane, page, back_up

    def begin(self, looked: LookedOver) -> None:
        """Back up, then write."""
        self.running = True
        work = looked.work
        if self._back_up is None or self.without_backup:
            self._page.begin(looked, "")
            self._write(work, self.tr("没有备份"), "")
            return
        self._page.begin(looked, self.tr("正在备份账套"))
        self._pane.run_background(
            self._back_up, then=partial(self._on_backup, work), failed=self._on_no_backup
        )

    def _on_backup(self, work: Work, where: str) -> None:
        words = self.tr("已备份并验证") if where else self.tr("没有备份：设置里没有选备份文件夹")
        self._write(work, words, where)

    def _write(self, work: Work, words: str, where: str) -> None:
        self._page.show_backup(words, made=bool(where))
        self._pane.run_write(
            carry_out,
            work,
            then=partial(self._on_written, where),
            failed=partial(self._on_not_written, work),
        )

    def _on_written(self, where: str, written: LookedOver) -> None:
        self.running = self.without_backup = False
        self.done.emit(written, where)

    def _on_no_backup(self, error: BaseException) -> None:
        self.running, self.without_backup = False, not isinstance(error, Cancelled)
        self.stopped.emit()
        self._pane.fail(error)

    def _on_not_written(self, work: Work, error: BaseException) -> None:
        self.running = False
        self.stopped.emit()
        if isinstance(error, Outdated):
            self.outdated.emit(work)
        self._pane.fail(error)
