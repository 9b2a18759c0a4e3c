"""What recosts changed of the lines of documents, for reports and views; undone ones and their mirrors cancel out."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jxc_desktop.core.aggregates import summed
from jxc_desktop.core.document import State
from jxc_desktop.stock.cost_models import Recost, RecostLine

_IN_BOOKS = (State.POSTED, State.REVERSED)


def recosted(number: Any, line_no: Any, *outer: Any) -> Any:
    """SQL: fen that recosts left in stock more for one line, of the query over `outer`; 0 mostly."""
    query = (
        select(func.coalesce(summed(RecostLine.amount), 0))
        .join(Recost, Recost.id == RecostLine.document_id)
        .where(
            RecostLine.source == number,
            RecostLine.source_line == line_no,
            Recost.state.in_(_IN_BOOKS),
        )
    )
    return query.correlate(*outer).scalar_subquery()


def recosts_of(session: Session, number: str) -> dict[int, int]:
    """Fen that recosts left in stock more, by line of document `number`."""
    line = RecostLine
    query = (
        select(line.source_line, summed(line.amount))
        .join(Recost, Recost.id == line.document_id)
        .where(line.source == number, Recost.state.in_(_IN_BOOKS))
        .group_by(line.source_line)
    )
    return {row[0]: row[1] for row in session.execute(query)}
