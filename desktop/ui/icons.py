"""Draw the icons and the networks' marks in the colours of the present look, at any density."""

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.resources import resource
from desktop.ui.theme import Theme

_DENSITIES = (1.0, 2.0, 3.0)
_STROKE = "1.9"
_UNKNOWN_NETWORK = "feed"
_DIRECTED = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "arrow-up-right",
        "chevron-left",
        "chevron-right",
        "corner-down-left",
        "external-link",
        "list",
        "list-filter",
        "log-out",
        "panel-right",
        "redo-2",
        "reply",
        "send",
        "undo-2",
    }
)
"""Icons that point along the reading direction; clocks, ticks and marks never turn round."""


def icon(theme: Theme, name: str, token: str = "text2", size: int = 18) -> QIcon:
    """Return an icon in the colour of `token`, for the Qt classes that want a QIcon."""
    drawn = QIcon()
    for density in _DENSITIES:
        drawn.addPixmap(pixmap(theme, name, token, size, density))
        faded = _render(f"icons/{name}.svg", theme.tokens.disabled, size, density)
        drawn.addPixmap(faded, QIcon.Mode.Disabled)
    return drawn


def pixmap(
    theme: Theme, name: str, token: str = "text2", size: int = 18, density: float = 1.0
) -> QPixmap:
    """Return an icon in the colour of `token` for a screen of that density."""
    return _render(f"icons/{name}.svg", theme.tokens.named(token), size, density)


def mark(
    theme: Theme, network: str, size: int = 18, token: str = "text", density: float = 1.0
) -> QPixmap:
    """Return a network's mark; a network without one gets the mark of a plain feed."""
    return _render(_mark_file(network), theme.tokens.named(token), size, density)


def mark_icon(theme: Theme, network: str, size: int = 18, token: str = "text") -> QIcon:
    """Return a network's mark for the Qt classes that want a QIcon."""
    drawn = QIcon()
    for density in _DENSITIES:
        drawn.addPixmap(mark(theme, network, size, token, density))
    return drawn


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon into `box` in any colour, turned round where reading goes right to left."""
    is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if not (is_mirrored and name in _DIRECTED):
        _draw(painter, f"icons/{name}.svg", box, colour)
        return
    painter.save()
    painter.translate(2 * box.center().x(), 0)
    painter.scale(-1, 1)
    _draw(painter, f"icons/{name}.svg", box, colour)
    painter.restore()


def draw_mark(painter: QPainter, network: str, box: QRectF, colour: QColor) -> None:
    """Draw a network's mark into `box` in any colour."""
    _draw(painter, _mark_file(network), box, colour)


def app_icon() -> QIcon:
    """Return the program's own icon, a brass bell on bottle green."""
    drawn = QIcon()
    for size in (16, 22, 24, 32):
        # So small only a plainer drawing can be made out.
        drawn.addPixmap(_render("app/crieur-small.svg", QColor(), size, 1.0))
    for size in (48, 64, 128, 256, 512):
        drawn.addPixmap(app_pixmap(size))
    return drawn


def app_pixmap(size: int, density: float = 1.0) -> QPixmap:
    """Return the program's own icon in one size, as it is drawn inside the window."""
    return _render("app/crieur.svg", QColor(), size, density)


def _draw(painter: QPainter, path: str, box: QRectF, colour: QColor) -> None:
    density = painter.device().devicePixelRatioF()
    side = round(min(box.width(), box.height()))
    drawn = _render(path, colour, side, density)
    corner = QPointF(
        round(box.center().x() - side / 2),
        round(box.center().y() - side / 2),
    )
    painter.drawPixmap(corner, drawn)


def _mark_file(network: str) -> str:
    path = f"marks/{network}.svg"
    return path if _is_there(path) else f"marks/{_UNKNOWN_NETWORK}.svg"


@cache
def _is_there(path: str) -> bool:
    return resource(path).is_file()


@cache
def _source(path: str) -> str:
    svg = resource(path).read_text("utf-8")
    if path.startswith("icons/"):
        return svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    if "currentColor" not in svg:
        return svg.replace("<svg ", '<svg fill="currentColor" ', 1)
    return svg


def _render(path: str, colour: QColor, size: int, density: float) -> QPixmap:
    key = f"{path}|{colour.rgba():x}|{size}|{density:.3f}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    svg = _source(path).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    drawn = QPixmap(QSize(round(size * density), round(size * density)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(colour.alphaF())
    renderer.render(painter)
    painter.end()
    drawn.setDevicePixelRatio(density)
    QPixmapCache.insert(key, drawn)
    return drawn
