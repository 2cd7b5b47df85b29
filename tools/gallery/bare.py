"""Qt's own controls without any paint of ours: all they have from the theme is its palette."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from desktop.ui.theme import Theme


def bare(theme: Theme) -> QWidget:
    """Return the page of Qt's own controls."""
    page = QWidget()
    page.setAutoFillBackground(True)
    grid = QGridLayout(page)
    for number, widget in enumerate(_small()):
        grid.addWidget(widget, number // 3, number % 3)
    for column, widget in enumerate((QTextEdit("Text"), QPlainTextEdit("Plain"), _list())):
        grid.addWidget(widget, 5, column)
    grid.addWidget(_table(), 6, 0, 1, 2)
    grid.addWidget(_menu(page), 6, 2)
    grid.addWidget(QCalendarWidget(), 0, 3, 6, 1)
    tabs = QTabWidget()
    tabs.addTab(QWidget(), "One")
    tabs.addTab(QWidget(), "Two")
    grid.addWidget(tabs, 6, 3)
    return page


def _small() -> tuple[QWidget, ...]:
    hint, off, combo = QLineEdit(), QLineEdit("Disabled"), QComboBox()
    hint.setPlaceholderText("Hint")
    off.setEnabled(False)
    combo.addItems(["One", "Two"])
    tick, radio, slider, bar = QCheckBox("Tick"), QRadioButton("Radio"), _slider(), QProgressBar()
    tick.setChecked(True)
    radio.setChecked(True)
    bar.setValue(40)
    box = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(box.Save | box.Cancel)
    return (
        QLineEdit("Line"),
        hint,
        off,
        QSpinBox(),
        QDateTimeEdit(),
        combo,
        tick,
        radio,
        slider,
        bar,
        QPushButton("Push"),
        buttons,
    )


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(40)
    return slider


def _list() -> QListWidget:
    names = QListWidget()
    names.addItems(["One", "Two", "Three"])
    names.setCurrentRow(1)
    return names


def _table() -> QTableWidget:
    table = QTableWidget(3, 3)
    table.setHorizontalHeaderLabels(["Who", "What", "When"])
    for row in range(3):
        for column in range(3):
            table.setItem(row, column, QTableWidgetItem(f"{row}, {column}"))
    table.setCurrentCell(1, 1)
    return table


def _menu(page: QWidget) -> QMenu:
    menu = QMenu(page)
    menu.addAction("Copy")
    menu.addAction("Disabled").setEnabled(False)
    menu.addSeparator()
    menu.setActiveAction(menu.addAction("Close"))
    menu.setWindowFlags(Qt.WindowType.Widget)
    return menu
