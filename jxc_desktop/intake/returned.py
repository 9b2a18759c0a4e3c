"""Lines that come back, as data: which line of the original document each of them names.

A line names its original by `from_line`, by the goods, or by both. What else it says of it (price, tax rate) must
be what the original says, for it comes back at its own price and cost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from jxc_desktop.core.errors import InvalidInput, NotFound
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.schema import Base
from jxc_desktop.intake.codes import products_named
from jxc_desktop.intake.fields import Fields
from jxc_desktop.intake.goods import LINE, line_objects
from jxc_desktop.intake.lots import lots_of
from jxc_desktop.ledger.papers import header_of, parts_of
from jxc_desktop.stock.returned import ReturnLine

SOURCED_LINE = (*LINE, "from_line")


@dataclass(frozen=True, slots=True)
class Originals:
    """The kind of document that goods come back from, and the table of its lines."""

    kind: str
    lines: type[Base]


@dataclass(frozen=True, slots=True)
class Original:
    """The document named in `from`: its header and lines, as rows."""

    header: Mapping[str, Any]
    lines: Sequence[Mapping[str, Any]]


def original_of(session: Session, fields: Fields, originals: Originals) -> Original:
    """The document that `from` names; raises at that field when there is none."""
    number = fields.needed("from")
    try:
        header = header_of(session, originals.kind, number)
    except NotFound as error:
        raise fields.wrong(NotFound(error.message), "from") from None
    return Original(header, parts_of(session, originals.lines, header["id"]))


def returned_of(session: Session, fields: Fields, original: Original) -> tuple[ReturnLine, ...]:
    """What comes back of each line of the original."""
    return returned_lines_of(session, line_objects(fields), original)


def returned_lines_of(
    session: Session, objects: Sequence[Fields], original: Original, *, sign: int = 1
) -> tuple[ReturnLine, ...]:
    """What comes back by each of `objects`; `sign` is -1 where their quantities are written negative."""
    lines = [line.only(SOURCED_LINE) for line in objects]
    named = products_named(session, (line.text("product") for line in lines))
    found = []
    for line in lines:
        product = line.text("product")
        product_id = named[product].product_id if product in named else None
        row = _named_line(line, original.lines, product_id)
        _require_same(line, row)
        quantity = line.given("quantity", line.quantity("quantity"))
        found.append(ReturnLine(row["line_no"], sign * quantity, lots_of(line)))
    return tuple(found)


def line_named(
    session: Session, line: Fields, lines: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any]:
    """The line of an original that `line` names by number, by goods, or by both."""
    code = line.text("product")
    named = products_named(session, [code] if code else [])
    return _named_line(line, lines, named[code].product_id if code in named else None)


def _named_line(
    line: Fields, lines: Sequence[Mapping[str, Any]], product_id: int | None
) -> Mapping[str, Any]:
    """The original line that a line names by number, by goods, or by both."""
    number, named = line.whole("from_line"), bool(line.text("product"))
    if number is None and not named:
        raise line.wrong(InvalidInput(translate("intake", "写上原单的行号或商品")), "from_line")
    hits = [
        row
        for row in lines
        if number in {None, row["line_no"]} and (not named or row["product_id"] == product_id)
    ]
    if not hits:
        place = "product" if named else "from_line"
        raise line.wrong(NotFound(translate("intake", "原单没有这一行")), place)
    if len(hits) > 1:
        problem = translate("intake", "原单有几行这种商品。写上 from_line")
        raise line.wrong(InvalidInput(problem), "from_line")
    return hits[0]


def _require_same(line: Fields, row: Mapping[str, Any]) -> None:
    if line.text("unit") not in {"", row["unit"]}:
        problem = translate("intake", "原单这一行的单位是 {unit}").format(unit=row["unit"])
        raise line.wrong(InvalidInput(problem), "unit")
    said = {
        "price": line.price("price"),
        "discount": line.rate("discount"),
        "tax_rate": line.rate("tax_rate"),
        "is_gift": line.flag("is_gift"),
    }
    for name, value in said.items():
        if value is not None and value != row[name]:
            raise line.wrong(InvalidInput(translate("intake", "和原单这一行不一样。去掉")), name)


def require_same_terms(fields: Fields, original: Original, names: Sequence[str]) -> None:
    """Refuse terms of the document (`invoice`, `price_includes_tax`) that are not the original's."""
    for name in names:
        said = fields.data.get(name)
        if said is not None and said != original.header[name]:
            raise fields.wrong(InvalidInput(translate("intake", "和原单不一样。去掉")), name)
