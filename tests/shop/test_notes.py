"""补注: what is added to a posted document stays, and says who added it."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.notes import add_note, notes_on
from tests.conftest import actor_with
from tests.shopkeeping import a_customer, a_product, a_supplier, deliver, line, receive

KIND = "sales_delivery"


@pytest.fixture
def number(any_database: Database, owner: Actor) -> str:
    with any_database.transaction(owner) as session:
        tea = a_product(session)
        receive(session, a_supplier(session), [line(tea, 9, at=5)])
        return deliver(session, a_customer(session), [line(tea, 1)]).number or ""


def test_sentences_are_added_to_what_is_posted(
    any_database: Database, owner: Actor, number: str
) -> None:
    for said in ("  客户说 周五来取 ", "已经取走"):
        with any_database.transaction(owner) as session:
            add_note(session, KIND, number, said)
    with any_database.reading(owner) as session:
        noted = notes_on(session, KIND, number)
    assert [each.text for each in noted] == ["客户说 周五来取", "已经取走"]
    assert {each.added_by for each in noted} == {"owner"}


def test_a_note_that_is_empty_long_or_of_nothing_is_refused(
    any_database: Database, owner: Actor, number: str
) -> None:
    for said, wrong in (("  ", "是空的"), ("长" * 201, "最多 200 个字")):
        with (
            pytest.raises(InvalidInput, match=wrong),
            any_database.transaction(owner) as session,
        ):
            add_note(session, KIND, number, said)
    with (
        pytest.raises(NotFound, match="没有过账"),
        any_database.transaction(owner) as session,
    ):
        add_note(session, KIND, "XSCK404", "谁的？")


def test_who_may_not_write_such_documents_may_not_note_on_them(
    any_database: Database, number: str
) -> None:
    with (
        pytest.raises(Forbidden),
        any_database.transaction(actor_with("auditor")) as session,
    ):
        add_note(session, KIND, number, "看过")


def test_nobody_changes_or_takes_off_a_note(
    any_database: Database, owner: Actor, number: str
) -> None:
    with any_database.transaction(owner) as session:
        add_note(session, KIND, number, "少了一箱")
    for act in ("UPDATE document_note SET text = '没少'", "DELETE FROM document_note"):
        with pytest.raises(DatabaseError), any_database.transaction(owner) as session:
            session.execute(text(act))
