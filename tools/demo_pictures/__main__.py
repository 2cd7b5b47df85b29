"""Draw the demonstration's pictures anew: `python tools/demo_pictures`."""

import os

import food
import places
from easel import FOLDER
from PySide6.QtGui import QGuiApplication

PICTURES = (
    food.croissants,
    food.baguettes,
    food.brioche,
    food.viennoiseries,
    food.fournil,
    food.farine,
    food.petitdej,
    food.galette,
    food.fromage,
    food.fleurs,
    places.vitrine,
    places.marche,
    places.quai,
    places.lumieres,
    places.velo,
    places.enseigne,
)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
application = QGuiApplication([])
FOLDER.mkdir(parents=True, exist_ok=True)
for draw in PICTURES:
    draw().save(draw.__name__)
