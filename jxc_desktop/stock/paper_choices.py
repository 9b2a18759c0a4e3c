"""What a document of goods can be begun with: the shop's rules, its warehouses and its money accounts."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from jxc_desktop.cash.payments import money_accounts
from jxc_desktop.core.built_in_names import built_in_name
from jxc_desktop.shop.employees import names_in_use
from jxc_desktop.shop.settings import Settings, settings_of
from jxc_desktop.stock.priced import Terms
from jxc_desktop.stock.queries import warehouses


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """Settings, what is in use by id and name, and the people who sell and buy."""

    settings: Settings
    warehouses: tuple[tuple[int, str], ...]
    accounts: tuple[tuple[int, str], ...]
    people: tuple[str, ...] = ()

    def with_tax(self, *, buying: bool) -> bool:
        """Whether prices of such documents, and those of the list, hold tax unless somebody says otherwise."""
        settings = self.settings
        return settings.purchases_include_tax if buying else settings.sale_price_includes_tax

    def terms(
        self,
        day: date,
        *,
        buying: bool = False,
        level: str = "",
        includes_tax: bool | None = None,
    ) -> Terms:
        """How the lines of a document are priced; `includes_tax` None leaves it to the company."""
        listed = self.with_tax(buying=buying)
        return Terms(
            day,
            listed if includes_tax is None else includes_tax,
            self.settings.default_tax_rate,
            buying=buying,
            level=level,
            listed_with_tax=listed,
        )


def paper_choices(session: Session) -> PaperChoices:
    """What there is to choose from now; the shop's first warehouse comes first, as it does for documents as data."""
    known = sorted(warehouses(session), key=lambda each: each.id)
    places = ((each.id, each.name) for each in known if not each.disabled)
    accounts = ((each.id, built_in_name(each.name)) for each in money_accounts(session).values())
    people = tuple(names_in_use(session))
    return PaperChoices(settings_of(session), tuple(places), tuple(accounts), people)
