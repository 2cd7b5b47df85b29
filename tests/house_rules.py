"""The rules of the house that ruff and import-linter cannot see, each as a small reader of code.

A rule takes a module and yields what is wrong in it. `test_house_rules.py` applies every rule to
every module, and proves on a violating snippet that the rule catches what it is there for.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

MODULE_LINES, CLASS_LINES, FUNCTION_LINES, PARAMETERS = 300, 200, 50, 5
VAGUE_NAMES = {"utils", "helpers", "common", "base", "manager", "handler", "misc"}
HEAVY = {"keyring", "requests", "tweepy", "matplotlib", "numpy", "mastodon", "urllib3"}
RICH_CALLS = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "setStyleSheet"}
RICH_NAMES = {"QTextBrowser", "QMessageBox", "QErrorMessage", "RichText", "AutoText"}
"""Painting and dialogs of Qt's own that would take a stranger's name for markup."""
BARE_CONTROLS = re.compile(
    "Q((Plain)?TextEdit|LineEdit|ComboBox|(Double)?SpinBox|(Date|Time|DateTime)Edit|CheckBox|"
    "RadioButton|PushButton|ToolButton|Slider|ProgressBar|TabWidget|(List|Table|Tree)(Widget|View)|"
    "CalendarWidget|Menu|GroupBox|DialogButtonBox|((Progress|Input)?Dialog))"
)
"""Their weak edges cannot be seen on a dark ground, whatever the palette says."""
IMAGE_CALLS = {"loadFromData", "fromData", "QImageReader"}
SCREENS = ("desktop.ui", "desktop.views")
ERROR_NAMES = {"error", "exception", "cause", "trouble", "failure"}

Function = ast.FunctionDef | ast.AsyncFunctionDef
Finding = Iterator[str]


@dataclass(frozen=True)
class Module:
    """One file of the project, read once."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        """Return what the file says."""
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Return every node of the tree; walking it once is enough for all rules."""
        return list(ast.walk(self.tree))

    def is_in(self, *places: str) -> bool:
        """Say whether the file is one of `places` or lies below one."""
        return any(self.path == place or self.path.startswith(place) for place in places)


def sizes(module: Module) -> Finding:
    """Nothing is longer than a reader can hold: a page a file."""
    lines = module.source.count("\n")
    if lines > MODULE_LINES:
        yield f"{lines} lines in one module: split it by subject"
    for node in module.nodes:
        # A test may be as long as the table of what it tries.
        if not isinstance(node, ast.ClassDef | Function) or module.is_in("tests/"):
            continue
        length = (node.end_lineno or 0) - node.lineno + 1
        is_class = isinstance(node, ast.ClassDef)
        if length > (CLASS_LINES if is_class else FUNCTION_LINES):
            yield f"{node.name} is {length} lines long"


def parameters(module: Module) -> Finding:
    """More than five parameters by position are a value that has no name yet."""
    for node in module.nodes:
        if isinstance(node, Function) and not module.is_in("tests/"):
            given = {parameter.arg for parameter in (*node.args.posonlyargs, *node.args.args)}
            # What paints is always given what it paints with, beside what it paints.
            count = len(given - {"self", "cls", "theme", "painter", "parent"})
            if count > PARAMETERS:
                yield f"{node.name} takes {count} parameters by position"


def first_line(module: Module) -> Finding:
    """The first line of a module is one sentence that says what it is for."""
    # The names of the tests in a module say it.
    if module.is_in("tests/") and "/test_" in module.path:
        return
    first = (ast.get_docstring(module.tree) or "").partition("\n")[0]
    if not (first and first.endswith(".") and first[0].isupper()):
        yield "the first line is not a sentence"


def names(module: Module) -> Finding:
    """A module is named after its subject."""
    vague = VAGUE_NAMES & set(re.split(r"[/._]", module.path))
    if vague:
        yield f"{vague.pop()} says nothing about its subject"


def reasons(module: Module) -> Finding:
    """A silenced check says why."""
    for line in module.source.splitlines():
        for mark in re.findall(
            r"#\s*(?:noqa(?:: ?[A-Z0-9, ]+)?|type: ignore(?:\[.*?\])?)(.*)", line
        ):
            if not mark.strip(" #-:"):
                yield f"no reason beside: {line.strip()}"


def plain_text(module: Module) -> Finding:
    """Strangers' words are plain text: the kit's labels are, and `ui/text.py` makes tooltips."""
    if module.is_in("desktop/ui/text.py") or not module.is_in("desktop/"):
        return
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr in RICH_CALLS | {"setToolTip"}:
            yield f"{node.attr} belongs to ui/text.py"
        called = _name(node.func) if isinstance(node, ast.Call) else ""
        bases = [_name(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
        if called == "QLabel" or ("QLabel" in bases and "PlainText" not in ast.unparse(node)):
            yield "a QLabel that is not set to plain text guesses at markup"
        if _name(node) in RICH_NAMES:
            yield f"{_name(node)} takes text for markup"
        if called == "showText" and isinstance(node, ast.Call):
            yield "a tooltip shown outside ui/text.py guesses at markup"


def dressed_controls(module: Module) -> Finding:
    """The kit has a control of each kind that is painted from the theme; Qt's own are not."""
    if not module.is_in("desktop/"):
        return
    for node in module.nodes:
        called = _name(node.func) if isinstance(node, ast.Call) else ""
        if BARE_CONTROLS.fullmatch(called):
            yield f"line {node.lineno}: {called} has no dress; take the kit's"


def one_door(module: Module) -> Finding:
    """Links, threads and decoded pictures each have one door."""
    doors = {
        "QDesktopServices": ("desktop/ui/links.py",),
        "ThreadPoolExecutor": ("desktop/ui/tasks.py",),
        # The application sets the one limit that Qt holds all pictures to.
        **dict.fromkeys(
            IMAGE_CALLS, ("desktop/ui/picture", "desktop/ui/icons.py", "desktop/app.py")
        ),
    }
    for node in module.nodes:
        name = _name(node)
        if name in doors and module.is_in("desktop/") and not module.is_in(*doors[name]):
            yield f"{name} belongs to {doors[name][0]}"


def light_start(module: Module) -> Finding:
    """What takes long to import is imported where it is first used."""
    # The fetcher imports this one on its first use.
    if module.is_in("desktop/services/wire.py") or not module.is_in("desktop/"):
        return
    for node in module.tree.body:
        for library in sorted(_imported(node) & HEAVY):
            yield f"{library} is imported before it is needed"


def late_screens(module: Module) -> Finding:
    """A screen that is imported where it is first needed is imported within `imported_late()`."""
    withs = [node for node in module.nodes if isinstance(node, ast.With)]
    late = [node for node in withs if "imported_late" in ast.unparse(node.items[0])]
    known = {id(each) for block in (module.tree, *late) for each in block.body}
    for node in module.nodes if module.is_in("desktop/") else ():
        is_late = isinstance(node, ast.ImportFrom) and id(node) not in known
        if is_late and (node.module or "").startswith(SCREENS):
            yield f"line {node.lineno}: its overrides are not mended"


def no_kept_selves(module: Module) -> Finding:
    """A lambda or partial that holds `self` must not be tied to something that lives longer.

    Measured: 200 of 200 deleted cards stay alive, and are still called. Tied to one's own child
    it is harmless. Whatever came in as a parameter lives longer; so does an unowned timer.
    """
    for owner in (node for node in module.nodes if isinstance(node, ast.ClassDef)):
        lent = _lent_attributes(owner)
        for method in (node for node in ast.walk(owner) if isinstance(node, Function)):
            outside = lent | _parameters_of(method)
            for call in (node for node in ast.walk(method) if isinstance(node, ast.Call)):
                if _ties_self(call, outside):
                    yield f"line {call.lineno}: connect a bound method instead"


def hidden_errors(module: Module) -> Finding:
    """No error is shown by its text: `ui/notices.py` has a sentence for each."""
    if not module.is_in("desktop/ui/", "desktop/views/", "desktop/app.py"):
        return
    errors = ERROR_NAMES | _caught(module)
    for node in module.nodes:
        shown: ast.AST | None = None
        if isinstance(node, ast.Call) and _name(node.func) in ("str", "repr") and node.args:
            shown = node.args[0]
        elif isinstance(node, ast.FormattedValue):
            shown = node.value
        if isinstance(shown, ast.Name) and shown.id in errors:
            yield f"line {node.lineno}: the text of {shown.id} is not for a reader"


def literal_words(module: Module) -> Finding:
    """The tool that collects words for translation reads only literal ones."""
    for node in module.nodes:
        if not isinstance(node, ast.Call) or not module.is_in("desktop/"):
            continue
        words = {"tr": node.args[:1], "QCoreApplication.translate": node.args[:2]}
        called = ast.unparse(node.func)
        for said in words.get("tr" if called.endswith(".tr") else called, []):
            if not _is_words(said):
                yield f"line {node.lineno}: only literal words can be translated"


def no_waiting(module: Module) -> Finding:
    """Tests wait for something to happen, never for time to pass."""
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "wait" and _name(node.value) == "qtbot":
            yield f"line {node.lineno}: wait for what should happen instead"


RULES = (
    sizes,
    parameters,
    first_line,
    names,
    reasons,
    plain_text,
    dressed_controls,
    one_door,
    light_start,
    late_screens,
    no_kept_selves,
    hidden_errors,
    literal_words,
    no_waiting,
)


def has_behaviour(module: Module) -> bool:
    """Say whether there is anything to test: a function that does more than be described."""
    return any(
        len(node.body) > 1 or not isinstance(node.body[0], ast.Expr)
        for node in module.nodes
        if isinstance(node, Function)
    )


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imported(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


def _is_words(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _caught(module: Module) -> set[str]:
    return {node.name for node in module.nodes if isinstance(node, ast.ExceptHandler) and node.name}


def _parameters_of(method: Function) -> set[str]:
    given = (*method.args.posonlyargs, *method.args.args, *method.args.kwonlyargs)
    return {parameter.arg for parameter in given} - {"self"}


def _lent_attributes(owner: ast.ClassDef) -> set[str]:
    """Return `self.x` for each attribute that a method takes straight from a parameter."""
    lent = set()
    for method in (node for node in owner.body if isinstance(node, Function)):
        for node in ast.walk(method):
            if isinstance(node, ast.Assign) and _name(node.value) in _parameters_of(method):
                lent |= {ast.unparse(target) for target in node.targets}
    return lent


def _ties_self(call: ast.Call, outside: set[str]) -> bool:
    holds_self = any(
        isinstance(argument, ast.Lambda)
        or (isinstance(argument, ast.Call) and _name(argument.func) == "partial")
        for argument in call.args
        if any(_name(part) == "self" for part in ast.walk(argument))
    )
    if not holds_self or not isinstance(call.func, ast.Attribute):
        return False
    if call.func.attr == "singleShot":
        return len(call.args) < 3
    sender = ast.unparse(call.func.value)
    return call.func.attr == "connect" and any(
        sender == lender or sender.startswith(f"{lender}.") for lender in outside
    )
