"""What an approver must see of a paper that waits: the document as it would be posted now, line by line."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.i18n import listed, translate
from jxc_desktop.core.numbers import PRICE_PLACES, trimmed
from jxc_desktop.core.plain import typed
from jxc_desktop.intake import told_goods, told_money
from jxc_desktop.intake.approvals import approvables
from jxc_desktop.intake.told_money import Told
from jxc_desktop.pricing.changes import PriceChangeDraft
from jxc_desktop.pricing.services import changed_prices
from jxc_desktop.pricing.words import level_words
from jxc_desktop.shop.approvals.queries import pending_body, pending_view, steps_of
from jxc_desktop.shop.approvals.reviews import Facts, Lines, Review, ReviewLine
from jxc_desktop.shop.attachments import Subject, attachments_of
from jxc_desktop.shop.price_rights import may_see_money


def review(session: Session, pending_id: int) -> Review:
    """The paper as it would be posted now; money is left out for who may not see it."""
    paper = pending_view(session, pending_id)
    draft = typed(approvables()[paper.kind].draft, pending_body(session, pending_id))
    problem = ""
    facts: Facts = ()
    lines: Lines = ()
    try:
        facts, lines = _TELL[paper.kind](session, draft)
    except UserError as error:
        problem = error.message
    if draft.remark and draft.remark != paper.subject:
        facts = (*facts, (translate("intake", "备注"), draft.remark))
    if files := attachments_of(session, Subject(paper.kind, pending_id=pending_id)):
        facts = (*facts, (translate("intake", "附件"), listed(each.name for each in files)))
    if not may_see_money(session, paper.kind):
        lines = tuple(replace(line, price=None, discount=None, amount=None) for line in lines)
        facts = tuple(fact for fact in facts if fact[0] not in told_goods.money_facts())
    return Review(paper, facts, lines, steps_of(session, pending_id), problem)


def _price_change(session: Session, draft: PriceChangeDraft) -> Told:
    facts = (
        (translate("intake", "生效日"), draft.effective_day.isoformat()),
        (translate("intake", "原因"), draft.reason),
    )
    lines = tuple(
        ReviewLine(
            each.product.name,
            translate("intake", "{level}，原价 {old}").format(
                level=level_words().get(each.line.level, each.line.level),
                old="—" if each.old is None else trimmed(each.old, PRICE_PLACES, 2),
            ),
            each.line.unit or each.product.unit,
            price=each.line.price,
        )
        for each in changed_prices(session, draft)
    )
    return tuple(fact for fact in facts if fact[1]), lines


_TELL: Mapping[str, Callable[[Session, Any], Told]] = {
    **told_goods.TOLD,
    **told_money.TOLD,
    "price_change": _price_change,
}
