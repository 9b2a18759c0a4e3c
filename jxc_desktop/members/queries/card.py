"""One member with all that belongs to them."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.drafts import MemberDraft
from jxc_desktop.members.queries.levels import LevelView, member_levels
from jxc_desktop.partners.queries import masked
from jxc_desktop.shop.actor import may, needs

_MEMBER = Statement(
    "SELECT id, name, card_no, coalesce(phone, ''), birthday, level_id, joined, remark, disabled, pinyin "
    "FROM member WHERE id = :id"
)


@dataclass(frozen=True, slots=True)
class MemberCard:
    """The draft that would keep the member as they are, what is no part of a draft, and the levels to choose from."""

    draft: MemberDraft
    pinyin: str
    disabled: bool
    levels: tuple[LevelView, ...] = ()


def member_draft(session: Session, member_id: int) -> MemberDraft:
    """The member as a draft, with every word; for services. Raises `NotFound`."""
    return _read(session, member_id).draft


@needs("member.view")
def member_card(session: Session, member_id: int) -> MemberCard:
    """The member for their card; the phone is masked, the birthday left out for who lacks `field.customer_contact`."""
    card = replace(_read(session, member_id), levels=member_levels(session))
    if may(session, "field.customer_contact"):
        return card
    draft = replace(card.draft, phone=masked(card.draft.phone), birthday=None)
    return replace(card, draft=draft)


def _read(session: Session, member_id: int) -> MemberCard:
    row = _MEMBER.first(session, id=member_id)
    if row is None:
        raise NotFound(translate("members", "会员不存在了。刷新后再看"))
    own_id, name, card_no, phone, birthday, level, joined, remark, disabled, pinyin = row
    draft = MemberDraft(
        name,
        own_id,
        card_no,
        phone,
        date.fromisoformat(birthday) if birthday else None,
        level,
        date.fromisoformat(joined),
        remark,
    )
    return MemberCard(draft, pinyin, bool(disabled))
