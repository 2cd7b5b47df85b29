"""Finds sentences that are put together from pieces, which no other language could reorder."""

import ast
from collections.abc import Iterator

SEPARATE = {" · ", "\n"}
"""What may stand between two things that are told beside one another."""
ENDS = (".", "?", "…")


def glued(source: str) -> Iterator[int]:
    """Return the lines of a module where translated words become part of a longer sentence.

    Whole sentences may follow one another, and facts may stand in a row with a dot between them.
    """
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            pieces = _pieces_of(function)
            for node in ast.walk(function):
                if _is_glued(node, pieces):
                    yield node.lineno


def _pieces_of(function: ast.FunctionDef) -> dict[str, list[str]]:
    """Return the names that stand for translated words in a function, with those words."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and (words := _said(node.value, {})):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).extend(words)
    return found


def _said(node: ast.AST, pieces: dict[str, list[str]]) -> list[str]:
    """Return the words that an expression says, translated; nothing for any other expression."""
    if isinstance(node, ast.Name):
        return pieces.get(node.id, [])
    if not isinstance(node, ast.Call):
        return []
    called = node.func
    if isinstance(called, ast.Attribute) and called.attr == "format":
        return _said(called.value, pieces)
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name not in ("tr", "translate"):
        return []
    texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
    texts = [text for text in texts if isinstance(text, str) and text]
    return texts[-1:]


def _is_glued(node: ast.AST, pieces: dict[str, list[str]]) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return bool(_said(node.left, pieces) or _said(node.right, pieces))
    if isinstance(node, ast.JoinedStr):
        filled = [each.value for each in node.values if isinstance(each, ast.FormattedValue)]
        words = [text for value in filled for text in _said(value, pieces)]
        between = {each.value for each in node.values if isinstance(each, ast.Constant)}
        if between == {" "} and all(text.endswith(ENDS) for text in words):
            return False
        return bool(words) and not between <= SEPARATE
    is_format = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format"
    if is_format and _said(node, pieces):
        return any(_said(keyword.value, pieces) for keyword in node.keywords)
    return False
