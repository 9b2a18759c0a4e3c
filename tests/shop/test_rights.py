"""Every act is guarded, and every guard agrees with the matrix of rights, role by role."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

import jxc_desktop
from jxc_desktop.core.errors import Forbidden
from jxc_desktop.core.i18n import use_language
from jxc_desktop.shop.actor import (
    Actor,
    actor_of,
    all_roles,
    authorize,
    lend,
    matrix,
    may,
    needs,
    permission_of,
)

PACKAGE = Path(jxc_desktop.__file__).parent
NO_BUSINESS = {"widgets", "shell", "app", "cli", "demo", "panes", "__main__"}

CALLED_BY_OTHER_SERVICES = {
    "ledger.assets.services.write_month_off",  # closing a month, which asks for its own right
    # The one way into the books: every document's own service was asked for the right.
    "ledger.posting.book",
    # The mirror of any document, behind reverse_receipt, reverse_delivery …
    "ledger.papers.reverse_paper",
    # Arithmetic of posting, which the screen asks for too; it writes nothing.
    "sales.services.priced_delivery",
    "purchase.services.priced_receipt",
    # Runs another service with a right that somebody who has it lent.
    "shop.vouching.with_rights",
    # Asked by posting services, which were asked for the right.
    "shop.approvals.services.held_back",
    # Arithmetic of a price change, and putting in force what somebody with the right approved for its day.
    "pricing.services.changed_prices",
    "pricing.services.price_changes_due",
    "pricing.services.apply_due_price_changes",
    # Let people in, so nobody is in yet. They prove a password or a code instead.
    "shop.login.change_password",
    "shop.recovery.recover_owner",
    # Behind set_password, change_password and renew_recovery_codes.
    "shop.recovery.new_codes",
    # Behind make_backup, which asks for the right unless the program itself makes one.
    "safety.backup_log.note_success",
    "safety.backup_log.note_drill",
    # Makes the shop that rights belong to.
    "guide.setup.open_shop",
}
"""Acts without a right of their own, by room, module and name, each with its reason."""


def modules() -> Iterator[str]:
    """Every module of the business, by dotted name."""
    for found in pkgutil.walk_packages(jxc_desktop.__path__, "jxc_desktop."):
        parts = found.name.split(".")
        if parts[1] not in NO_BUSINESS and "ui" not in parts and "migrations" not in parts:
            yield found.name


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of the business, as "sales.services.post_delivery"."""
    for name in modules():
        for each, member in vars(importlib.import_module(name)).items():
            own = inspect.isfunction(member) and member.__module__ == name
            if own and not each.startswith("_"):
                yield f"{name.removeprefix('jxc_desktop.')}.{each}", member


def takes_a_session(function: Callable[..., object]) -> bool:
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.annotation in (Session, "Session")


def calls(function: Callable[..., object], called: str) -> bool:
    """Whether the function itself calls `called` by name."""
    tree = ast.parse(inspect.getsource(inspect.unwrap(function)))
    made = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(name, ast.Name) and name.id == called for name in made)


ALL = dict(functions())
GUARDED = {name: function for name, function in ALL.items() if permission_of(function)}
ACTS = {
    name: function
    for name, function in ALL.items()
    if (".services." in name and takes_a_session(function)) or calls(function, "record")
}


def session_of(*roles: str) -> Session:
    """A session without a database: whoever gets past the guard and touches one fails loudly."""
    session = Session()
    session.info["actor"] = Actor(7, "somebody", frozenset(roles))
    return session


def test_there_is_something_to_guard() -> None:
    assert len(GUARDED) > 40
    assert {"sales.services.post_delivery", "shop.services.add_user"} <= ACTS.keys()
    assert "pos.shifts.open_shift" in ACTS


def test_every_act_needs_a_right_or_is_listed_with_its_reason() -> None:
    # Where the right depends on the kind of document the act asks for it itself.
    asking = {name for name, act in ACTS.items() if calls(act, "authorize")}
    unguarded = ACTS.keys() - GUARDED.keys() - asking
    assert unguarded - CALLED_BY_OTHER_SERVICES == set()


def test_nothing_is_listed_that_is_guarded_or_gone() -> None:
    assert ACTS.keys() - GUARDED.keys() >= CALLED_BY_OTHER_SERVICES


@pytest.mark.parametrize("name", GUARDED)
def test_each_role_meets_what_the_matrix_says(name: str) -> None:
    service = GUARDED[name]
    right = matrix()[permission_of(service) or ""]
    for role in all_roles():
        # An argument that no service takes: reaching the service itself is a TypeError.
        expected = TypeError if role in right.roles else Forbidden
        with pytest.raises(expected):
            service(session_of(role), no_such_argument=None)


@pytest.mark.parametrize("name", GUARDED)
def test_whoever_is_unknown_or_without_a_role_may_do_nothing(name: str) -> None:
    for session in (Session(), session_of(), session_of("king")):
        with pytest.raises(Forbidden):
            GUARDED[name](session, no_such_argument=None)


def test_an_actor_has_the_rights_of_all_their_roles() -> None:
    both = Actor(7, "somebody", frozenset({"cashier", "buyer"}))
    for right in matrix().values():
        assert both.may(right.permission) == bool(right.roles & {"cashier", "buyer"})


def test_a_right_lent_after_another_takes_the_first_one_away_from_nobody() -> None:
    session, owner = session_of("cashier"), Actor(1, "owner", frozenset({"owner"}))
    for right in ("pos_return.post", "pos.open_drawer"):
        lend(session, right, owner)
    assert may(session, "pos_return.post")
    assert may(session, "pos.open_drawer")
    assert not may(session, "settings.edit")


def test_the_refusal_names_the_person_and_the_right() -> None:
    with pytest.raises(Forbidden, match="somebody 没有“改设置”的权限"):
        authorize(session_of("cashier"), "settings.edit")
    use_language("en")
    try:
        with pytest.raises(Forbidden, match="change settings"):
            authorize(session_of("cashier"), "settings.edit")
    finally:
        use_language("zh")


def test_a_right_outside_the_matrix_is_a_bug_and_no_permission() -> None:
    with pytest.raises(KeyError):
        authorize(session_of("owner"), "shop.burn_down")
    assert not may(session_of("owner"), "shop.burn_down")


def test_something_else_in_the_actors_place_is_nobody() -> None:
    session = Session()
    session.info["actor"] = "owner"
    with pytest.raises(Forbidden):
        actor_of(session)


def test_a_guard_stands_before_the_service() -> None:
    done = []

    @needs("settings.edit")
    def act(session: Session, what: str) -> str:
        done.append(what)
        return what

    with pytest.raises(Forbidden):
        act(session_of("auditor"), "x")
    assert done == []
    assert act(session_of("owner"), "y") == "y"


# --- the matrix itself --------------------------------------------------------------------------


def test_every_right_is_well_named_and_told_in_both_languages() -> None:
    for right in matrix().values():
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", right.permission)
        assert re.search("[\u4e00-\u9fff]", right.meaning), right.permission
        assert re.fullmatch(r"[a-z][a-z' ]+", right.english), right.permission
    for words in ("meaning", "english"):
        told = [getattr(right, words) for right in matrix().values()]
        assert len(set(told)) == len(told)


def test_every_row_has_every_cell() -> None:
    lines = (PACKAGE.parent / "resources" / "rights" / "matrix.csv").read_text("utf-8").splitlines()
    assert {line.count(",") for line in lines} == {len(all_roles()) + 2}
    assert len({line.split(",")[0] for line in lines}) == len(lines) == len(matrix()) + 1


def test_the_owner_may_do_all_and_each_role_something() -> None:
    assert all("owner" in right.roles for right in matrix().values())
    for role in all_roles():
        assert any(role in right.roles for right in matrix().values())


def test_the_auditor_looks_and_touches_nothing() -> None:
    held = {right.permission for right in matrix().values() if "auditor" in right.roles}
    looking = re.compile(r".*\.view|report\..*|field\..*|export\.data|verify\.run")
    assert [permission for permission in held if not looking.fullmatch(permission)] == []


@pytest.mark.parametrize("role", ["sales", "keeper", "cashier", "buyer", "treasurer"])
def test_who_does_not_keep_the_books_sees_no_cost(role: str) -> None:
    assert role not in matrix()["field.cost_price"].roles
    assert role not in matrix()["report.profit"].roles


def test_who_keeps_the_cash_keeps_no_books() -> None:
    held = {right.permission for right in matrix().values() if "treasurer" in right.roles}
    assert [p for p in held if p.endswith((".post", ".reverse"))] == []
    # What moves money may be drafted; somebody else posts it (会计法: 出纳不得兼任账目登记).
    assert {p for p in held if p.endswith(".edit")} == {
        "customer_receipt.edit", "supplier_payment.edit", "expense.edit", "advance_receipt.edit",
        "advance_payment.edit", "other_income.edit", "money_transfer.edit", "promise.edit",
    }  # fmt: skip


def permissions_in_code() -> Iterator[tuple[str, str]]:
    """Every permission that code asks for by name: needs(…), authorize(…), may(…), action(needs=…), needs = …"""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for value in _asked(node):
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    yield path.relative_to(PACKAGE).as_posix(), value.value


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        called = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        if called in {"needs", "authorize", "may"}:
            yield from node.args[:2]
        yield from (k.value for k in node.keywords if k.arg in {"needs", "permission"})
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if node.value and any(isinstance(t, ast.Name) and t.id == "needs" for t in targets):
            yield node.value


def test_code_asks_only_for_rights_that_exist() -> None:
    asked = list(permissions_in_code())
    assert len(asked) > 40
    assert [(where, what) for where, what in asked if what not in matrix()] == []
