"""Barcodes as rows of dark and light modules, for bitmaps and PDFs alike; made by zxing-cpp."""

from typing import Any

QUIET_MODULES = 10
"""Light modules a Code 128 needs on either side."""

EAN13_DIGITS = 13
QR_DOTS = 208
"""The largest side of a QR code on a receipt, 26 mm."""

Modules = tuple[bool, ...]


def code128_modules(text: str) -> Modules:
    """The bars of `text` (printable ASCII) from left to right, dark is true, without quiet zones."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    return _rows(code.to_image(scale=1, add_quiet_zones=False))[0]


def ean13_modules(text: str) -> Modules:
    """The 95 modules of an EAN-13 from left to right; empty where `text` is none."""
    import zxingcpp
    from stdnum import ean

    if len(text) != EAN13_DIGITS or not ean.is_valid(text):
        return ()
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.EAN13)
    return _rows(code.to_image(scale=1, add_quiet_zones=False))[0]


def qr_modules(text: str) -> tuple[Modules, ...]:
    """A QR code of medium correction, row by row, with its quiet zone."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    return _rows(code.to_image(scale=1))


def _rows(image: Any) -> tuple[Modules, ...]:
    """The rows of zxing's image, which offers the buffer protocol."""
    rows: Any = memoryview(image).tolist()
    return tuple(tuple(shade == 0 for shade in row) for row in rows)
