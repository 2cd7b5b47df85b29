"""Save a picture of every screen in every size, look and language; no display is needed.

Two runs give the same pictures: the clock stands still, and so does whatever moves.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from stations import stations
from stillness import StillProgram, still_the_computer
from studio import Studio
from tour import Screen

from desktop.app import Desk
from desktop.ui.palette import Palette

SIZES = ("1280x800", "1366x690", "900x600")
LOOKS = ("light", "dark")
LANGUAGES = ("en", "fr")


class MirroredApplication(QApplication):
    """Lays everything out from right to left, whatever the language asks for."""

    def setLayoutDirection(self, _direction: Qt.LayoutDirection) -> None:
        """Stay mirrored."""
        super().setLayoutDirection(Qt.LayoutDirection.RightToLeft)


class Album:
    """A folder of pictures of one window."""

    def __init__(self, studio: Studio, wanted: argparse.Namespace) -> None:
        self._stage = studio
        self._wanted = wanted
        self._folder: Path = wanted.folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self.saved = 0

    def wants(self, names: Iterable[str]) -> bool:
        """Say whether one of these screens is wanted."""
        return any(name.startswith(tuple(self._wanted.only or ("",))) for name in names)

    def take(self, name: str, screen: Screen) -> None:
        """Save a screen in every size and look that is wanted."""
        if not self.wants([name]):
            return
        for size in self._wanted.size or SIZES:
            width, height = (int(side) for side in size.split("x"))
            self._stage.window.resize(width, height)
            self._stage.clear_away()
            screen(self._stage, partial(self._save, f"{name}-{size}"))

    def _save(self, name: str) -> None:
        for look in self._wanted.look or LOOKS:
            self._stage.desk.theme.set_look(look)
            self._stage.settle()
            picture = self._stage.window.grab()
            with QPainter(picture) as painter:
                for above in QApplication.topLevelWidgets():
                    if above.isVisible() and above is not self._stage.window:
                        painter.drawPixmap(self._place_of(above), above.grab())
            picture.save(str(self._folder / f"{name}-{look}-{self._stage.language}.png"))
            self.saved += 1

    def _place_of(self, above: QWidget) -> QPoint:
        window = self._stage.window
        if isinstance(above, QMenu | Palette):
            return above.pos() - window.pos()
        # Where a desktop would put a dialog; the screen that is not there is too small for that.
        return window.rect().center() - above.rect().center()


def main() -> int:
    """Take the pictures and say how many."""
    wanted = _options()
    folder = still_the_computer(has_fonts=not wanted.own_fonts, scale=wanted.scale)
    app = (MirroredApplication if wanted.mirrored else QApplication)(["crieur"])
    app.setCursorFlashTime(0)
    program = StillProgram(folder / "data")
    studio = Studio(program, Desk(program, app, LANGUAGES[0]))
    studio.desk.theme.set_reduced_motion(True)
    studio.desk.theme.set_text_size(wanted.text)
    album = Album(studio, wanted)
    walk(studio, album, wanted.lang or LANGUAGES)
    studio.window.close()
    studio.desk.finish()
    shutil.rmtree(folder, ignore_errors=True)
    print(f"{album.saved} pictures are in {wanted.folder}.")
    return 0


def walk(studio: Studio, album: Album, languages: tuple[str, ...]) -> None:
    """Take every screen in every language, each workspace opened once."""
    studio.desk.start(demo=False, workspace=None)
    sys.excepthook = _give_up
    for opened, screens in stations(studio):
        if not album.wants(screens):
            continue
        opened()
        for language in languages:
            studio.speak(language)
            for name, screen in screens.items():
                album.take(name, screen)


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell what went wrong and end: a picture of a window that failed is worth nothing."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", action="append", help="screens whose name begins so")
    parser.add_argument("--size", action="append", help="a size such as 1280x800")
    parser.add_argument("--look", action="append", choices=LOOKS)
    parser.add_argument("--text", type=int, default=100, help="size of the text in percent")
    parser.add_argument("--lang", action="append", choices=LANGUAGES)
    parser.add_argument("--scale", type=float, default=1, help="pixels to each pixel of the window")
    parser.add_argument("--mirrored", action="store_true", help="from right to left")
    parser.add_argument("--own-fonts", action="store_true", help="without the computer's fonts")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
