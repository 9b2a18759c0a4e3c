"""What always holds for the shop as a whole: the guards stand, the paper trail leads to documents."""

import re
from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from jxc_desktop.core.creation import SCHEMA_VERSION, fingerprint
from jxc_desktop.core.document_checks import document_tables, rows_of
from jxc_desktop.core.guards import rules_of
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.known_schema import known_fingerprint
from jxc_desktop.core.schema import Base


def guards_stand(session: Session) -> list[str]:
    """I6: every trigger that keeps posted rows as they are is there, enabled and unchanged."""
    if session.get_bind().dialect.name == "sqlite":
        return list(_sqlite_guards(session))
    return list(_postgresql_guards(session))


def _sqlite_guards(session: Session) -> Iterator[str]:
    wanted = {name for name, _ in _wanted_guards()}
    found = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    missing = wanted - set(found.scalars())
    yield from _missing(missing)
    driver = session.connection().connection.driver_connection
    if not missing and fingerprint(driver) != known_fingerprint(SCHEMA_VERSION):
        yield translate("safety", "表、约束或触发器被人改过")


def _postgresql_guards(session: Session) -> Iterator[str]:
    found = {
        name: (enabled, body)
        for name, enabled, body in session.execute(
            text(
                "SELECT t.tgname, t.tgenabled, p.prosrc FROM pg_trigger t "
                "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
            )
        )
    }
    wanted = dict(_wanted_guards())
    yield from _missing(wanted.keys() - found.keys())
    for name in sorted(wanted.keys() & found.keys()):
        enabled, body = found[name]
        if enabled == "D" or wanted[name] not in _plain(body):
            yield translate("safety", "保护触发器 {name} 被停用或改过").format(name=name)
    for name in sorted(found.keys() - wanted.keys()):
        yield translate("safety", "多出一个不认识的触发器 {name}").format(name=name)


def _wanted_guards() -> Iterator[tuple[str, str]]:
    """The name of each guard and the condition it tests."""
    for table in Base.metadata.sorted_tables:
        for place, rule in enumerate(rules_of(table), 1):
            yield f"guard_{table.name}_{place}", _plain(rule.condition)


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()


def _missing(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        yield translate("safety", "保护触发器 {name} 不见了").format(name=name)


def prints_are_of_posted_documents(session: Session) -> list[str]:
    """I19: whatever was printed exists and is no draft: it has its number."""
    papers = " UNION ALL ".join(
        f'SELECT number FROM "{table.name}" WHERE number IS NOT NULL' for table in document_tables()
    )
    shifts = "SELECT number FROM shift WHERE number IS NOT NULL"
    return [
        translate("safety", "打印记录里有 {number}，却没有这张过账的单据").format(number=number)
        for [number] in rows_of(
            session,
            "SELECT DISTINCT p.number FROM print_log p "
            f"LEFT JOIN ({papers} UNION ALL {shifts}) d ON d.number = p.number WHERE d.number IS NULL",
        )
    ]


INVARIANTS = (
    Invariant("I6", noop("invariants", "已过账数据的保护都在"), guards_stand),
    Invariant("I19", noop("invariants", "打印过的单据都存在"), prints_are_of_posted_documents),
)
