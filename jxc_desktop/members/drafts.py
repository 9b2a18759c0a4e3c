"""A member and a level as somebody wants them kept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A whole member: what is not in the draft is not kept. Without an `id` it is a new one.

    Without a card number it gets the next, without a level the shop's first, without a day it joined today.
    """

    name: str
    id: int | None = None
    card_no: str = ""
    phone: str = ""
    birthday: date | None = None
    level_id: int | None = None
    joined: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LevelDraft:
    """What members on a level get: a price level ("" is retail), a discount (1e-4 off), points for a yuan (1e-4)."""

    name: str
    price_level: str = ""
    discount: int = 0
    points_rate: int = 0
    id: int | None = None
