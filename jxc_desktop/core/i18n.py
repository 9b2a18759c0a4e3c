"""Texts in the user's language, with and without Qt.

Source strings are Chinese. Other languages come from `resources/i18n/<language>.json`, which `python dev.py strings`
makes of the files that Qt Linguist edits. The window hands the same catalogue to Qt.
"""

import json
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import cache, wraps
from typing import ParamSpec, TypeVar

from jxc_desktop.core.paths import resource

SOURCE_LANGUAGE = "zh"
_language: list[str] = [SOURCE_LANGUAGE]
_lent: ContextVar[str] = ContextVar("lent_language", default="")
"""The language of the paper that is being written on, as long as it is."""

P = ParamSpec("P")
T = TypeVar("T")
Catalogue = dict[tuple[str, str], str]
Wordings = dict[str, dict[str, list[str]]]


def use_language(language: str) -> None:
    """Speak `language` ("zh" or "en") from now on in this process."""
    _language[0] = language


def language() -> str:
    """The language spoken now."""
    return _lent.get() or _language[0]


@cache
def catalogue(language: str) -> Catalogue:
    """All finished translations into `language`, keyed by (context, Chinese source); of counted ones the plural."""
    return {
        (context, source): forms[-1]
        for context, said in wordings(language).items()
        for source, forms in said.items()
    }


@cache
def wordings(language: str) -> Wordings:
    """The finished translations by context and Chinese source: one, or singular and plural of what is counted."""
    path = resource("i18n", f"{language}.json")
    if language == SOURCE_LANGUAGE or not path.exists():
        return {}
    found: Wordings = json.loads(path.read_text("utf-8"))
    return found


def translate(context: str, text: str, _comment: str = "", n: int | None = None) -> str:
    """`text` in the user's language; the Chinese source where there is no translation.

    With `n` things counted it is the form for so many, and `%n` in it is the number; `_comment` stands before it
    because Qt's tools want it there.
    """
    spoken = language()
    said = text
    if spoken != SOURCE_LANGUAGE:
        forms = wordings(spoken).get(context, {}).get(text) or [text]
        said = forms[0] if n == 1 else forms[-1]
    return said if n is None else said.replace("%n", str(n))


def on_paper(build: Callable[P, T]) -> Callable[P, T]:
    """Decorates what makes a slip or form: papers are Chinese whatever the window speaks, for those who get them
    and because accounting records have to be (会计法 art. 22).
    """

    @wraps(build)
    def in_chinese(*args: P.args, **kwargs: P.kwargs) -> T:
        token = _lent.set(SOURCE_LANGUAGE)
        try:
            return build(*args, **kwargs)
        finally:
            _lent.reset(token)

    return in_chinese


def listed(words: Iterable[str]) -> str:
    """Things of one kind in a row: 现金、微信."""
    return translate("core", "、").join(words)


def clauses(parts: Iterable[str]) -> str:
    """Parts of one sentence: 老板，已停用."""
    return translate("core", "，").join(parts)


def statements(parts: Iterable[str]) -> str:
    """Whole statements one after another."""
    return translate("core", "；").join(parts)


def labelled(label: str, value: str) -> str:
    """仓库：总仓."""
    return translate("core", "{label}：{value}").format(label=label, value=value)


def noop(_context: str, text: str) -> str:
    """`text` as it is, marked for translators: where it is shown, `translate` is given the same context."""
    return text
