"""Posting again what the shop lost and the flight recorder still has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.documents import post_document
from jxc_desktop.safety.recorder import RIGHT
from jxc_desktop.safety.tape import Line
from jxc_desktop.shop.actor import authorize

_KNOWN = Statement("SELECT number FROM document_key WHERE key = :key")


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of one lost document: its number then and now, or why it could not be posted."""

    then: str
    now: str = ""
    problem: str = ""


def replay(database: Database, lost: Iterable[Line], *, actor: object) -> Iterator[Replayed]:
    """Post each lost document in a transaction of its own, oldest first; those already there are not repeated.

    Tickets go to the till of the machine interface and so bear other numbers; later lines that name them follow.
    """
    with database.reading(actor) as session:
        authorize(session, RIGHT)
    numbers: dict[str, str] = {}
    for line in lost:
        if line.document is None:
            continue
        data = _renumbered(dict(line.document), numbers)
        try:
            now = _posted(database, data, actor)
        except UserError as error:
            yield Replayed(line.subject, problem=error.message)
            continue
        numbers[line.subject] = now
        yield Replayed(line.subject, now)


def _posted(database: Database, data: dict[str, Any], actor: object) -> str:
    with database.transaction(actor) as session:
        found = _KNOWN.first(session, key=data["key"])
        if found is not None:
            return str(found[0])
        return post_document(session, data).number


def _renumbered(data: dict[str, Any], numbers: dict[str, str]) -> dict[str, Any]:
    for name in ("from", "number", "amends", "sales_order"):
        if data.get(name) in numbers:
            data[name] = numbers[data[name]]
    if settled := data.get("settle"):
        data["settle"] = [
            {**each, "number": numbers.get(each["number"], each["number"])} for each in settled
        ]
    if lines := data.get("lines"):
        data["lines"] = [
            {**each, "from": numbers.get(each["from"], each["from"])} if "from" in each else each
            for each in lines
        ]
    return data
