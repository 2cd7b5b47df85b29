"""Draw the shop, the quays and the market of the demonstration."""

from easel import CREAM, GOLD, GREEN, HEIGHT, Easel


def vitrine() -> Easel:
    """The shop front."""
    easel = Easel("#f3e6d2", "#e7cfae")
    easel.band(470, 70, "#b9ab98")
    easel.box(120, 70, 720, 410, GREEN)
    easel.box(150, 96, 660, 66, "#134a3c", radius=8)
    for number in range(8):
        easel.box(300 + number * 46, 118, 30, 22, GOLD, radius=5)
    for stripe in range(12):
        colour = "#f7efe0" if stripe % 2 else "#c4553f"
        x = 150 + stripe * 55
        easel.shape(colour, (x, 172), (x + 55, 172), (x + 55, 226), (x, 226))
        easel.disc(x + 27.5, 226, 27.5, 20, colour)
    easel.box(170, 262, 420, 170, "#fdf0c9", radius=6)
    easel.box(640, 262, 150, 218, "#134a3c", radius=6)
    easel.box(656, 280, 118, 120, "#fdf0c9", radius=6)
    easel.disc(662, 430, 8, 8, GOLD)
    easel.at(260, 360, 0, 0.5, easel.croissant)
    easel.at(390, 372, 0, 0.45, easel.brioche)
    easel.at(510, 380, 0, 0.55, easel.loaf)
    easel.box(170, 420, 420, 14, "#8b5a33")
    easel.glow(380, 300, 210, "#ffffff", alpha=90)
    return easel


def marche() -> Easel:
    """A market stall."""
    easel = Easel("#cfe6ee", "#f4ecd2")
    easel.band(452, 88, "#c9b79c")
    easel.line("#7b6a54", 12, (480, 90), (480, 330))
    for stripe in range(8):
        left, right = 180 + stripe * 75, 255 + stripe * 75
        colour = "#fdf7ea" if stripe % 2 else "#d3543f"
        easel.shape(colour, (480, 40), (left, 190), (right, 190))
        easel.disc((left + right) / 2, 190, 37.5, 14, colour)
    heaps = (("#c8402f", 190), ("#e58a2c", 310), ("#6b9b3c", 430), ("#7a4a7d", 550))
    for colour, x in (*heaps, ("#e3bf3f", 670)):
        for row in range(3):
            for column in range(4 - row):
                easel.disc(x + 12 + column * 26 + row * 13, 346 - row * 20, 15, 15, colour)
                easel.disc(
                    x + 8 + column * 26 + row * 13, 341 - row * 20, 4, 4, "#ffffff", alpha=90
                )
        easel.box(x - 10, 352, 116, 60, "#a8713f", radius=6)
        easel.box(x - 10, 378, 116, 6, "#8b5a33")
    easel.box(168, 412, 640, 18, "#8b5a33", radius=4)
    return easel


def quai() -> Easel:
    """Houses on the river."""
    easel = Easel("#bfdcec", "#f9dfb9")
    easel.disc(760, 120, 54, 54, "#fff3d0")
    easel.shape("#86a587", (0, 250), (260, 120), (520, 250))
    easel.box(250, 88, 16, 60, "#d9d2c3")
    easel.shape("#d9d2c3", (244, 92), (272, 92), (258, 60))
    colours = ("#e2a05f", "#d97c58", "#edc98b", "#c9695a", "#e7b36c", "#d8925a", "#f0d3a0")
    for index in range(-1, 8):
        colour = colours[index % len(colours)]
        x, height = 20 + index * 134, 150 + (index * 37) % 70
        easel.box(x, 330 - height, 128, height, colour)
        easel.shape(
            "#9b5a45", (x - 6, 330 - height), (x + 134, 330 - height), (x + 64, 296 - height)
        )
        for floor in range(height // 48):
            for window in range(3):
                easel.box(
                    x + 18 + window * 36, 346 - height + floor * 46, 18, 28, "#6d7f86", radius=3
                )
        easel.painter.setOpacity(0.35)
        easel.box(x, 352, 128, height * 0.7, colour)
        easel.painter.setOpacity(1)
    easel.band(330, 24, "#b8a88f")
    easel.painter.setOpacity(0.55)
    easel.band(354, 186, "#5f9db3")
    easel.painter.setOpacity(1)
    for index in range(20):
        x, y = (index * 211) % 1140 - 110, 380 + (index * 53) % 140
        easel.line("#dceef2", 3, (x, y), (x + 60, y))
    return easel


def lumieres() -> Easel:
    """Candles on a window ledge, the town behind."""
    easel = Easel("#141b3a", "#2d2450")
    for index in range(-2, 16):
        x, tall = index * 72, 120 + (index * 67) % 130
        easel.box(x, 400 - tall, 66, tall, "#1d2347")
        for window in range(tall // 44):
            if (index + window) % 3:
                easel.box(x + 14, 414 - tall + window * 40, 14, 20, "#f1c661")
            easel.box(x + 38, 414 - tall + window * 40, 14, 20, "#31386b")
    easel.band(400, 140, "#4a3b33")
    easel.band(392, 18, "#6b5548")
    for index, colour in enumerate(("#d3543f", "#e8bd3f", "#3f8f6b", "#3d74b8", "#a04d9c")):
        x = 130 + index * 175
        easel.glow(x, 360, 150, "#ffcf70", alpha=170)
        easel.box(x - 36, 340, 72, 96, colour, radius=14)
        easel.box(x - 26, 350, 14, 70, "#ffffff", radius=6)
        easel.disc(x, 334, 12, 24, "#fff2c0")
        easel.disc(x, 340, 7, 14, "#ff9d3b")
    return easel


def velo() -> Easel:
    """The delivery bicycle."""
    easel = Easel("#e9dfd0", "#d2bfa2")
    easel.band(450, 90, "#a79a86")
    for x in (270, 690):
        easel.disc(x, 370, 112, 112, "#26332e")
        easel.disc(x, 370, 100, 100, "#ded2bf")
        for spoke in range(6):
            easel.at(x, 370, spoke * 30, 1, lambda: easel.line("#8a8f8a", 3, (-98, 0), (98, 0)))
        easel.disc(x, 370, 12, 12, "#26332e")
    for points in (
        ((270, 370), (390, 210), (600, 210), (690, 370)),
        ((390, 210), (470, 370), (600, 210)),
        ((270, 370), (470, 370)),
        ((600, 210), (580, 150), (640, 140)),
    ):
        easel.line(GREEN, 16, *points)
    easel.line("#26332e", 16, (390, 210), (375, 170))
    easel.box(330, 156, 92, 20, "#26332e", radius=10)
    easel.box(640, 186, 190, 96, "#a8713f", radius=12)
    for x, turn in ((680, -76), (730, -88), (786, -100)):
        easel.at(x, 150, turn, 0.45, easel.baguette)
    easel.box(640, 196, 190, 90, "#b98650", radius=12)
    return easel


def enseigne() -> Easel:
    """The shop's sign, made to be seen in a circle as well."""
    easel = Easel(GREEN, "#134a3c", width=HEIGHT)
    easel.painter.setClipRect(0, 0, 960, 320)
    easel.disc(480, 320, 110, 110, GOLD)
    easel.painter.setClipping(False)
    for ray in range(7):
        easel.at(
            480, 320, -90 + (ray - 3) * 26, 1, lambda: easel.line(GOLD, 14, (134, 0), (176, 0))
        )
    easel.line(CREAM, 14, (370, 352), (590, 352))
    easel.line(CREAM, 14, (410, 392), (550, 392))
    return easel
