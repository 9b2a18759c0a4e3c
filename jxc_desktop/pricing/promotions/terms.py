"""The words of a promotion: what it does, and for whom."""

from enum import StrEnum


class Kind(StrEnum):
    """What a promotion does; all but the last work on goods, the last on what is left of the whole ticket."""

    SPECIAL = "special"
    PERCENT = "percent"
    N_PRICE = "n_price"
    NTH = "nth"
    BUNDLE = "bundle"
    GIFT = "gift"
    THRESHOLD = "threshold"


class Who(StrEnum):
    """Who gets it."""

    ALL = "all"
    MEMBERS = "members"
    LEVELS = "levels"
