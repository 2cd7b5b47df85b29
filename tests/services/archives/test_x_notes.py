from datetime import timedelta
from pathlib import Path

import pytest
from services.archives.made import START, script, zipped

from desktop.services.archives import x_notes
from desktop.services.archives.x_notes import Notes
from desktop.services.archives.zip_files import ZipFiles

LONG = "Bread & butter, as every day, but longer than X once let anybody write. " * 9


def note(text: str = LONG, hours: int = 0, **core: object) -> dict[str, object]:
    at = START + timedelta(hours=hours)
    written = at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {"noteTweet": {"noteTweetId": "1", "createdAt": written, "core": {"text": text, **core}}}


@pytest.fixture
def notes(tmp_path: Path, watch):
    def made(*items: object) -> Notes:
        name = "data/note-tweet.js"
        files = ZipFiles(zipped(tmp_path / "a.zip", {name: script("note_tweet", items)}), watch)
        found = Notes(files, [name])
        files.close()
        return found

    return made


def test_a_note_is_found_by_how_it_begins_and_when_it_was_written(notes):
    found = notes(note(), note("Something else altogether", 1))
    begins = LONG[:200].replace("&", "&amp;") + "… https://t.co/abcdef"

    assert found.of(begins, START + timedelta(seconds=1))["text"] == LONG
    assert found.of(begins, START + timedelta(minutes=1)) == {}
    assert found.of("Other words", START) == {}


def test_what_a_note_marks_is_told_in_the_words_of_the_api(notes):
    link = {
        "shortUrl": "https://t.co/a",
        "expandedUrl": "https://shop.example/",
        "displayUrl": "shop.example",
        "fromIndex": "3",
        "toIndex": 17,
    }
    found = notes(
        note(
            urls=[link],
            mentions=[{"screenName": "anna", "fromIndex": "1", "toIndex": "5"}],
            hashtags=[{"text": "bread", "fromIndex": "x", "toIndex": None}],
        )
    )
    entities = found.of(LONG, START)["entities"]

    assert entities == {
        "urls": [
            {
                "start": 3,
                "end": 17,
                "url": "https://t.co/a",
                "expanded_url": "https://shop.example/",
                "display_url": "shop.example",
            }
        ],
        "mentions": [{"start": 1, "end": 5, "username": "anna"}],
        "hashtags": [{"start": None, "end": None, "tag": "bread"}],
    }


def test_notes_take_no_more_memory_than_they_may(notes, monkeypatch):
    monkeypatch.setattr(x_notes, "_MOST_CHARACTERS", len(LONG) + 100)
    found = notes(note(), note("Another one, " * 30, 1))
    assert found.of(LONG, START)
    assert not found.of("Another one, " * 30, START + timedelta(hours=1))


@pytest.mark.parametrize("spoiled", [None, 3, {}, {"noteTweet": 3}, note(text="")])
def test_a_spoiled_note_is_left_out(notes, spoiled):
    assert notes(spoiled, note()).of(LONG, START)
