"""What can be done with members and their levels."""

from jxc_desktop.members.services.levels import disable_level, save_level
from jxc_desktop.members.services.members import (
    disable_member,
    erase_member,
    save_member,
    write_members,
)

__all__ = [
    "disable_level",
    "disable_member",
    "erase_member",
    "save_level",
    "save_member",
    "write_members",
]
