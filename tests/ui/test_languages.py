"""A language is one file; it comes with its numbers, its direction and Qt's own words."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.ui import languages as languages_module
from desktop.ui import resources
from desktop.ui.languages import install_language, languages, read_in

LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
ARABIC = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context><name>Dialog</name>
<message><source>Cancel</source><translation>إلغاء</translation></message>
</context>
</TS>
"""


@pytest.fixture
def speaking(qapp) -> Iterator[None]:
    """Put the languages back as they were."""
    before = QLocale()
    yield
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.deleteLater()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_language_brings_its_numbers_and_qts_own_words(qapp, speaking, language):
    assert install_language(qapp, language) == language
    assert QLocale().name().startswith(language)
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight

    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert said == {"en": "Cancel", "fr": "Annuler"}[language]


def test_changing_the_language_leaves_none_of_the_old_one(qapp, speaking):
    install_language(qapp, "fr")
    install_language(qapp, "en")

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().language() == QLocale.Language.English


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [(["fr-CA", "en"], "fr"), (["de-DE", "fr"], "fr"), (["de-DE"], "en")],
)
def test_the_computers_language_is_taken_where_it_is_spoken_here(
    qapp, speaking, monkeypatch, spoken, expected
):
    class Computer(QLocale):
        def uiLanguages(self) -> list[str]:
            return spoken

    monkeypatch.setattr(languages_module.QLocale, "system", staticmethod(Computer))
    assert install_language(qapp, "system") == expected


def test_each_language_is_offered_under_its_own_name():
    assert languages() == {"en": "English", "fr": "Français"}


def test_a_third_language_is_one_file(qapp, speaking, monkeypatch, tmp_path):
    (tmp_path / "crieur_ar.ts").write_text(ARABIC, "utf-8")
    command = [LRELEASE, "-silent", "crieur_ar.ts", "-qm", "crieur_ar.qm"]
    subprocess.run(command, check=True, cwd=tmp_path)
    for module in (resources, languages_module):
        monkeypatch.setattr(module, "resource", lambda _name: tmp_path)

    assert languages() == {"en": "English", "ar": "العربية"}
    assert install_language(qapp, "ar") == "ar"
    assert QCoreApplication.translate("Dialog", "Cancel") == "إلغاء"
    assert QCoreApplication.translate("Dialog", "Close") == "Close"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Arabic

    install_language(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_screen_reader_is_told_in_which_language_words_are(qtbot):
    words = QWidget()
    qtbot.addWidget(words)
    told = QAccessible.queryAccessibleInterface(words).attributesInterface()

    for language in ("fr", "", "no such language"):
        read_in(words, language)
        locale = told.attributeValue(QAccessible.Attribute.Locale)
        assert locale.language() == QLocale.Language.French
