"""Whose ticket it is (F3, +138…, a scanned card): found, chosen, called onto the ticket."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from jxc_desktop.core.i18n import translate
from jxc_desktop.members.queries import MemberHit
from jxc_desktop.pos.guest import Guest, look_for_guest
from jxc_desktop.pos.ui.find_sheet import FindSheet
from jxc_desktop.pos.ui.till_desk import TillDesk
from jxc_desktop.widgets.columns import Column, Kind
from jxc_desktop.widgets.pane import Pane


@dataclass(frozen=True, slots=True)
class _Choice:
    """A member found."""

    hit: MemberHit


class MemberSheet(FindSheet):
    """Members by card, phone or name; F3 once more takes the one on the ticket off."""

    dropped = Signal()

    def name(self) -> str:
        return self.tr("会员")

    def question(self) -> str:
        return self.tr("卡号、手机、手机后四位、姓名或拼音")

    def columns(self) -> tuple[Column[Any], ...]:
        return (
            Column[_Choice](
                "code", translate("pos", "卡号"), lambda row: row.hit.code, Kind.CODE, width=140,
                sortable=False,
            ),
            Column[_Choice](
                "name", translate("pos", "姓名"), lambda row: row.hit.name, stretch=True,
                sortable=False,
            ),
            Column[_Choice](
                "phone", translate("pos", "手机"), lambda row: row.hit.phone, Kind.CODE, width=160,
                sortable=False,
            ),
        )  # fmt: skip

    def hints(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑↓", self.tr("选择")),
            ("Enter", self.tr("叫到小票上")),
            ("F3", self.tr("不算会员")),
        )

    def take_key(self, key: int) -> bool:
        """F3 once more takes the member off; else as when goods are looked for."""
        if key == Qt.Key.Key_F3:
            self.dismiss()
            self.dropped.emit()
            return True
        return super().take_key(key)


class MemberFlow(QObject):
    """Who was found alone is called at once; of several one is chosen."""

    def __init__(self, pane: Pane, desk: TillDesk) -> None:
        super().__init__(pane)
        self._pane, self._desk = pane, desk
        self.sheet = MemberSheet(pane, self._ask)
        self.sheet.taken.connect(lambda hit: desk.call_guest(hit.id))
        self.sheet.dropped.connect(lambda: desk.call_guest(None))
        desk.member_wanted.connect(self.find)
        desk.guest_came.connect(self._tell)

    def find(self, text: str) -> None:
        """Call whom `text` means; ask when it is nobody yet or several."""
        said = text.strip().lstrip("+＋").strip()
        if not said:
            self.sheet.begin(self.tr("会员"))
            return
        self._pane.run_read(look_for_guest, said, then=partial(self._found, said), slot="member")

    def _ask(self, text: str, then: Callable[[Sequence[Any]], None]) -> None:
        def answered(found: tuple[MemberHit, ...]) -> None:
            then([_Choice(hit) for hit in found])

        self._pane.run_read(look_for_guest, text, then=answered, slot="find")

    def _found(self, said: str, found: tuple[MemberHit, ...]) -> None:
        if len(found) == 1:
            self._desk.call_guest(found[0].id)
        elif found:
            self.sheet.begin(self.tr("选会员"), said)
        else:
            QApplication.beep()
            sentence = self.tr("没有找到会员 {text}。核对号码，或到会员里新建")
            self._pane.context.messages.notice(sentence.format(text=said))

    def _tell(self, guest: Guest | None) -> None:
        messages = self._pane.context.messages
        if guest is None:
            messages.info(self.tr("这张小票不算会员了"))
        else:
            sentence = self.tr("会员 {name}，{level}")
            messages.success(sentence.format(name=guest.name, level=guest.level))
