"""The way in: which shop, then who. The first picture is painted before the database layer is loaded."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.errors import UserError
from jxc_desktop.core.secrets import Secret
from jxc_desktop.shell.errand import Errands
from jxc_desktop.shell.first_paint import after_first_paint
from jxc_desktop.shell.open_shop_dialog import OpenShopDialog
from jxc_desktop.shell.opened_shop import (
    OpenedShop,
    log_in_to,
    open_for_window,
    people_of,
    recover,
)
from jxc_desktop.shell.opening_card import OpeningCard
from jxc_desktop.shell.recent_shops import RecentShop, RecentShops
from jxc_desktop.shop.ui.login_dialog import LoginDialog


class Entrance(QObject):
    """Leads to `entered(OpenedShop, Actor)` or to `given_up`."""

    entered = Signal(object, object)
    given_up = Signal()
    second = Signal(str)
    """This shop is open in another window of this person."""

    def __init__(
        self,
        recent: RecentShops,
        clock: Clock,
        parent: QObject | None = None,
        warm_up: Callable[[], None] = lambda: None,
    ) -> None:
        """`warm_up` loads what the window needs, while a password is being typed."""
        super().__init__(parent)
        self._warm_up = warm_up
        self.errands = Errands(self)
        self.shop: OpenedShop | None = None
        self.dialog: QDialog | None = None
        self._recent = recent
        self._clock = clock
        self._target = ""

    # --- which shop ---

    def choose(self, problem: str = "") -> OpenShopDialog:
        """Ask which shop; `problem` says why the last one could not be opened."""
        dialog = OpenShopDialog(self._recent.all(), self.errands, self._clock)
        dialog.chosen.connect(self.open)
        dialog.forgotten.connect(self._recent.forget)
        dialog.rejected.connect(self._on_left)
        dialog.say(problem)
        self._show(dialog)
        return dialog

    def open(self, target: str) -> None:
        """Open the shop at `target`: paint who may come in, load and open behind that."""
        self._target = target
        known = self._recent.find(target)
        if known is not None and known.people:
            dialog = self._login_dialog(known.name)
            dialog.offer(known.people, last=known.last)
        else:
            self._show(OpeningCard(known.name if known else target))
        if self.dialog is not None:
            after_first_paint(self.dialog, self._load)

    def _load(self) -> None:
        opening = partial(open_for_window, self._target, self._clock)
        self.errands.run(opening, self._on_opened, self._on_closed)

    def _on_opened(self, shop: OpenedShop) -> None:
        self.shop = shop
        known = self._recent.find(shop.target)
        last = known.last if known else ""
        self._recent.keep(RecentShop(shop.target, shop.name, shop.people, last))
        if shop.owner is not None:
            self._enter(shop.owner)
            return
        self.errands.run(self._warm_up, lambda _nothing: None, self._on_cold)
        if isinstance(self.dialog, LoginDialog):
            self.dialog.offer(shop.people, last=last)
            self._answer_early()
        else:
            self.ask_who(last)

    def _on_cold(self, error: BaseException) -> None:
        """What cannot be loaded now is a bug; it comes out again when it is needed."""
        raise error

    def _on_closed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.second.emit(self._target)
        self.choose(error.message)

    # --- who ---

    def ask_who(self, last: str = "") -> LoginDialog:
        """Ask for name and password of the open shop."""
        shop = self._open_shop()
        dialog = self._login_dialog(shop.name)
        dialog.offer(shop.people, last=last)
        self.errands.run(partial(people_of, shop), partial(self._on_people, last), self._on_cold)
        return dialog

    def _on_people(self, last: str, people: tuple[tuple[str, str], ...]) -> None:
        """Somebody may have been added, or got a first password, since the shop was opened."""
        if isinstance(self.dialog, LoginDialog):
            self.dialog.offer(people, last=last)

    def _login_dialog(self, name: str) -> LoginDialog:
        dialog = LoginDialog(name)
        dialog.submitted.connect(self._on_submitted)
        dialog.recovering.connect(self._on_recovering)
        dialog.rejected.connect(self._on_left)
        self._show(dialog)
        self._early: tuple[str, Secret] | None = None
        return dialog

    def _on_submitted(self, name: str, password: Secret) -> None:
        if self.shop is None:
            self._early = (name, password)
            return
        self.errands.run(
            partial(log_in_to, self.shop, name, password), self._enter, self._on_refused
        )

    def _answer_early(self) -> None:
        """Somebody typed faster than the shop opened."""
        early, self._early = self._early, None
        if early is not None:
            self._on_submitted(*early)

    def _on_recovering(self, code: Secret, password: Secret) -> None:
        if self.shop is None:
            self._refuse(self.tr("账套还在打开，过一会儿再试"))
            return
        self.errands.run(partial(recover, self.shop, code, password), self._enter, self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._refuse(error.message)

    def _refuse(self, sentence: str) -> None:
        if isinstance(self.dialog, LoginDialog):
            self.dialog.refuse(sentence)

    def _enter(self, actor: object) -> None:
        shop = self._open_shop()
        name = str(getattr(actor, "name", ""))
        self._recent.keep(RecentShop(shop.target, shop.name, shop.people, name))
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.entered.emit(shop, actor)
        finally:
            QApplication.restoreOverrideCursor()
        self.leave()

    # --- the dialog in front ---

    def leave(self) -> None:
        """Put away whatever dialog is in front, without giving up."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.hide()
            dialog.deleteLater()

    def _show(self, dialog: QDialog) -> None:
        before, self.dialog = self.dialog, dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _on_left(self) -> None:
        """Esc or ×: whoever opened the dialog decides what that means."""
        if self.dialog is not None and self.sender() is self.dialog:
            self.dialog = None
            self.given_up.emit()

    def _open_shop(self) -> OpenedShop:
        if self.shop is None:
            raise RuntimeError("no shop is open")
        return self.shop
