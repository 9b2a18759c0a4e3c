"""组装单 and 拆卸单: goods put together and taken apart, on screen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock import kits, note
from jxc_desktop.stock.kits import APART, TOGETHER, KitDraft, Making
from jxc_desktop.stock.paper_choices import PaperChoices, paper_choices
from jxc_desktop.stock.queries import KitView, assembly_view, disassembly_view
from jxc_desktop.stock.typed_kit import kit_draft
from jxc_desktop.stock.ui.kit_form import KitForm
from jxc_desktop.widgets.actions import action
from jxc_desktop.widgets.pane import Context


class KitKind:
    """What goods put together or taken apart say about themselves to their pane."""

    def __init__(self, making: Making) -> None:
        self.apart, self.kind = making.apart, making.family.kind

    def draft(self, typed: TypedFields) -> KitDraft:
        """The document for the service."""
        return kit_draft(typed)

    def post(self, session: Session, draft: KitDraft, *, key: Key) -> Posted:
        """Post it."""
        post = kits.post_disassembly if self.apart else kits.post_assembly
        return post(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        reverse = kits.reverse_disassembly if self.apart else kits.reverse_assembly
        return reverse(session, wanted, key=key)

    def view(self, session: Session, number: str) -> KitView:
        """The document with this number."""
        read = disassembly_view if self.apart else assembly_view
        return read(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        printed = note.printed_disassembly if self.apart else note.printed_assembly
        return printed(session, number)


class KitPane(ReversiblePane, FieldsPane):
    """Types, posts and shows goods put together or taken apart."""

    making: Making
    """Together or apart; each pane has its own."""
    buttons = ("propose", *FieldsPane.buttons)
    form: KitForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = KitKind(self.making)
        super().__init__(context, kind, self.heading(), parent)
        self.take_back_by(kind)
        self.run_read(paper_choices, then=self._begin, slot="choices")

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return kits.foresee_disassembly if self.making.apart else kits.foresee_assembly

    def shown_buttons(self) -> tuple[str, ...]:
        shown = super().shown_buttons()
        return shown if self.view is not None else ("propose", *shown)

    def further(self) -> Sequence[str]:
        more = super().further()
        return ("open_parts", *more) if self.view is None else ("open_parts", "begin_new", *more)

    def take_scan(self, code: str) -> bool:
        if self.form is None or not self.form.typing:
            return False
        self.form.filler.scan(code)
        return True

    @action(str(QT_TR_NOOP("按组成列零件")), "F8", icon="list-checks")
    def propose(self) -> None:
        """List the parts of what is chosen, instead of what stands there."""
        if self.form is not None and self.form.typing:
            self.form.propose(anew=True)

    @action(str(QT_TR_NOOP("看组成")), "F7", icon="hammer", needs="product.view")
    def open_parts(self) -> None:
        """Show what the product is made of."""
        if self.form is not None and self.form.product.choice is not None:
            self.context.open("kit_parts", self.form.product.choice)

    def _begin(self, choices: PaperChoices) -> None:
        kind, apart = self.making.family.kind, self.making.apart
        self._open_form(KitForm(self, kind, choices, apart=apart))


class AssemblyPane(KitPane):
    """A product put together of its parts."""

    title = str(QT_TR_NOOP("组装单"))
    icon = "combine"
    needs = "assembly.view"
    watches = frozenset({"assembly", "move", "kit_part"})
    making = TOGETHER


class DisassemblyPane(KitPane):
    """A product taken apart into its parts."""

    title = str(QT_TR_NOOP("拆卸单"))
    icon = "split"
    needs = "disassembly.view"
    watches = frozenset({"disassembly", "move", "kit_part"})
    making = APART
