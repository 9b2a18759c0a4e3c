"""A document of fields while it is typed, as plain data that a draft keeps: a firm, a remark, and what its kind has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class TypedFields:
    """All of a typed document; `fields` are those of its kind, only what somebody typed or chose.

    They are plain data that JSON can hold.
    """

    day: date
    partner_id: int | None = None
    partner_name: str = ""
    remark: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing worth keeping was typed."""
        return self.partner_id is None and not self.remark and not self.fields

    def body(self) -> dict[str, Any]:
        """All of it as plain data."""
        return {
            "day": self.day.isoformat(),
            "partner_id": self.partner_id,
            "partner_name": self.partner_name,
            "remark": self.remark,
            "fields": dict(self.fields),
        }


def typed_from(body: Mapping[str, Any]) -> TypedFields:
    """The typed document that a draft kept."""
    return TypedFields(**{**body, "day": date.fromisoformat(body["day"])})
