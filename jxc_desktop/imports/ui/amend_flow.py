"""What a person does about the problems of an import: cells put right, rows left out, and all of it taken back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from jxc_desktop.imports.amending import Amendments, by_hand
from jxc_desktop.imports.dealing import Dealt, Finding, alike, suggested
from jxc_desktop.imports.problems import Problem
from jxc_desktop.imports.work import LookedOver, Work
from jxc_desktop.widgets.messages import Link, Messages


class AmendFlow(QObject):
    """Holds the work as it stands, and how it stood before each step."""

    changed = Signal(object)
    """The `Work` that is to be checked anew."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._past: list[Work] = []
        self._future: list[Work] = []
        self.looked: LookedOver | None = None

    def begin(self, work: Work) -> None:
        """A table whose columns are settled; what was done to the same sheet before holds, else nothing is done yet."""
        before = self.looked
        if before and before.work.sheet is work.sheet and before.source.kind == work.make().kind:
            self.changed.emit(replace(work, amendments=before.work.amendments))
            return
        self._past, self._future, self.looked = [], [], None
        self.changed.emit(work)

    def go_on_with(self, work: Work) -> None:
        """The file was read again: one step, that can be taken back as any other."""
        before = self.looked.work if self.looked else work
        if work is before:
            self.changed.emit(work)
            return
        self._step_to(work)
        if before.amendments.cells or before.amendments.left_out:
            self._messages.notice(self.tr("文件变了，这里改过的没有算进去。Ctrl+Z 回到改过的"))

    # --- steps ---

    def take(self, chosen: Sequence[Finding]) -> None:
        """Put what is suggested in its place."""
        problems = [each.problem for each in chosen if _is_open(each)]
        self._put([problem for problem in problems if problem.suggestion is not None])

    def take_alike(self, chosen: Finding) -> None:
        """The suggestion of each problem that says the same as this one."""
        if self.looked is not None and _is_open(chosen):
            self._put([p for p in alike(chosen.problem, self._problems()) if p.suggestion])

    def type(self, row: int, column: int, text: str) -> None:
        """Another content for one cell; the same wrong content elsewhere in the column can follow."""
        if self.looked is None:
            return
        here = [p for p in self._problems() if (p.row, p.at) == (row, column)]
        same = [
            p for p in self._problems()
            if p.at == column and p.row != row and here and p.value == here[0].value
        ]  # fmt: skip
        work = self.looked.work
        self._amend(work.amendments.with_cells({(row, column): text or None}, here))
        if same:
            words = self.tr("这一列还有 {count} 格也是“{value}”").format(
                count=len(same), value=here[0].value
            )
            run = partial(self._type_alike, same, column, text)
            self._messages.notice(words, Link(self.tr("同样改"), run))

    def switch_rows(self, rows: Sequence[int]) -> None:
        """Leave rows out; or let them take part again, when none of them does."""
        if self.looked is None or not rows:
            return
        amendments, wanted = self.looked.work.amendments, frozenset(rows)
        if wanted <= amendments.left_out:
            self._amend(amendments.with_rows(wanted))
        else:
            self._amend(self._without(amendments, wanted - amendments.left_out))

    def leave_bad_out(self) -> Work | None:
        """The work without every row that is wrong; the same when none is."""
        if self.looked is None:
            return None
        work, bad = self.looked.work, self.looked.checked.bad
        if not bad:
            return work
        self._past.append(work)
        self._future.clear()
        return replace(work, amendments=self._without(work.amendments, bad))

    def undo(self) -> None:
        """Back to how it was before the last step."""
        if self._past and self.looked is not None:
            self._future.append(self.looked.work)
            self.changed.emit(self._past.pop())
        else:
            self._messages.notice(self.tr("没有可以撤回的"))

    def redo(self) -> None:
        """What was taken back again."""
        if self._future and self.looked is not None:
            self._past.append(self.looked.work)
            self.changed.emit(self._future.pop())
        else:
            self._messages.notice(self.tr("没有可以重做的"))

    # --- how ---

    def _problems(self) -> tuple[Problem, ...]:
        if self.looked is None:
            return ()
        return (*self.looked.checked.problems, *self.looked.checked.notices)

    def _put(self, problems: Sequence[Problem]) -> None:
        cells = suggested(problems)
        if self.looked is None or not cells:
            self._messages.notice(self.tr("这里没有现成的改法。按 F2 直接改，或按 Del 排除这一行"))
            return
        self._amend(self.looked.work.amendments.with_cells(cells, problems))
        if len(cells) > 1:
            self._messages.success(self.tr("改了 {count} 格").format(count=len(cells)))

    def _type_alike(self, same: Sequence[Problem], column: int, text: str) -> None:
        if self.looked is not None:
            cells = {(problem.row, column): text or None for problem in same}
            self._amend(self.looked.work.amendments.with_cells(cells, same))

    def _without(self, amendments: Amendments, rows: frozenset[int]) -> Amendments:
        found = [problem for problem in self._problems() if problem.row in rows]
        silent = rows - {problem.row for problem in found}
        return amendments.without(rows, [*found, *map(by_hand, sorted(silent))])

    def _amend(self, amendments: Amendments) -> None:
        if self.looked is not None:
            self._step_to(replace(self.looked.work, amendments=amendments))

    def _step_to(self, work: Work) -> None:
        if self.looked is not None:
            self._past.append(self.looked.work)
            self._future.clear()
        self.changed.emit(work)


def _is_open(finding: Finding) -> bool:
    return finding.dealt in {Dealt.OPEN, Dealt.AS_IT_IS}
