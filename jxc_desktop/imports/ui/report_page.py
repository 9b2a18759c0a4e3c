"""写入 and 对账报告: how far it is, then what became of every row of the file."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.dealing import parted
from jxc_desktop.imports.reckoning import Fate, RowFate
from jxc_desktop.imports.ui.count_card import CountCard, card_row
from jxc_desktop.imports.work import LookedOver
from jxc_desktop.widgets.buttons import ActionButton, Segments
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.labels import IconLabel, Words
from jxc_desktop.widgets.rows_model import RowsModel
from jxc_desktop.widgets.tokens import Size, Space

_WIDEST = 640


class WritePage(QWidget):
    """A backup, then the writing; each line says how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Words(size=Size.CARD_TITLE, bold=True)
        self.backup_icon, self.backup = IconLabel("circle"), Words()
        self.writing_icon, self.writing = IconLabel("circle"), Words()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("写入"))
        self._lay_out()

    def begin(self, looked: LookedOver, backup: str) -> None:
        """Nothing is done yet; `backup` says what will be."""
        count = len(looked.checked.rows)
        self.title.setText(self.tr("写入 {count} 行").format(count=count))
        self._say(self.backup_icon, "loader-circle", "accent", self.backup, backup)
        self._say(
            self.writing_icon, "circle", "text3", self.writing,
            self.tr("写入：要么全部，要么一行也不写"),
        )  # fmt: skip
        self.bar.setRange(0, 0)

    def show_backup(self, words: str, *, made: bool) -> None:
        """The backup is made, or there is none; the writing begins."""
        sign, tint = ("circle-check", "ok") if made else ("triangle-alert", "warn")
        self._say(self.backup_icon, sign, tint, self.backup, words)
        self.writing_icon.set_icon("loader-circle", "accent")

    @staticmethod
    def _say(icon: IconLabel, sign: str, tint: str, words: Words, text: str) -> None:
        icon.set_icon(sign, tint)
        words.setText(text)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.SECTION, Space.SECTION, Space.SECTION, Space.SECTION)
        column.setSpacing(Space.BLOCK)
        column.addWidget(self.title)
        for icon, words in (
            (self.backup_icon, self.backup),
            (self.writing_icon, self.writing),
        ):
            line = QHBoxLayout()
            line.setSpacing(Space.ROW)
            line.addWidget(icon)
            words.setWordWrap(True)
            line.addWidget(words, 1)
            column.addLayout(line)
        column.addWidget(self.bar)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(card)
        page.addStretch(1)


class ReportPage(QWidget):
    """What was written, what was there, what was left out; every row can be looked at."""

    def __init__(
        self, show_list: QAction, save_left_out: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.written_card = CountCard("circle-check", "ok", self.tr("行写入"))
        self.there_card = CountCard("file-check", "text2", self.tr("行已有"))
        self.out_card = CountCard("file-x", "text2", self.tr("行排除"))
        self.facts = Words(tone="text2")
        self.facts.setWordWrap(True)
        self.switch = Segments(
            [
                ("all", self.tr("全部")),
                (Fate.WRITTEN.value, self.tr("写入")),
                (Fate.THERE.value, self.tr("已有")),
                (Fate.LEFT_OUT.value, self.tr("排除")),
            ]
        )
        self.model: RowsModel[RowFate] = RowsModel(_columns(), self)
        self.grid = Grid(self.model, row_key=lambda each: each.row)
        self.grid.setAccessibleName(self.tr("对账报告"))
        self._fates: tuple[RowFate, ...] = ()
        self._lay_out(show_list, save_left_out)
        self.switch.chosen.connect(lambda _key: self._narrow())

    def show_report(self, written: LookedOver, when: str, who: str, backup: str) -> None:
        """Show what was done; `backup` is where the backup before it lies, "" for none."""
        self._fates = written.fates()
        checked = written.checked
        read = len(written.whole.records)
        self.written_card.show_count(
            len(checked.rows), self.tr("读到 {count} 行").format(count=read)
        )
        self.there_card.show_count(checked.unchanged, self.tr("没有动它们"))
        self.out_card.show_count(written.left_out, self.tr("没有导入"))
        facts = [
            self.tr("{when}，{who} 导入 {file}").format(
                when=when, who=who, file=written.work.path.name
            )
        ]
        if backup:
            facts.append(self.tr("写入前的备份：{file}").format(file=Path(backup).name))
        self.facts.setText("\n".join(facts))
        self.switch.choose("all")
        self._narrow()
        self.grid.go_to(0)

    def _narrow(self) -> None:
        wanted = self.switch.current
        self.model.set_rows([each for each in self._fates if wanted in {"all", each.fate.value}])

    def _lay_out(self, show_list: QAction, save_left_out: QAction) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.BLOCK, Space.ROW, Space.BLOCK, 0)
        bar.setSpacing(Space.ROW)
        bar.addWidget(self.switch)
        bar.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(Space.ROW)
        told.addWidget(self.facts, 1)
        for item in (save_left_out, show_list):
            told.addWidget(ActionButton(item))
        card = QFrame()
        card.setProperty("look", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 0, 1, 1)
        inner.setSpacing(Space.ROW)
        inner.addLayout(bar)
        inner.addWidget(self.grid, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(Space.BLOCK)
        page.addLayout(card_row(self.written_card, self.there_card, self.out_card))
        page.addLayout(told)
        page.addWidget(card, 1)


def _columns() -> tuple[Column[RowFate], ...]:
    return (
        Column("row", translate("imports", "行"), kind=Kind.COUNT, width=52, muted=True),
        Column("code", translate("imports", "编号"), width=130),
        Column("name", translate("imports", "名称"), width=220),
        Column("fate", translate("imports", "结果"), _chip, kind=Kind.CHIP, width=84),
        Column(
            "reason",
            translate("imports", "原因"),
            lambda each: parted(each.reason)[0],
            width=220,
            stretch=True,
            muted=True,
        ),
    )


def _chip(each: RowFate) -> Chip:
    chips = {
        Fate.WRITTEN: Chip(translate("imports", "写入"), "ok"),
        Fate.THERE: Chip(translate("imports", "已有")),
        Fate.LEFT_OUT: Chip(translate("imports", "排除"), "warn"),
    }
    return chips[each.fate]
