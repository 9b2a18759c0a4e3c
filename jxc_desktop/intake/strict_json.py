"""JSON read strictly: one object, no name twice, no NaN, no text that no database can keep."""

import json
from typing import Any

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate

LONGEST = 16 * 2**20
"""Bytes of one line; a longer one is no document."""


def read_object(line: bytes) -> dict[str, Any]:
    """The JSON object that one line holds; raises `InvalidInput` for anything else."""
    if len(line) > LONGEST:
        raise InvalidInput(translate("intake", "这一行太长。一行写一张单"))
    try:
        found = json.loads(
            line.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except UnicodeDecodeError as error:
        raise InvalidInput(translate("intake", "这一行不是 UTF-8。改成 UTF-8 再发")) from error
    except json.JSONDecodeError as error:
        raise InvalidInput(
            translate("intake", "不是 JSON：第 {column} 个字符处看不懂").format(
                column=error.pos + 1
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(translate("intake", "这一行的 JSON 太深，或数字太长")) from error
    if not isinstance(found, dict):
        raise InvalidInput(translate("intake", "一行要是一个 JSON 对象，如 {example}").format(
            example='{"key":"r-1","type":"goods_receipt"}'
        ))  # fmt: skip
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise InvalidInput(
                translate("intake", "字段 {name} 写了两次。留一个").format(name=name), field=name
            )
        found[name] = value
    return found


def _no_constant(name: str) -> Any:
    raise InvalidInput(translate("intake", "JSON 里不能有 {name}").format(name=name))
