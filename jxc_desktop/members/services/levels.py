"""Keeping the levels of members."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from jxc_desktop.core.built_in_names import kept_name
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.sql import Statement, insert_into
from jxc_desktop.members.drafts import LevelDraft
from jxc_desktop.members.models import MemberLevel
from jxc_desktop.members.queries import level_of, levels_by_id
from jxc_desktop.members.rules import tidied_level
from jxc_desktop.shop.actor import needs
from jxc_desktop.shop.audit import record

_COLUMNS = ("name", "price_level", "discount", "points_rate")
_INSERT = insert_into(MemberLevel, (*_COLUMNS, "disabled"), gives_id=True)
_UPDATE = Statement(
    f"UPDATE member_level SET {', '.join(f'{name} = :{name}' for name in _COLUMNS)} WHERE id = :id",
    changes="member_level",
)
_DISABLE = Statement(
    "UPDATE member_level SET disabled = :disabled WHERE id = :id", changes="member_level"
)


@needs("member_level.edit")
def save_level(session: Session, draft: LevelDraft) -> int:
    """Keep a new level, or the level `draft.id` as the draft has it; its id."""
    clean = asdict(tidied_level(draft))
    own_id = clean.pop("id")
    before = None if own_id is None else asdict(level_of(session, own_id))
    if before is not None:
        clean["name"] = kept_name(before["name"], clean["name"])
    if any(x.name == clean["name"] and x.id != own_id for x in levels_by_id(session).values()):
        problem = translate("members", "已有级别“{name}”。换一个名称").format(name=clean["name"])
        raise Refused(problem, field="name")
    if before is None:
        own_id = _INSERT.inserted(session, **clean, disabled=False)
        record(session, "member_level.create", clean["name"])
        return own_id
    _UPDATE.run(session, id=own_id, **clean)
    changed = {name: [before[name], new] for name, new in clean.items() if before[name] != new}
    record(session, "member_level.edit", clean["name"], **changed)
    return int(before["id"])


@needs("member_level.edit")
def disable_level(session: Session, level_id: int, *, disabled: bool = True) -> None:
    """Take a level out of use, or back; not the last one, which new members need."""
    level = level_of(session, level_id)
    others = [x for x in levels_by_id(session).values() if x.id != level_id and not x.disabled]
    if disabled and not others:
        raise Refused(translate("members", "至少要留一个在用的会员级别"))
    _DISABLE.run(session, id=level_id, disabled=disabled)
    record(session, f"member_level.{'disable' if disabled else 'enable'}", level.name)
