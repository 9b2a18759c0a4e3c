"""导入: a foreign table in six steps: file, headings, check, trial, writing, report. Only the fifth writes."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from jxc_desktop.imports.dealing import Dealt, Finding
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.ui.amend_flow import AmendFlow
from jxc_desktop.imports.ui.file_flow import FileFlow
from jxc_desktop.imports.ui.import_face import ImportFace
from jxc_desktop.imports.ui.save_flow import SaveFlow
from jxc_desktop.imports.ui.stages import Stage, main_word
from jxc_desktop.imports.ui.write_flow import BackUp, WriteFlow
from jxc_desktop.imports.work import LookedOver, Work, look_over
from jxc_desktop.widgets.actions import MAIN_KEY, action, action_named, build_actions
from jxc_desktop.widgets.formats import count_text
from jxc_desktop.widgets.messages import Link
from jxc_desktop.widgets.pane import Context, Pane

IMPORT = "import.data"
_LEAST = 660
NEXT_KEY = "Alt+N"
_AS_EVERYWHERE = ("Ctrl+Return", "Ctrl+Enter")
"""The keys of the main action that take the suggestion while problems are looked at."""
_FILES = "*.xlsx *.xls *.xlsm *.xlsb *.ods *.csv *.tsv *.txt"
_LISTS = {
    "products": "product",
    "customers": "customer",
    "suppliers": "supplier",
    "members": "member",
    "stock_bounds": "stock",
    "opening_stock": "stock",
    "opening_ar": "customer",
    "opening_ap": "supplier",
    "opening_accounts": "ledger",
    "goods_receipt": "receipts",
    "sales_delivery": "deliveries",
    "sales_invoice": "deliveries",
    "bank_statement": "bank_match",
}
"""The pane that shows what an import has brought."""


class ImportPane(Pane):
    """`sources` are the kinds by their word; each is made anew for every check.

    `back_up` is run before the writing, where there is one. The subject of the pane is a kind, or with it the code of
    a money account.
    """

    title = str(QT_TR_NOOP("导入"))
    icon = "file-up"
    needs = IMPORT

    def __init__(
        self,
        context: Context,
        sources: Mapping[str, Callable[[], Source]],
        back_up: BackUp | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.stage = Stage.FILE
        self.looked: LookedOver | None = None
        self._since = 0.0
        kinds = {kind: make().title for kind, make in sources.items()}
        named = partial(action_named, self)
        self.face = ImportFace(self.heading(), kinds, named, context.settings)
        self.files = FileFlow(self, sources, self.face.file_page, self.face.heading_page)
        self.amends = AmendFlow(context.messages, self)
        self.writer = WriteFlow(self, self.face.write_page, back_up)
        self.saver = SaveFlow(self)
        self.setProperty("look", "canvas")
        self.setMinimumWidth(_LEAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.face)
        self._connect()
        self.setAcceptDrops(True)
        self._show(Stage.FILE)

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Begin with a kind, or a kind and a money account; an import under way is not disturbed."""
        account = ""
        if isinstance(subject, tuple):
            subject, account = subject
        if self.stage in {Stage.FILE, Stage.REPORT}:
            self.begin_anew()
            self.face.file_page.choose_kind(str(subject))
            self.face.file_page.choose_account(account)
        elif str(subject) != self.face.file_page.kind:
            self.context.messages.notice(
                self.tr("还在导入{title}。做完，或按 Esc 取消").format(
                    title=self.face.file_page.kind_box.currentText()
                )
            )

    def may_close(self) -> bool:
        if self.writer.running:
            self.context.messages.notice(self.tr("正在写入。写完再关，或按 Esc 停下"))
        return not self.writer.running

    def begin_anew(self) -> None:
        """Back to an empty first step."""
        self.face.file_page.path_field.clear()
        self.looked = self.amends.looked = None
        self._show(Stage.FILE)

    # --- ways on, back and out ---

    def why_not_on(self) -> str:
        """What keeps the next step from coming."""
        if self.stage is Stage.WRITE or (self.working and self.stage is not Stage.FILE):
            return self.tr("还在处理，等一下")
        if self.stage is Stage.HEADINGS:
            return self.face.heading_page.obstacle()
        if self.stage is Stage.TRIAL and self.looked and not self.looked.checked.rows:
            return self.tr("没有要写入的行：文件里的都已有，或都排除了")
        return ""

    @action(
        str(QT_TR_NOOP("下一步")),
        MAIN_KEY,
        needs=IMPORT,
        icon="arrow-right",
        obstacle="why_not_on",
    )
    def go_on(self) -> None:
        """Do what the step is for."""
        self.face.check_page.commit()
        match self.stage:
            case Stage.FILE:
                self.files.go_to_headings()
            case Stage.HEADINGS:
                self.files.accept()
            case Stage.CHECK if not self.working:
                self._try()
            case Stage.TRIAL if self.looked is not None:
                self._show(Stage.WRITE)
                self.writer.begin(self.looked)
            case Stage.REPORT:
                self.begin_anew()

    @action(str(QT_TR_NOOP("上一步")), "Alt+B", icon="arrow-left")
    def go_back(self) -> None:
        """The step before, as it was left."""
        if self.stage in {Stage.HEADINGS, Stage.CHECK, Stage.TRIAL} and not self.working:
            self._show(Stage(self.stage - 1))

    @action(str(QT_TR_NOOP("取消")), "Esc", icon="x")
    def leave(self) -> None:
        """Stop what is under way; else give the import up, which can be taken back."""
        if self.working:
            self.cancel_work()
        elif self.stage in {Stage.FILE, Stage.REPORT}:
            self.begin_anew()
        else:
            stage = self.stage
            self._show(Stage.FILE)
            self.context.messages.info(
                self.tr("已取消，什么也没有写入"),
                Link(self.tr("接着导入"), partial(self._show, stage)),
            )

    # --- the file ---

    @action(str(QT_TR_NOOP("浏览…")), "Ctrl+O", icon="folder-open")
    def browse(self) -> None:
        """Choose a file in a dialog."""
        kinds = self.tr("表格 ({files});;所有文件 (*)").format(files=_FILES)
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("选要导入的文件"), self.files.folder(), kinds
        )
        if path:
            self.files.choose(Path(path))

    @action(str(QT_TR_NOOP("重新读文件")), "F5", icon="refresh-cw")
    def read_again(self) -> None:
        """The file was put right in its own program: read and check it again."""
        if self.stage is Stage.CHECK and self.looked and not self.working:
            self.files.read_again(self.looked.work)
        elif self.stage is Stage.FILE:
            self.files.read()

    # --- the problems ---

    @action(str(QT_TR_NOOP("照建议改")), "Ctrl+Return", icon="check")
    def take(self) -> None:
        """Put what is suggested in its place."""
        if not self.working:
            self.amends.take(self.face.check_page.picked())

    @action(str(QT_TR_NOOP("同样的都这样改")), "Ctrl+Shift+Return", icon="list-checks")
    def take_alike(self) -> None:
        """The suggestions of all problems that say the same."""
        finding = self.face.check_page.finding()
        if finding is not None and not self.working:
            self.amends.take_alike(finding)

    @action(str(QT_TR_NOOP("排除")), "Del", icon="ban")
    def switch_rows(self) -> None:
        """Leave the rows in question out, or let them take part again."""
        if not self.working:
            self.amends.switch_rows(self.face.check_page.rows())

    @action(str(QT_TR_NOOP("改这一格")), "F2", icon="pencil")
    def edit_cell(self) -> None:
        """Type into the cell in the box."""
        if not self.working:
            self.face.check_page.edit_cell()

    @action(str(QT_TR_NOOP("撤回")), "Ctrl+Z", icon="undo-2")
    def undo(self) -> None:
        """Back to how it was before the last step."""
        if not self.working:
            self.amends.undo()

    @action(str(QT_TR_NOOP("重做")), "Ctrl+Y", icon="redo-2")
    def redo(self) -> None:
        """What was taken back again."""
        if not self.working:
            self.amends.redo()

    @action(str(QT_TR_NOOP("存错误清单")), "Ctrl+E", icon="download")
    def save_problems(self) -> None:
        """The user's own file with the reasons beside its rows."""
        if self.looked is not None:
            self.saver.save_problems(self.looked)

    # --- the report ---

    @action(str(QT_TR_NOOP("存排除的行")), "Ctrl+E", icon="download")
    def save_left_out(self) -> None:
        """What was not imported, ready to be put right and imported again."""
        if self.looked is not None:
            self.saver.save_left_out(self.looked)

    @action(str(QT_TR_NOOP("看列表")), "Ctrl+G", icon="list")
    def show_list(self) -> None:
        """The list of what was imported."""
        self.context.open(_LISTS.get(self.face.file_page.kind, self.face.file_page.kind))

    # --- what comes back ---

    def _check(self, work: Work, then: Stage = Stage.CHECK) -> None:
        self._since = time.monotonic()
        self.run_read(look_over, work, then=partial(self._on_looked, then), slot="check")

    def _on_looked(self, then: Stage, looked: LookedOver) -> None:
        first = self.stage is Stage.HEADINGS
        self.looked = self.amends.looked = looked
        self.face.check_page.show_check(looked)
        self.unsaved_changed.emit(bool(looked.work.amendments.settled))
        if then is Stage.TRIAL and not looked.checked.bad:
            self.face.trial_page.show_trial(looked)
        elif then is Stage.TRIAL:
            then = Stage.CHECK
        self._show(then)
        if first:
            words = self.tr("预检完成：{rows} 行，用时 {seconds} 秒。还没有写入任何资料")
            spent = time.monotonic() - self._since
            rows = count_text(len(looked.whole.records))
            self.context.messages.success(words.format(rows=rows, seconds=f"{spent:.1f}"))

    def _on_chosen(self, finding: Finding | None) -> None:
        out = finding is not None and finding.dealt is Dealt.LEFT_OUT
        action_named(self, "switch_rows").setText(self.tr("恢复") if out else self.tr("排除"))
        self.face.tell_foot(self.stage, self.looked)

    def _try(self) -> None:
        self.writer.without_backup = False
        work = self.amends.leave_bad_out()
        if work is not None:
            self._check(work, Stage.TRIAL)

    def _on_written(self, written: LookedOver, backup: str) -> None:
        self.looked = written
        clock, actor = self.context.clock, self.context.more.get("actor")
        when = f"{clock.local(clock.milliseconds()):%Y-%m-%d %H:%M}"
        self.face.report_page.show_report(written, when, getattr(actor, "name", ""), backup)
        self.unsaved_changed.emit(False)
        self._show(Stage.REPORT)
        self.context.messages.success(
            self.tr("写入了 {count} 行").format(count=count_text(len(written.checked.rows))),
            Link(self.tr("看列表"), self.show_list, "Ctrl+G"),
        )

    # --- where one is ---

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.face.show_stage(stage, self.looked)
        self._tell_steps()
        self._fit_actions()
        (self.face.first_field(stage) or self).setFocus()

    def _tell_steps(self) -> None:
        self.face.tell_steps(self.stage)
        self.subject_changed.emit(self.face.file_name(self.stage))

    def _fit_actions(self) -> None:
        """Which keys mean something now, and what the main one says."""
        on = {
            "go_back": self.stage in {Stage.HEADINGS, Stage.CHECK, Stage.TRIAL},
            "browse": self.stage is Stage.FILE,
            "read_again": self.stage in {Stage.FILE, Stage.CHECK},
            "leave": self.stage is not Stage.REPORT,
            "show_list": self.stage is Stage.REPORT,
            "save_left_out": self.stage is Stage.REPORT
            and bool(self.looked and self.looked.left_out),
        }
        checking = ("take", "take_alike", "switch_rows", "edit_cell", "undo", "redo")
        on |= dict.fromkeys((*checking, "save_problems"), self.stage is Stage.CHECK)
        for name, wanted in on.items():
            action_named(self, name).setEnabled(wanted)
        main = action_named(self, "go_on")
        keys = [MAIN_KEY, NEXT_KEY, *([] if self.stage is Stage.CHECK else _AS_EVERYWHERE)]
        main.setShortcuts([QKeySequence(key) for key in keys])
        without = self.writer.without_backup
        main.setText(main_word(self.stage, self.looked, without_backup=without))

    def _connect(self) -> None:
        self.files.headed.connect(partial(self._show, Stage.HEADINGS))
        self.files.ready.connect(self._on_ready)
        self.face.heading_page.changed.connect(self._tell_steps)
        self.face.file_page.kind_chosen.connect(self._tell_steps)
        self.amends.changed.connect(self._check)
        self.face.check_page.typed.connect(self.amends.type)
        self.face.check_page.chosen.connect(self._on_chosen)
        self.writer.done.connect(self._on_written)
        self.writer.stopped.connect(partial(self._show, Stage.TRIAL))
        self.writer.outdated.connect(self._check)

    def _on_ready(self, work: Work) -> None:
        if self.stage is Stage.CHECK:
            self.amends.go_on_with(work)
        else:
            self.amends.begin(work)

    # --- what Qt tells ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.stage is Stage.FILE and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.choose(Path(paths[0]))
