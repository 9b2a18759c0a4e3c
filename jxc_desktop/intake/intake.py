"""What a document type must give so that it can be posted as data."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import Refused
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.fields import Fields
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.shop.actor import permission_of
from jxc_desktop.shop.keys import Key, Posted

Draft = TypeVar("Draft")
Draft_contra = TypeVar("Draft_contra", contravariant=True)


class Post(Protocol[Draft_contra]):
    """A service that posts a draft."""

    def __call__(self, session: Session, draft: Draft_contra, /, *, key: Key) -> Posted: ...


class Reverse(Protocol):
    """A service that posts the mirror of a document."""

    def __call__(self, session: Session, wanted: Reversal, /, *, key: Key) -> Posted: ...


def never_reversed(_session: Session, wanted: Reversal, /, *, key: Key) -> Posted:  # noqa: ARG001
    """Orders never enter the books, so nothing of them can be taken back."""
    raise Refused(
        translate("intake", "{number} 是订单，不能红冲。反审核，或关闭余量").format(
            number=wanted.number
        ),
        field="number",
    )


@dataclass(frozen=True, slots=True)
class Intake(Generic[Draft]):
    """One document type as data: the fields it takes, how they become a draft, and who posts and reverses it.

    `table` is the kind it is kept as, where that differs from its word in JSON. `draft` is the class that `parse`
    gives, for kinds that can be held back for approval.
    """

    kind: str
    fields: Collection[str]
    parse: Callable[[Session, Fields], Draft]
    post: Post[Draft]
    reverse: Reverse
    table: str = ""
    draft: type[Draft] | None = None

    @property
    def permission(self) -> str:
        """What whoever posts it must be allowed to do."""
        return permission_of(self.post) or f"{self.kind}.post"
