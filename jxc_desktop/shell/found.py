"""What the find box asks of the shop: goods, firms, documents by the tail of their number."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries import find_products
from jxc_desktop.core.document_checks import document_tables
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.queries import MemberHit, find_members
from jxc_desktop.partners.queries import PartnerHit, find_customers, find_suppliers
from jxc_desktop.shop.actor import may

MOST = 6
"""Hits of one group."""
SHORTEST_TAIL = 2
RECENT = 20_000
"""Documents of a kind among which a tail is looked for; a whole number is found however old."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `opens` names the pane or document kind, `subject` what it shows."""

    group: str
    text: str
    sub: str
    opens: str
    subject: object
    icon: str = ""


def find_in_shop(session: Session, text: str, panes: Collection[str]) -> tuple[Hit, ...]:
    """Everything of the shop that bears `text` and that one of `panes` can show, group by group."""
    return (
        *_goods(session, text, panes),
        *_firms(session, text, panes),
        *find_documents(session, text, panes),
    )


def find_documents(session: Session, text: str, kinds: Collection[str]) -> tuple[Hit, ...]:
    """Documents of `kinds` whose number ends in `text`, newest first."""
    tail = text.strip().upper()
    if len(tail) < SHORTEST_TAIL or not tail.isalnum() or not tail.isascii():
        return ()
    found: list[Hit] = []
    for table in document_tables():
        if table.name in kinds and may(session, f"{table.name}.view"):
            found += _numbered(session, table.name, tail)
    return tuple(found[:MOST])


def _goods(session: Session, text: str, panes: Collection[str]) -> Iterator[Hit]:
    if "product" not in panes or not may(session, "product.view"):
        return
    group = translate("shell", "商品")
    for hit in find_products(session, text, limit=MOST):
        sub = "  ".join(part for part in (hit.spec, hit.code) if part)
        yield Hit(group, hit.name, sub, "product", hit.id, "package")


def _firms(session: Session, text: str, panes: Collection[str]) -> Iterator[Hit]:
    ways: tuple[tuple[str, str, Callable[..., tuple[PartnerHit | MemberHit, ...]], str], ...] = (
        ("customer", translate("shell", "客户"), find_customers, "users"),
        ("supplier", translate("shell", "供应商"), find_suppliers, "truck"),
        ("member", translate("shell", "会员"), find_members, "id-card"),
    )
    for kind, group, find, icon in ways:
        if kind in panes and may(session, f"{kind}.view"):
            for hit in find(session, text, limit=MOST):
                yield Hit(group, hit.name, hit.code, kind, hit.id, icon)


def _numbered(session: Session, kind: str, tail: str) -> Iterator[Hit]:
    statement = _by_tail(kind)
    group = translate("shell", "单据")
    for number, day in statement.all(
        session, whole=tail, tail=f"%{tail}", recent=RECENT, most=MOST
    ):
        yield Hit(group, str(number), str(day), kind, str(number), "file-text")


@cache
def _by_tail(kind: str) -> Statement:
    return Statement(
        f'SELECT number, day FROM "{kind}" WHERE number = :whole OR (number LIKE :tail '
        f'AND id > (SELECT MAX(id) FROM "{kind}") - :recent) ORDER BY id DESC LIMIT :most'
    )
