"""What somebody is typing survives, complete or not, and is gone once posted or thrown away."""

from datetime import date

import pytest
from sqlalchemy import text

from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, NotFound
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.drafts import (
    DraftBody,
    drafts_of,
    end_draft,
    load_draft,
    save_draft,
    void_draft,
)
from tests.conftest import actor_with

KIND = "sales_delivery"


def half_typed(total: int = 0, **body: object) -> DraftBody:
    return DraftBody(KIND, date(2026, 11, 20), "望湖楼酒店", total, body)


def test_a_half_typed_document_comes_back_as_it_was(any_database: Database, owner: Actor) -> None:
    with any_database.transaction(owner) as session:
        kept = save_draft(session, half_typed(lines=[{"quantity": "1"}]))
        assert save_draft(session, half_typed(5000, lines=[{"quantity": "12"}, {}]), kept) == kept
    with any_database.reading(owner) as session:
        assert load_draft(session, KIND, kept) == {"lines": [{"quantity": "12"}, {}]}
        [shown] = drafts_of(session, KIND)
        assert (shown.subject, shown.total, shown.user) == ("望湖楼酒店", 5000, "owner")


def test_a_draft_that_was_voided_or_posted_is_not_kept_again(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        first, second = save_draft(session, half_typed()), save_draft(session, half_typed())
        void_draft(session, KIND, first)
        end_draft(session, KIND, second)
        for gone in (first, second):
            with pytest.raises(NotFound):
                save_draft(session, half_typed(), gone)
            with pytest.raises(NotFound):
                load_draft(session, KIND, gone)
        actions = session.execute(text("SELECT action FROM audit ORDER BY id")).scalars().all()
        assert actions[-1] == "sales_delivery.void"


def test_only_who_may_write_the_kind_keeps_drafts(database: Database) -> None:
    with database.transaction(actor_with("cashier")) as session, pytest.raises(Forbidden):
        save_draft(session, half_typed())
