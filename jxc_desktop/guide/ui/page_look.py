"""A page of the manual in the type and colours of a theme: Markdown knows headings, tables and links only."""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from jxc_desktop.guide.manual import WAYS
from jxc_desktop.widgets.look import FAMILY
from jxc_desktop.widgets.tokens import Size, Space, Tokens

_SIZES = {1: Size.TITLE, 2: Size.CARD_TITLE, 3: Size.SECONDARY_TOTAL}
_ABOVE = {1: 0, 2: Space.SECTION, 3: Space.PANE}
_LINE_HEIGHT = 140
"""Per cent of the type's own height."""
_WAY = re.compile(rf"\[([^\]]+)\]\(((?:{'|'.join(WAYS)}):[^)]+)\)")
_BLANK = "\N{NO-BREAK SPACE}"


def dressed(markdown: str, theme: Tokens, larger: int = 0) -> QTextDocument:
    """A document that shows `markdown` in the colours of `theme`, its type `larger` px than usual."""
    document = QTextDocument()
    document.setDefaultFont(_font(Size.BODY + larger))
    document.setMarkdown(_WAY.sub(_as_button, markdown))
    for block in _blocks(document):
        _set_block(block, theme, larger)
    for frame in document.rootFrame().childFrames():
        _set_table(frame, theme)
    return document


def _as_button(way: re.Match[str]) -> str:
    """A 「带我去」 link with air around its words, which stay on one line."""
    words = way[1].replace(" ", _BLANK)
    return f"[{_BLANK}{words}{_BLANK}]({way[2]})"


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_block(block: QTextBlock, theme: Tokens, larger: int) -> None:
    level = block.blockFormat().headingLevel()
    in_table = QTextCursor(block).currentTable() is not None
    change = QTextBlockFormat()
    change.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    change.setTopMargin(_ABOVE.get(level, 0 if in_table else Space.LABEL))
    change.setBottomMargin(0 if in_table else Space.LABEL)
    command = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    if command:
        change.setBackground(QColor(theme.mute_bg))
    QTextCursor(block).mergeBlockFormat(change)
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    ink = QTextCharFormat()
    ink.setForeground(QColor(theme.text))
    if level:
        ink.setFont(_font(_SIZES.get(level, Size.BODY) + larger, bold=True))
        cursor.setCharFormat(ink)  # in place of Markdown's own sizes
        return
    cursor.mergeCharFormat(ink)
    if command:
        ink.setFont(_font(Size.HINT + larger))
        cursor.mergeCharFormat(ink)
        return
    for fragment in list(_fragments(block)):
        _set_fragment(block, fragment, theme, larger)


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _set_fragment(block: QTextBlock, fragment: QTextFragment, theme: Tokens, larger: int) -> None:
    """Links are coloured, 「带我去」 looks like a button, keys and commands like key caps."""
    now, change = fragment.charFormat(), QTextCharFormat()
    if now.isAnchor():
        way = now.anchorHref().split(":")[0] in WAYS
        change.setForeground(QColor(theme.info if way else theme.accent))
        change.setFontUnderline(not way or theme.info_bg == theme.surface)
        if way:
            change.setBackground(QColor(theme.info_bg))
    elif now.fontFixedPitch():
        change.setFont(_font(Size.HINT + larger))
        change.setFontFixedPitch(False)
        change.setForeground(QColor(theme.text))
        change.setBackground(QColor(theme.mute_bg))
    else:
        return
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(change)


def _set_table(frame: QTextFrame, theme: Tokens) -> None:
    if not isinstance(frame, QTextTable):
        return
    look = frame.format()
    look.setBorder(theme.edge)
    look.setBorderBrush(QBrush(QColor(theme.border)))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderCollapse(True)
    look.setCellPadding(Space.LABEL)
    look.setCellSpacing(0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setTopMargin(Space.ROW)
    look.setBottomMargin(Space.ROW)
    frame.setFormat(look)


def _font(size: int, *, bold: bool = False) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setBold(bold)
    return made
