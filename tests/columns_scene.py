"""Home as a deck of columns over a store, and what is pressed there."""

from dataclasses import replace

from feed_scene import Scene
from PySide6.QtWidgets import QLabel
from screens import choose, find, press, settle

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.columns import Column
from desktop.services.networks.contract import SignIn
from desktop.views.feed.column_pane import ColumnPane

PAID = "https://api.x.com"


def show_columns(scene: Scene, *columns: Column) -> tuple[ColumnPane, ...]:
    """Let home be a deck of these columns, as after a start."""
    scene.stage.session.columns.keep(columns)
    scene.stage.session.columns.show(True)
    scene.window.activateWindow()
    scene.home.open()
    scene.home.deck.open()
    settle()
    return tuple(scene.home.deck.panes)


def connect_paid(scene: Scene) -> Account:
    """Connect an account whose server sells each answer."""
    server = scene.stage.bench.registry.server(PAID)
    server.caps |= Cap.METERED
    account = scene.stage.session.accounts.connect(SignIn("x", PAID, "lumiere", "secret"))
    scene.stage.book.reload()
    return account


def turn_off(scene: Scene, account: Account, caps: Cap) -> None:
    """Let an account's server offer less."""
    scene.stage.bench.rows.accounts.update(replace(account, caps=account.caps & ~caps))
    scene.stage.book.reload()


def titles(scene: Scene) -> list[str]:
    """Return what stands above the columns, from left to right."""
    settle()
    shown = [pane.findChild(QLabel).text() for pane in scene.home.deck.panes]
    return [text.replace("\u2068", "").replace("\u2069", "") for text in shown]


def do(scene: Scene, monkeypatch: object, pane: ColumnPane, line: str) -> list[str]:
    """Choose a line of a column's menu, and return what can be chosen there."""
    offered = choose(monkeypatch, line)
    press(pane, "columnMore")
    settle()
    return offered[-1]


def offer(pane: ColumnPane, account: Account) -> str:
    """Return the words that offer to ask an account for money."""
    return find(pane, f"askPaid{account.id}").text()
