"""One import as far as a person has got with it: the file, the sheet, what its columns mean, what was put right.

Nothing in it changes; each step is a new one, so that going back is taking the one before.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.imports.amending import NONE, Amendments, amended_sheet, amended_table
from jxc_desktop.imports.checking import Checked
from jxc_desktop.imports.dealing import Finding, findings
from jxc_desktop.imports.grid import Sheet
from jxc_desktop.imports.headings import HeaderMap
from jxc_desktop.imports.reckoning import RowFate, reckoning
from jxc_desktop.imports.running import check_table, write_table
from jxc_desktop.imports.source import Source
from jxc_desktop.imports.sums import ColumnSum, column_sums
from jxc_desktop.imports.table import Table


class Outdated(Refused):
    """The shop has changed since the check, so that rows which were right no longer are."""


@dataclass(frozen=True)  # without slots, for its cached sheet
class Work:
    """`make` gives the kind anew each time: a source remembers what it has checked."""

    make: Callable[[], Source]
    path: Path
    sheet: Sheet
    header: HeaderMap
    amendments: Amendments = NONE

    @cached_property
    def amended(self) -> Sheet:
        """The sheet with the changed cells."""
        return amended_sheet(self.sheet, self.amendments)

    def table(self, source: Source) -> Table:
        """What is to be imported."""
        return amended_table(self.sheet, self.header, source, self.amendments)

    def whole(self, source: Source) -> Table:
        """The same with the rows left out."""
        every = replace(self.amendments, left_out=frozenset())
        return amended_table(self.sheet, self.header, source, every)

    def original(self, source: Source) -> Table:
        """The file as it was."""
        return amended_table(self.sheet, self.header, source)


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What a check of `work` says: every row of the file, what is found, and the sums beside the file's."""

    work: Work
    source: Source
    whole: Table
    checked: Checked
    findings: tuple[Finding, ...]
    sums: tuple[ColumnSum, ...]

    @property
    def left_out(self) -> int:
        """Rows of the file that take no part."""
        return len(self.whole.records) - self.checked.read

    @property
    def noted(self) -> int:
        """Rows without a fault that are worth a look."""
        return len({notice.row for notice in self.checked.notices} - self.checked.bad)

    @property
    def fine(self) -> int:
        """Rows without a fault: those to be written, and those that are there."""
        return self.checked.read - len(self.checked.bad)

    def fates(self) -> tuple[RowFate, ...]:
        """What becomes of every row."""
        return reckoning(self.whole, self.checked, self.work.amendments)


def look_over(session: Session, work: Work) -> LookedOver:
    """Check all of `work`; raises `InvalidInput` when a column that every row needs is missing."""
    source = work.make()
    return _told(work, source, check_table(session, source, work.table(source)))


def carry_out(session: Session, work: Work) -> LookedOver:
    """Write all of `work` or nothing; refused when a row is no longer right, because the shop has moved on."""
    source = work.make()
    checked = write_table(session, source, work.table(source))
    if checked.bad:
        text = translate(
            "imports", "没有写入：检查之后账套有了变化，{count} 行不能再导入。再看一遍预检"
        )
        raise Outdated(text.format(count=len(checked.bad)))
    return _told(work, source, checked)


def _told(work: Work, source: Source, checked: Checked) -> LookedOver:
    table, original = work.table(source), work.original(source)
    return LookedOver(
        work,
        source,
        work.whole(source),
        checked,
        findings(checked, work.amendments),
        column_sums(source, original, table, checked),
    )
