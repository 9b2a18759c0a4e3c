"""Many young backups, few old ones, never fewer than three good ones."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jxc_desktop.safety.retention import LAST_VERIFIED, Kept, dropped, tier_of

START = datetime(2026, 1, 1, tzinfo=UTC)
ENOUGH = 2**60


def every(hours: int, count: int, size: int = 1) -> list[Kept]:
    return [Kept(START + timedelta(hours=hours * n), size, verified=True) for n in range(count)]


def left(backups: list[Kept], budget: int = ENOUGH) -> list[Kept]:
    out = set(dropped(backups, budget))
    return [backup for place, backup in enumerate(backups) if place not in out]


def test_a_year_of_four_hourly_backups_thins_out_with_age():
    backups = every(4, 6 * 365)
    kept = left(backups)
    newest = backups[-1].at
    ages = [(newest - backup.at).days for backup in kept]
    assert sum(age < 4 for age in ages) >= 24
    assert sum(age < 14 for age in ages) == 24 + 10
    assert len(kept) < 24 + 14 + 8 + 24
    months = {(b.at.year, b.at.month) for b in kept}
    assert months == {(2026, month) for month in range(1, 13)}


def test_eleven_years_of_monthly_backups_leave_ten_years():
    backups = every(24 * 30, 12 * 12)
    assert len({backup.at.year for backup in left(backups)}) == 10


def test_too_little_room_drops_the_oldest_tier_first():
    backups = every(24, 400)
    whole = left(backups)
    tight = left(backups, budget=len(whole) - 2)
    gone = [backup for backup in whole if backup not in tight]
    assert len(gone) == 2
    # The two oldest of the monthly tier; one year has none of its own.
    assert gone == sorted(whole, key=lambda b: b.at)[:2]
    assert {tier_of(backups, backups.index(b)) for b in gone} <= {"monthly", "yearly"}


def test_a_clock_that_jumped_ahead_ten_years_deletes_nothing_young():
    backups = every(1, 20)
    future = Kept(START + timedelta(days=3653), 1, verified=True)
    assert left([*backups, future]) == [*backups, future]


def test_unverified_backups_do_not_push_out_the_good_ones():
    good = every(1, 3, size=10)
    bad = [Kept(START + timedelta(days=n), 10, verified=False) for n in range(1, 30)]
    assert [b for b in left([*good, *bad], budget=0) if b.verified] == good


moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2060, 1, 1))  # noqa: DTZ001
some = st.lists(
    st.builds(Kept, moments, st.integers(1, 10**9), st.booleans()), min_size=0, max_size=120
)


@given(some, st.integers(0, 10**11))
def test_whatever_the_history_the_last_good_ones_stay_and_the_rest_fits(
    backups: list[Kept], budget: int
):
    out = set(dropped(backups, budget))
    good = [place for place, backup in enumerate(backups) if backup.verified]
    assert not out & set(good[-LAST_VERIFIED:])
    stays = [place for place in range(len(backups)) if place not in out]
    if sum(backups[place].size for place in stays) > budget:
        assert set(stays) <= set(good[-LAST_VERIFIED:])


@given(some)
def test_with_room_enough_each_kept_backup_has_a_tier_and_the_newest_stays(backups: list[Kept]):
    out = set(dropped(backups, ENOUGH))
    assert len(backups) - len(out) <= 24 + 14 + 8 + 24 + 10 + LAST_VERIFIED
    if backups:
        assert len(backups) - 1 not in out


@given(some)
def test_dropping_again_drops_nothing_more(backups: list[Kept]):
    kept = left(backups)
    assert left(kept) == kept
