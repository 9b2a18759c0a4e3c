"""Promotions as they are listed, edited, and handed to the till; a shop without any asks once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.kept import kept
from jxc_desktop.core.sql import Row, Statement
from jxc_desktop.pricing.promotions.drafts import GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.offer import Moment, Offer, Part
from jxc_desktop.pricing.promotions.terms import Kind, Who
from jxc_desktop.shop.actor import needs

COLUMNS = (
    "code", "name", "kind", "from_day", "to_day", "weekdays", "month_days", "from_minute", "to_minute", "who",
    "coupon", "stacks", "priority", "count", "free", "rate", "amount", "least", "each", "disabled",
)  # fmt: skip
_ALL = Statement(
    "SELECT id, " + ", ".join(f'"{name}"' for name in COLUMNS) + " FROM promotion ORDER BY id"
)
_GOODS = Statement(
    "SELECT promotion_id, product_id, category_id, quantity, price, is_gift FROM promotion_goods "
    "ORDER BY promotion_id, line_no"
)
_LEVELS = Statement("SELECT promotion_id, level_id FROM promotion_level ORDER BY 1, 2")
_BELOW = Statement("SELECT id, parent_id FROM category")
_FILED = Statement("SELECT id, category_id FROM product WHERE category_id IS NOT NULL")


@dataclass(frozen=True, slots=True)
class PromotionView:
    """A promotion as it is kept, and whether it is out of use."""

    id: int
    draft: PromotionDraft
    disabled: bool

    @property
    def code(self) -> str:
        """Its code."""
        return self.draft.code

    def is_over(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.draft.to_day is not None and self.draft.to_day < today


def _read(session: Session) -> dict[int, PromotionView]:
    rows = _ALL.all(session)
    if not rows:
        return {}
    goods: dict[tuple[int, bool], list[GoodsDraft]] = defaultdict(list)
    for owner, product, category, count, price, is_gift in _GOODS.all(session):
        goods[owner, bool(is_gift)].append(GoodsDraft(product, category, count, price))
    levels: dict[int, list[int]] = defaultdict(list)
    for owner, level in _LEVELS.all(session):
        levels[owner].append(level)
    return {row[0]: _view(row, goods, levels[row[0]]) for row in rows}


def _view(
    row: Row, goods: Mapping[tuple[int, bool], list[GoodsDraft]], levels: Iterable[int]
) -> PromotionView:
    told = dict(zip(COLUMNS, row[1:], strict=True))
    disabled = bool(told.pop("disabled"))
    flags = {name: bool(told[name]) for name in ("coupon", "stacks", "each")}
    days = {name: _day(told[name]) for name in ("from_day", "to_day")}
    words = {"kind": Kind(told["kind"]), "who": Who(told["who"])}
    draft = PromotionDraft(
        **{**told, **flags, **days, **words},
        levels=tuple(levels),
        goods=tuple(goods[row[0], False]),
        gifts=tuple(goods[row[0], True]),
        id=row[0],
    )
    return PromotionView(row[0], draft, disabled)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def promotions_by_id(session: Session) -> dict[int, PromotionView]:
    """Every promotion by id, those out of use too; for services."""
    return kept(session, "promotion", _read)


def promotion_of(session: Session, promotion_id: int) -> PromotionView:
    """The promotion with this id; raises `NotFound`."""
    found = promotions_by_id(session).get(promotion_id)
    if found is None:
        raise NotFound(translate("promotions", "促销不存在了。重新选"))
    return found


def promotion_named(session: Session, code: str) -> PromotionView:
    """The promotion with this code; raises `NotFound`."""
    for view in promotions_by_id(session).values():
        if view.code == code:
            return view
    raise NotFound(translate("promotions", "没有编号 {code} 的促销").format(code=code))


@needs("promotion.view")
def promotions(session: Session) -> tuple[PromotionView, ...]:
    """Every promotion, newest first."""
    return tuple(sorted(promotions_by_id(session).values(), key=lambda view: -view.id))


def offers(session: Session) -> tuple[Offer, ...]:
    """What the till reckons with: every promotion that is in use and not over."""
    today = clock_of(session).today()
    views = [
        view
        for view in promotions_by_id(session).values()
        if not view.disabled and not view.is_over(today)
    ]
    return tuple(offer_of(session, view.draft) for view in views)


def offers_on(session: Session, day: date) -> tuple[Offer, ...]:
    """What holds on a day of the books, which may be past."""
    views = [view for view in promotions_by_id(session).values() if not view.disabled]
    return tuple(offer_of(session, v.draft) for v in views if not v.is_over(day))


def offer_of(session: Session, draft: PromotionDraft) -> Offer:
    """A promotion in words of the reckoning; its categories become their products."""
    categories = [e.category_id for e in (*draft.goods, *draft.gifts) if e.category_id is not None]
    filed = kept(session, "product", _filed) if categories else {}
    own = {
        name: getattr(draft, name)
        for name in Offer.__dataclass_fields__
        if name not in {"goods", "gifts", "levels", "id", "from_day"}
    }
    return Offer(
        **own,
        id=draft.id or 0,
        from_day=draft.from_day or clock_of(session).today(),
        levels=frozenset(draft.levels),
        goods=_parts(draft.goods, filed) or (Part(None),),
        gifts=_parts(draft.gifts, filed),
    )


def _parts(goods: Iterable[GoodsDraft], filed: Mapping[int, frozenset[int]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            filed.get(each.category_id, frozenset())
            if each.category_id is not None
            else frozenset({each.product_id or 0}),
            each.count,
            each.price,
        )
        for each in goods
    )


def _filed(session: Session) -> dict[int, frozenset[int]]:
    """The products of every category, with those of the categories below it."""
    parents = {row[0]: row[1] for row in _BELOW.all(session)}
    found: dict[int, set[int]] = defaultdict(set)

    @cache
    def above(category: int) -> tuple[int, ...]:
        parent = parents.get(category)
        return (category, *(above(parent) if parent is not None else ()))

    for product, category in _FILED.all(session):
        for each in above(category):
            found[each].add(product)
    return {category: frozenset(products) for category, products in found.items()}


def moment_now(session: Session, day: date | None = None) -> Moment:
    """The minute of the shop's clock, on `day` where that is another."""
    clock = clock_of(session)
    now = clock.local(clock.milliseconds())
    return Moment(day or now.date(), now.hour * 60 + now.minute)
