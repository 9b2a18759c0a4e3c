"""What is typed into the box of a count: a code, so many of a code, or how many of the last goods there are."""

import re
import unicodedata
from dataclasses import dataclass

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, parse_scaled

_SIGNS = str.maketrans({"×": "*", "。": "."})
_AHEAD = re.compile(r"(\d{1,6}(?:\.\d+)?)\*(.*)")


@dataclass(frozen=True, slots=True)
class Counted:
    """1e-4 units of what `code` stands on; without a code the last goods are so many in all."""

    code: str
    quantity: int


def understand(text: str) -> Counted | None:
    """What `text` says; None for nothing. Raises `InvalidInput` for a quantity without sense."""
    typed = unicodedata.normalize("NFKC", text.translate(_SIGNS)).strip()
    if not typed:
        return None
    found = _AHEAD.fullmatch(typed)
    number, code = (found[1], found[2].strip()) if found else ("1", typed)
    if "*" in code:
        raise InvalidInput(translate("stock", "写成 12*，或 3* 接条码"))
    return Counted(code, parse_scaled(number, QUANTITY_PLACES))


def is_ahead(text: str) -> bool:
    """Whether what stands in the box belongs ahead of the code that is scanned now: `3*`."""
    found = _AHEAD.fullmatch(unicodedata.normalize("NFKC", text.translate(_SIGNS)).strip())
    return found is not None and not found[2]
