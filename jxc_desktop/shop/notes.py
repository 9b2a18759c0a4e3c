"""What people add to a document once it is posted: 客户说周五来取 (补注). The document itself never changes."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.core.texts import tidy
from jxc_desktop.shop.actor import actor_of, authorize
from jxc_desktop.shop.attachments import right_to_see, right_to_write
from jxc_desktop.shop.audit import record
from jxc_desktop.shop.models import DocumentNote

LONGEST = 200


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note: who added it, at which moment."""

    text: str
    added_by: str
    added_at: int


_OF = Statement(
    "SELECT n.text, u.name, n.added_at FROM document_note n JOIN shop_user u ON u.id = n.added_by "
    "WHERE n.number = :number AND n.kind = :kind ORDER BY n.id"
)
_POSTED = Statement("SELECT 1 FROM document_key WHERE number = :number AND kind = :kind")
_ADD = insert_into(DocumentNote, ("kind", "number", "text", "added_by", "added_at"))


def add_note(session: Session, kind: str, number: str, text: str) -> None:
    """Add a note to a posted document; needs the right to draft or post its kind. Nobody takes one off again."""
    authorize(session, right_to_write(session, kind))
    said = tidy(text)
    if not said:
        raise InvalidInput(translate("shop", "补注是空的。写一句再回车"), field="note")
    if len(said) > LONGEST:
        told = translate("shop", "补注最多 {count} 个字。分两句写")
        raise InvalidInput(told.format(count=LONGEST), field="note")
    if _POSTED.first(session, number=number, kind=kind) is None:
        told = translate("shop", "{number} 没有过账，备注直接写在单上")
        raise NotFound(told.format(number=number), field="number")
    _ADD.run_many(
        session,
        [
            {
                "kind": kind,
                "number": number,
                "text": said,
                "added_by": actor_of(session).user_id,
                "added_at": clock_of(session).milliseconds(),
            }
        ],
    )
    record(session, "document_note.add", number, text=said)


def notes_on(session: Session, kind: str, number: str) -> list[NoteView]:
    """The notes on a document, the oldest first."""
    authorize(session, right_to_see(kind))
    return [NoteView(*row) for row in _OF.all(session, number=number, kind=kind)]
