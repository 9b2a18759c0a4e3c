"""What was not imported, kept as a file: the user's own table with the reasons beside its rows."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.ui.import_jobs import save_problems
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Pane


class SaveFlow(QObject):
    """Asks where to, writes in the background, offers to open what was written."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane

    def save_problems(self, looked: LookedOver) -> None:
        """All rows, those with problems marked."""
        found = [each.problem for each in looked.findings]
        self._save(self.tr("错误清单"), looked, found, only_bad=False)

    def save_left_out(self, looked: LookedOver) -> None:
        """The rows that were left out, ready to be put right and imported again."""
        out = looked.work.amendments.left_out
        found = [each.problem for each in looked.findings if each.problem.row in out]
        self._save(self.tr("没有导入的行"), looked, found, only_bad=True)

    def _save(
        self, name: str, looked: LookedOver, problems: Sequence[Problem], *, only_bad: bool
    ) -> None:
        work = looked.work
        start = work.path.with_name(f"{name} {work.path.stem}.xlsx")
        path, _kind = QFileDialog.getSaveFileName(self._pane, self.tr("存为"), str(start), "*.xlsx")
        if path:
            self._pane.run_background(
                save_problems, Path(path), work, tuple(problems), only_bad, then=self._saved
            )

    def _saved(self, path: Path) -> None:
        self._pane.context.messages.success(
            self.tr("已存到 {path}").format(path=path), Link(self.tr("打开"), partial(_open, path))
        )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
