"""Look at what a widget paints."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def colours_in(widget: QWidget) -> set[str]:
    """Return every colour that the widget paints."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }
