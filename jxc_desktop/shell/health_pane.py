"""健康: every self-check with its result in words, and every backup with whether it was proven."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.safety.backup_log import DRILL, Attempt, attempts
from jxc_desktop.safety.verify import Check, Findings, verify
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tasks import Progress
from jxc_desktop.widgets.tokens import Size, Space

_MIB = 2**20


@dataclass(frozen=True, slots=True)
class _Row:
    """A check and one of its problems, "" when it found none."""

    check: Check
    problem: str

    @property
    def result(self) -> Chip:
        if not self.check.problems:
            return Chip(translate("safety", "通过"), "ok")
        return Chip(translate("safety", "不符"), "bad")


class HealthPane(Pane):
    """Runs the self-check when it opens; backups are made by the window (`context.more["back_up"]`)."""

    title = str(QT_TR_NOOP("健康"))
    icon = "heart-pulse"
    watches = frozenset({"backup_log"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self.result = ChipLabel(Chip(self.tr("还没核对账实"), "warn"))
        self.checks: RowsModel[_Row] = RowsModel(self._check_columns(), self)
        self.backups: RowsModel[Attempt] = RowsModel(self._backup_columns(), self)
        self.check_grid = Grid(self.checks, name="health-checks", settings=context.settings)
        self.backup_grid = Grid(self.backups, name="health-backups", settings=context.settings)
        self._lay_out()
        self.refresh()
        if context.may("verify.run"):
            self.check()

    def refresh(self) -> None:
        self.run_read(attempts, then=self.backups.set_rows, slot="backups")

    @action(str(QT_TR_NOOP("核对账实")), "F5", needs="verify.run", icon="shield-check")
    def check(self) -> None:
        """Run every self-check on one snapshot, beside whoever is working."""
        self.run_background(self._verify, False, then=self._show)

    @action(str(QT_TR_NOOP("连文件一起查")), needs="verify.run", icon="hard-drive")
    def check_file(self) -> None:
        """The same, and every page of the file."""
        self.run_background(self._verify, True, then=self._show)

    @action(
        str(QT_TR_NOOP("立即备份")),
        "F12",
        needs="backup.make",
        icon="hard-drive-download",
        obstacle="why_no_backup",
    )
    def back_up(self) -> None:
        """Make a proven backup now."""
        self.context.more["back_up"]()

    def why_no_backup(self) -> str:
        """Why no backup can be made from here."""
        if "back_up" in self.context.more:
            return ""
        return self.tr("这个窗口里不能备份。用命令 jxc backup")

    def _verify(self, progress: Progress, full: bool) -> Findings:
        more = self.context.more
        rules = more["invariants"]
        done = iter(range(len(rules) + 2))
        return verify(
            more["database"],
            rules,
            actor=more["actor"],
            full=full,
            told=lambda title: progress.report(next(done), len(rules) + 1, title),
        )

    def _show(self, findings: Findings) -> None:
        rows = [_Row(c, problem) for c in findings.checks for problem in c.problems or ("",)]
        self.checks.set_rows(sorted(rows, key=lambda row: not row.problem))
        count = len(findings.problems)
        if count:
            words = self.tr("%n 处不符", "", count)
            self.result.set_chip(Chip(words, "bad"), "circle-alert")
        else:
            words = self.tr("{count} 项全部通过").format(count=len(findings.checks))
            self.result.set_chip(Chip(words, "ok"), "circle-check")
        tell = self.context.more.get("checked")
        if tell is not None:
            tell(findings.problems)

    def _check_columns(self) -> tuple[Column[_Row], ...]:
        return (
            Column("result", self.tr("结果"), kind=Kind.CHIP, width=76),
            Column("title", self.tr("检查"), lambda row: row.check.title, width=300),
            Column(
                "problem",
                self.tr("哪里不符"),
                stretch=True,
                tone=lambda row: "bad" if row.problem else "",
            ),
            Column(
                "seconds",
                self.tr("用时"),
                lambda row: self.tr("{s:.2f} 秒").format(s=row.check.seconds),
                right=True,
                width=84,
                muted=True,
            ),
        )

    def _backup_columns(self) -> tuple[Column[Attempt], ...]:
        clock = self.context.clock
        return (
            Column(
                "at", self.tr("时间"), text=lambda at: f"{clock.local(at):%m-%d %H:%M}", width=104
            ),
            Column("reason", self.tr("原因"), text=_reason, width=110),
            Column("state", self.tr("状态"), _state, kind=Kind.CHIP, width=96),
            Column("size", self.tr("大小"), _size, right=True, width=84),
            Column(
                "where",
                self.tr("位置"),
                lambda a: a.problem or str(Path(a.folder) / a.file),
                stretch=True,
                tone=lambda a: "" if a.verified or not a.problem else "bad",
            ),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.ROW)
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(title)
        head.addWidget(self.result)
        head.addStretch(1)
        for name, look in (("check_file", "quiet"), ("check", ""), ("back_up", "main")):
            head.addWidget(ActionButton(action_named(self, name), look))
        column.addLayout(head)
        for words, grid, stretch in (
            (self.tr("账实一致"), self.check_grid, 3),
            (self.tr("备份"), self.backup_grid, 2),
        ):
            label = QLabel(words)
            label.setFont(font(Size.CARD_TITLE, bold=True))
            grid.setAccessibleName(words)
            column.addSpacing(Space.LABEL)
            column.addWidget(label)
            column.addWidget(grid, stretch)
        self.setFocusProxy(self.check_grid)


def _reason(reason: str) -> str:
    words = {
        "manual": translate("safety", "手工"),
        "scheduled": translate("safety", "定时"),
        "on_close": translate("safety", "关店时"),
        "before_close": translate("safety", "结账前"),
        "recost": translate("safety", "重算成本前"),
        DRILL: translate("safety", "恢复演练"),
    }
    return words.get(reason, translate("safety", "做之前先备份"))


def _state(attempt: Attempt) -> Chip:
    if not attempt.file:
        return Chip(translate("safety", "没有做成"), "bad")
    if attempt.verified:
        return Chip(translate("safety", "已验证"), "ok")
    return Chip(translate("safety", "未验证"), "warn")


def _size(attempt: Attempt) -> str:
    return f"{attempt.size / _MIB:.1f} MB" if attempt.size else ""
