"""The languages the window speaks, each under the name its own speakers give it."""

LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
