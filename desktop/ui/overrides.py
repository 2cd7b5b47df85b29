"""Keep an error inside an overridden Qt method from ending the program.

PySide6 6.11 reads the arguments of an error that leaves an override. Before Python 3.12 an error
that C code raised (a TypeError of `len(5)`, a RuntimeError of a deleted widget) has none until
somebody catches it, and the process dies without a word. Caught once on its way out it is whole,
and reaches the report for what nobody foresaw.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

_BORN_WHOLE = (3, 12)
_MENDED = "_is_mended"


def mend_overrides(package: str) -> int:
    """Mend every override in the loaded modules of `package`; return how many were mended."""
    if sys.version_info >= _BORN_WHOLE:
        return 0
    names = [name for name in sys.modules if name == package or name.startswith(f"{package}.")]
    classes = {
        kind
        for name in names
        for kind in vars(sys.modules[name]).values()
        if isinstance(kind, type) and issubclass(kind, QObject) and kind.__module__ == name
    }
    return sum(_mend(kind) for kind in classes)


@contextmanager
def imported_late() -> Iterator[None]:
    """Mend what is imported within: a window's first paint needs none of it."""
    known = len(sys.modules)
    yield
    if len(sys.modules) != known:
        mend_overrides(__name__.partition(".")[0])


def _mend(kind: type) -> int:
    virtual = {
        name
        for base in kind.__mro__
        if base.__module__.startswith("PySide6")
        for name in vars(base)
    }
    overrides = [
        (name, method)
        for name, method in vars(kind).items()
        if isinstance(method, FunctionType) and name in virtual and not name.startswith("__")
    ]
    fresh = [(name, method) for name, method in overrides if not hasattr(method, _MENDED)]
    for name, method in fresh:
        setattr(kind, name, _whole(method))
    return len(fresh)


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception:
            # Catching it is what makes it whole.
            raise

    setattr(called, _MENDED, True)
    return called
