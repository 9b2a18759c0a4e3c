"""Everything the find box lists without asking the shop: panes, functions, reports, settings, the manual."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtGui import QAction

from jxc_desktop.core.i18n import translate
from jxc_desktop.guide.manual import MANUAL, pages
from jxc_desktop.shell.desk import Desk
from jxc_desktop.shell.find_entries import Entry
from jxc_desktop.shell.pane_spec import PaneSpec
from jxc_desktop.shell.window_actions import key_of
from jxc_desktop.shop.setting_words import setting_words

REPORT, SETTING = "report", "setting"
"""The panes that show a report by its name and a setting by its name."""


def entries_of(desk: Desk, own_actions: Iterable[QAction]) -> list[Entry]:
    """What is there now for this person, group by group."""
    return [
        *_actions(translate("shell", "这一页"), desk.pane_actions()),
        *(_pane(desk, spec) for spec in desk.specs),
        *_reports(desk),
        *_actions(translate("shell", "功能"), own_actions),
        *_settings(desk),
        *_manual(desk),
    ]


def _actions(group: str, actions: Iterable[QAction]) -> Iterator[Entry]:
    for action in actions:
        if action.isEnabled():
            text = action.text().replace("&", "")
            run = partial(_trigger, action)
            yield Entry(group, text, run, key=key_of(action), words=action.objectName())


def _pane(desk: Desk, spec: PaneSpec) -> Entry:
    return Entry(
        translate("shell", "页面"),
        spec.title,
        partial(_show, desk, spec),
        key=spec.key,
        icon=spec.icon,
        words=f"{spec.words} {spec.name}",
    )


def _reports(desk: Desk) -> Iterator[Entry]:
    if desk.spec_of(REPORT) is None:
        return
    group = translate("shell", "报表")
    for report in desk.seat.reports:
        if desk.may(report.permission):
            run = partial(_open, desk, REPORT, report.name)
            yield Entry(group, report.title(), run, icon="table", words=report.name, function=False)


def _settings(desk: Desk) -> Iterator[Entry]:
    if desk.spec_of(SETTING) is None:
        return
    group = translate("shell", "设置")
    for name, words in setting_words().items():
        run = partial(_open, desk, SETTING, name)
        yield Entry(
            group, words.title, run, words.group, icon="settings", words=name, function=False
        )


def _manual(desk: Desk) -> Iterator[Entry]:
    if desk.spec_of(MANUAL) is None:
        return
    group = translate("shell", "手册")
    for page in pages():
        run = partial(_open, desk, MANUAL, page.name)
        words = " ".join((page.name, *page.headings))
        yield Entry(
            group,
            page.title,
            run,
            page.group,
            icon="book-open",
            words=words,
            function=False,
            inside=page.inside,
        )


def _trigger(action: QAction, _beside: bool) -> None:
    action.trigger()


def _show(desk: Desk, spec: PaneSpec, beside: bool) -> None:
    desk.show_pane(spec, behind=beside)


def _open(desk: Desk, kind: str, subject: object, beside: bool) -> None:
    desk.open(kind, subject, behind=beside)
