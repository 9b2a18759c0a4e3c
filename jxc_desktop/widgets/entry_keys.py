"""Which key does what in an entry grid."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_Ctrl, _Shift, _Alt, _None = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)


class Step(Enum):
    """What a key asks of the grid."""

    ENTER = auto()
    ENTER_BACK = auto()
    TAB = auto()
    TAB_BACK = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    FIRST = auto()
    LAST = auto()
    EXTEND_UP = auto()
    EXTEND_DOWN = auto()
    EXTEND_LEFT = auto()
    EXTEND_RIGHT = auto()
    INSERT = auto()
    REMOVE = auto()
    COPY_ABOVE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    UNDO = auto()
    REDO = auto()
    COPY = auto()
    PASTE = auto()
    ESCAPE = auto()
    SEARCH = auto()
    PRICES = auto()
    FIX = auto()
    NEW = auto()


_STEPS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Step] = {
    (_Key.Key_Return, _None): Step.ENTER,
    (_Key.Key_Enter, _None): Step.ENTER,
    (_Key.Key_Return, _Shift): Step.ENTER_BACK,
    (_Key.Key_Enter, _Shift): Step.ENTER_BACK,
    (_Key.Key_Tab, _None): Step.TAB,
    (_Key.Key_Backtab, _Shift): Step.TAB_BACK,
    (_Key.Key_Backtab, _None): Step.TAB_BACK,
    (_Key.Key_Tab, _Shift): Step.TAB_BACK,
    (_Key.Key_Up, _None): Step.UP,
    (_Key.Key_Down, _None): Step.DOWN,
    (_Key.Key_Left, _None): Step.LEFT,
    (_Key.Key_Right, _None): Step.RIGHT,
    (_Key.Key_PageUp, _None): Step.PAGE_UP,
    (_Key.Key_PageDown, _None): Step.PAGE_DOWN,
    (_Key.Key_Home, _Ctrl): Step.FIRST,
    (_Key.Key_End, _Ctrl): Step.LAST,
    (_Key.Key_Up, _Shift): Step.EXTEND_UP,
    (_Key.Key_Down, _Shift): Step.EXTEND_DOWN,
    (_Key.Key_Left, _Shift): Step.EXTEND_LEFT,
    (_Key.Key_Right, _Shift): Step.EXTEND_RIGHT,
    (_Key.Key_Insert, _None): Step.INSERT,
    (_Key.Key_Delete, _Ctrl): Step.REMOVE,
    (_Key.Key_D, _Ctrl): Step.COPY_ABOVE,
    (_Key.Key_Up, _Alt): Step.MOVE_UP,
    (_Key.Key_Down, _Alt): Step.MOVE_DOWN,
    (_Key.Key_Z, _Ctrl): Step.UNDO,
    (_Key.Key_Y, _Ctrl): Step.REDO,
    (_Key.Key_Z, _Ctrl | _Shift): Step.REDO,
    (_Key.Key_C, _Ctrl): Step.COPY,
    (_Key.Key_V, _Ctrl): Step.PASTE,
    (_Key.Key_Escape, _None): Step.ESCAPE,
    (_Key.Key_F2, _None): Step.SEARCH,
    (_Key.Key_F3, _None): Step.PRICES,
    (_Key.Key_F4, _None): Step.FIX,
    (_Key.Key_N, _Ctrl): Step.NEW,
}


def step_for(event: QKeyEvent) -> Step | None:
    """What a key asks for, or None when it is to be typed."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get((_Key(event.key()), modifiers))
