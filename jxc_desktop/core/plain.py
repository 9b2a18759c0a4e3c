"""Frozen dataclasses as plain data and back: what somebody typed is kept whole as JSON and read again as the same.

Whatever a draft is made of is understood: texts, whole numbers, flags, days, None, tuples and further dataclasses. A
field that was added since the data was kept takes its default.
"""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_AS_THEY_ARE = (str, int, bool, NoneType)


def plain(value: Any) -> Any:
    """`value` as JSON can hold it; a TypeError for what `typed` could not read again."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if type(value) in _AS_THEY_ARE or isinstance(value, StrEnum):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept as plain data")


def typed(kind: type[T], data: Mapping[str, Any]) -> T:
    """The dataclass `kind` from what `plain` made of it; a ValueError for data that is not of this kind."""
    hints = _hints(cast("Hashable", kind))
    if unknown := data.keys() - hints.keys():
        raise ValueError(f"{kind.__name__} has no {sorted(unknown)}")
    return kind(**{name: _read(hints[name], value) for name, value in data.items()})


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}  # type: ignore[arg-type]


def _read(hint: Any, value: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return _read_one_of(get_args(hint), value)
    if get_origin(hint) is tuple and isinstance(value, list):
        return _read_tuple(get_args(hint), value)
    if is_dataclass(hint) and isinstance(hint, type) and isinstance(value, Mapping):
        return typed(hint, value)
    if hint is date and isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum) and isinstance(value, str):
        return hint(value)
    if hint in _AS_THEY_ARE and type(value) is hint:
        return value
    raise ValueError(f"{value!r} is no {hint}")


def _read_one_of(hints: tuple[Any, ...], value: Any) -> Any:
    """The first kind that the value is of; None only where nothing else is."""
    for hint in hints:
        try:
            return _read(hint, value)
        except ValueError:
            continue
    raise ValueError(f"{value!r} is none of {hints}")


def _read_tuple(hints: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if len(hints) == 2 and hints[1] is Ellipsis:  # noqa: PLR2004  tuple[X, ...]
        return tuple(_read(hints[0], value) for value in values)
    return tuple(_read(hint, value) for hint, value in zip(hints, values, strict=True))
