"""Preferences survive restarts, crashes and damaged files."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.preferences import PreferenceFile, Preferences, _understood


def test_what_is_saved_is_read_back(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "data" / "preferences.json")
    chosen = Preferences(
        "fr", "dark", 140, False, "atelier-lumière", "AdnQyw==", True, False, False
    )
    file.save(chosen)
    assert file.read() == chosen


def test_defaults_stand_where_nothing_was_saved(tmp_path: Path) -> None:
    assert PreferenceFile(tmp_path / "preferences.json").read() == Preferences()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_an_unreadable_file_is_kept_aside_and_defaults_stand(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    file = PreferenceFile(path)
    assert file.read() == Preferences()
    file.save(Preferences(look="dark"))
    assert (tmp_path / "preferences.json.unreadable-1").read_bytes() == content
    assert file.read().look == "dark"
    assert "kept as preferences.json.unreadable-1" in caplog.text


def test_a_second_unreadable_file_does_not_replace_the_first(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "preferences.json"
    for content in ("one", "two"):
        path.write_text(content)
        PreferenceFile(path).read()
    kept = sorted(p.read_text() for p in tmp_path.iterdir())
    assert kept == ["one", "two"]
    assert len(caplog.records) == 2


@pytest.mark.parametrize("chosen", [True, False, None])
def test_what_follows_the_computer_is_on_or_off_once_it_was_chosen(
    tmp_path: Path, chosen: bool | None
) -> None:
    file = PreferenceFile(tmp_path / "preferences.json")
    file.save(Preferences(high_contrast=chosen, reduced_motion=chosen))
    assert file.read() == Preferences(high_contrast=chosen, reduced_motion=chosen)

    file.save(Preferences(high_contrast="yes", reduced_motion=1))  # type: ignore[arg-type] # spoilt
    assert file.read() == Preferences()


def test_one_bad_entry_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    saved = {"language": "fr", "look": "pink", "text_size": True, "window": 3, "from_later": 1}
    path.write_text(json.dumps(saved))
    assert PreferenceFile(path).read() == Preferences(language="fr")


def test_a_save_that_fails_leaves_the_former_file_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = PreferenceFile(tmp_path / "preferences.json")
    file.save(Preferences(language="fr"))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        file.save(Preferences(language="en"))
    assert file.read().language == "fr"
    assert [path.name for path in tmp_path.iterdir()] == ["preferences.json"]


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    PreferenceFile(path).save(Preferences())
    assert path.stat().st_mode & 0o077 == 0


def test_half_a_letter_does_not_keep_the_rest_from_being_saved(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"last_workspace": "\\ud800", "look": "dark"}')
    file = PreferenceFile(path)

    file.save(file.read())

    assert file.read() == Preferences(last_workspace="?", look="dark")


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("shortcuts", {"new_post": "Ctrl+B", "find": ""}, {"new_post": 3}),
        ("quiet_from", "22:30", "half past ten"),
        ("quiet_until", "06:00", "06:00:00.5"),
        ("quiet_until", "06:00", "07+01"),
        ("quiet_from", "22:30", "T0700"),
        ("months_kept", 0, 7),
        ("text_size", 150, 300),
        ("look", "dark", "pink"),
        ("second_channel", "https://alarms.example/shop", "http://alarms.example/shop"),
        ("proxy", "http://proxy.example:3128", "socks5://proxy.example:1080"),
        ("proxy", "none", "now and then"),
    ],
)
def test_a_choice_that_cannot_be_is_as_if_it_were_never_made(name, good, bad) -> None:
    assert getattr(_understood({name: good}), name) == good
    assert _understood({name: bad}) == Preferences()


@given(
    st.dictionaries(
        st.sampled_from(
            ["language", "look", "text_size", "load_pictures", "window", "quiet_from", "shortcuts"]
        ),
        st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats(),
    )
)
def test_whatever_was_saved_gives_usable_preferences(saved: dict[str, object]) -> None:
    preferences = _understood(saved)
    assert preferences.look in ("system", "light", "dark")
    assert 80 <= preferences.text_size <= 200
    assert isinstance(preferences.load_pictures, bool)
