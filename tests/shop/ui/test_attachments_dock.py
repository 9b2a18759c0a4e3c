"""附件: files dropped beside a document stay with it."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from jxc_desktop.cash.payments import Payment
from jxc_desktop.cash.services import AdvanceDraft, post_advance_receipt
from jxc_desktop.core.db import Database
from jxc_desktop.shop.actor import Actor
from jxc_desktop.shop.attachments import Subject, attachments_of
from jxc_desktop.shop.drafts import DraftBody, save_draft
from jxc_desktop.shop.keys import new_key
from jxc_desktop.shop.ui.attachments_dock import AttachmentsDock
from tests.deskwork import context_of, settle, shown
from tests.shopkeeping import DAY, a_customer

__all__ = ["context_of"]
KIND = "advance_receipt"


@pytest.fixture
def dock(qtbot, context_of, database: Database, owner: Actor):
    context = context_of(database, owner)
    context.more["said"] = said = []
    context.messages.shown.connect(lambda m: said.append(m.text) if m else None)
    return shown(qtbot, AttachmentsDock(context), (320, 240))


def a_draft(database: Database, owner: Actor) -> int:
    with database.transaction(owner) as session:
        return save_draft(session, DraftBody(KIND, date(2026, 11, 20), "客户", 0, {}))


def drop(dock: AttachmentsDock, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    dock.dropEvent(
        QDropEvent(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def names(dock: AttachmentsDock) -> list[str]:
    return [row.name for row in dock.model.loaded_rows()]


def test_files_that_are_dropped_stay_with_the_draft(
    qtbot, dock, database: Database, owner: Actor, tmp_path
) -> None:
    draft_id = a_draft(database, owner)
    dock.attend({"kind": KIND, "draft_id": draft_id})
    settle(qtbot, dock)
    one, two = tmp_path / "合同.pdf", tmp_path / "photo.jpg"
    one.write_bytes(b"pdf")
    two.write_bytes(b"x" * 3000)
    drop(dock, one, two)
    qtbot.waitUntil(lambda: len(names(dock)) == 2)
    settle(qtbot, dock)
    assert names(dock) == ["合同.pdf", "photo.jpg"]
    assert dock.context.more["said"][-1] == "已加 2 个附件"
    assert dock.grid.elided_cells() == []
    dock.grid.go_to(0)
    qtbot.keyClick(dock.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(dock) == ["photo.jpg"])
    with database.reading(owner) as session:
        kept = attachments_of(session, Subject(KIND, draft_id=draft_id))
    assert [file.name for file in kept] == ["photo.jpg"]


def test_a_document_that_was_never_kept_says_what_to_do_first(dock, tmp_path) -> None:
    dock.attend({"kind": KIND, "draft_id": None})
    drop(dock, tmp_path / "a.pdf")
    assert dock.context.more["said"][-1].startswith("先存草稿")


def test_what_cannot_be_read_is_said(qtbot, dock, database, owner, tmp_path) -> None:
    dock.attend({"kind": KIND, "draft_id": a_draft(database, owner)})
    drop(dock, tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: bool(dock.context.more["said"]))
    settle(qtbot, dock)
    assert dock.context.more["said"][-1].startswith("gone.pdf")
    assert names(dock) == []


def test_a_posted_document_keeps_its_files_and_gives_copies(
    qtbot, dock, database: Database, owner: Actor, tmp_path, monkeypatch
) -> None:
    with database.transaction(owner) as session:
        draft = AdvanceDraft(DAY, a_customer(session), (Payment(1, 100),))
        number = post_advance_receipt(session, draft, key=new_key()).number
    dock.attend({"kind": KIND, "number": number})
    settle(qtbot, dock)
    slip = tmp_path / "slip.txt"
    slip.write_bytes(b"paid")
    drop(dock, slip)
    qtbot.waitUntil(lambda: names(dock) == ["slip.txt"])
    settle(qtbot, dock)
    dock.grid.go_to(0)
    dock.remove()
    settle(qtbot, dock)
    assert "已过账" in dock.context.more["said"][-1]
    copy = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(copy), ""))
    dock.save()
    qtbot.waitUntil(copy.exists)
    settle(qtbot, dock)
    assert copy.read_bytes() == b"paid"


def test_another_document_under_the_hand_shows_its_own(
    qtbot, dock, database: Database, owner: Actor
) -> None:
    dock.attend({"kind": KIND, "draft_id": a_draft(database, owner)})
    settle(qtbot, dock)
    before = dock.subject
    dock.attend({"kind": "report"})
    assert dock.subject is before
    dock.attend({"kind": "sales_delivery", "draft_id": None})
    assert dock.subject is None
