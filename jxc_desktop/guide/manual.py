"""The manual: Markdown pages in Chinese and English, in the order of `resources/manual/contents.toml`.

That file says too which page F1 opens for which pane. In a page, `[…](other.md)` leads to another page; a link
with one of the schemes of `WAYS` takes the reader to the place that is spoken of.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from jxc_desktop.core.i18n import SOURCE_LANGUAGE, language
from jxc_desktop.core.paths import resource

MANUAL = "manual"
"""The pane that shows the manual; its subject is a page's name."""
WAYS = ("pane", "report", "setting", "do")
"""What a 「带我去」 link may name: a pane, a report, a setting, a function of the window."""
_FOLDERS = {SOURCE_LANGUAGE: "zh_CN"}
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_BETWEEN = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[*`|]|\]\([^)]*\)|\[|^#+ ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `text` is Markdown, `title` its first heading, `panes` those for which F1 opens it.

    `inside` is all its letters and digits, small and without blanks, as words that are looked for are made plain.
    """

    name: str
    group: str
    text: str
    panes: tuple[str, ...]
    headings: tuple[str, ...]
    inside: str

    @property
    def title(self) -> str:
        """What the page is called in the contents."""
        return self.headings[0]


def pages() -> tuple[Page, ...]:
    """Every page in the user's language, in the order of the contents."""
    return _pages(language())


def page_named(name: str) -> Page:
    """One page; the first one for a name that there is not."""
    return next((page for page in pages() if page.name == name), pages()[0])


def page_of_pane(pane: str) -> Page:
    """The page that F1 opens for a pane; the first page where none is named."""
    return next((page for page in pages() if pane in page.panes), pages()[0])


@cache
def manual_contents() -> dict[str, Any]:
    """The order of the pages as it is written down."""
    return tomllib.loads(resource("manual", "contents.toml").read_text("utf-8"))


@cache
def _pages(spoken: str) -> tuple[Page, ...]:
    return tuple(
        _page(spoken, group[spoken], page["name"], tuple(page.get("panes", ())))
        for group in manual_contents()["group"]
        for page in group["page"]
    )


def _page(spoken: str, group: str, name: str, panes: tuple[str, ...]) -> Page:
    folder = _FOLDERS.get(spoken, spoken)
    text = resource("manual", folder, f"{name}.md").read_text("utf-8")
    inside = _BETWEEN.sub("", _MARKS.sub(" ", text.casefold()))
    return Page(name, group, text, panes, tuple(_HEADING.findall(text)), inside)
