"""Reads a program as a screen reader does, over the accessibility bus; orders and answers are JSON.

Run by the system's own Python, which has Debian's pyatspi. Each line on stdin is an order:

    {"do": "wait", "name": "Home"}          until something of that name is shown
    {"do": "tree", "most": 8}               everything shown, at most so many children of each
    {"do": "press", "name": "Mentions"}     what a screen reader's user does to press a control
    {"do": "focus", "name": "Posts"}        put the keyboard there

The answer is one line: {"said": ...}, or {"trouble": "..."}.
"""

import json
import sys
import threading
import time

import pyatspi

PATIENCE_SECONDS = 30
PAUSE = threading.Event()
STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "checked": pyatspi.STATE_CHECKED,
    "showing": pyatspi.STATE_SHOWING,
}


def program():
    """Return the one program on the bus that is called Crieur."""
    desk = pyatspi.Registry.getDesktop(0)
    for number in range(desk.childCount):
        each = desk.getChildAtIndex(number)
        if each is not None and each.name.lower() == "crieur":
            return each
    return None


def children(node, most):
    """Return the first children that are still there."""
    for number in range(min(node.childCount, most)):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield child


def told(node, most):
    """Return what a screen reader could say of a node and of what is in it."""
    held = node.getState()
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "states": [name for name, state in STATES.items() if held.contains(state)],
        "children": [told(child, most) for child in children(node, most)],
    }


def found(node, name, most=60):
    """Return the first shown node of that name."""
    if node.name == name and node.getState().contains(pyatspi.STATE_SHOWING):
        return node
    for child in children(node, most):
        match = found(child, name, most)
        if match is not None:
            return match
    return None


def awaited(name):
    """Return the node of that name once it is shown."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        root = program()
        match = found(root, name) if root is not None else None
        if match is not None:
            return match
        PAUSE.wait(0.2)
    raise LookupError(f"nothing is called {name}")


def press(name):
    """Do what a press of the control does."""
    actions = awaited(name).queryAction()
    names = [actions.getName(number) for number in range(actions.nActions)]
    wanted = next(each for each in ("Press", "Toggle", "ShowMenu") if each in names)
    actions.doAction(names.index(wanted))
    return names


def obey(order):
    """Carry out one order."""
    if order["do"] == "wait":
        return awaited(order["name"]).getRoleName()
    if order["do"] == "tree":
        return told(program(), order["most"])
    if order["do"] == "press":
        return press(order["name"])
    return awaited(order["name"]).queryComponent().grabFocus()


for line in sys.stdin:
    try:
        answer = {"said": obey(json.loads(line))}
    except Exception as trouble:
        answer = {"trouble": f"{type(trouble).__name__}: {trouble}"}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
