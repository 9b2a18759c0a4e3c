"""The tree of categories: paths such as 食品/饮料 and the rows behind them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.models import Category
from jxc_desktop.catalog.rules import path_of
from jxc_desktop.core.sql import Statement, insert_into

SEPARATOR = "/"

_ALL = Statement("SELECT id, parent_id, name FROM category ORDER BY id")
_INSERT = insert_into(Category, ("parent_id", "name"), gives_id=True)


@dataclass(frozen=True, slots=True)
class Tree:
    """All categories at once; there are hundreds, not thousands."""

    parents: dict[int, int | None]
    names: dict[int, str]

    def path(self, category_id: int | None) -> str:
        """食品/饮料 for the id of 饮料; "" for none."""
        names: list[str] = []
        while category_id is not None:
            names.append(self.names[category_id])
            category_id = self.parents[category_id]
        return SEPARATOR.join(reversed(names))

    def below(self, category_id: int) -> list[int]:
        """The category and all that lies below it."""
        found = [category_id]
        for child, parent in self.parents.items():
            if parent == category_id:
                found += self.below(child)
        return found

    def find(self, path: tuple[str, ...]) -> int | None:
        """The id at the end of `path`, or None."""
        here: int | None = None
        for name in path:
            here = self.child(here, name)
            if here is None:
                return None
        return here

    def child(self, parent: int | None, name: str) -> int | None:
        """The child of `parent` (None: of the root) with that name."""
        for each, above in self.parents.items():
            if above == parent and self.names[each] == name:
                return each
        return None


def tree(session: Session) -> Tree:
    """Every category of the shop."""
    rows = _ALL.all(session)
    return Tree({row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows})


def ensure(session: Session, paths: Iterable[str]) -> dict[str, int | None]:
    """The id of each path, created on the way where it is missing; "" is None."""
    known = tree(session)
    found: dict[str, int | None] = {}
    for path in dict.fromkeys(paths):
        here: int | None = None
        for name in path_of(path):
            child = known.child(here, name)
            here = _create(session, known, here, name) if child is None else child
        found[path] = here
    return found


def _create(session: Session, known: Tree, parent: int | None, name: str) -> int:
    created = _INSERT.inserted(session, parent_id=parent, name=name)
    known.parents[created], known.names[created] = parent, name
    return created
