"""Files that belong to documents: the contract, the photo of what was broken, the bank's slip (附件)."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy
from jxc_desktop.shop.actor import actor_of, authorize, matrix, may
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.keys import Posted
from jxc_desktop.shop.models import Attachment, FileContent

LARGEST = 5 * 2**20
"""Bytes of one file (decisions 26)."""
MOST = 30
"""Files of one document."""
LONGEST_NAME = 120
_NO_NAME = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, slots=True)
class Subject:
    """A document: a kept draft by its id, one that waits for approval by its own, or a posted one by its number."""

    kind: str
    number: str | None = None
    draft_id: int | None = None
    pending_id: int | None = None


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """An attached file: bytes in `size`, who added it and at which moment."""

    id: int
    name: str
    size: int
    digest: str
    added_by: str
    added_at: int


@dataclass(frozen=True, slots=True)
class _Attached:
    """An attachment with its content, and which document has it."""

    kind: str
    number: str | None
    pending_id: int | None
    name: str
    digest: str
    data: bytes


_OF = (
    "SELECT a.id, a.name, a.size, a.digest, u.name, a.added_at FROM attachment a "
    "JOIN shop_user u ON u.id = a.added_by WHERE a.kind = :kind AND "
)
_OF_NUMBER = Statement(f"{_OF} a.number = :number ORDER BY a.id")
_OF_DRAFT = Statement(f"{_OF} a.draft_id = :draft ORDER BY a.id")
_OF_HELD = Statement(f"{_OF} a.pending_id = :pending ORDER BY a.id")
_ONE = Statement(
    "SELECT a.kind, a.number, a.pending_id, a.name, a.digest, c.data FROM attachment a "
    "JOIN file_content c ON c.digest = a.digest WHERE a.id = :id"
)
_KNOWN_SQL = "SELECT 1 FROM file_content WHERE digest = :digest"
# Held, or whoever takes the last attachment of it off now would take the content too.
_KNOWN = Statement(_KNOWN_SQL, postgresql=f"{_KNOWN_SQL} FOR KEY SHARE")
_POSTED = Statement("SELECT 1 FROM document_key WHERE number = :number AND kind = :kind")
_KEPT = Statement("SELECT 1 FROM draft_paper WHERE id = :draft AND kind = :kind")
_CONTENT = Statement(
    "INSERT INTO file_content (digest, size, data) VALUES (:digest, :size, :data) "
    "ON CONFLICT (digest) DO NOTHING",
    changes=FileContent.__tablename__,
)
_ADD = insert_into(
    Attachment,
    ("kind", "number", "draft_id", "digest", "name", "size", "added_by", "added_at"),
    gives_id=True,
)
_CARRY = Statement(
    "UPDATE attachment SET number = :number, pending_id = :pending, draft_id = NULL "
    "WHERE kind = :kind AND draft_id = :draft",
    changes="attachment",
)
_CARRY_HELD = Statement(
    "UPDATE attachment SET number = :number, draft_id = :draft, pending_id = NULL "
    "WHERE kind = :kind AND pending_id = :pending",
    changes="attachment",
)
_DROP = Statement("DELETE FROM attachment WHERE id = :id", changes="attachment")
_DROP_DRAFT = Statement(
    "DELETE FROM attachment WHERE kind = :kind AND draft_id = :draft", changes="attachment"
)
_ORPHANS = Statement(
    "DELETE FROM file_content WHERE digest NOT IN (SELECT digest FROM attachment)",
    changes="file_content",
)


def attach(session: Session, subject: Subject, name: str, data: bytes) -> int:
    """Add a file to a document and return the attachment's id; needs the right to draft or post its kind."""
    authorize(session, right_to_write(session, subject.kind))
    _require_subject(session, subject)
    known = attachments_of(session, subject)
    clean, digest = _require_file(name, data), hashlib.sha256(data).hexdigest()
    if any(each.digest == digest for each in known):
        raise Refused(translate("shop", "这个文件已经附上了"))
    if len(known) >= MOST:
        raise Refused(translate("shop", "一张单最多附 {most} 个文件").format(most=MOST))
    if _KNOWN.first(session, digest=digest) is None:
        _CONTENT.run(session, digest=digest, size=len(data), data=data)
    added = _ADD.inserted(
        session,
        kind=subject.kind,
        number=subject.number,
        draft_id=subject.draft_id,
        digest=digest,
        name=clean,
        size=len(data),
        added_by=actor_of(session).user_id,
        added_at=clock_of(session).milliseconds(),
    )
    record(session, "attachment.add", subject.number or "", name=clean)
    return added


def attachments_of(session: Session, subject: Subject) -> list[AttachmentView]:
    """The files of a document, in the order they were added."""
    authorize(session, right_to_see(subject.kind))
    if subject.number is not None:
        rows = _OF_NUMBER.all(session, kind=subject.kind, number=subject.number)
    elif subject.pending_id is not None:
        rows = _OF_HELD.all(session, kind=subject.kind, pending=subject.pending_id)
    else:
        rows = _OF_DRAFT.all(session, kind=subject.kind, draft=subject.draft_id)
    return [AttachmentView(*row) for row in rows]


def content_of(session: Session, attachment_id: int) -> tuple[str, bytes]:
    """Name and content of an attached file; refused when it is not what was attached."""
    found = _require(session, attachment_id)
    authorize(session, right_to_see(found.kind))
    if hashlib.sha256(found.data).hexdigest() != found.digest:
        raise Refused(translate("shop", "附件 {name} 已损坏，从备份取回").format(name=found.name))
    return found.name, found.data


def detach(session: Session, attachment_id: int) -> None:
    """Take a file off a draft; what is attached to a posted document, or one that waits, stays."""
    found = _require(session, attachment_id)
    authorize(session, right_to_write(session, found.kind))
    if found.number is not None:
        raise Refused(translate("shop", "这张单已过账，附件不能拿掉"))
    _require_not_waiting(found.pending_id)
    _DROP.run(session, id=attachment_id)
    _ORPHANS.run(session)
    record(session, "attachment.remove", "", name=found.name)


def carry_attachments(session: Session, kind: str, draft_id: int | None, posted: Posted) -> None:
    """Let the files of a draft belong to the document it became, or to what waits for approval."""
    if draft_id is not None:
        number, pending = (None, posted.document_id) if posted.pending else (posted.number, None)
        _CARRY.run(session, kind=kind, draft=draft_id, number=number, pending=pending)


def carry_held(
    session: Session,
    kind: str,
    pending_id: int,
    *,
    number: str | None = None,
    draft_id: int | None = None,
) -> None:
    """Let the files of what waited belong to the document it became, or to the draft it is again."""
    _CARRY_HELD.run(session, kind=kind, pending=pending_id, number=number, draft=draft_id)


def drop_attachments(session: Session, kind: str, draft_id: int) -> None:
    """Let the files of a draft go with it."""
    _DROP_DRAFT.run(session, kind=kind, draft=draft_id)
    _ORPHANS.run(session)


def takes_files(kind: str) -> bool:
    """Whether documents of this kind can have files."""
    return f"{kind}.view" in matrix()


def right_to_see(kind: str) -> str:
    """The right without which nobody sees what stands beside documents of this kind."""
    if not takes_files(kind):
        raise InvalidInput(translate("shop", "这种单据不能附文件"))
    return f"{kind}.view"


def right_to_write(session: Session, kind: str) -> str:
    """Who drafts or posts a kind of document may put files to it."""
    return f"{kind}.post" if may(session, f"{kind}.post") else f"{kind}.edit"


def _require_not_waiting(pending_id: int | None) -> None:
    """Whoever approves must have seen what is approved."""
    if pending_id is not None:
        raise Refused(translate("shop", "这张单正等审核，附件不能改。撤回后再改"))


def _require_subject(session: Session, subject: Subject) -> None:
    _require_not_waiting(subject.pending_id)
    if subject.number is not None:
        found = _POSTED.first(session, number=subject.number, kind=subject.kind)
    else:
        found = _KEPT.first(session, draft=subject.draft_id, kind=subject.kind)
    if found is None:
        raise NotFound(translate("shop", "要附文件的单据不存在了。刷新后再看"), field="number")


def _require_file(name: str, data: bytes) -> str:
    """The name without what no system takes in one; raises for an empty, large or nameless file."""
    short = tidy(unicodedata.normalize("NFC", PurePath(name.replace("\\", "/")).name))
    clean = "".join("_" if letter in _NO_NAME else letter for letter in short).strip(". ")
    if not clean:
        raise InvalidInput(translate("shop", "文件没有名字"), field="name")
    if not data:
        raise InvalidInput(translate("shop", "{name} 是空的").format(name=clean), field="file")
    if len(data) > LARGEST:
        told = translate("shop", "{name} 太大，附件最大 5 MB。压缩或分开再附")
        raise InvalidInput(told.format(name=clean), field="file")
    stem, dot, ending = clean.rpartition(".")
    if len(clean) <= LONGEST_NAME or not dot:
        return clean[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def _require(session: Session, attachment_id: int) -> _Attached:
    row = _ONE.first(session, id=attachment_id)
    if row is None:
        raise NotFound(translate("shop", "这个附件不在了。刷新后再看"))
    kind, number, pending_id, name, digest, data = row
    return _Attached(kind, number, pending_id, name, digest, bytes(data))
