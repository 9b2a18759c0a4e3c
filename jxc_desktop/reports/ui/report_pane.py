"""A report at the centre: its question above, its rows, its totals; down with Enter, up with Backspace."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TR_NOOP, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.reports.documents import kind_of_document
from jxc_desktop.reports.export import exported
from jxc_desktop.reports.parameters import Option, options
from jxc_desktop.reports.report import Link, Report, Result, Row, find_report, run_report
from jxc_desktop.reports.texts import period_text
from jxc_desktop.reports.ui.filters import Filters
from jxc_desktop.reports.ui.pages import PagesDialog
from jxc_desktop.reports.ui.result_grid import ResultGrid
from jxc_desktop.reports.ui.saving import tell_saved, write_file
from jxc_desktop.reports.ui.trail import Step, Trail
from jxc_desktop.widgets.actions import action, action_named, build_actions
from jxc_desktop.widgets.buttons import ActionButton
from jxc_desktop.widgets.chips import Chip, ChipLabel
from jxc_desktop.widgets.column_chooser import ColumnChooser
from jxc_desktop.widgets.keycap import KeyHints
from jxc_desktop.widgets.look import font
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.periods import Period, period_named
from jxc_desktop.widgets.tokens import Size, Space

EXPORT = "export.data"
JOURNALS = frozenset({"move", "entry", "leg", "shift"})
"""Whatever a report shows changes with one of these."""


class ReportPane(Pane):
    """One report after another in one place.

    Its subject is a report's name or a `Link`. The reports themselves come in `context.more["reports"]`.
    """

    title = str(QT_TR_NOOP("报表"))
    icon = "sheet"
    watches = JOURNALS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.reports: Sequence[Report] = context.more.get("reports", ())
        self.trail = Trail()
        self.step: Step | None = None
        self.result: Result | None = None
        self.filters: Filters | None = None
        self.rows: ResultGrid | None = None
        self.headline = QLabel()
        self.headline.setFont(font(Size.TITLE, bold=True))
        self.proof = ChipLabel(Chip(""))
        self._go_to = 0
        build_actions(self, context.may)
        self._lay_out()

    # --- what others ask ---

    def show_subject(self, subject: object) -> None:
        """Show a report by its name, or where a link leads; panes below give it as a mapping."""
        if isinstance(subject, Mapping):
            link = Link(report=subject["report"], filters=subject.get("filters", {}))
        else:
            link = subject if isinstance(subject, Link) else Link(report=str(subject))
        self._open(self._step_to(link, None))

    def refresh(self) -> None:
        if self.step is not None and self.filters is not None:
            self._ask()

    def mark_field(self, field: str, reason: str) -> None:
        del reason
        if self.filters is not None:
            self.filters.mark(field.removeprefix("filter."))

    # --- actions ---

    @action(str(QT_TR_NOOP("打印预览")), "Ctrl+P", icon="printer")
    def preview(self) -> None:
        """The pages as they would be printed."""
        self._export("pdf", self._show_pages)

    @action("Excel", "Ctrl+E", icon="file-spreadsheet", needs=EXPORT)
    def save_xlsx(self) -> None:
        """Save as an Excel sheet."""
        self._save("xlsx")

    @action("PDF", icon="file-text")
    def save_pdf(self) -> None:
        """Save as PDF."""
        self._save("pdf")

    @action("CSV", icon="download", needs=EXPORT)
    def save_csv(self) -> None:
        """Save as CSV."""
        self._save("csv")

    @action(str(QT_TR_NOOP("列")), icon="columns-3")
    def choose_columns(self) -> None:
        """Show, hide and order columns."""
        if self.rows is not None:
            corner = self.rows.mapToGlobal(QPoint(self.rows.width(), 0))
            ColumnChooser(self.rows.grid.arrangement, self).show_at(corner)

    @action(str(QT_TR_NOOP("查询")), "F5", icon="refresh-cw")
    def query(self) -> None:
        """Ask again."""
        self.refresh()

    @action(str(QT_TR_NOOP("筛选")), "Ctrl+F", icon="list-filter")
    def go_to_filters(self) -> None:
        """Go to the first field."""
        if self.filters is not None:
            self.filters.period.setFocus()

    @action(str(QT_TR_NOOP("返回上一层")), "Backspace", icon="arrow-left")
    def go_back(self) -> None:
        """Back to the figures we came from, and to the row we left."""
        step = self.trail.back()
        if step is not None:
            self._open(step)

    # --- asking ---

    def _step_to(self, link: Link, period: Period | None) -> Step:
        report = find_report(self.reports, link.report)
        named = period_named("today" if report.point else "month", self.context.clock.today())
        return Step(report.name, period or named, dict(link.filters))

    def _open(self, step: Step) -> None:
        report = find_report(self.reports, step.report)
        self.run_read(_options_of, report, then=partial(self._ready, report, step), slot="options")

    def _ready(self, report: Report, step: Step, offered: dict[str, list[Option]]) -> None:
        same = self.step is not None and self.step.report == step.report
        self.step, self._go_to = step, step.row
        filters = self.filters if same and self.filters else self._new_filters(report, offered)
        filters.show_texts(step.texts, step.period)
        self.headline.setText(report.title())
        self.subject_changed.emit(report.title())
        self._ask()

    def _ask(self) -> None:
        if self.filters is None or self.step is None:
            return
        self.filters.clear_marks()
        if (missing := self.filters.missing()) is not None:
            self.filters.fields[missing.name].setFocus()
            self.context.messages.info(
                self.tr("选一个{parameter}再查").format(parameter=missing.title)
            )
            return
        report = find_report(self.reports, self.step.report)
        period, texts = self.filters.period.period, self.filters.texts()
        self.step = Step(report.name, period, texts)
        self.run_read(
            run_report, report, period.start, period.end, texts, then=self._show, slot="report"
        )

    def _show(self, result: Result) -> None:
        self.result = result
        rows = self.rows if self.rows and self.rows.fits(result) else self._new_rows(result)
        rows.show_result(result)
        rows.grid.go_to(self._go_to or max(rows.grid.current_row(), 0))
        self._go_to = 0
        self._show_proof(result)
        self._tell_nothing(result)

    def _tell_nothing(self, result: Result) -> None:
        if not result.data:
            self.context.messages.info(
                self.tr("{report} {period} 没有数据。换个期间，或清除筛选").format(
                    report=result.title, period=period_text(result)
                )
            )

    def _show_proof(self, result: Result) -> None:
        proof = result.proof
        self.proof.setVisible(proof is not None)
        if proof is not None:
            tone, sign = ("ok", "circle-check") if proof.holds else ("bad", "circle-alert")
            self.proof.set_chip(Chip(proof.text, tone), sign)

    # --- down and out ---

    def _descend(self, row: Row) -> None:
        if row.link is None:
            return
        if row.link.pane:
            self.context.open(row.link.pane, row.link.subject)
            return
        if row.link.document:
            number = row.link.document
            self.run_read(kind_of_document, number, then=partial(self._open_document, number))
            return
        if self.step is not None and self.rows is not None and self.filters is not None:
            self.trail.leave(self.step, self.rows.grid.current_row())
            self._open(self._step_to(row.link, self.filters.period.period))

    def _open_document(self, number: str, kind: str | None) -> None:
        if kind is None:
            self.context.messages.notice(
                self.tr("找不到单据 {number}。按 F5 刷新").format(number=number)
            )
        else:
            self.context.open(kind, number)

    def _export(self, form: str, then: Any) -> None:
        if self.result is not None:
            self.run_read(exported, self.result, form, then=then, slot="export")

    def _save(self, form: str) -> None:
        if self.result is None:
            return
        name = f"{self.result.title} {period_text(self.result)}.{form}"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("存为"), name, f"*.{form}")
        if path:
            self._export(form, partial(self._write, Path(path)))

    def _write(self, path: Path, content: bytes) -> None:
        self.run_background(write_file, path, content, then=self._saved)

    def _saved(self, path: Path) -> None:
        tell_saved(self.context.messages, path)

    def _show_pages(self, pdf: bytes) -> None:
        if self.result is not None:
            PagesDialog(pdf, self.result.title, self).exec()

    # --- what stands where ---

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ROW)
        head.addWidget(self.headline)
        head.addWidget(self.proof)
        head.addStretch(1)
        for name in ("preview", "save_xlsx", "save_pdf", "save_csv"):
            head.addWidget(ActionButton(action_named(self, name)))
        self._question = QHBoxLayout()
        self._question.setSpacing(Space.ROW)
        for name, look in (("choose_columns", "quiet"), ("query", "")):
            button = ActionButton(action_named(self, name), look)
            self._question.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(Space.PANE, Space.BLOCK, Space.PANE, Space.ROW)
        top.setSpacing(Space.BLOCK)
        top.addLayout(head)
        top.addLayout(self._question)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addStretch(1)
        self._column.addWidget(self._key_hints())
        self.proof.hide()

    def _key_hints(self) -> QWidget:
        strip = KeyHints(
            [
                ("Enter", self.tr("看明细")),
                ("Backspace", self.tr("返回上一层")),
                ("Ctrl+C", self.tr("复制所选")),
            ]
        )
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(Space.PANE, Space.LABEL, Space.PANE, Space.LABEL)
        row.addWidget(strip)
        row.addStretch(1)
        return bar

    def _new_filters(self, report: Report, offered: dict[str, list[Option]]) -> Filters:
        if self.filters is not None:
            self._question.removeWidget(self.filters)
            self.filters.deleteLater()
        filters = Filters(report.parameters(), offered, self.context.clock.today)
        filters.changed.connect(self._ask)
        filters.refused.connect(self.context.messages.error)
        self._question.insertWidget(0, filters, 1)
        self.filters = filters
        return filters

    def _new_rows(self, result: Result) -> ResultGrid:
        if self.rows is not None:
            self._column.removeWidget(self.rows)
            self.rows.deleteLater()
        rows = ResultGrid(result, self.context.settings)
        rows.opened.connect(self._descend)
        self._column.insertWidget(1, rows, 100)
        self.setFocusProxy(rows)
        if self.isVisible():
            rows.setFocus()
        self.rows = rows
        return rows


def _options_of(session: Session, report: Report) -> dict[str, list[Option]]:
    return {each.name: options(session, each) for each in report.parameters()}
