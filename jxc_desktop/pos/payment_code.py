"""Payment codes of WeChat and Alipay, which customers hold out and which must never be kept (domain.md §6.4).

WeChat: 18 digits from 10 to 15. Alipay: 16 to 24 digits from 25 to 30. Scale labels of 18 digits may begin with
20 to 29 too, so for those the catalogue decides: goods win, anything else is refused unseen.
"""

_WECHAT_LENGTH = 18
_WECHAT = range(10, 16)
_ALIPAY_LENGTHS = range(16, 25)
_ALIPAY = range(25, 31)
_LABEL_LENGTH = 18
_LABEL = range(20, 30)


def may_be_payment_code(code: str) -> bool:
    """Whether `code` has the shape of a payment code; whoever finds no goods under it must forget it."""
    if not (code.isascii() and code.isdigit()):
        return False
    begins = int(code[:2]) if len(code) > 1 else -1
    wechat = len(code) == _WECHAT_LENGTH and begins in _WECHAT
    return wechat or (len(code) in _ALIPAY_LENGTHS and begins in _ALIPAY)


def must_be_payment_code(code: str) -> bool:
    """Whether `code` can be nothing else: not of the one shape that scale labels share."""
    label = len(code) == _LABEL_LENGTH and code[:2].isdigit() and int(code[:2]) in _LABEL
    return may_be_payment_code(code) and not label
