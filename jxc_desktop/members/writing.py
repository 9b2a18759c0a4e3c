"""How drafts of members become rows, and their card numbers HY000001."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.pinyin import initials
from jxc_desktop.core.search_text import search_text
from jxc_desktop.core.sql import Statement, among, insert_into
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.models import Member, MemberBalance, MemberLevelChange
from jxc_desktop.shop.actor import actor_of
from jxc_desktop.shop.series import reserve

PREFIX = "HY"
DIGITS = 6
SERIES = "member"

_COLUMNS = (
    "card_no", "name", "phone", "phone_end", "birthday", "level_id", "joined", "remark", "pinyin", "search_text",
)  # fmt: skip
_INSERT = insert_into(Member, (*_COLUMNS, "disabled"))
_UPDATE = Statement(
    f"UPDATE member SET {', '.join(f'{name} = :{name}' for name in _COLUMNS)} WHERE id = :id",
    changes="member",
)
_CHANGED = insert_into(
    MemberLevelChange, ("member_id", "at", "day", "before_id", "level_id", "user_id")
)


_BALANCE = insert_into(MemberBalance, ("member_id", "points", "principal", "bonus"))


def _by(column: str) -> Statement:
    sql = f"SELECT {column}, id, card_no FROM member WHERE {column} "
    return Statement(f"{sql}IN {among('wanted')}", postgresql=f"{sql}= ANY(:wanted)")


_BEARERS = {column: _by(column) for column in ("card_no", "phone")}


def bearers(session: Session, column: str, wanted: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Id and card number of the member that bears each of `wanted` as its `column` (card_no or phone)."""
    rows = _BEARERS[column].all(session, wanted=sorted(set(wanted)))
    return {text: (member, card) for text, member, card in rows}


def require_free(session: Session, drafts: Sequence[MemberDraft]) -> None:
    """Raise `Refused`, naming the card, when a card number or phone of `drafts` is another member's."""
    for column in ("card_no", "phone"):
        given = [draft for draft in drafts if getattr(draft, column)]
        taken = bearers(session, column, [getattr(draft, column) for draft in given])
        claimed: set[str] = set()
        for draft in given:
            text = getattr(draft, column)
            owner, card = taken.get(text, (draft.id, ""))
            if owner != draft.id or text in claimed:
                raise _taken(column, text, card)
            claimed.add(text)


def _taken(column: str, text: str, card: str) -> Refused:
    told = (
        translate("members", "卡号 {text} 已有会员在用。换一个卡号")
        if column == "card_no"
        else translate("members", "手机 {text} 已登记在卡 {card}。改号码，或直接用那张卡")
    )
    return Refused(told.format(text=text, card=card or "?"), field=column)


def with_cards(session: Session, drafts: Sequence[MemberDraft]) -> list[MemberDraft]:
    """`drafts`, those without a card number with the next free ones."""
    missing = sum(not draft.card_no for draft in drafts)
    fresh = iter(_next_cards(session, missing, {draft.card_no for draft in drafts}))
    return [draft if draft.card_no else replace(draft, card_no=next(fresh)) for draft in drafts]


def _next_cards(session: Session, count: int, given: set[str]) -> list[str]:
    free: list[str] = []
    while len(free) < count:
        numbers = reserve(session, SERIES, count - len(free))
        cards = [f"{PREFIX}{number:0{DIGITS}d}" for number in numbers]
        taken = bearers(session, "card_no", cards)
        free += [card for card in cards if card not in taken and card not in given]
    return free


def insert_members(session: Session, drafts: Sequence[MemberDraft]) -> list[int]:
    """Write new members, all with cards, levels and days, in the order given; their ids."""
    _INSERT.run_many(session, ({**_row(draft), "disabled": False} for draft in drafts))
    found = bearers(session, "card_no", [draft.card_no for draft in drafts])
    ids = [found[draft.card_no][0] for draft in drafts]
    empty = {"points": 0, "principal": 0, "bonus": 0}
    _BALANCE.run_many(session, ({"member_id": one, **empty} for one in ids))
    steps = zip(ids, drafts, strict=True)
    _CHANGED.run_many(session, (_step(session, one, None, each.level_id) for one, each in steps))
    return ids


def update_member(
    session: Session, member_id: int, before: MemberDraft, draft: MemberDraft
) -> None:
    """Write `draft` over a member; a level they came onto is put on record."""
    _UPDATE.run(session, id=member_id, **_row(draft))
    if before.level_id != draft.level_id:
        _CHANGED.run(session, **_step(session, member_id, before.level_id, draft.level_id))


def _step(
    session: Session, member_id: int, before: int | None, level: int | None
) -> dict[str, Any]:
    clock = clock_of(session)
    return {
        "member_id": member_id,
        "at": clock.milliseconds(),
        "day": clock.today(),
        "before_id": before,
        "level_id": level,
        "user_id": actor_of(session).user_id,
    }


def _row(draft: MemberDraft) -> dict[str, Any]:
    pinyin = initials(draft.name)
    birthday: date | None = draft.birthday
    return {
        "card_no": draft.card_no,
        "name": draft.name,
        "phone": draft.phone or None,
        "phone_end": draft.phone[::-1],
        "birthday": birthday,
        "level_id": draft.level_id,
        "joined": draft.joined,
        "remark": draft.remark,
        "pinyin": pinyin,
        "search_text": search_text(draft.name, pinyin),
    }
