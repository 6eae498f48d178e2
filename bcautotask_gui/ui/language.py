"""The language of the window: which ones there are, which is remembered, and how it is put on."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from bcautotask_gui.bundled import bundled

_LANGUAGE = "appearance/language"


class Language(StrEnum):
    """What a person can choose."""

    SYSTEM = "system"
    ENGLISH = "en"
    DUTCH = "nl"


def remembered_language(memory: QSettings) -> Language:
    """What was chosen at this workplace."""
    known = str(memory.value(_LANGUAGE) or "")
    return next((each for each in Language if each.value == known), Language.SYSTEM)


def remember_language(memory: QSettings, language: Language) -> None:
    """Keep the choice for the next start."""
    memory.setValue(_LANGUAGE, language.value)


def use_language(application: QCoreApplication, language: Language) -> None:
    """Speak this language from now on, with its dates and numbers.

    What is shown already keeps its words until it is built anew; widgets that stay hear of it by
    an event, LanguageChange.
    """
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    locale = _locale_of(language)
    QLocale.setDefault(locale)
    if locale.language() is QLocale.Language.Dutch:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # what Qt says itself, such as in a file dialog
        _install(application, f"{folder}/qtbase_nl.qm")
        # by its path: a translator that loads bytes does not keep them
        _install(application, str(bundled("languages", "nl.qm")))


def language_in_use() -> Language:
    """English or Dutch."""
    is_dutch = QLocale().language() is QLocale.Language.Dutch
    return Language.DUTCH if is_dutch else Language.ENGLISH


def _locale_of(language: Language) -> QLocale:
    """The system's own locale where it speaks the language: it knows the country."""
    system = QLocale.system()
    wanted = {
        Language.ENGLISH: QLocale.Language.English,
        Language.DUTCH: QLocale.Language.Dutch,
        Language.SYSTEM: _first_known(system),
    }[language]
    return system if system.language() is wanted else QLocale(wanted)


def _first_known(system: QLocale) -> QLocale.Language:
    for name in system.uiLanguages():
        language = QLocale(name).language()
        if language in (QLocale.Language.English, QLocale.Language.Dutch):
            return language
    return QLocale.Language.English


def _install(application: QCoreApplication, path: str) -> None:
    translator = QTranslator(application)
    if translator.load(path):
        application.installTranslator(translator)
