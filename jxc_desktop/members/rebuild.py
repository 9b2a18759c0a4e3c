"""Making what cards hold anew from the journal; on a sound shop it changes nothing."""

from sqlalchemy.orm import Session

from jxc_desktop.core.sql import Statement

_CLEAR = Statement("DELETE FROM member_balance", changes="member_balance")
_FILL = Statement(
    "INSERT INTO member_balance (member_id, points, principal, bonus) "
    "SELECT m.id, coalesce(sum(x.points), 0), coalesce(sum(x.principal), 0), coalesce(sum(x.bonus), 0) "
    "FROM member m LEFT JOIN card_move x ON x.member_id = m.id GROUP BY m.id",
    changes="member_balance",
)


def rebuild_cards(session: Session) -> None:
    """Replace what every card holds by the sum of its moves."""
    _CLEAR.run(session)
    _FILL.run(session)
