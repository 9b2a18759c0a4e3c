"""A member and a level as they stand in the fields of their cards: texts, until they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from jxc_desktop.core.errors import UserError
from jxc_desktop.core.numbers import RATE_PLACES, parse_scaled, trimmed
from jxc_desktop.members.drafts import LevelDraft, MemberDraft
from jxc_desktop.members.queries import LevelView
from jxc_desktop.widgets.expressions import parse_day, parse_discount
from jxc_desktop.widgets.formats import discount_text

TEXTS = ("name", "card_no", "phone", "remark")


@dataclass(frozen=True, slots=True)
class TypedMember:
    """What the card of a member holds; `texts` by field name."""

    id: int | None
    texts: Mapping[str, str]
    level_id: int | None = None

    def copied(self) -> "TypedMember":
        """The same as a new member, without card, phone and birthday."""
        texts = {**self.texts, "card_no": "", "phone": "", "birthday": "", "joined": ""}
        return replace(self, id=None, texts=texts)

    def draft(self, today: date) -> MemberDraft:
        """The member to be kept; raises `UserError` at the first field that cannot be read."""
        plain = {name: self.texts.get(name, "") for name in TEXTS}
        return MemberDraft(
            id=self.id,
            **plain,
            birthday=self._day("birthday", today),
            joined=self._day("joined", today),
            level_id=self.level_id,
        )

    def _day(self, field: str, today: date) -> date | None:
        text = self.texts.get(field, "").strip()
        if not text:
            return None
        try:
            return parse_day(text, today)
        except UserError as error:
            raise error.at(field) from None


def typed_member(draft: MemberDraft) -> TypedMember:
    """The card's content for a member who is kept."""
    texts = {name: getattr(draft, name) for name in TEXTS}
    for name in ("birthday", "joined"):
        day: date | None = getattr(draft, name)
        texts[name] = day.isoformat() if day else ""
    return TypedMember(draft.id, texts, draft.level_id)


@dataclass(frozen=True, slots=True)
class TypedLevel:
    """What the card of a level holds; `texts` by field name."""

    id: int | None
    texts: Mapping[str, str]
    price_level: str = ""

    def copied(self) -> "TypedLevel":
        """The same as a new level, without a name."""
        return replace(self, id=None, texts={**self.texts, "name": ""})

    def draft(self) -> LevelDraft:
        """The level to be kept; raises `UserError` at the first field that cannot be read."""
        try:
            discount = parse_discount(self.texts.get("discount", ""))
        except UserError as error:
            raise error.at("discount") from None
        try:
            points = parse_scaled(self.texts.get("points_rate", "").strip() or "0", RATE_PLACES)
        except UserError as error:
            raise error.at("points_rate") from None
        return LevelDraft(self.texts.get("name", ""), self.price_level, discount, points, self.id)


def typed_level(level: LevelView) -> TypedLevel:
    """The card's content for a level that is kept."""
    texts = {
        "name": level.name,
        "discount": discount_text(level.discount),
        "points_rate": trimmed(level.points_rate, RATE_PLACES),
    }
    return TypedLevel(level.id, texts, level.price_level)
