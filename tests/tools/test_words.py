"""The translations hold what the program says, however its source says it."""

import runpy
from pathlib import Path

import pytest

WORDS = runpy.run_path(str(Path(__file__).parents[2] / "tools/words.py"))
Sentence = WORDS["Sentence"]


def said_by(source: str) -> set[object]:
    return WORDS["sentences_of"](source, "page.py")


@pytest.mark.parametrize("number", ["n", "len(items)", "self.counts.likes", "-(-seconds // 60)"])
def test_a_plural_is_one_whatever_its_number_looks_like(number):
    source = f'QCoreApplication.translate("Page", "%n post(s)", "", {number})'

    assert said_by(source) == {Sentence("Page", "%n post(s)", is_plural=True)}


def test_what_a_class_says_belongs_to_that_class():
    source = """
class Page:
    class Row:
        def show(self):
            return self.tr("Waits")

    def show(self):
        return self.tr(
            "Nothing waits "
            "here",
            "title",
        )
"""

    assert said_by(source) == {
        Sentence("Row", "Waits"),
        Sentence("Page", "Nothing waits here", "title"),
    }


def test_moving_a_painter_says_nothing():
    assert said_by("painter.translate(box.topLeft())\npainter.translate(2, x)") == set()


@pytest.mark.parametrize(
    "source",
    [
        "class Page:\n    def show(self): self.tr(words)",
        'class Page:\n    def show(self): self.tr(f"Hello {name}")',
        'class Page:\n    def show(self): self.tr("Open" if is_new else "Close")',
        'class Page:\n    def show(self): self.tr("%n post(s)", n=3)',
        'self.tr("outside of a class")',
        'translate("Page", WORDS["open"])',
        'translate(page, "Open")',
    ],
)
def test_a_sentence_that_cannot_be_read_from_the_source_is_refused(source):
    with pytest.raises(SystemExit, match=r"page\.py:\d"):
        said_by(source)


def test_merging_keeps_what_is_translated_and_drops_what_is_no_longer_said(tmp_path):
    file = tmp_path / "crieur_fr.ts"
    WORDS["update"](tmp_path, ["fr"])
    fresh = file.read_text(encoding="utf-8")
    kept = '<translation type="unfinished"></translation>'
    begun = fresh.replace(kept, "<translation>Déjà dit</translation>", 1)
    stale = begun.replace("<source>", "<source>No longer said. ", 2).replace(
        "No longer said. ", "", 1
    )
    file.write_text(stale, encoding="utf-8")

    WORDS["update"](tmp_path)

    merged = file.read_text(encoding="utf-8")
    assert "No longer said" not in merged
    assert merged == begun
