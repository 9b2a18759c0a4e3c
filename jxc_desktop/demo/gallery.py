"""The gallery: the program's panes on a shop with a year behind it, in both themes, both languages, on two screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from PySide6.QtCore import QSize

from jxc_desktop.core.clock import Clock
from jxc_desktop.core.i18n import translate
from jxc_desktop.demo import scenes
from jxc_desktop.demo.day import SIZE, Day
from jxc_desktop.demo.scene import Scene
from jxc_desktop.shell.appearance import Appearance, appearance_of

NOON = "10:42"
"""What time it is in the pictures."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the pictures of one round look."""

    size: QSize
    theme: str
    language: str

    def name(self, scene: str) -> str:
        """The name of a picture, without its suffix."""
        size = f"{self.size.width()}x{self.size.height()}"
        return f"gallery/{size}-{self.theme}-{self.language}-{scene}"


SIZES = (SIZE, QSize(1440, 900))
THEMES = ("light", "dark")
LANGUAGES = ("zh", "en")


def begin_sample(shop: Path, moment: float) -> BaseProcess:
    """Write the sample shop in a process of its own, while the day is played."""
    process = get_context("spawn").Process(target=_write_sample, args=(shop, moment), daemon=True)
    process.start()
    return process


def open_sample(day: Day, shop: Path, writing: BaseProcess) -> None:
    """Let the owner of the sample shop in."""
    stage = day.stage
    stage.until(lambda: writing.exitcode is not None, translate("demo", "示例账套"))
    day.require(writing.exitcode == 0, translate("demo", "示例账套没有写成"))
    stage.at(NOON)
    stage.program.start(str(shop))
    stage.until(lambda: stage.program.office is not None, translate("demo", "示例账套打开"))
    stage.settle()
    scenes.furnish(day)


def take_pictures(day: Day, *, short: bool) -> None:
    """Every scene in every form; `short`: in one form.

    Another theme means a look at every widget, so each scene begins in the theme in which the one before has ended.
    """
    for language in LANGUAGES[:1] if short else LANGUAGES:
        forms = [Form(*form, language) for form in _forms(short=short)]
        for scene in scenes.scenes():
            _take(day, scene, forms)
            forms.reverse()


def _take(day: Day, scene: Scene, forms: Sequence[Form]) -> None:
    """One scene in some forms."""
    for place, form in enumerate(forms):
        _dress(day, form)
        if place == 0:
            day.stage.office.messages.seen()
            scene.begin(day)
        elif scene.again is not None:
            scene.again(day)
        day.stage.settle()
        day.camera.shoot(form.name(scene.name), scene.words, form.size)
    if scene.end is not None:
        scene.end(day)


def _forms(*, short: bool) -> list[tuple[QSize, str]]:
    """Sizes and themes, the same theme side by side, the first size at both ends."""
    if short:
        return [(SIZES[0], THEMES[0])]
    first, *others = [[(size, theme) for size in SIZES] for theme in THEMES]
    return [*first, *(form for other in others for form in reversed(other))]


def _dress(day: Day, form: Form) -> None:
    stage = day.stage
    wanted = Appearance(form.theme, language=form.language)
    if appearance_of(stage.settings) != wanted:
        stage.office.change_appearance(wanted)
    if stage.window.size() != form.size:
        stage.window.resize(form.size)
    stage.settle()


def _write_sample(shop: Path, moment: float) -> None:
    from datetime import UTC, datetime

    from jxc_desktop.core.db import Database
    from jxc_desktop.guide.sample import fill_sample, sample_start
    from jxc_desktop.guide.setup import ShopSetup, open_shop

    now = datetime.fromtimestamp(moment, UTC)
    clock = Clock(now=lambda: now)
    database = Database(shop, clock=clock)
    start = sample_start(clock.today())
    owner = open_shop(database, ShopSetup(taxpayer="general", start_month=f"{start:%Y-%m}"))
    fill_sample(database, owner)
    database.close()
