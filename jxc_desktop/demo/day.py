"""What the parts of the demonstration share: the stage, the camera, the diary, and what the hand has counted itself."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize

from jxc_desktop.core.i18n import language, translate
from jxc_desktop.demo.camera import Camera
from jxc_desktop.demo.diary import Diary
from jxc_desktop.demo.hand import Hand
from jxc_desktop.demo.stage import Stage
from jxc_desktop.demo.trouble import DemoFailed
from jxc_desktop.widgets.pane import Pane

SHOP = "shop"
"""Below the folder of the demonstration: its shops, their backups, what the window remembers."""
SIZE = QSize(1366, 768)
"""The window of the day: a shop's usual screen."""


WORDS = {
    "supplier": {"zh": "gys", "en": "suppliers"},
    "customer": {"zh": "kh", "en": "customers"},
    "product": {"zh": "sp", "en": "products"},
    "import": {"zh": "dr", "en": "import"},
    "trial_balance": {"zh": "kmyeb", "en": "trial balance"},
    "stock_movement_summary": {"zh": "jxchzb", "en": "stock movement"},
    "sales_summary": {"zh": "xshzb", "en": "sales summary"},
    "dashboard": {"zh": "jykb", "en": "dashboard"},
    "back_up": {"zh": ">ljbf", "en": ">back up now"},
    "pdf": {"zh": ">PDF", "en": ">PDF"},
}
"""What is typed into the find box."""


@dataclass(slots=True)
class Till:
    """What the cashier reckons beside the program, in fen: the drawer, and the sales by way to pay."""

    float_amount: int = 0
    paid: dict[str, int] = field(default_factory=dict)
    returned: int = 0
    tickets: list[str] = field(default_factory=list)

    @property
    def drawer(self) -> int:
        """What must lie in the drawer: the float, cash taken, less cash given back."""
        return self.float_amount + self.paid.get("cash", 0) - self.returned

    @property
    def sold(self) -> int:
        """What all tickets come to, returns not taken off."""
        return sum(self.paid.values())


@dataclass(slots=True)
class Day:
    """The day while it is played; files go to `folder`, amounts are fen."""

    stage: Stage
    camera: Camera
    diary: Diary
    folder: Path
    till: Till = field(default_factory=Till)
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def hand(self) -> Hand:
        """Whoever types."""
        return self.stage.hand

    @property
    def pane(self) -> Any:
        """The pane in front."""
        pane = self.stage.window.desk.tabs.current_pane()
        if not isinstance(pane, Pane):
            raise DemoFailed(translate("demo", "窗口里什么也没有打开"))
        return pane

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """One step of the day: timed, and written into the diary also when it fails."""
        begun, pictures = time.monotonic(), len(self.camera.pictures)
        problem = ""
        try:
            yield
        except Exception as error:
            problem = str(error) or repr(error)
            raise
        finally:
            seconds = time.monotonic() - begun
            self.diary.note(title, seconds, self.camera.pictures[pictures:], problem)

    def shoot(self, name: str, words: str) -> None:
        """A picture of how it looks now, numbered in the order of the day."""
        self.stage.settle()
        number = len(self.camera.pictures) + 1
        self.camera.shoot(f"day-{number:02}-{name}", words, SIZE)

    def find(self, wanted: str) -> None:
        """Ctrl+K, pinyin initials or the English word for one of `WORDS`, Return on the first that is found."""
        typed = WORDS[wanted][language()]
        box = self.stage.window.find_box
        self.hand.press("Ctrl+K")
        self.stage.settle()
        self.hand.type(typed)
        self.stage.settle()
        if box.list.chosen() is None:
            raise DemoFailed(translate("demo", "Ctrl+K 找不到“{typed}”").format(typed=typed))
        self.hand.press("Return")
        self.stage.settle()

    def close_docks(self, *names: str) -> None:
        """What is at the centre has the room, as a person makes it with the × of a dock."""
        docks, pane = self.stage.window.desk.docks, self.pane
        for name in names:
            if docks.is_open(name):
                docks.close_dock(name)
        pane.setFocus()
        self.stage.settle()

    def require(self, holds: object, sentence: str) -> None:
        """Stop with a sentence unless something holds."""
        if not holds:
            raise DemoFailed(sentence)

    def require_equal(self, what: str, found: object, wanted: object) -> None:
        """Stop unless the program came to the figure that was reckoned beside it."""
        told = translate("demo", "{what}是 {found}，应当是 {wanted}")
        self.diary.compared += 1
        self.require(found == wanted, told.format(what=what, found=found, wanted=wanted))
