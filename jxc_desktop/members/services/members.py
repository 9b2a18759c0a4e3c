"""Keeping members. The audit names them by id and says which fields changed, never what stood there (erasable)."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy.orm import Session

from jxc_desktop.core.db import clock_of
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, text_of
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.cards import hold_card
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.queries import first_level, level_of, member_draft
from jxc_desktop.members.rules import FORGOTTEN, tidied
from jxc_desktop.members.writing import insert_members, require_free, update_member, with_cards
from jxc_desktop.shop.actor import may, needs
from jxc_desktop.shop.audit import record

HIDDEN_FIELDS = ("phone", "birthday")
"""What nobody sees whole without `field.customer_contact`."""

_DISABLE = Statement("UPDATE member SET disabled = :disabled WHERE id = :id", changes="member")
_ERASE = Statement(
    "UPDATE member SET name = '', phone = NULL, phone_end = '', birthday = NULL, remark = '', pinyin = '', "
    "search_text = '', card_no = :card, disabled = 1 WHERE id = :id",
    changes="member",
)


@needs("member.edit")
def save_member(session: Session, draft: MemberDraft) -> int:
    """Keep a new member, or the member `draft.id` as the draft has them; their id."""
    if draft.id is None:
        return write_members(session, [draft])[0]
    before = member_draft(session, draft.id)
    kept = tidied(_keeping(session, before, draft), clock_of(session).today())
    require_free(session, [kept])
    update_member(session, draft.id, before, kept)
    old, new = asdict(before), asdict(kept)
    changed = sorted(name for name in new if new[name] != old[name])
    record(session, "member.edit", str(draft.id), fields=changed)
    return draft.id


@needs("member.edit")
def write_members(session: Session, drafts: Sequence[MemberDraft]) -> list[int]:
    """Keep many new members at once; their ids. All or none."""
    today = clock_of(session).today()
    return _create(session, [tidied(draft, today) for draft in drafts])


@needs("member.edit")
def disable_member(session: Session, member_id: int, *, disabled: bool = True) -> None:
    """Take a member out of use, or back into it."""
    member_draft(session, member_id)
    _DISABLE.run(session, id=member_id, disabled=disabled)
    record(session, f"member.{'disable' if disabled else 'enable'}", str(member_id))


@needs("member.erase")
def erase_member(session: Session, member_id: int) -> None:
    """Forget who a member was: name, phone, birthday, remark and card number go; what they bought stays in sum."""
    card = hold_card(session, member_id, even_disabled=True)
    if card.value:
        problem = translate("members", "卡上还有储值 {left}。先退储值，再抹去")
        raise Refused(problem.format(left=text_of(card.value, MONEY_PLACES)))
    _ERASE.run(session, id=member_id, card=f"{FORGOTTEN}{member_id}")
    record(session, "member.erase", str(member_id))


def _create(session: Session, drafts: Sequence[MemberDraft]) -> list[int]:
    complete = [_placed(session, draft) for draft in drafts]
    require_free(session, complete)
    ids = insert_members(session, with_cards(session, complete))
    if len(ids) == 1:
        record(session, "member.create", str(ids[0]))
    elif ids:
        record(session, "member.create", f"{ids[0]} … {ids[-1]}", count=len(ids))
    return ids


def _placed(session: Session, draft: MemberDraft) -> MemberDraft:
    """A new member with a level and a day."""
    level = first_level(session) if draft.level_id is None else level_of(session, draft.level_id).id
    return replace(draft, level_id=level, joined=draft.joined or clock_of(session).today())


def _keeping(session: Session, before: MemberDraft, after: MemberDraft) -> MemberDraft:
    """`after` with what it does not tell, and with what its writer was not shown."""
    level = before.level_id if after.level_id is None else level_of(session, after.level_id).id
    kept = replace(
        after,
        card_no=after.card_no or before.card_no,
        level_id=level,
        joined=after.joined or before.joined,
    )
    if not may(session, "field.customer_contact"):
        kept = replace(kept, **{name: getattr(before, name) for name in HIDDEN_FIELDS})
    return kept
