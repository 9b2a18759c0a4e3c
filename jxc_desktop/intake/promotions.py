"""Promotions as data: read from JSON, and told as it again."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import (
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    text_of,
    trimmed,
)
from jxc_desktop.core.sql import Statement, among
from jxc_desktop.intake.codes import products_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import products_of
from jxc_desktop.members.queries import levels_by_id
from jxc_desktop.pricing.promotions.coupons import CouponView, find_coupon
from jxc_desktop.pricing.promotions.drafts import PIECE, GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.offer import DAY, Moment
from jxc_desktop.pricing.promotions.preview import Tried, Wanted, try_basket
from jxc_desktop.pricing.promotions.queries import PromotionView, moment_now, promotions_by_id
from jxc_desktop.pricing.promotions.terms import Kind, Who

FIELDS = (
    "code", "name", "kind", "from_day", "to_day", "weekdays", "month_days", "hours", "who", "levels", "coupon",
    "stacks", "priority", "count", "free", "rate", "amount", "least", "each", "goods", "gifts",
)  # fmt: skip
GOODS = ("product", "category", "quantity", "price")
_LAST_WEEKDAY, _LAST_OF_MONTH = 7, 31
_CATEGORY = Statement("SELECT id FROM category WHERE name = :code ORDER BY id LIMIT 1")
_CODES = Statement(
    f"SELECT id, code FROM product WHERE id IN {among('ids')}",
    postgresql="SELECT id, code FROM product WHERE id = ANY(:ids)",
)
_CATEGORIES = Statement("SELECT id, name FROM category")


def promotion_from(session: Session, data: dict[str, Any]) -> PromotionDraft:
    """The promotion that a JSON object describes; a `code` that is known means the one that bears it."""
    fields = Fields(data).only(FIELDS)
    code = fields.text("code")
    known = (view for view in promotions_by_id(session).values() if view.code == code)
    begin, end = _hours(fields)
    who = Who(
        fields.one_of("who", list(Who)) or (Who.LEVELS if fields.texts("levels") else Who.ALL)
    )
    return PromotionDraft(
        name=fields.needed("name"),
        kind=Kind(fields.one_of("kind", list(Kind)) or fields.needed("kind")),
        code=code,
        from_day=fields.day("from_day"),
        to_day=fields.day("to_day"),
        weekdays=_bits(fields, "weekdays", _LAST_WEEKDAY) or 127,
        month_days=_bits(fields, "month_days", _LAST_OF_MONTH),
        from_minute=begin,
        to_minute=end,
        who=who,
        levels=_levels(session, fields),
        coupon=bool(fields.flag("coupon")),
        stacks=bool(fields.flag("stacks")),
        priority=fields.integer("priority") or 0,
        count=fields.integer("count") or 0,
        free=fields.integer("free") or 0,
        rate=fields.rate("rate") or 0,
        amount=fields.money("amount") or 0,
        least=fields.money("least") or 0,
        each=bool(fields.flag("each")),
        goods=_goods(session, fields.objects("goods")),
        gifts=_goods(session, fields.objects("gifts")),
        id=next((view.id for view in known), None),
    )


def _bits(fields: Fields, name: str, last: int) -> int:
    """Numbers from 1 as bits."""
    value = fields.data.get(name)
    numbers = [] if value is None else value
    if not isinstance(numbers, list) or not all(
        isinstance(n, int) and not isinstance(n, bool) and 1 <= n <= last for n in numbers
    ):
        problem = translate("intake", "要是一列 1 到 {last} 的整数").format(last=last)
        raise fields.wrong(InvalidInput(problem), name)
    return sum(1 << n - 1 for n in set(numbers))


def _hours(fields: Fields) -> tuple[int, int]:
    """["18:00", "21:00"] as minutes of the day; all of it when not given."""
    hours = fields.texts("hours")
    if not hours:
        return 0, DAY
    try:
        begin, end = (minute_of(text) for text in hours)
    except ValueError:
        problem = translate("intake", '要写成 ["18:00","21:00"]')
        raise fields.wrong(InvalidInput(problem), "hours") from None
    return begin, end


def minute_of(text: str) -> int:
    """A time of day like 18:30 in minutes; 24:00 is the end. Raises ValueError."""
    hour, _, minute = text.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(minute) < 60):  # noqa: PLR2004
        raise ValueError(text)
    return int(hour) * 60 + int(minute)


def _levels(session: Session, fields: Fields) -> tuple[int, ...]:
    names = {}
    for level in levels_by_id(session).values():
        names.update({level.name: level.id, built_in_name(level.name): level.id})
    wanted = fields.texts("levels")
    for place, name in enumerate(wanted):
        if name not in names:
            problem = translate("intake", "没有会员级别 {name}").format(name=name)
            raise fields.wrong(NotFound(problem), f"levels[{place}]")
    return tuple(names[name] for name in wanted)


def _goods(session: Session, objects: Iterable[Fields]) -> tuple[GoodsDraft, ...]:
    lines = [each.only(GOODS) for each in objects]
    known = products_named(session, [x.needed("product") for x in lines if x.text("product")])
    return tuple(_part(session, line, known) for line in lines)


def _part(session: Session, line: Fields, known: dict[str, Any]) -> GoodsDraft:
    count, price = line.quantity("quantity") or PIECE, line.price("price")
    if line.text("category"):
        row = _CATEGORY.first(session, code=line.needed("category"))
        if row is None:
            problem = translate("intake", "没有类别 {name}").format(name=line.text("category"))
            raise line.wrong(NotFound(problem), "category")
        return GoodsDraft(category_id=int(row[0]), count=count, price=price)
    code = line.needed("product")
    if code not in known:
        problem = translate("intake", "没有商品编号或条码 {code}").format(code=code)
        raise line.wrong(NotFound(problem), "product")
    return GoodsDraft(known[code].product_id, count=count, price=price)


def promotion_as_data(session: Session, view: PromotionView) -> dict[str, Any]:
    """A promotion as `promotion_from` reads it, with whether it is out of use."""
    draft = view.draft
    levels = levels_by_id(session)
    return {
        "code": draft.code,
        "name": draft.name,
        "kind": draft.kind,
        "from_day": None if draft.from_day is None else draft.from_day.isoformat(),
        "to_day": None if draft.to_day is None else draft.to_day.isoformat(),
        "weekdays": [n + 1 for n in range(_LAST_WEEKDAY) if draft.weekdays >> n & 1],
        "month_days": [n + 1 for n in range(_LAST_OF_MONTH) if draft.month_days >> n & 1],
        "hours": [hour_text(draft.from_minute), hour_text(draft.to_minute)],
        "who": draft.who,
        "levels": [built_in_name(levels[each].name) for each in draft.levels],
        "coupon": draft.coupon,
        "stacks": draft.stacks,
        "priority": draft.priority,
        "count": draft.count,
        "free": draft.free,
        "rate": trimmed(draft.rate, RATE_PLACES),
        "amount": text_of(draft.amount, MONEY_PLACES),
        "least": text_of(draft.least, MONEY_PLACES),
        "each": draft.each,
        "goods": _told(session, draft.goods),
        "gifts": _told(session, draft.gifts),
        "disabled": view.disabled,
    }


def hour_text(minute: int) -> str:
    """Minutes of the day as 18:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _told(session: Session, goods: tuple[GoodsDraft, ...]) -> list[dict[str, Any]]:
    ids = [each.product_id for each in goods if each.product_id is not None]
    codes = {row[0]: row[1] for row in _CODES.all(session, ids=ids)} if ids else {}
    names = {row[0]: row[1] for row in _CATEGORIES.all(session)} if len(ids) < len(goods) else {}
    return [
        {
            **(
                {"category": names[each.category_id]}
                if each.category_id is not None
                else {"product": codes[each.product_id]}
            ),
            "quantity": trimmed(each.count, QUANTITY_PLACES),
            **({} if each.price is None else {"price": trimmed(each.price, PRICE_PLACES, 2)}),
        }
        for each in goods
    ]


def tried_from(session: Session, data: dict[str, Any]) -> Tried:
    """What the basket that a JSON object describes would cost, for a member on `level`, with `coupons`."""
    fields = Fields(data).only(("lines", "level", "coupons", "day", "time"))
    lines = [line.only(("product", "quantity")) for line in fields.objects("lines")]
    named = products_of(session, lines)
    wanted = [
        Wanted(product.product_id, line.given("quantity", line.quantity("quantity")))
        for line, product in zip(lines, named, strict=True)
    ]
    level = fields.text("level")
    [own_level] = _levels(session, Fields({"levels": [level]})) if level else [None]
    called = {coupon.promotion_id for coupon in _coupons(session, fields)}
    return try_basket(
        session, wanted, moment=_moment(session, fields), level=own_level, called=frozenset(called)
    )


def _moment(session: Session, fields: Fields) -> Moment:
    now = moment_now(session, fields.day("day"))
    time = fields.text("time")
    try:
        return Moment(now.day, minute_of(time)) if time else now
    except ValueError:
        raise fields.wrong(InvalidInput(translate("intake", "要写成 18:30")), "time") from None


def _coupons(session: Session, fields: Fields) -> Iterable[CouponView]:
    for place, code in enumerate(fields.texts("coupons")):
        coupon = find_coupon(session, code)
        if coupon is None:
            problem = NotFound(translate("intake", "没有券号 {code}").format(code=code))
            raise fields.wrong(problem, f"coupons[{place}]")
        yield coupon
