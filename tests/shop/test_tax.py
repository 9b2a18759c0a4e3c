"""Which VAT rates a line may bear on which day."""

from datetime import date

import pytest

from jxc_desktop.core.errors import InvalidInput
from jxc_desktop.core.numbers import EXEMPT
from jxc_desktop.shop.tax import require_rate, tax_rates

NOW, IN_2018, LONG_AGO = date(2026, 11, 20), date(2018, 8, 8), date(1990, 1, 1)


@pytest.mark.parametrize("rate", [1300, 900, 600, 300, 100, 500, 0, EXEMPT])
def test_a_rate_in_force_is_taken(rate: int) -> None:
    assert require_rate(rate, NOW) == rate


@pytest.mark.parametrize("rate", [1700, 1301, 1, -2])
def test_a_rate_that_is_not_in_force_is_refused_with_those_that_are(rate: int) -> None:
    with pytest.raises(InvalidInput, match="13%、9%、6%") as refused:
        require_rate(rate, NOW, field="lines[0].tax_rate")
    assert refused.value.field == "lines[0].tax_rate"


def test_a_rate_serves_its_own_days_only() -> None:
    assert require_rate(1600, IN_2018) == 1600
    with pytest.raises(InvalidInput):
        require_rate(1600, NOW)
    with pytest.raises(InvalidInput):
        require_rate(1300, IN_2018)


def test_before_any_list_begins_everything_is_taken() -> None:
    assert require_rate(1700, LONG_AGO) == 1700


def test_every_listed_rate_has_its_source_and_ends_after_it_began() -> None:
    assert len(tax_rates()) > 5
    for known in tax_rates():
        assert known.basis
        assert known.end is None or known.start < known.end
        assert 0 < known.rate < 10_000
