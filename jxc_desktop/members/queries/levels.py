"""The levels of members: few, kept by the connection, so that a ticket of a member asks for none."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.core.errors import NotFound, Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.kept import kept
from jxc_desktop.core.sql import Statement
from jxc_desktop.shop.actor import needs


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level: `discount` 1e-4 off, `points_rate` 1e-4 points for a yuan."""

    id: int
    name: str
    price_level: str
    discount: int
    points_rate: int
    disabled: bool


_ALL = Statement(
    "SELECT id, name, price_level, discount, points_rate, disabled FROM member_level ORDER BY id"
)


def _read(session: Session) -> dict[int, LevelView]:
    return {
        row[0]: LevelView(row[0], row[1], row[2], row[3], row[4], bool(row[5]))
        for row in _ALL.all(session)
    }


def levels_by_id(session: Session) -> dict[int, LevelView]:
    """Every level by id, those out of use too; for services."""
    return kept(session, "member_level", _read)


def level_of(session: Session, level_id: int) -> LevelView:
    """The level with this id; raises `NotFound`."""
    found = levels_by_id(session).get(level_id)
    if found is None:
        raise NotFound(translate("members", "会员级别不存在了。重新选"), field="level")
    return found


def first_level(session: Session) -> int:
    """The level of a member of whom nobody said one: the shop's first in use."""
    for level in levels_by_id(session).values():
        if not level.disabled:
            return level.id
    raise Refused(translate("members", "没有在用的会员级别。先建一个级别"), field="level")


@needs("member.view")
def member_levels(session: Session) -> tuple[LevelView, ...]:
    """Every level, first to last, under its name in the language spoken."""
    return tuple(
        LevelView(x.id, built_in_name(x.name), x.price_level, x.discount, x.points_rate, x.disabled)
        for x in levels_by_id(session).values()
    )
