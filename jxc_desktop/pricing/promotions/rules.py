"""What a promotion must be like: tidied, or refused with one sentence and the field it is about."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.pricing.promotions.drafts import GoodsDraft, PromotionDraft
from jxc_desktop.pricing.promotions.offer import DAY
from jxc_desktop.pricing.promotions.terms import Kind, Who

NAME_LENGTH = 40
CODE_LENGTH = 20
MOST_PIECES = 1000
MOST_MONEY = 10**9
MOST_PRIORITY = 1000
EVERY_DAY = 127
"""All seven days of the week as bits."""


def tidied(draft: PromotionDraft, today: date) -> PromotionDraft:
    """`draft` without what its kind does not use; raises `InvalidInput` at the first field that is wrong."""
    name, code = tidy(draft.name), typed_code(draft.code)
    _require(name, "name", translate("promotions", "没有名称。小票上印的就是它，填上名称"))
    if len(name) > NAME_LENGTH or len(code) > CODE_LENGTH:
        raise InvalidInput(
            translate("promotions", "名称不超过 {name} 个字，编号不超过 {code} 个字").format(
                name=NAME_LENGTH, code=CODE_LENGTH
            ),
            field="name",
        )
    when = replace(draft, name=name, code=code, from_day=draft.from_day or today)
    _require_times(when)
    _require_who(when)
    _TERMS[when.kind](when)
    _require_numbers(when)
    return _plain(when)


def _plain(draft: PromotionDraft) -> PromotionDraft:
    """Without levels that do not matter and terms that the kind does not ask for."""
    levels = tuple(sorted(set(draft.levels))) if draft.who == Who.LEVELS else ()
    unused = dict.fromkeys(("count", "free", "rate", "amount", "least"), 0)
    for name in _USED[draft.kind]:
        unused.pop(name)
    own = {} if draft.kind == Kind.GIFT else {"gifts": ()}
    alone = {} if draft.kind == Kind.THRESHOLD else {"stacks": False}
    return replace(draft, levels=levels, **unused, **own, **alone)  # type: ignore[arg-type]


_USED: Mapping[Kind, tuple[str, ...]] = {
    Kind.SPECIAL: (),
    Kind.PERCENT: ("rate",),
    Kind.N_PRICE: ("count", "amount"),
    Kind.NTH: ("count", "free", "rate"),
    Kind.BUNDLE: ("amount",),
    Kind.GIFT: ("count", "least"),
    Kind.THRESHOLD: ("rate", "amount", "least"),
}


def _require(what: object, field: str, problem: str) -> None:
    if not what:
        raise InvalidInput(problem, field=field)


def _require_times(draft: PromotionDraft) -> None:
    late = draft.to_day is None or draft.from_day is None or draft.to_day >= draft.from_day
    _require(late, "to_day", translate("promotions", "结束日期早于开始日期。改日期"))
    _require(
        0 < draft.weekdays <= EVERY_DAY,
        "weekdays",
        translate("promotions", "没有选星期几。至少选一天"),
    )
    _require(
        0 <= draft.month_days < 2**31, "month_days", translate("promotions", "每月的日子写 1 到 31")
    )
    hours = 0 <= draft.from_minute < DAY and 0 < draft.to_minute <= DAY
    _require(
        hours and draft.from_minute != draft.to_minute,
        "hours",
        translate("promotions", "时段不对。写成 18:00-21:00"),
    )


def _require_who(draft: PromotionDraft) -> None:
    named = draft.who != Who.LEVELS or draft.levels
    _require(named, "levels", translate("promotions", "没有选会员级别。至少选一级"))


def _require_numbers(draft: PromotionDraft) -> None:
    _require(
        0 <= draft.count <= MOST_PIECES and 0 <= draft.free <= MOST_PIECES,
        "count",
        translate("promotions", "件数太多，像是写错了"),
    )
    _require(
        max(draft.amount, draft.least) <= MOST_MONEY,
        "amount",
        translate("promotions", "金额太大，像是写错了"),
    )
    _require(
        abs(draft.priority) <= MOST_PRIORITY,
        "priority",
        translate("promotions", "优先级写 -1000 到 1000"),
    )
    for each in (*draft.goods, *draft.gifts):
        _require(
            (each.product_id is None) != (each.category_id is None) and each.count > 0,
            "goods",
            translate("promotions", "商品一行写一个商品或一个类别，数量大于 0"),
        )


def _special(draft: PromotionDraft) -> None:
    _require(draft.goods, "goods", translate("promotions", "没有商品。写上商品和特价"))
    for each in draft.goods:
        priced = each.product_id is not None and each.price is not None and each.price >= 0
        _require(priced, "goods", translate("promotions", "特价要一个商品一个价。写成 编号=价"))
    _require_once(draft.goods)


def _percent(draft: PromotionDraft) -> None:
    _require_part(draft)


def _n_price(draft: PromotionDraft) -> None:
    _require_group(draft)
    _require(draft.amount > 0, "amount", translate("promotions", "几件一共多少元没有写"))


def _nth(draft: PromotionDraft) -> None:
    _require_group(draft)
    fits = 0 < draft.free < draft.count
    _require(fits, "free", translate("promotions", "优惠的件数要小于每组件数，至少 1 件"))
    _require_part(draft)


def _bundle(draft: PromotionDraft) -> None:
    _require(len(draft.goods) > 1, "goods", translate("promotions", "组合至少要两样商品"))
    known = all(each.product_id is not None for each in draft.goods)
    _require(known, "goods", translate("promotions", "组合里要写商品，不能写类别"))
    _require_once(draft.goods)
    _require(draft.amount > 0, "amount", translate("promotions", "组合一套多少元没有写"))


def _gift(draft: PromotionDraft) -> None:
    _require(draft.gifts, "gifts", translate("promotions", "没有写送什么"))
    known = all(each.product_id is not None for each in draft.gifts)
    _require(known, "gifts", translate("promotions", "赠品要写商品，不能写类别"))
    _require_once(draft.gifts)
    one = (draft.count > 0) != (draft.least > 0)
    _require(one, "least", translate("promotions", "买几件送，还是满多少元送，写一样"))


def _threshold(draft: PromotionDraft) -> None:
    one = (draft.amount > 0) != (draft.rate > 0)
    _require(one, "amount", translate("promotions", "减多少元，还是打几折，写一样"))
    _require(draft.rate < ONE, "rate", translate("promotions", "折扣要比白送少"))
    bare = draft.coupon and not draft.least
    if draft.amount > draft.least and not bare:
        raise InvalidInput(
            translate("promotions", "减的比满的还多。满多少元要大于减多少元"), field="least"
        )


def _require_group(draft: PromotionDraft) -> None:
    _require(draft.count > 1, "count", translate("promotions", "每组几件没有写，至少 2 件"))


def _require_part(draft: PromotionDraft) -> None:
    part = 0 < draft.rate <= ONE
    _require(part, "rate", translate("promotions", "打几折没有写。88折 写成 88折 或 8.8折"))


def _require_once(goods: tuple[GoodsDraft, ...]) -> None:
    once = len({each.product_id for each in goods}) == len(goods)
    _require(once, "goods", translate("promotions", "有商品写了两次。留一行"))


_TERMS: Mapping[Kind, Callable[[PromotionDraft], None]] = {
    Kind.SPECIAL: _special,
    Kind.PERCENT: _percent,
    Kind.N_PRICE: _n_price,
    Kind.NTH: _nth,
    Kind.BUNDLE: _bundle,
    Kind.GIFT: _gift,
    Kind.THRESHOLD: _threshold,
}
