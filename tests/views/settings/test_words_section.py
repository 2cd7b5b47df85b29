"""Every explained word can be read in one place."""

from screens import read

from desktop.views.glossary import glossary
from desktop.views.settings.words_section import WordsSection


def test_all_words_stand_there_with_their_meaning(stage, shown):
    said = read(shown(WordsSection(stage.theme)))

    for term in glossary():
        assert term.word in said
        assert term.meaning in said
