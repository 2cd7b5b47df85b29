"""What the tests of the settings share: the whole page, on a bench."""

import pytest
from PySide6.QtWidgets import QWidget
from screens import Stage

from desktop.ui.commands import Commands
from desktop.ui.picture_loader import PictureLoader
from desktop.views.settings.settings import Settings


@pytest.fixture
def settings(stage: Stage, shown, window: QWidget) -> Settings:
    pictures = PictureLoader(stage.tasks, lambda _url: b"", parent=stage.book)
    made = Settings(
        stage.theme,
        stage.session,
        stage.book,
        stage.refresher(),
        hub=stage.hub,
        tasks=stage.tasks,
        pictures=pictures,
        commands=Commands(stage.keymap, window),
    )
    made.setMinimumSize(900, 600)
    return shown(made)
