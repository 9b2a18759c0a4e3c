"""What the digits of an electronic scale's label mean (称重码, domain.md §6.6): a table of rules, one setting.

A rule is written as the label is: `21 PPPPP AAA.AA R`. First the digits that the label begins with (21, 21,23 or
20-24), then what every further digit is: P the goods' code on the scale (PLU), A yuan with the point where it belongs,
W kilograms likewise. Last a digit to check: R is weighed 3, 1, 3 … from the right, L 1, 3, 1 … from the left (the same
for 13 digits, another for 18), C may be anything. Rules are parted by `;`. Nothing here looks anything up.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from jxc_desktop.core.check_digit import check_digit
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import MONEY_PLACES, QUANTITY_PLACES

LENGTHS = (13, 18)
"""Digits that labels of scales have."""
USUAL = "21 PPPPP AAA.AA R; 22 PPPPP WW.WWW R; 20 PPPPP AAA.AA WW.WWW C"
"""Amount, weight, and both; 20–29 are the numbers that a shop gives away itself (GS1)."""
LONGEST_PLU = 7
_FIRST = range(20, 30)
_PAYMENT = range(25, 30)
"""Beginnings that 18 digits share with payment codes."""
_RULE = re.compile(r"([\d,\-]+)([PAW.]+)([RLC])")
_PLACES = {"A": MONEY_PLACES, "W": QUANTITY_PLACES}


@dataclass(frozen=True, slots=True)
class ScaleLabel:
    """What a label says: the goods' code on the scale, fen and 1e-4 kilograms, None for what it does not say."""

    plu: int
    amount: int | None
    weight: int | None


@dataclass(frozen=True, slots=True)
class ScaleRule:
    """One kind of label: `flags` are its first two digits, `digits` the letters of those between them and `check`."""

    flags: tuple[str, ...]
    digits: str
    check: str

    @property
    def length(self) -> int:
        """How many digits such a label has."""
        return 2 + len(self._letters) + 1

    @property
    def _letters(self) -> str:
        return self.digits.replace(".", "")

    def fits(self, code: str) -> bool:
        """Whether `code` is a label of this kind."""
        return len(code) == self.length and code[:2] in self.flags

    def read(self, code: str) -> ScaleLabel:
        """What such a label says; raises `InvalidInput` when its last digit shows that it was misread."""
        self._require_check(code)
        plu = self._part(code, "P")
        return ScaleLabel(int(plu), self._number(code, "A"), self._number(code, "W"))

    def _part(self, code: str, letter: str) -> str:
        between = zip(self._letters, code[2:-1], strict=True)
        return "".join(digit for place, digit in between if place == letter)

    def _number(self, code: str, letter: str) -> int | None:
        part = self._part(code, letter)
        if not part:
            return None
        run = re.search(rf"{letter}[{letter}.]*", self.digits)
        decimals = len(run[0].rstrip(".").partition(".")[2]) if run else 0
        return int(part) * int(10 ** (_PLACES[letter] - decimals))

    def _require_check(self, code: str) -> None:
        body = code[:-1]
        right = {"R": check_digit(body), "L": check_digit_from_left(body)}.get(self.check)
        if right is not None and right != code[-1]:
            raise InvalidInput(
                translate(
                    "shop", "秤标签的校验位不对，末位应为 {digit}。再扫一次，或重打一张标签"
                ).format(digit=right),
                field="code",
            )


def check_digit_from_left(digits: str) -> str:
    """The check digit with weights 1, 3, 1 … from the left; some scales print it on labels of 18 digits."""
    heavy, light = digits[1::2], digits[::2]
    return str(-(3 * sum(map(int, heavy)) + sum(map(int, light))) % 10)


@lru_cache(maxsize=8)
def scale_rules(text: str) -> tuple[ScaleRule, ...]:
    """The rules that `text` writes; raises `InvalidInput` at the first that is none. "" has none."""
    parts = (part.strip() for part in text.replace("；", ";").split(";"))
    rules = tuple(_rule(part) for part in parts if part)
    seen: dict[tuple[str, int], ScaleRule] = {}
    for rule in rules:
        for flag in rule.flags:
            if seen.setdefault((flag, rule.length), rule) is not rule:
                raise _wrong(
                    translate("shop", "{flag} 开头的 {length} 位标签写了两次。只留一条").format(
                        flag=flag, length=rule.length
                    )
                )
    return rules


def read_label(code: str, rules: tuple[ScaleRule, ...]) -> ScaleLabel | None:
    """What `code` says as a label; None when it is none. Raises `InvalidInput` for a wrong check digit."""
    if len(code) not in LENGTHS or not (code.isascii() and code.isdigit()):
        return None
    rule = next((rule for rule in rules if rule.fits(code)), None)
    return None if rule is None else rule.read(code)


def _rule(text: str) -> ScaleRule:
    found = _RULE.fullmatch(text.replace(" ", "").upper())
    if found is None:
        raise _wrong(
            translate("shop", "秤标签规则“{rule}”看不懂。写成 21 PPPPP AAA.AA R 的样子").format(
                rule=text
            )
        )
    rule = ScaleRule(_flags(found[1]), found[2], found[3])
    _require_sense(rule, text)
    return rule


def _flags(text: str) -> tuple[str, ...]:
    flags: list[int] = []
    for part in filter(None, text.split(",")):
        low, _, high = part.partition("-")
        if not low.isdigit() or not (high or low).isdigit():
            raise _wrong_flags(text)
        flags.extend(range(int(low), int(high or low) + 1))
    if not flags or any(flag not in _FIRST for flag in flags):
        raise _wrong_flags(text)
    return tuple(str(flag) for flag in dict.fromkeys(flags))


def _require_sense(rule: ScaleRule, text: str) -> None:
    """Each part stands in one piece, the goods are named, and the whole has a length that labels have."""
    runs = re.findall(r"P+|A[A.]*|W[W.]*", rule.digits)
    letters = [run[0] for run in runs]
    whole = "".join(runs) == rule.digits and len(letters) == len(set(letters))
    if not whole or "P" not in letters or len(letters) < len("PA"):
        raise _wrong(
            translate(
                "shop", "秤标签规则“{rule}”里，P、A、W 各写成一段，P 必须有，A 和 W 至少有一个"
            ).format(rule=text)
        )
    if any(
        run.count(".") > 1 or len(run.partition(".")[2]) > _PLACES.get(run[0], 0) for run in runs
    ):
        raise _wrong(
            translate(
                "shop", "秤标签规则“{rule}”的小数点不对：金额最多 2 位小数，重量 4 位"
            ).format(rule=text)
        )
    if (letters and len(runs[letters.index("P")]) > LONGEST_PLU) or rule.length not in LENGTHS:
        raise _wrong(
            translate("shop", "秤标签规则“{rule}”有 {length} 位。标签是 13 位或 18 位").format(
                rule=text, length=rule.length
            )
        )
    if rule.length == max(LENGTHS) and any(int(flag) in _PAYMENT for flag in rule.flags):
        raise _wrong(
            translate("shop", "18 位的标签不能用 25–29 开头，和付款码分不开。在秤上改成 20–24")
        )


def _wrong_flags(text: str) -> InvalidInput:
    return _wrong(
        translate("shop", "标签开头“{flags}”不对。写 20 到 29，如 21、21,23 或 20-24").format(
            flags=text
        )
    )


def _wrong(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, field="value")
