"""Lots and serial numbers of a line, as data.

One lot is told by `lot` with `made` and `expiry`, several by `lots`, pieces by `serials`. Quantities of lots count the
goods' base unit.
"""

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.i18n import translate
from jxc_desktop.intake.fields import Fields
from jxc_desktop.stock.lot_drafts import LotShare

LOT_FIELDS = ("lot", "made", "expiry", "lots", "serials")
_LOT = ("lot", "quantity", "made", "expiry")


def lots_of(line: Fields) -> tuple[LotShare, ...]:
    """The lots that a line tells, in one of the three ways."""
    ways = [
        name for name in ("lot", "lots", "serials") if line.data.get(name) not in (None, "", [])
    ]
    if len(ways) > 1:
        problem = InvalidInput(translate("intake", "lot、lots、serials 只写一个"))
        raise line.wrong(problem, ways[1])
    if line.text("lot"):
        return (LotShare(line.text("lot"), None, line.day("made"), line.day("expiry")),)
    for name in ("made", "expiry"):
        if line.day(name) is not None:
            raise line.wrong(InvalidInput(translate("intake", "写了日期，没写批号 lot")), name)
    serials = tuple(LotShare(code) for code in line.texts("serials"))
    return serials or tuple(_share(each.only(_LOT)) for each in line.objects("lots"))


def _share(each: Fields) -> LotShare:
    return LotShare(
        each.needed("lot"), each.quantity("quantity"), each.day("made"), each.day("expiry")
    )
