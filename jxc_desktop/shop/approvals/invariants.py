"""Separation of duties (I22): what a rule held back was approved by whom it asked, and is its maker's."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from jxc_desktop.core.document import Document
from jxc_desktop.core.i18n import noop, translate
from jxc_desktop.core.invariant import Invariant
from jxc_desktop.core.schema import Base
from jxc_desktop.core.sql import Statement

MOST_NAMED = 20
_UNANSWERED = Statement(
    "SELECT p.id, p.subject FROM pending_paper p JOIN pending_need n ON n.pending_id = p.id "
    "LEFT JOIN approval_step s ON s.pending_id = n.pending_id AND s.need_no = n.need_no "
    "WHERE p.state = 'approved' AND s.id IS NULL GROUP BY p.id, p.subject ORDER BY p.id"
)
_OWN = Statement(
    "SELECT DISTINCT p.id, p.subject FROM pending_paper p JOIN approval_step s ON s.pending_id = p.id "
    "WHERE p.apart = 1 AND s.decision = 'approved' AND p.made_by IN (s.user_id, s.for_user_id) ORDER BY p.id"
)
_LOST = Statement(
    "SELECT p.id, p.subject FROM pending_paper p LEFT JOIN document_key k ON k.key = p.key "
    "WHERE (p.state = 'approved') <> (k.key IS NOT NULL) ORDER BY p.id"
)


def approved_by_others(session: Session) -> list[str]:
    """I22: every rule was answered, not by the maker where that is forbidden, and the document names its maker."""
    problems = [
        sentence.format(id=pending_id, subject=subject)
        for sentence, statement in (
            (translate("checks", "#{id} {subject} 通过了审核，却有一条规则没人审"), _UNANSWERED),
            (translate("checks", "#{id} {subject} 是制单人自己或代他审核的，不允许"), _OWN),
            (translate("checks", "#{id} {subject} 的审核状态和过账的单对不上"), _LOST),
        )
        for pending_id, subject in statement.all(session)
    ]
    return [*problems, *_other_makers(session)][:MOST_NAMED]


def _other_makers(session: Session) -> Iterator[str]:
    sentence = translate("checks", "{number} 的制单人不是提交审核的人")
    for [kind] in _KINDS.all(session):
        if kind in _documents():
            for [number] in _wrong_maker(kind).all(session):
                yield sentence.format(number=number)


_KINDS = Statement("SELECT DISTINCT kind FROM pending_paper WHERE state = 'approved' ORDER BY kind")


def _documents() -> set[str]:
    found = (m.class_ for m in Base.registry.mappers if issubclass(m.class_, Document))
    return {document.kind for document in found}


def _wrong_maker(kind: str) -> Statement:
    return Statement(
        "SELECT d.number FROM pending_paper p JOIN document_key k ON k.key = p.key AND k.kind = p.kind "
        f"JOIN \"{kind}\" d ON d.id = k.document_id WHERE p.state = 'approved' "
        f"AND p.kind = '{kind}' AND d.created_by <> p.made_by ORDER BY d.number"
    )


INVARIANT = Invariant("I22", noop("invariants", "制单和审核分开"), approved_by_others)
