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
from jxc_desktop.shop.settings import settings_of
from jxc_desktop.stock.counting import CountDraft
from jxc_desktop.stock.counts import differences_of
from jxc_desktop.stock.losses import FOUND, LOST, Flow, LossDraft, foreseen_rows
from jxc_desktop.stock.ordering.drafts import OrderDraft
from jxc_desktop.stock.papers import line_rows
from jxc_desktop.stock.reasons import reason_facts

Told = tuple[Facts, Lines]
_GOODS = "SELECT id, name, spec, unit FROM product WHERE id "
_NAMES = Statement(f"{_GOODS}IN {among('products')}", postgresql=f"{_GOODS}= ANY(:products)")
_WAREHOUSE = Statement("SELECT name FROM warehouse WHERE id = :id")
_ACCOUNT = Statement("SELECT name FROM account WHERE code = :code")


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


def _lost(session: Session, draft: LossDraft, flow: Flow) -> Told:
    reason = reason_facts(session, draft.reason_id, gain=flow.gain)
    told = [
        (translate("intake", "原因"), reason.name),
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
    ]
    if draft.unresolved:
        told.append((translate("intake", "处理"), translate("intake", "先挂待处理财产损溢")))
    rows = foreseen_rows(session, flow, draft)
    priced = ({**row, "discount": 0, "gross": row["amount"] + row["tax"]} for row in rows)
    return tuple(told), _goods(session, priced)


def _counted(session: Session, draft: CountDraft) -> Told:
    """The differences alone: what agrees changes nothing."""
    differing = differences_of(session, draft)
    told = (
        (translate("intake", "仓库"), _place(session, draft.warehouse_id)),
        (translate("intake", "已盘"), str(len(draft.lines))),
        (translate("intake", "有差异"), str(len(differing))),
    )
    rows = (
        {
            "product_id": row["product_id"],
            "unit": "",
            "quantity": row["difference"],
            "price": None,
            "discount": 0,
            "gross": worth,
        }
        for row, worth in differing
    )
    return told, _goods(session, rows)


def _place(session: Session, warehouse_id: int) -> str:
    row = _WAREHOUSE.first(session, id=warehouse_id)
    return str(row[0]) if row else "—"


_TELL: Mapping[str, Callable[[Session, Any], Told]] = {
    **told_goods.TOLD,
    **told_money.TOLD,
    "price_change": _price_change,
    "stock_count": _counted,
    "stock_loss": partial(_lost, flow=LOST),
    "stock_gain": partial(_lost, flow=FOUND),
}
