"""Barcodes as they are kept: plain ASCII, check digits right, a UPC with the zero that makes it an EAN-13."""

from jxc_desktop.core.check_digit import check_digit, has_right_check_digit
from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.core.texts import typed_code

CHECKED_LENGTHS = frozenset({8, 12, 13, 14})
"""EAN-8, UPC-A, EAN-13, GTIN-14. Digits of other lengths are codes of the shop's own."""
UPC_LENGTH = 12
GTIN_LENGTH = 14
LONGEST = 64


def canonical(code: str) -> str:
    """`code` as it would be kept: half-width, without blanks, a UPC-A filled up to 13 digits.

    A GTIN-14 of a single piece (first digit 0) is its EAN-13.
    """
    plain = typed_code(code).replace(" ", "")
    if not (plain.isascii() and plain.isdigit()):
        return plain
    if len(plain) == UPC_LENGTH:
        return "0" + plain
    return plain[1:] if len(plain) == GTIN_LENGTH and plain.startswith("0") else plain


def require_barcode(code: str, *, field: str) -> str:
    """`code` as it is kept; raises `InvalidInput` for other than ASCII and for a wrong check digit."""
    plain = typed_code(code).replace(" ", "")
    if not plain or not plain.isascii() or not plain.isprintable() or len(plain) > LONGEST:
        raise InvalidInput(
            translate("catalog", "“{code}”不是条码。条码只有字母、数字和符号").format(code=code),
            field=field,
        )
    if plain.isdigit() and len(plain) in CHECKED_LENGTHS and not has_right_check_digit(plain):
        raise InvalidInput(
            translate("catalog", "条码 {code} 的校验位不对，末位应为 {digit}。对照实物改正").format(
                code=plain, digit=check_digit(plain[:-1])
            ),
            field=field,
        )
    return canonical(plain)
