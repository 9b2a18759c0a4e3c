"""A voucher while it is typed, as plain data that a draft keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jxc_desktop.core.plain import plain, typed
from jxc_desktop.ledger.journal.drafts import JournalDraft


@dataclass(frozen=True, slots=True)
class TypedVoucher:
    """The voucher, complete or not; lists call it by what it is about."""

    draft: JournalDraft

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping was typed."""
        return not (self.draft.legs or self.draft.summary or self.draft.attachments)

    @property
    def day(self) -> date:
        """The day it is to be posted on."""
        return self.draft.day

    @property
    def partner_name(self) -> str:
        """What lists call it by."""
        return self.draft.words

    def body(self) -> dict[str, Any]:
        """All of it as plain data."""
        kept: dict[str, Any] = plain(self.draft)
        return kept


def voucher_from(body: Mapping[str, Any]) -> JournalDraft:
    """The voucher that a draft kept."""
    return typed(JournalDraft, body)
