"""What can be done with members, their levels and their cards."""

from jxc_desktop.members.services.levels import disable_level, save_level
from jxc_desktop.members.services.members import (
    disable_member,
    erase_member,
    save_member,
    write_members,
)
from jxc_desktop.members.services.papers import (
    POINTS,
    REFUND,
    TOPUP,
    PointsDraft,
    RefundDraft,
    TopupDraft,
    post_points_change,
    post_refund,
    post_topup,
    reverse_points_change,
    reverse_refund,
    reverse_topup,
)

__all__ = [
    "POINTS",
    "REFUND",
    "TOPUP",
    "PointsDraft",
    "RefundDraft",
    "TopupDraft",
    "disable_level",
    "disable_member",
    "erase_member",
    "post_points_change",
    "post_refund",
    "post_topup",
    "reverse_points_change",
    "reverse_refund",
    "reverse_topup",
    "save_level",
    "save_member",
    "write_members",
]
