"""Goods of a ticket handed back, as data."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import EVERY
from jxc_desktop.intake.intake import Intake
from jxc_desktop.intake.pos_sale import SOLD, require_till_terms, shift_for, tenders_of
from jxc_desktop.intake.returned import original_of, returned_of
from jxc_desktop.pos.drafts import ReturnDraft
from jxc_desktop.pos.services import post_return, reverse_return
from jxc_desktop.shop.keys import Key, Posted


@dataclass(frozen=True, slots=True)
class Handed:
    """A return, the shift that takes it, and what the sender says is given back (fen), where they say."""

    draft: ReturnDraft
    shift_id: int
    refund: int | None


def _handed(session: Session, fields: Fields) -> Handed:
    shift = shift_for(session, fields)
    require_till_terms(session, fields, shift)
    tenders = tenders_of(fields)
    if len(tenders) > 1:
        problem = InvalidInput(translate("intake", "退款只能用一种付款方式"))
        raise fields.wrong(problem, "payments")
    draft = ReturnDraft(
        original=fields.needed("from"),
        lines=returned_of(session, fields, original_of(session, fields, SOLD)),
        reason="；".join(filter(None, (fields.text("reason"), fields.text("remark")))),
        **({"method": tenders[0].method} if tenders else {}),
    )
    return Handed(draft, shift.id, tenders[0].amount if tenders else None)


def _post(session: Session, handed: Handed, /, *, key: Key) -> Posted:
    posted = post_return(session, handed.draft, handed.shift_id, key=key)
    if handed.refund not in {None, posted.total}:
        raise Refused(
            translate("intake", "应退 {total}，不是写的这个数。改成 {total}").format(
                total=text_of(posted.total, MONEY_PLACES)
            ),
            field="payments[0].amount",
        )
    return posted


INTAKE = Intake(
    "pos_return",
    (*EVERY, "till", "warehouse", "price_includes_tax", "from", "reason", "lines", "payments"),
    _handed,
    _post,
    reverse_return,
)
