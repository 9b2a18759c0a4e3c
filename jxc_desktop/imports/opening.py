"""Opening stock from a foreign list: which goods lay where, how much, and what they were worth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from jxc_desktop.catalog.drafts import ProductDraft
from jxc_desktop.catalog.rules import tidy
from jxc_desktop.catalog.units import fits
from jxc_desktop.core.db import clock_of
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.numbers import QUANTITY_PLACES, line_amount
from jxc_desktop.core.sql import Statement
from jxc_desktop.imports.cells.faults import Fault
from jxc_desktop.imports.cells.quantities import Packs, in_base_units
from jxc_desktop.imports.source import CleanRow, Flaw, Values
from jxc_desktop.shop.keys import new_key
from jxc_desktop.stock.services import OpeningStockDraft, OpeningStockLineDraft, post_opening_stock

_WAREHOUSES = Statement("SELECT id, code, name FROM warehouse WHERE disabled = 0 ORDER BY id")


@dataclass(frozen=True, slots=True)
class StockLine:
    """A product's opening `quantity` (1e-4 base units) and worth (fen) in a warehouse, by code or name."""

    product_id: int
    warehouse: object
    quantity: int
    amount: int
