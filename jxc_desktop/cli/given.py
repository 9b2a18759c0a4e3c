"""What was typed on the command line, understood or refused in one sentence."""

from collections.abc import Sequence
from datetime import date

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate


def day(text: str | None) -> date | None:
    """A day typed as 2026-03-02."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            translate("cli", "“{text}”不是日期，写成 2026-03-02").format(text=text)
        ) from error


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
