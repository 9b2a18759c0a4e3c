"""Self-check (账实自检): every invariant on one snapshot of the shop, and the file itself on demand."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.db import Database
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.schema import Base
from jxc_desktop.safety.soundness import structural_problems
from jxc_desktop.shop.actor import authorize
from jxc_desktop.shop.audit import head_of

FILE_CHECK, READ_CHECK = "FILE", "READ"
_COUNTED = ("product", "partner", "move", "entry", "leg", "voucher", "audit")

Told = Callable[[str], None]
"""Told the title of each check before it runs."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one rule found, in sentences, and how long it took."""

    id: str
    title: str
    problems: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Findings:
    """The whole self-check: what each rule found, how much there is, and where the audit chain ends."""

    checks: tuple[Check, ...]
    counts: dict[str, int]
    head: str

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def problems(self) -> tuple[str, ...]:
        """Every problem of every rule."""
        return tuple(problem for check in self.checks for problem in check.problems)

    def as_json(self) -> dict[str, Any]:
        """The answer of the `verify` verb."""
        checks = [
            {"id": c.id, "title": c.title, "problems": list(c.problems), "seconds": c.seconds}
            for c in self.checks
        ]
        return {"ok": self.ok, "checks": checks, "counts": self.counts, "head": self.head}


def verify(
    database: Database,
    invariants: Iterable[Invariant],
    *,
    actor: object,
    full: bool = False,
    told: Told | None = None,
) -> Findings:
    """Check the shop at one snapshot, beside whoever is working; `full` reads every page of the file."""
    with database.reading(actor) as session:
        authorize(session, "verify.run")
        return findings_of(session, invariants, full=full, told=told)


def findings_of(
    session: Session,
    invariants: Iterable[Invariant],
    *,
    full: bool = False,
    told: Told | None = None,
) -> Findings:
    """The findings at the snapshot of `session`, for whoever may already see it."""
    counts: dict[str, int] = {}
    heads: list[str] = []

    def read(inside: Session) -> list[str]:
        heads.append(head_of(inside)[1])
        counts.update(_counts(inside))
        return []

    rules = [*invariants, *([_FILE] if full else [])]
    checks = tuple(_checked(session, rule, told) for rule in rules)
    readable = _checked(
        session, Invariant(READ_CHECK, noop("invariants", "账套读得出来"), read), told
    )
    return Findings((*checks, readable), counts, heads[0] if heads else "")


def _checked(session: Session, rule: Invariant, told: Told | None) -> Check:
    title = translate("invariants", rule.title)
    if told is not None:
        told(title)
    started = time.perf_counter()
    try:
        with session.begin_nested():
            problems = rule.check(session)
    except Exception as error:  # noqa: BLE001  a damaged shop may break a check anyhow: a finding too
        problems = [
            translate("safety", "查不下去，数据可能已损坏：{error}").format(error=_short(error))
        ]
    return Check(rule.id, title, tuple(problems), round(time.perf_counter() - started, 3))


def _short(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _file_problems(session: Session) -> list[str]:
    if session.get_bind().dialect.name != "sqlite":
        return []
    return structural_problems(session.connection().connection.driver_connection)


def _counts(session: Session) -> Iterator[tuple[str, int]]:
    for name, table in sorted(Base.metadata.tables.items()):
        if name in _COUNTED or table.info.get("guard") == "document":
            yield name, session.execute(select(func.count()).select_from(table)).scalar_one()


_FILE = Invariant(FILE_CHECK, noop("invariants", "文件完整，结构没有被改过"), _file_problems)
