"""What can be asked about members."""

from jxc_desktop.members.queries.account import (
    CardAccount,
    CardMoveView,
    card_account,
    move_words,
)
from jxc_desktop.members.queries.card import MemberCard, member_card, member_draft
from jxc_desktop.members.queries.finding import MemberHit, find_members, member_by_code
from jxc_desktop.members.queries.levels import (
    LevelView,
    first_level,
    level_of,
    levels_by_id,
    member_levels,
)
from jxc_desktop.members.queries.listing import (
    MemberFilter,
    MemberRow,
    count_members,
    list_members,
)
from jxc_desktop.members.queries.papers import (
    PointsChangeView,
    StoredValueView,
    points_change_view,
    refund_view,
    topup_view,
)

__all__ = [
    "CardAccount",
    "CardMoveView",
    "LevelView",
    "MemberCard",
    "MemberFilter",
    "MemberHit",
    "MemberRow",
    "PointsChangeView",
    "StoredValueView",
    "card_account",
    "count_members",
    "find_members",
    "first_level",
    "level_of",
    "levels_by_id",
    "list_members",
    "member_by_code",
    "member_card",
    "member_draft",
    "member_levels",
    "move_words",
    "points_change_view",
    "refund_view",
    "topup_view",
]
