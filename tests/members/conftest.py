"""A shop with members on two levels."""

from dataclasses import replace

import pytest

from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.services import save_level, save_member

WANG = MemberDraft("王小明", card_no="8001", phone="138 0000 1234")
LI = MemberDraft("李雷", card_no="8002", phone="13900001234")
GOLD = LevelDraft("金卡", "", 500, 20_000)
"""Pays 95 % of the retail price, gets two points for a yuan."""


@pytest.fixture
def members(any_database, owner):
    """Ids of 王小明 on the first level and of 李雷 on the gold one."""
    with any_database.transaction(owner) as session:
        gold = save_level(session, GOLD)
        return save_member(session, WANG), save_member(session, replace(LI, level_id=gold))
