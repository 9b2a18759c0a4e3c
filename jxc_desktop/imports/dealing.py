"""The list of what an import has to say, each with how it is dealt with, and which are alike."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jxc_desktop.imports.amending import Amendments, Place
from jxc_desktop.imports.checking import Checked
from jxc_desktop.imports.problems import Problem, shown

_PARTICULARS = re.compile(r"[“\"][^”\"]*[”\"]|[^\s。，,;；:：、（）()]*\d[^\s。，,;；:：、（）()]*")
"""What differs between two problems of one kind: names in quotes, and numbers."""


class Dealt(StrEnum):
    """How a problem stands."""

    OPEN = "open"
    """Wrong, and nothing done about it: the row cannot be imported."""
    AS_IT_IS = "as_it_is"
    """Worth a look; imported as it is."""
    CHANGED = "changed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the list: a problem, and what became of it; `now` stands where something else was put."""

    problem: Problem
    dealt: Dealt
    now: str = ""


def findings(checked: Checked, amendments: Amendments) -> tuple[Finding, ...]:
    """Errors by row, then what is worth a look; what was dealt with keeps its place among them."""
    open_now = {(p.row, p.at, p.notice) for p in (*checked.problems, *checked.notices)}
    found = [Finding(problem, Dealt.OPEN) for problem in checked.problems]
    found += [Finding(problem, Dealt.AS_IT_IS) for problem in checked.notices]
    for problem in amendments.settled:
        if problem.row in amendments.left_out:
            found.append(Finding(problem, Dealt.LEFT_OUT))
        elif (problem.row, problem.at, problem.notice) not in open_now:
            found.append(Finding(problem, Dealt.CHANGED, _now(problem, amendments)))
    return tuple(sorted(found, key=lambda each: (each.problem.notice, each.problem.row)))


def _now(problem: Problem, amendments: Amendments) -> str:
    cell = None if problem.at is None else amendments.cells.get((problem.row, problem.at))
    return shown(cell)


def suggested(problems: Iterable[Problem]) -> Mapping[Place, str]:
    """What the problems that know a right value would put where."""
    return {
        (p.row, p.at): p.suggestion
        for p in problems
        if p.at is not None and p.suggestion is not None
    }


def alike(chosen: Problem, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`chosen` and the others of its column that say the same but for names and numbers."""
    kind = _kind(chosen)
    return tuple(p for p in problems if p.at == chosen.at and _kind(p) == kind)


def _kind(problem: Problem) -> tuple[bool, bool, str]:
    return (
        problem.notice,
        problem.suggestion is None,
        _PARTICULARS.sub("#", problem.problem),
    )


def in_brief(problem: Problem) -> tuple[str, str]:
    """`parted` without the value, which stands beside it."""
    return parted(problem.problem.removeprefix(f"{problem.value} "))


def parted(text: str) -> tuple[str, str]:
    """What is wrong, and what to do about it: every problem says both, in this order (screens §8)."""
    for end in ("。", ". "):
        said, found, advice = text.partition(end)
        if found and advice.strip():
            return said, advice.strip().rstrip("。.")
    return text.rstrip("。"), ""
