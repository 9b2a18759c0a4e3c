"""What a member and a level must be like whatever else the shop has: tidied, or refused with the field's name."""

import re
from dataclasses import replace
from datetime import date

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import ONE
from jxc_desktop.core.texts import tidy, typed_code
from jxc_desktop.members.drafts import LevelDraft, MemberDraft

NAME_LENGTH = 60
CARD_LENGTH = 32
FORGOTTEN = "#"
"""Begins the card numbers of members who were erased, so that nobody else's is in their way."""
PRICE_LEVELS = ("", "wholesale", "member", "level_1", "level_2", "level_3")
"""Price levels that members can pay at; "" is retail."""
MOST_POINTS = 1000 * ONE
"""Points for a yuan, 1e-4."""
_EARLIEST = date(1900, 1, 1)
_PHONE = re.compile(r"\+?\d{5,20}")
_HOME = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")


def tidied(draft: MemberDraft, today: date) -> MemberDraft:
    """`draft` without blanks; raises `InvalidInput` at the first field that is wrong."""
    if draft.birthday is not None and not _EARLIEST <= draft.birthday <= today:
        raise InvalidInput(translate("members", "生日不对。写成 1990-05-20"), field="birthday")
    if draft.joined is not None and draft.joined > today:
        raise InvalidInput(translate("members", "入会日期不能晚于今天"), field="joined")
    return replace(
        draft,
        name=_named(draft.name),
        card_no=_card(draft.card_no),
        phone=phone_of(draft.phone),
        remark="\n".join(map(tidy, draft.remark.splitlines())).strip(),
    )


def _card(text: str) -> str:
    short = _short(typed_code(text).replace(" ", ""), CARD_LENGTH, "card_no")
    if short.startswith(FORGOTTEN):
        problem = translate("members", "卡号不能以 # 开头，那是抹去的会员的。换一个卡号")
        raise InvalidInput(problem, field="card_no")
    return short


def phone_of(text: str) -> str:
    """A phone number in digits alone, a mainland mobile without +86; "" for none."""
    short = re.sub(r"[\s\-()]", "", typed_code(text))
    home = _HOME.fullmatch(short)
    if home:
        return home[1]
    if short and not _PHONE.fullmatch(short):
        raise InvalidInput(
            translate("members", "“{text}”不像电话号码。只留号码").format(text=text.strip()),
            field="phone",
        )
    return short


def tidied_level(draft: LevelDraft) -> LevelDraft:
    """`draft` without blanks; raises `InvalidInput` at the first field that is wrong."""
    if draft.price_level not in PRICE_LEVELS:
        problem = translate("members", "没有价格等级 {level}").format(level=draft.price_level)
        raise InvalidInput(problem, field="price_level")
    if not 0 <= draft.discount < ONE:
        problem = translate("members", "折扣要大于 0 折，最多 10 折")
        raise InvalidInput(problem, field="discount")
    if not 0 <= draft.points_rate <= MOST_POINTS:
        problem = translate("members", "每元积分要在 0 和 1000 之间")
        raise InvalidInput(problem, field="points_rate")
    return replace(draft, name=_named(draft.name))


def _named(name: str) -> str:
    short = _short(name, NAME_LENGTH, "name")
    if not short:
        raise InvalidInput(translate("members", "没有名称。填上名称"), field="name")
    return short


def _short(text: str, length: int, field: str) -> str:
    short = tidy(text)
    if len(short) > length:
        problem = translate("members", "“{start}…”太长，最多 {length} 个字")
        raise InvalidInput(problem.format(start=short[:10], length=length), field=field)
    return short
