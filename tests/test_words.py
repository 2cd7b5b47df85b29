"""Everything the window says is there in both languages, and well written."""

import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from glue import glued
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.ui import languages
from desktop.ui.dialogs import Dialog
from desktop.ui.languages import install_language
from desktop.ui.theme import Theme

ROOT = Path(__file__).parent.parent
WORDS = ROOT / "resources/words"
TOOL = runpy.run_path(str(ROOT / "tools/words.py"))
LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
NARROW = "\u202f"


@dataclass(frozen=True)
class Translation:
    """A source sentence with what a language makes of it: one text, or one a plural form."""

    context: str
    source: str
    note: str
    is_plural: bool
    is_finished: bool
    texts: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.context}: {self.source} -> {' | '.join(self.texts)}"


def translations(language: str) -> list[Translation]:
    tree = ElementTree.parse(WORDS / f"crieur_{language}.ts")
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = translation.findall("numerusform") or [translation]
            found.append(
                Translation(
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment", ""),
                    message.get("numerus") == "yes",
                    translation.get("type") is None,
                    tuple(form.text or "" for form in forms),
                )
            )
    return found


FRENCH, ENGLISH = translations("fr"), translations("en")


def listed(wrong: list[Translation]) -> str:
    return "\n".join(map(str, wrong))


def test_the_translations_hold_exactly_what_the_program_says():
    Sentence = TOOL["Sentence"]
    said = TOOL["sentences"]()

    known = {Sentence(each.context, each.source, each.note, each.is_plural) for each in FRENCH}
    assert known == said, "run `make words`, then translate what is new"
    known = {Sentence(each.context, each.source, each.note, each.is_plural) for each in ENGLISH}
    assert known == {each for each in said if each.is_plural}, "run `make words`"


def test_every_sentence_with_a_number_is_a_plural():
    assert not listed([each for each in FRENCH if ("%n" in each.source) != each.is_plural])


def test_no_sentence_is_put_together_from_pieces():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for line in glued(path.read_text("utf-8"))
    ]
    assert not found


GLUED = [
    'self.tr("Muted") + name',
    "f\"{self.tr('Muted')} {name}\"",
    "f\"{count} {translate('Feed', 'posts')}\"",
    'self.tr("{stored}, since {date}").format(stored=self.tr("%n post(s)", "", 3), date=date)',
]
TOLD = [
    'self.tr("Muted: {name}").format(name=name)',
    "f\"{self.tr('Muted.')} {self.tr('Undo it?')}\"",
    "f\"{self.tr('Bookmarked')} · {self.tr('Liked')}\"",
    "name + other",
]


@pytest.mark.parametrize(
    ("code", "is_glued"), [*((c, True) for c in GLUED), *((c, False) for c in TOLD)]
)
def test_pieces_are_told_from_whole_sentences(code, is_glued):
    assert bool(list(glued(f"def said(self):\n    return {code}\n"))) == is_glued


def test_pieces_are_found_behind_a_name_too():
    code = "def said(self):\n    words = self.tr('posts')\n    return f'{number} {words}'\n"
    assert list(glued(code)) == [3]


@pytest.mark.parametrize("known", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_nothing_is_left_to_translate(known):
    assert not listed([each for each in known if not each.is_finished or not all(each.texts)])
    assert not listed([each for each in known if each.is_plural and len(each.texts) != 2])


@pytest.mark.parametrize("known", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_what_is_filled_in_later_is_the_same_in_every_language(known):
    def gaps(text: str) -> list[str]:
        # %Ln is %n with the digits grouped as the language groups them.
        return sorted(re.findall(r"\{\w*\}|%n|%\d", text.replace("%Ln", "%n")))

    wrong = [each for each in known if any(gaps(text) != gaps(each.source) for text in each.texts)]
    assert not listed(wrong)


@pytest.mark.parametrize("known", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_counts_are_written_as_the_language_writes_them(known):
    assert not listed([each for each in known if any("%n" in text for text in each.texts)])


TYPOGRAPHY = {
    "a straight apostrophe": r"'",
    "a straight quote": r'"',
    "English quotes": r"[“”]",
    "three dots": r"\.\.\.",
    "a two-part mark without its narrow space": rf"[^{NARROW}\s][;:!?»%](?!L?n)",
    "a two-part mark after a wide space": r"[ \u00a0][;:!?»%](?!L?n)",
    "an opening quote without its narrow space": rf"«(?!{NARROW})",
    "a number and its unit that may part": r"%Ln (?:min|h)$",
    "two spaces": r"  ",
    "a space at an end": r"^\s|\s$",
    "a familiar form": r"(?i)\b(?:tu|toi|ton|ta|tes|clique|choisis|réessaie)\b",
    # Mastodon's own page calls what it makes a "jeton d’accès", and a request of the web is a POST.
    "jargon": r"(?i)\b(?:api|token|jeton(?! d’accès)|oauth|synchronis\w*|cache|handle|feed"
    r"|(?!(?-i:POST))post|login|mail)\b",
    "a word of another house": r"(?i)\b(?:oups|erreur|ok|email|abonnée?s?|likes?|reposts?)\b",
}


@pytest.mark.parametrize("fault", TYPOGRAPHY)
def test_french_is_set_as_french_is(fault):
    wrong = [
        each
        for each in FRENCH
        # What only a search reads may be in anybody's words.
        if each.context != "Options"
        and any(re.search(TYPOGRAPHY[fault], without_names(text)) for text in each.texts)
    ]
    assert not listed(wrong)


def without_names(text: str) -> str:
    """Leave out what is no French: addresses, and what is filled in later."""
    return re.sub(r"https?://\S*|\{\w*\}", "…", text)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("a straight apostrophe", "L'image"),
        ("a straight quote", 'le mot "ami"'),
        ("English quotes", "le mot “ami”"),
        ("three dots", "Un instant..."),
        ("a two-part mark without its narrow space", "Ouvrir?"),
        ("a two-part mark without its narrow space", "Démo: rien"),
        ("a two-part mark after a wide space", "12 %"),
        ("a two-part mark after a wide space", "Ouvrir ?"),
        ("an opening quote without its narrow space", "« ami"),
        ("a number and its unit that may part", "%Ln min"),
        ("two spaces", "un  mot"),
        ("a space at an end", "un mot "),
        ("a familiar form", "Choisis ta boutique"),
        ("jargon", "Le jeton a expiré"),
        ("jargon", "Votre post"),
        ("a word of another house", "3 likes"),
        ("a word of another house", "Nouveaux abonnés"),
    ],
)
def test_a_rule_of_typography_catches_what_it_is_there_for(fault, text):
    assert re.search(TYPOGRAPHY[fault], text)


def test_a_french_sentence_ends_as_its_source_does():
    def end(text: str) -> str:
        return text[-1:] if text.endswith((".", "…", "?")) else ""

    free = {"Its newest good copy took its place. The damaged file is kept as {path}."}
    wrong = [
        each
        for each in FRENCH
        if each.source not in free and any(end(text) != end(each.source) for text in each.texts)
    ]
    assert not listed(wrong)


def test_what_a_thing_is_called_stays_the_same():
    fixed = {
        "Home": "Accueil",
        "Mentions": "Mentions",
        "Outbox": "Boîte d’envoi",
        "Friend": "Ami",
        "Follower": "Follower",
        "Following": "Abonnements",
        "Followers: {count}": f"Followers{NARROW}:\u00a0{{count}}",
        "Following: {count}": f"Abonnements{NARROW}:\u00a0{{count}}",
        "New followers": "Nouveaux followers",
        "New post": "Nouveau message",
    }
    wrong = [
        each for each in FRENCH if each.source in fixed and each.texts != (fixed[each.source],)
    ]
    assert not listed(wrong)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory) -> Path:
    """Compile the words as setting up does."""
    folder = tmp_path_factory.mktemp("words")
    for language in ("fr", "en"):
        name = f"crieur_{language}"
        command = [LRELEASE, "-silent", WORDS / f"{name}.ts", "-qm", folder / f"{name}.qm"]
        subprocess.run(command, check=True)
    return folder


@pytest.fixture
def speaking(qapp, compiled, monkeypatch) -> Iterator[None]:
    """Speak with the words as they are now, and put the language back afterwards."""
    monkeypatch.setattr(languages, "resource", lambda _name: compiled)
    before = QLocale()
    yield
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(before)


SPOKEN = [
    ("fr", 0, "0 nouvelle publication"),
    ("fr", 1, "1 nouvelle publication"),
    ("fr", 2, "2 nouvelles publications"),
    ("fr", 1284, f"1{NARROW}284 nouvelles publications"),
    ("en", 0, "0 new posts"),
    ("en", 1, "1 new post"),
    ("en", 1284, "1,284 new posts"),
]


@pytest.mark.parametrize(("language", "number", "expected"), SPOKEN)
def test_one_and_many_are_told_apart(qapp, speaking, language, number, expected):
    install_language(qapp, language)

    source = "%n new post(s)"
    context = next(each.context for each in ENGLISH if each.source == source)
    said = QCoreApplication.translate(context, source, "", number)

    assert said == expected


def test_the_window_changes_its_language_there_and_back(qapp, qtbot, speaking):
    def way_out() -> str:
        dialog = Dialog(Theme(qapp), "", "Publish")
        qtbot.addWidget(dialog)
        return dialog.cancel_button.text()

    install_language(qapp, "fr")
    assert way_out() == "Annuler"

    install_language(qapp, "en")
    assert way_out() == "Cancel"
