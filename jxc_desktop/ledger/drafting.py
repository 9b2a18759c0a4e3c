"""A draft and the document it becomes: kept while it is typed, gone in the transaction that posts it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.db import after_commit
from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.shop.attachments import carry_attachments
from jxc_desktop.shop.drafts import DraftBody, end_draft, save_draft
from jxc_desktop.shop.keys import Key, Posted


@dataclass(slots=True)
class KeptDraft:
    """Which draft a pane writes to; `id` is None until the first keeping is committed.

    Only the one writer thread sets it, so a posting that follows a keeping knows what it kept.
    """

    kind: str
    id: int | None = None


def keep_draft(session: Session, kept: KeptDraft, body: DraftBody) -> int:
    """Keep what is typed under the same draft each time."""
    draft_id = save_draft(session, body, kept.id)

    def remember() -> None:
        kept.id = draft_id

    after_commit(session, remember)
    return draft_id


def post_drafted(
    session: Session, kept: KeptDraft, post: Callable[..., Posted], draft: Any, key: Key
) -> Posted:
    """Post a document; its draft ends with it and leaves it its files, or stays with it.

    A draft that another window posted or threw away meanwhile is not posted once more.
    """
    posted = post(session, draft, key=key)
    carry_attachments(session, kept.kind, kept.id, posted)
    if not end_draft(session, kept.kind, kept.id) and not posted.repeated:
        raise Refused(
            translate("ledger", "这张草稿已在别处过账或作废，没有再过账。确实还要一张，先复制")
        )
    return posted
