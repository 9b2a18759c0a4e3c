"""The 48 px under the menu: the shop, the workspaces, the find box, the lamps, the bell and who is at work."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from jxc_desktop.shell.bell import Bell
from jxc_desktop.shell.find_field import FindField
from jxc_desktop.shell.lamp import Lamp, Light
from jxc_desktop.shell.workspace import Workspace
from jxc_desktop.widgets.buttons import Segments
from jxc_desktop.widgets.cell_delegate import metrics_of
from jxc_desktop.widgets.icons import paint_icon
from jxc_desktop.widgets.look import colour, font, scaled
from jxc_desktop.widgets.tokens import FOCUS_WIDTH, Radius, Size, Space

HEIGHT = 48
_BADGE = 28
_TEXT_MOST = 180
"""Px that a long shop or user name may take, and the line under it."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A picture and two lines: the shop, or the person at work."""

    title: str
    line: str
    icon: str = ""


class TopBar(QWidget):
    """Shows what it is given; it knows neither shop nor rights."""

    workspace_chosen = Signal(str)

    def __init__(
        self, shop: Badge, user: Badge, workspaces: Sequence[Workspace], menu: QMenu
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "surface")
        self.setObjectName("top-bar")
        self.shop = BadgeButton(shop, accent=True)
        self.workspaces = Segments([(w.name, w.title) for w in workspaces] or [("", "")])
        self.workspaces.setVisible(len(workspaces) > 1)
        self.workspaces.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = FindField()
        waiting = Light(self.tr("还没核对账实"), "warn")
        self.consistency = Lamp("shield-check", waiting)
        self.backup = Lamp("hard-drive-download", Light(self.tr("还没有备份"), "warn"))
        self.bell = Bell()
        self.user = BadgeButton(user)
        self.user.setMenu(menu)
        self.user.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.workspaces.chosen.connect(self.workspace_chosen)
        self._lay_out()

    def set_cramped(self, *, cramped: bool) -> None:
        """On a low screen the second lines give way."""
        for badge in (self.shop, self.user):
            badge.set_two_lines(two=not cramped)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.BLOCK, 0, Space.BLOCK, 0)
        row.setSpacing(Space.ROW)
        row.addWidget(self.shop)
        row.addSpacing(Space.BLOCK)
        row.addWidget(self.workspaces)
        row.addSpacing(Space.ROW)
        row.addWidget(self.field, 1)
        row.addSpacing(Space.ROW)
        for widget in (self.consistency, self.backup, self.bell, self.user):
            row.addWidget(widget)
        self.setFixedHeight(scaled(HEIGHT))


class BadgeButton(QToolButton):
    """A square with an icon or a circle with a first character, a name, and a line under it."""

    def __init__(self, badge: Badge, *, accent: bool = False) -> None:
        super().__init__()
        self._badge = badge
        self._accent = accent
        self._two_lines = True
        self.setProperty("look", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_badge(badge)

    def show_badge(self, badge: Badge) -> None:
        """Show somebody or something else."""
        self._badge = badge
        self.setAccessibleName(f"{badge.title} {badge.line}".strip())
        self.setToolTip(f"{badge.title}\n{badge.line}".strip())
        self.updateGeometry()
        self.update()

    def set_two_lines(self, *, two: bool) -> None:
        """Whether the second line is there."""
        self._two_lines = two
        self.updateGeometry()
        self.update()

    def cut_words(self) -> list[str]:
        """Of its lines those that are longer than a badge may be."""
        return [words for words, type_ in self._lines() if _width(words, type_) > _TEXT_MOST]

    def sizeHint(self) -> QSize:
        widest = max(_width(words, type_) for words, type_ in self._lines())
        return QSize(_BADGE + Space.ROW + min(widest, _TEXT_MOST) + 2 * Space.LABEL, scaled(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("mute_bg"))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.FIELD, Radius.FIELD)
        self._paint_picture(painter)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inside, Radius.FIELD, FOCUS_WIDTH)

    def _paint_picture(self, painter: QPainter) -> None:
        place = QRect(Space.LABEL, (self.height() - _BADGE) // 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if self._accent else "info_bg"))
        round_by = Radius.FIELD if self._accent else _BADGE // 2
        painter.drawRoundedRect(place, round_by, round_by)
        tint = "on_accent" if self._accent else "info"
        if self._badge.icon:
            paint_icon(painter, self._badge.icon, place.adjusted(6, 6, -6, -6), tint)
            return
        painter.setPen(colour(tint))
        painter.setFont(font(Size.BODY, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._badge.title[:1].upper())

    def _lines(self) -> list[tuple[str, QFont]]:
        """The words of the badge from top to bottom, each with its type."""
        lines = [(self._badge.title, font(Size.BODY, bold=True))]
        if self._two_lines and self._badge.line:
            lines.append((self._badge.line, font(Size.CAPTION)))
        return lines

    def _paint_words(self, painter: QPainter) -> None:
        left = Space.LABEL + _BADGE + Space.ROW
        room, lines = self.rect().adjusted(left, 0, 0, 0), self._lines()
        upper = room.adjusted(0, 3, 0, -room.height() // 2 + 2) if len(lines) > 1 else room
        places = (upper, room.adjusted(0, room.height() // 2, 0, -3))
        for (words, type_), place, ink in zip(lines, places, ("text", "text2"), strict=False):
            painter.setFont(type_)
            painter.setPen(colour(ink))
            shown = metrics_of(type_).elidedText(words, Qt.TextElideMode.ElideRight, _TEXT_MOST)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _width(words: str, type_: QFont) -> int:
    return metrics_of(type_).horizontalAdvance(words)
