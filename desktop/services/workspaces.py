"""Workspaces: one folder each with its own accounts, posts and outbox; one is open at a time."""

import contextlib
import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.services.domain.errors import InvalidField, StoreTrouble
from desktop.services.storage.copies import (
    make_private_file,
    make_private_folder,
    put_in_place_of,
)
from desktop.services.storage.database import Database
from desktop.services.storage.lease import Lease, is_in_use
from desktop.services.storage.preparation import Opened, backups_of
from desktop.services.storage.troubles import translated

FILE = "crieur.db"
LABEL = "workspace.json"
LONGEST_NAME = 60
NEVER_OPENED = ""


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace; `slug` is its folder and never changes, `name` is what the user calls it."""

    slug: str
    name: str
    path: Path
    is_open: bool = False
    is_open_elsewhere: bool = False
    """Another process has it open."""


class Workspaces:
    """The workspaces under one data folder.

    Before another one is opened, every lane must have ended with its connection closed.
    """

    def __init__(self, root: Path, database: Database, clock: Callable[[], datetime]) -> None:
        self._root = root / "workspaces"
        self._database = database
        self._clock = clock
        self._open: str | None = None

    def settle(self, root: Path) -> None:
        """Look for workspaces under another data folder from now on; none may be open."""
        self._root = root / "workspaces"

    def all(self) -> tuple[Workspace, ...]:
        """Return every workspace by name."""
        if not self._root.is_dir():
            return ()
        found = [
            self._workspace(folder.name)
            for folder in self._root.iterdir()
            if (folder / LABEL).is_file() or (folder / FILE).is_file()
        ]
        return tuple(
            sorted(found, key=lambda workspace: (workspace.name.casefold(), workspace.slug))
        )

    def find(self, slug: str) -> Workspace | None:
        """Return one workspace, None when there is none of this slug."""
        return next((workspace for workspace in self.all() if workspace.slug == slug), None)

    def last(self) -> Workspace | None:
        """Return the workspace that was opened last, None before the first."""
        opened = {w.slug: str(_label(w.path).get("opened_at", NEVER_OPENED)) for w in self.all()}
        slug = max(opened, key=lambda slug: opened[slug], default=None)
        return None if slug is None else self._workspace(slug)

    def create(self, name: str) -> Workspace:
        """Make a new, empty workspace; it is opened with `open`.

        Raises:
            InvalidField: the name is empty, too long or taken.
        """
        name = self._checked(name)
        with translated():
            make_private_folder(self._root.parent)
            make_private_folder(self._root)
            slug = self._free_slug(name)
            folder = self._root / slug
            make_private_folder(folder)
            _write_label(folder / FILE, {"name": name})
        return self._workspace(slug)

    def open(self, slug: str) -> Opened:
        """Open a workspace in place of the one that is open.

        Raises:
            StoreTrouble: it cannot be opened; the former one is closed all the same.
            KeyError: there is no such workspace.
        """
        workspace = self.find(slug)
        if workspace is None:
            raise KeyError(slug)
        self.close()
        opened = self._database.open(workspace.path, now=self._clock())
        self._open = slug
        with translated():
            label = {**_label(workspace.path), "name": workspace.name}
            _write_label(workspace.path, {**label, "opened_at": self._clock().isoformat()})
        return opened

    def close(self) -> None:
        """Close the open workspace, if there is one."""
        self._open = None
        self._database.close()

    def rename(self, slug: str, name: str) -> Workspace:
        """Call a workspace by another name; its folder stays.

        Raises:
            InvalidField: the name is empty, too long or taken.
        """
        name = self._checked(name, but=slug)
        path = self._root / slug / FILE
        with translated():
            _write_label(path, {**_label(path), "name": name})
        return self._workspace(slug)

    def mend(self, slug: str, copy: Path) -> None:
        """Put a good copy in place of a file that cannot be opened, which is kept beside it.

        Raises:
            StoreTrouble: "locked", it is open somewhere; or there is no room. All is as it was.
        """
        path = self._root / slug / FILE
        with translated():
            lease = Lease(path)
            try:
                put_in_place_of(path, copy, self._clock())
            finally:
                lease.end(clean=not lease.was_cut_off)

    def delete(self, slug: str) -> None:
        """Delete a closed workspace with all its copies; interrupted, it can be deleted again.

        Raises:
            StoreTrouble: "locked", it is open somewhere; or something of it cannot be deleted.
        """
        path = self._root / slug / FILE
        if slug == self._open or _is_in_use(path):
            raise StoreTrouble("locked")
        with translated():
            # The copies go first: without its file a workspace would come back out of them.
            for part in (backups_of(path), path.parent):
                if part.exists():
                    shutil.rmtree(part)

    def _workspace(self, slug: str) -> Workspace:
        path = self._root / slug / FILE
        is_open = slug == self._open
        return Workspace(
            slug=slug,
            name=str(_label(path).get("name") or slug),
            path=path,
            is_open=is_open,
            is_open_elsewhere=not is_open and _is_in_use(path),
        )

    def _checked(self, name: str, but: str = "") -> str:
        name = " ".join(name.split())
        if not name:
            raise InvalidField("name", "empty")
        if len(name) > LONGEST_NAME:
            raise InvalidField("name", "too_long")
        if any(w.name.casefold() == name.casefold() and w.slug != but for w in self.all()):
            raise InvalidField("name", "taken")
        return name

    def _free_slug(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "workspace"
        slug, number = stem, 1
        while (self._root / slug).exists():
            number += 1
            slug = f"{stem}-{number}"
        return slug


def _is_in_use(path: Path) -> bool:
    # A folder that is read only cannot be asked: opening what is in it says so.
    with contextlib.suppress(OSError):
        return is_in_use(path)
    return False


def _label(path: Path) -> dict[str, Any]:
    """Return what is written on a workspace; a label that was spoilt costs only the name."""
    try:
        label = json.loads((path.parent / LABEL).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return label if isinstance(label, dict) else {}


def _write_label(path: Path, label: dict[str, Any]) -> None:
    target = path.parent / LABEL
    unfinished = path.parent / f".{LABEL}.part"
    try:
        make_private_file(unfinished)
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(label, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, target)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
