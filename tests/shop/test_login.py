"""Who gets in, who does not, and what it costs to guess."""

from collections.abc import Callable

import pytest

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, Refused, UserError
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shop import actor as actor_module
from jxc_desktop.shop import login
from jxc_desktop.shop.actor import Actor, actor_of, authorize, may
from jxc_desktop.shop.audit import broken_links
from jxc_desktop.shop.login import change_password, log_in, open_actor, vouch
from jxc_desktop.shop.passwords import Passwords
from jxc_desktop.shop.queries import AuditFilter, audit_rows, users
from jxc_desktop.shop.services import (
    add_user,
    disable_user,
    enable_user,
    set_password,
    set_roles,
    unlock_user,
)
from tests.shop.conftest import CountingHasher

OWNERS = Secret("correct horse 9")
LIS = Secret("vier lange Wörter")
WRONG = Secret("not this one 77")


@pytest.fixture
def shop(
    new_shop: Callable[..., Database], dialect: str, owner: Actor, light: Passwords, hands
) -> Database:
    """A shop with an owner and the cashier 小李, at a clock that can be moved."""
    database = new_shop(dialect=dialect)
    database.clock = hands.clock
    with database.transaction(owner) as session:
        set_password(session, "owner", OWNERS, passwords=light)
        add_user(session, "小李", ["cashier"], LIS, passwords=light)
    return database


def refused(shop: Database, name: str, password: Secret, light: Passwords) -> UserError:
    with pytest.raises(UserError) as error:
        log_in(shop, name, password, passwords=light)
    return error.value


def acts(shop: Database, owner: Actor) -> list[tuple[str, str, str]]:
    with shop.reading(owner) as session:
        rows = audit_rows(session, AuditFilter())
    return [(row.user, row.action, row.subject) for row in reversed(rows)]


def test_the_right_password_lets_a_person_in_with_their_rights(
    shop: Database, light: Passwords, owner: Actor
) -> None:
    actor = log_in(shop, "小李", LIS, machine="till 2", passwords=light)
    assert (actor.name, actor.roles, actor.machine) == ("小李", {"cashier"}, "till 2")
    assert actor.may("pos_sale.post")
    assert not actor.may("period.close")
    assert acts(shop, owner)[-1] == ("小李", "user.log_in", "小李")


def test_capitals_and_blanks_around_the_name_do_not_matter(
    shop: Database, light: Passwords
) -> None:
    assert log_in(shop, " OWNER ", OWNERS, passwords=light).user_id == 1


def test_an_unknown_user_and_a_wrong_password_look_and_cost_the_same(
    shop: Database, light: Passwords, hasher
) -> None:
    hasher.worked = 0
    wrong = refused(shop, "小李", WRONG, light)
    cost, hasher.worked = hasher.worked, 0
    unknown = refused(shop, "小王", WRONG, light)
    assert (type(wrong), wrong.message, wrong.field) == (
        type(unknown),
        unknown.message,
        unknown.field,
    )
    assert cost == hasher.worked == 1


def test_a_wrong_try_is_in_the_log_without_what_was_typed(
    shop: Database, light: Passwords, owner: Actor
) -> None:
    refused(shop, "小李", WRONG, light)
    refused(shop, "my-password-in-the-wrong-box", WRONG, light)
    assert acts(shop, owner)[-2:] == [("", "user.refused", "小李"), ("", "user.refused", "")]
    with shop.reading(owner) as session:
        whole = str(audit_rows(session, AuditFilter()))
        assert broken_links(session) == []
    for secret in (OWNERS, LIS, WRONG, Secret("my-password-in-the-wrong-box")):
        assert secret.reveal() not in whole


def test_five_wrong_ones_make_even_the_right_one_wait(
    shop: Database, light: Passwords, hands, hasher
) -> None:
    for _ in range(5):
        assert isinstance(refused(shop, "小李", WRONG, light), Forbidden)
    hasher.worked = 0
    waiting = refused(shop, "小李", LIS, light)
    assert isinstance(waiting, Refused)
    assert "1 分钟" in waiting.message
    assert hasher.worked == 0
    hands.passed(seconds=59)
    assert isinstance(refused(shop, "小李", LIS, light), Refused)
    hands.passed(seconds=1)
    assert log_in(shop, "小李", LIS, passwords=light).name == "小李"


def test_the_wait_grows_to_an_hour_and_no_further(shop: Database, light: Passwords, hands) -> None:
    waits = []
    for _ in range(4):
        refused(shop, "小李", WRONG, light)
    for _ in range(9):
        refused(shop, "小李", WRONG, light)
        waiting = refused(shop, "小李", WRONG, light)
        minutes = int(waiting.message.split("。")[1].split(" ")[0])
        waits.append(minutes)
        hands.passed(minutes=minutes)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_success_forgets_the_failures(shop: Database, light: Passwords) -> None:
    for _ in range(3):
        for _ in range(4):
            refused(shop, "小李", WRONG, light)
        assert log_in(shop, "小李", LIS, passwords=light)


def test_another_persons_mistakes_make_nobody_else_wait(shop: Database, light: Passwords) -> None:
    for _ in range(6):
        refused(shop, "小李", WRONG, light)
    assert log_in(shop, "owner", OWNERS, passwords=light)


def test_the_owner_ends_the_wait(shop: Database, light: Passwords, owner: Actor) -> None:
    for _ in range(5):
        refused(shop, "小李", WRONG, light)
    with shop.reading(owner) as session:
        assert users(session)[1].locked_until > 0
    with shop.transaction(owner) as session:
        unlock_user(session, "小李")
    assert log_in(shop, "小李", LIS, passwords=light)


def test_a_process_killed_while_it_compares_has_used_a_try(
    shop: Database, light: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_arguments: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Passwords, "fits", killed)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                log_in(shop, "小李", LIS, passwords=light)
    assert isinstance(refused(shop, "小李", LIS, light), Refused)


def test_a_clock_set_back_does_not_make_the_wait_longer(
    shop: Database, light: Passwords, hands
) -> None:
    for _ in range(5):
        refused(shop, "小李", WRONG, light)
    hands.passed(days=-30)
    assert "1 分钟" in refused(shop, "小李", LIS, light).message
    hands.passed(minutes=1)
    assert log_in(shop, "小李", LIS, passwords=light)


def test_a_disabled_user_is_kept_out_and_told_only_when_it_is_them(
    shop: Database, light: Passwords, owner: Actor
) -> None:
    with shop.transaction(owner) as session:
        disable_user(session, "小李")
    assert "不对" in refused(shop, "小李", WRONG, light).message
    assert "已停用" in refused(shop, "小李", LIS, light).message
    with shop.transaction(owner) as session:
        enable_user(session, "小李")
    assert log_in(shop, "小李", LIS, passwords=light)


def test_a_user_disabled_or_changed_while_the_password_is_compared_stays_out(
    shop: Database, light: Passwords, owner: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = Passwords.fits

    def meanwhile(self: Passwords, kept: str | None, password: Secret) -> bool:
        with shop.transaction(owner) as session:
            disable_user(session, "小李")
        return right(self, kept, password)

    monkeypatch.setattr(Passwords, "fits", meanwhile)
    assert isinstance(refused(shop, "小李", LIS, light), Forbidden)


def test_an_old_hash_is_made_again_at_the_next_login(shop: Database, light: Passwords) -> None:
    stronger = Passwords(CountingHasher(memory=16))
    log_in(shop, "小李", LIS, passwords=stronger)
    with shop.reading() as session:
        kept = login.find_user(session, "小李").password
    assert not stronger.outdated(kept)
    assert log_in(shop, "小李", LIS, passwords=stronger)


def test_somebody_with_the_right_vouches_on_the_spot(
    shop: Database, light: Passwords, owner: Actor
) -> None:
    vouching = vouch(shop, "owner", OWNERS, "pos.change_price", machine="till 1", passwords=light)
    assert vouching.name == "owner"
    assert acts(shop, owner)[-1] == ("owner", "user.vouch", "owner")
    with pytest.raises(Forbidden, match="收银时改价"):
        vouch(shop, "小李", LIS, "pos.change_price", passwords=light)
    with pytest.raises(Forbidden):
        vouch(shop, "owner", WRONG, "pos.change_price", passwords=light)


def test_a_person_changes_their_password_by_proving_the_old_one(
    shop: Database, light: Passwords
) -> None:
    new = Secret("fünf andere Wörter")
    with pytest.raises(Forbidden):
        change_password(shop, "小李", WRONG, new, passwords=light)
    with pytest.raises(InvalidInput):
        change_password(shop, "小李", LIS, Secret("12345678"), passwords=light)
    assert change_password(shop, "小李", LIS, new, passwords=light) == ()
    assert isinstance(refused(shop, "小李", LIS, light), Forbidden)
    assert log_in(shop, "小李", new, passwords=light)


def test_a_shop_without_any_password_is_open_to_its_owner(
    new_shop: Callable[..., Database], owner: Actor, light: Passwords
) -> None:
    shop = new_shop()
    with shop.reading() as session:
        actor = open_actor(session, machine="pc")
    assert actor is not None
    assert (actor.user_id, actor.roles, actor.machine) == (1, {"owner"}, "pc")
    assert isinstance(refused(shop, "owner", WRONG, light), Forbidden)
    with shop.transaction(owner) as session:
        set_password(session, "owner", OWNERS, passwords=light)
    with shop.reading() as session:
        assert open_actor(session) is None


@pytest.mark.pg
def test_a_shop_on_postgresql_is_never_open(new_shop: Callable[..., Database]) -> None:
    with new_shop(dialect="postgresql").reading() as session:
        assert open_actor(session) is None


def test_rights_taken_away_are_gone_from_the_next_act_on(
    shop: Database, light: Passwords, owner: Actor
) -> None:
    actor = log_in(shop, "小李", LIS, passwords=light)
    with shop.transaction(owner) as session:
        set_roles(session, "小李", ["auditor"])
    for begin in (shop.transaction, shop.reading):
        with begin(actor) as session:
            assert not may(session, "pos_sale.post")
            assert may(session, "audit.view")
            assert actor_of(session).roles == {"auditor"}


@pytest.mark.parametrize("act", ["transaction", "reading"])
def test_who_is_dismissed_does_nothing_more(
    shop: Database, light: Passwords, owner: Actor, act: str
) -> None:
    actor = log_in(shop, "小李", LIS, passwords=light)
    with shop.transaction(owner) as session:
        disable_user(session, "小李")
    begin = {"transaction": shop.transaction, "reading": shop.reading}[act]
    with begin(actor) as session:
        for _again in range(2):
            with pytest.raises(Forbidden, match="停用"):
                authorize(session, "pos_sale.post")
    with shop.transaction(owner) as session:
        enable_user(session, "小李")
    with begin(actor) as session:
        assert authorize(session, "pos_sale.post").name == "小李"


def test_asking_after_somebody_costs_one_question_a_transaction(
    shop: Database, light: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = actor_module._STANDING.all
    monkeypatch.setattr(
        actor_module._STANDING, "all", lambda *a, **k: asked.append(1) or real(*a, **k)
    )
    actor = log_in(shop, "小李", LIS, passwords=light)
    asked.clear()
    with shop.transaction(actor) as session:
        for _again in range(5):
            authorize(session, "pos_sale.post")
    assert asked == [1]
