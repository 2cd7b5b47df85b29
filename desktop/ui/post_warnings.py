"""Say in words what a server marks a post with; what its author wrote is shown as it is."""

from PySide6.QtCore import QCoreApplication


def warning_in_words(warning: str) -> str:
    """Return a content warning for people: a server's mark in words, any other as written."""
    return _marks().get(warning, warning)


def _marks() -> dict[str, str]:
    return {
        "sensitive": QCoreApplication.translate("PostWarnings", "Sensitive pictures"),
        "porn": QCoreApplication.translate("PostWarnings", "Pornography"),
        "sexual": QCoreApplication.translate("PostWarnings", "Sexually suggestive"),
        "nudity": QCoreApplication.translate("PostWarnings", "Nudity"),
        "sexual-figurative": QCoreApplication.translate("PostWarnings", "Sexual drawings"),
        "graphic-media": QCoreApplication.translate("PostWarnings", "Shocking pictures"),
        "gore": QCoreApplication.translate("PostWarnings", "Shocking pictures"),
        "self-harm": QCoreApplication.translate("PostWarnings", "Self-harm"),
        "intolerant": QCoreApplication.translate("PostWarnings", "Intolerance"),
        "threat": QCoreApplication.translate("PostWarnings", "Threats"),
        "spam": QCoreApplication.translate("PostWarnings", "Unwanted advertising"),
        "misleading": QCoreApplication.translate("PostWarnings", "Misleading"),
        "scam": QCoreApplication.translate("PostWarnings", "Fraud"),
        "impersonation": QCoreApplication.translate("PostWarnings", "Pretends to be somebody else"),
        "!warn": QCoreApplication.translate("PostWarnings", "A moderator warns of this post"),
    }
