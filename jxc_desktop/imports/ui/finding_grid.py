"""The list of what an import has to say: place, what stands there, what is wrong, what to do, what was done."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.dealing import Dealt, Finding, in_brief
from jxc_desktop.imports.ui.sheet_grid import column_letters
from jxc_desktop.widgets.chips import Chip
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.rows_model import RowsModel, RowStyle
from jxc_desktop.widgets.tokens import RowHeight
from jxc_desktop.widgets.ui_settings import UiSettings


def finding_grid(settings: UiSettings, parent: QWidget) -> Grid:
    """The grid of the 预检 step; its rows are `Finding`s."""
    model: RowsModel[Finding] = RowsModel(_columns(), parent, style=_style)
    grid = Grid(
        model,
        name="import-findings",
        settings=settings,
        row_height=RowHeight.IMPORT,
        row_key=lambda each: (each.problem.row, each.problem.at, each.problem.notice),
    )
    grid.setAccessibleName(translate("imports", "问题"))
    return grid


def advice(finding: Finding) -> str:
    """What a person can do about it, or has done, in a few words."""
    if finding.dealt is Dealt.CHANGED:
        return translate("imports", "现在是 {value}").format(value=finding.now or "—")
    if finding.problem.suggestion is not None:
        return translate("imports", "改为 {value}").format(value=finding.problem.suggestion)
    return in_brief(finding.problem)[1]


def _columns() -> tuple[Column[Finding], ...]:
    return (
        Column("row", translate("imports", "行"), _of("row"), kind=Kind.COUNT, width=48),
        Column("column", translate("imports", "列"), _of("column"), width=76),
        Column("cell", translate("imports", "单元格"), _cell, width=58, muted=True, sortable=False),
        Column("value", translate("imports", "原值"), _of("value"), width=112, ground=_ground),
        Column(
            "problem",
            translate("imports", "问题"),
            lambda each: in_brief(each.problem)[0],
            width=200,
            stretch=True,
            icon=_icon,
            icon_tint=_icon_tint,
        ),
        Column(
            "advice",
            translate("imports", "可以这样改"),
            advice,
            width=200,
            stretch=True,
            tone=_advice_tone,
        ),
        Column("dealt", translate("imports", "处理"), _chip, kind=Kind.CHIP, width=82),
    )


def _of(name: str) -> Callable[[Finding], object]:
    return lambda each: getattr(each.problem, name)


def _cell(finding: Finding) -> str:
    at = finding.problem.at
    return "" if at is None else f"{column_letters(at)}{finding.problem.row}"


def _open(finding: Finding) -> bool:
    return finding.dealt in {Dealt.OPEN, Dealt.AS_IT_IS}


def _ground(finding: Finding) -> str:
    if not _open(finding):
        return ""
    return "warn_bg" if finding.problem.notice else "bad_bg"


def _icon(finding: Finding) -> str:
    if not _open(finding):
        return "circle-check"
    return "triangle-alert" if finding.problem.notice else "circle-alert"


def _icon_tint(finding: Finding) -> str:
    if not _open(finding):
        return "ok"
    return "warn" if finding.problem.notice else "bad"


def _advice_tone(finding: Finding) -> str:
    if not _open(finding) or finding.problem.suggestion is None:
        return "text2"
    return "accent"


def _style(finding: Finding) -> RowStyle:
    return RowStyle.VOID if finding.dealt is Dealt.LEFT_OUT else RowStyle.NORMAL


def _chip(finding: Finding) -> Chip:
    chips = {
        Dealt.OPEN: Chip(translate("imports", "未处理"), "bad"),
        Dealt.AS_IT_IS: Chip(translate("imports", "照样导入")),
        Dealt.CHANGED: Chip(translate("imports", "已改"), "ok"),
        Dealt.LEFT_OUT: Chip(translate("imports", "已排除")),
    }
    return chips[finding.dealt]
