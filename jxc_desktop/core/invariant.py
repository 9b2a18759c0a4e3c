"""What must always be true of a shop, as functions that find where it is not."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Invariant:
    """A rule of the books that anybody can check again (`verify`, backups and tests do).

    `id` is the rule's sign (I5), `title` its Chinese name. `check` only reads; it returns one sentence for each
    place where the rule is broken, naming the document, and nothing for a sound shop.
    """

    id: str
    title: str
    check: Callable[[Session], list[str]]
