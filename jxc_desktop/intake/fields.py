"""Reading a JSON object field by field, strictly: unknown fields, floats and wrong types are errors with a place."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from jxc_desktop.core.errors import InvalidInput, UserError
from jxc_desktop.core.i18n import labelled, listed, translate
from jxc_desktop.core.numbers import (
    EXEMPT,
    MONEY_PLACES,
    PRICE_PLACES,
    QUANTITY_PLACES,
    RATE_PLACES,
    parse_scaled,
)

LONGEST_TEXT = 2000
"""Letters in one text; a longer one is no remark."""
EXEMPT_WORD = "exempt"
_KEPT_CONTROLS = "\t\n"


@dataclass(frozen=True, slots=True)
class Fields:
    """An object of a document; `path` says where it stands (`lines[0]`), "" for the document itself.

    A field that is null counts as not given.
    """

    data: Mapping[str, object]
    path: str = ""

    def only(self, known: Collection[str]) -> "Fields":
        """The same, once every field is one of `known`."""
        for name in self.data:
            if name not in known:
                raise self._wrong(name[:40], _unknown(name, known))
        return self

    def text(self, name: str) -> str:
        """A text without outer blanks, "" when not given."""
        value = self.data.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self._wrong(name, translate("intake", "要写成带引号的文本"))
        if len(value) > LONGEST_TEXT or not _keepable(value):
            raise self._wrong(name, translate("intake", "文本太长，或有不能保存的字符"))
        return value.strip()

    def needed(self, name: str) -> str:
        """A text that must be there."""
        found = self.text(name)
        if not found:
            raise self._wrong(name, translate("intake", "必填"))
        return found

    def one_of(self, name: str, words: Collection[str]) -> str | None:
        """One of `words`, or None when not given."""
        found = self.text(name)
        if found and found not in words:
            raise self._wrong(
                name, translate("intake", "只能是 {words}").format(words=listed(words))
            )
        return found or None

    def flag(self, name: str) -> bool | None:
        """True or false, or None when not given."""
        value = self.data.get(name)
        if value is None or isinstance(value, bool):
            return value
        raise self._wrong(name, translate("intake", "只能是 true 或 false"))

    def day(self, name: str) -> date | None:
        """A day as 2026-03-02, or None when not given."""
        found = self.text(name)
        if not found:
            return None
        try:
            day = date.fromisoformat(found)
        except ValueError:
            day = None
        if day is None or day.isoformat() != found:
            raise self._wrong(
                name, translate("intake", "“{text}”不是日期，写成 2026-03-02").format(text=found)
            )
        return day

    def whole(self, name: str) -> int | None:
        """A counting number from 1, or None when not given."""
        value = self.data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 10**9:
            raise self._wrong(name, translate("intake", "要是从 1 数起的整数"))
        return value

    def integer(self, name: str) -> int | None:
        """A whole number of either sign, or None when not given."""
        value = self.data.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._wrong(name, translate("intake", "要是整数"))
        return value

    def decimal(self, name: str, places: int) -> int | None:
        """A decimal text as an integer of 10**-places, or None when not given; numbers are refused."""
        value = self.data.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self._wrong(
                name, translate("intake", '数要写成带引号的文本，如 "12.00"，不能是浮点数')
            )
        try:
            return parse_scaled(value, places)
        except UserError as error:
            raise self.wrong(error, name) from None

    def money(self, name: str) -> int | None:
        """Fen, or None when not given."""
        return self.decimal(name, MONEY_PLACES)

    def quantity(self, name: str) -> int | None:
        """1e-4 units, or None when not given."""
        return self.decimal(name, QUANTITY_PLACES)

    def price(self, name: str) -> int | None:
        """1e-6 yuan, or None when not given."""
        return self.decimal(name, PRICE_PLACES)

    def rate(self, name: str) -> int | None:
        """A fraction in 1e-4, "exempt" as -1, or None when not given."""
        if self.data.get(name) == EXEMPT_WORD:
            return EXEMPT
        found = self.decimal(name, RATE_PLACES)
        if found is not None and not 0 <= found <= 10**RATE_PLACES:
            raise self._wrong(
                name, translate("intake", '要在 0 和 1 之间，如 "0.13"；免税写 "exempt"')
            )
        return found

    def given(self, name: str, value: int | None) -> int:
        """`value` if the field was given, else an error."""
        if value is None:
            raise self._wrong(name, translate("intake", "必填"))
        return value

    def objects(self, name: str) -> list["Fields"]:
        """The objects of a list, each knowing its place; empty when not given."""
        value = self.data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._wrong(name, translate("intake", "要是一列对象，如 [{…}]"))
        found = []
        for place, item in enumerate(value):
            if not isinstance(item, dict):
                raise self._wrong(f"{name}[{place}]", translate("intake", "要是一个对象，如 {…}"))
            found.append(Fields(item, self.at(f"{name}[{place}]")))
        return found

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list, none of them empty; empty when not given."""
        value = self.data.get(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._wrong(name, translate("intake", '要是一列文本，如 ["…"]'))
        each = Fields({f"{name}[{place}]": text for place, text in enumerate(value)}, self.path)
        return tuple(each.needed(place) for place in each.data)

    def at(self, name: str) -> str:
        """Where a field of this object stands in the document."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, error: UserError, name: str) -> UserError:
        """`error` placed at a field, its sentence beginning with the place."""
        place = self.at(name)
        return type(error)(labelled(place, error.message), field=place)

    def _wrong(self, name: str, problem: str) -> UserError:
        return self.wrong(InvalidInput(problem), name)


def _unknown(name: str, known: Collection[str]) -> str:
    if near := get_close_matches(name, list(known), n=1):
        return translate("intake", "没有这个字段，是不是 {near}").format(near=near[0])
    return translate("intake", "没有这个字段，可以有 {known}").format(known=listed(sorted(known)))


def _keepable(text: str) -> bool:
    """Whether both databases keep the text as it is: no control characters, no half of a character."""
    return not any(
        (letter < " " and letter not in _KEPT_CONTROLS) or "\ud800" <= letter <= "\udfff"
        for letter in text
    )
