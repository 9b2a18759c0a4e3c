from jxc_desktop.widgets.ui_settings import UiSettings


def test_values_are_there_the_next_day(tmp_path):
    path = tmp_path / "window.ini"
    first = UiSettings(path)
    first.write("grid/sales/layout", {"order": ["name"], "widths": {"name": 240}, "中文": "列"})
    first._store.sync()
    second = UiSettings(path)
    assert second.read("grid/sales/layout")["widths"] == {"name": 240}
    assert second.keys("grid") == ["sales/layout"]


def test_what_cannot_be_read_falls_back_silently(tmp_path):
    path = tmp_path / "window.ini"
    path.write_text("[grid]\nsales={broken\n", encoding="utf-8")
    settings = UiSettings(path)
    assert settings.read("grid/sales", "default") == "default"
    assert settings.read("nothing", 7) == 7


def test_forgetting_drops_a_group(tmp_path):
    settings = UiSettings(tmp_path / "window.ini")
    settings.write("a/b", 1)
    settings.forget("a")
    assert settings.read("a/b") is None
