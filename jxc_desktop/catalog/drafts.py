"""A product as somebody wants it kept: what cards, imports and samples hand to the services."""

from dataclasses import dataclass

BASE = ""
"""The unit of a barcode or price that means the base unit."""
RETAIL = "retail"
WHOLESALE = "wholesale"
MEMBER = "member"
LEVELS = ("level_1", "level_2", "level_3")
PRICE_LEVELS = (RETAIL, WHOLESALE, MEMBER, *LEVELS)
"""The price levels there are; the retail price of the base unit is the product's own."""


LOT = "lot"
SERIAL = "serial"
TRACKINGS = ("", LOT, SERIAL)
"""How the stock of goods is told apart: as one heap, by lot, piece by piece."""


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A further unit; one of it is `numerator / denominator` base units (1 箱 = 24/1 瓶)."""

    name: str
    numerator: int
    denominator: int = 1


@dataclass(frozen=True, slots=True)
class BarcodeDraft:
    """A barcode that scans as one `unit`."""

    code: str
    unit: str = BASE


@dataclass(frozen=True, slots=True)
class PriceDraft:
    """1e-6 yuan for one `unit` at a price level."""

    level: str
    price: int
    unit: str = BASE


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """A whole product: what is not in the draft is not kept. Without an `id` it is a new one.

    Prices 1e-6 yuan per base unit, stocks 1e-4 base units, `category` a path such as 食品/饮料. "" as code
    keeps the product's or asks for the next number, None as `places` for the unit's own, None as `tax_rate` means
    the company's. `shelf_life_days` None: its lots have no expiry of themselves; `expiry_warn_days` None: the usual.
    `weight` (1e-4 kilogram) and `volume` (1e-6 cubic metre) are of one base unit, as it is carried. `plu` is the code
    on the shop's scales.
    """

    name: str
    id: int | None = None
    code: str = ""
    spec: str = ""
    brand: str = ""
    origin: str = ""
    category: str = ""
    unit: str = ""
    places: int | None = None
    tax_rate: int | None = None
    retail_price: int | None = None
    min_price: int | None = None
    purchase_price: int | None = None
    min_stock: int | None = None
    max_stock: int | None = None
    weighed: bool = False
    plu: int | None = None
    track_stock: bool = True
    tracking: str = ""
    shelf_life_days: int | None = None
    expiry_warn_days: int | None = None
    weight: int | None = None
    volume: int | None = None
    remark: str = ""
    units: tuple[UnitDraft, ...] = ()
    barcodes: tuple[BarcodeDraft, ...] = ()
    prices: tuple[PriceDraft, ...] = ()

    def sale_prices(self) -> dict[tuple[str, str], int]:
        """Every price that customers are asked, by (level, unit); the lowest price counts as one."""
        own = {(RETAIL, BASE): self.retail_price, ("min", BASE): self.min_price}
        kept = {key: price for key, price in own.items() if price is not None}
        return kept | {(price.level, price.unit): price.price for price in self.prices}
