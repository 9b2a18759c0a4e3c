"""Members are kept, found by card, phone and name, hidden from whom they do not concern, and can be forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.sql import Statement
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.queries import (
    MemberFilter,
    count_members,
    find_members,
    level_of,
    list_members,
    member_by_code,
    member_card,
    member_draft,
    member_levels,
)
from jxc_desktop.members.services import (
    disable_level,
    disable_member,
    erase_member,
    save_level,
    save_member,
    write_members,
)
from tests.conftest import TODAY, actor_with

AUDIT = Statement(
    "SELECT action, object, detail FROM audit WHERE action LIKE 'member%' ORDER BY id"
)
CHANGES = Statement(
    "SELECT before_id, level_id FROM member_level_change WHERE member_id = :member ORDER BY id"
)


def test_a_member_is_kept_as_drafted(any_database, owner):
    drafted = MemberDraft(
        "韩梅梅",
        card_no="8009",
        phone="+86 137-0000-0001",
        birthday=date(1990, 5, 20),
        remark="要发票",
    )
    with any_database.transaction(owner) as session:
        member = save_member(session, drafted)
    with any_database.reading(owner) as session:
        kept = member_draft(session, member)
        assert kept == replace(drafted, id=member, phone="13700000001", level_id=1, joined=TODAY)
        assert member_card(session, member).pinyin == "hmm"


def test_a_name_is_enough_and_cards_are_counted(session):
    ids = write_members(session, [MemberDraft("甲"), MemberDraft("乙", card_no="HY000002")])
    third = save_member(session, MemberDraft("丙"))
    cards = [member_draft(session, each).card_no for each in (*ids, third)]
    assert cards == ["HY000001", "HY000002", "HY000003"]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (MemberDraft(" "), "name"),
        (MemberDraft("甲", phone="没有手机"), "phone"),
        (MemberDraft("甲", birthday=date(2027, 1, 1)), "birthday"),
        (MemberDraft("甲", joined=date(2027, 1, 1)), "joined"),
        (MemberDraft("甲" * 61), "name"),
        (MemberDraft("甲", card_no="1" * 33), "card_no"),
        (MemberDraft("甲", card_no="＃2"), "card_no"),
    ],
)
def test_what_is_wrong_is_named(session, draft, field):
    with pytest.raises(InvalidInput) as caught:
        save_member(session, draft)
    assert caught.value.field == field


def test_a_card_and_a_phone_are_one_members(any_database, owner, members):
    with any_database.transaction(owner) as session:
        with pytest.raises(Refused, match="8001") as caught:
            save_member(session, MemberDraft("另一个", card_no="8001"))
        assert caught.value.field == "card_no"
        with pytest.raises(Refused, match="登记在卡 8002") as caught:
            save_member(session, MemberDraft("另一个", phone="13900001234"))
        assert caught.value.field == "phone"
        with pytest.raises(Refused):
            write_members(session, [MemberDraft("丙", phone="13000000001")] * 2)
        write_members(session, [MemberDraft("没有手机一"), MemberDraft("没有手机二")])


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("8002", ["8002"]),
        ("13800001234", ["8001"]),
        ("1234", ["8001", "8002"]),
        ("wxm", ["8001"]),
        ("小明", ["8001"]),
        ("800", ["8001", "8002"]),
        ("没有", []),
        ("  ", []),
    ],
)
def test_members_are_found_by_what_they_say(any_database, owner, members, text, cards):
    with any_database.reading(owner) as session:
        assert sorted(hit.code for hit in find_members(session, text)) == cards
        rows = list_members(session, MemberFilter(text))
        assert text == "  " or [row.card_no for row in rows] == cards
        assert text == "  " or count_members(session, MemberFilter(text)) == len(cards)


def test_a_scanned_card_or_a_whole_phone_is_one_member(any_database, owner, members):
    wang, li = members
    with any_database.transaction(owner) as session:
        disable_member(session, li)
        assert member_by_code(session, " 8001 ").id == wang
        hit = member_by_code(session, "13900001234")
        assert (hit.id, hit.disabled) == (li, True)
        assert member_by_code(session, "1234") is None
        assert find_members(session, "李雷") == ()


def test_pages_go_on_where_the_last_ended(any_database, owner):
    with any_database.transaction(owner) as session:
        write_members(session, [MemberDraft(f"会员{n}") for n in range(5)])
        for sort in ("card_no", "name", "level", "joined"):
            seen, after = [], None
            while page := list_members(session, MemberFilter(), sort=sort, after=after, limit=2):
                seen += [row.card_no for row in page]
                after = page[-1]
            assert seen == [f"HY00000{n}" for n in range(1, 6)], sort


def test_phone_and_birthday_are_hidden_in_the_query(any_database, owner):
    with any_database.transaction(owner) as session:
        born = date(1990, 5, 20)
        member = save_member(session, MemberDraft("王", phone="13800001234", birthday=born))
    cashier = actor_with("cashier")
    with any_database.transaction(cashier) as session:
        [row] = list_members(session, MemberFilter())
        [hit] = find_members(session, "13800001234")
        card = member_card(session, member)
        assert {row.phone, hit.phone, card.draft.phone} == {"138****1234"}
        assert (row.birthday, card.draft.birthday) == (None, None)
        save_member(session, replace(card.draft, name="王小"))
    with any_database.reading(owner) as session:
        kept = member_draft(session, member)
        assert (kept.name, kept.phone, kept.birthday) == ("王小", "13800001234", born)


def test_the_audit_tells_who_by_id_and_which_fields_but_never_what_stood_there(
    any_database, owner, members
):
    wang, _li = members
    with any_database.transaction(owner) as session:
        save_member(session, replace(member_draft(session, wang), phone="13611112222", remark="x"))
        disable_member(session, wang)
        disable_member(session, wang, disabled=False)
        rows = AUDIT.all(session)
    assert [(row[0], row[1]) for row in rows[-3:]] == [
        ("member.edit", str(wang)),
        ("member.disable", str(wang)),
        ("member.enable", str(wang)),
    ]
    assert rows[-3][2] == '{"fields": ["phone", "remark"]}'
    told = "".join(map(str, rows))
    assert not any(word in told for word in ("王小明", "13611112222", "13800001234"))


def test_a_member_can_be_forgotten(any_database, owner, members):
    wang, _li = members
    with any_database.transaction(owner) as session:
        erase_member(session, wang)
        assert find_members(session, "王小明") == ()
        assert find_members(session, "wxm") == ()
        assert member_by_code(session, "13800001234") is None
        kept = member_draft(session, wang)
        assert (kept.name, kept.phone, kept.birthday, kept.remark) == ("", "", None, "")
    with any_database.transaction(actor_with("manager")) as session, pytest.raises(Forbidden):
        erase_member(session, wang)


def test_a_step_to_another_level_is_on_record(any_database, owner, members):
    wang, li = members
    with any_database.transaction(owner) as session:
        gold = member_draft(session, li).level_id
        save_member(session, replace(member_draft(session, wang), level_id=gold))
        save_member(session, replace(member_draft(session, wang), remark="老客"))
        assert CHANGES.all(session, member=wang) == [(None, 1), (1, gold)]


def test_a_shop_begins_with_one_level(any_database, owner):
    with any_database.reading(owner) as session:
        [first] = member_levels(session)
    assert (first.name, first.price_level, first.discount) == ("普通会员", "member", 0)
    assert first.points_rate == 10_000


def test_levels_are_kept_by_who_may(any_database, owner):
    with any_database.transaction(owner) as session:
        silver = save_level(session, LevelDraft(" 银卡 ", "level_1", 200, 15_000))
        assert save_level(session, LevelDraft("银卡", "level_2", 0, 0, silver)) == silver
        kept = level_of(session, silver)
        assert (kept.name, kept.price_level, kept.discount, kept.points_rate) == (
            "银卡", "level_2", 0, 0,
        )  # fmt: skip
        with pytest.raises(Refused, match="银卡"):
            save_level(session, LevelDraft("银卡"))
        disable_level(session, silver)
        with pytest.raises(Refused, match="至少要留一个"):
            disable_level(session, 1)
    with any_database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        save_level(session, LevelDraft("钻石"))


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (LevelDraft(""), "name"),
        (LevelDraft("甲", "cheap"), "price_level"),
        (LevelDraft("甲", discount=10_000), "discount"),
        (LevelDraft("甲", points_rate=-1), "points_rate"),
    ],
)
def test_a_level_that_cannot_be_is_refused(session, draft, field):
    with pytest.raises(InvalidInput) as caught:
        save_level(session, draft)
    assert caught.value.field == field


def test_what_is_gone_is_told(session):
    with pytest.raises(NotFound):
        save_member(session, MemberDraft("甲", id=99))
    with pytest.raises(NotFound):
        save_member(session, MemberDraft("甲", level_id=99))
    with pytest.raises(NotFound):
        disable_level(session, 99)
