"""What cards are worth: points for money, money for points, paid and given parts of what is spent (domain.md §2.7)."""

from jxc_desktop.core.numbers import ONE, div_half_up

FEN_PER_YUAN = 100


def points_for(paid: int, rate: int) -> int:
    """Whole points for `paid` fen at `rate` (1e-4 points for a yuan); what is begun is not given."""
    return paid * rate // (FEN_PER_YUAN * ONE) if paid > 0 else 0


def worth_of(points: int, points_for_yuan: int) -> int:
    """Fen that `points` take off a ticket; a part of a fen is lost."""
    return points * FEN_PER_YUAN // points_for_yuan


def split(amount: int, principal: int, bonus: int) -> tuple[int, int]:
    """How much of `amount` fen comes off what was paid and off what was given, in proportion to what is there.

    `amount` is at most `principal + bonus`; so neither part passes what there is of it.
    """
    whole = principal + bonus
    paid = div_half_up(amount * principal, whole) if whole else 0
    return paid, amount - paid


def share_back(whole: int, gone: int, now: int, before: int, total: int) -> int:
    """What of `whole` goes back with `now` parts of `total`; `before` parts went back earlier and `gone` with them.

    In proportion, and exactly `whole` once everything is back, whatever was taken back of earlier returns. Where
    `whole` is a part of `total`, as what a card paid is of a ticket, so is each share of `now`.
    """
    if total <= 0:
        return 0
    left, later = whole - gone, total - before - now
    due = div_half_up(whole * (before + now), total) - gone
    if whole > total:
        return min(max(due, 0), left)
    return min(max(due, left - later, 0), left, now)
