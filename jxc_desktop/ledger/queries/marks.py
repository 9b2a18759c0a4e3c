"""How far a page of the books has come: who reviewed it (审核) and who entered it (记账)."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

_MARKS = Statement(
    "SELECT m.mark, COALESCE(NULLIF(u.full_name, ''), u.name) FROM voucher_mark m "
    "JOIN shop_user u ON u.id = m.user_id WHERE m.voucher_id = :voucher"
)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """People by name, "" as long as nobody has."""

    reviewed: str = ""
    entered: str = ""


def marks_of(session: Session, voucher_id: int) -> PageMarks:
    """The marks on a page."""
    return PageMarks(
        **{str(mark): str(name) for mark, name in _MARKS.all(session, voucher=voucher_id)}
    )
