"""What must always hold in a shop, one function each."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Invariant:
    """A rule that holds at every snapshot of the shop.

    `check` only reads; it returns one sentence for each thing that is wrong, naming the document, product or
    account, and nothing when all is well. `title` is said in words.
    """

    id: str
    title: str
    check: Callable[[Session], list[str]]
