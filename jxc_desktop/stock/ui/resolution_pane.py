"""损溢处理单: who bears a loss that was left open, on screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar

from PySide6.QtCore import QT_TR_NOOP
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.pinyin import initials
from jxc_desktop.ledger.papers import Reversal
from jxc_desktop.ledger.typed_fields import TypedFields
from jxc_desktop.ledger.ui.fields_pane import FieldsPane
from jxc_desktop.ledger.ui.lines_form import LinesForm
from jxc_desktop.ledger.ui.reversible_pane import ReversiblePane
from jxc_desktop.printing.form import CONTINUOUS_93, Form
from jxc_desktop.shop.keys import Key, Posted
from jxc_desktop.stock import resolutions
from jxc_desktop.stock.note import printed_resolution
from jxc_desktop.stock.queries import (
    OpenLoss,
    PartView,
    ResolutionView,
    loss_resolution_view,
)
from jxc_desktop.stock.resolutions import RESOLUTION, ResolutionDraft
from jxc_desktop.stock.typed_loss import (
    Bearer,
    ResolutionChoices,
    resolution_choices,
    resolution_draft,
)
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.entry_columns import Answer, EntryColumn
from jxc_desktop.widgets.entry_grid import EntryGrid
from jxc_desktop.widgets.entry_model import number_column
from jxc_desktop.widgets.expressions import parse_money
from jxc_desktop.widgets.formats import money_text
from jxc_desktop.widgets.grid import Grid
from jxc_desktop.widgets.pane import Context, Pane
from jxc_desktop.widgets.popup import Suggestions
from jxc_desktop.widgets.rows_model import RowsModel

BEARER, EMPLOYEE, AMOUNT = "account", "employee", "amount"


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A part as it stands in the grid; fen or None."""

    account: str = ""
    money_account_id: int | None = None
    name: str = ""
    employee: str = ""
    amount: int | None = None

    def kept(self) -> dict[str, Any]:
        """What a draft keeps of it."""
        return asdict(self)


class ResolutionForm(LinesForm):
    """What waits, and line by line who bears how much of it; the reason's account bears the rest."""

    aliases: ClassVar = {"from": "original"}

    def __init__(self, pane: Pane, choices: ResolutionChoices) -> None:
        self._bearers = choices.bearers
        self._waiting: dict[str, OpenLoss] = {}
        self.original = QComboBox()
        self.posted: RowsModel[PartView] = RowsModel(_shown_columns(), pane)
        settings = pane.context.settings
        grid = EntryGrid(self._columns(), TypedPart, name="resolution_parts", settings=settings)
        shown = Grid(self.posted, name="resolution_posted", settings=settings)
        super().__init__(pane, grid, shown)
        grid.setAccessibleName(self.tr("承担的人和科目"))
        self.add_row("original", self.tr("待处理的单"), self.original)
        self.add_row("day", self.tr("业务日期"), self.day)
        self.lay_out(self.stack, self.tr("待处理金额"), columns=2)
        self.take_waiting(choices.waiting)
        self.original.currentIndexChanged.connect(self.on_edited)

    # --- what the form says ---

    def first_field(self) -> QWidget:
        return self.original

    def called(self) -> str:
        return str(self.original.currentData() or "")

    def take_waiting(self, waiting: Sequence[OpenLoss]) -> None:
        """Offer what waits now; what was chosen stays."""
        chosen = self.called()
        self._waiting = {each.number: each for each in waiting}
        filling, self._filling = self._filling, True
        self.original.clear()
        for each in waiting:
            self.original.addItem(_called(each), each.number)
        self._choose(chosen or (waiting[0].number if waiting else ""))
        self._filling = filling

    def fields(self) -> dict[str, Any]:
        parts = self.kept_lines()
        return {"original": self.called(), "parts": parts} if parts else {}

    def show_fields(self, fields: Mapping[str, Any]) -> None:
        if fields.get("original"):
            self._choose(fields["original"])
        self.start_lines([TypedPart(**part) for part in fields.get("parts", ())])

    def show_view(self, view: ResolutionView) -> None:
        self._choose(view.original)
        self.posted.set_rows(view.lines)
        self.sums.set_line(self.tr("其余金额"), money_text(view.rest))
        self.big.set_amount(view.total)

    def lock(self, *, locked: bool) -> None:
        super().lock(locked=locked)
        self.original.setEnabled(not locked)

    def counted(self) -> Sequence[tuple[int, TypedPart]]:
        lines = enumerate(self.grid.lines())
        return [(row, line) for row, line in lines if line.account or line.amount]

    def no_lines(self) -> str:
        return ""

    def why_not(self, line: TypedPart) -> tuple[str, str]:
        if not line.account:
            return self.tr("没有写谁承担"), BEARER
        if not line.amount:
            return self.tr("没有金额"), AMOUNT
        return super().why_not(line)

    def own_obstacle(self) -> str:
        if not self.called():
            self.original.setFocus()
            return self.tr("没有要处理的单。报损、报溢时勾上“先挂待处理”，才到这里处理")
        if not self.grid.commit():
            return self.tr("有一格还没填好。先改好")
        return super().own_obstacle() if self.counted() else ""

    def total(self) -> int:
        found = self._waiting.get(self.called())
        return found.total if found else 0

    def recount(self) -> None:
        found = self._waiting.get(self.called())
        rest = self.total() - sum(line.amount or 0 for _row, line in self.counted())
        self.sums.set_line(self.tr("其余金额"), money_text(rest))
        self.say(_goes_to(found.account, found.account_name) if found else "")
        self.big.set_amount(self.total())

    def read_again(self) -> None:
        self.pane.run_read(resolution_choices, then=self._renew, slot="renewed")

    # --- inside ---

    def _renew(self, choices: ResolutionChoices) -> None:
        if self.typing:
            self.take_waiting(choices.waiting)
            self.recount()

    def _choose(self, number: str) -> None:
        if number and self.original.findData(number) < 0:
            self.original.addItem(number, number)
        self.original.setCurrentIndex(self.original.findData(number))

    def _suggest(self, text: str, _line: TypedPart, then: Answer) -> None:
        """Accounts are few: they are looked through here."""
        words = text.strip().casefold()
        then([each for each in self._bearers if _bears(each, words)])

    def _columns(self) -> tuple[EntryColumn[TypedPart], ...]:
        return (
            number_column(),
            EntryColumn[TypedPart](
                BEARER,
                translate("stock", "谁承担（账户或科目）"),
                lambda line: line.name,
                sub=lambda line: line.account,
                width=220,
                stretch=True,
                sortable=False,
                suggestions=_suggestions(),
                suggest=self._suggest,
                take=_taken,
                wants=lambda line: not line.account,
                latin=False,
            ),
            EntryColumn[TypedPart](
                EMPLOYEE,
                translate("stock", "责任人"),
                width=140,
                sortable=False,
                edit=lambda line, text: replace(line, employee=" ".join(text.split())),
                latin=False,
            ),
            EntryColumn[TypedPart](
                AMOUNT,
                translate("stock", "金额"),
                kind=Kind.MONEY,
                text=lambda fen: "" if fen is None else money_text(fen),
                width=110,
                sortable=False,
                edit=_with_amount,
                wants=lambda line: bool(line.account) and not line.amount,
            ),
        )


class ResolutionKind:
    """What a resolution says about itself to its pane."""

    kind = RESOLUTION.kind

    def draft(self, typed: TypedFields) -> ResolutionDraft:
        """The document for the service."""
        return resolution_draft(typed)

    def post(self, session: Session, draft: ResolutionDraft, *, key: Key) -> Posted:
        """Post it."""
        return resolutions.post_loss_resolution(session, draft, key=key)

    def reverse(self, session: Session, wanted: Reversal, *, key: Key) -> Posted:
        """Take it back."""
        return resolutions.reverse_loss_resolution(session, wanted, key=key)

    def view(self, session: Session, number: str) -> ResolutionView:
        """The resolution with this number."""
        return loss_resolution_view(session, number)

    def note(self, session: Session, number: str) -> Form:
        """The paper, noting that it is printed."""
        return printed_resolution(session, number)


class ResolutionPane(ReversiblePane, FieldsPane):
    """Types, posts and shows what becomes of losses and gains."""

    title = str(QT_TR_NOOP("损溢处理单"))
    icon = "handshake"
    needs = "loss_resolution.view"
    watches = frozenset({"loss_resolution", "stock_loss", "stock_gain"})
    not_copied: ClassVar = frozenset({"original"})
    form: ResolutionForm | None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        kind = ResolutionKind()
        super().__init__(context, kind, self.heading(), parent, usual=CONTINUOUS_93)
        self.take_back_by(kind)
        self.run_read(resolution_choices, then=self._begin, slot="choices")

    def follow(self, number: str) -> None:
        """Begin the resolution of one loss or gain."""
        fields = {"original": number, "parts": []}
        self.begin_typed(TypedFields(self.context.clock.today(), fields=fields))

    def history(self, view: ResolutionView) -> str:
        told = _goes_to(view.account, view.account_name) if view.rest else ""
        return "  ".join(filter(None, (super().history(view), told)))

    def foreseen(self) -> Callable[[Session, Any], Any]:
        return resolutions.foresee_resolution

    def further(self) -> Sequence[str]:
        more = super().further()
        return more if self.view is None else ("begin_new", *more)

    def _begin(self, choices: ResolutionChoices) -> None:
        self._open_form(ResolutionForm(self, choices))


def _goes_to(account: str, name: str) -> str:
    return translate("stock", "没有写谁承担的，转到 {account} {name}").format(
        account=account, name=name
    )


def _called(each: OpenLoss) -> str:
    return f"{each.number}  {each.cause}  {money_text(each.total)}"


def _bears(each: Bearer, words: str) -> bool:
    return any(words in told.casefold() for told in (each.code, each.name, initials(each.name)))


def _taken(line: TypedPart, bearer: Bearer) -> TypedPart:
    money = bearer.money_account_id
    return replace(line, account=bearer.code, money_account_id=money, name=bearer.name)


def _with_amount(line: TypedPart, text: str) -> TypedPart:
    amount = parse_money(text) if text.strip() else 0
    if amount < 0:
        raise InvalidInput(translate("stock", "金额不能小于 0"))
    return replace(line, amount=amount or None)


def _suggestions() -> Suggestions[Bearer]:
    columns = (
        Column[Bearer]("code", translate("stock", "编号"), kind=Kind.CODE, width=80),
        Column[Bearer]("name", translate("stock", "名称"), width=200, stretch=True),
    )
    return Suggestions(columns, width=320)


def _shown_columns() -> tuple[Column[PartView], ...]:
    """The parts of a posted resolution."""
    return (
        Column[PartView]("line_no", "#", width=34, right=True, muted=True, sortable=False),
        Column[PartView](
            "account",
            translate("stock", "谁承担"),
            lambda line: f"{line.account} {line.name}",
            width=220,
            stretch=True,
            sortable=False,
        ),
        Column[PartView]("employee", translate("stock", "责任人"), width=140, sortable=False),
        Column[PartView](
            "amount", translate("stock", "金额"), kind=Kind.MONEY, width=110, sortable=False
        ),
    )
