"""What the tests of people need: passwords that cost little, and a clock that moves."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy.orm import Session

from jxc_desktop.core.clock import Clock, fixed_clock
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.passwords import Passwords


class CountingHasher(PasswordHasher):
    """A light Argon2 that counts how often the slow work was done."""

    def __init__(self, memory: int = 8) -> None:
        super().__init__(time_cost=1, memory_cost=memory, parallelism=1)
        self.worked = 0

    def hash(self, password, *, salt=None):
        self.worked += 1
        return super().hash(password, salt=salt)

    def verify(self, hash, password):  # noqa: A002  argon2's own name
        self.worked += 1
        return super().verify(hash, password)


class Hands:
    """The hands of a clock: `passed(minutes=3)` moves them."""

    def __init__(self) -> None:
        self._now = fixed_clock(2026, 11, 20).now()
        self.clock = Clock(now=lambda: self._now)

    def passed(self, **how_long: float) -> None:
        self._now += timedelta(**how_long)


@pytest.fixture
def hasher() -> CountingHasher:
    return CountingHasher()


@pytest.fixture
def light(hasher: CountingHasher) -> Passwords:
    return Passwords(hasher)


@pytest.fixture
def hands() -> Hands:
    return Hands()


class Stopped(Exception):
    """What ends a transaction before its COMMIT."""


@contextmanager
def refused(database: Database, actor: Actor) -> Iterator[Session]:
    """A transaction that is refused at its very end."""
    with suppress(Stopped), database.transaction(actor) as session:
        yield session
        raise Stopped
