"""Look at what a widget paints."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


def colours_in(widget: QWidget) -> set[str]:
    """Return every colour that the widget paints."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    # Rows of four-byte pixels lie side by side without a gap.
    pixels = set(memoryview(image.constBits()).cast("B").cast("I"))
    return {QColor.fromRgb(pixel).name() for pixel in pixels}


def rows_with(widget: QWidget, colour: str) -> list[int]:
    """Return the rows of the widget in which a colour is painted."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(colour).rgb()
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    width = image.width()
    return [y for y in range(image.height()) if wanted in pixels[y * width : (y + 1) * width]]
