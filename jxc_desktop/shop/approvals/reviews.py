"""A paper that waits as an approver reads it, whatever kind it is."""

from dataclasses import dataclass

from jxc_desktop.shop.approvals.queries import PendingView, StepView


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A line as approvers read it; `quantity` 1e-4, `price` 1e-6 yuan, `discount` 1e-4 off, `amount` fen."""

    name: str
    spec: str = ""
    unit: str = ""
    quantity: int | None = None
    price: int | None = None
    discount: int | None = None
    amount: int | None = None


Facts = tuple[tuple[str, str], ...]
Lines = tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A paper with its lines, further facts as (label, words), and what was said to it.

    `problem` is why it could not be posted as things stand; the lines are then as far as they can be told.
    """

    paper: PendingView
    facts: Facts
    lines: Lines
    steps: tuple[StepView, ...]
    problem: str = ""
