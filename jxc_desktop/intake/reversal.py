"""Taking a document back by its number, whatever kind it is (红冲)."""

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.intake.fields import Fields
from jxc_desktop.ledger.papers import Reversal

REVERSAL = "reversal"
"""The type of a line that takes a document back."""
FIELDS = ("key", "type", "number", "reason", "day")

_KIND = Statement("SELECT kind FROM document_key WHERE number = :number")


def reversal_of(fields: Fields) -> Reversal:
    """What a JSON reversal asks for."""
    return Reversal(fields.needed("number"), fields.needed("reason"), fields.day("day"))


def kind_of(session: Session, number: str) -> str:
    """The kind of the posted document with this number."""
    row = _KIND.first(session, number=number)
    if row is None:
        raise NotFound(
            translate("intake", "没有单号 {number}。核对单号").format(number=number), field="number"
        )
    return str(row[0])
