"""What the shop itself keeps: who it is, who may do what, the counters and the audit chain."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.core.guards import Rule
from jxc_desktop.core.schema import Base, guarded
from jxc_desktop.core.types import BYTES, MOMENT, MONEY, RATE


class Shop(Base):
    """The one row that makes a file a shop."""

    __tablename__ = "shop"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str]
    created_at: Mapped[int] = mapped_column(MOMENT)
    created_by_version: Mapped[str]


class Setting(Base):
    """A setting that differs from its default; `value` is JSON. Defaults live in shop.settings."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Counter(Base):
    """The last number given in a series within its span (a day, a month)."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(primary_key=True)
    span: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]


class User(Base):
    """A person who works with the program. `password` is an Argon2 hash, or NULL while none is set."""

    __tablename__ = "shop_user"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str] = mapped_column(default="")
    password: Mapped[str | None]
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[int] = mapped_column(MOMENT, default=0)
    disabled: Mapped[bool] = mapped_column(default=False)


class Employee(Base):
    """Somebody who sells, buys or spends for the shop (职员, 经手人); whether he has a login is another matter.

    His own commission is `commission_rate` (1e-4) of `commission_base`; NULL and "" leave it to the shop's settings.
    """

    __tablename__ = "employee"
    __table_args__ = (
        CheckConstraint("commission_rate BETWEEN 0 AND 10000", name="commission_range"),
        CheckConstraint(
            "commission_base IN ('', 'net', 'profit', 'collected')", name="commission_base_known"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    department: Mapped[str] = mapped_column(default="")
    commission_base: Mapped[str] = mapped_column(default="")
    commission_rate: Mapped[int | None] = mapped_column(RATE)
    disabled: Mapped[bool] = mapped_column(default=False)


class UserRole(Base):
    """A role that a user has; rights are the union of the roles' rights."""

    __tablename__ = "user_role"

    user_id: Mapped[int] = mapped_column(ForeignKey(User.id), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)


class Assignment(Base):
    """A customer or a warehouse, by its id, that only some users deal with (shop.assigned)."""

    __tablename__ = "assignment"
    __table_args__ = (CheckConstraint("what IN ('customer', 'warehouse')", name="what_known"),)

    what: Mapped[str] = mapped_column(primary_key=True)
    ref_id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id), primary_key=True)


class RecoveryCode(Base):
    """One of the ten codes that let the owner in when the password is forgotten; each works once."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    code: Mapped[str]
    used_at: Mapped[int | None] = mapped_column(MOMENT)


class Audit(Base):
    """Who did what when, each row sealed by the hash of the row before it."""

    __tablename__ = "audit"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[int] = mapped_column(MOMENT, index=True)
    user_id: Mapped[int]
    machine: Mapped[str]
    action: Mapped[str]
    object: Mapped[str]
    detail: Mapped[str]
    hash: Mapped[str]


class AuditHead(Base):
    """The end of the audit chain: how many rows it has and the hash of the last."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    length: Mapped[int]
    hash: Mapped[str]


class DocumentKey(Base):
    """The answer already given to an idempotency key, so that a repeat is harmless."""

    __tablename__ = "document_key"
    __table_args__ = (guarded("append"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]
    kind: Mapped[str]
    document_id: Mapped[int]
    number: Mapped[str] = mapped_column(index=True)
    total: Mapped[int]


class PrintLog(Base):
    """Each time a posted document was put on paper; the first is the original, later ones are 补打."""

    __tablename__ = "print_log"
    __table_args__ = (guarded("append"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    form: Mapped[str]
    at: Mapped[int] = mapped_column(MOMENT)
    user_id: Mapped[int]


class DraftPaper(Base):
    """A document that somebody is still typing, as JSON: it may be incomplete, has no number and no effect.

    `subject` (a partner's name) and `total` in fen are what lists show; `note` is why it came back from approval.
    """

    __tablename__ = "draft_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.id))
    saved_at: Mapped[int] = mapped_column(MOMENT)
    day: Mapped[date]
    subject: Mapped[str]
    total: Mapped[int] = mapped_column(MONEY)
    note: Mapped[str] = mapped_column(server_default="")
    body: Mapped[str]


class FileContent(Base):
    """What a file holds, once however often it is attached; known by its SHA-256.

    It lies in the shop itself, so that it is encrypted, copied and restored with it and seen from every till.
    """

    __tablename__ = "file_content"
    __table_args__ = (
        guarded("content", rules=[Rule("UPDATE", "1 = 1", "the content of a file never changes")]),
    )

    digest: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(BYTES)


class Attachment(Base):
    """A file of a document: a kept draft by its id, one held back for approval by its own, a posted one by number.

    What is attached to a posted document stays.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint(
            "CASE WHEN number IS NULL THEN 0 ELSE 1 END + CASE WHEN draft_id IS NULL THEN 0 ELSE 1 END "
            "+ CASE WHEN pending_id IS NULL THEN 0 ELSE 1 END = 1",
            name="one_document",
        ),
        Index("ix_attachment_kind_number", "kind", "number"),
        Index("ix_attachment_draft_id", "draft_id"),
        guarded(
            "attachment",
            rules=[
                Rule("UPDATE", "OLD.number IS NOT NULL", "what is attached to a document stays"),
                Rule("DELETE", "OLD.number IS NOT NULL", "what is attached to a document stays"),
            ],
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[str | None]
    draft_id: Mapped[int | None]
    pending_id: Mapped[int | None]
    digest: Mapped[str] = mapped_column(ForeignKey(FileContent.digest))
    name: Mapped[str]
    size: Mapped[int]
    added_by: Mapped[int] = mapped_column(ForeignKey(User.id))
    added_at: Mapped[int] = mapped_column(MOMENT)


class DocumentNote(Base):
    """What somebody added to a posted document in words; the document itself never changes, nor does the note."""

    __tablename__ = "document_note"
    __table_args__ = (Index("ix_document_note_number", "number"), guarded("append"))

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[str]
    text: Mapped[str]
    added_by: Mapped[int] = mapped_column(ForeignKey(User.id))
    added_at: Mapped[int] = mapped_column(MOMENT)
