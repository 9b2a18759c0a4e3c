"""A promotion as it stands in the fields of its card: texts, until they are read.

Goods are typed as codes, barcodes or names apart by blanks: `COLA`, `COLA=2.50` at a special price, `COLA*2` in a
bundle, `@饮料` all of a category.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from jxc_desktop.catalog.queries.finding import find_products
from jxc_desktop.catalog.queries.till import product_by_barcode
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import InvalidInput, NotFound, UserError
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    parse_scaled,
    trimmed,
)
from jxc_desktop.core.sql import Statement
from jxc_desktop.pricing.promotions.coupons import add_coupons
from jxc_desktop.pricing.promotions.drafts import PIECE, GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.guard import TooCheap
from jxc_desktop.pricing.promotions.offer import DAY
from jxc_desktop.pricing.promotions.preview import Tried, Wanted, try_basket
from jxc_desktop.pricing.promotions.queries import PromotionView, promotion_of
from jxc_desktop.pricing.promotions.services import save_promotion, warnings_of
from jxc_desktop.pricing.promotions.terms import Kind, Who
from jxc_desktop.shop.actor import needs
from jxc_desktop.widgets.expressions import parse_day, parse_discount
from jxc_desktop.widgets.formats import discount_text

T = TypeVar("T")
_WEEK = "一二三四五六日"
_CATEGORY = Statement("SELECT id FROM category WHERE name = :name ORDER BY id LIMIT 1")
_NAME = Statement("SELECT name FROM category WHERE id = :id")
_CODE = Statement("SELECT code FROM product WHERE id = :id")
# member_level belongs to a higher room; only its names are asked for.
_LEVELS = Statement("SELECT id, name FROM member_level ORDER BY id")
_HOURS = re.compile(r"(\d{1,2}):(\d\d)\s*[-~—到]\s*(\d{1,2}):(\d\d)")


@dataclass(frozen=True, slots=True)
class TypedPromotion:
    """What the card holds; `texts` by field name."""

    id: int | None
    texts: Mapping[str, str]
    kind: Kind = Kind.PERCENT
    who: Who = Who.ALL
    flags: Mapping[str, bool] = field(default_factory=dict)

    def copied(self) -> "TypedPromotion":
        """The same as a new promotion, with a code of its own."""
        return replace(self, id=None, texts={**self.texts, "code": "", "coupons": ""})


def draft_of(session: Session, typed: TypedPromotion) -> PromotionDraft:
    """The promotion to be kept; raises `UserError` at the first field that cannot be read."""
    today = clock_of(session).today()

    def read(name: str, how: Callable[[str], T], empty: T) -> T:
        text = typed.texts.get(name, "").strip()
        try:
            return how(text) if text else empty
        except UserError as error:
            raise error.at(name) from None

    begin, end = read("hours", _hours, (0, DAY))
    nothing: tuple[GoodsDraft, ...] = ()
    return PromotionDraft(
        name=typed.texts.get("name", ""),
        kind=typed.kind,
        code=typed.texts.get("code", ""),
        from_day=read("from_day", lambda text: parse_day(text, today), today),
        to_day=read("to_day", lambda text: _day(text, today), None),
        weekdays=read("weekdays", _weekdays, 127),
        month_days=read("month_days", _month_days, 0),
        from_minute=begin,
        to_minute=end,
        who=typed.who,
        levels=read("levels", lambda text: _levels(session, text), ()),
        coupon=typed.flags.get("coupon", False),
        stacks=typed.flags.get("stacks", False),
        each=typed.flags.get("each", False),
        priority=read("priority", _signed, 0),
        count=read("count", _whole, 0),
        free=read("free", _whole, 0),
        rate=read("rate", parse_discount, 0) or _free_gift(typed),
        amount=read("amount", lambda text: parse_scaled(text, MONEY_PLACES), 0),
        least=read("least", lambda text: parse_scaled(text, MONEY_PLACES), 0),
        goods=read("goods", lambda text: _goods(session, text), nothing),
        gifts=read("gifts", lambda text: _goods(session, text), nothing),
        id=typed.id,
    )


def _free_gift(typed: TypedPromotion) -> int:
    """买 n 送 m says no discount: what is given is free."""
    return 10**4 if typed.kind == Kind.NTH else 0


def _day(text: str, today: date) -> date | None:
    return parse_day(text, today)


def _whole(text: str) -> int:
    return parse_scaled(text, 0)


def _signed(text: str) -> int:
    return parse_scaled(text, 0)


def _weekdays(text: str) -> int:
    """67 or 六日 as bits, Monday first."""
    days = [
        _WEEK.index(c) if c in _WEEK else int(c) - 1 for c in text if c in _WEEK or c in "1234567"
    ]
    if not days or len(days) < len(re.sub(r"[\s,，、周]", "", text)):
        raise InvalidInput(translate("promotions", "星期写成 六日 或 67"))
    return sum(1 << day for day in set(days))


def _month_days(text: str) -> int:
    days = re.split(r"[\s,，、]+", text)
    if not all(day.isdecimal() and 1 <= int(day) <= 31 for day in days):  # noqa: PLR2004
        raise InvalidInput(translate("promotions", "每月的日子写成 8 18 28"))
    return sum(1 << int(day) - 1 for day in set(days))


def _hours(text: str) -> tuple[int, int]:
    found = _HOURS.fullmatch(text.replace("：", ":"))
    if found is None:
        raise InvalidInput(translate("promotions", "时段不对。写成 18:00-21:00"))
    hour, minute, last_hour, last_minute = map(int, found.groups())
    return hour * 60 + minute, last_hour * 60 + last_minute


def _levels(session: Session, text: str) -> tuple[int, ...]:
    names = {built_in_name(name): own for own, name in _LEVELS.all(session)}
    wanted = [name for name in re.split(r"[\s,，、]+", text) if name]
    for name in wanted:
        if name not in names:
            problem = translate("promotions", "没有会员级别“{name}”")
            raise NotFound(problem.format(name=name))
    return tuple(names[name] for name in wanted)


def _goods(session: Session, text: str) -> tuple[GoodsDraft, ...]:
    return tuple(_one(session, word) for word in text.split())


def _one(session: Session, word: str) -> GoodsDraft:
    rest, _, price = word.replace("＝", "=").partition("=")
    rest, _, count = rest.replace("×", "*").partition("*")
    own_price = parse_scaled(price, PRICE_PLACES) if price else None
    own_count = parse_scaled(count, QUANTITY_PLACES) if count else PIECE
    if rest.startswith("@"):
        row = _CATEGORY.first(session, name=rest[1:])
        if row is None:
            problem = translate("promotions", "没有类别“{name}”").format(name=rest[1:])
            raise NotFound(problem)
        return GoodsDraft(category_id=int(row[0]), count=own_count, price=own_price)
    return GoodsDraft(product_meant(session, rest), count=own_count, price=own_price)


def product_meant(session: Session, word: str) -> int:
    """The product that a code, a barcode or a part of one name means."""
    try:
        return product_by_barcode(session, word).id
    except NotFound:
        hits = find_products(session, word, 2)
    if len(hits) == 1:
        return hits[0].id
    problem = (
        translate("promotions", "“{word}”不止一样商品。写编号")
        if hits
        else translate("promotions", "没有商品“{word}”。写编号、条码或名称")
    )
    raise NotFound(problem.format(word=word))


# --- what is kept, as texts ---


def typed_of(session: Session, view: PromotionView) -> TypedPromotion:
    """The card's content for a promotion that is kept."""
    draft = view.draft
    whole_day = (draft.from_minute, draft.to_minute) == (0, DAY)
    names = {own: built_in_name(name) for own, name in _LEVELS.all(session)}
    texts = {
        "name": draft.name,
        "code": draft.code,
        "from_day": "" if draft.from_day is None else draft.from_day.isoformat(),
        "to_day": "" if draft.to_day is None else draft.to_day.isoformat(),
        "weekdays": "" if draft.weekdays == 127 else _bits(draft.weekdays, _WEEK, ""),  # noqa: PLR2004
        "month_days": _bits(draft.month_days, [str(n) for n in range(1, 32)], " "),
        "hours": "" if whole_day else f"{_clock(draft.from_minute)}-{_clock(draft.to_minute)}",
        "levels": " ".join(names.get(each, "") for each in draft.levels),
        "priority": str(draft.priority or ""),
        "count": str(draft.count or ""),
        "free": str(draft.free or ""),
        "rate": "" if draft.rate in {0, 10**4} else discount_text(draft.rate),
        "amount": trimmed(draft.amount, MONEY_PLACES) if draft.amount else "",
        "least": trimmed(draft.least, MONEY_PLACES) if draft.least else "",
        "goods": _goods_text(session, draft.goods),
        "gifts": _goods_text(session, draft.gifts),
    }
    flags = {"coupon": draft.coupon, "stacks": draft.stacks, "each": draft.each}
    return TypedPromotion(view.id, texts, draft.kind, draft.who, flags)


def _bits(bits: int, words: str | list[str], apart: str) -> str:
    return apart.join(word for place, word in enumerate(words) if bits >> place & 1)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _goods_text(session: Session, goods: tuple[GoodsDraft, ...]) -> str:
    return " ".join(_word(session, each) for each in goods)


def _word(session: Session, each: GoodsDraft) -> str:
    if each.category_id is not None:
        word = "@" + str(_NAME.one(session, id=each.category_id)[0])
    else:
        word = str(_CODE.one(session, id=each.product_id)[0])
    count = "" if each.count == PIECE else "*" + trimmed(each.count, QUANTITY_PLACES)
    price = "" if each.price is None else "=" + trimmed(each.price, PRICE_PLACES, 2)
    return word + count + price


# --- what the card asks ---


@dataclass(frozen=True, slots=True)
class TriedOut:
    """A basket tried, and what the promotion sells too cheap."""

    tried: Tried
    too_cheap: tuple[TooCheap, ...]


@needs("promotion.view")
def try_typed(session: Session, typed: TypedPromotion, basket: str) -> TriedOut:
    """What `COLA*3 RICE` would cost with the promotion as it is typed, at a moment and for somebody it is for."""
    draft = draft_of(session, typed)
    wanted = [
        Wanted(each.product_id, each.count)
        for each in _basket(session, basket)
        if each.product_id is not None
    ]
    level = draft.levels[0] if draft.levels else 0
    for_somebody = None if draft.who == Who.ALL else level
    tried = try_basket(session, wanted, draft=draft, level=for_somebody)
    return TriedOut(tried, warnings_of(session, draft))


def _basket(session: Session, text: str) -> tuple[GoodsDraft, ...]:
    try:
        return _goods(session, text)
    except UserError as error:
        raise error.at("basket") from None


@needs("promotion.edit")
def keep_typed(session: Session, typed: TypedPromotion) -> tuple[int, tuple[str, ...]]:
    """Keep the promotion and its new coupons; its id, and how many goods it sells too cheap."""
    draft = draft_of(session, typed)
    own_id = save_promotion(session, draft)
    if codes := typed.texts.get("coupons", "").split():
        uses = typed.texts.get("uses", "").strip()
        add_coupons(session, own_id, codes, uses=_whole(uses) if uses else 1)
    cheap = warnings_of(session, promotion_of(session, own_id).draft)
    if not cheap:
        return own_id, ()
    words = translate("promotions", "{count} 样商品会低于最低售价或成本，到“试算”里看")
    return own_id, (words.format(count=len(cheap)),)
