"""What a month's end asks before it books anything: named checks, with a live result and where to put it right.

Rooms above the ledger hand theirs in (features.CLOSING), as they do with invariants.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate

Find = Callable[[Session, str], list[str]]
Prepare = Callable[[Session, str], None]


@dataclass(frozen=True, slots=True)
class ClosingCheck:
    """One question about a month; `find` returns a sentence for each thing that is not in order.

    `pane` is where it is put right, `subject` what it opens there.
    One that does not `stop` is only told (an estimate may well be right).
    """

    id: str
    title: str
    find: Find
    pane: str = ""
    stops: bool = True
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Everything the rooms above hand in: their checks, and what they finish by themselves just before."""

    checks: tuple[ClosingCheck, ...] = ()
    prepare: tuple[Prepare, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A check with what it found; `title` in the user's language."""

    id: str
    title: str
    pane: str
    subject: str
    stops: bool
    problems: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the month may be closed as far as this goes."""
        return not (self.problems and self.stops)


def checked(session: Session, month: str, checks: Iterable[ClosingCheck]) -> list[Checked]:
    """Ask every check about a month."""
    return [
        Checked(
            check.id,
            translate("closing", check.title),
            check.pane,
            check.subject,
            check.stops,
            tuple(check.find(session, month)),
        )
        for check in checks
    ]


def require_passed(month: str, results: Iterable[Checked]) -> None:
    """Raise `Refused` with the first place where the month is not in order, and how many there are."""
    failed = [result for result in results if not result.passed]
    if not failed:
        return
    first = failed[0]
    count = sum(len(result.problems) for result in failed)
    raise Refused(
        translate("closing", "{month} 还不能结账，{check}：{problem}（至少 {count} 处）").format(
            month=month, check=first.title, problem=first.problems[0], count=count
        ),
        field=first.id,
    )
