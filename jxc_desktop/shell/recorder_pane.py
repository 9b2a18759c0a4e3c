"""黑匣子: whether every posted document is recorded on a second disk, and getting back what the shop file lost."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jxc_desktop.safety.recorder import Comparison, Standing, recorder_of, recording_folder
from jxc_desktop.safety.replay import Replayed, replay
from jxc_desktop.safety.tape import Line
from jxc_desktop.shop.acts import act_words
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.columns import Column
from jxc_desktop.widgets.empty_state import EmptyState
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tasks import Progress
from jxc_desktop.widgets.tokens import Size, Space


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where the shop is recorded (None: nowhere) and how the tape stands to it."""

    folder: Path | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A document that the shop lost, and what became of it when it was posted again."""

    line: Line
    outcome: Replayed | None = None


class RecorderPane(Pane):
    """Shows where the shop is recorded; posts again what the tape has and the shop has not."""

    title = str(QT_TR_NOOP("黑匣子"))
    icon = "archive-restore"
    needs = "backup.make"
    watches = frozenset({"setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        build_actions(self, context.may)
        self._seen = _Seen()
        self.state = ChipLabel(Chip(self.tr("还没看"), "warn"))
        self.place = QLabel()
        self.place.setProperty("tone", "text2")
        self.lost: RowsModel[_Row] = RowsModel(self._columns(), self)
        self.grid = Grid(self.lost, name="recorder-lost", settings=context.settings)
        self.empty = EmptyState(
            self.grid,
            self.tr("每过账一张单，就往另一块盘上多记一行。电脑坏了，备份之后的单也找得回来"),
            icon_name="archive-restore",
        )
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        self.run_background(self._look, then=self._show)

    @action(str(QT_TR_NOOP("再看一次")), "F5", icon="refresh-cw")
    def look_again(self) -> None:
        """Compare the tape with the shop once more."""
        self.refresh()

    @action(
        str(QT_TR_NOOP("补录")),
        "F12",
        needs="backup.restore",
        icon="rotate-ccw",
        obstacle="why_no_replay",
    )
    def post_again(self) -> None:
        """Post what the shop lost, oldest first; what is there already is not posted twice."""
        self.run_background(self._replay, then=self._show_outcomes)

    @action(
        str(QT_TR_NOOP("从现在起重新记")),
        "Ctrl+Shift+N",
        needs="backup.restore",
        icon="archive-restore",
    )
    def begin_anew(self) -> None:
        """Put the old tape away, once it was looked at, and record from here on."""
        if self._standing() is Standing.AHEAD:
            self.run_background(self._begin, then=self._begun)
        else:
            self.context.messages.info(self.tr("黑匣子和账套一致，不用重新记"))

    def why_no_replay(self) -> str:
        """Why there is nothing to post again."""
        return "" if self._lost() else self.tr("账套没有少单据，不用补录")

    # --- beside the window ---

    def _look(self, _progress: Progress) -> _Seen:
        database = self.context.more["database"]
        recorder = recorder_of(database)
        comparison = recorder.compare() if recorder else None
        return _Seen(recording_folder(database), comparison)

    def _replay(self, progress: Progress) -> list[_Row]:
        lost, more = self._lost(), self.context.more
        rows = []
        for line, outcome in zip(
            lost, replay(more["database"], lost, actor=more["actor"]), strict=True
        ):
            rows.append(_Row(line, outcome))
            progress.report(len(rows), len(lost), line.subject)
        return rows

    def _begin(self, _progress: Progress) -> None:
        if recorder := recorder_of(self.context.more["database"]):
            recorder.begin_anew(self.context.more["actor"])

    # --- what is shown ---

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        self.lost.set_rows([_Row(line) for line in self._lost()])
        self.place.setText(
            self.tr("记在 {folder}").format(folder=seen.folder)
            if seen.folder
            else self.tr("还没有地方记。在设置里填“备份文件夹”，最好是另一块盘")
        )
        self.state.set_chip(self._standing_chip())

    def _show_outcomes(self, rows: list[_Row]) -> None:
        self.lost.set_rows(rows)
        failed = sum(bool(row.outcome and row.outcome.problem) for row in rows)
        if failed:
            self.context.messages.notice(self.tr("%n 张单补不回来，原因写在行里", "", failed))
            return
        self.context.messages.success(self.tr("%n 张单都补回来了", "", len(rows)))
        self.run_background(self._begin, then=self._begun)

    def _begun(self, _nothing: None) -> None:
        self.context.messages.success(self.tr("黑匣子从现在起重新记，旧的改了名留着"))
        self.refresh()

    def _lost(self) -> tuple[Line, ...]:
        return self._seen.comparison.lost if self._seen.comparison else ()

    def _standing(self) -> Standing | None:
        return self._seen.comparison.standing if self._seen.comparison else None

    def _standing_chip(self) -> Chip:
        chips = {
            None: Chip(self.tr("没有开"), "warn"),
            Standing.EMPTY: Chip(self.tr("还没有记过"), "warn"),
            Standing.EQUAL: Chip(self.tr("和账套一致"), "ok"),
            Standing.BEHIND: Chip(self.tr("有单还没记上"), "warn"),
            Standing.AHEAD: Chip(self.tr("账套少了单据"), "bad"),
        }
        return chips[self._standing()]

    def _columns(self) -> tuple[Column[_Row], ...]:
        clock = self.context.clock
        return (
            Column(
                "at",
                self.tr("记下的时间"),
                lambda row: f"{clock.local(row.line.at):%Y-%m-%d %H:%M}",
                width=150,
            ),
            Column("act", self.tr("动作"), lambda row: act_words(row.line.action), width=170),
            Column("then", self.tr("原单号"), lambda row: row.line.subject, width=190),
            Column("now", self.tr("补录后"), _now, width=190),
            Column("problem", self.tr("为什么补不了"), _problem, stretch=True, tone=_tone),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.heading())
        title.setFont(font(Size.TITLE, bold=True))
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(title)
        head.addWidget(self.state)
        head.addWidget(self.place, 1)
        for name, look in (("begin_anew", "quiet"), ("look_again", ""), ("post_again", "main")):
            head.addWidget(ActionButton(action_named(self, name), look))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.PANE)
        column.setSpacing(Space.BLOCK)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)


def _now(row: _Row) -> str:
    return row.outcome.now if row.outcome else ""


def _problem(row: _Row) -> str:
    return row.outcome.problem if row.outcome else ""


def _tone(row: _Row) -> str:
    return "bad" if _problem(row) else ""
