"""What travels with the program is found, whole and licensed."""

import pytest

from desktop.ui import resources
from desktop.ui.resources import resource


def test_the_folder_is_found_in_the_tree():
    assert resource("icons/bell.svg").is_file()


def test_a_bundle_has_its_own_folder(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources.sys, "_MEIPASS", str(tmp_path), raising=False)

    assert resource("icons") == tmp_path / "resources" / "icons"


def test_a_program_without_its_folder_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(resources.desktop, "__file__", str(tmp_path / "desktop" / "__init__.py"))

    with pytest.raises(FileNotFoundError, match="did not travel"):
        resource("icons")


@pytest.mark.parametrize("licence", ["icons/LICENSE", "marks/LICENSE.md", "fonts/OFL.txt"])
def test_each_borrowed_folder_carries_its_licence(licence):
    assert len(resource(licence).read_text("utf-8")) > 1_000


def test_the_type_is_four_weights_and_not_too_heavy():
    fonts = list(resource("fonts").glob("*.otf"))

    assert len(fonts) == 4
    assert sum(font.stat().st_size for font in fonts) < 1_500_000
