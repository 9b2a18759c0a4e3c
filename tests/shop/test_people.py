"""Adding, changing and disabling the people who work in the shop."""

from collections.abc import Callable

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop.actor import Actor, all_roles
from jxc_desktop.shop.login import log_in
from jxc_desktop.shop.passwords import Passwords
from jxc_desktop.shop.queries import AuditFilter, audit_rows, login_names, users
from jxc_desktop.shop.recovery import CODES, recover_owner
from jxc_desktop.shop.roles import clashes, role_words
from jxc_desktop.shop.services import (
    add_user,
    disable_user,
    rename_user,
    renew_recovery_codes,
    set_password,
    set_roles,
)

OWNERS = Secret("correct horse 9")
LIS = Secret("vier lange Wörter")
NEW = Secret("fünf andere Wörter")


@pytest.fixture
def codes(session, light: Passwords) -> tuple[Secret, ...]:
    """The recovery codes of the owner, who has a password now."""
    return set_password(session, "owner", OWNERS, passwords=light)


def last_act(session) -> tuple[str, str, dict[str, object]]:
    row = audit_rows(session, AuditFilter(), limit=1)[0]
    return row.action, row.subject, row.detail


def test_nobody_is_added_before_the_owner_has_a_password(session, light: Passwords) -> None:
    with pytest.raises(Refused, match="先给老板设密码"):
        add_user(session, "小李", ["cashier"], LIS, passwords=light)
    assert [user.name for user in users(session)] == ["owner"]


def test_a_new_user_is_listed_with_their_roles(session, codes, light: Passwords) -> None:
    add_user(session, "小李", ["sales", "buyer", "sales"], LIS, full_name="李梅", passwords=light)
    [_, li] = users(session)
    assert (li.name, li.full_name, li.roles) == ("小李", "李梅", ("buyer", "sales"))
    assert li.has_password
    assert not li.disabled
    assert last_act(session) == ("user.add", "小李", {"roles": ["buyer", "sales"]})
    assert [who.name for who in login_names(session)] == ["owner", "小李"]


@pytest.mark.parametrize(
    ("name", "roles", "password", "field"),
    [
        ("", ["cashier"], LIS, "name"),
        ("x" * 33, ["cashier"], LIS, "name"),
        ("小 李", ["cashier"], LIS, "name"),
        ("小\n李", ["cashier"], LIS, "name"),
        ("OWNER", ["cashier"], LIS, "name"),
        ("ｏｗｎｅｒ", ["cashier"], LIS, "name"),
        ("小李", [], LIS, "roles"),
        ("小李", ["cashier", "king"], LIS, "roles"),
        ("小李", ["cashier"], Secret("short"), "password"),
        ("xiaoli", ["cashier"], Secret("xiaoli2026"), "password"),
    ],
)
def test_a_user_that_cannot_be_is_refused_with_the_place(
    session, codes, light: Passwords, name: str, roles: list[str], password: Secret, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_user(session, name, roles, password, passwords=light)
    assert refused.value.field == field
    assert len(users(session)) == 1


def test_an_unknown_role_is_answered_with_those_there_are(session, codes, light) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_user(session, "小李", ["king"], LIS, passwords=light)
    assert all(role in refused.value.message for role in all_roles())


def test_the_owners_first_password_brings_ten_codes_and_later_ones_none(
    session, codes, light: Passwords
) -> None:
    assert len({code.reveal() for code in codes}) == CODES == 10
    assert set_password(session, "owner", NEW, passwords=light) == ()
    assert users(session)[0].codes_left == 10


def test_a_cashiers_password_brings_no_codes(session, codes, light: Passwords) -> None:
    add_user(session, "小李", ["cashier"], LIS, passwords=light)
    assert set_password(session, "小李", NEW, passwords=light) == ()
    with pytest.raises(Refused, match="不是老板"):
        renew_recovery_codes(session, "小李")


def test_only_the_hashes_of_codes_and_passwords_are_in_the_file(
    database: Database, owner: Actor, light: Passwords
) -> None:
    with database.transaction(owner) as session:
        codes = set_password(session, "owner", OWNERS, passwords=light)
    database.close()
    content = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert b"correct horse" not in content
    for code in codes:
        assert code.reveal().encode() not in content
        assert code.reveal().replace("-", "").encode() not in content


def test_each_code_lets_the_owner_in_once(
    database: Database, owner: Actor, light: Passwords
) -> None:
    with database.transaction(owner) as session:
        codes = set_password(session, "owner", OWNERS, passwords=light)
    with database.transaction() as session:
        actor = recover_owner(session, codes[3], NEW, machine="pc", passwords=light)
    assert (actor.user_id, actor.roles, actor.machine) == (1, {"owner"}, "pc")
    assert log_in(database, "owner", NEW, passwords=light)
    with pytest.raises(Forbidden, match="已经用过"), database.transaction() as session:
        recover_owner(session, codes[3], OWNERS, passwords=light)
    with database.transaction() as session:
        recover_owner(session, codes[4], OWNERS, passwords=light)
    with database.reading(owner) as session:
        assert users(session)[0].codes_left == 8
        told = [row for row in audit_rows(session, AuditFilter()) if row.action == "user.recover"]
    assert [row.detail for row in told] == [{"codes_left": 8}, {"codes_left": 9}]
    assert codes[3].reveal() not in str(told)


def test_a_code_is_read_however_it_is_typed(session, codes, light: Passwords) -> None:
    written = codes[0].reveal().lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recover_owner(session, Secret(written), NEW, passwords=light).user_id == 1


def test_a_weak_new_password_does_not_use_the_code_up(
    database: Database, owner: Actor, light: Passwords
) -> None:
    with database.transaction(owner) as session:
        codes = set_password(session, "owner", OWNERS, passwords=light)
    with pytest.raises(InvalidInput), database.transaction() as session:
        recover_owner(session, codes[0], Secret("12345678"), passwords=light)
    with database.transaction() as session:
        assert recover_owner(session, codes[0], NEW, passwords=light)


@pytest.mark.parametrize("code", ["", "-", "0000-0000-0000-0000", "AAAA", "' OR 1=1 --"])
def test_a_made_up_code_lets_nobody_in(session, codes, light: Passwords, code: str) -> None:
    with pytest.raises(Forbidden):
        recover_owner(session, Secret(code), NEW, passwords=light)


def test_new_codes_end_the_old_ones(session, codes, light: Passwords) -> None:
    fresh = renew_recovery_codes(session, "owner")
    assert len(fresh) == 10
    with pytest.raises(Forbidden):
        recover_owner(session, codes[0], NEW, passwords=light)
    assert recover_owner(session, fresh[0], NEW, passwords=light)


def test_a_code_of_somebody_who_is_no_owner_any_more_is_dead(
    session, codes, light: Passwords
) -> None:
    add_user(session, "老王", ["owner"], LIS, passwords=light)
    set_roles(session, "owner", ["sales"])
    with pytest.raises(Forbidden):
        recover_owner(session, codes[0], NEW, passwords=light)


def test_one_active_owner_must_remain(session, codes, light: Passwords) -> None:
    add_user(session, "小李", ["cashier"], LIS, passwords=light)
    for act in (
        lambda: disable_user(session, "owner"),
        lambda: set_roles(session, "owner", ["sales"]),
    ):
        with pytest.raises(Refused, match="至少要留一个"), session.begin_nested():
            act()
    set_roles(session, "小李", ["owner", "cashier"])
    disable_user(session, "owner")
    with pytest.raises(Refused), session.begin_nested():
        disable_user(session, "小李")


@pytest.mark.pg
def test_two_owners_who_disable_each_other_at_once_leave_one(
    new_shop: Callable[..., Database], owner: Actor, light: Passwords
) -> None:
    from concurrent.futures import ThreadPoolExecutor
    from threading import Barrier

    shop = new_shop(dialect="postgresql")
    with shop.transaction(owner) as session:
        set_password(session, "owner", OWNERS, passwords=light)
        add_user(session, "老王", ["owner"], LIS, passwords=light)
    together = Barrier(2)

    def disable(name: str) -> bool:
        with shop.transaction(owner) as session:
            session.connection()
            together.wait(10)
            disable_user(session, name)
        return True

    with ThreadPoolExecutor(2) as pool:
        tried = [pool.submit(disable, name) for name in ("owner", "老王")]
        failures = [one.exception() for one in tried]
    assert sum(isinstance(failure, Refused) for failure in failures) == 1
    with shop.reading(owner) as session:
        assert sorted(user.disabled for user in users(session)) == [False, True]


def test_roles_are_replaced_and_the_log_says_from_what_to_what(
    session, codes, light: Passwords
) -> None:
    add_user(session, "小李", ["cashier"], LIS, passwords=light)
    set_roles(session, "小李", ["keeper", "sales"])
    assert users(session)[1].roles == ("sales", "keeper")
    assert last_act(session) == (
        "user.set_roles",
        "小李",
        {"before": ["cashier"], "after": ["keeper", "sales"]},
    )


def test_a_full_name_changes_and_the_login_name_stays(session) -> None:
    rename_user(session, "owner", " 王老板 ")
    assert (users(session)[0].name, users(session)[0].full_name) == ("owner", "王老板")


def test_somebody_unknown_cannot_be_changed(session, light: Passwords) -> None:
    for act in (
        lambda: set_password(session, "小王", NEW, passwords=light),
        lambda: set_roles(session, "小王", ["sales"]),
        lambda: disable_user(session, "小王"),
    ):
        with pytest.raises(NotFound, match="小王"):
            act()


def test_every_role_has_a_name_and_clashes_are_told_except_to_owners() -> None:
    assert list(role_words()) == list(all_roles())
    assert "出纳和会计" in clashes(["treasurer", "accountant", "sales"])[0]
    assert clashes(["cashier", "sales"]) == []
    assert clashes(["owner", "treasurer", "accountant"]) == []
