"""Bring resources/words/*.ts up to date with the sentences that the program says.

lupdate does the merging, but it misses a plural whose number is anything but a plain word. So
the sentences are read here, and lupdate is given one copy of each in the form it knows.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORDS = ROOT / "resources/words"
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
SOURCE = "en"
"""English is what the sentences are written in: it only has to know one from many."""


@dataclass(frozen=True, order=True)
class Sentence:
    """What a call of `tr` or `translate` says, and where it belongs."""

    context: str
    text: str
    note: str = ""
    is_plural: bool = False


class _Reader(ast.NodeVisitor):
    """Collects the sentences of one module; `tr` belongs to the class it stands in."""

    def __init__(self, name: str) -> None:
        self.found: set[Sentence] = set()
        self._name = name
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "tr":
            self._keep(node, [self._classes[-1] if self._classes else None, *_said(node)])
        # A painter also has a `translate`, which moves the origin.
        elif name == "translate" and any(_said(node)):
            self._keep(node, _said(node))

    def _keep(self, node: ast.Call, said: list[str | None]) -> None:
        words = said[:3]
        if len(words) < 2 or None in words or node.keywords:
            sys.exit(f"{self._name}:{node.lineno}: a sentence is not given as plain text")
        self.found.add(Sentence(*words, is_plural=len(said) > 3))


def _said(node: ast.Call) -> list[str | None]:
    """Return the texts a call is given, None for what only running the program can tell."""
    values = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
    return [value if isinstance(value, str) else None for value in values]


def sentences_of(source: str, name: str) -> set[Sentence]:
    """Return what one module says."""
    reader = _Reader(name)
    reader.visit(ast.parse(source))
    return reader.found


def sentences() -> set[Sentence]:
    """Return what the whole program says."""
    found: set[Sentence] = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        found |= sentences_of(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
    return found


def _calls(said: set[Sentence]) -> Iterator[str]:
    for each in sorted(said):
        words = [json.dumps(text, ensure_ascii=False) for text in (each.context, each.text)]
        if each.note or each.is_plural:
            words.append(json.dumps(each.note, ensure_ascii=False))
        if each.is_plural:
            words.append("2")
        yield f"QCoreApplication.translate({', '.join(words)})\n"


def update(folder: Path, added: Sequence[str] = ()) -> None:
    """Add what is new to the files in `folder`, and drop what is no longer said.

    `added` names languages that get a file of their own now, such as "de" or "pt_BR".
    """
    here = [file.stem.removeprefix("crieur_") for file in folder.glob("crieur_*.ts")]
    with tempfile.TemporaryDirectory() as scratch:
        said = Path(scratch, "said.py")
        said.write_text("".join(_calls(sentences())), encoding="utf-8")
        for language in sorted({*here, *added}):
            options = ["-pluralonly"] if language == SOURCE else []
            if language not in here:
                options += ["-source-language", SOURCE, "-target-language", language]
            file = folder / f"crieur_{language}.ts"
            always = ("-silent", "-locations", "none", "-no-obsolete", "-sort-messages")
            subprocess.run([LUPDATE, *always, *options, said, "-ts", file], check=True)


if __name__ == "__main__":
    update(WORDS, sys.argv[1:])
