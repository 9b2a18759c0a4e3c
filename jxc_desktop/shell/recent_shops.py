"""The shops opened on this machine, newest first, with what the login screen paints before a shop is open."""

from dataclasses import asdict, dataclass
from pathlib import Path

from jxc_desktop.widgets.ui_settings import UiSettings

KEY = "shops"
MOST = 8
FILE = "my.jxc"

People = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecentShop:
    """A shop: where, its name, who may log in (login and full name), who did last."""

    target: str
    name: str
    people: People = ()
    last: str = ""

    @property
    def there(self) -> bool:
        """Whether the file still lies there; a database server is taken at its word."""
        return "://" in self.target or Path(self.target).is_file()


class RecentShops:
    """Kept in the window's settings of this machine and user."""

    def __init__(self, settings: UiSettings) -> None:
        self._settings = settings

    def all(self) -> list[RecentShop]:
        """Newest first."""
        kept = self._settings.read(KEY, [])
        return [_shop(row) for row in kept if isinstance(row, dict) and row.get("target")]

    def find(self, target: str) -> RecentShop | None:
        """What is known of the shop at `target`."""
        return next((shop for shop in self.all() if shop.target == target), None)

    def keep(self, shop: RecentShop) -> None:
        """Put a shop on top."""
        others = [other for other in self.all() if other.target != shop.target]
        self._settings.write(KEY, [asdict(one) for one in (shop, *others)][:MOST])

    def forget(self, target: str) -> None:
        """Take a shop off the list; its file stays."""
        self._settings.write(KEY, [asdict(one) for one in self.all() if one.target != target])


def own_folder() -> Path:
    """Where shops of this person lie when nobody says so."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("jxc_desktop", appauthor=False))


def _shop(row: dict[str, object]) -> RecentShop:
    people = row.get("people")
    pairs = people if isinstance(people, list) else []
    known = tuple((str(p[0]), str(p[1])) for p in pairs if isinstance(p, list) and len(p) == 2)  # noqa: PLR2004
    return RecentShop(str(row["target"]), str(row.get("name", "")), known, str(row.get("last", "")))
