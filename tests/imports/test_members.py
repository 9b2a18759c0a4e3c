"""Members come from the list of another program."""

from jxc_desktop.imports.members import members
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.queries import member_by_code, member_draft
from jxc_desktop.members.services import save_level, save_member
from tests.imports.test_products import counts

HEAD = "会员卡号,会员姓名,手机号,会员等级,生日,备注\n"


def test_members_come_with_level_and_birthday(any_database, owner, run):
    with any_database.transaction(owner) as session:
        gold = save_level(session, LevelDraft("金卡"))
    text = HEAD + "8001,王小明,13800001234,金卡,1990-05-20,老客\n,李雷,13900001234,普通会员,,\n"
    assert counts(run(any_database, members(), text)) == (2, 2, 0, 0)
    with any_database.reading(owner) as session:
        wang = member_draft(session, member_by_code(session, "8001").id)
        li = member_draft(session, member_by_code(session, "13900001234").id)
    assert (wang.level_id, str(wang.birthday), wang.remark) == (gold, "1990-05-20", "老客")
    assert (li.card_no, li.level_id) == ("HY000001", 1)


def test_a_repeated_list_makes_nobody_twice(any_database, run):
    text = HEAD + "8001,王小明,13800001234,,,\n,李雷,13900001234,,,\n"
    assert counts(run(any_database, members(), text))[1] == 2
    assert counts(run(any_database, members(), text))[1:3] == (0, 2)


def test_what_cannot_be_is_told_at_its_cell(any_database, owner, run):
    with any_database.transaction(owner) as session:
        save_member(session, MemberDraft("老王", card_no="7001", phone="13800001234"))
    text = (
        HEAD
        + "8001,王小明,13800001234,,,\n8002,李雷,,钻石,,\n8003,韩梅梅,13700000001,,2990-01-01,\n"
        + "8004,丁,13600000001,,,\n8005,戊,13600000001,,,\n"
    )
    result = run(any_database, members(), text)
    assert [(p.row, p.column) for p in result.problems] == [
        (2, "手机号"), (3, "会员等级"), (4, "生日"), (5, "手机号"), (6, "手机号"),
    ]  # fmt: skip
