"""Two people at work at the same moment: each goes on at a chosen place once the other is there too."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError, Event, Thread
from typing import Any

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.features import INVARIANTS
from jxc_desktop.shop.actor import Actor

PATIENCE = 1.0
"""Seconds to wait for the other, who may be held by a lock: then the race is won, and nobody comes."""
Work = Callable[[Any], Any]


def at_once(
    database: Database, actor: Actor, place: str, one: Work, two: Work, *, others: int = 1
) -> list[Any]:
    """What both came to, or the error that refused them; each waits for the other at `place` (module:name).

    Whoever comes to `place` further times (`others` passes in all) waits no more.
    """
    barrier, passes = Barrier(2), iter(range(2 * others))

    def together() -> None:
        if next(passes, None) is not None:
            try:
                barrier.wait(PATIENCE)
            except BrokenBarrierError:
                return

    with Stopped(place, together), ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda work: _tried(database, actor, work), (one, two)))


def between(database: Database, actor: Actor, place: str, first: Work, second: Work) -> list[Any]:
    """What both came to: `second` is done, or waits for a lock, while `first` stands at `place` (module:name)."""
    come, said = Event(), list[Any]()

    def run() -> None:
        said.append(_tried(database, actor, second))

    other = Thread(target=run)

    def let_in() -> None:
        if not come.is_set():
            come.set()
            other.start()
            other.join(PATIENCE)

    with Stopped(place, let_in):
        answer = _tried(database, actor, first)
    other.join()
    return [answer, *said]


def broken_rules(database: Database, actor: Actor) -> list[str]:
    """Every sentence that some invariant has to say of a shop."""
    with database.reading(actor) as session:
        return [problem for rule in INVARIANTS for problem in rule.check(session)]


def _tried(database: Database, actor: Actor, work: Work) -> Any:
    try:
        with database.transaction(actor) as session:
            return work(session)
    except UserError as error:
        return error


class Stopped:
    """Calls `stop` before the function at `place` while it is entered."""

    def __init__(self, place: str, stop: Callable[[], None]) -> None:
        self._place, self._stop = place.replace(":", "."), stop
        self._patch = pytest.MonkeyPatch()

    def __enter__(self) -> None:
        module, _dot, name = self._place.rpartition(".")
        found = __import__(module, fromlist=[name])
        real = getattr(found, name)

        def stopping(*args: Any, **kwargs: Any) -> Any:
            self._stop()
            return real(*args, **kwargs)

        self._patch.setattr(self._place, stopping)

    def __exit__(self, *_error: object) -> None:
        self._patch.undo()
