"""Which languages the window speaks, and the change from one to another while it is open.

A language is one file of translated sentences in resources/words; nothing else names it.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.resources import SOURCE, language_codes, resource

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_WORDS = "crieurWords"


def languages() -> dict[str, str]:
    """Return the code of each language with the name its own speakers give it, English first."""
    return {code: _own_name(code) for code in language_codes()}


def install_language(app: QApplication, language: str = "system") -> str:
    """Speak a language of `languages`, or the computer's, from now on; return the one spoken."""
    spoken = language if language in languages() else _language_of_the_computer()
    for former in app.findChildren(QTranslator, _WORDS):
        app.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(_locale_for(spoken))
    qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for folder, name in ((qt_words, "qtbase_"), (str(resource("words")), "crieur_")):
        words = QTranslator(app)
        words.setObjectName(_WORDS)
        if words.load(f"{name}{spoken}", folder):
            app.installTranslator(words)
    app.setLayoutDirection(QLocale().textDirection())
    return spoken


def read_in(widget: QWidget, language: str) -> None:
    """Have a screen reader read a widget in the voice of a language, if its code is a known one."""
    locale = QLocale(language)
    if locale.language() != QLocale.Language.C:
        widget.setLocale(locale)


def _own_name(code: str) -> str:
    if code == SOURCE:
        return "English"
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def _locale_for(language: str) -> QLocale:
    computer = QLocale.system()
    home = _ENGLISH if language == SOURCE else QLocale(language)
    return computer if computer.language() == home.language() else home


def _language_of_the_computer() -> str:
    for wanted in QLocale.system().uiLanguages():
        name = wanted.replace("-", "_")
        for code in (name, name.split("_")[0]):
            if code in languages():
                return code
    return SOURCE
