"""Texts in the user's language, with and without Qt.

Source strings are Chinese. Other languages come straight from `resources/i18n/<language>.ts`, the files that
Qt Linguist edits, so there is one catalogue and nothing generated. The window hands the same catalogue to Qt.
"""

from functools import cache
from xml.etree import ElementTree

from jxc_desktop.core.paths import resource

SOURCE_LANGUAGE = "zh"
_language: list[str] = [SOURCE_LANGUAGE]

Catalogue = dict[tuple[str, str], str]


def use_language(language: str) -> None:
    """Speak `language` ("zh" or "en") from now on in this process."""
    _language[0] = language


def language() -> str:
    """The language spoken now."""
    return _language[0]


@cache
def catalogue(language: str) -> Catalogue:
    """All finished translations into `language`, keyed by (context, Chinese source)."""
    path = resource("i18n", f"{language}.ts")
    if language == SOURCE_LANGUAGE or not path.exists():
        return {}
    found: Catalogue = {}
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314  our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            text = message.findtext("translation")
            if text:
                found[name, message.findtext("source") or ""] = text
    return found


def translate(context: str, text: str) -> str:
    """`text` in the user's language; the Chinese source where there is no translation."""
    spoken = language()
    if spoken == SOURCE_LANGUAGE:
        return text
    return catalogue(spoken).get((context, text), text)


def noop(_context: str, text: str) -> str:
    """`text` as it is, marked for translators: where it is shown, `translate` is given the same context."""
    return text
