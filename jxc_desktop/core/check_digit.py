"""The check digit of EAN-8, UPC-A, EAN-13 and GTIN-14 (GS1 General Specifications, 7.9.1).

Written out because an import checks a hundred thousand; the tests compare it with python-stdnum.
"""


def check_digit(digits: str) -> str:
    """The digit that belongs behind `digits`: weights 3, 1, 3 … from the right."""
    heavy, light = digits[::-2], digits[-2::-2]
    return str(-(3 * sum(map(int, heavy)) + sum(map(int, light))) % 10)


def has_right_check_digit(digits: str) -> bool:
    """Whether the last of `digits` is the check digit of the others."""
    return check_digit(digits[:-1]) == digits[-1:]
