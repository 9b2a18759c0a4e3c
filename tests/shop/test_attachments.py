"""Files belong to their document from the draft on, are kept once, and stay when it is posted."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import AdvanceDraft, post_advance_receipt
from jxc_desktop.core.db import Database
from jxc_desktop.core.errors import Forbidden, InvalidInput, NotFound, Refused
from jxc_desktop.features import INVARIANTS
from jxc_desktop.ledger.drafting import KeptDraft, post_drafted
from jxc_desktop.safety.export import export_shop
from jxc_desktop.safety.snapshot import write_snapshot
from jxc_desktop.safety.verify import verify
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.attachments import (
    LARGEST,
    MOST,
    Subject,
    attach,
    attachments_of,
    carry_attachments,
    carry_held,
    content_of,
    detach,
)
from jxc_desktop.shop.drafts import DraftBody, save_draft, void_draft
from jxc_desktop.shop.keys import Posted, new_key
from tests.conftest import actor_with
from tests.shopkeeping import DAY, a_customer

KIND = "advance_receipt"
PHOTO = bytes(range(256)) * 40


def kept(session: object) -> int:
    return save_draft(session, DraftBody(KIND, date(2026, 11, 20), "客户", 0, {}))


def test_files_of_a_draft_belong_to_the_document_it_becomes(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        customer, draft_id = a_customer(session), kept(session)
        attach(session, Subject(KIND, draft_id=draft_id), "合同.pdf", PHOTO)
        draft = AdvanceDraft(DAY, customer, (Payment(1, 100),))
        paper = KeptDraft(KIND, draft_id)
        posted = post_drafted(session, paper, post_advance_receipt, draft, new_key())
        subject = Subject(KIND, posted.number)
        attach(session, subject, "C:\\照片\\收条.jpg", b"photo")
        first, second = attachments_of(session, subject)
        assert (first.name, first.size, second.name) == ("合同.pdf", len(PHOTO), "收条.jpg")
        assert content_of(session, first.id) == ("合同.pdf", PHOTO)
        with pytest.raises(Refused, match="已过账"):
            detach(session, first.id)


def test_files_wait_with_a_paper_that_is_held_back(any_database: Database, owner: Actor) -> None:
    draft_of = Subject(KIND, draft_id=1)
    with any_database.transaction(owner) as session:
        attach(session, Subject(KIND, draft_id=kept(session)), "合同.pdf", PHOTO)
        held = Posted(KIND, 7, "", 100, state="pending")
        carry_attachments(session, KIND, 1, held)
        assert attachments_of(session, draft_of) == []
        [waiting] = attachments_of(session, Subject(KIND, pending_id=7))
        carry_held(session, KIND, 7, draft_id=1)
        assert attachments_of(session, draft_of) == [waiting]
        carry_attachments(session, KIND, 1, held)
        carry_held(session, KIND, 7, number="YSK202611200001")
        assert attachments_of(session, Subject(KIND, "YSK202611200001")) == [waiting]


def test_the_database_itself_keeps_what_is_attached_to_a_posted_document(
    any_database: Database, owner: Actor
) -> None:
    with any_database.transaction(owner) as session:
        draft = AdvanceDraft(DAY, a_customer(session), (Payment(1, 100),))
        number = post_advance_receipt(session, draft, key=new_key()).number
        attach(session, Subject(KIND, number), "a.txt", b"a")
    for change in ("DELETE FROM attachment", "UPDATE attachment SET name = 'b'",
                   "UPDATE file_content SET size = 2"):  # fmt: skip
        with pytest.raises(DatabaseError), any_database.transaction(owner) as session:
            session.execute(text(change))


def test_the_same_content_is_kept_once_and_goes_with_its_last_draft(
    database: Database, owner: Actor
) -> None:
    count = text("SELECT count(*) FROM file_content")
    with database.transaction(owner) as session:
        one, other = kept(session), kept(session)
        first = attach(session, Subject(KIND, draft_id=one), "a.txt", b"same")
        attach(session, Subject(KIND, draft_id=other), "b.txt", b"same")
        assert session.execute(count).scalar_one() == 1
        detach(session, first)
        assert session.execute(count).scalar_one() == 1
        void_draft(session, KIND, other)
        assert session.execute(count).scalar_one() == 0
        assert attachments_of(session, Subject(KIND, draft_id=other)) == []


def test_what_is_no_file_is_refused(database: Database, owner: Actor) -> None:
    with database.transaction(owner) as session:
        subject = Subject(KIND, draft_id=kept(session))
        for name, data, words in (
            ("a.txt", b"", "空的"),
            ("..", b"x", "没有名字"),
            ("big.bin", bytes(LARGEST + 1), "5 MB"),
        ):
            with pytest.raises(InvalidInput, match=words):
                attach(session, subject, name, data)
        attach(session, subject, "x" * 300 + ".pdf", b"x")
        [long] = attachments_of(session, subject)
        assert long.name.endswith("x.pdf")
        with pytest.raises(Refused, match="已经附上"):
            attach(session, subject, "again.pdf", b"x")
        for number in range(MOST - 1):
            attach(session, subject, f"{number}", b"%d" % number)
        with pytest.raises(Refused, match="最多"):
            attach(session, subject, "more", b"more")
        for gone in (Subject(KIND, "YSK209901010001"), Subject(KIND, draft_id=999)):
            with pytest.raises(NotFound):
                attach(session, gone, "a", b"a")
        with pytest.raises(InvalidInput, match="不能附文件"):
            attachments_of(session, Subject("moon", "X1"))


def test_who_may_not_write_the_kind_adds_nothing_and_who_may_not_see_it_sees_nothing(
    database: Database, owner: Actor
) -> None:
    with database.transaction(owner) as session:
        subject = Subject(KIND, draft_id=kept(session))
        attach(session, subject, "a", b"a")
    with database.transaction(actor_with("auditor")) as session:
        assert len(attachments_of(session, subject)) == 1
        with pytest.raises(Forbidden):
            attach(session, subject, "b", b"b")
    with database.transaction(actor_with("keeper")) as session, pytest.raises(Forbidden):
        attachments_of(session, subject)


def test_damage_is_found_when_a_file_is_opened_and_when_the_shop_is_verified(
    any_database: Database, owner: Actor
) -> None:
    from jxc_desktop.core.guards import drop_guards

    with any_database.transaction(owner) as session:
        subject = Subject(KIND, draft_id=kept(session))
        added = attach(session, subject, "a", b"sound")
    assert verify(any_database, INVARIANTS, actor=owner).problems == ()
    with any_database.transaction(owner) as session:
        drop_guards(session.connection())
        session.execute(text("UPDATE file_content SET data = :data"), {"data": b"wrong!"})
    with any_database.reading(owner) as session, pytest.raises(Refused, match="损坏"):
        content_of(session, added)
    problems = verify(any_database, INVARIANTS, actor=owner).problems
    assert [problem for problem in problems if "附件 a" in problem]


def test_files_go_with_snapshots_and_exports(
    any_database: Database, owner: Actor, tmp_path: Path
) -> None:
    with any_database.transaction(owner) as session:
        subject = Subject(KIND, draft_id=kept(session))
        attach(session, subject, "a", PHOTO)
    write_snapshot(any_database, tmp_path / "copy.jxc")
    copy = Database(tmp_path / "copy.jxc", clock=any_database.clock)
    with copy.reading(owner) as session:
        [attached] = attachments_of(session, subject)
        assert content_of(session, attached.id)[1] == PHOTO
    copy.close()
    export_shop(any_database, tmp_path / "out", actor=owner)
    assert "(10240 bytes)" in (tmp_path / "out" / "file_content.csv").read_text("utf-8-sig")
