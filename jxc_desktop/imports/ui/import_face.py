"""How an import looks: the steps at the left, the page of the step, the bar below."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.ui.check_page import CheckPage
from jxc_desktop.imports.ui.file_page import FilePage
from jxc_desktop.imports.ui.foot_bar import FootBar
from jxc_desktop.imports.ui.heading_page import HeadingPage
from jxc_desktop.imports.ui.report_page import ReportPage, WritePage
from jxc_desktop.imports.ui.stages import Stage, foot_words, steps
from jxc_desktop.imports.ui.step_list import StepList
from jxc_desktop.imports.ui.trial_page import TrialPage
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.tokens import Space
from jxc_desktop.widgets.ui_settings import UiSettings

_NARROW = 1120
"""Width under which the steps lose their words."""
_TIGHT = 900
"""Width under which only the keys are left of what the menu offers too."""


class ImportFace(QWidget):
    """`kinds` are the titles of what can be imported, by their word; `named` gives the pane's actions."""

    def __init__(
        self,
        title: str,
        kinds: Mapping[str, str],
        named: Callable[[str], QAction],
        settings: UiSettings,
    ) -> None:
        super().__init__()
        self.file_page = FilePage(kinds, named("browse"))
        self.heading_page = HeadingPage()
        self.check_page = CheckPage(
            settings,
            above=(named("save_problems"), named("read_again")),
            below=(named("take"), named("take_alike"), named("switch_rows"), named("edit_cell")),
        )
        self.trial_page = TrialPage()
        self.write_page = WritePage()
        self.report_page = ReportPage(named("show_list"), named("save_left_out"))
        words = translate("imports", "写入之前先备份账套。写错了，从备份恢复。")
        self.steps = StepList(title, steps(), words)
        self.foot = FootBar(named("leave"), named("go_back"), named("go_on"))
        self.pages = QStackedWidget()
        self._lay_out()

    def show_stage(self, stage: Stage, looked: LookedOver | None) -> None:
        """Turn to the page of a stage; the focus goes where one types first."""
        self.pages.setCurrentIndex(stage)
        self.steps.show_step(stage)
        self.tell_steps(stage)
        self.tell_foot(stage, looked)

    def tell_steps(self, stage: Stage) -> None:
        """Say at the steps which file is read, and how many of its columns are taken."""
        kind = self.file_page.kind_box.currentText()
        self.steps.title.setText(translate("imports", "导入{kind}").format(kind=kind))
        self.steps.file.setText(self.file_name(stage))
        taken, count = self.heading_page.recognised()
        words = translate("imports", "{count} 列导入 {taken} 列").format(count=count, taken=taken)
        self.steps.set_hint(Stage.HEADINGS, words if stage > Stage.HEADINGS else "")

    def file_name(self, stage: Stage) -> str:
        """The file that is imported, "" while it is still chosen."""
        path = self.file_page.path
        return path.name if path and stage > Stage.FILE else ""

    def tell_foot(self, stage: Stage, looked: LookedOver | None) -> None:
        """Say what is left to do."""
        self.foot.say(*foot_words(stage, looked, self.check_page.sentence.text()))

    def first_field(self, stage: Stage) -> QWidget | None:
        """Where one types first; None while there is nothing to type."""
        fields: dict[Stage, QWidget] = {
            Stage.FILE: self.file_page.path_field,
            Stage.HEADINGS: self.heading_page.first_field(),
            Stage.CHECK: self.check_page.problem_grid,
            Stage.TRIAL: self.trial_page.sum_grid,
            Stage.REPORT: self.report_page.grid,
        }
        return fields.get(stage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.steps.set_narrow(self.width() < _NARROW)
        self.check_page.set_tight(self.width() < _TIGHT)
        self.foot.words.setVisible(self.width() >= _TIGHT)

    def _lay_out(self) -> None:
        for page in (
            self.file_page, self.heading_page, self.check_page, self.trial_page,
            self.write_page, self.report_page,
        ):  # fmt: skip
            self.pages.addWidget(page)
        held = QVBoxLayout()
        held.setContentsMargins(Space.PANE, Space.PANE, Space.PANE, Space.PANE)
        held.addWidget(self.pages)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(held, 1)
        right.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.steps)
        row.addLayout(right, 1)
