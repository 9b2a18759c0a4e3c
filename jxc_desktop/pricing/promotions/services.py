"""Keeping promotions."""

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into, insert_statement
from jxc_desktop.pricing.promotions.drafts import PromotionDraft
from jxc_desktop.pricing.promotions.guard import TooCheap, require_not_below, too_cheap
from jxc_desktop.pricing.promotions.models import PromotionGoods, PromotionLevel, PromotionRow
from jxc_desktop.pricing.promotions.queries import (
    COLUMNS,
    offer_of,
    promotion_of,
    promotions_by_id,
)
from jxc_desktop.pricing.promotions.rules import tidied
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

PREFIX = "CX"
_NAMES = COLUMNS[:-1]
_INSERT = insert_statement(PromotionRow.__tablename__, COLUMNS, gives_id=True)
_UPDATE = Statement(
    "UPDATE promotion SET "
    + ", ".join(f'"{name}" = :{name}' for name in _NAMES)
    + " WHERE id = :id",
    changes="promotion",
)
_DISABLE = Statement(
    "UPDATE promotion SET disabled = :disabled WHERE id = :id", changes="promotion"
)
_NO_GOODS = Statement("DELETE FROM promotion_goods WHERE promotion_id = :id", changes="promotion")
_NO_LEVELS = Statement("DELETE FROM promotion_level WHERE promotion_id = :id", changes="promotion")
_GOODS = insert_into(
    PromotionGoods,
    ("promotion_id", "line_no", "product_id", "category_id", "quantity", "price", "is_gift"),
)
_LEVEL = insert_into(PromotionLevel, ("promotion_id", "level_id"))


@needs("promotion.edit")
def save_promotion(session: Session, draft: PromotionDraft) -> int:
    """Keep a new promotion, or the promotion `draft.id` as the draft has it; its id.

    Posted tickets keep what they got under its name of then.
    """
    clean = tidied(draft, clock_of(session).today())
    others = [v for v in promotions_by_id(session).values() if v.id != draft.id]
    clean = replace(clean, code=clean.code or _next_code({view.code for view in others}))
    if any(view.code == clean.code for view in others):
        problem = translate("promotions", "已有编号 {code} 的促销。换一个编号")
        raise Refused(problem.format(code=clean.code), field="code")
    require_not_below(session, offer_of(session, clean))
    values = {name: getattr(clean, name) for name in _NAMES}
    if clean.id is None:
        own_id = _INSERT.inserted(session, **values, disabled=False)
        _write_parts(session, own_id, clean)
        record(session, "promotion.create", clean.code, name=clean.name)
        return own_id
    before = asdict(promotion_of(session, clean.id).draft)
    _UPDATE.run(session, id=clean.id, **values)
    _NO_GOODS.run(session, id=clean.id)
    _NO_LEVELS.run(session, id=clean.id)
    _write_parts(session, clean.id, clean)
    record(session, "promotion.edit", clean.code, **_changed(before, asdict(clean)))
    return clean.id


def _changed(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What is other than before, as text that the audit can keep."""
    return {
        name: [str(before[name]), str(new)] for name, new in after.items() if before[name] != new
    }


def _next_code(taken: set[str]) -> str:
    number = len(taken) + 1
    while f"{PREFIX}{number:03}" in taken:
        number += 1
    return f"{PREFIX}{number:03}"


def _write_parts(session: Session, own_id: int, draft: PromotionDraft) -> None:
    goods = [(each, False) for each in draft.goods] + [(each, True) for each in draft.gifts]
    _GOODS.run_many(
        session,
        [
            {
                "promotion_id": own_id,
                "line_no": number,
                "product_id": each.product_id,
                "category_id": each.category_id,
                "quantity": each.count,
                "price": each.price,
                "is_gift": is_gift,
            }
            for number, (each, is_gift) in enumerate(goods, 1)
        ],
    )
    _LEVEL.run_many(session, [{"promotion_id": own_id, "level_id": x} for x in draft.levels])


@needs("promotion.edit")
def disable_promotion(session: Session, promotion_id: int, *, disabled: bool = True) -> None:
    """Take a promotion out of use, or back; putting it back looks at the lowest prices again."""
    view = promotion_of(session, promotion_id)
    if not disabled:
        require_not_below(session, offer_of(session, view.draft))
    _DISABLE.run(session, id=promotion_id, disabled=disabled)
    record(session, f"promotion.{'disable' if disabled else 'enable'}", view.code)


@needs("promotion.view")
def warnings_of(session: Session, draft: PromotionDraft) -> tuple[TooCheap, ...]:
    """Goods that the promotion as typed would sell too cheap; raises like saving for what is wrong in it."""
    return too_cheap(session, offer_of(session, tidied(draft, clock_of(session).today())))
