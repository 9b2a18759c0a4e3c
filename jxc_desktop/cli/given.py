"""What was typed on the command line, understood or refused in one sentence."""

from collections.abc import Sequence
from datetime import date

from jxc_desktop.core.clock import FIRST_DAY, LAST_DAY
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

MOST = 10**9
"""Ids and counts are smaller, so every database can hold them."""


def day(text: str | None) -> date | None:
    """A day typed as 2026-03-02."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            translate("cli", "“{text}”不是日期，写成 2026-03-02").format(text=text)
        ) from error
    if not FIRST_DAY <= found <= LAST_DAY:
        raise InvalidInput(
            translate("cli", "日期 {text} 要在 {first} 和 {last} 之间").format(
                text=text, first=FIRST_DAY, last=LAST_DAY
            )
        )
    return found


def whole(text: str) -> int:
    """An id or a count, from 1."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(MOST)) else 0
    if number < 1:
        raise InvalidInput(
            translate("cli", "“{text}”要是从 1 数起的整数，不超过 {most}").format(
                text=text[:40], most=MOST - 1
            )
        )
    return number


def pairs(words: Sequence[str]) -> dict[str, str]:
    """Words typed as name=value."""
    found = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name:
            raise InvalidInput(translate("cli", "{word} 要写成 名称=值").format(word=word))
        if name in found:
            raise InvalidInput(translate("cli", "{name} 写了两次。留一个").format(name=name))
        found[name] = value
    return found
