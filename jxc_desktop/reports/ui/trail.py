"""The way down into the figures: each step a report with its question, and the row it was left at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from jxc_desktop.widgets.periods import Period


@dataclass(frozen=True, slots=True)
class Step:
    """A report as it was asked; `row` is where the cursor stood when it was left."""

    report: str
    period: Period
    texts: Mapping[str, str] = field(default_factory=dict)
    row: int = 0


class Trail:
    """Steps behind the one that is shown."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def leave(self, step: Step, row: int) -> None:
        """Remember where we were before going down."""
        self._steps.append(replace(step, row=max(row, 0)))

    def back(self) -> Step | None:
        """The step before, taken off the trail; None at the top."""
        return self._steps.pop() if self._steps else None
