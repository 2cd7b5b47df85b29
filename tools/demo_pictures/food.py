"""Draw what the bakery and its neighbours sell."""

import math

from easel import CRUST, DARK, GOLD, PINK, Easel


def croissants() -> Easel:
    """Three croissants on a board."""
    easel = Easel("#f6e3bd", "#e2b877")
    easel.disc(790, 90, 210, 210, "#ffffff", alpha=46)
    easel.box(110, 330, 740, 120, "#8b5a33", radius=26)
    easel.box(110, 322, 740, 112, "#a8713f", radius=26)
    for x, turn in ((260, -10), (480, 4), (700, 12)):
        easel.at(x, 262, turn, 1.15, easel.croissant)
    return easel


def baguettes() -> Easel:
    """Baguettes standing in a basket."""
    easel = Easel("#dfe9df", "#a9c4b2")
    easel.disc(150, 120, 240, 240, "#ffffff", alpha=60)
    for x, turn in ((370, -101), (450, -94), (530, -86), (610, -78)):
        easel.at(x, 240, turn, 1, easel.baguette)
    easel.shape("#9a6a3a", (290, 330), (690, 330), (640, 510), (340, 510))
    for row in range(5):
        for column in range(10):
            colour = "#b98650" if (row + column) % 2 else "#8a5c30"
            easel.box(300 + column * 38 + row * 2, 338 + row * 34, 34, 28, colour, radius=8)
    return easel


def brioche() -> Easel:
    """A praline brioche on a white plate."""
    easel = Easel("#f7d9dc", "#e8a9b2")
    easel.disc(480, 372, 300, 84, "#d98f9b", alpha=120)
    easel.disc(480, 356, 290, 78, "#ffffff")
    easel.disc(480, 350, 220, 54, "#f1e7e4")
    easel.at(480, 262, 0, 1.35, easel.brioche)
    return easel


def viennoiseries() -> Easel:
    """A tray of pastries."""
    easel = Easel("#fdf3de", "#ecd2a0")
    easel.box(90, 150, 780, 300, "#5d6f68", radius=30)
    easel.box(106, 162, 748, 268, "#73877f", radius=24)
    for x in (230, 420):
        easel.at(x, 240, 0, 0.72, easel.croissant)
    for x in (610, 760):
        easel.box(x - 66, 196, 132, 84, DARK, radius=26)
        easel.box(x - 66, 190, 132, 80, CRUST, radius=26)
        easel.box(x - 40, 196, 16, 70, "#5a3420", radius=8)
        easel.box(x + 22, 196, 16, 70, "#5a3420", radius=8)
    for x in (250, 480, 710):
        easel.at(x, 362, 0, 0.56, easel.brioche)
    return easel


def fournil() -> Easel:
    """The bakehouse at night."""
    easel = Easel("#2b2320", "#4a342a")
    for row in range(7):
        for column in range(-2, 11):
            colour = "#6b4736" if (row + column) % 2 else "#5d3d2f"
            easel.box(column * 112 - (row % 2) * 56, row * 64, 106, 58, colour, radius=4)
    easel.disc(430, 330, 260, 200, "#1d1512")
    easel.box(170, 330, 520, 150, "#1d1512")
    easel.glow(430, 380, 280, "#ff8a2b", alpha=230)
    easel.glow(430, 430, 160, "#ffd27a", alpha=230)
    easel.at(350, 400, 0, 0.9, easel.loaf)
    easel.at(530, 410, 0, 0.8, easel.loaf)
    easel.band(470, 70, "#3a2a22")
    easel.line("#c79a62", 18, (640, 440), (950, 520))
    easel.box(560, 424, 130, 26, "#c79a62", radius=12)
    return easel


def farine() -> Easel:
    """Two sacks of flour and an ear of wheat."""
    easel = Easel("#f1ece1", "#d9cbb0")
    easel.band(440, 100, "#c3ac86")
    for x, tall in ((230, 300), (430, 250)):
        easel.box(x, 470 - tall, 210, tall, "#e9dcc0", radius=36)
        easel.box(x + 8, 470 - tall, 194, 60, "#d8c7a2", radius=28)
        easel.disc(x + 105, 476 - tall, 82, 16, "#fffaf0")
        easel.disc(x + 105, 580 - tall, 46, 46, "#c9a55c")
        easel.disc(x + 105, 580 - tall, 36, 36, "#e9dcc0")
    easel.line("#b9913c", 7, (760, 470), (740, 160))
    for grain in range(7):
        y = 170 + grain * 30
        for side in (-1, 1):
            easel.at(742 + side * 20, y, side * 32, 1, lambda: easel.disc(0, 0, 12, 24, "#d8ab49"))
    return easel


def petitdej() -> Easel:
    """Coffee, a croissant and jam on a round table."""
    easel = Easel("#e3efe9", "#bfd8cb")
    easel.disc(480, 330, 430, 190, "#f8f3e8")
    easel.disc(300, 300, 150, 70, "#ffffff")
    easel.disc(300, 290, 104, 48, "#e8e2d6")
    easel.box(220, 190, 160, 110, "#2f6f86", radius=46)
    easel.disc(300, 200, 80, 26, "#25596c")
    easel.disc(300, 202, 68, 20, "#4b2a18")
    for x in (270, 300, 330):
        easel.line("#ffffff", 5, (x, 160), (x + 10, 130), (x - 4, 100))
    easel.disc(600, 370, 170, 66, "#ffffff")
    easel.at(600, 320, -8, 1, easel.croissant)
    easel.box(730, 190, 96, 110, "#c8514a", radius=18)
    easel.box(724, 168, 108, 30, "#f3e0b8", radius=8)
    easel.box(742, 226, 72, 42, "#fdf6e6", radius=6)
    return easel


def galette() -> Easel:
    """A galette with its paper crown."""
    easel = Easel("#e6e2f1", "#c9bfe0")
    easel.disc(480, 360, 310, 110, "#ffffff")
    easel.disc(480, 330, 260, 96, DARK)
    easel.disc(480, 316, 260, 96, CRUST)
    easel.disc(450, 300, 190, 60, GOLD, alpha=150)
    for spoke in range(18):
        angle = math.radians(spoke * 20)
        middle = (480 + 130 * math.cos(angle + 0.12), 314 + 46 * math.sin(angle + 0.12))
        end = (480 + 246 * math.cos(angle), 316 + 89 * math.sin(angle))
        easel.line(DARK, 4, (480, 312), middle, end)
    points = [(330.0, 250.0)]
    for peak in range(5):
        points += [(345.0 + peak * 60, 120.0), (375.0 + peak * 60, 200.0)]
    easel.shape("#e8bd3f", *points, (630, 250))
    easel.box(330, 236, 300, 40, "#e8bd3f", radius=6)
    for gem in range(5):
        easel.disc(364 + gem * 58, 256, 11, 11, "#c8514a" if gem % 2 else "#2f6f86")
    return easel


def fromage() -> Easel:
    """Three cheeses on a board."""
    easel = Easel("#f3ead6", "#d9c7a0")
    easel.box(130, 250, 700, 210, "#8b5a33", radius=40)
    easel.box(130, 240, 700, 204, "#a8713f", radius=40)
    easel.disc(300, 330, 110, 66, "#d9c9a4")
    easel.disc(300, 310, 110, 66, "#fbf4e0")
    easel.shape("#e7b23f", (440, 390), (640, 380), (640, 300), (440, 330))
    easel.shape("#f4cd6a", (440, 330), (640, 300), (560, 250))
    for x, y, size in ((500, 358, 14), (560, 346, 20), (610, 360, 11), (470, 368, 8)):
        easel.disc(x, y, size, size * 0.8, "#c9902b")
    easel.disc(730, 340, 64, 40, "#8f9a86")
    easel.disc(730, 326, 64, 40, "#c7cfbd")
    easel.line("#dfe5e2", 16, (560, 430), (700, 420))
    easel.line("#3a2a22", 20, (715, 419), (800, 412))
    return easel


def fleurs() -> Easel:
    """A bunch of flowers in a zinc bucket."""
    easel = Easel("#dcebe2", "#f6e6dd")
    for stem in range(9):
        x = 330 + stem * 38
        easel.line("#4f7d4b", 8, (480, 430), (x, 190 + abs(stem - 4) * 14))
    for stem in range(9):
        x, y = 330 + stem * 38, 180 + abs(stem - 4) * 16
        colour = ("#c8402f", "#fdf6f0", PINK)[stem % 3]
        for petal in range(6):
            easel.at(x, y, petal * 60, 1, lambda c=colour: easel.disc(0, -22, 15, 22, c))
        easel.disc(x, y, 11, 11, "#e8bd3f")
    easel.shape("#8d9a9c", (370, 320), (590, 320), (560, 500), (400, 500))
    easel.shape("#a9b5b6", (370, 320), (450, 320), (440, 500), (400, 500))
    easel.box(360, 308, 240, 22, "#76848a", radius=10)
    return easel
