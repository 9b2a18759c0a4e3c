"""Keeps what is typed as a draft by itself, a moment after the last change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from jxc_desktop.core.errors import UserError
from jxc_desktop.ledger.drafting import KeptDraft, keep_draft
from jxc_desktop.ledger.ui.paper_parts import Typed
from jxc_desktop.shop.drafts import DraftBody
from jxc_desktop.widgets.messages import Messages
from jxc_desktop.widgets.pane import Pane

KEEP_AFTER = 800
"""Milliseconds after the last change."""


class DraftKeeper(QObject):
    """Belongs to one pane; `read` gives what is typed now and its total in fen."""

    kept = Signal()
    unsaved = Signal(bool)

    def __init__(
        self,
        pane: Pane,
        kind: str,
        read: Callable[[], tuple[Typed, int]],
        *,
        allowed: bool,
    ) -> None:
        super().__init__(pane)
        self.draft = KeptDraft(kind)
        self.allowed = allowed
        self._pane = pane
        self._read = read
        self._clean: Typed | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    @property
    def dirty(self) -> bool:
        """Whether something typed is kept nowhere yet."""
        paper, _total = self._read()
        return not paper.empty and paper != self._clean

    def begin(self, draft_id: int | None = None) -> None:
        """What is shown now is as it is kept, or has never been touched."""
        self._timer.stop()
        self.draft = KeptDraft(self.draft.kind, draft_id)
        self._clean = self._read()[0]
        self.unsaved.emit(False)

    def touch(self) -> None:
        """Something was typed."""
        if self.dirty:
            self.unsaved.emit(True)
            if self.allowed:
                self._timer.start()

    def stop(self) -> None:
        """Do not keep what waits: it is being posted."""
        self._timer.stop()

    def keep(self, then: Callable[[int], object] | None = None) -> None:
        """Keep what is typed now."""
        self._timer.stop()
        (paper, body), draft = self._body(), self.draft

        def done(draft_id: int) -> None:
            if self.draft is not draft:
                return
            self._clean = paper
            self.unsaved.emit(self.dirty)
            self.kept.emit()
            if then:
                then(draft_id)

        self._pane.run_write(keep_draft, draft, body, then=done)

    def keep_before_closing(self) -> None:
        """Keep what waits though the pane goes: nothing of the pane hears the answer."""
        self._timer.stop()
        if self.allowed and self.dirty:
            _paper, body = self._body()
            context = self._pane.context
            tell = partial(_tell, context.messages)
            context.tasks.write(keep_draft, self.draft, body, failed=tell, owner=context.messages)

    def _body(self) -> tuple[Typed, DraftBody]:
        paper, total = self._read()
        draft = DraftBody(self.draft.kind, paper.day, paper.partner_name, total, paper.body())
        return paper, draft


def _tell(messages: Messages, error: BaseException) -> None:
    """The pane is gone; what could not be kept is said in the window."""
    if not isinstance(error, UserError):
        raise error
    messages.error(error.message)
